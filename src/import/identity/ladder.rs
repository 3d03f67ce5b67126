use std::collections::{HashMap, HashSet};

use super::index::{Alias, Index};
use super::{Match, Who, compare, contains, moment};
use crate::import::Product;
use crate::import::column;
use crate::import::person::Candidate;
use crate::import::settled::Settled;
use crate::model::{Registrations, Submission, Submissions};

/// The people an import is about, and how rows find them.
pub(in crate::import) struct Ladder<'a> {
    pub(super) index: Index,
    next: Who,
    pub(super) list: &'a Registrations,
    pub(super) known: &'a Submissions,
    /// Of each person in the list, the places of their submissions.
    pub(super) of_person: &'a [Vec<u32>],
    pub(super) product: &'a Product,
}

impl<'a> Ladder<'a> {
    /// Learns everybody who stands in the list.
    pub(in crate::import) fn new(
        list: &'a Registrations,
        known: &'a Submissions,
        of_person: &'a [Vec<u32>],
        product: &'a Product,
    ) -> Self {
        let mut index = Index::default();
        for ((who, person), sent) in (0..).zip(list).zip(of_person) {
            let sent = sent.iter().map(|at| &known.list[*at as usize]);
            index.learn_person(who, person, sent);
        }
        Self {
            index,
            next: Who::try_from(list.len()).unwrap_or(Who::MAX),
            list,
            known,
            of_person,
            product,
        }
    }

    /// Finds out whom each row is about. Rows that say more come first, whatever their order in the file.
    pub(in crate::import) fn climb(mut self, rows: &[Candidate], settled: &Settled) -> Vec<Match> {
        // A name alone is less than an id, and an address and a name are more: after a ticket was handed on to somebody
        // who has signed up too, the id would lead astray.
        let by_id_first = |row: &Candidate| {
            self.product.lasting_ids && row.is_bare() && !row.source_id.is_empty()
        };
        let found = rows
            .iter()
            .map(|row| self.exact(row).filter(|_| !by_id_first(row)));
        let mut found: Vec<Option<Who>> = found.collect();
        for (at, who) in self.by_ids(rows, &found) {
            found[at] = Some(who);
            self.learn(who, &rows[at]);
        }
        let mut names_at: HashMap<&str, HashSet<&str>> = HashMap::new();
        for (row, _) in rows.iter().zip(&found).filter(|(_, found)| found.is_none()) {
            // Only where somebody nameless is known already may it matter how many names come to one address.
            if !row.name.is_empty() && !self.index.at_address(&row.address).is_empty() {
                names_at.entry(&row.address).or_default().insert(&row.name);
            }
        }
        let moments = moment::mended(&self, rows, &found);
        let mut open: Vec<usize> = (0..rows.len()).filter(|at| found[*at].is_none()).collect();
        open.sort_by_key(|at| (rows[*at].address.is_empty(), rows[*at].name.is_empty()));
        for at in open {
            let row = &rows[at];
            let names = names_at.get(row.address.as_str());
            let alone = names.is_none_or(|names| names.len() == 1);
            let who = self
                .exact(row)
                .or_else(|| self.fill(row, alone))
                .or_else(|| moments.get(&at).copied());
            let who = who.unwrap_or_else(|| {
                self.next += 1;
                self.next - 1
            });
            self.learn(who, row);
            found[at] = Some(who);
        }
        let mut matches: Vec<Match> = found.into_iter().flatten().map(Match::of).collect();
        compare::compare(&self, rows, &mut matches, settled);
        matches
    }

    fn learn(&mut self, who: Who, row: &Candidate) {
        self.index.learn(who, &row.address, &row.name, &row.phone);
    }

    /// Same address and name, or without address same phone and name, or nothing but the name and the same answers.
    fn exact(&self, row: &Candidate) -> Option<Who> {
        let same_name = |aliases: &[Alias]| {
            let mut fitting = aliases.iter().filter(|alias| *alias.name == *row.name);
            fitting.next().map(|alias| alias.who)
        };
        if !row.address.is_empty() {
            return same_name(self.index.at_address(&row.address));
        }
        if !row.phone.is_empty() {
            return same_name(self.index.at_phone(&row.phone));
        }
        let mut bare = self.index.bare(&row.name).iter().copied();
        bare.find(|who| self.has_said(*who, row))
    }

