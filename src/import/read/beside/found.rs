//! Finds lists that stand side by side: by their headings, by titles above several columns each, and by titles alone.

use std::collections::HashSet;
use std::ops::Range;

use super::super::Table;
use super::super::of_all::{of_answer, of_title};
use super::{List, MOST_LISTS, own};
use crate::import::columns::{heading, holds_any, is_any, scores};
use crate::import::field::Field;
use crate::import::name::PARTICLES;
use crate::import::standing::{self, Standing};
use crate::import::{remark, role};

/// Words in a title above columns that say that they are about somebody who need not come.
const OTHERS: &str = "buyer|purchaser|payer|billing|invoice|order|contact|emergency|parent|guardian|partner|kaufer|besteller|\
    rechnung|notfall|acheteur|payeur|urgence|comprador|pagador|emergencia|kupujacy|platnik|prynwr|argyfwng";

/// What a column is called after that names who comes in place of somebody else, between bars.
const STAND_INS: &str = "substitute|substitutes|deputy|deputies|proxy|proxies|alternate|alternates|stand in|stand ins|\
    replacement|replacements|replaced by|stellvertretung|stellvertreter|stellvertreterin|vertretung|vertreter|vertreterin|\
    vertreten durch|ersatz|suppleant|suppleante|suppleants|remplacant|remplacante|remplacants|remplace par|suplente|\
    suplentes|sustituto|sustituta|zastepca|zastepczyni|zastepstwo|dirprwy|dirprwyon|naib";

/// Titles of lists stand no further to the right.
pub(super) const MOST_COLUMNS: usize = 100;

/// The lists of the same headings; none if there is only one.
pub(super) fn lists(table: &Table) -> Vec<List> {
    // Nearly all tables end here.
    let is_gap = |column: &usize| table.header[*column].trim().is_empty();
    let gaps: Vec<usize> = (1..table.header.len()).filter(is_gap).collect();
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
    if !(2..=MOST_LISTS).contains(&lists.len()) {
        return Vec::new();
    }
    let own = |columns: &Range<usize>| {
        let own = own(table, columns).into_iter();
        own.map(|label| heading(&label)).collect::<Vec<String>>()
    };
    let Some(first) = lists.first().map(own) else {
        return Vec::new();
    };
    let of = |columns| List::of(table, columns);
    let mut lists: Vec<List> = lists.into_iter().map(of).collect();
    if let [first, others @ ..] = lists.as_mut_slice()
        && others.iter().all(|list| list.title.is_none())
    {
        // That is the title of all.
        first.title = None;
    }
    let is_same = first.iter().any(|label| is_of_names(label))
        && match speak(&lists) {
            true => {
                lists.iter().all(|list| is_of_people(table, list))
                    || are_named_alike(table, &lists)
                    || are_written_to_alike(table, &lists)
                    || are_asked_alike(table, &lists)
            }
            false => lists.iter().all(|list| own(&list.columns) == first),
        };
    let blank = |row: super::super::RawRow<'_>| gaps.iter().all(|gap| row.cell(*gap).is_empty());
    let is_sound = is_same
        && !stand_in(table, &lists)
        && !table.header.iter().any(|label| is_about_others(label))
        && table.rows().all(blank);
    lists.into_iter().filter(|_| is_sound).collect()
}

/// The lists below titles of which each says whether its people come, also where no blank column parts them. There each
/// repeats headings of the first: what counts people or explains colours stands above the columns of one list.
pub(super) fn titled(table: &Table) -> Vec<List> {
    let above = table.above.iter().enumerate();
    let titles = above.filter(|(_, title)| !title.is_empty());
    let starts: Vec<usize> = titles.map(|(column, _)| column).collect();
    if starts.len() < 2 || starts[0] > 0 || starts.len() > MOST_LISTS {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).copied().chain([table.header.len()]);
    let is_blank = |column: usize| {
        table.header[column].is_empty() && table.rows().all(|row| row.cell(column).is_empty())
    };
    let columns = starts.iter().zip(ends).map(|(start, mut end)| {
        while end > start + 1 && is_blank(end - 1) {
            end -= 1;
        }
        *start..end
    });
    let lists: Vec<List> = columns.map(|list| List::of(table, list)).collect();
    let begins = |list: &List| {
        own(table, &list.columns)
            .first()
            .map(|label| heading(label))
    };
    let is_begun_alike = || lists.iter().all(|list| begins(list) == begins(&lists[0]));
    // Colours are explained in cells side by side, and whoever is to be rung has a name too.
    let is_other = |label: &String| is_about_others(label) && !is_to_write_to(label);
    let is_wide = || lists[0].columns.len() > 1 && !table.header.iter().any(is_other);
    let are_lists = || {
        are_named_alike(table, &lists) && (is_begun_alike() || is_wide())
            || are_written_to_alike(table, &lists)
            || are_asked_alike(table, &lists)
    };
    match speak(&lists) && are_lists() && !stand_in(table, &lists) {
        true => lists,
        false => Vec::new(),
    }
}

