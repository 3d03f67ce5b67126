use std::ops::Range;

use super::plain;

/// Where a cell stands in its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineCell {
    /// The value, without the quotes around it.
    pub range: Range<usize>,
    /// Whether there are doubled quotes in it.
    pub doubled: bool,
}

/// Returns the cells of a line that plenary has written itself, which starts there in a text, with commas and with all of
/// a row on it, and where it ends; none if they are more or fewer, or a quote is not closed. Quicker than a
/// [`Sheet`](super::Sheet), which reads anything.
pub fn line_cells<const COUNT: usize>(
    text: &str,
    start: usize,
) -> Option<([LineCell; COUNT], usize)> {
    let bytes = text.as_bytes();
    let mut next = Some(start);
    let mut end = start;
    let mut whole = true;
    let cells = std::array::from_fn(|_| {
        let cell = next.and_then(|start| cut(bytes, start));
        let Some((cell, behind)) = cell else {
            whole = false;
            return LineCell::plain(0..0);
        };
        end = behind;
        next = match bytes.get(behind) {
            Some(b',') => Some(behind + 1),
            other => {
                // Another system ends its lines with two.
                let two =
                    other == Some(&b'\r') && matches!(bytes.get(behind + 1), None | Some(b'\n'));
                end += usize::from(two);
                whole &= two || matches!(other, None | Some(b'\n'));
                None
            }
        };
        cell
    });
    (whole && next.is_none()).then_some((cells, end))
}

/// Cuts off the cell that starts at a place; returns it and where it ends.
fn cut(bytes: &[u8], start: usize) -> Option<(LineCell, usize)> {
    if bytes.get(start) != Some(&b'"') {
        let end = plain::end(bytes, start);
        return Some((LineCell::plain(start..end), end));
    }
    let (mut from, mut doubled) = (start + 1, false);
    loop {
        let at = from + memchr::memchr2(b'"', b'\n', bytes.get(from..)?)?;
        if bytes[at] == b'\n' {
            return None;
        }
        if bytes.get(at + 1) != Some(&b'"') {
            let range = start + 1..at;
            return Some((LineCell { range, doubled }, at + 1));
        }
        (from, doubled) = (at + 2, true);
    }
}

impl LineCell {
    fn plain(range: Range<usize>) -> Self {
        Self {
            range,
            doubled: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &str) -> Option<[(&str, bool); 3]> {
        let (cells, end) = line_cells::<3>(line, 0)?;
        assert_eq!(end, line.len());
        let text = format!("a,b\n{line}\n\"c");
        let (later, end) = line_cells::<3>(&text, 4)?;
        assert_eq!(end, 4 + line.len());
        let there = |cell: &LineCell| (cell.range.start + 4..cell.range.end + 4, cell.doubled);
        assert_eq!(
            later.map(|cell| (cell.range, cell.doubled)),
            cells.each_ref().map(there)
        );
        Some(cells.map(|cell| (&line[cell.range], cell.doubled)))
    }

    #[test]
    fn a_line_is_cut_at_its_commas_outside_quotes() {
        let plain = [("a", false), ("", false), ("c", false)];
        assert_eq!(cells("a,,c"), Some(plain));
        let quoted = [("a,b", false), ("say \"\"hi\"\"", true), ("", false)];
        assert_eq!(cells("\"a,b\",\"say \"\"hi\"\"\",\"\""), Some(quoted));
        for other in [
            "",
            "a,b",
            "a,b,c,d",
            "a,b,\"c",
            "a,\"b\"x,c",
            "a,\"b\nb\",c",
        ] {
            assert_eq!(cells(other), None, "{other}");
        }
    }
}
