//! Where an order is sent, beside whom it is of: `shipping_first_name` is that of a porter as often as not.

use super::super::content;
use super::super::draft::Draft;
use super::super::words;
use super::booked::EXACT;
use crate::import::field::Field;

/// Words for where an order is sent.
const SENT: &str = "shipping|ship|delivery|lieferung|liefer|lieferadresse|versand|versandadresse|livraison|expedition|\
    envio|entrega|wysylki|wysylka|dostawy|dostawa|danfon|dosbarthu";

/// Sets what is said of where an order is sent aside, as far as the same is said of somebody without it.
pub(in crate::import::columns) fn set_aside(draft: &mut Draft<'_>) {
    let columns = || (0..draft.headings.len()).filter(|at| !draft.headings[*at].is_empty());
    let (sent, others): (Vec<usize>, Vec<usize>) =
        columns().partition(|at| words::holds_any(&draft.headings[*at], SENT));
    if sent.is_empty() {
        return;
    }
    let asked = |at: usize, plain: &str| {
        let (field, score) = words::best(plain)?;
        let thing = thing(field)?;
        let holds = thing != Field::Name || draft.mostly(at, 0.5, content::is_name);
        (score > EXACT && holds).then_some(thing)
    };
    let others = others
        .into_iter()
        .filter(|at| draft.contents[*at].filled > 0);
    let known: Vec<Field> = others
        .filter_map(|at| asked(at, &words::without_booker(&draft.headings[at])))
        .collect();
    let is_said = |at: &usize| {
        let words = draft.headings[*at].split(' ');
        let plain: Vec<&str> = words.filter(|word| !words::is_any(word, SENT)).collect();
        let best = words::best(&plain.join(" "));
        let thing = best.and_then(|(field, _)| thing(field));
        thing.is_some_and(|thing| known.contains(&thing))
    };
    let theirs: Vec<usize> = sent.into_iter().filter(is_said).collect();
    draft.certain.extend(theirs);
}

/// Returns what a field is of where something is sent, in which a part of a name is a name; none if it is nothing of it.
fn thing(field: Field) -> Option<Field> {
    match field {
        Field::Name | Field::First | Field::Last => Some(Field::Name),
        Field::Email | Field::Phone | Field::Organisation | Field::Area => Some(field),
        _ => None,
    }
}
