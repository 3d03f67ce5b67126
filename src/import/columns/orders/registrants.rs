//! Whoever filled a form in, where another column of the same kind says who comes: `Registrant Name` beside `Attendee Name` or
//! `Name`. Alone, as webinars have it, the registrant is who comes.

use std::collections::HashSet;

use super::super::content;
use super::super::draft::Draft;
use super::super::heading::{names_role, without_role};
use super::super::words::{self, is_any};
use super::booked::{BESIDE, EXACT};
use crate::import::field::Field;
use crate::import::name;
use crate::import::read::RawRow;

/// What they are called.
const REGISTRANTS: &str = "registrant|registrants|anmelder|anmelders|anmelderin|zglaszajacy|zglaszajacego|zglaszajaca|\
    zglaszajacej";

/// How somebody is called whose consents are no one else's.
const BUYER: &str = "buyer";

/// Words around them that say nothing.
const JOINTS: &str = "s|of|the|der|des|du|de|la|del|ka|ki";

/// A field, its column and what the heading asks without saying of whom.
type Asked = (Field, usize, String);

/// Says in the headings who comes and who filled the form in, as if the latter had none but plain ones: what is known of
/// `Name` beside `Attendee name` goes for them too.
pub(in crate::import::columns) fn tell_apart(draft: &mut Draft<'_>) {
    let is_theirs = |at: usize| {
        let mut words = draft.headings[at].split(' ');
        words.any(|word| is_any(word, REGISTRANTS))
    };
    let columns = 0..draft.headings.len();
    let columns =
        columns.filter(|at| !draft.certain.contains(at) && draft.contents[*at].filled > 0);
    let (theirs, others): (Vec<usize>, Vec<usize>) = columns.partition(|at| is_theirs(*at));
    if theirs.is_empty() {
        return;
    }
    let agreed = theirs.iter().copied();
    let agreed = agreed.filter(|at| asks_to_agree(&draft.headings[*at]));
    let agreed: Vec<usize> = agreed.collect();
    let theirs: Vec<Asked> = theirs
        .into_iter()
        .filter_map(|at| asked(draft, at, without_them(&draft.headings[at])))
        .collect();
    let (named, plain): (Vec<usize>, Vec<usize>) = others
        .into_iter()
        .partition(|at| names_role(&draft.headings[*at]));
    let named: Vec<Asked> = named
        .into_iter()
        .filter_map(|at| {
            let plain = without_role(&draft.headings[at]).unwrap_or_else(|| "name".to_string());
            asked(draft, at, plain)
        })
        .collect();
    let plain: Vec<Asked> = plain
        .into_iter()
        .filter_map(|at| asked(draft, at, draft.headings[at].clone()))
        .collect();
    let who = |of: &[Asked]| [true, false].map(|is_name| of.iter().any(|one| is(one, is_name)));
    let ([name, address], [their_name, their_address]) = (who(&named), who(&theirs));
    let [plain_name, plain_address] = who(&plain);
    let own = if name || address { &named } else { &plain };
    let is_half = |(field, ..): &Asked| matches!(field, Field::First | Field::Last);
    let is_whole = |(field, ..): &Asked| *field == Field::Name;
    // A whole name beside two halves would go before them, and halves without an address would be read as theirs.
    if own.iter().any(is_half) && (theirs.iter().any(is_whole) || !address && !plain_address) {
        return;
    }
    let are_two;
    if name && (their_name || address && their_address) {
        // Beside a third one nobody knows who is who.
        let is_third = plain_name && their_name || plain_address && their_address;
        if is_third || !are_as_many(draft, &named, &theirs, their_name) {
            return;
        }
        are_two = address && their_name && part(draft, &named, &theirs);
    } else if plain_name && plain_address && their_name && their_address {
        // `Name` behind the registrant may be that of whoever is to be called in an emergency.
        let is_first = plain[0].1 < theirs[0].1 || meet(draft, &plain, &theirs);
        if name || address || !is_first || !are_as_many(draft, &plain, &theirs, true) {
            return;
        }
        are_two = part(draft, &plain, &theirs);
        for (field, at, own) in &plain {
            if field.is_identity() {
                draft.headings[*at] = format!("attendee {own}");
            }
        }
    } else {
        return;
    }
    // Who has filled the form in for themselves agrees for themselves.
    for at in agreed.into_iter().filter(|_| are_two) {
        draft.headings[at] = format!("{BUYER} {}", without_them(&draft.headings[at]));
    }
    for (_, at, plain) in theirs {
        draft.headings[at] = plain;
    }
}

