use super::Words;
use crate::import::field::Field;

// A word a line would fill the screen without saying more.
#[rustfmt::skip]
pub(super) const WORDS: &[Words] = &[
    (
        Field::Name,
        &[
            "full name", "name", "your name", "your full name", "attendee name", "participant name",
            "guest name", "member name", "person", "names", "name and surname", "first and last name",
            "first name and last name", "first name and surname", "name first and last", "participant",
            "attendee", "contact name", "display name", "~your full name", "~full name", "~your name",
            "~first and last name", "~name and surname", "~be called", "preferred name",
            "~name for your badge", "name on badge", "badge name", "who are you", "who", "~call you",
        ],
    ),
    (
        Field::First,
        &[
            "first name", "firstname", "first", "given name", "givenname", "forename", "forenames",
            "given names", "fname", "your first name", "attendee first name", "name first",
            "christian name", "~first name", "~given name", "~forename",
        ],
    ),
    (
        Field::Last,
        &[
            "last name", "lastname", "last", "surname", "family name", "familyname", "lname",
            "your last name", "your surname", "attendee last name", "name last", "second name",
            "~last name", "~family name", "~surname",
        ],
    ),
    (
        Field::Email,
        &[
            "email address", "email", "e mail", "e mail address", "emailaddress", "your email",
            "your email address", "attendee email", "mail", "contact email", "e mails", "emails",
            "primary email", "email 1", "address email", "~your email", "~your e mail", "~email address",
            "~e mail address", "~email", "~e mail", "electronic mail", "username", "user name",
            "mail address",
        ],
    ),
    (
        Field::Phone,
        &[
            "phone number", "phone", "mobile", "mobile number", "mobile phone", "telephone",
            "telephone number", "tel", "cell", "cell phone", "cellphone", "phone no", "mobile no", "tel no",
            "contact number", "contact no", "your phone", "your phone number", "whatsapp",
            "whatsapp number", "~phone number", "~mobile number", "~telephone number", "~contact number",
            "~phone", "~mobile", "~telephone", "~whatsapp number", "home phone", "work phone", "sms",
        ],
    ),
    (
        Field::Organisation,
        &[
            "organisation", "organization", "organisation if any", "group", "group or organisation",
            "company", "company name", "organisation name", "organization name", "affiliation", "campaign",
            "union", "institution", "employer", "association", "your organisation", "~organisation",
            "~organization", "~affiliation", "~your group", "~which group", "~company", "~represent",
            "~trade union", "org",
        ],
    ),
    (
        Field::Area,
        &[
            "area", "where are you from", "where are you coming from", "town", "city", "town or city",
            "town city", "location", "place", "ward", "constituency", "region", "borough", "district",
            "neighbourhood", "neighborhood", "postcode", "post code", "postal code", "zip", "zip code",
            "zipcode", "county", "home town", "hometown", "~where are you from", "~coming from",
            "~travelling from", "~traveling from", "~where do you live", "~based", "~your area",
            "~town or city", "~town", "~postcode", "~post code", "~zip code", "~postal code", "~your ward",
            "~constituency", "primary city", "home city", "primary zip", "locality",
        ],
    ),
    (
        Field::Ticket,
        &[
            "ticket", "ticket type", "ticket name", "type of ticket", "ticket class", "admission",
            "registration type", "ticket tier", "pass", "~ticket type", "~kind of ticket",
            "~type of ticket", "~which ticket",
        ],
    ),
    (
        Field::Status,
        &[
            "status", "attendee status", "registration status", "rsvp", "rsvp status", "attendance",
            "attending", "approval status", "order status", "booking status", "~will you attend",
            "~will you be attending", "~are you coming", "~can you come", "~can you attend",
            "~do you plan to attend", "~will you come", "~be attending", "coming",
        ],
    ),
    (
        Field::Updates,
        &[
            "updates", "newsletter", "mailing list", "email updates", "keep me informed", "keep me updated",
            "email opt in", "marketing opt in", "marketing consent", "opt in", "consent", "subscribe",
            "stay in touch", "~keep you informed", "~keep you updated", "~keep me informed",
            "~keep me updated", "~keep in touch", "~stay in touch", "~future events", "~newsletter",
            "~mailing list", "~hear from us", "~hear about", "~receive updates", "~send you updates",
            "~email updates", "~updates", "~opt in", "~marketing", "~contact you again",
            "~contact you in future", "~contact you about",
        ],
    ),
    (
        Field::Photo,
        &[
            "photo", "photos", "photo consent", "photography", "photo permission", "~photo consent",
            "~photos", "~photographed", "~photograph", "~photographs", "~photography", "~pictures",
            "~appear in photos", "~filmed", "~photo",
        ],
    ),
    (
        Field::Access,
        &[
            "access needs", "access", "accessibility", "accessibility needs", "access requirements",
            "special needs", "accessibility requirements", "disability", "~access needs",
            "~access requirements", "~accessibility", "~accessible", "~special needs", "~disability",
            "~disabilities", "~adjustments", "~accommodations", "~support needs", "~to take part",
            "~help you need", "~wheelchair",
        ],
    ),
    (
        Field::Diet,
        &[
            "diet", "dietary needs", "dietary requirements", "dietary restrictions", "dietary preferences",
            "dietary", "food", "food preferences", "allergies", "meal", "meal choice", "meal preference",
            "lunch", "~dietary", "~diet", "~allergies", "~allergy", "~food", "~vegetarian", "~meal",
            "~do you eat", "~lunch",
        ],
    ),
    (
        Field::Note,
        &[
            "anything else", "notes", "note", "comments", "comment", "message", "remarks",
            "further comments", "additional comments", "questions", "other", "your message",
            "anything to add", "~anything else", "~comments", "~questions or comments", "~message",
            "~remarks", "~notes",
        ],
    ),
    (
        Field::Registered,
        &[
            "timestamp", "submitted", "submitted at", "submission date", "date submitted", "registered",
            "registered at", "registration date", "date registered", "signed up", "sign up date",
            "signup date", "created at", "created", "date created", "order date", "submission time",
            "submit date", "completion time", "entry date", "rsvped on", "date added", "added",
            "created on", "added time", "booking date", "date of registration", "date time", "datetime",
            "time", "date",
        ],
    ),
    (
        Field::SourceId,
        &[
            "submission id", "response id", "respondent id", "entry id", "registration id", "attendee id",
            "attendee no", "ticket reference", "uuid", "ticket id", "booking reference",
            "confirmation number", "guest id",
        ],
    ),
];
