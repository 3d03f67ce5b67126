//! Columns that look as if they said who does not come, and were not read: whoever knows what was meant is told.

use std::ops::Range;

use super::super::asides::is_aside;
use super::super::draft::Draft;
use super::super::heading::heading;
use super::{mails, occasions, reasons, unclear};
use crate::import::field::Field;
use crate::import::standing::{self, Standing};
use crate::import::standing::{answers, leaving};
use crate::import::standing::{marks, states};
use crate::import::texts;
use crate::sheet::abreast;

/// More different words are no states.
const MOST_WORDS: usize = 12;

/// A state has a heading among the first columns; to look at thousands takes long.
const MOST_COLUMNS: usize = 500;

/// What is longer is no word.
const LONGEST: usize = 40;

/// So many words are named.
const NAMED: usize = 3;

/// Notes each column of few different words that was not read, of which some say that somebody does not come, waits or is
/// not decided about, in rows of which no other column says so.
pub(in crate::import::columns) fn tell(draft: &mut Draft<'_>) {
    if draft.wished.contains(&Field::Status) {
        return;
    }
    let is_open = |at: &usize| {
        let is_told = draft.half_understood.contains(at);
        let is_beside = draft.beside.iter().any(|(_, beside)| beside == at);
        let is_free = !draft.is_used(*at) && !draft.certain.contains(at);
        is_free && !is_told && !is_beside && draft.contents[*at].filled > 0
    };
    let columns = 0..draft.headings.len().min(MOST_COLUMNS);
    let columns: Vec<usize> = columns.filter(is_open).collect();
    for column in columns {
        let label = draft.table.header[column].trim();
        if label.is_empty() || is_aside(label) || mails::are_meant(draft, column) {
            continue;
        }
        let words = words(draft, column, MOST_WORDS).unwrap_or_default();
        let is_read = |cell: &str| draft.leaving.contains(&column) && leaving::is_said(cell);
        let is_listed = is_list(draft, column, &words);
        let is_off = |cell: &str| is_listed && is_no_answer(cell);
        let told = words
            .into_iter()
            .filter(|cell| (tells(cell) || is_off(cell)) && !is_read(cell));
        let mut words: Vec<&str> = told.collect();
        let rows = draft.rows();
        let is_news = |cell: &str| !cell.is_empty() && words.contains(&cell);
        let rows = rows.filter(|row| is_news(row.cell(column)));
        let rows = match rows
            .filter(|row| !is_said(draft, |at| row.cell(at)))
            .count()
        {
            0 => continue,
            count => texts::rows(count),
        };
        let more = if words.len() > NAMED { " and more" } else { "" };
        words.truncate(NAMED);
        let words = words.iter().map(|word| format!("\"{word}\""));
        let words = words.collect::<Vec<String>>().join(", ");
        draft.notes.push(format!(
            "\"{label}\" says {words}{more} in {rows}, which was not read and takes nobody's place away; if it tells whether they come, say --map status=\"{label}\""
        ));
    }
}

/// Tells whether most of the words of a column are answers to whether people come, and nothing says that they are about
/// something else, where no other column tells who comes.
fn is_list(draft: &Draft<'_>, column: usize, words: &[&str]) -> bool {
    let is_answer = |cell: &&&str| {
        answers::said_of_coming(cell).is_some() || answers::bare(&heading(cell)).is_some()
    };
    let says = |cell: &&str| answers::said_of_coming(cell).is_some();
    draft.of(Field::Status).is_empty()
        && words.iter().any(says)
        && words.iter().filter(is_answer).count() * 2 >= words.len()
        && !occasions::is_of_another(draft, column)
        && !unclear::is_nearly(draft, column)
}

/// Tells whether a cell of such a column says that somebody does not come.
fn is_no_answer(cell: &str) -> bool {
    let said = answers::said_of_coming(cell).or_else(|| answers::bare(&heading(cell)));
    said == Some(Standing::Cancelled)
}

/// Returns the different cells of a column in the order in which they come; none if they are too many.
pub(super) fn words<'t>(draft: &Draft<'t>, column: usize, most: usize) -> Option<Vec<&'t str>> {
    let table = draft.table;
    let here = |stretch: Range<usize>| {
        let mut first: Vec<(&str, usize)> = Vec::new();
        for at in stretch {
            let row = table.row(at).filter(|row| row.fault.is_none());
            let cell = row.map_or("", |row| row.cell(column));
            if !cell.is_empty() && !first.iter().any(|(known, _)| *known == cell) {
                first.push((cell, at));
            }
            if first.len() > most {
                return None;
            }
        }
        let places = first.into_iter().map(|(_, at)| at);
        Some(places.collect::<Vec<usize>>())
    };
    let mut words: Vec<&str> = Vec::new();
    std::thread::scope(|scope| {
        for places in abreast(scope, table.len(), here) {
            for row in places?.into_iter().filter_map(|at| table.row(at)) {
                let cell = row.cell(column);
                if !words.contains(&cell) {
                    words.push(cell);
                }
            }
            if words.len() > most {
                return None;
            }
        }
        Some(words)
    })
}

/// Tells whether a cell says what hardly anything but a sign-up is.
fn tells(cell: &str) -> bool {
    cell.len() < LONGEST && states::is_telling(&heading(cell))
}

/// Tells whether what was read of a row says already that its person does not come, or waits.
pub(super) fn is_said<'r>(draft: &Draft<'_>, cell: impl Fn(usize) -> &'r str) -> bool {
    let mut leaving = draft.leaving.iter();
    if leaving.any(|at| leaving::is_said(cell(*at))) {
        return true;
    }
    draft.of(Field::Status).iter().any(|at| {
        let cell = cell(*at);
        if draft.unanswered.iter().any(|own| own.is_by(*at, cell)) {
            return false;
        }
        let mut answers = draft.answers.iter();
        if let Some(answer) = answers.find(|answer| answer.column == *at) {
            return answer.said(cell) > Some(Standing::Coming);
        }
        if draft.reasons.contains(at) {
            return reasons::is_said(cell);
        }
        if draft.turned_round.contains(at) {
            return marks::says_so(cell) == Some(true);
        }
        if draft.waiting.contains(at) {
            return marks::waits(cell) == Some(true);
        }
        standing::of_cell(cell).is_some_and(|standing| standing != Standing::Coming)
    })
}
