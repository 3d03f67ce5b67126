use std::collections::HashSet;

use super::super::content::{is_constant, meet};
use super::super::draft::Draft;
use super::super::heading::names_role;
use super::super::words;
use super::halves;
use super::owner::has_several_words;
use crate::import::field::Field;
use crate::import::name;
use crate::import::word_list::{WordList, list};

/// Decides what "name" means beside a given or a family name: in `Vorname;Name` it is the family name, in
/// `name,first_name,last_name` the whole one.
pub(in crate::import::columns) fn settle(draft: &mut Draft<'_>) {
    let names = [Field::Name, Field::First, Field::Last];
    if names.iter().any(|field| draft.wished.contains(field)) {
        return;
    }
    set_shown_aside(draft);
    let one = |field| draft.of(field).first().copied();
    let (whole, first, last) = (one(Field::Name), one(Field::First), one(Field::Last));
    let (part, missing) = match (whole, first, last) {
        (Some(_), Some(first), None) => (first, Field::Last),
        (Some(_), None, Some(last)) => (last, Field::First),
        (None, Some(first), None) => {
            if let Some(last) = halves::family(draft, first) {
                draft.set(Field::Last, vec![last]);
            }
            return;
        }
        // `Nom` beside `Prénom` is the family name, but alone it is the name.
        (None, None, Some(last)) => {
            if let Some(first) = halves::given(draft, last) {
                draft.set(Field::First, vec![first]);
                return;
            }
            draft.set(Field::Last, Vec::new());
            draft.set(Field::Name, vec![last]);
            return;
        }
        // Whoever signed others up has a whole name, and those who come have theirs in two.
        (Some(whole), Some(first), Some(last)) => {
            let role = |at: usize| draft.headings.get(at).is_some_and(|text| names_role(text));
            let is_own = is_exact(draft, first, Field::First) && is_exact(draft, last, Field::Last);
            let holds = |part| contains(draft, whole, part);
            // What is on a badge and who comes along are names too, and hold another's.
            let strange = meet(draft.table, whole, first)
                && (!is_exact(draft, whole, Field::Name) || !holds(first) && !holds(last));
            let other = is_constant(draft.table, whole) && !is_constant(draft.table, first)
                || role(first) && !role(whole) && !holds(first)
                || !draft.certain.contains(&whole)
                    && (is_short(draft, whole, last)
                        || strange && (role(first) || !role(whole) && is_own));
            if other {
                if is_own && is_exact(draft, whole, Field::Name) && !is_constant(draft.table, whole)
                {
                    draft.stand_in = Some(whole);
                }
                draft.set(Field::Name, Vec::new());
            } else if strange && !role(first) && !is_own {
                // They are those of whoever is to be called, or of earlier days.
                draft.set(Field::First, Vec::new());
                draft.set(Field::Last, Vec::new());
            }
            return;
        }
        (None, None, None) => {
            if let Some([first, last]) = halves::both(draft) {
                draft.set(Field::First, vec![first]);
                draft.set(Field::Last, vec![last]);
            }
            return;
        }
        _ => return,
    };
    let Some(whole) = whole else { return };
    let asks_initials = ["initials", "initial", "initialen", "initiales"]
        .iter()
        .any(|word| words::holds(&draft.headings[part], word));
    if missing == Field::Last && asks_initials && draft.mostly(part, 0.8, are_initials) {
        draft.set(Field::First, Vec::new());
    } else if !contains(draft, whole, part) {
        let half = match missing {
            Field::Last => Field::First,
            _ => Field::Last,
        };
        // What stands on a badge is a whole name or what somebody is called, and never a family name.
        let is_called = missing == Field::Last
            && !draft.certain.contains(&whole)
            && is_shown(draft.headings.get(whole).map_or("", String::as_str));
        if (is_called || !is_exact(draft, part, half))
            && draft.mostly(whole, 0.5, has_several_words)
        {
            draft.set(half, Vec::new());
            return;
        }
        draft.set(Field::Name, Vec::new());
        match is_called {
            true => draft.stand_in = Some(whole),
            false => draft.set(missing, vec![whole]),
        }
    }
}

/// Words for a name by which somebody would be called or shown, whatever their own one is.
const SHOWN: WordList = list![
    "badge",
    "tag",
    "nickname",
    "display",
    "user name",
    "username",
    "original name",
    "screen name",
    "preferred",
    "be called",
    "call you",
    "known as",
    "namensschild",
    "spitzname",
    "surnom",
    "gafete",
    "acreditacion",
    "apodo",
    "identyfikator",
    "identyfikatorze",
    "pseudonim",
    "bathodyn",
    "llysenw",
    "benutzername",
    "nom d utilisateur",
    "nombre de usuario",
    "nazwa uzytkownika",
    "enw defnyddiwr",
];

/// Tells whether a heading asks how somebody would be called or shown: `Name on badge`, but not `Full name (as on badge)`.
fn is_shown(heading: &str) -> bool {
    let holds = |word: &str| words::holds(heading, word);
    SHOWN.iter().any(holds) && !words::holds(heading, "full name")
}

/// Of these, what whoever chose it goes by everywhere, and not on a badge alone.
const CHOSEN: [&str; 4] = ["preferred", "be called", "call you", "known as"];

