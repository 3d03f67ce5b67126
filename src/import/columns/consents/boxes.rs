use super::super::draft::Draft;
use super::super::heading::heading;
use super::super::words;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};

/// Takes a box to tick that an export spreads over `… (Consent)`, `… (Text)` and `… (Description)`: what was ticked says
/// its text better than its heading, which may be no more than `Consent`.
pub(in crate::import::columns) fn read(draft: &mut Draft<'_>) {
    let labels = || draft.table.header.iter().map(|label| parts(label));
    let labels: Vec<Option<(String, String)>> = labels().collect();
    for (column, parts) in labels.iter().enumerate() {
        let Some((name, part)) = parts.as_ref() else {
            continue;
        };
        let beside = |wanted: &str| {
            let mut columns = 0..labels.len();
            columns.find(
                |at| matches!(&labels[*at], Some((other, part)) if other == name && part == wanted),
            )
        };
        let Some(text) = beside("text").filter(|_| part == "consent") else {
            continue;
        };
        if draft.certain.contains(&column) || draft.is_used(column) {
            continue;
        }
        draft.certain.extend(
            [Some(column), Some(text), beside("description")]
                .into_iter()
                .flatten(),
        );
        for field in [Field::Updates, Field::Photo] {
            if draft.of(field).is_empty() && asks(draft, name, text, field) {
                draft.set(field, vec![column]);
                break;
            }
        }
    }
}

/// Tells whether a box asks for a consent: each text that people have ticked does or else, where they have none, its
/// heading.
fn asks(draft: &Draft<'_>, name: &str, text: usize, field: Field) -> bool {
    // All have the same text but for changes of the form, so that few are looked at.
    let rows = draft.rows();
    let mut texts: Vec<&str> = Vec::new();
    for cell in rows
        .map(|row| row.cell(text))
        .filter(|cell| !cell.is_empty())
    {
        if !texts.contains(&cell) {
            texts.push(cell);
        }
        if texts.len() > MOST_TEXTS {
            return false;
        }
    }
    match texts.is_empty() {
        true => is_asked(name, field),
        false => texts.iter().all(|text| is_asked(text, field)),
    }
}

/// Tells whether a sentence asks for a consent, or agrees to it.
pub(super) fn is_asked(text: &str, field: Field) -> bool {
    let words = heading(text);
    if words::turns_round(&words) {
        return false;
    }
    let about = words::scores(&words)
        .iter()
        .any(|(found, _)| *found == field);
    let writing = field == Field::Updates && words::asks_to_write(&words);
    writing || about && words::asks_for(text, field)
}

/// A form is not changed more often while people sign up.
const MOST_TEXTS: usize = 10;

/// Returns the name and the part of a heading like `Mailing list (Consent)`.
fn parts(label: &str) -> Option<(String, String)> {
    let (name, part) = label.trim().strip_suffix(')')?.rsplit_once('(')?;
    Some((name.trim().to_string(), heading(part)))
}

/// Returns the columns of consents in which a cross stands beside another yes, so that it may be a no.
pub(in crate::import::columns) fn crossed(draft: &Draft<'_>) -> Vec<usize> {
    let fields = [Field::Updates, Field::Photo].into_iter();
    let columns = fields.flat_map(|field| draft.of(field).iter().copied());
    let any = |column: usize, fits: fn(&str) -> bool| draft.any(column, fits);
    columns
        .filter(|at| any(*at, consent::is_cross) && any(*at, is_other_yes))
        .collect()
}

fn is_other_yes(cell: &str) -> bool {
    !consent::is_cross(cell) && consent::read(cell) == Consent::Yes
}

fn is_plain(cell: &str) -> bool {
    consent::read(cell) != Consent::Unclear
}

/// Headings of columns that say that somebody wants no more mail, whatever product they are from.
const LEFT: WordList = list![
    "unsubscribed",
    "is unsubscribed",
    "email unsubscribed",
    "unsubscribed at",
    "unsubscribed on",
    "unsubscribe date",
    "opted out",
    "email opted out",
    "has opted out of email",
    "email opt out",
    "opt out",
    "newsletter opt out",
    "opt out of emails",
    "opt out of newsletter",
    "unsubscribe",
    "no newsletter",
    "no mailings",
    "no bulk emails",
    "do not email",
    "do not contact",
    "no emails",
    "email blacklisted",
    "subscription status",
    "email subscription status",
    "email marketing status",
    "mailing list status",
    "newsletter status",
    "abgemeldet vom newsletter",
    "desabonne",
    "desinscrit",
];

