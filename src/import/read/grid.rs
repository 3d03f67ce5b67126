use std::ops::Range;

/// The quotes around a cell are not part of it.
const QUOTED: u32 = 1 << 31;
/// Positions are kept in 31 bits.
pub(super) const MOST_BYTES: usize = (1 << 31) - 1;

/// Stands beside where a record begins if its marks need two units each.
const WIDE: u32 = 1 << 31;
/// Stands beside its line if its cells stand among the mended ones and not in the text.
const MENDED: u32 = 1 << 31;

/// One record of a text: where it begins, in which line, and where its marks do.
#[derive(Clone, Copy, Debug)]
struct Record {
    start: u32,
    line: u32,
    first: u32,
}

/// The cells of a text as positions in it: 16 bytes a record and 2 a cell, so that a million rows stay small.
///
/// A cell that differs from what stands in the text (doubled quotes, a repair) is kept beside it.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    mended: String,
    /// For each record how long it is, with a bit if it is tidy, and how many cells it has, then where each of them ends;
    /// one byte stands between two cells. Counted from where the record begins, or else from a place among the mended
    /// cells, which is marked first.
    marks: Vec<u16>,
    records: Vec<Record>,
    /// Where the cells of the record at hand end.
    ends: Vec<u32>,
}

/// Where the cells of a record stand in the text: counted from `first`, where each of them ends, and whether quotes stand
/// around it.
#[derive(Clone, Copy)]
pub(super) struct PlainCells<'g> {
    first: usize,
    ends: &'g [u16],
}

/// The marks of one record.
#[derive(Clone, Copy)]
struct Marks<'g> {
    units: &'g [u16],
    wide: bool,
}

impl Marks<'_> {
    /// A mark and whether it has the bit, which is that for quotes in the marks of cells.
    #[inline]
    fn get(self, at: usize) -> (usize, bool) {
        if self.wide {
            let mark = double(&self.units[2 * at..]);
            ((mark & !QUOTED) as usize, mark & QUOTED != 0)
        } else {
            let mark = self.units[at];
            (
                usize::from(mark & !NARROW_QUOTED),
                mark & NARROW_QUOTED != 0,
            )
        }
    }
}

/// As [`QUOTED`], in a mark of one unit.
const NARROW_QUOTED: u16 = 1 << 15;

/// Length and number of cells come before the cells.
const BEFORE: usize = 2;

fn double(units: &[u16]) -> u32 {
    u32::from(units[0]) | u32::from(units[1]) << 16
}

fn push_double(units: &mut Vec<u16>, number: u32) {
    units.extend([number as u16, (number >> 16) as u16]);
}

impl Grid {
    pub(super) fn len(&self) -> usize {
        self.records.len()
    }

    /// Begins a record whose cells follow each other in the text, each with [`Grid::cell_ends`].
    pub(super) fn begin(&mut self, start: usize, line: usize) {
        self.records.push(Record {
            start: start as u32,
            line: line as u32,
            first: 0,
        });
        self.ends.clear();
    }

    pub(super) fn cell_ends(&mut self, at: usize, quoted: bool) {
        let start = self.records.last().map_or(0, |record| record.start);
        self.ends
            .push((at as u32 - start) | if quoted { QUOTED } else { 0 });
    }

    /// Ends the record that was begun, where its last line ends. It is tidy if it has an address in it, no quotes, and no
    /// space behind a delimiter: as nearly all are, and then it need not be looked at again.
    pub(super) fn end(&mut self, at: usize, is_tidy: bool) {
        if let Some(last) = self.records.len().checked_sub(1) {
            let length = at - self.records[last].start as usize;
            self.mark(last, (length, is_tidy), None);
        }
    }

    /// Tells whether a record is tidy, as it stood in the text.
    pub(super) fn is_tidy(&self, record: usize) -> bool {
        let record = self.records.get(record).copied();
        record.is_some_and(|one| self.marks(one).0.get(0).1)
    }