/// Tells whether everybody has written a whole name below a heading that asks what they want to be called: that is what
/// they sign with, whatever their papers say.
fn is_chosen(draft: &Draft<'_>, column: usize) -> bool {
    let heading = draft.headings.get(column).map_or("", String::as_str);
    let filled = draft.contents[column].filled;
    let most = draft.contents.iter().map(|one| one.filled).max();
    CHOSEN.iter().any(|word| words::holds(heading, word))
        && most == Some(filled)
        && draft.mostly(column, 0.9, has_several_words)
}

/// Takes a name to be shown for nobody's own where that is asked for too, as a whole or in halves. It stands in where
/// somebody gave no other.
fn set_shown_aside(draft: &mut Draft<'_>) {
    let heading = |at: usize| draft.headings.get(at).map_or("", String::as_str);
    let mut names = draft.of(Field::Name).to_vec();
    if let Some(chosen) = names.iter().position(|at| is_chosen(draft, *at)) {
        names[..=chosen].rotate_right(1);
        draft.set(Field::Name, names);
        return;
    }
    let names = names.into_iter();
    let (shown, own): (Vec<usize>, Vec<usize>) =
        names.partition(|at| is_shown(heading(*at)) && !draft.certain.contains(at));
    let Some(first) = shown.first().copied() else {
        return;
    };
    let half = |field| {
        let mut columns = draft.of(field).iter();
        columns.any(|at| !is_shown(heading(*at)) && is_mostly_given(draft, *at, first))
    };
    let is_given = own.iter().any(|at| is_mostly_given(draft, *at, first))
        || half(Field::First) && half(Field::Last);
    if is_given {
        draft.set(Field::Name, own);
        draft.stand_in = Some(first);
    }
}

/// Tells whether one column has an answer for at least half as many as another.
fn is_mostly_given(draft: &Draft<'_>, column: usize, other: usize) -> bool {
    let filled = |at: usize| draft.contents[at].filled;
    filled(column) > 0 && filled(column) * 2 >= filled(other)
}

/// Puts what is asked of whoever comes before what is asked of whoever fills in the form, where one row says both and they
/// differ: the name and the address of whoever booked stand for nobody else then.
pub(in crate::import::columns) fn prefer_roles(draft: &mut Draft<'_>) {
    for field in [Field::Name, Field::Email] {
        if draft.wished.contains(&field) {
            continue;
        }
        let mut columns = draft.of(field).to_vec();
        let heading = |at: usize| draft.headings.get(at).map_or("", String::as_str);
        let is_role = |at: usize| {
            let is_shown = is_shown(heading(at));
            names_role(heading(at)) && !is_shown && !draft.certain.contains(&at)
        };
        let (roles, others): (Vec<usize>, Vec<usize>) =
            columns.iter().partition(|at| is_role(**at));
        let differ = |one: usize, other: usize| {
            let mut rows = draft.rows();
            rows.any(|row| {
                let (one, other) = (name::key(row.cell(one)), name::key(row.cell(other)));
                !one.is_empty() && !other.is_empty() && one != other
            })
        };
        if let (Some(role), Some(other)) = (roles.first(), others.first())
            && !draft.certain.contains(other)
            && differ(*role, *other)
        {
            columns = [roles.clone(), others].concat();
            draft.set(field, columns);
        }
    }
}

/// Tells whether a column is headed by nothing but what asks for a field.
fn is_exact(draft: &Draft<'_>, column: usize, field: Field) -> bool {
    let heading = draft.headings.get(column).map_or("", String::as_str);
    words::is_exactly(heading, field)
}

/// Of a name that is asked for in parts, takes the part at its word: `Your name (First)` is only the first.
pub(in crate::import::columns) fn say_which(scores: &mut Vec<(Field, f64)>, part: &str) {
    if !scores.iter().any(|(field, _)| *field == Field::Name) {
        return;
    }
    let mut parts = words::scores(part).into_iter();
    let exact = |(field, score): &(Field, f64)| {
        matches!(field, Field::First | Field::Last) && *score > 90.0
    };
    if let Some((field, _)) = parts.find(exact) {
        scores.retain(|(known, _)| *known != Field::Name && *known != field);
        scores.push((field, 85.0));
    }
}

/// Tells whether a cell has no more than the first letters of names.
fn are_initials(cell: &str) -> bool {
    let letters = || cell.chars().filter(|c| !matches!(c, '.' | ' '));
    (1..=3).contains(&letters().count()) && letters().all(char::is_uppercase)
}

/// Tells whether a column of whole names mostly has a word without the family name: what stands on a badge, a nickname.
fn is_short(draft: &Draft<'_>, whole: usize, last: usize) -> bool {
    let is_long = || draft.mostly(whole, 0.5, |cell| cell.contains(' '));
    draft.contents[last].filled > 0 && !is_long() && !contains(draft, whole, last)
}

/// Tells whether one column mostly holds the words of the other among its own.
fn contains(draft: &Draft<'_>, whole: usize, part: usize) -> bool {
    let (mut both, mut within) = (0_usize, 0_usize);
    for row in draft.rows() {
        let (whole, part) = (name::key(row.cell(whole)), name::key(row.cell(part)));
        if whole.is_empty() || part.is_empty() {
            continue;
        }
        both += 1;
        let words: HashSet<&str> = whole.split(' ').collect();
        within += usize::from(part.split(' ').all(|word| words.contains(word)));
    }
    within * 2 > both
}
