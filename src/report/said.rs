/// Answers that say that there is nothing to say, in the languages of the sign-up forms that people bring.
const NOTHING: [&str; 22] = [
    "-",
    "--",
    ".",
    "/",
    "0",
    "n/a",
    "na",
    "nil",
    "no",
    "none",
    "nope",
    "nothing",
    "not applicable",
    "nein",
    "keine",
    "keiner",
    "nichts",
    "non",
    "aucun",
    "aucune",
    "rien",
    "null",
];

/// Returns what an answer says, without surrounding space; none if it says nothing.
pub(super) fn said(answer: &str) -> Option<&str> {
    let answer = answer.trim();
    let word = answer.trim_end_matches(['.', '!']).to_lowercase();
    (!word.is_empty() && !NOTHING.contains(&word.as_str())).then_some(answer)
}

/// Returns what makes two spellings of an answer one: case and spacing do not matter.
pub(super) fn folded(answer: &str) -> String {
    let words: Vec<String> = answer.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_and_none_are_no_answers() {
        for nothing in ["", " ", "None.", "n/a", "NEIN", "-", "aucune"] {
            assert_eq!(said(nothing), None, "{nothing}");
        }
        assert_eq!(said(" no nuts "), Some("no nuts"));
    }
}
