use std::ops::Range;

use super::Table;
use crate::import::columns::{heading, scores};
use crate::import::field::Field;

/// Words in a title above columns that say that they are about somebody who need not come.
const OTHERS: &str = "buyer|purchaser|payer|billing|invoice|order|contact|emergency|parent|guardian|partner|kaufer|besteller|\
    rechnung|notfall|acheteur|payeur|urgence|comprador|pagador|emergencia|kupujacy|platnik|prynwr|argyfwng";

/// Nobody puts more lists side by side.
const MOST_LISTS: usize = 20;

/// Parts a table in which lists of the same headings stand side by side, each behind a blank column: their people are as
/// many as all the lists have. Each list but the first says where it begins.
pub(super) fn part((name, table): (String, Table)) -> Vec<(String, Table)> {
    let lists = lists(&table);
    if lists.len() < 2 {
        return vec![(name, table)];
    }
    let named = |columns: Range<usize>| match columns.start {
        0 => name.clone(),
        first => format!("{name}, from column {}", first + 1),
    };
    lists
        .into_iter()
        .map(|columns| (named(columns.clone()), taken(&table, columns)))
        .collect()
}

/// The columns of each list; none if there is only one.
fn lists(table: &Table) -> Vec<Range<usize>> {
    let label = |column: usize| table.header[column].trim();
    // Nearly all tables end here.
    let gaps: Vec<usize> = (1..table.header.len())
        .filter(|column| label(*column).is_empty())
        .collect();
    if gaps.is_empty() {
        return Vec::new();
    }
    let mut lists = Vec::new();
    let mut start = 0;
    for end in gaps.iter().copied().chain([table.header.len()]) {
        if start < end {
            lists.push(start..end);
        }
        start = end + 1;
    }
    let own = |column: usize| {
        let label = label(column);
        heading(label.rsplit_once(": ").map_or(label, |(_, own)| own))
    };
    let own = |columns: &Range<usize>| columns.clone().map(own).collect::<Vec<String>>();
    let Some(first) = lists.first().map(own) else {
        return Vec::new();
    };
    let names = |label: &String| {
        let names = [Field::Name, Field::First, Field::Last];
        scores(label).iter().any(|(field, _)| names.contains(field))
    };
    let about_others = |column: &usize| {
        let label = heading(label(*column));
        let other = |word| OTHERS.split('|').any(|known| known == word);
        label.split(' ').any(other)
    };
    let same = (2..=MOST_LISTS).contains(&lists.len())
        && first.iter().any(names)
        && lists.iter().all(|columns| own(columns) == first);
    let blank = |row: super::RawRow<'_>| gaps.iter().all(|gap| row.cell(*gap).is_empty());
    if same
        && !(0..table.header.len()).any(|column| about_others(&column))
        && table.rows().all(blank)
    {
        lists
    } else {
        Vec::new()
    }
}

/// One of several lists side by side, with the rows that hold somebody.
fn taken(table: &Table, columns: Range<usize>) -> Table {
    let mut taken = table.clone();
    let mut filled = Vec::with_capacity(table.len());
    for (at, row) in table.rows().enumerate() {
        let cells: Vec<&str> = columns.clone().map(|column| row.cell(column)).collect();
        filled.push(row.fault.is_some() || cells.iter().any(|cell| !cell.is_empty()));
        taken.grid.replace(at, &cells);
    }
    let mut faults = table
        .faults
        .iter()
        .map(|(_, why)| why)
        .enumerate()
        .peekable();
    taken.faults.clear();
    let mut index = 0;
    for (row, filled) in filled.iter().enumerate() {
        if let Some((_, why)) = faults.next_if(|(at, _)| table.faults[*at].0 == row) {
            taken.faults.push((index, why.clone()));
        }
        index += usize::from(*filled);
    }
    let blank = table.rows().zip(&filled).filter(|(_, filled)| !**filled);
    taken.how.blank_lines += blank.map(|(row, _)| row.lines()).sum::<usize>();
    taken.grid.retain(|row| filled[row]);
    taken.header = table.header[columns.clone()].to_vec();
    taken.width = columns.len();
    if columns.start > 0 {
        taken.repairs.clear();
        taken.how.notes.clear();
    }
    taken
}
