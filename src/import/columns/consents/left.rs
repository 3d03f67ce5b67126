//! Columns that take back what another one agrees to: who has left the mailing list, or withdrawn a consent.

use super::super::draft::Draft;
use super::super::heading::{heading, question};
use super::super::words::{self, is_any, taken_back};
use crate::import::consent::{self, Consent, Left};
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};

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
    "abgemeldet vom newsletter",
    "desabonne",
    "desinscrit",
];

/// As [`LEFT`], in the words of those who ask for it, each between bars.
const ASKS_TO_LEAVE: &str = "unsubscribe me|please unsubscribe me|unsubscribe me from emails|unsubscribed from all|\
    unsubscribed from all email|unsubscribed from all emails|unsubscribed from emails|don t email me|please don t email me|\
    do not email me|please do not email me|don t contact me|please don t contact me|do not contact me|\
    please do not contact me|i don t want emails|i do not want emails|i don t want any emails|i don t want the newsletter|\
    i do not want to be contacted|take me off your list|take me off the list|please take me off your list|\
    remove me from your list|remove me from the list|remove me from the mailing list|please remove me from the mailing list|\
    no emails please|please no emails|no e mails please|no marketing|no marketing emails|marketing opt out|email marketing opt out|opt me out|no mail|no updates|\
    stop emails|stop emailing me|no contact|\
    keine e mails|keine emails|kein newsletter|keine newsletter|keine werbung|ich mochte keine e mails erhalten|\
    ich mochte keine e mails|ich mochte keinen newsletter|ich mochte keinen newsletter erhalten|newsletter abbestellen|\
    newsletter abbestellt|newsletter abgemeldet|abbestellt|abmelden|abgemeldet|abgemeldet am|bitte abmelden|\
    bitte nicht kontaktieren|nicht kontaktieren|\
    ne pas me contacter|ne pas contacter|pas d e mails|pas d emails|pas de newsletter|me desinscrire|me desabonner|\
    desabonnement|desinscription|desabonne de la newsletter|je ne souhaite pas recevoir d e mails|\
    je ne veux pas recevoir d e mails|je ne souhaite pas etre contacte|\
    dado de baja|darme de baja|dar de baja|no contactar|no enviar correos|no quiero correos|no quiero recibir correos|\
    no deseo recibir correos|no me contacten|baja del boletin|\
    nie chce otrzymywac e maili|nie chce e maili|nie chce newslettera|nie chce otrzymywac newslettera|wypisz mnie|\
    wypisany|wypisana|prosze o wypisanie|prosze mnie wypisac|nie kontaktowac|rezygnuje z newslettera|\
    dim e byst|dim ebyst|dim diweddariadau|dad danysgrifio|tynnwch fi oddi ar y rhestr|peidiwch a chysylltu|\
    emails nahi|email na bhejein|mujhe email na bhejein|list se nikal dein";

/// Headings of columns that say what somebody gets, or has agreed to, below which they may refuse it, between bars. That
/// they agree to it is known there of nobody: it may be to a letter.
const STATES: &str = "subscription status|email subscription status|email marketing status|\
    marketing status|mailing list status|newsletter status|mailing status|consent status|gdpr|gdpr consent|\
    gdpr status|gdpr consent status|gdpr permission|gdpr opt in|subscribed|is subscribed|still subscribed|\
    email subscribed|currently subscribed|subscribed unsubscribed|email preference|email preferences|contact preference|\
    contact preferences|contact permission|contact permissions|communication preference|communication preferences|\
    communications preferences|mailing preferences|marketing preference|marketing preferences|newsletter preferences|\
    subscription preferences|\
    dsgvo|dsgvo einwilligung|newsletterstatus|kontaktpraferenz|kontaktpraferenzen|e mail praferenzen|\
    rgpd|consentement rgpd|statut d abonnement|abonne|abonnee|preferences de contact|preference de contact|\
    preferences e mail|consentimiento rgpd|estado de suscripcion|suscrito|preferencias de contacto|\
    preferencias de correo|rodo|zgoda rodo|status subskrypcji|preferencje kontaktu|dewisiadau cyswllt|\
    dewisiadau e bost|statws tanysgrifiad";

/// As [`STATES`], where a no may be one to something else, and only a word for it is none.
const NAMED: &str = "consent|consents|email status|list status";

/// Returns the columns that say that somebody has left the mailing list, and how each of them does.
pub(in crate::import::columns) fn left(draft: &Draft<'_>) -> Vec<(usize, Left)> {
    let columns = (0..draft.headings.len()).filter(|at| !draft.of(Field::Updates).contains(at));
    let how = columns.filter_map(|at| Some((at, how(draft, at)?)));
    how.collect()
}

fn how(draft: &Draft<'_>, column: usize) -> Option<Left> {
    let heading = question(&draft.headings[column]);
    if heading.is_empty() {
        return None;
    }
    let of_product = draft.product.unsubscribed;
    let is_named = of_product.contains(&draft.headings[column])
        || LEFT.contains(&heading)
        || is_any(&heading, ASKS_TO_LEAVE);
    let of = || taken_back::of(&heading, &draft.table.header[column]);
    let is_taken_back = || matches!(of(), Some(taken_back::Of::News | taken_back::Of::Both));
    match () {
        () if is_named => Some(Left::Told),
        () if is_taken_back() => Some(Left::Withdrawn),
        () if taken_back::is_why(&heading) => Some(Left::Why),
        () if is_any(&heading, STATES) => Some(Left::State),
        () if is_any(&heading, NAMED) || is_of_a_list(draft, column) => Some(Left::Named),
        () => is_against(draft, column, Field::Updates).then_some(Left::Told),
    }
}

/// Tells whether a plain `Status` is that of a list.
fn is_of_a_list(draft: &Draft<'_>, column: usize) -> bool {
    draft.of(Field::Status).contains(&column)
        && draft.any(column, |cell| self::heading(cell) == "unsubscribed")
}

/// Returns the columns of photos in which a yes is a no: `No photos of me`.
pub(in crate::import::columns) fn unseen(draft: &Draft<'_>) -> Vec<usize> {
    let is_taken_back = |at: usize| {
        let of = taken_back::of(&question(&draft.headings[at]), &draft.table.header[at]);
        matches!(of, Some(taken_back::Of::Photos | taken_back::Of::Both))
    };
    let columns = (0..draft.headings.len()).filter(|at| !draft.of(Field::Photo).contains(at));
    columns
        .filter(|at| is_taken_back(*at) || is_against(draft, *at, Field::Photo))
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

fn is_plain(cell: &str) -> bool {
    consent::read(cell) != Consent::Unclear
}
