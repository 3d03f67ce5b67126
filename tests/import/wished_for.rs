//! News and photos that one question asks for or names, and news that stand beside something else.

use crate::headings::imported;

/// What a yes and a no below a question say of news and of photos.
fn both(question: &str) -> Vec<String> {
    let text = format!("Name,Email,\"{question}\"\nJo,jo@example.org,Yes\nAl,al@example.org,No\n");
    imported(&text, &["updates", "photo"])
}

#[test]
fn news_that_photos_are_in_or_that_stand_beside_them_are_asked_for_without_a_photo() {
    for question in [
        "Photos will be taken at the event. Would you like our newsletter?",
        "Would you like our newsletter? Photos will be taken on the day.",
        "Photos may be taken. Can we email you about future events?",
        "Newsletter with photos",
        "Newsletter (photos included)",
        "Newsletter incl. photos",
        "Newsletter including photos of the event",
        "Newsletters (with photos from our events)",
        "Monthly newsletter with photos and stories",
        "Photo newsletter",
        "Picture newsletter",
        "Would you like our newsletter with photos?",
        "Updates with photos",
        "Newsletter: pictures, events, and more",
        "Newsletter mit Fotos",
        "Newsletter mit Fotos der Veranstaltung",
        "Newsletter mit Bildern",
        "Newsletter avec photos",
        "Infolettre avec photos",
        "Newsletter \"The Bigger Picture\"",
        "Do you want The Big Picture newsletter?",
        "Event photos and news by email",
        "Photos and news by email",
        "Would you like event photos and our newsletter?",
        "Email me about future photo walks",
        "We take photos at events. Would you like to receive updates?",
        "We take photos of you at events. Newsletter?",
        "By signing up you agree to photos being taken. Join our mailing list?",
        "Join our mailing list? (photos may be taken of you at the event)",
        "Can we email you updates and photos?",
        "I agree to receive the newsletter with photos",
    ] {
        let asked = question.replace('"', "\"\"");
        assert_eq!(both(&asked), ["yes, ", "no, "], "{question}");
    }
    for question in [
        "Newsletter/website photo permission",
        "Newsletter, website: may we use your photo?",
        "Photo consent (newsletter, website)",
        "Photos for publicity, newsletter and website",
        "Would you like to be photographed for our website and newsletter?",
        "I agree to the newsletter and website using photos of me",
        "Newsletter: may we use your photo?",
        "Photos in the newsletter",
        "I consent to photos for the newsletter, website and social media",
        "Do you consent to photos being taken for use in our newsletter and other updates?",
        "Zdjęcia do newslettera",
        "Can we send your photo to our mailing list?",
    ] {
        assert_eq!(both(question), [", yes", ", no"], "{question}");
    }
}

#[test]
fn who_is_asked_for_news_and_for_a_photo_in_one_question_is_asked_for_both() {
    for question in [
        "Would you like our newsletter and do you agree to photos?",
        "Would you like the newsletter and can we take your photo?",
        "Can we email you updates and use your photo?",
        "Can we contact you about future events and take photos of you?",
        "May we contact you about future events and use your photo in publicity?",
        "I agree to photos and to being contacted about future events",
        "J'accepte la newsletter et les photos",
        "Möchten Sie den Newsletter und dürfen wir Fotos machen?",
        "Newsletter und Fotos erlaubt?",
        "Recevoir la newsletter et droit à l'image",
        "Zgadzam się na newsletter i zdjęcia",
        "I agree to receive updates and that my photo may be taken",
        "Do you agree to be photographed and to receive our newsletter?",
        "Newsletter and photos",
    ] {
        assert_eq!(both(question), ["yes, yes", "no, no"], "{question}");
    }
}

#[test]
fn a_yes_that_names_neither_news_nor_photos_is_one_to_both() {
    for question in [
        "Newsletter and photos",
        "I agree to receive updates and that my photo may be taken",
        "Do you agree to be photographed and to receive our newsletter?",
    ] {
        for (answer, given) in [
            ("Yes, I agree", "yes, yes"),
            ("Yes, I consent", "yes, yes"),
            ("Yes, that is fine", "yes, yes"),
            ("Yes I do", "yes, yes"),
            ("Yes thanks", "yes, yes"),
            ("Ja, gerne", "yes, yes"),
            ("Receive updates, Appear in photos", "yes, yes"),
            ("Receive updates", "yes, no"),
            ("Appear in photos", "no, yes"),
            ("Yes, keep me informed", "yes, no"),
            ("Yes, but no photos", "no, no"),
        ] {
            let text = format!("Name,Email,\"{question}\"\nJo,jo@example.org,\"{answer}\"\n");
            let said = imported(&text, &["updates", "photo"]);
            assert_eq!(said, [given], "{question}: {answer}");
        }
    }
}

