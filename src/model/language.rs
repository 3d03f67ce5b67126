use crate::error::{Error, Result};

/// Takes the tag of a language in the form that pages and calendars want: `en`, `de-AT`, `zh-Hant` (BCP 47, section
/// 2.1). An underscore is taken for a dash.
///
/// # Errors
/// When it has not the shape of one.
pub fn parse_language(text: &str) -> Result<String> {
    let tag = text.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let primary = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    let fits = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    if !primary || !parts.clone().all(fits) {
        return Err(Error::new(format!("`{text}` is no tag of a language"))
            .hint("write two or three letters, as in \"en\" or \"cy\""));
    }
    let rest: String = parts.map(|part| format!("-{part}")).collect();
    Ok(first.to_ascii_lowercase() + &rest)
}

#[cfg(test)]
mod tests {
    use super::parse_language;

    #[test]
    fn tags_are_taken_and_names_of_languages_are_not() {
        for (text, tag) in [
            ("en", "en"),
            (" DE_at", "de-at"),
            ("zh-Hant", "zh-Hant"),
            ("cy", "cy"),
        ] {
            assert_eq!(parse_language(text).ok().as_deref(), Some(tag), "{text}");
        }
        for text in ["", "e", "German", "deutsch", "en-", "en us", "en-\"x"] {
            assert!(parse_language(text).is_err(), "{text}");
        }
    }
}
