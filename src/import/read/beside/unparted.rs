//! Names below titles that say who comes, where not all of them are plain names.

use super::super::Table;
use super::super::of_all::{of_answer, of_title};
use super::MOST_LISTS;
use super::found::{MOST_COLUMNS, answer_each_other, is_name};
use crate::import::standing::Standing;

/// Says whether the first row of a table without a header is nobody, since it says of names below it who comes and who does
/// not, where not all of them are plain names: nobody may be read as coming from a column of those who do not.
pub(super) fn are_titles(table: &Table) -> bool {
    let Some(row) = table.row(0).filter(|_| table.header.is_empty()) else {
        return false;
    };
    let titles: Vec<&str> = row.cells().take(MOST_COLUMNS).collect();
    let filled = titles.iter().enumerate();
    let filled: Vec<(usize, &str)> = filled
        .map(|(at, title)| (at, *title))
        .filter(|(_, title)| !title.is_empty())
        .collect();
    if !(2..=MOST_LISTS).contains(&filled.len()) {
        return false;
    }
    let are_answers = answer_each_other(&titles);
    let said = |title: &str| match are_answers {
        true => of_answer(title).or_else(|| of_title(title)),
        false => of_title(title),
    };
    let are_said = filled.iter().all(|(_, title)| said(title).is_some());
    let some = |is_so: fn(Standing) -> bool| {
        let mut said = filled.iter().filter_map(|(_, title)| said(title));
        said.any(is_so)
    };
    let is_named = |column: usize| {
        let cells = table.rows().skip(1).map(|row| row.cell(column));
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        !cells.is_empty()
            && cells
                .iter()
                .filter(|cell| is_name(without_guests(cell)))
                .count()
                * 2
                >= cells.len()
            && !cells.iter().any(|cell| cell.contains('@'))
    };
    are_said
        && some(|said| said > Standing::Coming)
        && some(|said| said == Standing::Coming)
        && filled.iter().all(|(column, _)| is_named(*column))
}

/// A name without how many come with it: `Ed Ray and 2 kids`, `Ann Lee x2`, `Ann Lee - 2 places`.
fn without_guests(cell: &str) -> &str {
    const JOINTS: [&str; 10] = ["and", "und", "et", "y", "i", "a", "aur", "&", "-", "x"];
    let Some((name, _)) = cell.split_once(|c: char| c.is_ascii_digit()) else {
        return cell;
    };
    let name = name.trim_end();
    match name.rsplit_once(' ') {
        Some((name, joint)) if JOINTS.contains(&joint) => name,
        _ => cell,
    }
}