/// The lists of names alone below titles that say whether they come.
pub(super) fn bare(table: &Table) -> Vec<List> {
    let none = Vec::new();
    let titles: Vec<&str> = match (table.header.is_empty(), table.row(0)) {
        (true, Some(row)) => row.cells().take(MOST_COLUMNS).collect(),
        (false, _) => table.header.iter().map(String::as_str).collect(),
        (true, None) => return none,
    };
    let are_answers = answer_each_other(&titles);
    let answered = |title: &str| of_answer(title).filter(|_| are_answers);
    let is_known = |title: &&str| {
        title.is_empty()
            || answered(title).is_some()
            || of_title(title).is_some()
            || role::is_heading(title)
            || remark::is_heading(title)
    };
    let filled = |title: &&&str| !title.is_empty();
    // Nearly all tables end here.
    if table.marked.is_some()
        || !(2..=MOST_LISTS).contains(&titles.iter().filter(filled).count())
        || !titles.iter().all(is_known)
    {
        return none;
    }
    let first = usize::from(table.header.is_empty());
    let rows = || table.rows().skip(first);
    let mut lists: Vec<List> = Vec::new();
    for (column, title) in titles.iter().enumerate() {
        if title.is_empty() {
            if rows().any(|row| !row.cell(column).is_empty()) {
                return none;
            }
        } else {
            lists.push(List {
                columns: column..column + 1,
                rows: first..table.len(),
                title: Some((*title).to_string()),
                answered: answered(title),
                titles: (first > 0).then_some(0),
            });
        }
    }
    // Where titles are no headings, those below them may be seats not yet named; below headings there may be marks.
    let is_of_people = titles
        .iter()
        .find(filled)
        .is_some_and(|title| role::is_heading(title));
    let is_named = |list: &List| {
        let all = || rows().map(|row| row.cell(list.columns.start));
        let cells: Vec<&str> = all().filter(|cell| !cell.is_empty()).collect();
        let names = cells.iter().filter(|cell| is_name(cell)).count();
        // A list has no gaps; marks stand where those are whom they are about.
        let is_closed = || cells.len() > 1 && all().take(cells.len()).all(|cell| !cell.is_empty());
        let is_listed = || is_of_people && is_closed();
        let are_no_marks = || are_different(&cells) && are_whole(&cells, is_listed());
        names * 5 >= cells.len() * 4 && (first == 1 || are_no_marks())
    };
    match speak(&lists) && lists.iter().all(is_named) {
        true => lists,
        false => none,
    }
}

/// Says whether titles are a yes and a no, and maybe a maybe, and nothing else.
pub(super) fn answer_each_other(titles: &[&str]) -> bool {
    let filled = titles.iter().filter(|title| !title.is_empty());
    let said: Option<Vec<Standing>> = filled.map(|title| of_answer(title)).collect();
    let said = said.unwrap_or_default();
    let once = |standing| said.iter().filter(|said| **said == standing).count() == 1;
    once(Standing::Coming)
        && once(Standing::Cancelled)
        && (said.len() == 2 || said.len() == 3 && once(Standing::Pending))
}

/// Says whether cells are neither a letter each nor the same in most rows, as marks are.
fn are_different(cells: &[&str]) -> bool {
    let letters = cells.iter().filter(|cell| cell.chars().nth(1).is_none());
    let different: HashSet<&str> = cells.iter().copied().collect();
    letters.count() * 5 <= cells.len() && (cells.len() < 2 || different.len() * 2 > cells.len())
}

/// Says whether cells are whole names: below a heading among others a word is a mark, a reason or who has rung. Where names
/// are `written_closely`, as in Chinese, they have no space.
fn are_whole(cells: &[&str], written_closely: bool) -> bool {
    let has_case = |c: char| c.is_lowercase() || c.is_uppercase();
    let is_whole = |cell: &&&str| cell.contains(' ') || written_closely && !cell.contains(has_case);
    cells.iter().filter(is_whole).count() * 2 >= cells.len()
}

/// Says whether titles say that some people come and others do not. Whom a title calls delegates or guests comes.
fn speak(lists: &[List]) -> bool {
    let said = |list: &List| {
        let title = list.title.as_deref();
        let role = || {
            title
                .is_some_and(role::is_heading)
                .then_some(Standing::Coming)
        };
        list.answered
            .or_else(|| title.and_then(of_title))
            .or_else(role)
    };
    lists.iter().any(|list| said(list) > Some(Standing::Coming))
        && lists.iter().skip(1).all(|list| list.title.is_some())
        && lists
            .iter()
            .all(|list| list.title.is_none() || said(list).is_some())
}

