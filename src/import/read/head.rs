use std::cell::LazyCell;
use std::collections::HashSet;

use super::address::{before_one, is_address};
use super::grid::Grid;
use super::scan::line_ends;
use super::words::{is_data, is_label, is_mail_label, is_placeholder, is_sublabel};
use super::{about, below, title};
use crate::import::columns::heading;
use crate::import::standing::{Standing, answers};

/// How far down a header is looked for.
const MOST_PREAMBLE: usize = 60;

/// So many lines Qualtrics puts above the first row.
const MOST_CODES: usize = 3;

/// Answers to tick stand among the first columns.
const MOST_ANSWERED: usize = 500;

/// Which records stand above the first row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// The record that is the header; what stands above it is preamble. Without one, the first record is a row.
    pub(super) header: Option<usize>,
    /// The record below it is a second line of it.
    pub(super) two_lines: bool,
    /// The second line only explains the first.
    pub(super) explained: bool,
    /// How many records are preamble where there is no header.
    pub(super) titles: usize,
}

impl Head {
    /// The record that is the first row.
    pub(super) fn rows_from(&self) -> usize {
        self.header.map_or(self.titles, |header| {
            header + 1 + usize::from(self.two_lines)
        })
    }

    /// How many records stand above the header, or above the first row if there is none.
    pub(super) fn preamble(&self) -> usize {
        self.header.unwrap_or(self.titles)
    }
}

/// Finds the header. `address` is the column that holds the addresses of most rows: a record that holds one there is
/// a person and no header, and neither is one below it.
pub(super) fn find(text: &str, grid: &Grid, address: Option<usize>) -> Head {
    if let Some((header, has_ids)) = below_codes(text, grid) {
        return Head {
            header: Some(header),
            two_lines: has_ids,
            explained: has_ids,
            titles: 0,
        };
    }
    let most = grid.len().min(MOST_PREAMBLE);
    let person = |record: &usize| match address {
        Some(column) => {
            is_address(grid.cell(text, *record, column)) || is_among(text, grid, *record, column)
        }
        None => grid.cells(text, *record).any(is_address),
    };
    let above = (0..most).find(person).unwrap_or(most);
    let wide = LazyCell::new(|| title::stands_out(text, grid));
    let title = |record: usize| title::is_one(text, grid, record) && *wide;
    let labels = |record: usize| {
        let cells = grid.cells(text, record);
        cells.filter(|cell| is_label(cell)).count()
    };
    let filled = |record: usize| {
        grid.cells(text, record)
            .filter(|cell| !cell.is_empty())
            .count()
    };
    let data = |record: usize| grid.cells(text, record).any(is_data);
    let hints = |record: usize| {
        let cells = grid.cells(text, record);
        cells
            .filter(|cell| cell.starts_with('(') && cell.ends_with(')'))
            .count()
    };

    let by_words = (0..above).find(|&record| labels(record) >= 2).or_else(|| {
        (0..above)
            .filter(|&record| labels(record) == 1 && !data(record) && !title(record))
            .max_by_key(|&record| (filled(record), std::cmp::Reverse(record)))
    });
    // A table about the event may stand above that of the people, which alone names a column of addresses.
    let names_addresses = |record: usize| {
        let cell = |column| is_mail_label(grid.cell(text, record, column));
        labels(record) >= 2 && address.is_some_and(cell)
    };
    let by_words = by_words
        .filter(|&header| !grid.cells(text, header).any(is_mail_label))
        .and_then(|header| (header + 2..above).find(|&record| names_addresses(record)))
        .or(by_words);
    let of_people = by_words.and_then(|header| about::people_below(text, grid, header));
    let by_words = of_people.or(by_words);
    let above = match of_people {
        Some(header) => (header + 1..most).find(person).unwrap_or(most),
        None => above,
    };
    // Whoever is to be asked may stand above the header, with an address.
    let mails = |header: usize| grid.cells(text, header).any(is_mail_label);
    let (by_words, above) = match by_words {
        Some(header) if mails(header) => (by_words, above),
        _ => match below::header(text, grid, above..most) {
            Some(header) => (
                Some(header),
                (header + 1..most).find(person).unwrap_or(most),
            ),
            None => (by_words, above),
        },
    };
    let header = by_words.or_else(|| {
        let Some(column) = address else {
            return below::is_over_numbers(text, grid).then_some(0);
        };
        let stands_above = |record: &usize| {
            let cell = grid.cell(text, *record, column);
            filled(*record) > 1 && !is_placeholder(cell) && !data(*record)
        };
        (0..above).find(stands_above)
    });
    // Groups of questions may stand above their labels, and most of the known words in the lower line.
    let grouped = header.filter(|&header| {
        let above = header.wrapping_sub(1);
        let cell = |record, column| grid.cell(text, record, column);
        header > 0
            && filled(above) > 1
            && !data(above)
            && !is_apart(text, grid, above)
            && ((0..grid.width(above)).any(|column| {
                let lower = cell(header, column);
                !cell(above, column).is_empty() && (lower.is_empty() || is_sublabel(lower))
            }) || groups(text, grid, above))
    });
    if let Some(header) = grouped {
        return Head {
            header: Some(header - 1),
            two_lines: true,
            explained: false,
            titles: 0,
        };
    }
    let two_lines = header.is_some_and(|header| {
        let below = header + 1;
        let mut columns = 0..grid.width(below);
        below < above
            && !data(below)
            && (columns
                .clone()
                .any(|column| is_sublabel(grid.cell(text, below, column)))
                || labels(below) > 0
                    && columns.any(|column| {
                        grid.cell(text, header, column).is_empty()
                            && !grid.cell(text, below, column).is_empty()
                    })
                || groups(text, grid, header)
                || answers_below(text, grid, header))
    });
    // The headings in another language, or what is to be filled in, may stand below them.
    let explained = !two_lines
        && header.is_some_and(|header| {
            let below = header + 1;
            let is_said = |column| {
                let cell = grid.cell(text, below, column);
                is_mail_label(cell) || hints(below) == filled(below) && !cell.is_empty()
            };
            below < above
                && above < most
                && !data(below)
                && (labels(below) >= 2 && labels(below) * 3 >= filled(below) * 2
                    || hints(below) == filled(below))
                && address.is_some_and(is_said)
        });
    let two_lines = two_lines || explained;
    let titles = match header {
        Some(_) => 0,
        None => title::above(text, grid, above),
    };
    Head {
        header,
        two_lines,
        explained,
        titles,
    }
}

