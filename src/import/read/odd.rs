use memchr::{memchr_iter, memchr2};

use super::address::is_address;
use super::expect::{Expect, Fit};
use super::lenient::{self, Style};
use super::profile::spaced;
use super::repairs::{UNCLOSED, UNDOUBLED, WRAPPED};
use super::scan::{Doubt, Scan, line_end};
use super::split::{Piece, Split, split};
use super::words::is_data;
use super::{sentence, wrap};

/// How many lines a cell may go on over, if its quotes are broken as well.
const MOST_LINES: usize = 40;

/// One way to read a record that gives reason for doubt.
struct Reading {
    cells: Vec<String>,
    end: usize,
    repair: Option<&'static str>,
}

impl Scan<'_> {
    /// Takes the record at hand in the way that fits the other rows best. `clean` is what the rules make of it, if
    /// they hold: where its last line ends, and its cells.
    pub(super) fn resolve(&mut self, clean: Option<(usize, Vec<String>)>) {
        self.found.odd += usize::from(clean.is_none());
        let end = self.line_end_from(self.at);
        let (text, delimiter) = (self.text, self.delimiter);
        let line = &text[self.at..end];
        let single = |style| Reading {
            cells: lenient::split(line, delimiter, style),
            end,
            repair: Some(match style {
                Style::Nested => UNDOUBLED,
                _ => UNCLOSED,
            }),
        };
        let Some(expect) = self.expect else {
            let reading = single(Style::Nested);
            return self.push(&reading.cells, reading.end);
        };

        if clean.is_none()
            && let Some((end, cells)) = self.goes_on(expect)
        {
            self.found.repairs.count(UNDOUBLED, self.line);
            return self.push(&cells, end);
        }
        let mut readings = Vec::new();
        let (mut over_lines, mut unsure) = (self.over_lines(), None);
        if over_lines.as_ref().is_some_and(|(_, sure)| !sure) {
            unsure = over_lines.take();
        }
        if let Some((end, cells)) = clean
            && !self.swallows(end)
        {
            // What obeys the rules has too many cells then, and is no better for being torn.
            if expect.is_long(&cells) {
                return self.push(&cells, end);
            }
            readings.extend(self.unwrapped(&cells).map(|cells| Reading {
                cells,
                end,
                repair: Some(WRAPPED),
            }));
            let repair = None;
            readings.push(Reading { cells, end, repair });
        }
        readings.extend(over_lines.map(|(reading, _)| reading));
        readings.push(single(Style::Nested));
        readings.extend(unsure.map(|(reading, _)| reading));
        readings.push(single(Style::Torn));
        readings.push(single(Style::Bare));
        readings.extend(wrap::inside(line, delimiter).map(|inner| Reading {
            cells: lenient::split(&inner, delimiter, Style::Nested),
            end,
            repair: Some(WRAPPED),
        }));

        let spread = |reading: &Reading| {
            let mut cells = reading.cells.iter();
            // What obeys the rules may hold quotes of its own, as in a list of tags.
            reading.repair.is_some() && cells.any(|cell| holds_another(cell, delimiter))
        };
        // Of two that fit, the one in which no cell seems to open inside of another.
        let best = |best: Reading, next: Reading| {
            let (one, other) = (expect.fit(&best.cells), expect.fit(&next.cells));
            if other > one || other == one && spread(&best) && !spread(&next) {
                next
            } else {
                best
            }
        };
        if let Some(reading) = readings.into_iter().reduce(best) {
            let fit = expect.fit(&reading.cells);
            let unreadable = fit < Fit::Short && reading.repair.is_some();
            let torn = line.matches('"').count() % 2 == 1 || reading.repair == Some(UNCLOSED);
            let spread = |cell: &String| opens_inside(cell, delimiter);
            let doubted = torn || reading.cells.iter().any(spread);
            if unreadable || reading.repair.is_some() && doubted {
                let record = self.found.grid.len();
                self.found.doubts.push(Doubt { record, unreadable });
            }
            if unreadable {
                // It is mended later, or rejected.
            } else if let Some(repair) = reading.repair {
                let unclosed = reading.cells.concat().matches('"').count() % 2
                    != line.matches('"').count() % 2;
                let repair = if repair == UNDOUBLED && unclosed {
                    UNCLOSED
                } else {
                    repair
                };
                self.found.repairs.count(repair, self.line);
            }
            self.push(&reading.cells, reading.end);
        }
    }

    /// Where the line ends that `from` stands in.
    fn line_end_from(&self, from: usize) -> usize {
        let rest = &self.text.as_bytes()[from..];
        memchr2(b'\n', b'\r', rest).map_or(self.text.len(), |n| from + n)
    }

    /// Says whether a record that obeys the rules and goes on over lines is certainly what it says: each of its cells is in
    /// quotes, of which two must be lost before another reading obeys the rules; or it is the header, as wide as the
    /// rows, and no line of it could be a row of its own.
    pub(super) fn is_certain(&self, pieces: &[Piece], end: usize) -> bool {
        let Some(expect) = self.expect.filter(|expect| expect.width == pieces.len()) else {
            return false;
        };
        let closed = |piece: &Piece| piece.quoted || piece.content.is_empty();
        let is_row = |line: &str| {
            let cells = lenient::split(line, self.delimiter, Style::Nested);
            line.contains('@') || cells.len() >= expect.width
        };
        let mut lines = self.text[self.at..end].split(['\r', '\n']);
        expect.width > 1
            && (pieces.iter().all(closed) || expect.header == Some(self.at) && !lines.any(is_row))
    }

    /// Says whether a record that obeys the rules and goes on over lines is what it says since all quotes of the text
    /// obey them: one that was left out or left open breaks them somewhere, and two that make up for each other are seen by the
    /// whole rows between them. A whole row in quotes is taken out of these otherwise.
    pub(super) fn is_sound(&mut self, pieces: &[Piece], end: usize) -> bool {
        self.sound && pieces.len() > 1 && !self.swallows(end)
    }

    /// Says whether a record over lines whose quotes obey the rules is strange: it goes on over lines where names or addresses
    /// stand, or has more answers before and behind its lines than any other, not counting what commas in sentences part.
    fn is_strange(&self, expect: Expect) -> bool {
        let mut pieces = Vec::new();
        split(self.text, self.at, self.delimiter, &mut pieces);
        let content = |piece: &Piece| &self.text[piece.content.clone()];
        let spans = |piece: &Piece| content(piece).contains(['\r', '\n']);
        let who = |column: usize| pieces.get(column).is_some_and(spans);
        let filled = |piece: &Piece| !content(piece).trim().is_empty();
        let spaced = |piece: &&Piece| !piece.quoted && content(piece).starts_with(' ');
        let sentences = match expect.airy {
            true => 0,
            false => pieces.iter().filter(spaced).count(),
        };
        let last = pieces.iter().rposition(filled).unwrap_or(0);
        let goes_on = pieces.iter().rposition(spans).is_some_and(|at| at < last);
        expect.who.into_iter().flatten().any(who) || goes_on && last >= expect.most + sentences
    }

    /// Says whether addresses or long numbers stand in the same column of two lines.
    fn are_alike(&self, one: &str, other: &str) -> bool {
        let cells = |line| lenient::split(line, self.delimiter, Style::Bare).into_iter();
        let both = |(one, other): (String, String)| {
            let (one, other) = (one.trim(), other.trim());
            is_address(one) && is_address(other) || is_long_number(one) && is_long_number(other)
        };
        cells(one).zip(cells(other)).any(both)
    }

    /// Says whether a record up to `end` holds lines that are rows of their own, its first among them: then a quote
    /// before them was never closed. Where only the last is one, a cell of several lines stands at its start. What it
    /// looks at is limited, so that a text of such records is not looked at over and over.
    ///
    /// Where all quotes obey the rules neither the start of a row nor a sentence is one of those that follow; the start is
    /// if the record is strange, and an address or a number stands in it where one does in the first.
    fn swallows(&mut self, end: usize) -> bool {
        let Some(expect) = self.expect else {
            return false;
        };
        let mut at = self.line_end_from(self.at);
        let first = &self.text[self.at..at];
        let strange = self.sound && self.is_strange(expect);
        let of_least = |least: usize| Expect { least, ..expect };
        let (loose, whole) = match strange {
            // Without a header what it holds together may have been taken for the longest row.
            true if expect.header.is_none() => (expect.least.min(2), expect.whole.min(expect.most)),
            true => (expect.least.min(2), expect.whole),
            false => (expect.least, expect.whole),
        };
        let (loose, whole) = (of_least(loose), of_least(whole));
        let styles = [Style::Nested, Style::Torn, Style::Bare];
        let mut split = styles
            .map(|style| lenient::split(first, self.delimiter, style))
            .into_iter();
        if !(split.any(|cells| loose.is_row(&cells)) || self.is_row(loose, first)) {
            return false;
        }
        while at < end && self.budget > 0 {
            let start = at + line_end(self.text.as_bytes(), at).max(1);
            at = self.line_end_from(start);
            self.budget = self.budget.saturating_sub(at - start + 1);
            let line = &self.text[start..at];
            let row = match self.sound {
                true if !(strange && self.are_alike(first, line)) => whole,
                _ => loose,
            };
            let is_row = self.is_row(row, line)
                && !(self.sound && self.is_sentence(first, line))
                && (expect.address.is_some() || self.is_somebody(first, line));
            if is_row {
                return true;
            }
        }
        false
    }

    /// Says whether a line of a list without addresses, which has as many cells as a row, reads like somebody and not like
    /// a sentence: where no space stands behind the delimiters of the `first` line none does in another row, and
    /// it holds a name or a telephone number.
    fn is_somebody(&self, first: &str, line: &str) -> bool {
        let cells = lenient::split(line, self.delimiter, Style::Nested);
        let says_so = |cell: &String| is_capitalised(cell) || is_long_number(cell);
        !self.is_sentence(first, line) && cells.iter().any(says_so)
    }

    /// Says whether a space stands behind a delimiter of a line, where none does in the `first` before what a quote opens.
    fn is_sentence(&self, first: &str, line: &str) -> bool {
        if self.sound && self.expect.is_some_and(|expect| expect.airy) {
            return false;
        }
        let begun = || {
            let cells = lenient::cells(first, self.delimiter, Style::Nested);
            cells.into_iter().take_while(|cell| !cell.opened)
        };
        sentence::has_space(line, self.delimiter) && !begun().any(|cell| spaced(&cell))
    }

    /// Says whether a line is a row of its own, perhaps in quotes as a whole.
    fn is_row(&self, expect: Expect, line: &str) -> bool {
        let is_row =
            |line: &str| expect.is_row(&lenient::split(line, self.delimiter, Style::Nested));
        is_row(line) || wrap::inside(line, self.delimiter).is_some_and(|inner| is_row(&inner))
    }

    /// Reads an odd record as one whose cell goes on over lines, if that makes a whole row, and says whether none of
    /// the lines that it goes on over could be a row of its own.
    fn over_lines(&mut self) -> Option<(Reading, bool)> {
        let expect = self.expect?;
        let mut sure = true;
        let mut end = self.line_end_from(self.at);
        for _ in 1..MOST_LINES {
            let next = end + line_end(self.text.as_bytes(), end);
            if next == end || next >= self.text.len() {
                return None;
            }
            end = self.line_end_from(next);
            self.budget = self.budget.checked_sub(end - self.at)?;
            let line = &self.text[next..end];
            if self.is_row(expect, line) {
                return None;
            }
            let alone = lenient::split(line, self.delimiter, Style::Nested);
            sure &= expect.fit(&alone) < Fit::Short;
            let cells = lenient::split(&self.text[self.at..end], self.delimiter, Style::Nested);
            if cells.len() >= expect.least && expect.fit(&cells) >= Fit::Silent {
                let repair = Some(UNDOUBLED);
                return Some((Reading { cells, end, repair }, sure));
            }
        }
        None
    }

    /// Reads an odd record as one with a cell that goes on behind a line end before which a quote of its text stands:
    /// as many quotes as open are closed then, it makes a whole row, and none of its other lines may be a row. Returns where
    /// it ends, and its cells.
    fn goes_on(&mut self, expect: Expect) -> Option<(usize, Vec<String>)> {
        let (text, start) = (self.text, self.at);
        let mut end = self.line_end_from(start);
        let first = &text[start..end];
        let quotes = |line: &str| line.matches('"').count();
        let mut open = quotes(first) % 2 == 1;
        let mut within = false;
        for _ in 1..MOST_LINES {
            if !open {
                return None;
            }
            within |= text[start..end].trim_end().ends_with('"');
            let next = end + line_end(text.as_bytes(), end);
            if next == end || next >= text.len() {
                return None;
            }
            end = self.line_end_from(next);
            self.budget = self.budget.checked_sub(end - start)?;
            let line = &text[next..end];
            let alone = expect.fit(&lenient::split(line, self.delimiter, Style::Nested));
            if expect.address.is_some() && self.is_row(expect, line)
                || alone >= Fit::Short && !self.is_sentence(first, line)
            {
                return None;
            }
            open ^= quotes(line) % 2 == 1;
            if !open && within {
                let cells = lenient::split(&text[start..end], self.delimiter, Style::Lines);
                let spread = cells.iter().any(|cell| holds_another(cell, self.delimiter));
                let whole = cells.len() >= expect.least && expect.fit(&cells) >= Fit::Silent;
                return (whole && !spread).then_some((end, cells));
            }
        }
        None
    }

    /// Splits what stands in the only cell of a record that is not empty, if that was a whole row in quotes. One
    /// that has as many cells as a row was one, unless empty cells follow that make one of `width` cells and a space stands
    /// behind each comma in it, as in `"Smith, Jones and Co",,`.
    pub(super) fn unwrap(&self, piece: &Piece, width: usize) -> Option<Vec<String>> {
        if !piece.quoted {
            return None;
        }
        let content = self.text[piece.content.clone()].replace("\"\"", "\"");
        let inner = lenient::split(&content, self.delimiter, Style::Nested);
        let is_row = |expect: Expect| (expect.least..=expect.width).contains(&inner.len());
        let spaced = || inner.iter().skip(1).all(|cell| cell.starts_with(' '));
        if inner.len() > 2 && self.expect.is_some_and(is_row) && (width == 1 || !spaced()) {
            return Some(inner);
        }
        let mut cells = vec![content];
        cells.resize(width, String::new());
        self.unwrapped(&cells)
    }

    fn unwrapped(&self, cells: &[String]) -> Option<Vec<String>> {
        let (first, rest) = cells.split_first()?;
        if rest.iter().any(|cell| !cell.is_empty()) {
            return None;
        }
        let inner = lenient::split(first, self.delimiter, Style::Nested);
        let fits = |one: &[String]| self.expect.map(|expect| expect.fit(one));
        let better = inner.len() > 1 && (self.expect.is_none() || fits(&inner) > fits(cells));
        better.then_some(inner)
    }
}

