//! What is said of whether people come and cannot be read: whoever knows what was meant is told how to say so.

use super::super::content;
use super::super::draft::Draft;
use super::super::heading::{heading, undecorated};
use super::super::words::{self, coming};
use super::attending::{self, ticked, welsh};
use super::cancelled;
use super::confirmed;
use super::manner;
use super::occasions;
use super::stated;
use super::unread;
use super::valid;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::standing::{answers, is_no, leaving, unanswered};
use crate::import::texts;

/// A question stands among the first columns; to compare thousands with all words takes long.
const MOST_COLUMNS: usize = 500;

/// Notes where somebody says no to a question that is nearly whether people come, if no other says so: nobody loses their
/// place by it, and whoever knows what was meant can say so.
pub(in crate::import::columns) fn tell(draft: &mut Draft<'_>) {
    tell_of_ways(draft);
    if !draft.of(Field::Status).is_empty() {
        tell_of_states(draft);
        let asked = |at: &usize| {
            is_free(draft, *at)
                && (confirmed::is_asked(draft, *at)
                    || valid::is_asked(draft, *at)
                    || stated::is_one(draft, *at))
        };
        let columns = 0..draft.headings.len().min(MOST_COLUMNS);
        let columns: Vec<usize> = columns.filter(asked).collect();
        return columns.into_iter().for_each(|at| tell_of_no(draft, at));
    }
    tell_of_half(draft);
    let nearly = |at: &usize| is_nearly(draft, *at);
    let columns = 0..draft.headings.len().min(MOST_COLUMNS);
    let columns: Vec<usize> = columns.filter(nearly).collect();
    for column in columns {
        tell_of_no(draft, column);
    }
}

/// Tells whether a column asks nearly whether people come, so that a no below it is told.
pub(super) fn is_nearly(draft: &Draft<'_>, column: usize) -> bool {
    let asked = coming::around(undecorated(&draft.headings[column]));
    let asks = |(before, _): &(&str, &str)| before.split_whitespace().all(coming::leads);
    let is_occasion = || {
        let is_plain = |cell: &str| answers::said_of_coming(cell).is_some();
        occasions::is_of_event(draft, column) && !draft.any(column, is_plain)
    };
    is_free(draft, column)
        && (asked.iter().any(asks)
            || manner::asks_how(draft, column)
            || confirmed::is_asked(draft, column)
            || valid::is_asked(draft, column)
            || attending::asks_how_many(draft, column)
            || is_occasion())
}

fn is_free(draft: &Draft<'_>, column: usize) -> bool {
    !draft.is_used(column) && !draft.certain.contains(&column)
}

/// Notes in how many rows a column says no, of which no other column says that its person does not come.
fn tell_of_no(draft: &mut Draft<'_>, column: usize) {
    let asks_how = manner::asks_how(draft, column);
    let is_read = draft.leaving.contains(&column);
    let is_no = |cell: &str| {
        consent::bare(cell) == Consent::No
            || asks_how && leaving::is_neither(cell)
            || !is_read && leaving::is_said(cell)
    };
    let rows = draft.rows();
    let no = rows.filter(|row| is_no(row.cell(column)));
    let no = no.filter(|row| !unread::is_said(draft, |at| row.cell(at)));
    let label = draft.table.header[column].trim();
    let rows = match no.count() {
        0 => return,
        1 => "1 row says".to_string(),
        count => format!("{count} rows say"),
    };
    draft.notes.push(format!(
        "{rows} no to \"{label}\", which cancels nobody; if it asks whether they come at all, say --map status=\"{label}\""
    ));
}

/// Of so few words that are known a column of other things may have some: `OK` among the states of a country.
const KNOWN: f64 = 0.3;

/// Notes what a column says that is called a status and is taken for none, since too little of it is understood.
fn tell_of_half(draft: &mut Draft<'_>) {
    let half = |at: &usize| {
        let heading = draft.headings[*at].as_str();
        !draft.is_used(*at)
            && !draft.certain.contains(at)
            && heading != "state"
            && words::is_exactly(heading, Field::Status)
            && draft.mostly(*at, KNOWN, content::is_standing)
    };
    let columns = 0..draft.headings.len().min(MOST_COLUMNS);
    let columns: Vec<usize> = columns.filter(half).collect();
    for column in columns {
        let label = draft.table.header[column].trim();
        let way = format!("; if it tells whether they come, say --map status=\"{label}\"");
        tell_of(draft, column, &way);
    }
}

