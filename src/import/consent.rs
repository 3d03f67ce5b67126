use super::columns::heading;
use super::stamp;
use super::texts::both;

/// What somebody answered to a question for consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Consent {
    /// A clear yes.
    Yes,
    /// A clear no.
    No,
    /// Something else, which counts as no.
    Unclear,
}

const YES: &[&str] = &[
    "yes",
    "y",
    "true",
    "1",
    "ja",
    "oui",
    "si",
    "tak",
    "ie",
    "ydw",
    "haan",
    "han",
    "ji",
    "ji haan",
    "on",
    "checked",
    "ticked",
    "ok",
    "okay",
    "agree",
    "agreed",
    "i agree",
    "i consent",
    "consent",
    "opt in",
    "opted in",
    "subscribed",
    "yeah",
    "yep",
    "sure",
    "1 checked out of 1",
    "vrai",
    "verdadero",
    "wahr",
    "prawda",
    "j",
    "t",
    "x",
    "yes please",
    "please do",
];

const NO: &[&str] = &[
    "no",
    "n",
    "false",
    "0",
    "nein",
    "non",
    "nie",
    "na",
    "nage",
    "nac ydw",
    "nahi",
    "nahin",
    "ji nahi",
    "off",
    "unchecked",
    "not checked",
    "not ticked",
    "unticked",
    "disagree",
    "opt out",
    "opted out",
    "unsubscribed",
    "never",
    "nope",
    "none",
    "faux",
    "falso",
    "falsch",
    "f",
    "not",
    "no thanks",
    "no thank you",
];

/// How the sentence begins with which a box is ticked.
const AGREES: &[&str] = &[
    "i agree to",
    "i consent to",
    "i would like",
    "i d like",
    "i would love",
    "i d love",
    "i want to receive",
    "i want to hear",
    "i wish to receive",
    "i am happy to",
    "i m happy to",
    "i am happy for you to",
    "i m happy for you to",
    "please add me",
    "please keep me",
    "please send me",
    "add me to",
    "keep me informed",
    "keep me updated",
    "keep me posted",
    "sign me up",
    "subscribe me",
    "ich stimme",
    "ich willige",
    "ich mochte",
    "j accepte",
    "je souhaite",
    "je consens",
    "je veux",
    "acepto",
    "quiero recibir",
    "deseo recibir",
    "wyrazam zgode",
    "zgadzam sie",
    "chce otrzymywac",
    "rwy n cytuno",
];

/// Reads an answer that may say more than yes or no: `no nuts` is unclear.
pub(super) fn bare(answer: &str) -> Consent {
    if let Some(said) = both(answer).and_then(|(one, other)| in_both(bare(one), bare(other))) {
        return said;
    }
    let answer = heading(answer);
    if YES.contains(&answer.as_str()) {
        Consent::Yes
    } else if NO.contains(&answer.as_str()) {
        Consent::No
    } else {
        Consent::Unclear
    }
}

/// What two languages say: unclear if they do not say the same, and none if not both say something.
fn in_both(one: Consent, other: Consent) -> Option<Consent> {
    let are_clear = ![one, other].contains(&Consent::Unclear);
    are_clear.then_some(if one == other { one } else { Consent::Unclear })
}

/// Reads an answer: `Yes`, `Yes, please` and the like are a yes; `Yes, but …` is none.
pub(super) fn read(answer: &str) -> Consent {
    match answer {
        "Yes" | "yes" => return Consent::Yes,
        "No" | "no" => return Consent::No,
        _ => {}
    }
    match answer.trim_end_matches('\u{fe0f}') {
        "✓" | "✔" | "☑" | "✅" => return Consent::Yes,
        "✗" | "✘" | "❌" | "☐" => return Consent::No,
        _ => {}
    }
    if let Some(said) = both(answer).and_then(|(one, other)| in_both(read(one), read(other))) {
        return said;
    }
    // `Yes?` asks back, and a box that is not ticked says what it would say if it were.
    if answer.ends_with('?') || answer.starts_with('☐') || answer.starts_with("[ ]") {
        return Consent::Unclear;
    }
    let answer = heading(answer);
    if YES.contains(&answer.as_str()) {
        return Consent::Yes;
    }
    if NO.contains(&answer.as_str()) {
        return Consent::No;
    }
    let mut words = answer.split(' ');
    let first = words.next().unwrap_or_default();
    match first {
        "no" | "nein" | "non" | "nie" => Consent::No,
        "yes" | "ja" | "oui" | "si" | "tak" | "haan" | "hoffwn" if !words.any(is_doubtful) => {
            Consent::Yes
        }
        _ if AGREES.iter().any(|start| answer.starts_with(start)) && !words.any(is_doubtful) => {
            Consent::Yes
        }
        _ => Consent::Unclear,
    }
}

