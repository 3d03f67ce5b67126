use std::collections::HashMap;

use calamine::{Data, DataType, Dimensions, Range};

use super::grid::Grid;
use super::head;
use super::learn::Learned;
use crate::import::columns::{heading, scores};
use crate::import::field::Field;

/// So many cells are filled; more no list of people has.
const MOST: usize = 1_000_000;

/// Cells that show what stands in one above them, with which they were merged: by row and column of the sheet, as they are
/// counted from 0.
#[derive(Default)]
pub(super) struct Merged<'r> {
    shown: HashMap<(u32, u32), &'r Data>,
    /// Whether a cell goes on over several rows and is read in the first of them only.
    pub(super) left: bool,
}

impl<'r> Merged<'r> {
    /// Finds the cells of rows that show what stands further up, where these rows are people of their own: a name and the
    /// id of a ticket are one person's, and are left where they stand.
    pub(super) fn find(
        range: &'r Range<Data>,
        merged: &[Dimensions],
        (text, grid): (&str, &Grid),
        learned: &Learned,
    ) -> Self {
        let mut found = Self::default();
        let (Some((top, left)), Some((bottom, _))) = (range.start(), range.end()) else {
            return found;
        };
        let first = grid.line(learned.head.rows_from()) as u32;
        let is_down = |some: &&Dimensions| some.start.0 < some.end.0 && some.start.0 + 1 >= first;
        let mut down = merged.iter().filter(is_down).peekable();
        if first == 0 || down.peek().is_none() {
            return found;
        }
        let labels = head::labels(text, grid, learned.head);
        let asks = |fields: &[Field]| {
            let asks = |label: &String| {
                let asked = scores(&heading(label));
                asked.iter().any(|(field, _)| fields.contains(field))
            };
            let columns = labels.iter().zip(left..).filter(|(label, _)| asks(label));
            columns.map(|(_, column)| column).collect::<Vec<u32>>()
        };
        let names = asks(&[Field::Name, Field::First]);
        // So is what they consent to.
        let own = asks(&[
            Field::Name,
            Field::First,
            Field::SourceId,
            Field::Updates,
            Field::Photo,
        ]);
        let cell = |at: (u32, u32)| range.get_value(at).filter(|cell| !cell.is_empty());
        let is_named = |row: u32| names.iter().any(|column| cell((row, *column)).is_some());
        for some in down {
            let (row, column) = some.start;
            let Some(value) = cell(some.start).filter(|_| row >= top) else {
                continue;
            };
            for below in row + 1..=some.end.0.min(bottom) {
                let at = (below, column);
                let fits = !own.contains(&column) && is_named(below) && found.shown.len() < MOST;
                if fits && cell(at).is_none() {
                    found.shown.insert(at, value);
                } else {
                    found.left = true;
                }
            }
        }
        found
    }

    pub(super) fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// Returns what a cell shows that stands in another one.
    pub(super) fn shows(&self, row: u32, column: u32) -> Option<&'r Data> {
        self.shown.get(&(row, column)).copied()
    }
}