#[test]
fn whoever_is_to_be_signed_up_for_news_by_whatever_name_has_asked_for_them() {
    for question in [
        "Sign me up for news",
        "Subscribe to our e-mails",
        "Subscribe to marketing",
        "Subscribe to our communications",
        "Subscribe to communications",
        "Subscribe to our announcements",
        "Subscribe to our digest",
        "Subscribe to weekly digest",
        "Would you like to subscribe to our weekly digest?",
        "Add me to your contacts",
        "Add me to your database",
        "Can we add you to our database for future events?",
        "Yes, sign me up!",
    ] {
        assert_eq!(both(question), ["yes, ", "no, "], "{question}");
    }
    for survey in [
        "Respondent ID,Name,Email,Would you like to receive our newsletter?,\n\
         ,Open-Ended Response,Open-Ended Response,\"Yes, sign me up\",\"No, thanks\"\n\
         1001,Ann Green,ann@example.org,\"Yes, sign me up\",\n\
         1002,Bob Brown,bob@example.org,,\"No, thanks\"\n",
        "Name,Email,\"Would you like to receive our newsletter? - Yes, sign me up\",\
         Would you like to receive our newsletter? - No thanks\n\
         Ann Green,ann@example.org,\"Yes, sign me up\",\n\
         Bob Brown,bob@example.org,,No thanks\n",
    ] {
        assert_eq!(imported(survey, &["updates", "photo"]), ["yes, ", "no, "]);
    }
}

#[test]
fn a_word_beside_a_plain_wish_for_our_news_takes_nothing_from_it() {
    for question in [
        "Would you like to receive news through our channels?",
        "Would you like to be kept informed via our communication channels?",
        "Would you like to receive the link to the livestream and future updates?",
        "Would you like to receive news about our podcast and events?",
        "Would you like to be kept informed about our events, journal and news?",
        "Would you like to receive news, our journal and invitations to events?",
        "Receive news and updates about the magazine",
        "Would you like to receive slides from speakers and join our mailing list?",
        "Would you like emails from the committee and to join our mailing list?",
        "Would you like the branch committee to keep you on the mailing list?",
        "Would you like to join our mailing list and connect with other activists?",
        "Join our mailing list to stay connected with others",
        "Would you like to keep in touch with other members through our newsletter?",
        "May we share details of future events by email?",
        "Are you happy for your email to be passed to our mailing list?",
        "Can we list your email for future updates?",
        "Would you like updates on the campaign at your employer?",
        "Would you like news from your parents association?",
        "Send me the newsletter and tell your friends",
        "Would you like updates about our appeal and your donation?",
        "Would you like news about your donation's impact?",
        "Would you like to join the mailing list and the waiting list?",
    ] {
        assert_eq!(both(question), ["yes, ", "no, "], "{question}");
    }
    for question in [
        "Would you like to be on the choir's mailing list?",
        "Add me to the stewards' email list",
        "Can we share your email with the branch for future updates?",
        "Would you like news to go to your employer?",
        "Get updates on LinkedIn",
        "Would you like to receive information about the livestream?",
        "Would you like updates about your donation?",
        "May we list your name on the participants' mailing list?",
    ] {
        assert_eq!(both(question), [", ", ", "], "{question}");
    }
}

#[test]
fn that_one_can_leave_the_news_at_any_time_refuses_nothing() {
    for question in [
        "Consent [I agree to receive updates from the organisers (you can unsubscribe at any time)]",
        "I consent to: [Receiving the newsletter (you can opt out any time)]",
        "Please tick [Send me news by email; I may withdraw consent at any time]",
        "Consent (I agree to receive updates; you can unsubscribe at any time)",
        "Email me updates, I can unsubscribe at any time",
        "Newsletter – jederzeit abbestellbar",
        "Consentement [Je souhaite recevoir la newsletter (désinscription possible à tout moment)]",
        "Consentimiento [Quiero recibir el boletín (puede darse de baja en cualquier momento)]",
        "Zgoda [Chcę otrzymywać newsletter (można zrezygnować w każdej chwili)]",
    ] {
        assert_eq!(both(question), ["yes, ", "no, "], "{question}");
    }
    for question in [
        "Please note: you can unsubscribe from the newsletter at any time",
        "Newsletter: unsubscribe me at any time",
    ] {
        assert_eq!(both(question), ["no, ", ", "], "{question}");
    }
}

#[test]
fn what_is_promised_behind_a_wish_refuses_nothing() {
    for question in [
        "Newsletter: we will never share your data",
        "Sign up to our newsletter - we will never sell your data",
        "Join the mailing list - no spam, ever",
        "Email updates - we won't bombard you",
        "Newsletter – you will not receive more than four a year",
        "Newsletter, kein Spam",
        "Je souhaite recevoir la newsletter - pas de spam",
    ] {
        assert_eq!(both(question), ["yes, ", "no, "], "{question}");
    }
    for question in [
        "No newsletter, we will never share your data",
        "Newsletter - we will not send it if you tick this",
        "Newsletter, please never pass on",
    ] {
        assert_eq!(both(question), ["no, ", ", "], "{question}");
    }
    for question in ["Photos: never share my picture", "Photos, no sharing"] {
        assert_eq!(both(question), [", no", ", "], "{question}");
    }
}

#[test]
fn who_gets_or_makes_the_news_or_takes_photos_already_has_agreed_to_nothing() {
    for question in [
        "Are you getting our newsletter?",
        "Would you like to join the newsletter team?",
        "Join the newsletter editorial group",
        "Are you the person who sends the newsletter?",
        "May we use photos you take?",
        "I have uploaded my photo",
        "Gibt Ihr Verein einen Rundbrief heraus?",
        "¿Lee nuestro boletín?",
        "Czy dostaje Pani nasz newsletter?",
        "Czy otrzymał Pan nasz newsletter?",
        "Ydych chi'n darllen ein cylchlythyr?",
        "Ydych chi'n derbyn ein cylchlythyr?",
        "Kya aap ko hamara newsletter milta hai?",
    ] {
        assert_eq!(both(question), [", ", ", "], "{question}");
    }
}
