//! By which way somebody is told: mail goes by e-mail, so that whoever wants news by another has not asked for it.

use super::{holds_any, is_any};
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
    "paper newsletter",
    "paper newsletters",
    "paper bulletin",
    "printed newsletter",
    "printed newsletters",
    "printed bulletin",
    "print newsletter",
    "paper copy",
    "printed copy",
    "hard copy",
    "paper version",
    "printed version",
    "print version",
    "paper edition",
    "print edition",
    "printed edition",
    "in paper form",
    "in printed form",
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
    "papierform",
    "papier newsletter",
    "gedruckten newsletter",
    "gedruckter newsletter",
    "gedruckten rundbrief",
    "gedruckter rundbrief",
    "gedruckter form",
    "gedruckte ausgabe",
    "gedruckte form",
    // French
    "texto",
    "textos",
    "par telephone",
    "par courrier",
    "par la poste",
    "par voie postale",
    "par lettre",
    "newsletter papier",
    "infolettre papier",
    "version papier",
    "format papier",
    "newsletter imprimee",
    "version imprimee",
    // Spanish
    "por telefono",
    "mensaje de texto",
    "mensajes de texto",
    "por correo postal",
    "correo postal",
    "por carta",
    "boletin impreso",
    "version impresa",
    "boletin en papel",
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
    "papierowy newsletter",
    "papierowego newslettera",
    "wersji papierowej",
    "papierowej wersji",
    "formie papierowej",
    // Welsh
    "neges destun",
    "negeseuon testun",
    "dros y ffon",
    "ar y ffon",
    "drwy r post",
    "trwy r post",
    "drwy lythyr",
    "cylchlythyr papur",
    "copi papur",
    "fersiwn bapur",
    "gopi papur",
    // Urdu
    "phone par",
    "phone pe",
    "fon par",
    "dak se",
    "dak ke zariye",
    "daak se",
    "kaghazi khabarnama",
    "kaghazi newsletter",
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

