//! By which way somebody is told: mail goes by e-mail, so that whoever wants news by another has not asked for it.

use super::holds;
use crate::import::word_list::{WordList, list};

/// Other ways, wherever in a question they stand.
const OTHER_WAYS: WordList = list![
    "sms",
    "smses",
    "by text",
    "via text",
    "text me",
    "text you",
    "text message",
    "text messages",
    "text messaging",
    "texts",
    "by phone",
    "by telephone",
    "via phone",
    "over the phone",
    "phone call",
    "phone calls",
    "phone me",
    "phone you",
    "call me",
    "call you",
    "by call",
    "whatsapp",
    "whats app",
    "telegram",
    "viber",
    "via signal",
    "on signal",
    "signal group",
    "facebook",
    "instagram",
    "twitter",
    "messenger",
    "social media",
    "by post",
    "via post",
    "in the post",
    "through the post",
    "post only",
    "postal",
    "by letter",
    "snail mail",
    "by hand",
    "direct mail",
    "through my letterbox",
    // German
    "per post",
    "postalisch",
    "auf dem postweg",
    "per brief",
    "brieflich",
    "telefonisch",
    "telefonische",
    "per telefon",
    "am telefon",
    "per anruf",
    // French
    "texto",
    "textos",
    "par telephone",
    "par courrier",
    "par la poste",
    "par voie postale",
    "par lettre",
    // Spanish
    "por telefono",
    "mensaje de texto",
    "mensajes de texto",
    "por correo postal",
    "correo postal",
    "por carta",
    // Polish
    "sms em",
    "smsem",
    "smsy",
    "telefonicznie",
    "telefonicznego",
    "przez telefon",
    "listownie",
    "poczta",
    "poczta tradycyjna",
    // Welsh
    "neges destun",
    "negeseuon testun",
    "dros y ffon",
    "ar y ffon",
    "drwy r post",
    "trwy r post",
    "drwy lythyr",
    // Urdu
    "phone par",
    "phone pe",
    "fon par",
    "dak se",
    "dak ke zariye",
    "daak se",
];

/// Other ways where they stand in the question itself or behind it, and not beside it.
const BARE_WAYS: WordList = list![
    "phone",
    "telephone",
    "text",
    "telefon",
    "telefono",
    "post",
    "poste",
    "ffon",
    "mobile",
    "handy",
];

/// E-mail in the same question: whoever is asked for several ways at once has asked for that too.
const MAIL: WordList = list![
    "email",
    "emails",
    "emailed",
    "emailing",
    "e mail",
    "e mails",
    "e mailed",
    "mails",
    "by mail",
    "via mail",
    "per mail",
    "par mail",
    "por mail",
    "infomail",
    "courriel",
    "courriels",
    "courrier electronique",
    "correo electronico",
    "correos electronicos",
    "poczta elektroniczna",
    "poczta e mail",
    "mailem",
    "mailowo",
    "mailowa",
    "e mailem",
    "e bost",
    "ebost",
    "e post",
];

/// Tells whether a question asks to be told by another way than by e-mail.
pub(super) fn is_another_way(whole: &str, asking: &str) -> bool {
    let any = |words: &str, list: WordList| list.iter().any(|one| holds(words, one));
    let ends = |way: &str| {
        whole
            .strip_suffix(way)
            .is_some_and(|rest| rest.ends_with(' '))
    };
    let bare = any(asking, BARE_WAYS) || BARE_WAYS.iter().any(ends);
    let other = any(whole, OTHER_WAYS) || bare;
    other && !any(whole, MAIL)
}
