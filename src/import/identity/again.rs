//! Lists of names and nothing else that come in once more with a cell changed or a column added: by what they say nobody
//! in them is known again.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::{Key, Ladder, Row, Who};
use crate::import::columns::heading;
use crate::import::{column, spelling};
use crate::model::Submission;

/// Words of headings above what one person has and no namesake of theirs.
const OWN: [&str; 24] = [
    "id",
    "number",
    "no",
    "ref",
    "reference",
    "code",
    "membership",
    "profile",
    "url",
    "link",
    "username",
    "handle",
    "nummer",
    "nr",
    "mitgliedsnummer",
    "profil",
    "numero",
    "enlace",
    "lien",
    "perfil",
    "numer",
    "identyfikator",
    "rhif",
    "aelodaeth",
];

impl<'a> Ladder<'a> {
    /// Returns rows with no more than a name who are whoever had that name in the same list before: nobody else in the file
    /// and nobody else who is known is called so, and most of the other names of the one list stand in the other. Two
    /// lists that have a name in common by chance are of different people.
    pub(super) fn listed_again(&self, rows: &[Row], found: &[Option<Who>]) -> HashMap<usize, Who> {
        let is_bare = |row: &Row| row.keys.are_bare() && !row.keys.name.is_blank();
        let is_open = |at: &usize| found[*at].is_none() && is_bare(&rows[*at]);
        let open: Vec<usize> = (0..rows.len()).filter(is_open).collect();
        if open.is_empty() || self.people.list.is_empty() {
            return HashMap::new();
        }
        let mut counts: HashMap<Key, usize> = HashMap::new();
        for row in rows {
            *counts.entry(row.keys.name).or_default() += 1;
        }
        let reachable: HashSet<Key> = self.index.with_address().map(|(name, _)| name).collect();
        let taken: HashSet<Who> = found.iter().flatten().copied().collect();
        let theirs = |at: usize| {
            let row = &rows[at];
            let name = row.keys.name;
            let mut namesakes = self.index.bare(name);
            let who = namesakes.next()?;
            let is_alone = namesakes.all(|other| other == who)
                && counts.get(&name) == Some(&1)
                && !reachable.contains(&name);
            let is_one = is_alone
                && !taken.contains(&who)
                && self.was_listed_bare(who)
                && !self.has_other_id(who, row);
            is_one.then_some((at, who))
        };
        let again: Vec<(usize, Who)> = open.into_iter().filter_map(theirs).collect();
        if again.is_empty() {
            return HashMap::new();
        }
        // Those who are found already are in both lists too.
        let known = (0..rows.len()).filter(|at| is_bare(&rows[*at]));
        let known = known
            .filter_map(|at| found[at])
            .filter(|who| self.was_listed_bare(*who));
        let pairs = |at: usize| Some((at, found[at]?));
        let known_pairs = (0..rows.len()).filter_map(pairs);
        if self.are_of_others(rows, known_pairs.chain(again.iter().copied())) {
            return HashMap::new();
        }
        let both: HashSet<Who> = known.chain(again.iter().map(|(_, who)| *who)).collect();
        let here = rows.iter().filter(|row| is_bare(row)).count();
        let lists = self.same_lists(&both, here);
        let is_of_one = |(_, who): &(usize, Who)| {
            let mut sent = self.people.sent_by(*who);
            sent.any(|one| lists.contains(one.imported()))
        };
        again.into_iter().filter(is_of_one).collect()
    }

    /// Tells whether all rows name another organisation or another area than those of these names did before: that of a
    /// whole list is the list's, and so are its people.
    fn are_of_others(&self, rows: &[Row], pairs: impl Iterator<Item = (usize, Who)>) -> bool {
        let mut all = [(column::ORGANISATION, 0, 0), (column::AREA, 0, 0)];
        for (at, who) in pairs {
            let (says, person) = (
                self.people.said.candidate(rows[at].row),
                self.people.list.get(who as usize),
            );
            let (Some(says), Some(person)) = (says, person) else {
                continue;
            };
            for (number, same, other) in &mut all {
                let known = person.get(column::name(self.people.known, *number));
                let here = says.get(*number);
                if !known.is_empty() && !here.is_empty() {
                    match spelling::same(*number, known, here) {
                        true => *same += 1,
                        false => *other += 1,
                    }
                }
            }
        }
        // One who has moved is no other list.
        all.iter().any(|(_, same, other)| *same == 0 && *other > 1)
    }

    /// Returns the moments at which lists were imported that are the same as one of so many names `here`: two in three of
    /// the names of the shorter one stand in both.
    fn same_lists(&self, both: &HashSet<Who>, here: usize) -> HashSet<&'a str> {
        // How many names each list had, and how many of them stand here.
        let mut sizes: HashMap<&str, (usize, usize)> = HashMap::new();
        for who in 0..self.people.list.len() as Who {
            if !self.was_listed_bare(who) {
                continue;
            }
            let sent = self.people.sent_by(who);
            let lists: HashSet<&str> = sent.map(Submission::imported).collect();
            for list in lists {
                let (all, same) = sizes.entry(list).or_default();
                *all += 1;
                *same += usize::from(both.contains(&who));
            }
        }
        let are_one = |(all, same): (usize, usize)| {
            let shorter = all.min(here);
            // One name among others proves nothing.
            same * 3 >= shorter * 2 && (shorter > 1 || all == here)
        };
        let same = sizes.into_iter().filter(|(_, counts)| are_one(*counts));
        same.map(|(list, _)| list).collect()
    }

    /// Tells whether somebody is known only from lists of the source of the rows, and by no more than a name.
    fn was_listed_bare(&self, who: Who) -> bool {
        let source = self.people.product.name;
        let is_bare = |one: &Submission| {
            one.source() == source
                && one.get(column::EMAIL).is_empty()
                && one.get(column::PHONE).is_empty()
        };
        let mut sent = self.people.sent_by(who).peekable();
        let person = self.people.list.get(who as usize);
        sent.peek().is_some()
            && sent.all(is_bare)
            && person.is_some_and(|one| one.email().is_empty() && one.get("phone").is_empty())
    }

    /// Tells whether somebody had another id at the source than a row has, or another number or page of their own.
    fn has_other_id(&self, who: Who, row: &Row) -> bool {
        let Some(says) = self.people.said.candidate(row.row) else {
            return true;
        };
        let names = self.people.known.names();
        let differ = |one: &str, other: &str| !one.is_empty() && !other.is_empty() && one != other;
        // A short number may count the rows of the list, which changes with everybody who is added.
        let is_mark = |value: &str| value.len() > 3 || value.contains(char::is_alphabetic);
        let is_own = |(number, value): &(u16, Cow<'_, str>)| {
            let label = names.get(usize::from(*number));
            let words = label.map(|label| heading(label)).unwrap_or_default();
            is_mark(value) && words.split(' ').any(|word| OWN.contains(&word))
        };
        self.people.sent_by(who).any(|one| {
            let mut said = says.values.iter();
            let is_other =
                |said: &(u16, Cow<'_, str>)| differ(one.get(said.0), &said.1) && is_own(said);
            differ(one.source_id(), &says.source_id) || said.any(is_other)
        })
    }
}
