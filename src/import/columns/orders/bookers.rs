//! Whoever booked, under headings that name them: `Buyer name`, `Booking telephone`, `Customer: Marketing opt in`. What they
//! say is theirs who have booked for themselves, and nobody else's.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::super::content;
use super::super::draft::Draft;
use super::super::heading::names_role;
use super::super::names::owner::has_several_words;
use super::super::words::{self, Booker};
use super::booked::{BESIDE, EXACT};
use crate::import::buyer::Booked;
use crate::import::called;
use crate::import::field::Field;

/// Keeps what whoever booked was asked apart from those who come, where somebody else is named. Which columns say what is
/// known by now: of these, theirs are found by their words, or by standing among theirs.
pub(in crate::import::columns) fn settle(draft: &mut Draft<'_>) {
    let whose = whose(draft);
    if draft.booked.theirs.is_empty() && whose.iter().all(Option::is_none) {
        return;
    }
    let who = match draft.booked.theirs.is_empty() {
        true => told_apart(draft, &whose),
        false => Some((draft.booked.own.clone(), draft.booked.theirs.clone())),
    };
    let Some((own, mut theirs)) = who else {
        return;
    };
    let is_sure = |at: usize| whose[at] == Some(Booker::Sure);
    let named = theirs.clone();
    let ends = |of: &[(Field, usize)]| {
        let at = of.iter().map(|(_, at)| *at);
        at.clone().min().zip(at.max())
    };
    let by_role = own.iter().any(|(_, at)| names_role(&draft.headings[*at]));
    let (theirs_end, own_end) = (ends(&named), ends(&own));
    let is_among = |field: Field, at: usize| {
        let (Some((start, end)), Some((first, _))) = (theirs_end, own_end) else {
            return false;
        };
        let apart = whose[at].is_none() && !names_role(&draft.headings[at]);
        let before = start < first && (start..first).contains(&at);
        let behind = is_consent(field) && start > first && at == end + 1;
        by_role && apart && !draft.certain.contains(&at) && (before || behind)
    };
    let by_word = named.iter().any(|(_, at)| whose[*at].is_some());
    let is_theirs = |field: Field, at: usize| match whose[at] {
        Some(_) => is_sure(at) || by_word || named.is_empty() && is_consent(field),
        None => is_among(field, at) && (is_consent(field) || !differs(draft, &named, at)),
    };
    let mut said: Vec<(Field, usize)> = Vec::new();
    for field in BESIDE {
        let beside = draft.beside.iter().filter(|(of, _)| *of == field);
        let columns = draft.of(field).iter().chain(beside.map(|(_, at)| at));
        let columns = columns.filter(|at| **at < whose.len() && !draft.booked.holds(**at));
        let columns = columns.filter(|at| is_theirs(field, **at));
        said.extend(columns.map(|at| (field, *at)));
    }
    let is_used = |(field, at): &(Field, usize)| draft.of(*field).contains(at);
    if said.is_empty() && !theirs.iter().any(is_used) {
        return;
    }
    theirs.extend(&said);
    for (field, at) in said {
        ask_their_own(draft, field, at, &theirs);
    }
    draft.booked = Booked {
        own,
        theirs,
        ..Booked::default()
    };
}

/// Tells whether those for whom one person booked have mostly given other answers in a column: then these are their own.
fn differs(draft: &Draft<'_>, theirs: &[(Field, usize)], column: usize) -> bool {
    let key = |cell: &str| {
        let plain = cell.chars().filter(|c| c.is_alphanumeric());
        plain.flat_map(char::to_lowercase).collect::<String>()
    };
    let mut first: HashMap<String, String> = HashMap::new();
    let (mut same, mut other) = (0_usize, 0_usize);
    for row in draft.rows() {
        let said = key(row.cell(column));
        let booker: String = theirs.iter().map(|(_, at)| key(row.cell(*at))).collect();
        if said.is_empty() || booker.is_empty() {
            continue;
        }
        match first.entry(booker) {
            Entry::Occupied(known) if *known.get() == said => same += 1,
            Entry::Occupied(_) => other += 1,
            Entry::Vacant(new) => {
                new.insert(said);
            }
        }
    }
    other > same
}

fn is_consent(field: Field) -> bool {
    matches!(field, Field::Updates | Field::Photo)
}

/// By what those who come and those who booked for them are told apart, if the file says that these are two.
type Both = (Vec<(Field, usize)>, Vec<(Field, usize)>);

