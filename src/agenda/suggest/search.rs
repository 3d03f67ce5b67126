use super::draft::{Choice, Draft};
use crate::model::order_by_key;

/// So often everything is begun anew, with those in front for whom nothing was left.
const ROUNDS: usize = 4;

/// Puts down as many wishes as it can, and returns how many are left.
pub(super) fn fill(draft: &mut Draft<'_>) -> usize {
    let mut order: Vec<usize> = (0..draft.wishes.len()).collect();
    order.retain(|at| !draft.options[*at].is_empty());
    // Who has little choice chooses first, and long sessions before short ones.
    order_by_key(&mut order, |at| {
        (
            draft.options[*at].len(),
            u32::MAX - draft.wishes[*at].minutes,
            *at,
        )
    });
    let mut best: Option<(usize, Vec<Option<Choice>>)> = None;
    for _ in 0..ROUNDS {
        let mut left: Vec<usize> = order.iter().copied().filter(|at| !draft.put(*at)).collect();
        left.retain(|at| !make_room(draft, *at));
        if best.as_ref().is_none_or(|(count, _)| left.len() < *count) {
            best = Some((left.len(), draft.places.clone()));
        }
        if left.is_empty() || draft.budget == 0 {
            break;
        }
        for at in &order {
            draft.take(*at);
        }
        order_by_key(&mut order, |at| !left.contains(at));
    }
    let Some((_, places)) = best else {
        return draft.wishes.len();
    };
    for at in &order {
        draft.take(*at);
    }
    for (at, choice) in places.into_iter().enumerate() {
        if let Some(choice) = choice {
            draft.put_at(at, choice);
        }
    }
    draft.places.iter().filter(|place| place.is_none()).count()
}

/// Finds a place for a wish by moving one other wish out of its way. Tells whether it did.
fn make_room(draft: &mut Draft<'_>, at: usize) -> bool {
    for other in 0..draft.wishes.len() {
        if draft.budget == 0 {
            return false;
        }
        let Some(was) = draft.take(other) else {
            continue;
        };
        if draft.put(at) {
            if draft.put(other) {
                return true;
            }
            draft.take(at);
        }
        draft.put_at(other, was);
    }
    false
}
