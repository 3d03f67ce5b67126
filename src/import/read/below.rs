use std::collections::HashSet;
use std::ops::Range;

use memchr::memchr;

use super::address::is_address;
use super::grid::Grid;
use super::head::Head;
use super::words::{is_data, is_label, is_mail_label, is_placeholder};
use crate::import::name;
use crate::import::word_list::{WordList, list};

/// So many records below a header say what its rows look like.
const MOST_LOOKED: usize = 20;

/// A remark has no more cells.
const MOST_OF_REMARK: usize = 3;

/// Why the first row is nobody for certain.
const REMARK: &str = "it reads like a remark about the list: if it is somebody, move it below";

/// Words that stand before the address of whoever is to be asked, lower case.
const CONTACTS: WordList = list![
    "contact",
    "kontakt",
    "contacto",
    "cyswllt",
    "organiser",
    "organizer",
    "organisator",
    "organizator",
    "organisateur",
    "organizador",
    "exported",
    "exportiert",
    "export",
    "created",
    "erstellt",
    "questions",
    "queries",
    "fragen",
    "rückfragen",
    "preguntas",
    "dudas",
    "pytania",
    "cwestiynau",
    "report",
    "bericht",
    "rapport",
    "informe",
    "raport",
    "adroddiad",
];

/// Finds the header below a line with an address, where that line is no row: it says less than those below the header, or what nobody
/// says of themselves. Some of `records`, the first of which holds the address.
pub(super) fn header(text: &str, grid: &Grid, records: Range<usize>) -> Option<usize> {
    let mut records = records.start + 1..records.end;
    let header = records.find(|record| {
        names_addresses(text, grid, *record) || is_mostly_labels(text, grid, *record)
    })?;
    let rows = (0..header).any(|record| is_row(text, grid, record, header));
    (!rows).then_some(header)
}

/// Says whether a record is the header of a list of addresses by its words and by what stands below it, with nothing
/// in it that a person would say.
pub(super) fn names_addresses(text: &str, grid: &Grid, record: usize) -> bool {
    // Nearly all records of a list end here.
    if memchr(b'@', text[grid.raw(record)].as_bytes()).is_some() {
        return false;
    }
    let cells = || grid.cells(text, record);
    let below = record + 1..grid.len().min(record + 1 + MOST_LOOKED);
    let mails = |(column, cell): (usize, &str)| {
        let address = |row: usize| is_address(grid.cell(text, row, column));
        is_mail_label(cell) && below.clone().any(address)
    };
    cells().enumerate().any(mails)
        && cells().filter(|cell| is_label(cell)).count() >= 2
        && !cells().any(is_data)
}

/// Says whether a record is a header by its words alone, also where nobody has an address.
pub(super) fn is_mostly_labels(text: &str, grid: &Grid, record: usize) -> bool {
    let cells = || grid.cells(text, record).filter(|cell| !cell.is_empty());
    let labels = cells().filter(|cell| is_label(cell)).count();
    let different: HashSet<&str> = cells().collect();
    labels >= 3
        && labels * 3 >= cells().count()
        && different.len() == cells().count()
        && !cells().any(|cell| is_data(cell) || cell.contains('@'))
}

/// Says whether the first record of a list without addresses is a header of unknown words: another word in each cell, over
/// two columns of numbers or more.
pub(super) fn is_over_numbers(text: &str, grid: &Grid) -> bool {
    let labels: Vec<&str> = grid.cells(text, 0).collect();
    let different: HashSet<&str> = labels.iter().copied().collect();
    let word = |cell: &&str| !cell.contains(' ') && !is_placeholder(cell) && !is_data(cell);
    if labels.len() < 3 || different.len() < labels.len() || !labels.iter().all(word) {
        return false;
    }
    let numbers = |column: &usize| {
        let below = (1..grid.len()).map(|row| grid.cell(text, row, *column));
        let below = below.filter(|cell| !cell.is_empty());
        let (mut all, mut data) = (0, 0);
        below.for_each(|cell| {
            all += 1;
            data += usize::from(is_data(cell));
        });
        all > 0 && data * 5 >= all * 4
    };
    (0..labels.len()).filter(numbers).take(2).count() == 2
}