/// Finds where those who come are named, and where whoever booked is.
fn told_apart(draft: &Draft<'_>, whose: &[Option<Booker>]) -> Option<Both> {
    let own = |field: Field| {
        let mut columns = draft.of(field).iter();
        let own = columns.find(|at| whose.get(**at).is_some_and(Option::is_none));
        own.map(|at| (field, *at))
    };
    let mut named: Vec<(Field, usize)> = match own(Field::Name) {
        Some(whole) => vec![whole],
        None => [Field::First, Field::Last]
            .into_iter()
            .filter_map(own)
            .collect(),
    };
    if named.is_empty() {
        return None;
    }
    named.extend(own(Field::Email));
    let theirs = theirs(draft, whose);
    let by_role = named.iter().any(|(_, at)| names_role(&draft.headings[*at]));
    let is_named = theirs.iter().any(|(field, _)| *field != Field::Email);
    let is_sure = whose.contains(&Some(Booker::Sure));
    // Whom else a buyer may have bought for must be called otherwise than by a name alone.
    let are_two = match theirs.is_empty() {
        true => is_sure && by_role,
        false => is_sure || is_named && (by_role || meet(draft, &named, &theirs)),
    };
    // A customer without a name may be any of those who have their address.
    let is_any = !theirs.is_empty() && by_role && !is_named;
    match are_two {
        true => Some((named, theirs)),
        false => is_any.then_some((named, Vec::new())),
    }
}

/// Tells whether what is called a name is the number of an order, beside the name of whoever made it.
pub(in crate::import::columns) fn numbers_orders(draft: &Draft<'_>, column: usize) -> bool {
    let is_name = |(field, _): &(Field, usize)| *field != Field::Email;
    draft.mostly(column, 0.8, content::is_number)
        && theirs(draft, &whose(draft)).iter().any(is_name)
}

/// Returns which headings are about whoever booked.
fn whose(draft: &Draft<'_>) -> Vec<Option<Booker>> {
    let whose = draft.headings.iter();
    let whose = whose.map(|heading| words::booker(heading).filter(|_| !names_role(heading)));
    whose.collect()
}

/// Returns where whoever booked is named.
fn theirs(draft: &Draft<'_>, whose: &[Option<Booker>]) -> Vec<(Field, usize)> {
    let asked = |at: usize| {
        let plain = words::without_booker(&draft.headings[at]);
        let (field, score) = words::best(&plain)?;
        let holds = match field {
            Field::Email => draft.contents[at].addresses > 0,
            Field::Name | Field::First | Field::Last => draft.mostly(at, 0.5, content::is_name),
            _ => false,
        };
        (score > EXACT && holds).then_some((field, at))
    };
    let columns = (0..whose.len()).filter(|at| whose[*at].is_some());
    let asked: Vec<(Field, usize)> = columns.filter_map(asked).collect();
    let first = |field: Field| asked.iter().find(|(known, _)| *known == field).copied();
    let whole = first(Field::Name);
    let (given, family) = (first(Field::First), first(Field::Last));
    // `Nombre` beside `Apellidos` is the first, and `Name` beside `Vorname` the last.
    let is_half = |(_, at): &(Field, usize)| {
        given.is_some() != family.is_some() && !draft.mostly(*at, 0.5, has_several_words)
    };
    let mut theirs: Vec<(Field, usize)> = match whole.filter(|whole| !is_half(whole)) {
        Some(whole) => vec![whole],
        None => [whole, given, family].into_iter().flatten().collect(),
    };
    if let [(field @ Field::Last, _)] = &mut theirs[..] {
        *field = Field::Name;
    }
    theirs.extend(first(Field::Email));
    theirs
}

/// Tells whether one row names the same person as who booked and as who comes.
fn meet(draft: &Draft<'_>, own: &[(Field, usize)], theirs: &[(Field, usize)]) -> bool {
    let mut rows = draft.rows();
    rows.any(|row| {
        let said = |of: &[(Field, usize)]| {
            let names = of.iter().filter(|(field, _)| *field != Field::Email);
            let cells: Vec<&str> = names.map(|(_, at)| row.cell(*at)).collect();
            called::untitled(&cells.join(" "))
        };
        let own = said(own);
        !own.is_empty() && own == said(theirs)
    })
}

/// Lets the same question go first that was asked of those who come.
fn ask_their_own(draft: &mut Draft<'_>, field: Field, at: usize, theirs: &[(Field, usize)]) {
    if draft.of(field) != [at] {
        return;
    }
    let is_own = |(of, column): &(Field, usize)| {
        *of == field && !theirs.iter().any(|(_, theirs)| theirs == column)
    };
    if let Some(own) = draft.beside.iter_mut().find(|one| is_own(one)) {
        let first = std::mem::replace(&mut own.1, at);
        draft.set(field, vec![first]);
    }
}
