use super::split::{Split, split};

/// Returns what stands inside the quotes around a whole row; nothing if none do. Where quotes inside were not doubled
/// they are taken as they are.
pub(super) fn inside(raw: &str, delimiter: u8) -> Option<String> {
    let mut pieces = Vec::new();
    if split(raw, 0, delimiter, &mut pieces) != Split::Odd {
        let (first, rest) = pieces.split_first()?;
        let alone = first.quoted && rest.iter().all(|piece| piece.content.is_empty());
        return alone.then(|| raw[first.content.clone()].replace("\"\"", "\""));
    }
    let line = raw.trim_end_matches([',', ';', '\t', '|', ' ']);
    let inner = line.trim_start().strip_prefix('"')?.strip_suffix('"')?;
    let between = ['"', char::from(delimiter), '"'].iter().collect::<String>();
    (!inner.contains(&between)).then(|| inner.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quotes_around_a_row_are_taken_off() {
        let inside = |raw| inside(raw, b',');
        assert_eq!(inside("\"a,\"\"b, c\"\",d\""), Some("a,\"b, c\",d".into()));
        assert_eq!(inside("\"a,b\",,"), Some("a,b".into()));
        assert_eq!(inside("\"a,b\";;"), Some("a,b".into()));
        assert_eq!(inside("\"a,\"b\",c\""), Some("a,\"b\",c".into()));
        assert_eq!(inside("\"a\",b"), None);
        assert_eq!(inside("\"a\"x\",\"b\""), None, "each cell has its own");
        assert_eq!(inside("a,b"), None);
    }
}
