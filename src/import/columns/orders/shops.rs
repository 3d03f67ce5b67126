//! What a shop asks for each thing that it sells: `Product Form: Attendee name` beside `Billing Name`, as Squarespace has it,
//! which says who paid once an order.

use super::super::draft::Draft;
use super::super::heading::{heading, without_role};
use super::super::words;
use super::booked::EXACT;
use crate::import::field::Field;
use crate::import::orders::numbers_orders;
use crate::import::standing::{self, Standing};

/// How the headings begin of what is asked with each thing.
const FORM: &str = "product form ";

/// How whoever paid is called beside it.
const PAYER: &str = "billing name";

/// Takes whom a form names that was filled in with each ticket for those who come, beside whoever paid for them.
pub(in crate::import::columns) fn read(draft: &mut Draft<'_>) {
    let mut found: Vec<(usize, Field, String)> = Vec::new();
    for at in 0..draft.headings.len() {
        let form = draft.headings[at].strip_prefix(FORM);
        let Some(asked) = form.filter(|_| !draft.certain.contains(&at)) else {
            continue;
        };
        let plain = match asked {
            "attendee" => "name".to_string(),
            asked => without_role(asked).unwrap_or_else(|| asked.to_string()),
        };
        // `Product Form: Child's name` is about somebody else again.
        let is_others = words::about_somebody_else(&plain) || words::about_guests(&plain);
        let best = words::best(&plain).filter(|(_, score)| *score > EXACT && !is_others);
        if let Some((field, _)) = best.filter(|(field, _)| field.is_identity()) {
            found.push((at, field, plain));
        }
    }
    // The whole name of whoever paid would go before two halves.
    let is_half =
        |(_, field, _): &(usize, Field, String)| matches!(field, Field::First | Field::Last);
    if found.iter().any(is_half) {
        return;
    }
    let is_named = found.iter().any(|(_, field, _)| *field == Field::Name);
    for (at, _, plain) in found {
        draft.headings[at] = format!("attendee {plain}");
    }
    let is_other = draft.headings.iter().any(|heading| heading == "name");
    if !is_named || is_other {
        return;
    }
    let payer = draft.headings.iter_mut().find(|heading| *heading == PAYER);
    if let Some(payer) = payer {
        *payer = "name".to_string();
    }
}

/// Notes the further lines of orders that were taken back: what became of an order stands in its first line, and who is named
/// in the others comes as little.
pub(in crate::import::columns) fn take_back(draft: &mut Draft<'_>) {
    let is_asked = |label: &String| heading(label).starts_with(FORM);
    if !draft.table.header.iter().any(is_asked) {
        return;
    }
    let mut headings = draft.headings.iter();
    let order = headings.position(|heading| numbers_orders(heading));
    let (Some(order), Some(state)) = (order, draft.of(Field::Status).first().copied()) else {
        return;
    };
    let mut first = None;
    for row in draft.rows() {
        let (number, state) = (row.cell(order), row.cell(state));
        match first {
            Some((known, is_off)) if known == number && state.is_empty() && !number.is_empty() => {
                if is_off {
                    draft.booked.taken_back.insert(row.line);
                }
            }
            _ => {
                let is_off = standing::of_cell(state) == Some(Standing::Cancelled);
                first = Some((number, is_off));
            }
        }
    }
}
