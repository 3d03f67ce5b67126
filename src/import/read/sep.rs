use super::scan::line_end;

/// Takes a first line that names the delimiter for Excel, such as `sep=;` or `"sep=;"`, off a text.
///
/// Returns the delimiter and what the line takes up with its line end, in bytes.
pub(super) fn said(text: &str) -> Option<(char, usize)> {
    let end = text.find(['\n', '\r'])?;
    let line = text[..end].trim_matches(|c| matches!(c, ' ' | '"' | '\u{feff}' | '\0'));
    let (word, rest) = line.split_at_checked(4)?;
    let mut rest = rest.chars();
    let delimiter = rest.next()?;
    let known = word.eq_ignore_ascii_case("sep=")
        && delimiter.is_ascii()
        && !delimiter.is_ascii_alphanumeric()
        && rest.all(|c| c == delimiter || matches!(c, ' ' | ',' | ';' | '\t' | '"'));
    let ending = line_end(text.as_bytes(), end);
    known.then_some((delimiter, end + ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_line_may_name_the_delimiter() {
        assert_eq!(said("sep=;\r\na;b"), Some((';', 7)));
        assert_eq!(said("\"sep=,\"\na"), Some((',', 8)));
        assert_eq!(said("SEP=\t\na"), Some(('\t', 6)));
        assert_eq!(said("sep=;;;;\na"), Some((';', 9)));
        assert_eq!(said("separator\na"), None);
        assert_eq!(said("a,b\n"), None);
        assert_eq!(said("sep=;"), None);
    }
}
