pub(super) fn month_name(token: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let token = token.trim_end_matches('.').to_lowercase();
    if token.len() < 3 || !token.is_ascii() {
        return None;
    }
    let at = MONTHS.iter().position(|month| {
        *month == token || month[..3] == token || token == "sept" && *month == "september"
    })?;
    u32::try_from(at + 1).ok()
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
    const FILLERS: [&str; 19] = [
        "at",
        "on",
        "uhr",
        "um",
        "of",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let token = token.trim_end_matches('.').to_lowercase();
    FILLERS.contains(&token.as_str()) || token == "-" || token == "–"
}
