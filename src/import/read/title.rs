use super::address::{before_one, is_address};
use super::grid::Grid;
use super::words::is_label;
use super::{below, part};
use crate::import::columns::{heading, month};
use crate::import::word_list::{WordList, list};

/// Words of titles that are nobody's name, lower case.
const WORDS: WordList = list![
    "list",
    "liste",
    "lista",
    "listado",
    "rhestr",
    "fehrist",
    "conference",
    "conférence",
    "konferenz",
    "konferencja",
    "konferencji",
    "konferencję",
    "conferencia",
    "cynhadledd",
    "congress",
    "kongress",
    "congrès",
    "congreso",
    "meeting",
    "event",
    "seminar",
    "workshop",
    "sign-up",
    "sign-ups",
    "signup",
    "signups",
    "rsvps",
    "bookings",
    "registrations",
    "registered",
    "attendees",
    "attendance",
    "participants",
    "participantes",
    "delegates",
    "members",
    "guests",
    "subscribers",
    "contacts",
    "volunteers",
    "people",
    "responses",
    "exported",
    "teilnehmer",
    "teilnehmende",
    "teilnehmenden",
    "anmeldungen",
    "antworten",
    "gäste",
    "inscriptions",
    "inscrits",
    "réponses",
    "invités",
    "inscripciones",
    "inscritos",
    "asistentes",
    "respuestas",
    "zgłoszenia",
    "zapisy",
    "uczestnicy",
    "uczestników",
    "goście",
    "odpowiedzi",
    "mynychwyr",
];

/// Says whether a record is the title of a list: one cell that says so, and nothing else.
pub(super) fn is_one(text: &str, grid: &Grid, record: usize) -> bool {
    alone(text, grid, record).is_some_and(says_so)
}

/// Says whether most of the records have several cells, so that one by itself is hardly a row, or all have only one.
pub(super) fn stands_out(text: &str, grid: &Grid) -> bool {
    let wide = wide(text, grid);
    wide == 0 || wide * 2 > grid.len()
}

/// How many records have several cells.
fn wide(text: &str, grid: &Grid) -> usize {
    let several = |record: &usize| {
        let filled = grid.cells(text, *record).filter(|cell| !cell.is_empty());
        filled.take(2).count() == 2
    };
    (0..grid.len()).filter(several).count()
}

/// How many records of a list without header are its title, and what stands above that.
pub(super) fn above(text: &str, grid: &Grid, most: usize) -> usize {
    let wide = wide(text, grid);
    // Where every row is one cell whoever says more than an address may be somebody.
    let is_asked = |record: &usize| {
        let cell = only(text, grid, *record).filter(|_| wide > 0);
        cell.is_some_and(says_whom_to_ask)
    };
    let is_one = |record: &usize| is_one(text, grid, *record) || is_asked(record);
    let alone = |record: &usize| alone(text, grid, *record).is_some() || is_asked(record);
    let lone = (0..most).take_while(alone).count();
    if !(0..lone).any(|record| is_one(&record)) {
        return 0;
    }
    // The day may stand above or below it.
    let day = |record: &usize| self::alone(text, grid, *record).is_some_and(is_day);
    let numbered = |record: &usize| grid.cells(text, *record).any(|cell| item(cell).is_some());
    let says_so = |record: &usize| is_one(record) || day(record) && !numbered(record);
    match (0..lone).rfind(says_so) {
        Some(last) if wide * 2 > grid.len() - lone => last + 1,
        // Where every row is one cell what stands above a title may be somebody.
        // So may whoever stands below the heading of a part.
        Some(_) if wide == 0 => {
            let is_part = |record: &usize| part::is_heading(text, grid, *record);
            let above = (0..lone).take_while(|record| says_so(record) && !is_part(record));
            above.count()
        }
        _ => 0,
    }
}

/// Says whether a cell is words and a few digits, as no name and no number is.
fn is_day(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    (1..=6).contains(&digits) && cell.chars().filter(|c| c.is_alphabetic()).count() > 2
}

/// The number of a line in a list that somebody typed, as in `1. Ada Lovelace`, and what stands behind it. A date is none.
pub(super) fn item(cell: &str) -> Option<(usize, &str)> {
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = cell.split_at(digits);
    let rest = rest.strip_prefix(['.', ')'])?.trim_start();
    let number = number.parse().ok().filter(|_| digits < 4)?;
    let name = rest.starts_with(|c: char| c.is_alphabetic()) && !is_dated(rest);
    (rest.is_empty() || name).then_some((number, rest))
}

/// Says whether a text behind a number goes on with a month: `13. April 2024`.
fn is_dated(rest: &str) -> bool {
    let word = heading(rest);
    let word = word.split(' ').next().unwrap_or_default();
    month(word).is_some() && rest.contains(|c: char| c.is_ascii_digit())
}

/// The only cell of a record that is not empty, without an address in it.
pub(super) fn alone<'t>(text: &'t str, grid: &'t Grid, record: usize) -> Option<&'t str> {
    only(text, grid, record).filter(|cell| !cell.contains('@'))
}

/// The only cell of a record that is not empty.
fn only<'t>(text: &'t str, grid: &'t Grid, record: usize) -> Option<&'t str> {
    let mut filled = grid.cells(text, record).filter(|cell| !cell.is_empty());
    let cell = filled.next()?;
    filled.next().is_none().then_some(cell)
}

/// Says whether a cell with an address is the title of a list, which goes on with whom to ask, or says only that. What
/// stands behind somebody's name is about them: `Ada Byron (members' secretary) ada@example.org`.
fn says_whom_to_ask(cell: &str) -> bool {
    if is_address(cell) {
        return false;
    }
    let Some(before) = before_one(cell) else {
        return false;
    };
    let ends = [" - ", " – ", " — "].map(|dash| before.find(dash));
    let ends = ends
        .into_iter()
        .chain([before.find([',', ';', ':', '(', '.'])]);
    let end = ends.flatten().min().unwrap_or(before.len());
    says_so(&before[..end]) || below::begins_with_contact(before)
}

pub(super) fn says_so(cell: &str) -> bool {
    let apart = |c: char| !c.is_alphanumeric() && c != '-';
    let words: Vec<&str> = cell.split(apart).filter(|word| !word.is_empty()).collect();
    let known = |word: &&str| {
        // `Friedrich List` is somebody.
        let name = *word == "List" && words.len() < 3 && !is_label(cell);
        let lower = word.to_lowercase();
        !name && (WORDS.contains(lower.as_str()) || lower.len() > 6 && lower.ends_with("liste"))
    };
    let year = |word: &&str| {
        let digits = word.bytes().all(|byte| byte.is_ascii_digit());
        digits && word.len() == 4 && word.starts_with("20")
    };
    let spelt = cell.chars().filter(|c| c.is_alphabetic()).count() > 2;
    words.iter().any(known) || spelt && words.iter().any(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_known_by_its_words_or_a_year() {
        for title in [
            "List of people for the conference",
            "Sign-ups for the conference",
            "Attendee List",
            "Teilnehmerliste",
            "Lista uczestników",
            "Blackburn, 13 April 2024",
        ] {
            assert!(says_so(title), "{title}");
        }
        for somebody in ["Friedrich List", "Cher", "Jo Lawson", "2024", "Ada Guest"] {
            assert!(!says_so(somebody), "{somebody}");
        }
    }
}
