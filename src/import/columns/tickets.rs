//! Which of several columns of tickets says which one somebody has: `Ticket name` beside `Ticket type`.

use std::collections::HashSet;

use super::content::{self, is_constant, is_one};
use super::draft::Draft;
use super::names::owner::has_several_words;
use super::words;
use crate::import::field::Field;
use crate::import::name;

/// Of fewer rows each may have another ticket.
const FEW: usize = 5;

/// So many rows show whose names they are.
const MANY: usize = 500;

/// Gives a column up that holds the names of those who have the tickets, or that of the event, for one that says more.
pub(super) fn settle(draft: &mut Draft<'_>) {
    let [column] = *draft.of(Field::Ticket) else {
        return;
    };
    let is_fixed = draft.certain.contains(&column) || draft.wished.contains(&Field::Ticket);
    if is_fixed || draft.headings.is_empty() {
        return;
    }
    let other = (0..draft.headings.len()).find(|at| is_other(draft, *at));
    if holds_people(draft, column) || holds_numbers(draft, column) {
        draft.set(Field::Ticket, other.into_iter().collect());
    } else if let Some(other) = other
        && is_one(draft.table, column)
        && !is_one(draft.table, other)
    {
        draft.set(Field::Ticket, vec![other]);
    }
}

/// Tells whether a column that is not read says by its heading which ticket somebody has.
pub(super) fn is_other(draft: &Draft<'_>, column: usize) -> bool {
    !draft.is_used(column)
        && !draft.certain.contains(&column)
        && draft.contents[column].filled > 0
        && words::is_exactly(&draft.headings[column], Field::Ticket)
}

/// Tells whether what is called a ticket is the number of one, of which everybody has another: `Billet` beside `Tarif`.
fn holds_numbers(draft: &Draft<'_>, column: usize) -> bool {
    let rows = draft.rows().take(MANY);
    let cells = rows.map(|row| row.cell(column));
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let different: HashSet<&&str> = cells.iter().collect();
    cells.len() >= FEW
        && different.len() == cells.len()
        && cells.iter().all(|cell| content::is_figure(cell))
}

/// Tells whether what is called the name of a ticket is that of whoever has it: the name that stands in the row, or one
/// that hardly anybody else has.
fn holds_people(draft: &Draft<'_>, column: usize) -> bool {
    let whole = draft.of(Field::Name).first();
    let halves = [Field::First, Field::Last].map(|half| draft.of(half).first());
    let names: Vec<usize> = match whole {
        Some(whole) => vec![*whole],
        None => halves.into_iter().flatten().copied().collect(),
    };
    let rows = draft.rows();
    let rows = rows.filter(|row| !row.cell(column).is_empty());
    let (mut filled, mut same, mut different) = (0_usize, 0_usize, HashSet::new());
    for row in rows.take(MANY) {
        let ticket = name::key(row.cell(column));
        let cells: Vec<&str> = names.iter().map(|at| row.cell(*at)).collect();
        filled += 1;
        same += usize::from(name::key(&cells.join(" ")) == ticket);
        different.insert(ticket);
    }
    let are_various = filled >= FEW && different.len() * 4 >= filled * 3;
    // Last what asks every row.
    (same * 2 > filled || are_various && draft.mostly(column, 0.8, has_several_words))
        && draft.mostly(column, 0.8, content::is_name)
        && !is_constant(draft.table, column)
}
