use std::collections::HashSet;

use super::marked;
use super::part::add;
use super::repairs::{DASHED, ITEM, Repairs, TOGETHER};
use super::title::item;
use super::words::is_label;
use super::{Repair, Table};
use crate::import::columns::{heading, scores};
use crate::import::field::Field;
use crate::import::phone;
use crate::model::order_by_key;

/// A list with more rows is no line of names.
const MOST_LINES: usize = 3;

/// Why the number of a line is nobody.
const OPEN: &str = "it is the number of a line without a name";

/// Mends what stands in the first column of a list as somebody types one: `1. Ada Lovelace - 07700 900123` is a name and
/// a telephone number, and the number of the line is neither. Where a line holds one name after the other that is said.
pub(super) fn mend(table: &mut Table) {
    marked::read(table);
    let named = |label: &String| {
        let fields = scores(&heading(label));
        fields.iter().any(|(field, _)| *field == Field::Name)
    };
    let heads = match table.header.as_slice() {
        [] => true,
        [label] => named(label),
        [label, _] if table.marked.is_some() => named(label),
        _ => false,
    };
    if !heads || table.is_empty() {
        return;
    }
    let mut repairs = Repairs(std::mem::take(&mut table.repairs));
    unmark(table, &mut repairs);
    unnumber(table, &mut repairs);
    part(table, &mut repairs);
    table.repairs = repairs.0;
    order_by_key(&mut table.repairs, |repair: &Repair| repair.line);
    if table.header.is_empty() {
        let note = names_beside(table);
        table.how.notes.extend(note);
    }
}

/// What stands before each item of a list.
const ITEMS: [char; 11] = ['-', '–', '—', '*', '•', '·', '‣', '◦', '▪', '●', '○'];

/// What stands behind the dash or the dot of an item that begins with a letter.
fn behind_mark(cell: &str) -> Option<&str> {
    let rest = cell.strip_prefix(ITEMS)?.trim_start();
    rest.starts_with(char::is_alphabetic).then_some(rest)
}

/// Takes the dashes and dots before the names off, where nearly all have one: what stands below others may be a remark on
/// them.
fn unmark(table: &mut Table, repairs: &mut Repairs) {
    let (text, grid) = (&table.text, &mut table.grid);
    let is_marked = |record: &usize| behind_mark(grid.cell(text, *record, 0)).is_some();
    // Nearly all lists end here.
    if !(0..grid.len()).take(2).any(|record| is_marked(&record)) {
        return;
    }
    let marked: Vec<usize> = (0..grid.len()).filter(is_marked).collect();
    if marked.len() < 2 || marked.len() * 5 < grid.len() * 4 {
        return;
    }
    for record in marked {
        let mut cells: Vec<String> = grid.cells(text, record).map(String::from).collect();
        if let Some(name) = behind_mark(&cells[0]).map(String::from) {
            cells[0] = name;
            grid.replace(record, &cells);
            repairs.count(DASHED, grid.line(record));
        }
    }
}

/// Takes the numbers of the lines off, where nearly all have one and what stands behind them differs from line to line,
/// as names do and answers do not; a list that was put into another order has them in any. A number without a name is a
/// place that is open, and stays for somebody to see.
fn unnumber(table: &mut Table, repairs: &mut Repairs) {
    let (text, grid) = (&table.text, &mut table.grid);
    let is_numbered = |record: usize| item(grid.cell(text, record, 0)).is_some();
    // Nearly all lists end here.
    if (0..grid.len()).take(2).all(|record| !is_numbered(record)) {
        return;
    }
    // Where addresses stand behind the names, these are found by them.
    if (0..grid.len()).any(|record| grid.cell(text, record, 0).contains('@')) {
        return;
    }
    let items: Vec<(usize, &str)> = (0..grid.len())
        .filter_map(|record| item(grid.cell(text, record, 0)))
        .collect();
    let names = || items.iter().map(|(_, name)| *name);
    let names = || names().filter(|name| !name.is_empty());
    let different: HashSet<&str> = names().collect();
    if items.len() < 2
        || items.len() * 5 < grid.len() * 4
        || different.len() * 4 < names().count() * 3
    {
        return;
    }
    let (mut faults, mut widest) = (Vec::new(), table.width);
    for record in 0..grid.len() {
        let mut cells: Vec<String> = grid.cells(text, record).map(String::from).collect();
        let name = match cells.first().and_then(|cell| item(cell)) {
            None => continue,
            Some((_, "")) if cells.len() == 1 => {
                faults.push((record, OPEN.to_string()));
                continue;
            }
            Some((_, name)) => name.to_string(),
        };
        // What somebody wants may stand in brackets behind the name.
        let wish = name
            .strip_suffix(')')
            .and_then(|name| name.split_once(" ("));
        match wish.filter(|(name, wish)| !name.is_empty() && !wish.contains(['(', ')'])) {
            None => cells[0] = name,
            Some((name, wish)) => {
                let (name, wish) = (name.trim().to_string(), wish.to_string());
                widest = table.width + 1;
                cells.resize(table.width, String::new());
                cells[0] = name;
                cells.push(wish);
            }
        }
        grid.replace(record, &cells);
        repairs.count(ITEM, grid.line(record));
    }
    table.width = widest;
    if !table.header.is_empty() {
        table.header.resize(widest, String::new());
    }
    add(&mut table.faults, faults);
}

