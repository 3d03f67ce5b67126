//! Whom the address of whoever booked reaches, where those who come were asked for one of their own and gave none.

use std::collections::HashSet;

use super::super::draft::Draft;
use super::super::reach::address::used_where_blank;
use super::super::words;
use super::orderer::{NAMED, lower, shared};
use crate::import::field::Field;
use crate::import::holder::Holder;
use crate::import::read::RawRow;

/// Lets the address that was asked of those who come go before that of whoever booked, and finds out whom the latter is
/// used for: it reaches those who booked for themselves, and where nobody is named as having booked, whoever stands alone
/// with it. Says so, and who is left without an address.
pub(in crate::import::columns) fn settle(draft: &mut Draft<'_>) {
    let Some((own, theirs)) = draft.booked.addresses() else {
        return;
    };
    let known = draft.of(Field::Email).to_vec();
    let place = |column| known.iter().position(|at| *at == column);
    let Some(first) = place(own) else {
        return;
    };
    let other = place(theirs);
    // Where a heading says whose it is, nobody looks for their own there.
    if other.is_none() && words::booker(&draft.headings[theirs]).is_some() {
        return;
    }
    let general = used_where_blank(draft, &known);
    let mut columns = known;
    if let Some(other) = other.filter(|other| *other < first) {
        columns.remove(first);
        columns.insert(other, own);
    }
    if other.is_some() && !draft.booked.names_booker() {
        draft.booked.reached = reached(draft, own, theirs);
    }
    let is_open = |row: &RawRow<'_>| {
        let mut rest = columns.iter().filter(|at| **at != theirs);
        row.cell(theirs).contains('@') && rest.all(|at| !row.cell(*at).contains('@'))
    };
    let is_left =
        |row: &RawRow<'_>| other.is_none() || draft.booked.is_anothers_address(*row, theirs);
    let open = draft.rows().filter(is_open);
    let (left, used): (Vec<RawRow<'_>>, Vec<RawRow<'_>>) = open.partition(is_left);
    let note = match (left.is_empty(), other) {
        (true, None) => return,
        (true, Some(_)) => used_where_blank(draft, &columns),
        (false, _) => withheld(draft, (own, theirs), &left, used.len()),
    };
    let known = draft.notes.iter_mut().find(|note| **note == general);
    match (other, known) {
        (Some(_), Some(known)) => *known = note,
        _ => draft.notes.push(note),
    }
    draft.set(Field::Email, columns);
}

/// Says who has given no address and is not given that of whoever booked either.
fn withheld(
    draft: &Draft<'_>,
    (own, theirs): (usize, usize),
    left: &[RawRow<'_>],
    used: usize,
) -> String {
    let label = |at: usize| format!("\"{}\"", draft.table.header[at].trim());
    let (own, theirs) = (label(own), label(theirs));
    let name = |row: &RawRow<'_>| format!("{} (line {})", draft.written(row), row.line);
    let named: Vec<String> = left.iter().take(NAMED).map(name).collect();
    let more = if left.len() > NAMED { " and more" } else { "" };
    let why = match draft.booked.names_booker() {
        true => "another name stands beside it",
        false => "it stands on rows for others too, or names somebody else or an office",
    };
    let people = match left.len() {
        1 => "1 person is".to_string(),
        count => format!("{count} people are"),
    };
    let begin = match used {
        0 => format!("{theirs} is that of whoever booked"),
        _ => format!(
            "{theirs} is used where {own} is blank, as that of whoever booked for themselves"
        ),
    };
    format!(
        "{begin}; {people} given no address, since {why}: {}{more}",
        named.join(", ")
    )
}

/// Returns the lines of those who have given no address and may have booked for themselves: their name alone stands with
/// the address that did, and it names nobody else.
fn reached(draft: &Draft<'_>, own: usize, theirs: usize) -> HashSet<usize> {
    let is_open = |row: &RawRow<'_>| row.cell(own).is_empty() && row.cell(theirs).contains('@');
    if !draft.rows().any(|row| is_open(&row)) {
        return HashSet::new();
    }
    let shared = shared(draft.rows().flat_map(|row| {
        let name = draft.named(&row);
        let given = [own, theirs].map(|at| row.cell(at)).into_iter();
        let given = given.filter(|cell| cell.contains('@'));
        given.map(move |address| (address, name.clone()))
    }));
    let is_theirs = |row: &RawRow<'_>| {
        let address = row.cell(theirs);
        !shared.contains(&lower(address))
            && Holder::of(address, &draft.written(row)) != Holder::Another
    };
    let rows = draft.rows().filter(|row| is_open(row) && is_theirs(row));
    rows.map(|row| row.line).collect()
}
