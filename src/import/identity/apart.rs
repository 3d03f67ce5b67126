//! Two people of one name who were told apart before: each of their tickets stays theirs, though both come with one address.

use std::collections::HashSet;

use super::chains::Alias;
use super::owners::repeated;
use super::{Ladder, Row, Who};

impl Ladder<'_> {
    /// Of rows that were found to be about one person, those whose id another one of that name has, where whoever was found
    /// has a row by an id of their own too. Which of two seats in one name has the address of whoever ordered depends on
    /// which of them count, and a ticket that was cancelled must not leave somebody coming who is known by it. Whoever is
    /// reached elsewhere may have come to this address by now, and is not meant.
    pub(super) fn told_apart(&self, rows: &[Row], found: &[Option<Who>]) -> Vec<(usize, Who)> {
        if !self.people.product.lasting_ids {
            return Vec::new();
        }
        let mut seen = vec![false; self.people.list.len()];
        let mut several = HashSet::new();
        for who in found.iter().flatten() {
            match seen.get_mut(*who as usize) {
                Some(seen) if *seen => _ = several.insert(*who),
                Some(seen) => *seen = true,
                None => {}
            }
        }
        if several.is_empty() {
            return Vec::new();
        }
        let repeated = repeated(rows.iter().map(|row| row.id));
        let owner = |row: &Row| {
            let mut owners = self.index.with_id(row.id);
            let Alias { who, .. } = owners.next()?;
            let is_only = owners.next().is_none() && !repeated.contains(&row.id);
            is_only.then_some(*who)
        };
        let of_several = || {
            let found = found.iter().copied().enumerate();
            found.filter_map(|(at, who)| {
                Some((at, &rows[at], who.filter(|who| several.contains(who))?))
            })
        };
        let own = of_several().filter(|(_, row, who)| owner(row) == Some(*who));
        let own: HashSet<_> = own.map(|(_, row, who)| (who, row.keys.name)).collect();
        let is_reached_here = |who: Who, row: &Row| {
            let mut aliases = self.index.at_address(row.keys.address);
            !self.index.is_reachable(who) || aliases.any(|alias| alias.who == who)
        };
        let theirs = of_several().filter_map(|(at, row, who)| {
            let owner = owner(row).filter(|owner| *owner != who)?;
            let is_apart = !row.keys.name.is_blank()
                && own.contains(&(who, row.keys.name))
                && self.has_name(owner, row)
                && is_reached_here(owner, row);
            is_apart.then_some((at, owner))
        });
        theirs.collect()
    }
}