/// Tells whether a cell says that somebody has left the mailing list, where its heading asks for that: in the word, with
/// a yes or with the day.
pub(super) fn has_left(cell: &str) -> bool {
    const YES: [&str; 9] = ["yes", "y", "true", "1", "x", "ja", "oui", "si", "tak"];
    const LEFT: [&str; 4] = ["unsubscribed", "opted out", "opt out", "blacklisted"];
    let word = heading(cell);
    YES.contains(&word.as_str())
        || LEFT.iter().any(|left| word.starts_with(left))
        || word.is_empty() && read(cell) == Consent::Yes
        || stamp::is_stamp(cell)
}

/// Tells whether an answer is the cross that is a yes, unless others in its column are ticks.
pub(super) fn is_cross(answer: &str) -> bool {
    matches!(answer, "x" | "X")
}

/// Tells whether an answer repeats its question, as that to a question with one box to tick does.
pub(super) fn repeats(answer: &str, question: &str) -> bool {
    answer.len() > 3 && heading(answer) == heading(question)
}

/// Words that take back a yes, or make it one to something else: `Yes, but not by e-mail`, `Oui, sauf …`.
fn is_doubtful(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "but",
        "not",
        "no",
        "only",
        "unless",
        "except",
        "don",
        "dont",
        "if",
        "maybe",
        "perhaps",
        "depends",
        "depending",
        "provided",
        "sometimes",
        "however",
        "without",
        "stop",
        "never",
        "until",
        "rather",
        "unsubscribe",
        "remove",
        "post",
        "letter",
        "sms",
        "text",
        "phone",
        "whatsapp",
        "aber",
        "nicht",
        "nur",
        "kein",
        "keine",
        "keinen",
        "ohne",
        "vielleicht",
        "wenn",
        "falls",
        "sofern",
        "ausser",
        "mais",
        "pas",
        "ne",
        "n",
        "seulement",
        "sauf",
        "sans",
        "peut",
        "uniquement",
        "pero",
        "solo",
        "excepto",
        "salvo",
        "sin",
        "quiza",
        "quizas",
        "ale",
        "nie",
        "tylko",
        "bez",
        "chyba",
        "moze",
        "jesli",
        "ond",
        "ddim",
        "heb",
        "lekin",
        "magar",
        "nahi",
        "sirf",
        "agar",
    ];
    WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_clear_yes_is_a_yes() {
        for yes in [
            "Yes",
            "yes please",
            "Ja!",
            "Sí",
            "TRUE",
            "1",
            "I agree",
            "Yes, keep me informed",
            "Yes;",
            "I agree to receive news by e-mail",
            "Oui, avec plaisir",
            "✔️",
        ] {
            assert_eq!(read(yes), Consent::Yes, "{yes}");
        }
        for no in ["No", "Nein", "no thanks", "FALSE", "No, never"] {
            assert_eq!(read(no), Consent::No, "{no}");
        }
        for unclear in [
            "maybe",
            "Yes, but not by e-mail",
            "Yes, by post",
            "by post",
            "?",
            "Ja, keine Fotos bitte",
            "Oui, sauf par téléphone",
            "Tak, ale tylko pocztą",
            "I would like not to",
            "o",
            "Yes?",
            "☐ Yes",
            "[ ] Yes",
        ] {
            assert_eq!(read(unclear), Consent::Unclear, "{unclear}");
        }
    }
}
