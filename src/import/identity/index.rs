use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use super::{Who, keys};
use crate::import::{name, phone};
use crate::model::{Registration, Submission};

/// A way in which somebody is known: an address or phone number together with a name.
pub(super) struct Alias {
    pub(super) who: Who,
    /// The key of the name; blank if they were nameless there.
    pub(super) name: Box<str>,
}

/// Everybody, by what they can be recognised by.
///
/// Texts are kept as hashes of 64 bits under a key of this run: among a million people two share one by chance once in
/// tens of millions of imports, and would have to bear the same name too.
#[derive(Default)]
pub(super) struct Index {
    hasher: RandomState,
    by_id: HashMap<u64, Vec<Who>>,
    by_address: HashMap<u64, Vec<Alias>>,
    by_phone: HashMap<u64, Vec<Alias>>,
    /// People without address, by the key of their name.
    bare: HashMap<u64, Vec<Who>>,
    /// Who has an address.
    reachable: HashSet<Who>,
}

impl Index {
    /// Learns somebody as they stand in the list, and by what they once sent: an organiser who corrects a name or an
    /// address must not make two people of one.
    pub(super) fn learn_person<'s>(
        &mut self,
        who: Who,
        person: &Registration,
        sent: impl Iterator<Item = &'s Submission>,
    ) {
        let address = person.address().map_or_else(String::new, |one| one.key());
        self.learn(
            who,
            &address,
            &name::key(person.name()),
            &phone::key(person.get("phone")),
        );
        self.learn_id(who, person.get("source"), person.get("source_id"));
        for submission in sent {
            let (address, name, phone) = keys(submission);
            self.learn(who, &address, &name, &phone);
            self.learn_id(who, &submission.source, &submission.source_id);
        }
    }

    /// Learns that somebody has this address, name and phone number, as their keys.
    pub(super) fn learn(&mut self, who: Who, address: &str, name: &str, phone: &str) {
        if !address.is_empty() {
            self.reachable.insert(who);
            let key = self.hasher.hash_one(address);
            learn(self.by_address.entry(key).or_default(), who, name);
        } else if !name.is_empty() {
            let key = self.hasher.hash_one(name);
            let bare = self.bare.entry(key).or_default();
            if !bare.contains(&who) {
                bare.push(who);
            }
        }
        if !phone.is_empty() {
            let key = self.hasher.hash_one(phone);
            learn(self.by_phone.entry(key).or_default(), who, name);
        }
    }

    fn learn_id(&mut self, who: Who, source: &str, id: &str) {
        if !id.is_empty() {
            let key = self.hasher.hash_one((source, id));
            let known = self.by_id.entry(key).or_default();
            if !known.contains(&who) {
                known.push(who);
            }
        }
    }

    /// Those who are known under an address; nobody under a blank one.
    pub(super) fn at_address(&self, address: &str) -> &[Alias] {
        let found = self.by_address.get(&self.hasher.hash_one(address));
        found
            .filter(|_| !address.is_empty())
            .map_or(&[], Vec::as_slice)
    }

    /// Those who are known under a phone number; nobody under a blank one.
    pub(super) fn at_phone(&self, phone: &str) -> &[Alias] {
        let found = self.by_phone.get(&self.hasher.hash_one(phone));
        found
            .filter(|_| !phone.is_empty())
            .map_or(&[], Vec::as_slice)
    }

    /// Those who have an id at a source.
    pub(super) fn with_id(&self, source: &str, id: &str) -> &[Who] {
        let found = self.by_id.get(&self.hasher.hash_one((source, id)));
        found.map_or(&[], Vec::as_slice)
    }

    /// Those of that name who were known without an address.
    pub(super) fn bare(&self, name: &str) -> &[Who] {
        let found = self.bare.get(&self.hasher.hash_one(name));
        found
            .filter(|_| !name.is_empty())
            .map_or(&[], Vec::as_slice)
    }

    /// Tells whether somebody has an address.
    pub(super) fn is_reachable(&self, who: Who) -> bool {
        self.reachable.contains(&who)
    }

    /// Everybody who has an address, with the names they are known by.
    pub(super) fn with_address(&self) -> impl Iterator<Item = &Alias> {
        self.by_address.values().flatten()
    }
}

fn learn(aliases: &mut Vec<Alias>, who: Who, name: &str) {
    let known = |alias: &Alias| alias.who == who && *alias.name == *name;
    if !aliases.iter().any(known) {
        aliases.push(Alias {
            who,
            name: name.into(),
        });
    }
}
