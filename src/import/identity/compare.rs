use std::collections::HashMap;

use super::index::Alias;
use super::{Ladder, Match, Who};
use crate::import::name;
use crate::import::person::Candidate;
use crate::import::settled::Settled;

/// Notes who shares an address with somebody new, and who may be the same person as somebody else, each pair once.
pub(super) fn compare(
    ladder: &Ladder<'_>,
    rows: &[Candidate],
    matches: &mut [Match],
    settled: &Settled,
) {
    let known = Who::try_from(ladder.list.len()).unwrap_or(Who::MAX);
    let highest = matches
        .iter()
        .map(|found| found.who)
        .max()
        .unwrap_or(0)
        .max(known);
    let mut here = vec![false; highest as usize + 1];
    for found in matches.iter() {
        here[found.who as usize] = true;
    }
    let named = named(ladder, rows);
    let mut visited = vec![false; here.len()];
    for (row, found) in rows.iter().zip(matches) {
        let who = found.who;
        if std::mem::replace(&mut visited[who as usize], true) {
            continue;
        }
        // A pair is noted where its second one stands, or here if the other one is not in this file.
        let due = |other: Who| {
            let other = other as usize;
            other != who as usize && (visited[other] || !here[other])
        };
        let note = |list: &mut Vec<Who>, other: Who| {
            if !list.contains(&other) {
                list.push(other);
            }
        };
        for alias in ladder.index.at_address(&row.address) {
            if !due(alias.who) {
                continue;
            }
            if who >= known {
                note(&mut found.shares, alias.who);
            }
            if alike(alias, row) {
                note(&mut found.maybe, alias.who);
            }
        }
        // The same name, and no address on one side, is worth a look; two with addresses of their own are two people.
        let bare = ladder.index.bare(&row.name).iter();
        let bare = bare.filter(|other| !ladder.index.is_reachable(**other));
        let namesakes = named
            .get(row.name.as_str())
            .filter(|_| row.address.is_empty());
        for other in bare.chain(namesakes.into_iter().flatten()) {
            if due(*other) {
                note(&mut found.maybe, *other);
            }
        }
        let code = |who: Who| ladder.list.get(who as usize).map_or("", |one| one.code());
        found
            .maybe
            .retain(|other| !settled.are_different(code(who), code(*other)));
    }
}

fn alike(alias: &Alias, row: &Candidate) -> bool {
    alias.name.is_empty() || row.name.is_empty() || name::nearly_the_same(&alias.name, &row.name)
}

/// People with an address, by name, if any row has none.
fn named<'l>(ladder: &'l Ladder<'_>, rows: &[Candidate]) -> HashMap<&'l str, Vec<Who>> {
    let mut named: HashMap<&str, Vec<Who>> = HashMap::new();
    if rows.iter().any(|row| row.address.is_empty()) {
        for alias in ladder
            .index
            .with_address()
            .filter(|alias| !alias.name.is_empty())
        {
            let people = named.entry(&*alias.name).or_default();
            if !people.contains(&alias.who) {
                people.push(alias.who);
            }
        }
    }
    for people in named.values_mut() {
        people.sort_unstable();
    }
    named
}
