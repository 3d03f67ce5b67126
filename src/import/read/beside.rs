mod found;
mod unparted;

use std::ops::Range;

use super::of_all::of_title;
use super::{Table, typed};
use crate::import::standing::Standing;
use crate::import::{remark, role};
use found::{bare, lists, titled};
use unparted::are_titles;

/// Nobody puts more lists side by side.
const MOST_LISTS: usize = 20;

/// One of several lists side by side.
#[derive(Clone)]
struct List {
    columns: Range<usize>,
    rows: Range<usize>,
    /// What stands above its columns.
    title: Option<String>,
    /// What it says of them, if it is a bare answer.
    answered: Option<Standing>,
    /// The row in which that stands, if it is one of the list.
    titles: Option<usize>,
}

/// Parts a table in which lists stand side by side: of the same headings, each behind a blank column, or each below a title
/// that says whether its people come. Their people are as many as all the lists have. Each list but the first says where
/// it begins.
pub(super) fn part((name, table): (String, Table)) -> Vec<(String, Table)> {
    let named = |list: &List| {
        let titles = list.titles.filter(|row| *row > 0);
        match (list.columns.start, titles.map(|row| table.grid.line(row))) {
            (0, None) => name.clone(),
            (0, Some(line)) => format!("{name}, from line {line}"),
            (first, None) => format!("{name}, from column {}", first + 1),
            (first, Some(line)) => format!("{name}, from column {}, line {line}", first + 1),
        }
    };
    let all = [lists(&table), titled(&table)];
    // There may be lists and nobody in any.
    let several = |lists: Vec<List>| {
        let lists = Some(lists).filter(|lists| lists.len() > 1)?;
        Some(further(&table, lists)).filter(|lists| !lists.is_empty())
    };
    if let Some(lists) = all.into_iter().find_map(several) {
        let taken = |list: List| (named(&list), taken(&table, &list));
        return lists.into_iter().map(taken).collect();
    }
    let bare = bare(&table);
    let are_bare = bare.len() > 1;
    let Some(lists) = several(bare) else {
        let unparted = are_titles(&table);
        let mut table = table;
        table.how.unparted |= unparted;
        if are_bare {
            // The titles are nobody.
            table.grid.retain(|_| false);
        }
        return vec![(name, table)];
    };
    let taken = |list: List| {
        let mut taken = taken(&table, &list);
        taken.header.clear();
        taken.raw_header.clear();
        typed::mend(&mut taken);
        (named(&list), taken)
    };
    lists.into_iter().map(taken).collect()
}

/// Parts lists where titles stand again between their rows.
fn further(table: &Table, lists: Vec<List>) -> Vec<List> {
    let starts: Vec<usize> = lists.iter().map(|list| list.columns.start).collect();
    let are_titles = |row: &usize| {
        let cells = || {
            let cells = table.grid.cells(&table.text, *row).enumerate();
            cells.filter(|(_, cell)| !cell.is_empty())
        };
        // Nearly all rows of people end here.
        cells().all(|(at, _)| starts.contains(&at))
            && cells().count() > 1
            && cells().all(|(_, cell)| of_title(cell).is_some())
    };
    let within = |list: &List| list.rows.clone().filter(are_titles).take(MOST_LISTS);
    let rows: Vec<usize> = lists.first().into_iter().flat_map(within).collect();
    let mut all = Vec::new();
    for mut list in lists {
        let last = list.rows.end;
        for row in rows.iter().copied().chain([last]) {
            list.rows.end = row;
            all.push(list.clone());
            list.rows = row + 1..last;
            list.titles = Some(row);
            let title = table.grid.cell(
                &table.text,
                row.min(last.saturating_sub(1)),
                list.columns.start,
            );
            if !title.is_empty() {
                list.title = Some(title.to_string());
            }
        }
    }
    all.retain(|list| !list.rows.is_empty());
    all
}

