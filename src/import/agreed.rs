//! What somebody has agreed to.

use chrono::NaiveDateTime;

use super::candidate::Noticed;
use super::columns::Mapping;
use super::consent::{self, Consent, Left};
use super::field::Field;
use super::products;
use super::read::RawRow;

/// Returns whether the person of a row has agreed: `yes`, `no`, or blank if they were not asked. Of all columns that ask
/// for it a no to one is a no.
pub(super) fn to(
    mapping: &Mapping,
    row: RawRow<'_>,
    field: Field,
    noticed: &mut Noticed,
) -> &'static str {
    let mut left = mapping.left.iter().map(|(at, how)| (row.cell(*at), *how));
    if field == Field::Updates && left.any(|(cell, how)| consent::takes_back(cell, how)) {
        return "no";
    }
    let mut unseen = mapping.unseen.iter().map(|at| row.cell(*at));
    let is_unseen =
        |cell| consent::read(cell) == Consent::Yes || consent::takes_back(cell, Left::Told);
    if field == Field::Photo && unseen.any(is_unseen) {
        return "no";
    }
    let columns = mapping.of(field);
    // Of a form with branches, each row has filled in one of them.
    let answered = columns.iter().find(|at| !row.cell(**at).is_empty());
    let Some(column) = answered.or(columns.first()) else {
        return "";
    };
    if mapping.booked.is_not_agreed(row, *column) {
        return "";
    }
    let cell = row.cell(*column);
    let said = |at: usize| {
        let offers = mapping.offers.iter().find(|offers| offers.column == at);
        let mut sentences = mapping.sentences.iter();
        let sentences = sentences.find(|sentences| sentences.column == at);
        let said = || sentences.and_then(|sentences| sentences.say(row.cell(at)));
        let read = || said().unwrap_or_else(|| consent::read(row.cell(at)));
        offers.map_or_else(read, |offers| offers.say(row.cell(at), field))
    };
    let mut beside = mapping.beside.iter();
    let says_no = |at| match said(at) {
        Consent::Unclear => consent::takes_back(row.cell(at), Left::State),
        said => said == Consent::No,
    };
    let is_refused = |(asked, at): &(Field, usize)| {
        *asked == field && says_no(*at) && !mapping.booked.is_not_agreed(row, *at)
    };
    if beside.any(is_refused) {
        return "no";
    }
    if cell.is_empty() {
        return "";
    }
    let crossed = mapping.crossed.contains(column) && consent::is_cross(cell);
    match said(*column) {
        Consent::Yes if crossed => "no",
        Consent::Yes => "yes",
        Consent::No => "no",
        Consent::Unclear if consent::repeats(cell, mapping.label(*column)) => "yes",
        Consent::Unclear => {
            noticed.unclear(cell);
            "no"
        }
    }
}

/// Returns when the person of a row has left the list, where that may be the time of the row: never of one that says
/// whether they come, as they said that before.
pub(super) fn left_on(
    mapping: &Mapping,
    row: RawRow<'_>,
    has_standing: bool,
) -> Option<NaiveDateTime> {
    if mapping.left.is_empty() || has_standing || products::sells_tickets(mapping.product.name) {
        return None;
    }
    let left = mapping.left.iter().filter_map(|(at, how)| {
        let cell = row.cell(*at);
        // A day of consent is none of leaving.
        let tells = *how == Left::Told && consent::takes_back(cell, *how);
        mapping.stamps.read(cell).filter(|_| tells)
    });
    left.max()
}
