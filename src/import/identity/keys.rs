use std::hash::BuildHasher;

use foldhash::quality::RandomState;

use crate::import::{name, phone};
use crate::model::EmailAddress;

/// What somebody can be recognised by, as a hash under a key of this run.
///
/// Among a million people two texts share a hash of 64 bits by chance once in tens of millions of imports, and two
/// people would have to share those of address and name. Of a blank text it is 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::import) struct Key(u64);

impl Key {
    pub(in crate::import) fn is_blank(self) -> bool {
        self == Self::default()
    }

    pub(super) fn hash(self) -> u64 {
        self.0
    }
}

/// The keys of somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct Keys {
    /// Of the address as addresses are compared.
    pub(in crate::import) address: Key,
    /// Of the name as names are compared.
    pub(in crate::import) name: Key,
    /// Of the phone number as they are compared.
    pub(in crate::import) phone: Key,
}

impl Keys {
    /// Tells whether there is nothing at all.
    pub(in crate::import) fn are_blank(self) -> bool {
        self == Self::default()
    }

    /// Tells whether there is nothing but a name.
    pub(in crate::import) fn are_bare(self) -> bool {
        self.address.is_blank() && self.phone.is_blank()
    }
}

/// Makes keys; those of one run are comparable.
#[derive(Clone, Default)]
pub(in crate::import) struct Keyring {
    hasher: RandomState,
    folded: String,
}

impl Keyring {
    /// Returns the keys of somebody, of whom `address` is an address or blank.
    pub(in crate::import) fn of(&mut self, address: &str, name: &str, phone: &str) -> Keys {
        Keys {
            address: self.address(address),
            name: self.folded(|folded| name::fold_into(name, folded)),
            phone: self.folded(|folded| phone::fold_into(phone, folded)),
        }
    }

    fn address(&mut self, address: &str) -> Key {
        if address.is_empty() {
            return Key::default();
        }
        self.folded(|folded| EmailAddress::fold_into(address, folded))
    }

    /// Returns the key of an id at a source.
    pub(in crate::import) fn id(&self, source: &str, id: &str) -> Key {
        if id.is_empty() {
            return Key::default();
        }
        Key(self.hasher.hash_one((source, id)).max(1))
    }

    /// Returns the key of a text as it is.
    pub(in crate::import) fn text(&self, text: &str) -> Key {
        if text.is_empty() {
            return Key::default();
        }
        Key(self.hasher.hash_one(text).max(1))
    }

    fn folded(&mut self, fold: impl FnOnce(&mut String)) -> Key {
        let mut folded = std::mem::take(&mut self.folded);
        folded.clear();
        fold(&mut folded);
        let key = self.text(&folded);
        self.folded = folded;
        key
    }
}
