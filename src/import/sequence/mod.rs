//! In which order the rows about one person came, where no time says so for sure: a list may have the newest first.

mod course;
mod told;

use std::cmp::Ordering;
use std::sync::OnceLock;

use course::Course;
use told::{Told, number};

use super::columns::Mapping;
use super::filing::fold::is_moment;
use super::read::Table;
use super::said::Said;

/// Of more rows than this about one person the times are not compared pair by pair.
const MOST: usize = 64;

/// How the rows of a table follow each other.
pub(super) struct Sequence<'t> {
    table: &'t Table,
    mapping: &'t Mapping,
    course: OnceLock<Course>,
}

impl<'t> Sequence<'t> {
    pub(super) fn of(table: &'t Table, mapping: &'t Mapping) -> Self {
        Self {
            table,
            mapping,
            course: OnceLock::new(),
        }
    }

    /// Puts the rows about one person into the order in which they were sent, as far as that is certain; all else stays in
    /// the order of the file.
    pub(super) fn put_in_turn(&self, rows: &mut Vec<u32>, said: &Said) {
        let mut sure: Vec<&str> = rows.iter().map(|row| said.sent(*row).0).collect();
        sure.sort_unstable();
        let is_same = |pair: &[&str]| pair.first() == pair.last();
        if sure.iter().all(|sent| is_moment(sent)) && !sure.windows(2).any(is_same) {
            // The times themselves will sort them.
            return;
        }
        match *self.course.get_or_init(|| self.course()) {
            Course::Onward => {}
            Course::Backward => rows.reverse(),
            Course::Numbers(at) => rows.sort_by_key(|row| number(self.cell(*row, at))),
        }
        if rows.len() > MOST {
            return;
        }
        let stamps = &self.mapping.stamps;
        let told = |row: &u32| {
            let (sent, _) = said.sent(*row);
            // What is known for sure is sorted by it later.
            let is_open = !sent.is_empty() && !is_moment(sent);
            is_open.then(|| Told::read(sent, stamps)).flatten()
        };
        let mut open: Vec<(u32, Option<Told>)> = rows.iter().map(|row| (*row, told(row))).collect();
        rows.clear();
        while !open.is_empty() {
            let is_later = |one: &Option<Told>, other: &Option<Told>| {
                let both = one.as_ref().zip(other.as_ref());
                let order = both.and_then(|(one, other)| one.compare(other, stamps.is_mixed()));
                order == Some(Ordering::Greater)
            };
            let is_first =
                |(_, one): &(u32, Option<Told>)| !open.iter().any(|(_, two)| is_later(one, two));
            // What all readings agree upon has no circles.
            let next = open.iter().position(is_first).unwrap_or_default();
            rows.push(open.remove(next).0);
        }
    }

    fn cell(&self, row: u32, at: usize) -> &'t str {
        let row = self.table.row(row as usize);
        row.map_or("", |row| row.cell(at).trim())
    }
}
