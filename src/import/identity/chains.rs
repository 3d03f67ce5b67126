use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::keys::Key;
use super::{Whence, Who};

/// A way in which somebody is known: under a key, together with a name.
#[derive(Clone, Copy)]
pub(super) struct Alias {
    pub(super) who: Who,
    /// The name; blank if they were nameless there, or where names do not matter.
    pub(super) name: Key,
    /// Where the name stands.
    pub(super) whence: Whence,
    /// The place of the next one under the same key.
    next: u32,
}

const NONE: u32 = u32::MAX;

/// In a longer chain somebody may stand twice, which does no harm; to look through all of it each time would.
const MOST_LOOKED_AT: usize = 64;

/// Who is known under which key, in the order in which it was learned. Nobody is under the blank one.
///
/// Nearly every key has one alias: they stand in one list, and each knows the place of the next.
#[derive(Default)]
pub(super) struct Chains {
    /// The first and the last under each key.
    ends: HashMap<u64, (u32, u32), BuildHasherDefault<Plain>>,
    aliases: Vec<Alias>,
}

impl Chains {
    pub(super) fn with_capacity(people: usize) -> Self {
        Self {
            ends: HashMap::with_capacity_and_hasher(people, BuildHasherDefault::default()),
            aliases: Vec::with_capacity(people),
        }
    }

    /// Learns that somebody is known under a key and a name, if that is not known.
    pub(super) fn learn(&mut self, key: Key, who: Who, name: Key, whence: Whence) {
        if key.is_blank() {
            return;
        }
        let place = self.aliases.len() as u32;
        let Some((first, last)) = self.ends.get_mut(&key.hash()) else {
            self.ends.insert(key.hash(), (place, place));
            self.push(who, name, whence);
            return;
        };
        let chain = Chain {
            aliases: &self.aliases,
            next: *first,
        };
        if chain
            .take(MOST_LOOKED_AT)
            .any(|alias| alias.who == who && alias.name == name)
        {
            return;
        }
        self.aliases[*last as usize].next = place;
        *last = place;
        self.push(who, name, whence);
    }

    fn push(&mut self, who: Who, name: Key, whence: Whence) {
        self.aliases.push(Alias {
            who,
            name,
            whence,
            next: NONE,
        });
    }

    /// Those who are known under a key.
    pub(super) fn of(&self, key: Key) -> Chain<'_> {
        let first = self.ends.get(&key.hash()).map_or(NONE, |(first, _)| *first);
        Chain {
            aliases: &self.aliases,
            next: first,
        }
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
    next: u32,
}

impl Chain<'_> {
    pub(super) fn is_empty(self) -> bool {
        self.next == NONE
    }
}

impl<'a> Iterator for Chain<'a> {
    type Item = &'a Alias;

    fn next(&mut self) -> Option<&'a Alias> {
        let alias = self.aliases.get(self.next as usize)?;
        self.next = alias.next;
        Some(alias)
    }
}

/// Takes keys for what they are: hashes already.
#[derive(Default)]
struct Plain(u64);

impl Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
