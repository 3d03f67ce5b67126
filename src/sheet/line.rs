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

/// Returns where the cells of a line end that starts there in a text, has commas and no quotes, as nearly all lines that
/// plenary writes; none if it is another line.
pub fn plain_cells<const COUNT: usize>(text: &str, start: usize) -> Option<[usize; COUNT]> {
    let mut ends = [0; COUNT];
    let mut count = 0;
    let line_end = plain::walk(text.as_bytes(), start, b',', |at| {
        if let Some(end) = ends.get_mut(count) {
            *end = at;
        }
        count += 1;
    })?;
    *ends.last_mut()? = line_end;
    (count + 1 == COUNT).then_some(ends)
}

/// Returns the cells of a line that plenary has written itself, with commas and with all of a row on it; none if they are
/// more or fewer, or a quote is not closed. Quicker than a [`Sheet`](super::Sheet), which reads anything.
pub fn line_cells<const COUNT: usize>(line: &str) -> Option<[LineCell; COUNT]> {
    let mut next = Some(0);
    let mut whole = true;
    let cells = std::array::from_fn(|_| {
        let cell = next.and_then(|start| cut(line, start));
        let Some((cell, end)) = cell else {
            whole = false;
            return LineCell::plain(0..0);
        };
        next = match line.as_bytes().get(end) {
            Some(b',') => Some(end + 1),
            other => {
                whole &= other.is_none();
                None
            }
        };
        cell
    });
    (whole && next.is_none()).then_some(cells)
}

/// Cuts off the cell that starts at a place; returns it and where it ends.
fn cut(line: &str, start: usize) -> Option<(LineCell, usize)> {
    let bytes = line.as_bytes();
    if bytes.get(start) != Some(&b'"') {
        let end = memchr::memchr(b',', &bytes[start..]).map_or(line.len(), |at| start + at);
        return Some((LineCell::plain(start..end), end));
    }
    let (mut from, mut doubled) = (start + 1, false);
    loop {
        let at = from + memchr::memchr(b'"', &bytes[from..])?;
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
        let cells = line_cells::<3>(line)?;
        Some(cells.map(|cell| (&line[cell.range], cell.doubled)))
    }

    #[test]
    fn a_line_is_cut_at_its_commas_outside_quotes() {
        let plain = [("a", false), ("", false), ("c", false)];
        assert_eq!(cells("a,,c"), Some(plain));
        let quoted = [("a,b", false), ("say \"\"hi\"\"", true), ("", false)];
        assert_eq!(cells("\"a,b\",\"say \"\"hi\"\"\",\"\""), Some(quoted));
        for other in ["", "a,b", "a,b,c,d", "a,b,\"c", "a,\"b\"x,c"] {
            assert_eq!(cells(other), None, "{other}");
        }
    }
}
