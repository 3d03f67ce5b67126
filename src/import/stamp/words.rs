use crate::import::columns::{heading, is_weekday, month};
use crate::import::word_list::{WordList, list};

/// Returns the number of the month that a word is or is short for.
pub(super) fn month_name(token: &str) -> Option<u32> {
    let is_word = token.len() >= 3 && !token.bytes().any(|byte| byte.is_ascii_digit());
    is_word.then(|| month(&heading(token))).flatten()
}

pub(super) fn ordinal(token: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th", "."]
        .iter()
        .find_map(|ending| token.strip_suffix(ending))
        .unwrap_or(token);
    let fits =
        !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

/// Words around a moment that say nothing more about it.
pub(super) fn is_filler(token: &str) -> bool {
    const FILLERS: WordList = list![
        "@", "à", "a", "o", "at", "on", "uhr", "um", "of", "mon", "tue", "wed", "thu", "fri",
        "sat", "sun", "den", "de", "del", "le", "el", "dnia", "r",
    ];
    let token = token.trim_end_matches('.').to_lowercase();
    FILLERS.contains(token.as_str()) || is_weekday(&heading(&token)) || token == "-" || token == "–"
}