/// As [`LEFT`], in the words of those who ask for it, each between bars.
const ASKS_TO_LEAVE: &str = "|unsubscribe me|please unsubscribe me|unsubscribe me from emails|unsubscribed from all|\
    unsubscribed from all email|unsubscribed from all emails|unsubscribed from emails|don t email me|please don t email me|\
    do not email me|please do not email me|don t contact me|please don t contact me|do not contact me|\
    please do not contact me|i don t want emails|i do not want emails|i don t want any emails|i don t want the newsletter|\
    i do not want to be contacted|take me off your list|take me off the list|please take me off your list|\
    remove me from your list|remove me from the list|remove me from the mailing list|please remove me from the mailing list|\
    no emails please|please no emails|no e mails please|no marketing|no marketing emails|marketing opt out|email marketing opt out|opt me out|no mail|no updates|\
    stop emails|stop emailing me|no contact|\
    keine e mails|keine emails|kein newsletter|keine newsletter|keine werbung|ich mochte keine e mails erhalten|\
    ich mochte keine e mails|ich mochte keinen newsletter|ich mochte keinen newsletter erhalten|newsletter abbestellen|\
    newsletter abbestellt|newsletter abgemeldet|abbestellt|abmelden|abgemeldet|bitte abmelden|\
    bitte nicht kontaktieren|nicht kontaktieren|\
    ne pas me contacter|ne pas contacter|pas d e mails|pas d emails|pas de newsletter|me desinscrire|me desabonner|\
    desabonnement|desinscription|desabonne de la newsletter|je ne souhaite pas recevoir d e mails|\
    je ne veux pas recevoir d e mails|je ne souhaite pas etre contacte|\
    dado de baja|darme de baja|dar de baja|no contactar|no enviar correos|no quiero correos|no quiero recibir correos|\
    no deseo recibir correos|no me contacten|baja del boletin|\
    nie chce otrzymywac e maili|nie chce e maili|nie chce newslettera|nie chce otrzymywac newslettera|wypisz mnie|\
    wypisany|wypisana|prosze o wypisanie|prosze mnie wypisac|nie kontaktowac|rezygnuje z newslettera|\
    dim e byst|dim ebyst|dim diweddariadau|dad danysgrifio|tynnwch fi oddi ar y rhestr|peidiwch a chysylltu|\
    emails nahi|email na bhejein|mujhe email na bhejein|list se nikal dein|";

/// Returns the columns that say that somebody has left the mailing list.
pub(in crate::import::columns) fn left(draft: &Draft<'_>) -> Vec<usize> {
    let named = |at: &usize| {
        let heading = draft.headings[*at].as_str();
        draft.product.unsubscribed.contains(heading)
            || LEFT.contains(heading)
            || !heading.is_empty() && ASKS_TO_LEAVE.contains(&format!("|{heading}|"))
    };
    // A plain `Status` may be that of a list.
    let of_list = |at: &usize| {
        draft.of(Field::Status).contains(at)
            && draft.any(*at, |cell| heading(cell) == "unsubscribed")
    };
    let own = |at: &usize| !draft.of(Field::Updates).contains(at);
    let columns = (0..draft.headings.len()).filter(own);
    columns
        .filter(|at| named(at) || of_list(at) || is_against(draft, *at, Field::Updates))
        .collect()
}

/// Returns the columns of photos in which a yes is a no: `No photos of me`.
pub(in crate::import::columns) fn unseen(draft: &Draft<'_>) -> Vec<usize> {
    let columns = 0..draft.headings.len();
    columns
        .filter(|at| is_against(draft, *at, Field::Photo))
        .collect()
}

/// Tells whether a column is against a consent, with a yes or a no below it: `I do not want your newsletter`.
fn is_against(draft: &Draft<'_>, column: usize, field: Field) -> bool {
    let text = draft.table.header[column].as_str();
    let about = || {
        let mut scores = words::scores(&draft.headings[column]).into_iter();
        scores.any(|(found, _)| found == field)
    };
    let unwritten = || field == Field::Updates && words::is_unwritten(text);
    !draft.is_used(column)
        && !draft.certain.contains(&column)
        && (about() && words::asks_against(text) || unwritten())
        && !words::asks_for(text, field)
        && (field != Field::Updates || words::refuses_our_news(text))
        && draft.mostly(column, 0.8, is_plain)
}
