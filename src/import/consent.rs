use super::columns::heading;

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
    "o",
    "t",
    "x",
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

/// Reads an answer: `Yes`, `Yes, please` and the like are a yes; `Yes, but …` is none.
pub(super) fn read(answer: &str) -> Consent {
    match answer {
        "Yes" | "yes" => return Consent::Yes,
        "No" | "no" => return Consent::No,
        _ => {}
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
    let doubtful = |word: &str| {
        matches!(
            word,
            "but"
                | "not"
                | "no"
                | "only"
                | "unless"
                | "except"
                | "don"
                | "aber"
                | "nicht"
                | "nur"
                | "mais"
                | "pas"
                | "pero"
        )
    };
    match first {
        "no" | "nein" | "non" | "nie" => Consent::No,
        "yes" | "ja" | "oui" | "si" | "tak" if !words.any(doubtful) => Consent::Yes,
        _ => Consent::Unclear,
    }
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
        ] {
            assert_eq!(read(yes), Consent::Yes, "{yes}");
        }
        for no in ["No", "Nein", "no thanks", "FALSE", "No, never"] {
            assert_eq!(read(no), Consent::No, "{no}");
        }
        for unclear in ["maybe", "Yes, but not by e-mail", "by post", "?"] {
            assert_eq!(read(unclear), Consent::Unclear, "{unclear}");
        }
    }
}