/// Says whether a record above a header could be one of the rows below it.
fn is_row(text: &str, grid: &Grid, record: usize, header: usize) -> bool {
    let addressed = |record: &usize| grid.cells(text, *record).any(is_address);
    let filled = |record: usize| {
        let cells = grid.cells(text, record);
        cells.filter(|cell| !cell.is_empty()).count()
    };
    let rows = || (header + 1..grid.len()).take(MOST_LOOKED);
    let least = rows().filter(addressed).map(filled).min();
    let least = least.or_else(|| rows().map(filled).min()).unwrap_or(0);
    let remark = filled(record) <= MOST_OF_REMARK && begins_as_remark(text, grid, record);
    // Where only its words say that it is a header, whoever has no address counts too.
    let sure = names_addresses(text, grid, header);
    let somebody = || {
        let cells = grid.cells(text, record).filter(|cell| !is_address(cell));
        cells.filter(|cell| !cell.is_empty()).any(is_name)
    };
    let says_enough = filled(record) >= least || addressed(&record) && somebody();
    (addressed(&record) || !sure) && says_enough && !remark
}

/// Doubts the first row of a list without header where it reads like a remark, and nothing is said of it yet.
pub(super) fn doubt_first(text: &str, grid: &Grid, head: Head, faults: &mut Vec<(usize, String)>) {
    let first = head.rows_from();
    if head.header.is_none()
        && is_remark_above(text, grid, first)
        && faults.first().is_none_or(|(record, _)| *record != first)
    {
        faults.insert(0, (first, REMARK.to_string()));
    }
}

/// Says whether the first row of a list without header is a remark about the list, shorter than the rows below it.
fn is_remark_above(text: &str, grid: &Grid, first: usize) -> bool {
    first + 1 < grid.len()
        && begins_as_remark(text, grid, first)
        && (first + 1..grid.len().min(first + 1 + MOST_LOOKED))
            .all(|row| grid.width(row) > grid.width(first))
}

/// Says whether a cell can be a whole name: two words or three that begin with a capital letter, and nothing else.
pub(super) fn is_name(cell: &str) -> bool {
    let words = || cell.split_whitespace();
    let word = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word
                .chars()
                .all(|c| c.is_alphabetic() || "'’-.".contains(c))
    };
    (2..=3).contains(&words().count()) && words().all(word) && !is_label(cell)
}

pub(super) fn begins_as_remark(text: &str, grid: &Grid, record: usize) -> bool {
    let mut filled = grid.cells(text, record).filter(|cell| !cell.is_empty());
    filled.next().is_some_and(is_remark)
}

/// Says whether a cell is what people write in place of an address or a number that they do not have.
pub(super) fn is_empty_word(cell: &str) -> bool {
    const BEGINNINGS: WordList = list![
        "no", "not", "none", "without", "has", "ask", "via", "by", "tbc", "kein", "keine", "ohne",
        "pas", "sans", "sin", "brak", "bez", "dim", "heb", "same",
    ];
    let lower = cell.to_lowercase();
    let first = lower.split(|c: char| !c.is_alphanumeric()).next();
    name::is_placeholder(cell)
        || is_placeholder(cell) && !is_data(cell)
        || first.is_some_and(|word| BEGINNINGS.contains(word))
        || cell.contains(['@', '.'])
}

/// Says whether a cell is what stands before somebody's address in a sentence about a list.
fn is_remark(cell: &str) -> bool {
    !cell.contains('@') && (cell.ends_with(':') || begins_with_contact(cell))
}

/// Says whether a cell begins with a word that stands before the address of whoever is to be asked.
pub(super) fn begins_with_contact(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let first = lower.split(|c: char| !c.is_alphanumeric()).next();
    first.is_some_and(|word| CONTACTS.contains(word))
}
