//! Who is who: the ladder by which a row finds the person it is about, strictest rung first.

use std::collections::{HashMap, HashSet};

use super::person::Candidate;
use super::settled::Settled;
use super::{column, name, phone};
use crate::model::{EmailAddress, Registrations, Submission, Submissions};

/// Somebody, as a place in the list: those who stand in it first, then those who are new.
pub(super) type Who = u32;

/// A way in which somebody is known: an address or phone number together with a name.
struct Alias {
    who: Who,
    /// The key of the name; blank if they were nameless there.
    name: Box<str>,
}

/// Everybody, by what they can be recognised by.
#[derive(Default)]
struct Index {
    by_id: HashMap<Box<str>, Vec<Who>>,
    by_address: HashMap<Box<str>, Vec<Alias>>,
    by_phone: HashMap<Box<str>, Vec<Alias>>,
    /// People without address, by the key of their name.
    bare: HashMap<Box<str>, Vec<Who>>,
    /// Who has an address.
    reachable: HashSet<Who>,
}

/// What became of a row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// Whom it is about.
    pub(super) who: Who,
    /// Whether they were not known before this row.
    pub(super) new: bool,
    /// Others who have the same address.
    pub(super) shares: Vec<Who>,
    /// Others who may be the same person.
    pub(super) maybe: Vec<Who>,
}

impl Match {
    fn known(who: Who) -> Self {
        Self {
            who,
            new: false,
            shares: Vec::new(),
            maybe: Vec::new(),
        }
    }
}

/// The people an import is about, and how rows find them.
pub(super) struct Ladder<'a> {
    index: Index,
    next: Who,
    list: &'a Registrations,
    known: &'a Submissions,
    /// Of each person in the list, the places of their submissions.
    of_person: &'a [Vec<u32>],
    settled: &'a Settled,
    source: &'a str,
    lasting_ids: bool,
}

impl<'a> Ladder<'a> {
    /// Learns everybody who stands in the list, also by what they once sent: an organiser who corrects a name or an
    /// address must not make two people of one.
    pub(super) fn new(
        list: &'a Registrations,
        known: &'a Submissions,
        of_person: &'a [Vec<u32>],
        settled: &'a Settled,
        product: &'a super::Product,
    ) -> Self {
        let mut index = Index::default();
        for (who, registration) in (0..).zip(list) {
            let key = name::key(registration.name());
            let address = registration
                .address()
                .map_or_else(String::new, |one| one.key());
            index.learn(who, &address, &key, &phone::key(registration.get("phone")));
            if let (source, id) = (registration.get("source"), registration.get("source_id"))
                && !id.is_empty()
            {
                index.learn_id(who, source, id);
            }
            for at in &of_person[who as usize] {
                let submission = &known.list[*at as usize];
                let (address, name, phone) = keys(submission);
                index.learn(who, &address, &name, &phone);
                index.learn_id(who, &submission.source, &submission.source_id);
            }
        }
        Self {
            index,
            next: Who::try_from(list.len()).unwrap_or(Who::MAX),
            list,
            known,
            of_person,
            settled,
            source: product.name,
            lasting_ids: product.lasting_ids,
        }
    }

