use crate::import::phone;

/// Tells whether a number is what a spreadsheet shows of another one that was too long for its cell: `8.0E+09`, `4.5E+11` for
/// `+44 7700 900112`.
pub(super) fn is_rest(shown: &str, whole: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || "+ ()-".contains(c);
    if !phone::is_eaten(shown) || !whole.chars().all(is_part) {
        return false;
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let shown = shown.replace(',', ".").to_lowercase();
    let digits = shown.split('e').next().unwrap_or_default();
    let decimals = digits.split_once('.').map_or(0, |(_, rest)| rest.len());
    let (Ok(shown), Ok(whole)) = (shown.parse::<f64>(), whole.parse::<f64>()) else {
        return false;
    };
    format!("{shown:.decimals$e}") == format!("{whole:.decimals$e}")
}

/// A number without what is only a way to write it.
pub(super) struct Number {
    is_negative: bool,
    whole: String,
    fraction: String,
    currency: Option<char>,
}

impl Number {
    /// Reads what is plainly a number: `007` is a code, and `1.2.3` a version.
    pub(super) fn read(text: &str) -> Option<Self> {
        let currencies = ['£', '$', '€'];
        let (is_negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let currency = text.chars().find(|c| currencies.contains(c));
        let text = text.strip_prefix(currencies).unwrap_or(text);
        let text = text.strip_suffix(currencies).unwrap_or(text).trim();
        let (whole, fraction) = match text.split_once('.') {
            Some(parts) => parts,
            // With a comma for the point, where it can part no thousands.
            None => match text.split_once(',') {
                Some((whole, fraction)) if fraction.len() != 3 && !fraction.contains(',') => {
                    (whole, fraction)
                }
                _ => (text, "0"),
            },
        };
        let whole = without_groups(whole)?;
        let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let is_code = whole.len() > 1 && whole.starts_with('0');
        if !are_digits(&whole) || !are_digits(fraction) || is_code {
            return None;
        }
        let fraction = fraction.trim_end_matches('0').to_string();
        Some(Self {
            is_negative,
            whole,
            fraction,
            currency,
        })
    }

    /// Tells whether both are one number, of which one may say of which money.
    pub(super) fn is(&self, other: &Self) -> bool {
        let is_one = |one: Option<char>, other| one.is_none() || other == one;
        let are_alike = is_one(self.currency, other.currency) || other.currency.is_none();
        let of = |one: &Self| (one.is_negative, one.whole.clone(), one.fraction.clone());
        are_alike && of(self) == of(other)
    }
}

/// Returns `1234` for `1,234`; none if the commas part no thousands.
fn without_groups(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let mut digits = first.to_string();
    for group in groups {
        if group.len() != 3 || !(1..=3).contains(&first.len()) {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}
