use memchr::memchr2;

use super::answers;
use super::block::{self, Block};
use super::mark::taken_off;
use super::repairs::{MARKED, Repairs};
use super::{Table, part, title};
use crate::import::columns::{heading, scores};
use crate::import::field::Field;
use crate::import::standing::Standing;
use crate::import::{remark, role};

/// Who somebody is stands among the first columns; to compare thousands with all words takes long.
const MOST_COLUMNS: usize = 100;

/// What a row of a list is as somebody types one for a chat.
enum Line {
    /// Somebody, with what a mark says of them.
    Name(Option<Standing>, String),
    /// The heading of a part of the list: what it says of those below it, if that is known.
    Part(Option<Standing>),
}

/// Reads what marks beside the names of a list, and headings above them, say of whether people come: `✅ Ada`, `Maybe:`.
/// It gets a column of its own, the marks are taken off the names, and nobody is made of a heading.
pub(super) fn read(table: &mut Table) {
    let Some(column) = names(table) else {
        return;
    };
    // Of a list with several headings each row has a cell for its own.
    let parted = table.header.len() < 2;
    // All signs begin with one of two bytes, which hardly a text has.
    if !parted && memchr2(0xE2, 0xF0, table.text.as_bytes()).is_none() {
        return;
    }
    let is_sign = |record: usize| {
        let cell = table.grid.cell(&table.text, record, column);
        taken_off(cell, parted).is_some()
            || parted && cell.ends_with([':', ')']) && part::said(cell, false).is_some()
            || parted && (begins_part(cell) || is_other(table, record))
    };
    let answers = match parted {
        true => answers::find(table, column),
        false => Vec::new(),
    };
    let is_known = parted && table.faults.iter().any(|(_, why)| why == part::WHY);
    let is_known = is_known || !answers.is_empty();
    if !is_known && !(0..table.grid.len()).any(is_sign) {
        return;
    }
    let mut lines: Vec<Line> = (0..table.grid.len())
        .map(|record| line(table, record, column, parted))
        .collect();
    for (record, standing) in answers {
        lines[record] = Line::Part(Some(standing));
    }
    let is_part = |line: &Line| matches!(line, Line::Part(Some(_)));
    let among = parted && lines.iter().any(is_part);
    for (record, line) in lines.iter_mut().enumerate() {
        let Line::Name(None, name) = &*line else {
            continue;
        };
        // Beside marks and headings less is needed to be one.
        if parted && title::alone(&table.text, &table.grid, record) == Some(name) {
            if let Some(said) = part::said(name, true).filter(|_| among) {
                *line = Line::Part(Some(said));
            } else if let Some(name) = questioned(name) {
                *line = Line::Name(Some(Standing::Pending), name.to_string());
            } else if name.ends_with('?')
                || among && remark::is_heading(name)
                || role::is_heading(name)
            {
                *line = Line::Part(None);
            }
        }
    }
    settle(table, column, lines);
}

/// Says whether a row is a heading that says nothing of whether people come: those who do something, or any before a colon.
fn is_other(table: &Table, record: usize) -> bool {
    let alone = title::alone(&table.text, &table.grid, record);
    alone.is_some_and(|cell| cell.ends_with(':') || role::is_heading(cell))
}

/// Says whether names stand behind a heading in its own line: `Not coming: Ada, Bo`.
fn begins_part(cell: &str) -> bool {
    let Some((before, behind)) = cell.split_once(':') else {
        return false;
    };
    !behind.trim().is_empty() && part::said(&format!("{before}:"), false).is_some()
}

/// The name beside which a question mark stands; none in a question, of which not all words have a capital letter.
fn questioned(text: &str) -> Option<&str> {
    let name = text.strip_prefix('?').or_else(|| text.strip_suffix('?'))?;
    let name = name.trim();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    (!name.is_empty() && name.split_whitespace().all(capital)).then_some(name)
}

/// The column of the names, in a list without headings or with one for them, and none for whether people come.
fn names(table: &Table) -> Option<usize> {
    if table.header.is_empty() {
        return Some(0);
    }
    let asks = |label: &String, fields: &[Field]| {
        let asked = scores(&heading(label));
        asked.iter().any(|(field, _)| fields.contains(field))
    };
    let labels = || table.header.iter().take(MOST_COLUMNS);
    let column = labels().position(|label| asks(label, &[Field::Name, Field::First]))?;
    let is_asked = labels().any(|label| asks(label, &[Field::Status]));
    (!is_asked).then_some(column)
}

