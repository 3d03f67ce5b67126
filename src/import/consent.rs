mod refusals;
mod sentences;
mod words;

pub(super) use refusals::{Left, takes_back};
pub(super) use sentences::{gives, is_agreement, sentence};

use words::{AGREES, DOUBTFUL, HARMLESS, NO, YES, is_in};

use super::columns::heading;
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

/// Reads an answer that may say more than yes or no: `no nuts` is unclear.
pub(super) fn bare(answer: &str) -> Consent {
    if let Some(said) = both(answer).and_then(|(one, other)| in_both(bare(one), bare(other))) {
        return said;
    }
    if let Some(said) = mark(answer) {
        return said;
    }
    let answer = heading(answer);
    if YES.contains(answer.as_str()) {
        Consent::Yes
    } else if NO.contains(answer.as_str()) {
        Consent::No
    } else {
        Consent::Unclear
    }
}

/// What a tick or a cross that is none of the letters says.
fn mark(answer: &str) -> Option<Consent> {
    match answer.trim_end_matches('\u{fe0f}') {
        "✓" | "✔" | "☑" | "✅" => Some(Consent::Yes),
        "✗" | "✘" | "❌" | "☐" => Some(Consent::No),
        _ => None,
    }
}

/// What two languages say: unclear if they do not say the same, and none if not both say something.
fn in_both(one: Consent, other: Consent) -> Option<Consent> {
    let are_clear = ![one, other].contains(&Consent::Unclear);
    are_clear.then_some(if one == other { one } else { Consent::Unclear })
}

/// Reads an answer: `Yes`, `Yes, please` and the like are a yes; `Yes, but …` is none, nor is a yes followed by anything
/// that is not known to leave it one.
pub(super) fn read(answer: &str) -> Consent {
    match answer {
        "Yes" | "yes" => return Consent::Yes,
        "No" | "no" => return Consent::No,
        _ => {}
    }
    if let Some(said) = mark(answer) {
        return said;
    }
    if let Some(said) = both(answer).and_then(|(one, other)| in_both(read(one), read(other))) {
        return said;
    }
    // `Yes?` asks back, and a box that is not ticked says what it would say if it were.
    if answer.ends_with('?') || answer.starts_with('☐') || answer.starts_with("[ ]") {
        return Consent::Unclear;
    }
    let answer = heading(answer);
    if YES.contains(answer.as_str()) {
        return Consent::Yes;
    }
    if NO.contains(answer.as_str()) {
        return Consent::No;
    }
    let mut words = answer.split(' ');
    let first = words.next().unwrap_or_default();
    match first {
        "no" | "nein" | "non" | "nie" => Consent::No,
        "yes" | "ja" | "oui" | "si" | "tak" | "haan" | "hoffwn" => {
            let harmless = |word: &str| is_in(HARMLESS, word) || word.parse::<u32>().is_ok();
            match words.all(harmless) {
                true => Consent::Yes,
                false => Consent::Unclear,
            }
        }
        _ if AGREES.iter().any(|start| answer.starts_with(start))
            && !words.any(|word| is_in(DOUBTFUL, word)) =>
        {
            Consent::Yes
        }
        _ => Consent::Unclear,
    }
}

/// Tells whether an option that somebody ticked is no less than a yes to what it names: it says so, or says nothing but
/// what leaves a yes one and what it may say besides.
pub(super) fn agrees(option: &str, may_say: impl Fn(&str) -> bool) -> bool {
    let plain = heading(option);
    let names = |word: &str| is_in(HARMLESS, word) || may_say(word);
    read(option) == Consent::Yes || plain.split(' ').all(names)
}

/// Tells whether an answer is the cross that is a yes, unless others in its column are ticks.
pub(super) fn is_cross(answer: &str) -> bool {
    matches!(answer, "x" | "X")
}

/// Tells whether an answer repeats its question, as that to a question with one box to tick does.
pub(super) fn repeats(answer: &str, question: &str) -> bool {
    answer.len() > 3 && heading(answer) == heading(question)
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
            "Yes - of course, please add me to your mailing list!",
            "Ja, gerne per E-Mail",
            "Tak, proszę",
            "Sí, por favor",
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
            "Yes, I would like to opt out",
            "Yes - take me off the list",
            "Yes, opt me out",
            "Yes, I'd prefer you didn't",
            "Please keep me off the list",
            "I consent to nothing",
            "Ja, bitte abmelden",
            "Oui, désinscrivez-moi",
            "Haan, par mat bhejein",
            "Yes, once a year at most",
            "Yes (withdrawn)",
            "☐ Yes",
            "[ ] Yes",
        ] {
            assert_eq!(read(unclear), Consent::Unclear, "{unclear}");
        }
    }
}
