use super::super::identity::Who;
use super::super::{OfPerson, Product};
use crate::model::{Registrations, Status, Submissions};

/// So many are struck by hand.
const A_FEW: usize = 5;

/// Returns who came from the same product before and does not stand in this file, if it looks like a newer export of
/// the same list: three of four do, or half of a few. They are only listed: an export may have been filtered.
pub(in crate::import) fn missing(
    list: &Registrations,
    known: &Submissions,
    of_person: &OfPerson,
    matches: &[Who],
    product: &Product,
) -> Vec<usize> {
    if known.list.is_empty() {
        return Vec::new();
    }
    let mut here = vec![false; list.len()];
    for found in matches {
        if let Some(here) = here.get_mut(*found as usize) {
            *here = true;
        }
    }
    let from_here = |who: &usize| {
        let sent = of_person.places(*who).iter();
        let mut sources = sent.map(|at| known.list[*at as usize].source());
        sources.any(|source| source == product.name)
    };
    let gone: Vec<usize> = (0..list.len())
        .filter(|who| !here[*who] && from_here(who))
        .collect();
    let all = || (0..list.len()).filter(from_here).count();
    let most = match gone.len() {
        0..=A_FEW => 2,
        _ => 4,
    };
    if gone.is_empty() || gone.len() * most > all() {
        return Vec::new();
    }
    let comes =
        |who: &usize| list.get(*who).and_then(|one| one.status()) != Some(Status::Cancelled);
    gone.into_iter().filter(comes).collect()
}