fn line(table: &Table, record: usize, column: usize, parted: bool) -> Line {
    let (text, grid) = (&table.text, &table.grid);
    let cell = grid.cell(text, record, column);
    let marked = taken_off(cell, parted);
    let name = marked.as_ref().map_or(cell, |(_, name)| name).to_string();
    if parted && begins_part(&name) {
        return Line::Part(None);
    }
    if parted && title::alone(text, grid, record) == Some(cell) {
        let sign = marked.as_ref().map(|(standing, _)| *standing);
        if name.is_empty() {
            return Line::Part(sign);
        }
        let said = part::said(&name, sign.is_some()).or_else(|| part::said(cell, false));
        if said.is_some() || name.ends_with(':') {
            return Line::Part(said);
        }
    }
    match marked {
        Some((standing, name)) => Line::Name(Some(standing), name),
        None => Line::Name(None, name),
    }
}

/// Writes into a column of its own what is said of whether people come, and takes the headings off the list.
fn settle(table: &mut Table, column: usize, lines: Vec<Line>) {
    let mut repairs = Repairs(std::mem::take(&mut table.repairs));
    let mut blocks: Vec<Block> = Vec::new();
    let (mut gone, mut faults) = (Vec::new(), Vec::new());
    let (mut is_below, mut open) = (false, Vec::new());
    let any_said = lines
        .iter()
        .any(|line| matches!(line, Line::Part(Some(_)) | Line::Name(Some(_), _)));
    let gaps = gaps(table, &lines);
    // Below the last one stands how many they are.
    let last = table.len().checked_sub(1);
    let people = || {
        let above = lines.iter().take(last.unwrap_or(0));
        let people = above.filter(|line| matches!(line, Line::Name(_, name) if is_somebody(name)));
        people.count()
    };
    let sum = last.filter(|last| remark::is_sum(table.grid.cells(&table.text, *last), people));
    for (record, line) in lines.into_iter().enumerate() {
        let at = table.grid.line(record);
        let fault = table.faults.binary_search_by_key(&record, |(row, _)| *row);
        let index = record - gone.len();
        match line {
            Line::Part(Some(standing)) => {
                let words = &table.text[table.grid.raw(record)];
                blocks.push(Block::new(at, words, standing));
                is_below = true;
                gone.push(record);
            }
            Line::Part(None) => {
                is_below = false;
                faults.push((index, remark::HEADING.to_string()));
            }
            Line::Name(mark, name) => {
                let grid = &mut table.grid;
                let is_below = is_below && is_somebody(&name) && sum != Some(record);
                let block = blocks.last_mut().filter(|_| is_below);
                let said_above = block.and_then(|one| one.take(at, gaps[record], mark.is_some()));
                if mark == Some(Standing::Pending) {
                    open.push(at);
                }
                if let Some(standing) = mark.or(said_above) {
                    let cells = grid.cells(&table.text, record).map(String::from);
                    let mut cells: Vec<String> = cells.collect();
                    cells.resize(table.width.max(column + 1), String::new());
                    cells[column] = name;
                    cells.push(standing.answer().to_string());
                    grid.replace(record, &cells);
                }
                if mark.is_some() {
                    repairs.count(MARKED, at);
                }
                faults.extend(fault.map(|at| (index, table.faults[at].1.clone())));
            }
        }
    }
    table.how.part_lines += gone.len();
    table
        .grid
        .retain(|record| gone.binary_search(&record).is_err());
    table.faults = faults;
    if any_said {
        table.marked = Some(table.width);
        if !table.header.is_empty() {
            table.header.push("Coming?".to_string());
        }
        table.width += 1;
    }
    table.repairs = repairs.0;
    let notes = blocks
        .iter()
        .flat_map(Block::told)
        .chain(told_of_open(&open));
    table.how.notes.extend(notes);
}

/// Says of each row whether a ruled line parts it from the one above it, or more blank ones than stand between all people.
fn gaps(table: &Table, lines: &[Line]) -> Vec<bool> {
    let is_person = |line: &Line| matches!(line, Line::Name(_, name) if is_somebody(name));
    let people: Vec<bool> = lines.iter().map(is_person).collect();
    let gaps = block::gaps(table);
    let usual = block::usual_gap(&gaps, &people);
    let mut apart: Vec<bool> = gaps.iter().map(|gap| *gap > usual).collect();
    for row in 1..lines.len() {
        apart[row] |= matches!(lines[row - 1], Line::Name(..)) && !people[row - 1];
    }
    apart
}

/// Says whether a row is more than a ruled line.
fn is_somebody(name: &str) -> bool {
    name.chars().any(char::is_alphanumeric)
}

/// Tells who is marked as not knowing.
fn told_of_open(lines: &[usize]) -> Option<String> {
    let first = lines.first()?;
    Some(match lines.len() {
        1 => format!("line {first} marks somebody as not decided, who is not confirmed"),
        count => format!(
            "{count} lines mark somebody as not decided, who is not confirmed, first line {first}"
        ),
    })
}