    /// Same source and same id, where ids are for ever and stand on one row only: whose name or address was changed at
    /// the source. A ticket that was handed on must not make one person of two: whoever has a row of their own, or
    /// several tickets that now bear several names, is not renamed.
    fn by_ids(&self, rows: &[Candidate], found: &[Option<Who>]) -> Vec<(usize, Who)> {
        if !self.product.lasting_ids || self.list.is_empty() {
            return Vec::new();
        }
        let repeated = repeated(rows.iter().map(|row| &*row.source_id));
        let taken: HashSet<Who> = found.iter().flatten().copied().collect();
        let mut claims: HashMap<Who, Vec<usize>> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            let usable = !row.source_id.is_empty() && !repeated.contains(&*row.source_id);
            if found[at].is_none()
                && usable
                && let [who] = self.index.with_id(self.product.name, &row.source_id)
                && !taken.contains(who)
            {
                claims.entry(*who).or_default().push(at);
            }
        }
        let one_name = |claimed: &[usize]| {
            let names: HashSet<&str> = claimed.iter().map(|at| rows[*at].name.as_str()).collect();
            names.len() == 1
        };
        let sound = claims.into_iter().filter(|(_, claimed)| one_name(claimed));
        sound
            .flat_map(|(who, claimed)| claimed.into_iter().map(move |at| (at, who)))
            .collect()
    }

    /// Same address and no name on one side, where it is plain who is meant; or same name and phone, and no address on
    /// one side.
    fn fill(&self, row: &Candidate, alone: bool) -> Option<Who> {
        let aliases = self.index.at_address(&row.address);
        if !aliases.is_empty() {
            let people: HashSet<Who> = aliases.iter().map(|alias| alias.who).collect();
            let nameless = aliases.iter().all(|alias| alias.name.is_empty());
            let plain = row.name.is_empty() || nameless && alone;
            return only(people).filter(|_| plain);
        }
        let aliases = self.index.at_phone(&row.phone).iter();
        let fitting = aliases.filter(|alias| {
            !row.name.is_empty() && *alias.name == *row.name && !self.index.is_reachable(alias.who)
        });
        only(fitting.map(|alias| alias.who).collect())
    }

    /// Tells whether somebody is known to have sent all that a row says.
    fn has_said(&self, who: Who, row: &Candidate) -> bool {
        let who = who as usize;
        let sent = self.of_person.get(who).into_iter().flatten();
        let sent = sent.map(|at| &self.known.list[*at as usize]);
        let in_list = || {
            let person = self.list.get(who)?;
            let says = |(number, value): &(u16, Box<str>)| {
                *number == column::STATUS
                    || person.get(column::name(self.known, *number)) == &**value
            };
            Some(row.values.iter().all(says))
        };
        let other_id = |one: &Submission| {
            let both = !one.source_id.is_empty() && !row.source_id.is_empty();
            self.product.lasting_ids
                && both
                && *one.source == *self.product.name
                && one.source_id != row.source_id
        };
        let sent: Vec<&Submission> = sent.collect();
        if sent.iter().any(|one| other_id(one)) {
            return false;
        }
        sent.iter().any(|one| contains(one, row)) || in_list() == Some(true)
    }
}

/// Returns the only one, if there is just one.
fn only(people: HashSet<Who>) -> Option<Who> {
    let mut people = people.into_iter();
    let first = people.next();
    first.filter(|_| people.next().is_none())
}

/// Returns the texts that stand more than once.
fn repeated<'t>(texts: impl Iterator<Item = &'t str>) -> HashSet<&'t str> {
    let mut seen = HashSet::new();
    texts
        .filter(|text| !text.is_empty() && !seen.insert(*text))
        .collect()
}