    /// Finds out whom each row is about. The result does not depend on the order of the rows: those that say more
    /// come first.
    pub(super) fn climb(&mut self, rows: &[Candidate]) -> Vec<Match> {
        let mut found: Vec<Option<Match>> = rows.iter().map(|_| None).collect();
        let repeated_ids = repeated(rows.iter().map(|row| &*row.source_id));
        let mut names_at: HashMap<&str, HashSet<&str>> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            found[at] = self.exact(row).map(Match::known);
        }
        for (at, who) in self.by_ids(rows, &found, &repeated_ids) {
            found[at] = Some(Match::known(who));
        }
        for (row, found) in rows.iter().zip(&found) {
            if found.is_none() && !row.address.is_empty() && !row.name.is_empty() {
                names_at.entry(&row.address).or_default().insert(&row.name);
            }
        }
        let moments = self.moments(rows, &found);
        let rank = |row: &Candidate| (row.address.is_empty(), row.name.is_empty());
        let mut open: Vec<usize> = (0..rows.len()).filter(|at| found[*at].is_none()).collect();
        open.sort_by_key(|at| rank(&rows[*at]));
        for at in open {
            let row = &rows[at];
            let alone = names_at
                .get(row.address.as_str())
                .is_none_or(|names| names.len() == 1);
            let who = self
                .exact(row)
                .or_else(|| self.fill(row, alone))
                .or_else(|| moments.get(&at).copied());
            found[at] = Some(match who {
                Some(who) => Match::known(who),
                None => self.add(row),
            });
            if let Some(Match { who, .. }) = found[at] {
                self.index.learn(who, &row.address, &row.name, &row.phone);
            }
        }
        found.into_iter().flatten().collect()
    }

    /// Same source and same id, where ids are for ever and stand on one row only: whose name or address was changed at
    /// the source. A ticket that was handed on must not make one person of two: whoever has a row of their own, or
    /// several tickets that now bear several names, is not renamed.
    fn by_ids(
        &self,
        rows: &[Candidate],
        found: &[Option<Match>],
        repeated: &HashSet<&str>,
    ) -> Vec<(usize, Who)> {
        if !self.lasting_ids || self.index.by_id.is_empty() {
            return Vec::new();
        }
        let taken: HashSet<Who> = found.iter().flatten().map(|found| found.who).collect();
        let mut claims: HashMap<Who, Vec<usize>> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            let usable = !row.source_id.is_empty() && !repeated.contains(&*row.source_id);
            if found[at].is_some() || !usable {
                continue;
            }
            let key = id_key(self.source, &row.source_id);
            if let Some([who]) = self.index.by_id.get(key.as_str()).map(Vec::as_slice)
                && !taken.contains(who)
            {
                claims.entry(*who).or_default().push(at);
            }
        }
        let one_name = |rows_of: &[usize]| {
            let names: HashSet<&str> = rows_of.iter().map(|at| rows[*at].name.as_str()).collect();
            names.len() == 1
        };
        let sound = claims.into_iter().filter(|(_, claimed)| one_name(claimed));
        sound
            .flat_map(|(who, claimed)| claimed.into_iter().map(move |at| (at, who)))
            .collect()
    }

    /// Same address and name, or without address same phone and name, or nothing but the name and the same answers.
    fn exact(&self, row: &Candidate) -> Option<Who> {
        let same_name = |aliases: &Vec<Alias>| {
            let mut fitting = aliases.iter().filter(|alias| *alias.name == *row.name);
            fitting.next().map(|alias| alias.who)
        };
        if !row.address.is_empty() {
            return same_name(self.index.by_address.get(row.address.as_str())?);
        }
        if !row.phone.is_empty() {
            return same_name(self.index.by_phone.get(row.phone.as_str())?);
        }
        let bare = self.index.bare.get(row.name.as_str())?;
        bare.iter().copied().find(|who| self.has_said(*who, row))
    }

    /// Tells whether somebody is known to have sent all that a row says.
    fn has_said(&self, who: Who, row: &Candidate) -> bool {
        let who = who as usize;
        let sent = self.of_person.get(who).into_iter().flatten();
        let in_list = || {
            let person = self.list.get(who)?;
            let says = |(number, value): &(u16, Box<str>)| {
                *number == column::STATUS
                    || person.get(column::name(self.known, *number)) == &**value
            };
            Some(row.values.iter().all(says))
        };
        let mut sent = sent.map(|at| &self.known.list[*at as usize]);
        sent.any(|one| contains(one, row)) || in_list() == Some(true)
    }

    /// Same address and no name on one side, where it is plain who is meant; or same name and phone, and no address on
    /// one side.
    fn fill(&self, row: &Candidate, alone: bool) -> Option<Who> {
        if let Some(aliases) = self
            .index
            .by_address
            .get(row.address.as_str())
            .filter(|_| !row.address.is_empty())
        {
            let people: HashSet<Who> = aliases.iter().map(|alias| alias.who).collect();
            let nameless = aliases.iter().all(|alias| alias.name.is_empty());
            if people.len() == 1 && (row.name.is_empty() || nameless && alone) {
                return people.into_iter().next();
            }
            return None;
        }
        if row.phone.is_empty() || row.name.is_empty() {
            return None;
        }
        let aliases = self.index.by_phone.get(row.phone.as_str())?;
        let people: HashSet<Who> = aliases
            .iter()
            .filter(|alias| *alias.name == *row.name && !self.index.reachable.contains(&alias.who))
            .map(|alias| alias.who)
            .collect();
        if people.len() == 1 {
            people.into_iter().next()
        } else {
            None
        }
    }

    /// Rows whose address was mended at the source: same name, sent at the same moment as something known, where both
    /// are the only ones of that moment. Products with lasting ids do not need it.
    fn moments(&self, rows: &[Candidate], found: &[Option<Match>]) -> HashMap<usize, Who> {
        let open =
            |at: &usize| found[*at].is_none() && rows[*at].timed && !rows[*at].name.is_empty();
        if self.lasting_ids || self.known.list.is_empty() || !(0..rows.len()).any(|at| open(&at)) {
            return HashMap::new();
        }
        let mut by_moment: HashMap<(&str, String), Option<Who>> = HashMap::new();
        for (who, sent) in (0..).zip(self.of_person) {
            for submission in sent.iter().map(|at| &self.known.list[*at as usize]) {
                let key = (&*submission.sent, name::key(submission.get(column::NAME)));
                by_moment
                    .entry(key)
                    .and_modify(|known| *known = known.filter(|known| *known == who))
                    .or_insert(Some(who));
            }
        }
        let taken: HashSet<Who> = found.iter().flatten().map(|found| found.who).collect();
        let keys = rows.iter().map(|row| (&*row.sent, row.name.clone()));
        let mut counts: HashMap<(&str, String), usize> = HashMap::new();
        keys.for_each(|key| *counts.entry(key).or_default() += 1);
        let candidates = (0..rows.len()).filter(open);
        candidates
            .filter_map(|at| {
                let key = (&*rows[at].sent, rows[at].name.clone());
                let who = (*by_moment.get(&key)?)?;
                (counts[&key] == 1 && !taken.contains(&who)).then_some((at, who))
            })
            .collect()
    }

    fn add(&mut self, row: &Candidate) -> Match {
        let who = self.next;
        self.next += 1;
        let mut shares = Vec::new();
        let mut maybe = Vec::new();
        let aliases = self.index.by_address.get(row.address.as_str());
        for alias in aliases
            .into_iter()
            .flatten()
            .filter(|_| !row.address.is_empty())
        {
            if !shares.contains(&alias.who) {
                shares.push(alias.who);
            }
            let near = alias.name.is_empty()
                || row.name.is_empty()
                || name::nearly_the_same(&alias.name, &row.name);
            if near && !maybe.contains(&alias.who) {
                maybe.push(alias.who);
            }
        }
        // The same name, and no address on one side, is worth a look; two with addresses of their own are two people.
        let bare = self.index.bare.get(row.name.as_str()).into_iter().flatten();
        for other in bare.filter(|_| !row.name.is_empty()) {
            if !maybe.contains(other) && !self.index.reachable.contains(other) {
                maybe.push(*other);
            }
        }
        maybe.retain(|other| !self.settled.are_different(self.list, *other as usize, row));
        Match {
            who,
            new: true,
            shares,
            maybe,
        }
    }
}

