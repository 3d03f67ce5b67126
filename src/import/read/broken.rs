use super::expect::{Expect, Fit};
use super::head::Head;
use super::lenient::{self, Style};
use super::repairs::BROKEN;
use super::scan::{Scanned, line_end};

/// How many pieces a row may be broken into.
const MOST_PIECES: usize = 10;

/// Joins rows that a line end inside a cell without quotes has broken, where the pieces make exactly one whole row
/// and nearly all other rows are whole, so that no short row is taken for a piece.
pub(super) fn rejoin(text: &str, scanned: &mut Scanned, head: Head, expect: Expect, delimiter: u8) {
    let rows: usize = scanned.widths.values().sum();
    let whole = scanned.widths.get(&expect.width).copied().unwrap_or(0);
    if whole == rows || whole * 10 < rows * 8 || expect.address.is_none() {
        return;
    }
    let mut record = head.rows_from();
    let mut pieces = vec![false; scanned.grid.len()];
    while record < scanned.grid.len() {
        let taken = join(text, scanned, record, expect, delimiter);
        pieces[record + 1..record + taken].fill(true);
        record += taken;
    }
    if pieces.contains(&true) {
        let gone: Vec<usize> = (0..pieces.len()).filter(|one| pieces[*one]).collect();
        scanned.doubtful.retain(|record| !pieces[*record]);
        for record in &mut scanned.doubtful {
            *record -= gone.partition_point(|one| *one < *record);
        }
        scanned.grid.retain(|record| !pieces[record]);
    }
}

/// Joins the row at `record` with those below it, and returns how many records it was made of.
fn join(text: &str, scanned: &mut Scanned, record: usize, expect: Expect, delimiter: u8) -> usize {
    if scanned.grid.width(record) >= expect.width {
        return 1;
    }
    let cells = |record: usize| {
        let raw = &text[scanned.grid.raw(record)];
        lenient::split(raw, delimiter, Style::Nested)
    };
    let mut joined = cells(record);
    if joined.len() >= expect.width {
        return 1;
    }
    for next in record + 1..(record + MOST_PIECES).min(scanned.grid.len()) {
        let end = scanned.grid.raw(next - 1).end;
        let adjacent = end + line_end(text.as_bytes(), end) == scanned.grid.raw(next).start;
        let more = cells(next);
        if !adjacent
            || joined.len() + more.len() - 1 > expect.width
            || expect.fit(&more) > Fit::Part
        {
            return 1;
        }
        let mut more = more.into_iter();
        if let (Some(last), Some(first)) = (joined.last_mut(), more.next()) {
            last.push('\n');
            last.push_str(&first);
        }
        joined.extend(more);
        if joined.len() == expect.width {
            if expect.fit(&joined) != Fit::Full {
                return 1;
            }
            let end = scanned.grid.raw(next).end;
            scanned.grid.replace(record, &joined);
            scanned.grid.extend(record, end);
            scanned.repairs.count(BROKEN, scanned.grid.line(record));
            return next - record + 1;
        }
    }
    1
}