/// Tells whether a heading asks whether whoever filled the form in agrees to something.
fn asks_to_agree(heading: &str) -> bool {
    let scores = words::scores(heading).into_iter();
    let mut fields = scores.map(|(field, _)| field);
    fields.any(|field| matches!(field, Field::Updates | Field::Photo))
}

/// Returns what a column asks, if it asks for nothing else: who somebody is, or what is asked in the same breath.
fn asked(draft: &Draft<'_>, at: usize, plain: String) -> Option<Asked> {
    let (field, score) = words::best(&plain)?;
    let holds = match field {
        Field::Name | Field::First | Field::Last => draft.mostly(at, 0.5, content::is_name),
        Field::Email => draft.contents[at].addresses > 0,
        field => BESIDE.contains(&field),
    };
    let is_others = || words::about_somebody_else(&plain) || words::about_guests(&plain);
    (score > EXACT && holds && !is_others()).then_some((field, at, plain))
}

/// Returns a heading without the word for whoever filled the form in; `name` if there is no other.
fn without_them(heading: &str) -> String {
    let words = heading.split(' ');
    let plain = words.filter(|word| !is_any(word, REGISTRANTS) && !is_any(word, JOINTS));
    let plain: Vec<&str> = plain.collect();
    match plain.is_empty() {
        true => "name".to_string(),
        false => plain.join(" "),
    }
}

/// Tells whether a column is of a name, or else of an address.
fn is((field, ..): &Asked, is_name: bool) -> bool {
    match field {
        Field::Name | Field::First | Field::Last => is_name,
        field => *field == Field::Email && !is_name,
    }
}

/// What a row says of the name or the address in some columns, to compare by.
fn said(row: RawRow<'_>, of: &[Asked], is_name: bool) -> String {
    let cells = of.iter().filter(|one| is(one, is_name));
    let cells: Vec<&str> = cells.map(|(_, at, _)| row.cell(*at)).collect();
    name::key(&cells.join(" "))
}

/// Tells whether there are at least as many who come as have filled the form in: of hosts and canvassers there are fewer
/// than of those who register with them.
fn are_as_many(draft: &Draft<'_>, own: &[Asked], theirs: &[Asked], by_name: bool) -> bool {
    let rows = draft.rows();
    let both = rows.map(|row| (said(row, own, by_name), said(row, theirs, by_name)));
    let both = both.filter(|(own, theirs)| !own.is_empty() && !theirs.is_empty());
    let (own, theirs): (HashSet<String>, HashSet<String>) = both.unzip();
    own.len() >= theirs.len()
}

/// Tells whether one row names the same person as who comes and as who filled the form in.
fn meet(draft: &Draft<'_>, own: &[Asked], theirs: &[Asked]) -> bool {
    names(draft, own, theirs).any(|(own, theirs)| own == theirs)
}

/// Tells whether one row names two people.
fn part(draft: &Draft<'_>, own: &[Asked], theirs: &[Asked]) -> bool {
    names(draft, own, theirs).any(|(own, theirs)| own != theirs)
}

/// The names of who comes and of who filled the form in, in the rows that have both.
fn names(
    draft: &Draft<'_>,
    own: &[Asked],
    theirs: &[Asked],
) -> impl Iterator<Item = (String, String)> {
    let rows = draft.rows();
    let both = rows.map(|row| (said(row, own, true), said(row, theirs, true)));
    both.filter(|(own, theirs)| !own.is_empty() && !theirs.is_empty())
}