/// Parts names from telephone numbers, where most cells are both.
fn part(table: &mut Table, repairs: &mut Repairs) {
    let (text, grid) = (&table.text, &mut table.grid);
    // Nearly all lists end here.
    if (0..grid.len())
        .take(20)
        .all(|record| both(grid.cell(text, record, 0)).is_none())
    {
        return;
    }
    let cells = || (0..grid.len()).map(|record| grid.cell(text, record, 0));
    let parted = cells().filter(|cell| both(cell).is_some()).count();
    if parted * 2 < grid.len() && !cells().all(|cell| both(cell).is_some() || is_name(cell)) {
        return;
    }
    for record in 0..grid.len() {
        let mut cells: Vec<String> = grid.cells(text, record).map(String::from).collect();
        let Some((name, number)) = cells.first().and_then(|cell| both(cell)) else {
            continue;
        };
        let (name, number) = (name.to_string(), number.to_string());
        cells.resize(table.width, String::new());
        cells[0] = name;
        cells.push(number);
        grid.replace(record, &cells);
        repairs.count(TOGETHER, grid.line(record));
    }
    table.width += 1;
    if !table.header.is_empty() {
        table.header.push("Phone".to_string());
    }
}

/// The name and the telephone number that a cell holds, in either order, and nothing else.
fn both(cell: &str) -> Option<(&str, &str)> {
    let apart = |c: char| c.is_whitespace() || "-–—:,;|".contains(c);
    let begins = |c: char| c.is_ascii_digit() || "+(".contains(c);
    let first = cell.find(begins)?;
    let number = |text: &'_ str| phone::alone(text.trim()).is_some() && !text.contains(" - ");
    if first > 0 {
        let (name, rest) = cell.split_at(first);
        let name = name.trim_end_matches(apart);
        return (is_name(name) && name.len() < first && number(rest)).then(|| (name, rest.trim()));
    }
    let end = cell.find(char::is_alphabetic)?;
    let (rest, name) = cell.split_at(end);
    let rest = rest.trim_end_matches(apart);
    (is_name(name.trim()) && rest.len() < end && number(rest)).then(|| (name.trim(), rest.trim()))
}

/// Says whether a text may be a name: up to five words of letters.
fn is_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let plain = |c: char| c.is_alphabetic() || " .'’-".contains(c);
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (1..=5).contains(&words) && letters > 1 && name.chars().all(plain)
}

/// Says that other columns of a list without headings hold names as well, where it is hardly more than a line of them.
fn names_beside(table: &Table) -> Option<String> {
    if table.len() > MOST_LINES {
        return None;
    }
    let others: Vec<String> = (1..table.width)
        .filter(|at| table.marked != Some(*at))
        .map(|at| format!("column {}", at + 1))
        .collect();
    if others.is_empty() {
        return None;
    }
    let may_be_one = |cell: &str| {
        let word = |word: &str| {
            word.starts_with(char::is_uppercase)
                && word
                    .chars()
                    .all(|c| c.is_alphabetic() || "'’-.".contains(c))
        };
        (1..=3).contains(&cell.split(' ').count()) && cell.split(' ').all(word) && !is_label(cell)
    };
    let cells = || {
        table
            .rows()
            .flat_map(|row| row.cells().enumerate())
            .filter(|(at, cell)| !cell.is_empty() && table.marked != Some(*at))
            .map(|(_, cell)| cell)
    };
    let full = cells().all(|cell| cell.contains(' '));
    let all = cells().all(may_be_one) && (full || others.len() > 1 && table.len() == 1);
    all.then(|| {
        format!(
            "{} may hold names too; they are kept, but nobody is signed up for them: give each name a line of its own",
            others.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_parted_where_it_is_a_name_and_a_number() {
        for (cell, expected) in [
            (
                "Ada Lovelace - 07700 900123",
                Some(("Ada Lovelace", "07700 900123")),
            ),
            (
                "Ada O'Neill: +44 7700 900123",
                Some(("Ada O'Neill", "+44 7700 900123")),
            ),
            (
                "Ada Lovelace (01254) 555001",
                Some(("Ada Lovelace", "(01254) 555001")),
            ),
            ("07700 900123 – Ada", Some(("Ada", "07700 900123"))),
            ("Ada Lovelace", None),
            ("07700 900123", None),
            ("Ada Lovelace 2024-04-01", None),
            ("Table 12 - 07700 900123", None),
            ("A07700900123", None),
            ("07700 900123 (mobile)", None),
        ] {
            assert_eq!(both(cell), expected, "{cell}");
        }
    }
}
