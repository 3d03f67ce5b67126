/// Returns the candidate that was probably meant by `word`, if one is near enough.
///
/// Compared without case, spaces, dashes and underscores, then by Jaro-Winkler likeness of at least 0.84.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace(['-', '_', ' '], "");
    let wanted = plain(word);
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&wanted, &plain(candidate)), candidate))
        .filter(|(likeness, _)| *likeness >= 0.84)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

/// Returns "did you mean `x`?" for the closest candidate.
pub fn did_you_mean<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    closest(word, candidates).map(|candidate| format!("did you mean `{candidate}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typing_slip_finds_the_word_meant() {
        assert_eq!(closest("capcity", ["name", "capacity"]), Some("capacity"));
        assert_eq!(closest("e-mail", ["name", "email"]), Some("email"));
        assert_eq!(
            closest("Europe/Berln", ["Europe/Berlin", "Europe/Dublin"]),
            Some("Europe/Berlin")
        );
    }

    #[test]
    fn a_strange_word_finds_nothing() {
        assert_eq!(closest("zebra", ["name", "capacity"]), None);
    }
}
