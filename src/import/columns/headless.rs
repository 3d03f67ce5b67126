use std::collections::HashSet;

use super::content::{is_dialled, is_name, is_phone, is_postcode, is_stamp};
use super::draft::Draft;
use super::names::{addressed, owner};
use super::strange::are_names;
use super::words;
use crate::import::field::Field;

/// Finds out what the columns of a file without headings hold. Only what is plain to see: the rest is kept as it is.
pub(super) fn guess(draft: &mut Draft<'_>) {
    if let Some(marked) = draft.table.marked {
        draft.set(Field::Status, vec![marked]);
        draft.certain.push(marked);
    }
    let free = |draft: &Draft<'_>| -> Vec<usize> {
        let columns = 0..draft.table.width();
        let open = |at: &usize| !draft.is_used(*at) && draft.contents[*at].filled > 0;
        columns
            .filter(open)
            .filter(|at| draft.contents[*at].addresses * 2 < draft.contents[*at].filled)
            .collect()
    };
    let first = |draft: &Draft<'_>, fits: fn(&str) -> bool| {
        free(draft)
            .into_iter()
            .find(|at| draft.mostly(*at, 0.8, fits))
    };
    for (field, fits) in [
        (Field::Registered, is_stamp as fn(&str) -> bool),
        (Field::Phone, is_dialled),
        (Field::Phone, is_phone),
        (Field::Area, is_postcode),
    ] {
        if draft.of(field).is_empty()
            && let Some(column) = first(draft, fits)
        {
            draft.set(field, vec![column]);
        }
    }
    if [Field::Name, Field::First, Field::Last]
        .iter()
        .all(|field| draft.of(*field).is_empty())
    {
        owner::find(draft, &free(draft));
    }
}

/// Finds people's names under headings that say nothing: without them a couple with one address would look like one
/// person. Only a column of several words each that differ from row to row can be it, or two such columns side by side
/// with a word each, or one in a script that has no spaces.
pub(super) fn name_by_content(draft: &mut Draft<'_>) {
    let named = [Field::Name, Field::First, Field::Last];
    // A blank column is nobody's name: Microsoft Forms has one beside every question for the name.
    let holds = |at: &usize| draft.contents.get(*at).is_some_and(|all| all.filled > 0);
    let wished = |field| draft.wished.contains(field);
    if named
        .iter()
        .any(|field| wished(field) || draft.of(*field).iter().any(holds))
    {
        return;
    }
    let mut likely = names(draft);
    likely.retain(|at| addressed::may_be_told(draft, *at));
    let foreign = |cell: &str| !cell.chars().any(|c| c.is_ascii_alphabetic());
    let words_in = |at: usize| several_words(draft, at);
    let of_many = || {
        let mut whole = likely.iter().filter(|at| words_in(**at) >= MOSTLY_WHOLE);
        whole
            .clone()
            .find(|at| takes_part(draft, **at))
            .or(whole.next())
    };
    let unspaced = || likely.iter().find(|at| draft.mostly(**at, 0.8, foreign));
    let rows = draft.rows().count();
    let part = |at: &usize| {
        let begins = |cell: &str| cell.starts_with(char::is_uppercase);
        draft.contents[*at].filled * 10 >= rows * 9
            && words_in(*at) <= 0.4
            && variety(draft, *at) >= 0.75
            && draft.mostly(*at, 0.8, begins)
    };
    let mut pairs = likely.windows(2);
    let mut pair = || pairs.find(|pair| pair[0] + 1 == pair[1] && pair.iter().all(part));
    let found = match of_many().or_else(unspaced) {
        Some(&whole) => vec![(Field::Name, whole)],
        None if rows >= 5 => pair().map_or(Vec::new(), |pair| {
            vec![(Field::First, pair[0]), (Field::Last, pair[1])]
        }),
        None => Vec::new(),
    };
    if !found.is_empty() {
        named.iter().for_each(|field| draft.set(*field, Vec::new()));
    }
    draft.guessed = !found.is_empty();
    for (field, column) in found {
        let label = draft
            .table
            .header
            .get(column)
            .map_or("", |text| text.trim());
        let word = match field {
            Field::Name => "the name".to_string(),
            _ => format!("the {} name", field.word()),
        };
        draft.notes.push(format!(
            "\"{label}\" is taken for {word}, since it looks like one"
        ));
        draft.set(field, vec![column]);
    }
}

/// In which part of the names there must be several words where they are whole ones.
pub(super) const MOSTLY_WHOLE: f64 = 0.6;

pub(super) fn several_words(draft: &Draft<'_>, column: usize) -> f64 {
    draft.share(column, |cell| cell.contains(' ')).0
}

/// Tells whether most people have a whole name under a heading for whoever takes part, which goes before those of whoever
/// owns, pays or looks after them: `Member` beside `Owner`, but not `Horse`, however much horses look like people.
pub(super) fn names_who_takes_part(draft: &Draft<'_>) -> bool {
    let rows = draft.rows().count();
    let are_whole = |at: &usize| {
        takes_part(draft, *at)
            && draft.contents[*at].filled * 10 >= rows * 6
            && several_words(draft, *at) >= MOSTLY_WHOLE
            && are_names(draft, &[*at])
    };
    names(draft).iter().any(are_whole)
}

pub(super) fn takes_part(draft: &Draft<'_>, column: usize) -> bool {
    let heading = draft.headings.get(column);
    heading.is_some_and(|heading| words::takes_part(heading))
}

/// What has a name of several words and is nobody, and what is told of somebody in such words.
const THINGS: &[&str] = &[
    "method",
    "job",
    "position",
    "occupation",
    "profession",
    "role",
    "country",
    "beruf",
    "funktion",
    "metier",
    "poste",
    "puesto",
    "cargo",
    "profesion",
    "zawod",
    "stanowisko",
    "swydd",
];

/// Returns the columns that hold names and are not known to be anything else.
pub(super) fn names(draft: &Draft<'_>) -> Vec<usize> {
    let fits = |at: &usize| {
        !draft.is_used(*at)
            && !draft.certain.contains(at)
            && draft.contents[*at].filled > 0
            && draft.contents[*at].addresses * 4 <= draft.contents[*at].filled
            && !draft.headings.get(*at).is_some_and(|heading| {
                words::about_somebody_else(heading)
                    || words::is_either(heading)
                    || THINGS.iter().any(|word| words::holds(heading, word))
            })
            // Somebody or other gives their address twice.
            && draft.mostly(*at, 0.8, |cell| is_name(cell) || cell.contains('@'))
            && variety(draft, *at) >= 0.6
    };
    (0..draft.table.width()).filter(fits).collect()
}

/// How many of the filled cells are different ones. Names differ from person to person; answers to a question do not. What
/// one person says in several rows, as where each is for a session, is said once: those of one address or phone number.
pub(super) fn variety(draft: &Draft<'_>, column: usize) -> f64 {
    let addressed = (0..draft.table.width()).filter(|at| draft.contents[*at].addresses > 0);
    let reached: Vec<usize> = addressed.chain(draft.of(Field::Phone).to_vec()).collect();
    let rows = draft.rows().filter(|row| !row.cell(column).is_empty());
    let (mut said, mut cells, mut different) = (0_usize, HashSet::new(), HashSet::new());
    for row in rows {
        let cell = row.cell(column);
        different.insert(cell);
        let reached = reached.iter().filter(|at| **at != column);
        let by = reached.map(|at| row.cell(*at)).find(|by| !by.is_empty());
        said += usize::from(by.is_none_or(|by| cells.insert((by, cell))));
    }
    different.len() as f64 / said.max(1) as f64
}