/// Returns the line of the questions below which Qualtrics has put its own id of each, or above which its names for them,
/// and whether there are ids: some take them away.
fn below_codes(text: &str, grid: &Grid) -> Option<(usize, bool)> {
    let is_id = |cell: &str| cell.starts_with("{\"ImportId\":") && cell.ends_with('}');
    let are_ids = |record: &usize| {
        let mut cells = grid.cells(text, *record);
        cells.next().is_some_and(is_id) && cells.all(is_id)
    };
    if let Some(ids) = (1..grid.len().min(MOST_CODES)).find(are_ids) {
        return Some((ids - 1, true));
    }
    let stands =
        |record: usize, label: &str, column: usize| grid.cell(text, record, column) == label;
    let are_names = grid.len() > 1
        && (0..grid.width(0).min(MOST_ANSWERED))
            .any(|column| stands(0, "ResponseId", column) && stands(1, "Response ID", column));
    are_names.then_some((1, false))
}

/// Says whether somebody has more than an address in the column of the addresses: `jo@example.org (work)`. A label may
/// have one as an example, as may one among labels, and a remark above the list one to write to.
fn is_among(text: &str, grid: &Grid, record: usize, column: usize) -> bool {
    let cell = grid.cell(text, record, column);
    let is_label = |cell: &str| is_label(cell) || is_mail_label(cell);
    let all = grid.cells(text, record).enumerate();
    let others = all.filter(|(at, cell)| *at != column && !cell.is_empty());
    let others: Vec<&str> = others.map(|(_, cell)| cell).collect();
    !others.is_empty()
        && !others.iter().any(|other| is_label(other))
        && before_one(cell).is_some_and(|before| !is_label(before))
}

