use super::grid::Grid;

/// Splits a text into records.
pub(super) fn scan(text: &str, delimiter: u8) -> Grid {
    let bytes = text.as_bytes();
    let mut grid = Grid::default();
    let (mut at, mut line) = (0, 1);
    while at < bytes.len() {
        let (start, first_line) = (at, line);
        let mut cells = vec![String::new()];
        let mut quoted = false;
        let mut cell_start = at;
        while let Some(&byte) = bytes.get(at) {
            let ends = matches!(byte, b'\n' | b'\r');
            if ends && !quoted {
                break;
            }
            line += usize::from(ends && bytes.get(at..at + 2) != Some(b"\r\n"));
            at += 1;
            if byte == b'"' && (quoted || at - 1 == cell_start) {
                quoted = !quoted;
            } else if byte == delimiter && !quoted {
                cell_start = at;
                cells.push(String::new());
                continue;
            }
            if let Some(cell) = cells.last_mut() {
                *cell = text.get(cell_start..at).unwrap_or_default().to_string();
            }
        }
        let plain = |cell: &String| match cell.strip_prefix('"') {
            Some(rest) => rest.strip_suffix('"').unwrap_or(rest).replace("\"\"", "\""),
            None => cell.clone(),
        };
        let cells: Vec<String> = cells.iter().map(plain).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            grid.push(start..at, first_line, &cells);
        }
        if at < bytes.len() {
            line += 1;
            at += if bytes[at..].starts_with(b"\r\n") {
                2
            } else {
                1
            };
        }
    }
    grid
}

#[cfg(test)]
mod tests {
    use crate::import::read::{Wishes, read};

    #[test]
    fn a_plain_file_becomes_rows_of_cells() {
        let text =
            b"\xef\xbb\xbfname;email\r\n\"Smith; Jo\";jo@example.org\r\n\r\nAl;al@example.org";
        let tables = read("a.csv", text, &Wishes::default()).expect("it reads");
        let table = &tables[0].1;
        assert_eq!(table.header, ["name", "email"]);
        let rows: Vec<_> = table
            .rows()
            .map(|row| (row.line, row.cell(0), row.cell(1)))
            .collect();
        assert_eq!(
            rows,
            [
                (2, "Smith; Jo", "jo@example.org"),
                (4, "Al", "al@example.org")
            ]
        );
    }
}