/// Says whether all lists ask for names in the words of the first: a first name and a last one are of one person.
fn are_named_alike(table: &Table, lists: &[List]) -> bool {
    let names = |list: &List| {
        let own = own(table, &list.columns).into_iter();
        let names = own.filter(|label| is_of_names(label));
        names.map(|label| heading(&label)).collect::<Vec<String>>()
    };
    let first = lists.first().map(names).unwrap_or_default();
    !first.is_empty() && lists.iter().all(|list| names(list) == first)
}

/// Says whether all lists ask for names, in whatever words, and for an address or a number in those of the first: no
/// columns of one person do both twice.
fn are_written_to_alike(table: &Table, lists: &[List]) -> bool {
    let asked = |list: &List, asks: fn(&str) -> bool| {
        let own = own(table, &list.columns).into_iter();
        let labels = own.filter(|label| asks(label));
        labels.map(|label| heading(&label)).collect::<Vec<String>>()
    };
    let first = lists.first().map(|list| asked(list, is_to_write_to));
    let first = first.unwrap_or_default();
    let repeats = |list: &List| {
        let own = asked(list, is_to_write_to);
        own.iter().any(|label| first.contains(label)) && !asked(list, is_of_names).is_empty()
    };
    lists.iter().all(repeats)
}

/// Says whether all lists begin with whole names, in whatever words they ask for them, and each repeats a question of the
/// first: `Name | Branch` beside `Member | Branch`. What counts people above the columns of one list says how many.
fn are_asked_alike(table: &Table, lists: &[List]) -> bool {
    let others = |list: &List| {
        let own = own(table, &list.columns).into_iter().skip(1);
        let labels = own.map(|label| heading(&label));
        labels
            .filter(|label| !label.is_empty())
            .collect::<Vec<String>>()
    };
    let first = lists.first().map(others).unwrap_or_default();
    let counts = |list: &List| {
        let title = list.title.as_deref().unwrap_or_default();
        title.contains(|c: char| c.is_ascii_digit())
    };
    let begins = |list: &List| {
        let cells = table.rows().map(|row| row.cell(list.columns.start));
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        !cells.is_empty() && cells.iter().all(|cell| cell.contains(' ') && is_name(cell))
    };
    lists.iter().all(|list| {
        !counts(list) && begins(list) && others(list).iter().any(|label| first.contains(label))
    })
}

/// Says whether those in a list come in place of those in the first: `Name` beside `Substitute` is no list of people who do
/// not come.
fn stand_in(table: &Table, lists: &[List]) -> bool {
    let stands_in = |list: &List| {
        let own = own(table, &list.columns).into_iter().next();
        own.is_some_and(|label| holds_any(&heading(&label), STAND_INS))
    };
    let Some((first, others)) = lists.split_first() else {
        return false;
    };
    !stands_in(first) && others.iter().any(stands_in)
}

/// Says whether a list asks for whole names, in one column or in two.
fn is_of_people(table: &Table, list: &List) -> bool {
    let own = own(table, &list.columns);
    let asks = |field: Field| {
        let scored = |label: &String| scores(&heading(label));
        own.iter().flat_map(scored).any(|(asked, _)| asked == field)
    };
    asks(Field::Name) || asks(Field::First) && asks(Field::Last)
}

fn is_of_names(label: &str) -> bool {
    asks_for(label, &[Field::Name, Field::First, Field::Last])
}

fn is_to_write_to(label: &str) -> bool {
    asks_for(label, &[Field::Email, Field::Phone])
}

fn asks_for(label: &str, some: &[Field]) -> bool {
    let fields = scores(&heading(label));
    fields.iter().any(|(field, _)| some.contains(field))
}

/// Says whether a heading is about somebody who need not come.
fn is_about_others(label: &str) -> bool {
    let label = heading(label);
    let other = |word| is_any(word, OTHERS);
    label.split(' ').any(other)
}

/// Says whether a cell can be somebody's name, with no answer beside it: perhaps with a remark, as in `Ann Lee (vegan)` and
/// `Ann Lee +1`.
pub(super) fn is_name(cell: &str) -> bool {
    let name = cell.split(['(', '[', '+']).next().unwrap_or(cell);
    let words = name.split_whitespace();
    let own: Vec<&str> = words.filter(|word| !PARTICLES.contains(word)).collect();
    let is_word = |word: &&str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    (1..=4).contains(&own.len())
        && own.iter().all(is_word)
        && !name.contains(|c: char| c.is_ascii_digit())
        && standing::of_cell(cell).is_none()
}
