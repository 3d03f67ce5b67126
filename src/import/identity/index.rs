use super::chains::{Chain, Chains};
use super::keys::{Key, Keys};
use super::{Whence, Who};

/// Everybody whom a row may be about, by what they can be recognised by.
#[derive(Default)]
pub(in crate::import) struct Index {
    by_id: Chains,
    by_address: Chains,
    by_phone: Chains,
    /// People without address, by name.
    bare: Chains,
    /// Who has an address.
    reachable: Vec<bool>,
}

impl Index {
    /// Of so many people in the list, of whom nobody is learned yet; about so many will be.
    pub(super) fn among(people: usize, about: usize) -> Self {
        Self {
            by_address: Chains::with_capacity(about.min(people)),
            reachable: vec![false; people],
            ..Self::default()
        }
    }

    /// Tells whether nobody was learned.
    pub(super) fn is_empty(&self) -> bool {
        let all = [&self.by_id, &self.by_address, &self.by_phone, &self.bare];
        all.into_iter().all(|chains| chains.all().is_empty())
    }

    /// Looks ahead at those whose addresses are asked for next, [`AHEAD`] of them.
    pub(super) fn approach(&self, all: impl Iterator<Item = Keys>) {
        self.by_address.approach(all.map(|keys| keys.address));
    }

    /// Learns that somebody has this address, name and phone number.
    pub(super) fn learn(&mut self, who: Who, keys: Keys, whence: Whence) {
        self.reach(who, keys);
        if keys.address.is_blank() {
            self.bare.learn(keys.name, who, Key::default(), whence);
        } else {
            self.by_address.learn(keys.address, who, keys.name, whence);
        }
        self.by_phone.learn(keys.phone, who, keys.name, whence);
    }

    /// Learns that somebody has this id at a source.
    pub(super) fn learn_id(&mut self, who: Who, id: Key, whence: Whence) {
        self.by_id.learn(id, who, Key::default(), whence);
    }

    /// Learns that somebody has an address, if they have: nobody who is not asked for need be learned otherwise.
    pub(super) fn reach(&mut self, who: Who, keys: Keys) {
        if keys.address.is_blank() {
            return;
        }
        let at = who as usize;
        if self.reachable.len() <= at {
            self.reachable.resize(at + 1, false);
        }
        self.reachable[at] = true;
    }

    /// Those who are known under an address; nobody under a blank one.
    pub(super) fn at_address(&self, address: Key) -> Chain<'_> {
        self.by_address.of(address)
    }

    /// Tells whether an address has more than one name, or more than one person.
    pub(super) fn is_shared(&self, address: Key) -> bool {
        self.by_address.is_shared(address)
    }

    /// Those who are known under a phone number; nobody under a blank one.
    pub(super) fn at_phone(&self, phone: Key) -> Chain<'_> {
        self.by_phone.of(phone)
    }

    /// Those who have an id at a source.
    pub(super) fn with_id(&self, id: Key) -> Chain<'_> {
        self.by_id.of(id)
    }

    /// Those of that name who were known without an address.
    pub(super) fn bare(&self, name: Key) -> impl Iterator<Item = Who> {
        self.bare.of(name).map(|alias| alias.who)
    }

    /// Tells whether somebody has an address.
    pub(super) fn is_reachable(&self, who: Who) -> bool {
        self.reachable.get(who as usize) == Some(&true)
    }

    /// Whoever has an address, by their name, with the names they are known by.
    pub(super) fn with_address(&self) -> impl Iterator<Item = (Key, Who)> {
        let named = self.by_address.all().iter();
        named.map(|alias| (alias.name, alias.who))
    }
}