impl List {
    fn of(table: &Table, columns: Range<usize>) -> Self {
        let above = table.above.iter().enumerate();
        let mut above = above.filter(|(at, title)| columns.contains(at) && !title.is_empty());
        let title = match (above.next(), above.next()) {
            (Some((_, title)), None) => Some(title.clone()),
            (Some(_), Some(_)) => None,
            (None, _) => common(&table.header[columns.clone()]),
        };
        Self {
            columns,
            rows: 0..table.len(),
            title,
            answered: None,
            titles: None,
        }
    }
}

/// The labels of some columns without the title above them.
fn own(table: &Table, columns: &Range<usize>) -> Vec<String> {
    let labels = &table.header[columns.clone()];
    let titles: Vec<String> = match table.above.iter().all(String::is_empty) {
        true => common(labels).into_iter().collect(),
        false => table.above.clone(),
    };
    let titles = titles.iter().filter(|title| !title.is_empty());
    let titles: Vec<&String> = titles.take(MOST_LISTS).collect();
    let own = |label: &String| {
        let strip = |title: &&String| label.strip_prefix(title.as_str())?.strip_prefix(": ");
        titles.iter().find_map(strip).unwrap_or(label).to_string()
    };
    labels.iter().map(own).collect()
}

/// What stands before the colon in all of some labels.
fn common(labels: &[String]) -> Option<String> {
    let (title, _) = labels.first()?.rsplit_once(": ")?;
    let same = |label: &String| {
        label
            .rsplit_once(": ")
            .is_some_and(|(before, _)| before == title)
    };
    labels.iter().all(same).then(|| title.to_string())
}

/// Says whether a title tells of whom a list is and names nobody else, as one who is to be rung would be.
fn is_of_attendees(title: &str) -> bool {
    let before = title.split(['(', '[']).next().unwrap_or(title);
    let before = before.split(" - ").next().unwrap_or(before);
    of_title(title).is_some() || role::is_heading(title) || remark::is_heading(before)
}

/// One of several lists side by side, with the rows that hold somebody.
fn taken(table: &Table, list: &List) -> Table {
    let columns = &list.columns;
    let mut taken = table.clone();
    let mut filled = Vec::with_capacity(table.len());
    for (at, row) in table.rows().enumerate() {
        let cells: Vec<&str> = columns.clone().map(|column| row.cell(column)).collect();
        let is_filled = cells.iter().any(|cell| !cell.is_empty());
        // What is wrong with the row of another list is said of that.
        let is_faulty = || row.fault.is_some() && row.cells().all(str::is_empty);
        filled.push(list.rows.contains(&at) && (is_filled || is_faulty()));
        taken.grid.replace(at, &cells);
    }
    taken.faults.clear();
    let mut index = 0;
    let mut faults = table.faults.iter().peekable();
    for (row, filled) in filled.iter().enumerate() {
        if let Some((_, why)) = faults.next_if(|(at, _)| *at == row)
            && *filled
        {
            taken.faults.push((index, why.clone()));
        }
        index += usize::from(*filled);
    }
    let all = table.rows().zip(&filled).skip(list.rows.start);
    let blank = all.take(list.rows.len()).filter(|(_, filled)| !**filled);
    taken.how.blank_lines += blank.map(|(row, _)| row.lines()).sum::<usize>();
    let titles = list.titles.and_then(|row| table.row(row));
    taken.how.part_lines += titles.map_or(0, |row| row.lines());
    taken.grid.retain(|row| filled[row]);
    if !table.header.is_empty() {
        taken.header = own(table, columns);
    }
    if let Some(title) = list.title.as_ref().filter(|title| !is_of_attendees(title)) {
        for label in &mut taken.header {
            *label = format!("{title}: {label}");
        }
    }
    taken.width = columns.len();
    if columns.start > 0 || list.titles > Some(0) {
        taken.repairs.clear();
        taken.how.notes.clear();
    }
    if let Some(title) = &list.title {
        let above = format!("says \"{title}\" above the list");
        taken.how.notes.retain(|note| !note.contains(&above));
        if of_title(title).or(list.answered).is_none() {
            let note = format!("its columns stand below \"{title}\"");
            taken.how.notes.push(note);
        }
        taken.how.titled = Some(title.clone());
        taken.how.answered = list.answered;
    }
    taken
}
