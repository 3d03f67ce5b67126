use std::ops::Range;

/// Where a cell stands in its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineCell {
    /// The value, without the quotes around it.
    pub range: Range<usize>,
    /// Whether there are doubled quotes in it.
    pub doubled: bool,
}

/// Returns the cells of a line that plenary has written itself, with commas and with all of a row on it; none if they are
/// more or fewer, or a quote is not closed. Far quicker than a [`Sheet`](super::Sheet), which reads anything.
pub fn line_cells<const COUNT: usize>(line: &str) -> Option<[LineCell; COUNT]> {
    if memchr::memchr(b'"', line.as_bytes()).is_none() {
        return unquoted(line);
    }
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

/// Returns the cells of a line without quotes, as nearly all are.
fn unquoted<const COUNT: usize>(line: &str) -> Option<[LineCell; COUNT]> {
    let mut commas = memchr::memchr_iter(b',', line.as_bytes());
    let (mut next, mut found) = (0, 1);
    let cells = std::array::from_fn(|_| {
        let start = next;
        let end = commas.next().inspect(|_| found += 1);
        let end = end.unwrap_or(line.len()).max(start);
        next = end + 1;
        LineCell::plain(start..end)
    });
    // The last cell ends with the line, and so many cells have one comma less.
    (found == COUNT && next == line.len() + 1).then_some(cells)
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
