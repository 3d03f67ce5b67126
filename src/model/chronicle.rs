use std::num::NonZeroU32;
use std::ops::Range;

use super::marks::{self, Cursor, Ground};
use super::{HistoryEntry, What, Why};

/// What happened, entry by entry, in one piece of memory: of a million people some 10 MB beside the text, which is that of
/// the file where it was read from one.
#[derive(Clone, Debug, Default)]
pub struct Chronicle {
    text: String,
    /// Of each entry what it was, then where time, code, value, why and by stand, as [`marks`] has it; without those that
    /// are the same as of the entry before. Then, if it is [traced](TRACED), the line and where what became of it stands.
    marks: Vec<u8>,
    count: usize,
    last: Last,
    /// Of every so many entries where its marks begin, and what stands before it.
    steps: Vec<(usize, Last)>,
}

/// How many entries there are from one step to the next.
const STEP: usize = 1024;

/// So many bytes an entry has as a line of the file, or a few less, and so many its marks.
const LINE: usize = 80;
const MARKS: usize = 9;

/// Stands beside what happened for each part that is the same as of the entry before; none for code and why.
const SAME: [u8; 5] = [1 << 5, 0, 1 << 6, 0, 1 << 7];

/// Stands beside what happened if there is more to why than its text. That text is the one of the last such entry then,
/// and so is what became of it, unless one of the two lowest bits of the number, above which the line stands, says that it
/// follows.
const TRACED: u8 = 1 << 4;

/// Where why stands among the parts.
const WHY: usize = 3;

/// Where the parts of the last entry stand, and where the last one ends that was marked.
#[derive(Clone, Debug, Default)]
struct Last {
    parts: [Range<usize>; 5],
    /// The text of why of the last entry that was traced, and what became of it.
    trace: [Range<usize>; 2],
    end: Cursor,
}

impl Chronicle {
    /// Begins one whose entries stand in a text.
    pub fn on(text: String) -> Self {
        Self {
            marks: Vec::with_capacity(text.len() / LINE * MARKS),
            text,
            ..Self::default()
        }
    }

    /// Returns the text, with what was [written](Self::write) behind it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds a text, and returns where it stands.
    pub fn write(&mut self, text: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(text);
        start..self.text.len()
    }

    /// Adds an entry of which time, code, value, why and by stand in the text.
    pub fn mark(&mut self, what: What, cells: [Range<usize>; 5]) {
        self.push(what, cells, None);
    }

    /// As [`mark`](Self::mark), perhaps with a line, 0 for none, and what became of it.
    fn push(&mut self, what: What, cells: [Range<usize>; 5], more: Option<(u32, Range<usize>)>) {
        if self.count.is_multiple_of(STEP) {
            self.steps.push((self.marks.len(), self.last.clone()));
        }
        let same = |at: usize| self.count > 0 && cells[at] == self.last.parts[at];
        let same = (0..cells.len()).filter(|at| same(*at));
        let traced = if more.is_some() { TRACED } else { 0 };
        let first = same.fold(what as u8 | traced, |first, at| first | SAME[at]);
        self.marks.push(first);
        for (at, cell) in cells.iter().enumerate() {
            if first & SAME[at] == 0 && (at != WHY || more.is_none()) {
                self.mark_part(cell);
            }
        }
        if let Some((line, then)) = more {
            let trace = [cells[WHY].clone(), then];
            let other: [bool; 2] = std::array::from_fn(|at| trace[at] != self.last.trace[at]);
            let bits = usize::from(other[0]) | usize::from(other[1]) << 1;
            marks::push_number(&mut self.marks, (line as usize) << 2 | bits);
            let others = trace.iter().zip(other).filter(|(_, other)| *other);
            others.for_each(|(part, _)| self.mark_part(part));
            self.last.trace = trace;
        }
        self.last.parts = cells;
        self.count += 1;
    }

    fn mark_part(&mut self, part: &Range<usize>) {
        if part.is_empty() {
            self.marks.push(marks::NOTHING);
        } else {
            marks::push(&mut self.marks, part, &mut self.last.end, Ground::one);
        }
    }

    /// Adds an entry.
    pub fn tell(&mut self, entry: HistoryEntry<'_>) {
        let HistoryEntry { why, .. } = entry;
        let traced = why.line.is_some() || !why.then.is_empty();
        let Last { parts, trace, .. } = self.last.clone();
        let [text, then] = trace;
        let [time, code, value, _, by] = parts;
        let cells = [
            self.again(entry.time, time),
            self.again(entry.code, code),
            self.again(entry.value, value),
            self.again(why.text, text),
            self.again(entry.by, by),
        ];
        let line = why.line.map_or(0, NonZeroU32::get);
        let more = traced.then(|| (line, self.again(why.then, then)));
        self.push(entry.what, cells, more);
    }

    /// Returns where a part stands: where it stood the last time if it is the same, or else where it is written now.
    fn again(&mut self, part: &str, last: Range<usize>) -> Range<usize> {
        if self.text.get(last.clone()) == Some(part) {
            last
        } else {
            self.write(part)
        }
    }