    /// Marks the cells whose ends are at hand as those of a record; they stand among the mended ones from `mended` on.
    fn mark(&mut self, record: usize, (length, is_tidy): (usize, bool), mended: Option<usize>) {
        let Self { marks, ends, .. } = self;
        let Some(record) = self.records.get_mut(record) else {
            return;
        };
        record.first = marks.len() as u32;
        record.line = record.line & !MENDED | if mended.is_some() { MENDED } else { 0 };
        if let Some(start) = mended {
            push_double(marks, start as u32);
        }
        let last = ends.last().map_or(0, |end| end & !QUOTED) as usize;
        if length.max(last).max(ends.len()) < usize::from(NARROW_QUOTED) {
            record.start &= !WIDE;
            let tidy = if is_tidy { NARROW_QUOTED } else { 0 };
            marks.extend([length as u16 | tidy, ends.len() as u16]);
            marks.extend(ends.iter().map(|end| *end as u16 | (end >> 16) as u16));
        } else {
            record.start |= WIDE;
            push_double(marks, length as u32 | if is_tidy { QUOTED } else { 0 });
            push_double(marks, ends.len() as u32);
            for end in ends {
                push_double(marks, *end);
            }
        }
    }

    /// The marks of a record, and where its cells are counted from: in the text or among the mended ones.
    #[inline]
    fn marks(&self, record: Record) -> (Marks<'_>, usize, bool) {
        let units = &self.marks[record.first as usize..];
        let wide = record.start & WIDE != 0;
        if record.line & MENDED == 0 {
            (Marks { units, wide }, record.start(), false)
        } else {
            let start = double(units) as usize;
            let units = &units[2..];
            (Marks { units, wide }, start, true)
        }
    }

    /// Adds a record whose cells do not stand in the text as they are.
    pub(super) fn push<S: AsRef<str>>(&mut self, raw: Range<usize>, line: usize, cells: &[S]) {
        self.begin(raw.start, line);
        self.put(self.records.len() - 1, raw.len(), cells);
    }

    /// Gives a record other cells.
    pub(super) fn replace<S: AsRef<str>>(&mut self, record: usize, cells: &[S]) {
        self.put(record, self.raw(record).len(), cells);
    }

    fn put<S: AsRef<str>>(&mut self, record: usize, length: usize, cells: &[S]) {
        let first = self.mended.len();
        self.ends.clear();
        for cell in cells {
            self.mended.push_str(cell.as_ref());
            self.ends.push((self.mended.len() - first) as u32);
            self.mended.push('\n');
        }
        self.mark(record, (length, false), Some(first));
    }

    /// Adds the records of a later part of the same text, whose cells all stand in it, and which was counted as if it
    /// began behind no line.
    pub(super) fn append(&mut self, later: Self, lines: usize) {
        let marks = self.marks.len();
        self.marks.extend(later.marks);
        let records = later.records.into_iter().map(|record| Record {
            line: record.line + lines as u32,
            first: record.first + marks as u32,
            ..record
        });
        self.records.extend(records);
    }

    /// Removes the last record.
    pub(super) fn pop(&mut self) {
        self.records.pop();
    }

    /// Lets a record reach up to `end`, where another ended.
    pub(super) fn extend(&mut self, record: usize, end: usize) {
        let Some(one) = self.records.get(record).copied() else {
            return;
        };
        let (marks, start, mended) = self.marks(one);
        let ends = (0..marks.get(1).0).map(|at| marks.get(BEFORE + at));
        let ends = ends.map(|(end, quoted)| end as u32 | if quoted { QUOTED } else { 0 });
        self.ends = ends.collect();
        self.mark(record, (end - one.start(), false), mended.then_some(start));
    }

    /// Removes the records that `keep` says no to.
    pub(super) fn retain(&mut self, mut keep: impl FnMut(usize) -> bool) {
        let mut index = 0;
        self.records.retain(|_| {
            index += 1;
            keep(index - 1)
        });
    }

    /// The line in which a record begins, from 1.
    pub(super) fn line(&self, record: usize) -> usize {
        let record = self.records.get(record);
        record.map_or(0, |one| (one.line & !MENDED) as usize)
    }

    /// Where a record stands in the text, without its line end.
    pub(super) fn raw(&self, record: usize) -> Range<usize> {
        let Some(record) = self.records.get(record).copied() else {
            return 0..0;
        };
        let length = self.marks(record).0.get(0).0;
        record.start()..record.start() + length
    }

    /// How many cells a record has.
    pub(super) fn width(&self, record: usize) -> usize {
        let record = self.records.get(record).copied();
        record.map_or(0, |one| self.marks(one).0.get(1).0)
    }

