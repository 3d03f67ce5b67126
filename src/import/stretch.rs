use std::ops::Range;

use super::candidate::{Candidate, Noticed, Reading};
use super::filing::Origin;
use super::identity::{Keyring, Row};
use super::person::Reader;
use super::read::Table;
use super::remark;
use super::said::{SaidHere, Saying};
use super::verdict::{Outcome, Verdict};

/// Rows of a table that have been read.
#[derive(Default)]
pub(super) struct Stretch {
    /// Those that are about somebody.
    pub(super) rows: Vec<Row>,
    /// Of each row, whether it is about nobody.
    pub(super) outcomes: Vec<Outcome>,
    /// Columns that have a value there, by their numbers.
    pub(super) used: Vec<bool>,
    pub(super) said: SaidHere,
    pub(super) noticed: Noticed,
}

/// Tells whether a cell is neither blank nor part of a ruled line.
fn says_something(cell: &str) -> bool {
    cell.chars().any(char::is_alphanumeric)
}

impl Stretch {
    /// Reads rows, of which all have their origin in common.
    pub(super) fn read(
        table: &Table,
        rows: Range<usize>,
        (reader, origin): (&Reader<'_>, &Origin<'_>),
        mut keyring: Keyring,
    ) -> Self {
        let mut stretch = Self::default();
        let mut saying = Saying::beside(table.shared_text(), origin);
        for (at, row) in rows.filter_map(|at| Some((at as u32, table.row(at)?))) {
            let is_last = at as usize + 1 == table.len();
            let above = || {
                let above = table.rows().take(at as usize);
                let filled =
                    above.filter(|row| row.fault.is_none() && row.cells().any(says_something));
                filled.count()
            };
            let reading = match row.fault {
                _ if is_last && remark::is_sum(row.cells(), above) => Reading::Blank,
                Some(fault) => Reading::Nobody(fault.to_string()),
                None => reader.read(row, &mut keyring, &mut stretch.noticed),
            };
            let mut outcome = Outcome::new(row.line as u32, Verdict::Blank);
            saying.take(match &reading {
                Reading::Person(person, _) => Some(person),
                Reading::Blank | Reading::Nobody(_) => None,
            });
            match reading {
                Reading::Person(person, keys) => {
                    stretch.use_columns(&person);
                    stretch.rows.push(Row {
                        row: at,
                        keys,
                        id: keyring.id(origin.source, &person.source_id),
                    });
                }
                Reading::Blank => {}
                Reading::Nobody(reason) => {
                    outcome.verdict = Verdict::Rejected;
                    outcome.more().reason = Some(reason);
                }
            }
            stretch.outcomes.push(outcome);
        }
        stretch.said = saying.finish();
        stretch
    }

    fn use_columns(&mut self, person: &Candidate<'_>) {
        for (number, _) in &person.values {
            let number = usize::from(*number);
            if self.used.len() <= number {
                self.used.resize(number + 1, false);
            }
            self.used[number] = true;
        }
    }
}
