use super::keys::Key;

/// Which keys were counted more than once, told from two bits each, and for the few in a hundred whose bits another key
/// shares from a list of those that really were.
///
/// Nearly all people in a file have their address for themselves. To know that of a million of them takes 4 MB and
/// hardly any time, while each that is looked up and learned is far away in memory.
pub(super) struct Crowd {
    /// Of 32 slots each whether a key fell into it, and whether another one did.
    words: Vec<u64>,
    /// Those that were counted more than once, in order.
    repeated: Vec<Key>,
}

/// How many slots there are a key, at least.
const SLOTS: usize = 16;

impl Crowd {
    /// Counts keys, as far as they are not blank.
    pub(super) fn of(keys: impl Iterator<Item = Key> + Clone) -> Self {
        let keys = keys.filter(|key| !key.is_blank());
        let words = (keys.clone().count() * SLOTS / 32).next_power_of_two();
        let mut crowd = Self {
            words: vec![0; words],
            repeated: Vec::new(),
        };
        for key in keys.clone() {
            let (word, bit) = crowd.slot(key);
            let word = &mut crowd.words[word];
            let again = (*word >> bit & 1) << 1;
            *word |= (1 | again) << bit;
        }
        let mut doubtful: Vec<Key> = keys.filter(|key| crowd.shares_its_slot(*key)).collect();
        doubtful.sort_unstable();
        let mut before = Key::default();
        doubtful.retain(|key| std::mem::replace(&mut before, *key) == *key);
        doubtful.dedup();
        crowd.repeated = doubtful;
        crowd
    }

    /// Tells whether a key was counted no more than once.
    pub(super) fn is_alone(&self, key: Key) -> bool {
        !self.shares_its_slot(key) || self.repeated.binary_search(&key).is_err()
    }

    fn shares_its_slot(&self, key: Key) -> bool {
        let (word, bit) = self.slot(key);
        self.words[word] >> bit & 2 != 0
    }

    /// Tells whether a key was counted, or another one that is taken for it.
    pub(super) fn is_there(&self, key: Key) -> bool {
        let (word, bit) = self.slot(key);
        self.words[word] >> bit & 1 == 1
    }

    fn slot(&self, key: Key) -> (usize, u64) {
        let hash = key.hash();
        let word = (hash >> 5) as usize & (self.words.len() - 1);
        (word, 2 * (hash & 31))
    }
}

#[cfg(test)]
mod tests {
    use super::super::keys::Keyring;
    use super::*;

    #[test]
    fn whoever_stands_twice_is_not_alone_and_everybody_else_is() {
        let ring = Keyring::default();
        let keys: Vec<Key> = (0..1000).map(|at| ring.text(&at.to_string())).collect();
        let twice = &keys[..100];
        let crowd = Crowd::of(keys.iter().chain(twice).chain(&twice[..9]).copied());
        let alone: Vec<Key> = keys
            .iter()
            .filter(|key| crowd.is_alone(**key))
            .copied()
            .collect();
        assert_eq!(alone, keys[100..]);
        assert!(Crowd::of(std::iter::empty()).is_alone(keys[0]));
    }
}
