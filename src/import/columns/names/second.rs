//! What a name has beside a first and a last one, in columns of their own: names in the middle, and a second family name.
//! Without it two of one family who share an address would look like one person.

use super::super::content::is_name;
use super::super::draft::Draft;
use super::super::heading::{heading, undecorated};
use super::super::words;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::name;
use crate::import::word_list::{WordList, list};

/// Headings of a first family name, each with that of the second one beside it.
const FAMILIES: [(&str, &str); 24] = [
    ("primer apellido", "segundo apellido"),
    ("apellido paterno", "apellido materno"),
    ("apellido 1", "apellido 2"),
    ("apellido1", "apellido2"),
    ("1er apellido", "2o apellido"),
    ("1er apellido", "2do apellido"),
    ("1o apellido", "2o apellido"),
    ("1 apellido", "2 apellido"),
    ("apellido", "segundo apellido"),
    ("first surname", "second surname"),
    ("1st surname", "2nd surname"),
    ("surname 1", "surname 2"),
    ("surname", "second surname"),
    ("paternal surname", "maternal surname"),
    ("first last name", "second last name"),
    ("last name 1", "last name 2"),
    ("last name", "second last name"),
    ("paternal last name", "maternal last name"),
    ("first family name", "second family name"),
    ("premier nom de famille", "deuxieme nom de famille"),
    ("premier nom de famille", "second nom de famille"),
    ("erster nachname", "zweiter nachname"),
    ("pierwsze nazwisko", "drugie nazwisko"),
    ("cyfenw cyntaf", "ail gyfenw"),
];

/// Headings of names between the first and the last one.
const MIDDLE: WordList = list![
    "middle name",
    "middle names",
    "middle name s",
    "middlename",
    "middle",
    "middle initial",
    "middle initials",
    "second name",
    "second names",
    "second first name",
    "second given name",
    "other given names",
    "zweiter vorname",
    "2 vorname",
    "weitere vornamen",
    "second prenom",
    "deuxieme prenom",
    "2eme prenom",
    "2e prenom",
    "autres prenoms",
    "segundo nombre",
    "2o nombre",
    "drugie imie",
    "enw canol",
    "enwau canol",
    "ail enw",
    "darmiyani naam",
    "doosra naam",
];

/// Of these, what is one only between the two halves.
const SECOND: [&str; 2] = ["second name", "second names"];

/// What is written where there is no such name, between bars, as [`heading`] writes it.
const NONE: &str = "x|xx|xxx|nmn|nmi|no middle name|not applicable|no tiene|no tengo|ninguno|ninguna|no aplica|sin segundo apellido|\
    sin apellido|keiner|keine|kein|entfallt|aucun|sans|brak|nie ma|nie dotyczy|dim|koi nahi";

/// The columns of what a name has beside a first and a last one.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::import) struct Second {
    /// Of the names in the middle.
    pub(in crate::import) middle: Option<usize>,
    /// Of the second family name.
    pub(in crate::import) family: Option<usize>,
}

/// Tells whether a heading is that of a name in the middle, or of a second family name.
pub(in crate::import) fn is_second(label: &str) -> bool {
    let heading = heading(label);
    let is_family = |(_, second): &(&str, &str)| is(&heading, second);
    MIDDLE.iter().any(|word| is(&heading, word)) || FAMILIES.iter().any(is_family)
}

/// Tells whether a cell below such a heading holds a name: many forms insist on an answer.
pub(in crate::import) fn is_given(cell: &str) -> bool {
    is_name(cell)
        && !name::is_placeholder(cell)
        && consent::bare(cell) == Consent::Unclear
        && !words::is_any(&heading(cell), NONE)
}

/// Takes the first of two family names for the last name, whichever of the two stands first, and the other one for the
/// second.
pub(in crate::import::columns) fn families(draft: &mut Draft<'_>) {
    if are_wished(draft) {
        return;
    }
    let at = |wanted: &str| {
        let headings = draft.headings.iter().enumerate();
        let mut all = headings.filter(|(_, heading)| is(heading, wanted));
        let (at, _) = all.next()?;
        all.next().is_none().then_some(at)
    };
    let lasts = draft.of(Field::Last);
    let fits = |(first, second): (usize, usize)| {
        let both = [first, second];
        let is_free = |at: &usize| !draft.is_used(*at) || lasts.contains(at);
        first.abs_diff(second) == 1
            && lasts.iter().all(|at| both.contains(at))
            && both.iter().all(is_free)
            && both.iter().all(|at| holds_names(draft, *at))
    };
    let mut pairs = FAMILIES.iter();
    let found = pairs.find_map(|(first, second)| {
        let both = (at(first)?, at(second)?);
        fits(both).then_some(both)
    });
    if let Some((first, second)) = found {
        draft.set(Field::Last, vec![first]);
        draft.second.family = Some(second);
    }
}

/// Takes what belongs between a first and a last name, right beside one of them, if there is just one such column; and
/// leaves a second family name alone where there is no first one.
pub(in crate::import::columns) fn take(draft: &mut Draft<'_>) {
    let one = |field| draft.of(field).first().copied();
    let (Some(first), Some(last)) = (one(Field::First), one(Field::Last)) else {
        draft.second = Second::default();
        return;
    };
    let is_behind = |at: &usize| !draft.is_used(*at) && at.abs_diff(last) == 1;
    draft.second.family = draft.second.family.filter(is_behind);
    if are_wished(draft) {
        return;
    }
    let fits = |at: &usize| {
        let is_beside = at.abs_diff(first) == 1 || at.abs_diff(last) == 1;
        let is_between = (first.min(last)..first.max(last)).contains(at);
        // Another second name may be that of a second person.
        let is_open = SECOND.contains(&undecorated(&draft.headings[*at]));
        is_beside
            && (is_between || !is_open)
            && !draft.is_used(*at)
            && MIDDLE.iter().any(|word| is(&draft.headings[*at], word))
            && holds_names(draft, *at)
    };
    let mut all = (0..draft.headings.len()).filter(fits);
    draft.second.middle = all.next().filter(|_| all.next().is_none());
}

/// Tells whether somebody has said which columns the name is in: it is in no others.
fn are_wished(draft: &Draft<'_>) -> bool {
    let names = [Field::Name, Field::First, Field::Last];
    names.iter().any(|field| draft.wished.contains(field))
}

/// Tells whether a heading asks for just that, perhaps with whose it is and with a number.
fn is(heading: &str, wanted: &str) -> bool {
    const WHOSE: [&str; 8] = [
        "your ",
        "attendee ",
        "dein ",
        "ihr ",
        "votre ",
        "tu ",
        "su ",
        "twoje ",
    ];
    let is_it = |heading: &str| {
        let mut own = WHOSE.iter().filter_map(|whose| heading.strip_prefix(whose));
        heading == wanted || own.any(|rest| rest == wanted)
    };
    is_it(heading) || is_it(undecorated(heading))
}

/// Tells whether what stands in a column are names, as far as it can be seen.
fn holds_names(draft: &Draft<'_>, column: usize) -> bool {
    draft.contents[column].filled > 0 && draft.mostly(column, 0.5, is_name)
}
