use super::Delimiter;
use super::position::BOM;

/// Returns a cell as it is to be written: in quotes only where it needs them (RFC 4180 section 2, 5 to 7).
///
/// Spaces at its edges count as a need, since some programs trim them.
pub(super) fn encode(cell: &str, delimiters: &[Delimiter]) -> String {
    let mut encoded = String::new();
    push(&mut encoded, cell, delimiters);
    encoded
}

/// Adds a cell to a record as [`encode`] writes it.
pub(super) fn push(record: &mut String, cell: &str, delimiters: &[Delimiter]) {
    if cell.is_empty() {
        return;
    }
    let fragile = !is_sturdy(cell)
        && (cell.starts_with(|c: char| c.is_whitespace() || c == BOM)
            || cell.ends_with(char::is_whitespace));
    let special = match delimiters {
        [delimiter] => {
            let delimiter = delimiter.byte();
            cell.bytes()
                .any(|b| matches!(b, b'"' | b'\n' | b'\r') || b == delimiter)
        }
        _ => cell.bytes().any(|b| {
            matches!(b, b'"' | b'\n' | b'\r') || delimiters.iter().any(|one| one.byte() == b)
        }),
    };
    if fragile || special {
        record.push('"');
        record.push_str(&cell.replace('"', "\"\""));
        record.push('"');
    } else {
        record.push_str(cell);
    }
}

/// Tells whether a cell has nothing at its edges that may be trimmed: only what is no ASCII letter, digit or mark can be a
/// space or BOM.
pub(super) fn is_sturdy(cell: &str) -> bool {
    let plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    plain(cell.as_bytes().first()) && plain(cell.as_bytes().last())
}

/// Joins raw cells to a record that will not be taken for a blank line.
pub(super) fn join<S: AsRef<str>>(cells: &[S], delimiter: Delimiter) -> String {
    let mut record = String::new();
    for (column, cell) in cells.iter().enumerate() {
        if column > 0 {
            record.push(delimiter.char());
        }
        record.push_str(cell.as_ref());
    }
    if is_blank(&record, delimiter) {
        record.insert_str(0, "\"\"");
    }
    record
}

/// Says whether a record is empty or holds only delimiters, and so is no row.
pub(super) fn is_blank(record: &str, delimiter: Delimiter) -> bool {
    record.bytes().all(|byte| byte == delimiter.byte())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_cells_that_need_quotes_get_them() {
        let encode = |cell| encode(cell, &[Delimiter::Comma]);
        assert_eq!(encode("a;b c"), "a;b c");
        assert_eq!(encode(""), "");
        assert_eq!(encode("a,b"), "\"a,b\"");
        assert_eq!(encode("the \"x\""), "\"the \"\"x\"\"\"");
        assert_eq!(encode("a\nb"), "\"a\nb\"");
        assert_eq!(encode("a\rb"), "\"a\rb\"");
        assert_eq!(encode(" a"), "\" a\"");
        assert_eq!(encode("a "), "\"a \"");
        assert_eq!(encode("\u{feff}a"), "\"\u{feff}a\"");
    }

    #[test]
    fn a_row_of_empty_cells_is_not_a_blank_line() {
        assert_eq!(join(&[""], Delimiter::Comma), "\"\"");
        assert_eq!(join(&["", "", ""], Delimiter::Tab), "\"\"\t\t");
        assert_eq!(join(&["", "b"], Delimiter::Comma), ",b");
    }
}