/// Other ways where they are the last words: `News on paper mills` are no paper.
const LAST_WAYS: WordList = list![
    "on paper",
    "in print",
    "auf papier",
    "sur papier",
    "en papel",
    "na papierze",
    "ar bapur",
    "kaghaz par",
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

/// What says that a way is not wanted, and what may stand between, between bars.
const INSTEAD: &str = "instead of|rather than|in place of|statt|anstatt|anstelle von|anstelle der|an stelle von|\
    au lieu de|au lieu d|au lieu du|au lieu des|plutot que|plutot qu|en lugar de|en lugar del|en vez de|en vez del|zamiast|yn lle|\
    yn hytrach na|yn hytrach nag";
const BETWEEN: &str = "by|via|through|an|the|your|as|per|der|die|des|einer|par|l|un|une|por|el|un|mediante|przez|na|drwy|trwy|yr";

/// What says that a way comes in the place of another one, and what may stand between besides, between bars.
const REPLACES: &str = "replaces|replace|replacing|will replace|ersetzt|remplace|remplacera|remplacant|sustituye a|sustituye|\
    reemplaza a|reemplaza|zastepuje|zastapi|n disodli|yn disodli|yn cymryd lle";
const OLD: &str = "our|old|former|previous|usual|existing|current|my|unsere|unseren|unser|den|das|bisherige|bisherigen|\
    le|la|les|notre|votre|los|las|nuestro|nuestra|a|nasz|nasza|nasze|r|ein|eich|hen";

/// What asks for the news that come in that place, and what asks whether they should, each between bars.
const ASKS: &str = "like|want|wish|receive|receiving|get|subscribe|sign up|send|sent|join|mochte|mochten|erhalten|bekommen|beziehen|\
    abonnieren|anmelden|recevoir|souhaite|souhaitez|voulez|voudrais|abonner|inscrire|quiero|quiere|desea|deseo|recibir|suscribirme|\
    suscribirse|otrzymywac|chce|chcesz|zapisac|derbyn|dderbyn|hoffwn|hoffech|bhejein|chahte|chahiye";
const SHOULD: &str = "should|shall|do you think|soll|sollte|sollten|devrait|faut il|debe|deberia|powinien|ddylai|\
    souhaitez vous que|voulez vous que|quiere que|desea que|chcesz aby|chcesz zeby";

/// All that may stand before it where a heading names the news and nothing else, between bars.
const BARE_NEWS: &str = "newsletter|newsletters|news|updates|rundbrief|infolettre|boletin|biuletyn|cylchlythyr|khabarnama|e|mail|email|\
    by|per|par|por|via|our|the|your|new|free|monthly|weekly|quarterly|regular|digital|online|electronic|unser|der|el|la|notre|\
    y|ein|this|which|it|will|er|sie|dies|elle|qui|que|n|yn|mae";

/// Paper where nothing else is said of what it brings.
const PAPER: WordList = list!["print", "paper", "papier", "papel", "papur"];

/// Tells whether a question asks to be told by another way than by e-mail.
pub(super) fn is_another_way(whole: &str, asking: &str) -> bool {
    let any = |words: &str, list: WordList| list.stands_in(words);
    let whole = without_instead(whole);
    let ends = |way: &str| {
        whole
            .strip_suffix(way)
            .is_some_and(|rest| rest.ends_with(' '))
    };
    let bare = any(asking, BARE_WAYS) || BARE_WAYS.iter().any(ends);
    let other = any(&whole, OTHER_WAYS) || bare || LAST_WAYS.iter().any(ends);
    other && !any(&whole, MAIL)
}

/// Tells whether an answer asks for another way than by e-mail.
pub(in crate::import::columns) fn is_sent_otherwise(answer: &str) -> bool {
    is_another_way(answer, "")
}

/// Returns a question without the way that is not wanted: `by text rather than email`, `this replaces our print edition`.
pub(super) fn without_instead(words: &str) -> String {
    let mut kept = words.to_string();
    for behind in ["ki bajaye", "ke bajaye"] {
        for mail in MAIL {
            kept = kept.replace(&format!(" {mail} {behind}"), "");
        }
    }
    let replaces = REPLACES.split('|').map(|verb| (verb, true));
    for (instead, is_replaced) in INSTEAD.split('|').map(|word| (word, false)).chain(replaces) {
        let Some((before, behind)) = kept.split_once(&format!("{instead} ")) else {
            continue;
        };
        if !before.is_empty() && !before.ends_with(' ') {
            continue;
        }
        if is_replaced && !asks_for_news(before.trim_end()) {
            continue;
        }
        let is_between = |word: &str| is_any(word, BETWEEN) || is_replaced && is_any(word, OLD);
        let mut rest = behind;
        while let Some((_, next)) = rest.split_once(' ').filter(|(word, _)| is_between(word)) {
            rest = next;
        }
        let others = OTHER_WAYS.iter().chain(PAPER).filter(|_| is_replaced);
        let mut ways = MAIL.iter().chain(others).filter_map(|way| {
            let rest = rest.strip_prefix(way)?;
            (rest.is_empty() || rest.starts_with(' ')).then_some(rest)
        });
        if let Some(rest) = ways.next() {
            kept = format!("{}{rest}", before.trim_end());
            kept = kept.trim().to_string();
        }
    }
    kept
}

/// Tells whether a question asks for what it says to come in the place of something, not whether that should come there:
/// `Should the newsletter replace our print edition?`
fn asks_for_news(before: &str) -> bool {
    let is_opinion = holds_any(before, SHOULD) || before.ends_with(" to");
    let is_bare = || before.split(' ').all(|word| is_any(word, BARE_NEWS));
    !is_opinion && (holds_any(before, ASKS) || is_bare())
}

#[cfg(test)]
mod tests {
    use super::super::super::heading;
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [INSTEAD, BETWEEN, REPLACES, OLD, ASKS, SHOULD, BARE_NEWS]
            .into_iter()
            .flat_map(|all| all.split('|'))
        {
            assert_eq!(heading(words), words);
        }
        for words in LAST_WAYS.iter().chain(OTHER_WAYS).chain(PAPER) {
            assert_eq!(heading(words), *words);
        }
    }
}
