use std::hash::{BuildHasher, Hash};
use std::hint::black_box;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// How many are looked ahead at in one go, where hundreds of thousands are looked up one after the other.
pub const AHEAD: usize = 32;

/// Where in a row of things each stands, found by its key. It keeps no key, only four bytes a thing: there may be a
/// million.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    hasher: RandomState,
    places: HashTable<u32>,
}

impl Finder {
    /// One with room for so many things.
    pub fn with_capacity(things: usize) -> Self {
        Self {
            hasher: RandomState::default(),
            places: HashTable::with_capacity(things),
        }
    }

    /// Returns where the thing with a key stands; `key_at` returns the key of the thing at a place.
    pub fn find<K: Hash + Eq>(&self, key: K, key_at: impl Fn(usize) -> K) -> Option<usize> {
        let is = |at: &u32| key_at(*at as usize) == key;
        let found = self.places.find(self.hasher.hash_one(&key), is);
        found.map(|at| *at as usize)
    }

    /// Looks at where these keys stand, for nothing but that the processor has it at hand when they are looked up one by
    /// one: it waits for all of them at once, and not for each. Worth it only among hundreds of thousands.
    pub fn approach<K: Hash>(&self, keys: impl Iterator<Item = K>) {
        for key in keys {
            let hash = self.hasher.hash_one(key);
            black_box(self.places.find(hash, |_| black_box(false)));
        }
    }

    /// Adds the thing at a place, which must not be there yet.
    pub fn add<K: Hash>(&mut self, at: usize, key_at: impl Fn(usize) -> K) {
        let hash = |at: &u32| self.hasher.hash_one(key_at(*at as usize));
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        self.places.insert_unique(hash(&at), at, hash);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_found_where_it_stands() {
        let words: Vec<String> = (0..1000).map(|at| format!("word-{at}")).collect();
        let key_at = |at: usize| words[at].as_str();
        let mut finder = Finder::default();
        for at in 0..999 {
            finder.add(at, key_at);
        }
        for at in 0..999 {
            assert_eq!(finder.find(key_at(at), key_at), Some(at));
        }
        assert_eq!(finder.find("word-999", key_at), None);
    }
}