/// So many words that are not understood are named.
const NAMED: usize = 3;

/// Notes what stands in the columns of whether people come and is not understood.
fn tell_of_states(draft: &mut Draft<'_>) {
    let ticked = ticked(draft);
    let columns = draft.of(Field::Status).iter().copied();
    let own = [&ticked, &draft.turned_round, &draft.waiting];
    let is_answer = |at: &usize| draft.answers.iter().any(|answer| answer.column == *at);
    let columns = columns.filter(|at| !own.iter().any(|own| own.contains(at)) && !is_answer(at));
    for column in columns.collect::<Vec<usize>>() {
        tell_of(draft, column, "");
    }
    for column in cancelled::told(draft) {
        let rows = draft
            .rows()
            .filter(|row| cancelled::is_unknown(row.cell(column)));
        let open: Vec<&str> = rows
            .filter(|row| !unread::is_said(draft, |at| row.cell(at)))
            .map(|row| row.cell(column))
            .collect();
        not_understood(draft, column, open.into_iter(), "");
    }
}

/// Notes what stands in a column and is not understood, and what else to say of it.
fn tell_of(draft: &mut Draft<'_>, column: usize, more: &str) {
    let product = draft.product;
    let is_welsh = welsh(draft).contains(&column);
    let is_known = |cell: &str| {
        let word = heading(cell);
        let mut own = product.cancels.iter().chain(product.pends);
        cell.is_empty()
            || word == "null"
            || word == "na" && is_welsh
            || own.any(|own| *own == word)
            || !product.cancels.is_empty() && is_no(&word)
            || content::is_standing(cell)
            || unanswered::is_open(cell)
    };
    let rows = draft.rows();
    let cells = rows.map(|row| row.cell(column));
    let unknown = cells.filter(|cell| !is_known(cell));
    not_understood(draft, column, unknown, more);
}

/// Notes who says that they do not come and names a way to be there all the same, where it is asked how people attend.
fn tell_of_ways(draft: &mut Draft<'_>) {
    if draft.wished.contains(&Field::Status) {
        return;
    }
    let asks_how = |at: &usize| is_free(draft, *at) && manner::asks_how(draft, *at);
    let columns = 0..draft.headings.len().min(MOST_COLUMNS);
    for column in columns.filter(asks_how).collect::<Vec<usize>>() {
        let rows = draft
            .rows()
            .filter(|row| leaving::is_said_of_one_way(row.cell(column)));
        let open: Vec<&str> = rows
            .filter(|row| !unread::is_said(draft, |at| row.cell(at)))
            .map(|row| row.cell(column))
            .collect();
        not_understood(draft, column, open.into_iter(), "");
    }
}

/// Notes that these cells of a column are not understood, if there are any, and what else to say of it.
fn not_understood<'t>(
    draft: &mut Draft<'t>,
    column: usize,
    cells: impl Iterator<Item = &'t str>,
    more: &str,
) {
    let (mut count, mut words) = (0_usize, Vec::new());
    for cell in cells {
        count += 1;
        if words.len() <= NAMED && !words.contains(&cell) {
            words.push(cell);
        }
    }
    let quoted = words.iter().take(NAMED).map(|word| format!("\"{word}\""));
    let mut said = quoted.collect::<Vec<String>>().join(", ");
    if words.len() > NAMED {
        said += " and more";
    }
    let label = draft
        .table
        .header
        .get(column)
        .map_or("", |text| text.trim());
    let rows = match count {
        0 => return,
        _ => texts::rows(count),
    };
    draft.half_understood.push(column);
    let place = "which is not understood and takes nobody's place away";
    draft
        .notes
        .push(format!("\"{label}\" says {said} in {rows}, {place}{more}"));
}