impl Index {
    fn learn(&mut self, who: Who, address: &str, name: &str, phone: &str) {
        if !address.is_empty() {
            self.reachable.insert(who);
            learn(&mut self.by_address, address, who, name);
        } else if !name.is_empty() {
            let bare = entry(&mut self.bare, name);
            if !bare.contains(&who) {
                bare.push(who);
            }
        }
        if !phone.is_empty() {
            learn(&mut self.by_phone, phone, who, name);
        }
    }

    fn learn_id(&mut self, who: Who, source: &str, id: &str) {
        if !id.is_empty() {
            let known = entry(&mut self.by_id, &id_key(source, id));
            if !known.contains(&who) {
                known.push(who);
            }
        }
    }
}

fn learn(map: &mut HashMap<Box<str>, Vec<Alias>>, key: &str, who: Who, name: &str) {
    let aliases = entry(map, key);
    if !aliases
        .iter()
        .any(|alias| alias.who == who && *alias.name == *name)
    {
        aliases.push(Alias {
            who,
            name: name.into(),
        });
    }
}

fn entry<'m, T: Default>(map: &'m mut HashMap<Box<str>, T>, key: &str) -> &'m mut T {
    // Looked up first, so that a key that is known costs no allocation.
    if !map.contains_key(key) {
        map.insert(key.into(), T::default());
    }
    map.entry(key.into()).or_default()
}

fn id_key(source: &str, id: &str) -> String {
    format!("{source}\n{id}")
}

/// Returns what a submission can be recognised by: address, name, phone.
fn keys(submission: &Submission) -> (String, String, String) {
    let address = EmailAddress::parse(submission.get(column::EMAIL));
    (
        address.map_or_else(|_| String::new(), |one| one.key()),
        name::key(submission.get(column::NAME)),
        phone::key(submission.get(column::PHONE)),
    )
}

/// Tells whether a submission holds all that a row says.
pub(super) fn contains(submission: &Submission, row: &Candidate) -> bool {
    row.values
        .iter()
        .all(|(column, value)| submission.get(*column) == &**value)
}

/// Returns the texts that stand more than once.
fn repeated<'t>(texts: impl Iterator<Item = &'t str>) -> HashSet<&'t str> {
    let mut seen = HashSet::new();
    texts
        .filter(|text| !text.is_empty() && !seen.insert(*text))
        .collect()
}
