//! Names that stand in a column of addresses: `Ann Lee <ann@example.org>` below `Name`, or below `From` in a list of mails.

use super::super::content::is_name;
use super::super::draft::Draft;
use super::super::headless::{names, several_words, takes_part, variety};
use super::super::strange::are_names;
use super::super::words;
use super::owner::in_addresses;
use crate::import::columns::is_any;
use crate::import::field::Field;
use crate::import::{clean, name};
use crate::model::EmailAddress;

/// Headings above those who have sent a mail, between bars.
const SENDERS: &str = "from|sender|von|absender|absenderin|de|expediteur|expeditrice|remitente|od|nadawca|oddi wrth|anfonwr|\
    bhejne wala";

/// Headings above what a mail is about, between bars.
const SUBJECTS: &str = "subject|betreff|objet|sujet|asunto|temat|pwnc|testun|mauzu";

/// Who somebody is stands among the first columns; to compare thousands with all words takes long.
const MOST_COLUMNS: usize = 500;

/// Finds the column of addresses that says in its heading that names stand there, if some do and no other column has them.
pub(in crate::import::columns) fn find(draft: &mut Draft<'_>) {
    let fields = [Field::Name, Field::First, Field::Last];
    let holds = |at: &usize| draft.contents[*at].filled > 0;
    let wished = |field| draft.wished.contains(field);
    if fields
        .iter()
        .any(|field| wished(field) || draft.of(*field).iter().any(holds))
    {
        return;
    }
    let says_so = |at: &usize| {
        let heading = draft.headings[*at].as_str();
        let is_filled = draft.contents[*at].addresses * 2 > draft.contents[*at].filled;
        let is_sender = || is_any(heading, SENDERS) && draft.of(Field::Email).contains(at);
        is_filled && (words::is_exactly(heading, Field::Name) || is_sender())
    };
    let columns = 0..draft.headings.len().min(MOST_COLUMNS);
    let mut columns = columns.filter(says_so);
    draft.named = columns.find(|at| draft.any(*at, names_somebody));
}

/// Tells whether most addresses of people have their names beside them, or stand below `Name` and in no other column.
pub(in crate::import::columns) fn are_named(draft: &Draft<'_>) -> bool {
    let columns = draft.of(Field::Email);
    columns.len() == 1 && draft.named.is_some()
        || columns
            .iter()
            .any(|at| draft.mostly(*at, 0.5, names_somebody))
}

/// Tells whether a column may hold the names of those whose addresses stand in another one: what a mail is about are none
/// unless the addresses hold them, and where most senders, or some below `Name`, stand with these addresses the others must be known by more than that they look like names.
pub(in crate::import::columns) fn may_be_told(draft: &Draft<'_>, column: usize) -> bool {
    let heading = draft.headings.get(column).map_or("", String::as_str);
    let sends = |at: &usize| {
        let heading = draft.headings.get(*at);
        heading.is_some_and(|heading| is_any(heading, SENDERS))
    };
    if is_any(heading, SUBJECTS) && draft.of(Field::Email).iter().any(sends) {
        return in_addresses(draft, column) >= 0.5;
    }
    let is_asked = || words::best(heading).is_some_and(|(field, _)| field.is_identity());
    let is_rare = |at: usize| sends(&at) && !draft.mostly(at, 0.5, names_somebody);
    draft.named.is_none_or(is_rare)
        || heading.is_empty()
        || takes_part(draft, column)
        || is_asked()
        || in_addresses(draft, column) >= 0.5
}

/// Returns the column that may have the names where some stand beside the addresses: an office that others write through
/// has one too. Whole names that differ from row to row are hardly anything else.
pub(in crate::import::columns) fn rival(draft: &Draft<'_>) -> Option<usize> {
    let named = draft.named?;
    let rows = draft.rows().count();
    let is_rival = |at: &usize| {
        let heading = draft.headings.get(*at).map_or("", String::as_str);
        let is_open = words::best(heading).is_none_or(|(field, _)| field.is_identity());
        *at != named
            && is_open
            && !is_any(heading, SUBJECTS)
            && draft.contents[*at].filled * 10 >= rows * 9
            && variety(draft, *at) >= 0.9
            && several_words(draft, *at) >= 0.9
            && draft.mostly(*at, 0.9, is_name)
            && are_names(draft, &[*at])
    };
    names(draft).into_iter().find(is_rival)
}

/// Returns the name in a cell of such a column: before an address, or by itself.
pub(in crate::import) fn told(cell: &str) -> Option<String> {
    if cell.contains('@') {
        return clean::addresses(cell).name;
    }
    let is_one = is_name(cell) && !name::is_placeholder(cell) && name::says_something(cell);
    is_one.then(|| cell.to_string())
}

fn names_somebody(cell: &str) -> bool {
    !EmailAddress::is_one(cell) && told(cell).is_some()
}
