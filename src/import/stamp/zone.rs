/// Returns how many minutes a zone is ahead of UTC; only names that mean one offset everywhere.
pub(in crate::import) fn zone(token: &str) -> Option<i64> {
    let hours = match token {
        "GMT" | "UTC" | "Z" | "WET" => 0,
        "BST" | "CET" | "WEST" | "MEZ" => 1,
        "CEST" | "EET" | "MESZ" => 2,
        "EEST" => 3,
        "EST" | "CDT" => -5,
        "EDT" => -4,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        _ => {
            let shift = token
                .strip_prefix("GMT")
                .or_else(|| token.strip_prefix("UTC"))
                .unwrap_or(token);
            return shifted(shift, shift.len() < token.len());
        }
    };
    Some(hours * 60)
}

/// Reads `+1`, `-05:30`, `+0200`; a bare hour only where a name stands before it.
fn shifted(text: &str, named: bool) -> Option<i64> {
    let (sign, digits) = match (text.strip_prefix('+'), text.strip_prefix(['-', '−'])) {
        (Some(digits), _) => (1, digits),
        (None, Some(digits)) => (-1, digits),
        (None, None) => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
        None if named && digits.len() <= 2 => (digits, "0"),
        None => return None,
    };
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}
