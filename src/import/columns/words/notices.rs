use super::holds;

/// How a heading begins that tells somebody something, or asks whether they know: whoever knows it has not agreed to it.
const NOTICES: &[&str] = &[
    "i understand",
    "i am aware",
    "i m aware",
    "are you aware",
    "be aware",
    "i acknowledge",
    "please note",
    "note that",
    "i have been informed",
    "i have been told",
    "i know that",
    "zur kenntnis",
    "mir ist bekannt",
    "mir ist bewusst",
    "ist ihnen bekannt",
    "bitte beachten",
    "ich verstehe",
    "je comprends",
    "pris connaissance",
    "je suis informe",
    "je suis informee",
    "veuillez noter",
    "entiendo",
    "comprendo",
    "soy consciente",
    "estoy informado",
    "estoy informada",
    "przyjmuje do wiadomosci",
    "rozumiem",
    "jestem swiadomy",
    "jestem swiadoma",
    "prosze pamietac",
    "rwy n deall",
    "dw i n deall",
    "rwy n ymwybodol",
    "mujhe maloom hai",
    "mujhe ilm hai",
];

/// Words with which somebody agrees all the same.
const AGREEING: &[&str] = &[
    "agree",
    "consent",
    "happy",
    "accept",
    "allow",
    "permission",
    "stimme",
    "einverstanden",
    "accepte",
    "autorise",
    "acepto",
    "autorizo",
    "zgadzam",
    "zgode",
    "cytuno",
    "razi",
];

/// Tells whether a sentence only tells somebody something: `I understand that photos will be taken`.
pub(super) fn is_a_notice(words: &str) -> bool {
    let any = |list: &[&str]| list.iter().any(|one| holds(words, one));
    any(NOTICES) && !any(AGREEING)
}
