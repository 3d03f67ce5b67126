use std::collections::HashSet;

use super::Product;
use super::identity::Match;
use crate::model::{Registrations, Status, Submissions};

/// Returns who came from the same product before and does not stand in this file, if it looks like a newer export of
/// the same list: three of four do. They are only listed: an export may have been filtered.
pub(super) fn missing(
    list: &Registrations,
    known: &Submissions,
    of_person: &[Vec<u32>],
    matches: &[Match],
    product: &Product,
) -> Vec<usize> {
    if known.list.is_empty() {
        return Vec::new();
    }
    let here: HashSet<usize> = matches.iter().map(|found| found.who as usize).collect();
    let from_here = |who: &usize| {
        let sent = of_person.get(*who).into_iter().flatten();
        let mut sources = sent.map(|at| &*known.list[*at as usize].source);
        sources.any(|source| source == product.name)
    };
    let all: Vec<usize> = (0..list.len()).filter(from_here).collect();
    let gone: Vec<usize> = all
        .iter()
        .copied()
        .filter(|who| !here.contains(who))
        .collect();
    if gone.len() * 4 > all.len() {
        return Vec::new();
    }
    let comes =
        |who: &usize| list.get(*who).and_then(|one| one.status()) != Some(Status::Cancelled);
    gone.into_iter().filter(comes).collect()
}