/// Says whether a cell is one to four words of which none begins with a small letter, as a name is.
fn is_capitalised(cell: &str) -> bool {
    let words = || cell.split_whitespace();
    let word = |word: &str| {
        let begins = |c: char| c.is_alphabetic() && !c.is_lowercase();
        word.starts_with(begins)
            && word
                .chars()
                .all(|c| c.is_alphabetic() || "'’-.".contains(c))
    };
    (1..=4).contains(&words().count()) && words().all(word)
}

/// Says whether a cell is a number of more digits than a time or an amount has.
fn is_long_number(cell: &str) -> bool {
    is_data(cell) && cell.bytes().filter(u8::is_ascii_digit).count() > 5
}

/// Says whether another cell seems to open inside of one that is no list of quoted words.
pub(super) fn holds_another(cell: &str, delimiter: u8) -> bool {
    opens_inside(cell, delimiter) && !is_quoted_list(cell, delimiter)
}

/// Says whether a cell is such as `"VIP","Blog"`.
fn is_quoted_list(cell: &str, delimiter: u8) -> bool {
    let mut pieces = Vec::new();
    split(cell, 0, delimiter, &mut pieces) == Split::Clean(cell.len())
        && pieces.iter().all(|piece| piece.quoted)
}

/// Says whether another cell seems to open inside of one.
fn opens_inside(cell: &str, delimiter: u8) -> bool {
    let bytes = cell.as_bytes();
    memchr_iter(b'"', bytes).any(|at| at > 0 && bytes[at - 1] == delimiter)
}