    /// The cells of a record if it is neither long nor mended, as nearly all are: whoever wants several of them finds where
    /// they stand only once.
    #[inline]
    pub(super) fn plain_cells(&self, record: usize) -> Option<PlainCells<'_>> {
        self.plain(*self.records.get(record)?)
    }

    #[inline]
    fn plain(&self, record: Record) -> Option<PlainCells<'_>> {
        if (record.start | record.line) & (WIDE | MENDED) != 0 {
            return None;
        }
        let [_, count, ends @ ..] = self.marks.get(record.first as usize..)? else {
            return None;
        };
        Some(PlainCells {
            first: record.start as usize,
            ends: ends.get(..usize::from(*count))?,
        })
    }

    /// A cell without surrounding space; empty if the record is shorter.
    pub(super) fn cell<'t>(&'t self, text: &'t str, record: usize, column: usize) -> &'t str {
        let Some(record) = self.records.get(record).copied() else {
            return "";
        };
        if let Some(cells) = self.plain(record) {
            return cells.get(text, column);
        }
        let (marks, first, mended) = self.marks(record);
        if column >= marks.get(1).0 {
            return "";
        }
        let (end, quoted) = marks.get(BEFORE + column);
        let start = match column {
            0 => 0,
            _ => marks.get(BEFORE + column - 1).0 + 1,
        };
        let text = if mended { &self.mended } else { text };
        let quotes = usize::from(quoted);
        let range = first + start + quotes..first + end - quotes;
        trimmed(text.get(range).unwrap_or_default())
    }

    /// All cells of a record.
    pub(super) fn cells<'t>(
        &'t self,
        text: &'t str,
        record: usize,
    ) -> impl ExactSizeIterator<Item = &'t str> {
        (0..self.width(record)).map(move |column| self.cell(text, record, column))
    }
}

impl PlainCells<'_> {
    /// A cell without surrounding space; empty if the record is shorter.
    #[inline]
    pub(super) fn get<'t>(&self, text: &'t str, column: usize) -> &'t str {
        let Some(end) = self.ends.get(column) else {
            return "";
        };
        let start = match column.checked_sub(1) {
            Some(before) => usize::from(self.ends[before] & !NARROW_QUOTED) + 1,
            None => 0,
        };
        let quotes = usize::from(end >> 15);
        let end = usize::from(end & !NARROW_QUOTED) - quotes;
        let range = self.first + start + quotes..self.first + end;
        trimmed(text.get(range).unwrap_or_default())
    }
}

impl Record {
    fn start(self) -> usize {
        (self.start & !WIDE) as usize
    }
}

/// As [`str::trim`]; quicker where nothing is to be trimmed, as in nearly all cells.
fn trimmed(cell: &str) -> &str {
    let plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    if plain(cell.as_bytes().first()) && plain(cell.as_bytes().last()) {
        cell
    } else {
        cell.trim()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a grid says of each of its records.
    fn all<'t>(grid: &'t Grid, text: &'t str) -> Vec<(usize, &'t str, Vec<&'t str>)> {
        let record = |at| {
            (
                grid.line(at),
                &text[grid.raw(at)],
                grid.cells(text, at).collect(),
            )
        };
        (0..grid.len()).map(record).collect()
    }

    #[test]
    fn a_record_of_any_length_keeps_its_cells_through_every_change() {
        for length in [1, 32_765, 32_766, 32_767, 32_768, 70_000] {
            let long = "x".repeat(length);
            let text = format!("{long},\"b\"\nc,d\ne\n");
            let mut grid = Grid::default();
            grid.begin(0, 1);
            grid.cell_ends(length, false);
            grid.cell_ends(length + 4, true);
            grid.end(length + 4, true);
            let second = length + 5;
            let mut later = Grid::default();
            later.begin(second, 1);
            later.cell_ends(second + 1, false);
            later.cell_ends(second + 3, false);
            later.end(second + 3, false);
            grid.append(later, 1);
            let raw = &text[..length + 4];
            let expected = [(1, raw, vec![&long[..], "b"]), (2, "c,d", vec!["c", "d"])];
            assert_eq!(all(&grid, &text), expected);
            grid.replace(1, &["y", &long, "z"]);
            grid.extend(1, text.len() - 1);
            grid.extend(0, second + 3);
            grid.push(0..second, 9, &["", &long]);
            let (first, last) = (&text[..second + 3], &text[..second]);
            let expected = [
                (1, first, vec![&long[..], "b"]),
                (2, "c,d\ne", vec!["y", &long, "z"]),
                (9, last, vec!["", &long]),
            ];
            assert_eq!(all(&grid, &text), expected);
            assert_eq!(grid.cell(&text, 0, 2), "");
            grid.pop();
            grid.retain(|at| at == 1);
            assert_eq!(all(&grid, &text), expected[1..2]);
        }
    }
}
