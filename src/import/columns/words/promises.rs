//! What is promised beside a question, which asks for nothing: that one can leave the list at any time, or that nobody
//! hands on an address.

use super::against::is_against;
use super::pictured::PHOTOS;
use super::stems::LEAVING;
use super::{holds_any, is_any, scores};
use crate::import::columns::heading::heading;
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};

/// When one can leave.
pub(super) const ANY_TIME: &str = "any time|anytime|jederzeit|a tout moment|en cualquier momento|w kazdej chwili|\
    w dowolnym momencie|unrhyw bryd|kisi bhi waqt";

/// How it is said that somebody can.
const CAN: &str = "you can|you may|you could|i can|i may|can be|may be|free to|able to|right to|possible|possibility|moglich|\
    konnen|kannst|konnt|kann|pouvez|peux|puis|puede|puedes|puedo|pueden|mozna|mozesz|moge|moze pan|moze pani|\
    gallwch|gallaf|sakte|sakta";

/// Who would not do something, and that it is not done.
const NEVER: &str = "we will never|we ll never|we never|we will not|we won t|we wont|we do not|we don t|you will not|\
    you won t|will not be|will never be|won t be|are never|no|never|kein|keine|nie|niemals|nicht|ne|pas de|pas|jamais|sans|nunca|\
    jamas|sin|nigdy|zadnego|bez|ni fyddwn|dim|byth";

/// What is not done then, how words for it begin.
const MISDEEDS: WordList = list![
    "shar",
    "sell",
    "sold",
    "pass",
    "spam",
    "bombard",
    "rent",
    "disclos",
    "flood",
    "overwhelm",
    "swamp",
    "inundat",
    "weitergegeben",
    "weitergeb",
    "verkauf",
    "weitergabe",
    "partag",
    "transmi",
    "vend",
    "revend",
    "communiqu",
    "compart",
    "ceder",
    "cedid",
    "venderemos",
    "udostepni",
    "przekaz",
    "sprzeda",
    "rhannu",
    "gwerthu",
    "sbam",
    "spamu",
    "zuspam",
];

/// How often something comes at most.
const NO_MORE_THAN: &str = "more than|mehr als|plus de|mas de|wiecej niz|mwy na";

/// What makes a promise hang on the answer.
const WHERE_TICKED: &str = "if|unless|tick|ticking|ticked|untick|box|wenn|falls|si|jesli|os|agar";

/// How a question begins that is for whoever said no to the one before it, as typed and in lower case, and how it goes on.
const IF_NOT: [&str; 9] = [
    "if not",
    "if no",
    "wenn nicht",
    "falls nicht",
    "sinon",
    "si no",
    "jeśli nie",
    "os na",
    "agar nahi",
];
const ASKS: &str = "can we|may we|could we|shall we|would you like|do you want|are you happy|durfen wir|mochten sie|\
    mochtest du|pouvons nous|peut on|souhaitez vous|podemos|desea|quiere|czy mozemy|czy chcesz|gawn ni|allwn ni|hoffech chi|kya hum";

/// Returns a question without the no that was given to another one: `If not, can we keep you informed?`
fn without_if_not(text: &str) -> &str {
    let asked = |start: &&str| {
        let begins = text.get(..start.len())?.to_lowercase() == **start;
        let rest = text.get(start.len()..).filter(|_| begins)?;
        let words = heading(rest);
        let mut asks = ASKS.split('|');
        let asks = asks.any(|ask| words == ask || words.starts_with(&format!("{ask} ")));
        asks.then_some(rest)
    };
    IF_NOT.iter().find_map(asked).unwrap_or(text)
}

/// Returns a question without what is promised beside it. What it begins with is the question.
pub(super) fn without_promises(text: &str) -> String {
    let text = without_if_not(text.trim_start());
    let whole = heading(text);
    if !is_against(&whole) {
        return text.to_string();
    }
    // `Photos, no sharing` says which photos one agrees to.
    let pictured = holds_any(&whole, PHOTOS);
    let mut kept = String::new();
    let mut begun = false;
    let pieces = text.split_inclusive(|c| "?!.;:,()[]\n–—".contains(c));
    for piece in pieces.flat_map(|piece| piece.split_inclusive(" - ")) {
        let words = heading(piece);
        if begun && is_promise(&words, pictured) {
            let end = piece.trim_end_matches(" - ").chars().last();
            kept.extend(end.filter(|end| !end.is_alphanumeric()));
        } else {
            kept.push_str(piece);
        }
        begun |= !words.is_empty();
    }
    // `Please note: you can unsubscribe from the newsletter at any time` asks for nothing else.
    let about = |words: &str| {
        let found = scores(words).into_iter().map(|(field, _)| field);
        let mut found: Vec<Field> = found.collect();
        found.retain(|field| matches!(field, Field::Updates | Field::Photo));
        !found.is_empty()
    };
    if about(&whole) && !about(&heading(&kept)) {
        return text.to_string();
    }
    kept
}

fn is_promise(words: &str, pictured: bool) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    let leaves = || {
        let can = holds_any(words, CAN) || is_leaving(first) && !holds_any(words, "me|my|i");
        holds_any(words, ANY_TIME) && is_leaving(words) && can
    };
    let misdeed = || {
        let mut words = words.split(' ');
        words.any(|word| MISDEEDS.iter().any(|deed| word.starts_with(deed)))
    };
    let spares = || holds_any(words, NEVER) && (misdeed() || holds_any(words, NO_MORE_THAN));
    let asks = || {
        holds_any(
            words,
            "please|bitte|prosze|me|my|i do|i don t|i want|mein|meine|meinen|meiner|mon|ma|mes|mi|mis|moj|moje|moich|fy|mich|ich|je|me|quiero|chce|mnie|fi",
        )
    };
    let hangs = || words.split(' ').any(|word| is_any(word, WHERE_TICKED));
    (leaves() || !pictured && spares() && !asks()) && !hangs()
}

/// Tells whether it is spoken of leaving a list.
fn is_leaving(words: &str) -> bool {
    const STEMS: WordList = list![
        "desinscri",
        "desabonn",
        "zrezygn",
        "cofn",
        "desuscri",
        "dad",
    ];
    let begins = |word: &str| {
        LEAVING
            .iter()
            .chain(STEMS)
            .any(|stem| word.starts_with(stem))
    };
    holds_any(words, "opt out|opting out|withdraw|withdrawn|baja|leave")
        || words.split(' ').any(begins)
}
