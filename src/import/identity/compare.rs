use std::collections::HashMap;

use super::account::Accounts;
use super::chains::Alias;
use super::{Key, Ladder, Matches, Near, Row, Who};
use crate::import::name;
use crate::import::settled::Settled;

/// An address or a name that more people have than this tells nothing of any two of them.
const MOST_NEAR: usize = 50;

/// Notes who shares an address with somebody new, and who may be the same person as somebody else, each pair once.
pub(super) fn compare(
    ladder: &Ladder<'_>,
    rows: &[Row],
    matches: &mut Matches,
    (accounts, slips, settled): (&Accounts, &HashMap<Who, Vec<Who>>, &Settled),
) {
    let list = ladder.people.list;
    let known = Who::try_from(list.len()).unwrap_or(Who::MAX);
    let highest = matches.who.iter().copied().max().unwrap_or(0).max(known);
    let mut here = vec![false; highest as usize + 1];
    for who in &matches.who {
        here[*who as usize] = true;
    }
    let named = named(ladder, rows, &matches.who);
    let mut visited = vec![false; here.len()];
    for ((at, row), who) in (0..).zip(rows).zip(matches.who.iter().copied()) {
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
        let mut found = Near::default();
        // An address with one alias, or none, is the row's own: whoever shares one is known by it by now.
        let address = Some(row.keys.address).filter(|address| ladder.index.is_shared(*address));
        let there = address.map(|address| ladder.index.at_address(address).take(MOST_NEAR));
        for alias in there.into_iter().flatten() {
            if !due(alias.who) {
                continue;
            }
            if who >= known {
                note(&mut found.shares, alias.who);
            }
            if alike(ladder, alias, row) {
                note(&mut found.maybe, alias.who);
            }
        }
        // The same name and the same phone number at two addresses may be one person with two.
        // So may be nearly the same name, or none, where there is no address.
        let at_phone = ladder.index.at_phone(row.keys.phone).take(MOST_NEAR);
        for alias in at_phone.filter(|alias| due(alias.who)) {
            let same = alias.name == row.keys.name && !alias.name.is_blank();
            let has_one = !row.keys.address.is_blank() && ladder.index.is_reachable(alias.who);
            if same || !has_one && alike(ladder, alias, row) {
                note(&mut found.maybe, alias.who);
            }
        }
        // Whose ticket it was before it was handed on; where an id may be a mere number, only under the same name.
        if who >= known && !row.id.is_blank() {
            let lasting = ladder.people.product.lasting_ids;
            let is_near = |who: Who| lasting || ladder.has_name(who, row);
            let before = ladder.index.with_id(row.id).take(MOST_NEAR);
            for alias in before.filter(|alias| due(alias.who) && is_near(alias.who)) {
                note(&mut found.maybe, alias.who);
            }
        }
        // Of an account that signs up others too.
        for other in accounts.namesakes(at as usize).filter(|other| due(*other)) {
            note(&mut found.maybe, other);
        }
        // The same name at an address that may be a slip of the keyboard for this one.
        let near = slips.get(&who).into_iter().flatten().copied();
        for other in near.filter(|other| due(*other)) {
            note(&mut found.maybe, other);
        }
        // The same name, and no address on one side, is worth a look; two with addresses of their own are two people.
        let bare = ladder.index.bare(row.keys.name);
        let bare = bare.filter(|other| !ladder.index.is_reachable(*other));
        let namesakes = named
            .get(&row.keys.name)
            .filter(|_| row.keys.address.is_blank());
        for other in bare
            .chain(namesakes.into_iter().flatten().copied())
            .take(MOST_NEAR)
        {
            if due(other) {
                note(&mut found.maybe, other);
            }
        }
        let code = |who: Who| list.get(who as usize).map_or("", |one| one.code());
        found
            .maybe
            .retain(|other| !settled.are_different(code(who), code(*other)));
        if !(found.shares.is_empty() && found.maybe.is_empty()) {
            matches.near.insert(at, found);
        }
    }
}

fn alike(ladder: &Ladder<'_>, alias: &Alias, row: &Row) -> bool {
    if alias.name.is_blank() || row.keys.name.is_blank() {
        return true;
    }
    let name = |whence| ladder.people.name(whence);
    name::nearly_the_same(&name(alias.whence), &name(super::Whence::Row(row.row)))
}

/// People with an address, by name, if any row has none.
fn named(ladder: &Ladder<'_>, rows: &[Row], matches: &[Who]) -> HashMap<Key, Vec<Who>> {
    let mut named: HashMap<Key, Vec<Who>> = HashMap::new();
    if rows.iter().any(|row| row.keys.address.is_blank()) {
        let here = rows.iter().zip(matches);
        let here = here.filter(|(row, _)| !row.keys.address.is_blank());
        let here = here.map(|(row, found)| (row.keys.name, *found));
        let known = ladder.index.with_address().chain(here);
        for (name, who) in known.filter(|(name, _)| !name.is_blank()) {
            named.entry(name).or_default().push(who);
        }
    }
    for people in named.values_mut() {
        people.sort_unstable();
        people.dedup();
    }
    named
}