    /// Returns what happened, in the order in which it happened.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = HistoryEntry<'_>> {
        self.iter_from(0)
    }

    /// Returns what happened from an entry on, counted from 0.
    pub fn iter_from(&self, first: usize) -> impl ExactSizeIterator<Item = HistoryEntry<'_>> {
        let step = self.steps.get(first / STEP).cloned();
        let (marks, mut last) = step.unwrap_or_else(|| (self.marks.len(), Last::default()));
        let mut marks = &self.marks[marks..];
        let before = (first - first % STEP).min(self.count);
        let mut entries = (before..self.count).map(move |_| {
            let (first, rest) = marks.split_first().unwrap_or((&0, &[]));
            marks = rest;
            let traced = first & TRACED != 0;
            let mut take = |part: &mut Range<usize>, marks: &mut &[u8]| {
                *part = marks::take(marks, &mut last.end, Ground::one);
            };
            for (at, part) in last.parts.iter_mut().enumerate() {
                if first & SAME[at] == 0 && (at != WHY || !traced) {
                    take(part, &mut marks);
                }
            }
            let part = |range: Range<usize>| self.text.get(range).unwrap_or_default();
            let mut more = Why::default();
            if traced {
                let number = marks::take_number(&mut marks);
                for (at, part) in last.trace.iter_mut().enumerate() {
                    if number & 1 << at != 0 {
                        take(part, &mut marks);
                    }
                }
                last.parts[WHY] = last.trace[0].clone();
                more.line = NonZeroU32::new((number >> 2) as u32);
                more.then = part(last.trace[1].clone());
            }
            let [time, code, value, text, by] = last.parts.clone().map(part);
            let why = Why { text, ..more };
            let what = SAME.iter().fold(first & !TRACED, |what, same| what & !same);
            HistoryEntry {
                time,
                code,
                what: What::ALL[usize::from(what)],
                value,
                why,
                by,
            }
        });
        let between = entries.by_ref().take(first % STEP);
        between.for_each(drop);
        entries
    }

    /// Returns how many entries there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Tells whether nothing happened.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

impl<'a> Extend<HistoryEntry<'a>> for Chronicle {
    fn extend<I: IntoIterator<Item = HistoryEntry<'a>>>(&mut self, entries: I) {
        for entry in entries {
            self.tell(entry);
        }
    }
}

impl<'a> FromIterator<HistoryEntry<'a>> for Chronicle {
    fn from_iter<I: IntoIterator<Item = HistoryEntry<'a>>>(entries: I) -> Self {
        let mut chronicle = Self::default();
        chronicle.extend(entries);
        chronicle
    }
}

impl PartialEq for Chronicle {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Chronicle {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_is_what_is_read() {
        let entry = |code, value, by| HistoryEntry {
            time: "2024-04-02T12:00:00Z",
            code,
            what: What::Status,
            value,
            why: "".into(),
            by,
        };
        let all = [
            entry("krt-mwxb", "confirmed", "due"),
            entry("bcd-fghj", "waiting", "due"),
            entry("", "wait", "hand"),
        ];
        let chronicle: Chronicle = all.into_iter().collect();
        assert_eq!(chronicle.iter().collect::<Vec<_>>(), all);
        assert_eq!(chronicle.text().matches("2024").count(), 1);
        let whence = |line, then| Why {
            text: "list.csv",
            line: NonZeroU32::new(line),
            then,
        };
        let many = [
            whence(2, "a place was free"),
            whence(300, "a place was free"),
            "by hand".into(),
            whence(4, ""),
            whence(0, "all places are taken"),
            "".into(),
            whence(u32::MAX, "all places are taken"),
        ];
        let many = many.map(|why| HistoryEntry { why, ..all[0] });
        let chronicle: Chronicle = many.into_iter().collect();
        assert_eq!(chronicle.iter().collect::<Vec<_>>(), many);
        assert_eq!(chronicle.text().matches("list.csv").count(), 1);
        let mut read = Chronicle::on("xz".to_string());
        let added = read.write("y");
        read.mark(What::Gone, [0..1, added, 1..2, 2..2, 0..0]);
        let read: Vec<_> = read
            .iter()
            .map(|one| [one.time, one.code, one.value])
            .collect();
        assert_eq!(read, [["x", "y", "z"]]);
    }

    #[test]
    fn it_is_read_from_any_entry_on() {
        let codes: Vec<String> = (0..2 * STEP + 2).map(|at| format!("code-{at}")).collect();
        let entries = codes.iter().map(|code| HistoryEntry {
            time: &code[..6],
            code,
            what: What::Status,
            value: "waiting",
            why: "".into(),
            by: "due",
        });
        let all: Vec<HistoryEntry<'_>> = entries.collect();
        let chronicle: Chronicle = all.iter().cloned().collect();
        for first in [
            0,
            1,
            STEP - 1,
            STEP,
            STEP + 1,
            2 * STEP,
            all.len() - 1,
            all.len(),
        ] {
            let read: Vec<_> = chronicle.iter_from(first).collect();
            assert_eq!(read, all[first..], "{first}");
        }
        assert_eq!(chronicle.iter_from(9 * STEP).count(), 0);
    }
}