/// Says whether a line above the labels is about the list: it tells whom to write to, or a blank line parts it from them.
fn is_apart(text: &str, grid: &Grid, above: usize) -> bool {
    let raw = &text[grid.raw(above)];
    raw.contains('@') || grid.line(above) + line_ends(raw) + 1 < grid.line(above + 1)
}

/// Says whether a line names groups of columns, of which each has the labels in the line below: `Buyer,,Attendee,` above
/// `Name,Email,Name,Email`.
fn groups(text: &str, grid: &Grid, line: usize) -> bool {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for column in 0..grid.width(line + 1) {
        let (group, label) = (
            grid.cell(text, line, column),
            grid.cell(text, line + 1, column),
        );
        match groups.last_mut() {
            Some((last, labels)) if group.is_empty() || *last == group => labels.push(label),
            _ => groups.push((group, vec![label])),
        }
    }
    let wide = |(_, labels): &&(&str, Vec<&str>)| labels.len() > 1;
    // Hostile headers have tens of thousands of labels: none is compared with each other one.
    let mut seen: HashSet<&str> = HashSet::new();
    let is_repeated = groups.iter().any(|(_, labels)| {
        let filled = labels.iter().filter(|label| !label.is_empty());
        let again = filled.clone().any(|label| seen.contains(label));
        seen.extend(filled);
        again
    });
    let labels = grid.cells(text, line + 1);
    let labels = labels.filter(|cell| is_label(cell)).count();
    groups.iter().filter(wide).count() > 1 && is_repeated && labels > 1
}

/// Says whether the line below the labels has nothing but answers to tick, of which one is a no, each below the question or
/// behind it: `Coming?,,` above `Yes,No,Maybe`. A person's answers stand below a label each.
fn answers_below(text: &str, grid: &Grid, line: usize) -> bool {
    let answer = |column: usize| {
        let word = heading(grid.cell(text, line + 1, column));
        answers::bare(&word).or_else(|| answers::of_coming(&word))
    };
    let columns = 0..grid.width(line + 1).min(MOST_ANSWERED);
    let filled = columns.filter(|column| !grid.cell(text, line + 1, *column).is_empty());
    let filled: Vec<usize> = filled.collect();
    let said: Option<Vec<Standing>> = filled.iter().map(|column| answer(*column)).collect();
    let is_behind = |column: &usize| *column > 0 && grid.cell(text, line, *column).is_empty();
    said.is_some_and(|said| {
        filled.iter().any(is_behind)
            && said.contains(&Standing::Cancelled)
            && said.windows(2).all(|two| two[0] != two[1])
    })
}

/// The labels of the columns; of two lines those of the upper are carried on to the right and joined with the lower.
pub(super) fn labels(text: &str, grid: &Grid, head: Head) -> Vec<String> {
    let Some(header) = head.header else {
        return Vec::new();
    };
    if !head.two_lines || head.explained {
        return grid.cells(text, header).map(Into::into).collect();
    }
    let mut upper = "";
    let columns = 0..grid.width(header).max(grid.width(header + 1));
    columns
        .map(|column| {
            let own = grid.cell(text, header, column);
            let lower = grid.cell(text, header + 1, column);
            if !own.is_empty() {
                upper = own;
            }
            if lower.is_empty() || is_sublabel(lower) && !own.is_empty() {
                own.to_string()
            } else if upper.is_empty() {
                lower.to_string()
            } else {
                format!("{upper}: {lower}")
            }
        })
        .collect()
}

/// The cells of the line above the labels, which may be the upper one of two.
pub(super) fn above_labels(text: &str, grid: &Grid, head: Head) -> Vec<String> {
    let line = match head.header {
        Some(header) if head.two_lines && !head.explained => Some(header),
        header => header.and_then(|header| header.checked_sub(1)),
    };
    let cells = |line| grid.cells(text, line).map(String::from).collect();
    line.map_or_else(Vec::new, cells)
}
