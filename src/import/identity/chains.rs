use std::collections::HashSet;
use std::hint::black_box;

use hashbrown::HashTable;

use super::keys::Key;
use super::{Whence, Who};

/// A way in which somebody is known: under a key, together with a name.
#[derive(Clone, Copy)]
pub(super) struct Alias {
    key: Key,
    /// The name; blank if they were nameless there, or where names do not matter.
    pub(super) name: Key,
    pub(super) who: Who,
    /// Where the name stands.
    pub(super) whence: Whence,
    /// The place of the next one under the same key; of the last one, that of the first.
    next: u32,
}

/// In a longer chain somebody may stand twice, which does no harm; to look through all of it each time would.
const MOST_LOOKED_AT: usize = 64;

/// Who is known under which key, in the order in which it was learned. Nobody is under the blank one.
///
/// Nearly every key has one alias: they stand in one list, and each knows the place of the next.
#[derive(Default)]
pub(super) struct Chains {
    /// The place of the last under each key.
    last: HashTable<u32>,
    aliases: Vec<Alias>,
    /// Keys with more than one alias.
    shared: HashSet<Key>,
}

impl Chains {
    pub(super) fn with_capacity(people: usize) -> Self {
        Self {
            last: HashTable::with_capacity(people),
            aliases: Vec::with_capacity(people),
            shared: HashSet::new(),
        }
    }

    /// Learns that somebody is known under a key and a name, if that is not known.
    pub(super) fn learn(&mut self, key: Key, who: Who, name: Key, whence: Whence) {
        if key.is_blank() {
            return;
        }
        if self
            .of(key)
            .take(MOST_LOOKED_AT)
            .any(|alias| alias.who == who && alias.name == name)
        {
            return;
        }
        let place = self.aliases.len() as u32;
        let aliases = &mut self.aliases;
        let mut next = place;
        match self
            .last
            .find_mut(key.hash(), |last| aliases[*last as usize].key == key)
        {
            Some(last) => {
                self.shared.insert(key);
                next = std::mem::replace(&mut aliases[*last as usize].next, place);
                *last = place;
            }
            None => {
                let hash = |last: &u32| aliases[*last as usize].key.hash();
                self.last.insert_unique(key.hash(), place, hash);
            }
        }
        aliases.push(Alias {
            key,
            name,
            who,
            whence,
            next,
        });
    }

    /// Looks at where keys stand, for nothing but that the processor has it at hand when they are looked up one by one:
    /// it waits for all of them at once, and not for each.
    pub(super) fn approach(&self, keys: impl Iterator<Item = Key>) {
        if self.aliases.is_empty() {
            return;
        }
        for key in keys {
            let look = |last: &u32| black_box(self.aliases[*last as usize].next) == u32::MAX;
            black_box(self.last.find(key.hash(), look));
        }
    }

    /// Those who are known under a key.
    pub(super) fn of(&self, key: Key) -> Chain<'_> {
        let aliases = self.aliases.as_slice();
        let find = || {
            self.last
                .find(key.hash(), |last| aliases[*last as usize].key == key)
        };
        let last = if aliases.is_empty() { None } else { find() };
        Chain {
            aliases,
            next: last.map(|last| aliases[*last as usize].next),
            last: last.copied().unwrap_or_default(),
        }
    }

    /// Tells whether a key has more than one alias.
    pub(super) fn is_shared(&self, key: Key) -> bool {
        self.shared.contains(&key)
    }

    /// Everybody, under whichever key.
    pub(super) fn all(&self) -> &[Alias] {
        &self.aliases
    }
}

/// The aliases under one key.
#[derive(Clone, Copy)]
pub(super) struct Chain<'a> {
    aliases: &'a [Alias],
    next: Option<u32>,
    last: u32,
}

impl Chain<'_> {
    pub(super) fn is_empty(self) -> bool {
        self.next.is_none()
    }
}

impl<'a> Iterator for Chain<'a> {
    type Item = &'a Alias;

    fn next(&mut self) -> Option<&'a Alias> {
        let at = self.next?;
        let alias = &self.aliases[at as usize];
        self.next = (at != self.last).then_some(alias.next);
        Some(alias)
    }
}
