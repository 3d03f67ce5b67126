//! Whoever booked, beside those who come: `Name` and `Email` beside `Attendee name` and `Attendee email`.

use super::super::draft::Draft;
use super::super::heading::{names_role, without_role};
use super::super::words;
use crate::import::buyer::Booked;
use crate::import::field::Field;
use crate::import::name;

/// By what the two are told apart.
const WHO: [Field; 4] = [Field::Name, Field::First, Field::Last, Field::Email];

/// What is asked of whoever books in the same breath as who they are.
pub(super) const BESIDE: [Field; 5] = [
    Field::Phone,
    Field::Organisation,
    Field::Area,
    Field::Updates,
    Field::Photo,
];

/// A heading that fits so well asks for nothing else.
pub(super) const EXACT: f64 = 90.0;

/// Keeps what is asked of whoever booked apart from what is asked of those who come, where both are named and one row says
/// that they are not the same.
pub(in crate::import::columns) fn set_aside(draft: &mut Draft<'_>) {
    let columns = || {
        let all = 0..draft.headings.len();
        all.filter(|at| !draft.certain.contains(at) && draft.contents[*at].filled > 0)
    };
    let shown = ["badge", "tag", "nickname", "display", "preferred"];
    let asked = |heading: &str| {
        let (field, score) = words::best(heading)?;
        (!WHO.contains(&field) || score > EXACT).then_some(field)
    };
    let own = columns().filter_map(|at| {
        let heading = draft.headings[at].as_str();
        let is_shown = shown.iter().any(|word| words::holds(heading, word));
        if is_shown || !names_role(heading) {
            return None;
        }
        let plain = without_role(heading).unwrap_or_else(|| "name".to_string());
        Some((asked(&plain)?, at))
    });
    let mut own: Vec<(Field, usize)> = own.collect();
    let one = whole(&mut own);
    let own = own;
    let is_own = |field: Field| own.iter().any(|(known, _)| *known == field);
    // Where only a name or only an address is asked of both, the rest may be anybody's.
    let named = is_own(Field::Name) || is_own(Field::First);
    if !named || !is_own(Field::Email) {
        return;
    }
    let plain = columns().filter_map(|at| {
        let heading = draft.headings[at].as_str();
        let field = asked(heading).filter(|_| !names_role(heading))?;
        let others = || words::about_guests(heading) || words::about_somebody_else(heading);
        // `Company` is about something else, and about whose it is.
        (!field.is_identity() || !others()).then_some((field, at))
    });
    let mut plain: Vec<(Field, usize)> = plain.collect();
    let other = whole(&mut plain);
    let who = |field: Field| match field {
        Field::First | Field::Last => true,
        field => WHO.contains(&field) && is_own(field),
    };
    let mut theirs: Vec<(Field, usize)> = plain.clone();
    theirs.retain(|(field, _)| who(*field));
    let differ = |(field, one): &(Field, usize)| {
        let other = theirs.iter().find(|(other, _)| other == field);
        other.is_some_and(|(_, other)| part(draft, *one, *other))
    };
    if !own
        .iter()
        .filter(|(field, _)| WHO.contains(field))
        .any(differ)
    {
        return;
    }
    let ends = |of: &[(Field, usize)]| {
        let of = of.iter().filter(|(field, _)| WHO.contains(field));
        let at = of.map(|(_, at)| *at);
        (at.clone().min().unwrap_or(0), at.max().unwrap_or(0))
    };
    let ((start, end), (first, _)) = (ends(&theirs), ends(&own));
    for (field, at) in plain.iter().filter(|(field, _)| !WHO.contains(field)) {
        // What is asked of both is each one's own.
        if is_own(*field) {
            draft.certain.push(*at);
        } else if BESIDE.contains(field) {
            let before = start < first && (start..first).contains(at);
            let behind = start > first
                && (end + 1..=*at).all(|at| {
                    let beside = |one: &(Field, usize)| one.1 == at && BESIDE.contains(&one.0);
                    plain.iter().any(beside)
                });
            if before || behind {
                theirs.push((*field, *at));
            }
        }
    }
    for (at, name) in [(one, "attendee name"), (other, "name")] {
        if let Some(at) = at {
            draft.headings[at] = name.to_string();
        }
    }
    // Of a field that has one column, theirs must not be the one.
    let halves = [Field::First, Field::Last];
    let halves = theirs.iter().filter(|(field, _)| halves.contains(field));
    draft.certain.extend(halves.map(|(_, at)| *at));
    let mut own = own;
    own.retain(|(field, _)| WHO.contains(field));
    draft.booked = Booked {
        own,
        theirs,
        ..Booked::default()
    };
}

/// Takes `Nom` without `Prénom` for the whole name, and returns which column it is.
fn whole(asked: &mut [(Field, usize)]) -> Option<usize> {
    let other = [Field::Name, Field::First];
    if asked.iter().any(|(field, _)| other.contains(field)) {
        return None;
    }
    let last = asked.iter_mut().find(|(field, _)| *field == Field::Last)?;
    last.0 = Field::Name;
    Some(last.1)
}

/// Lets the halves of the name of whoever booked stand in where nobody else is named.
pub(in crate::import::columns) fn stand_in(draft: &mut Draft<'_>) {
    // Whoever is named in a column that is not read is no reason to leave out who booked.
    let mut own = std::mem::take(&mut draft.booked.own);
    own.retain(|(_, at)| draft.is_used(*at));
    if own.iter().all(|(field, _)| *field == Field::Email) {
        draft.booked = Booked::default();
        return;
    }
    draft.booked.own = own;
    let of = |field: Field| {
        let mut theirs = draft.booked.theirs.iter();
        theirs.find(|(known, _)| *known == field).map(|(_, at)| *at)
    };
    // `Nombre` beside `Apellidos` is the first.
    let first = of(Field::First).or(of(Field::Name));
    let (Some(first), Some(last)) = (first, of(Field::Last)) else {
        return;
    };
    for (field, at) in [(Field::First, first), (Field::Last, last)] {
        let columns = &mut draft.columns[field as usize];
        if !columns.contains(&at) && !draft.wished.contains(&field) {
            columns.push(at);
        }
    }
}

/// Tells whether two columns say different things in one row.
fn part(draft: &Draft<'_>, one: usize, other: usize) -> bool {
    let mut rows = draft.rows();
    rows.any(|row| {
        let (one, other) = (row.cell(one), row.cell(other));
        !one.is_empty() && !other.is_empty() && one != other && name::key(one) != name::key(other)
    })
}
