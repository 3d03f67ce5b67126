use std::ops::Range;

use super::chains::{Chain, Chains};
use super::keys::{Key, Keyring, Keys};
use super::{Whence, Who, sent};
use crate::import::{OfPerson, column};
use crate::model::{AHEAD, EmailAddress, Registrations, Submissions, same};
use crate::sheet::abreast;

/// Everybody, by what they can be recognised by.
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

/// A way in which somebody in the list is known.
struct Known {
    who: Who,
    whence: Whence,
    /// None if only the id is another one.
    keys: Option<Keys>,
    id: Key,
}

impl Index {
    /// Learns everybody as they stand in the list, and by what they once sent: an organiser who corrects a name or an
    /// address must not make two people of one.
    pub(in crate::import) fn of(
        (list, known, of_person): (&Registrations, &Submissions, &OfPerson),
        keyring: &Keyring,
    ) -> Self {
        let mut index = Self {
            by_address: Chains::with_capacity(list.len()),
            reachable: vec![false; list.len()],
            ..Self::default()
        };
        let ways = |stretch: Range<usize>| {
            let mut keyring = keyring.clone();
            ways(&mut keyring, (list, known), of_person, stretch)
        };
        std::thread::scope(|scope| {
            for ways in abreast(scope, list.len(), ways) {
                for some in ways.chunks(AHEAD) {
                    index.approach(some.iter().filter_map(|way| way.keys));
                    for way in some {
                        if let Some(keys) = way.keys {
                            index.learn(way.who, keys, way.whence);
                        }
                        let blank = Key::default();
                        index.by_id.learn(way.id, way.who, blank, way.whence);
                    }
                }
            }
        });
        index
    }

    /// Looks ahead at those whose addresses are asked for next, [`AHEAD`] of them.
    pub(super) fn approach(&self, all: impl Iterator<Item = Keys>) {
        self.by_address.approach(all.map(|keys| keys.address));
    }

    /// Learns that somebody has this address, name and phone number.
    pub(super) fn learn(&mut self, who: Who, keys: Keys, whence: Whence) {
        if keys.address.is_blank() {
            self.bare.learn(keys.name, who, Key::default(), whence);
        } else {
            let at = who as usize;
            if self.reachable.len() <= at {
                self.reachable.resize(at + 1, false);
            }
            self.reachable[at] = true;
            self.by_address.learn(keys.address, who, keys.name, whence);
        }
        self.by_phone.learn(keys.phone, who, keys.name, whence);
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

    /// Everybody who has an address, by their name, with the names they are known by.
    pub(super) fn with_address(&self) -> impl Iterator<Item = (Key, Who)> {
        let named = self.by_address.all().iter();
        named.map(|alias| (alias.name, alias.who))
    }
}

/// Returns the ways in which people in the list are known, those of each as they stand there first.
fn ways(
    keyring: &mut Keyring,
    (list, known): (&Registrations, &Submissions),
    of_person: &OfPerson,
    people: Range<usize>,
) -> Vec<Known> {
    let columns = [
        column::NAME,
        column::EMAIL,
        column::PHONE,
        column::SOURCE,
        column::SOURCE_ID,
    ];
    let positions = columns.map(|number| list.columns().position(column::name(known, number)));
    let mut ways = Vec::with_capacity(people.len());
    let mut cells = Vec::new();
    for (at, person) in people.filter_map(|at| Some((at, list.get(at)?))) {
        let who = at as Who;
        cells.clear();
        cells.extend(person.cells());
        let [name, email, phone, source, id] = positions.map(|at| at.map_or("", |at| cells[at]));
        ways.push(Known {
            who,
            whence: Whence::List(who),
            keys: Some(keyring.of(address(email), name, phone)),
            id: keyring.id(source, id),
        });
        for place in of_person.places(at) {
            let said = sent(&known.list[*place as usize]);
            let as_listed =
                same(said.name, name) && same(said.email, email) && same(said.phone, phone);
            let has_its_id = same(said.source, source) && same(said.id, id);
            if as_listed && has_its_id {
                continue;
            }
            let keys = (!as_listed).then(|| keyring.of(address(said.email), said.name, said.phone));
            let id = match has_its_id {
                true => Key::default(),
                false => keyring.id(said.source, said.id),
            };
            ways.push(Known {
                who,
                whence: Whence::Sent(*place),
                keys,
                id,
            });
        }
    }
    ways
}

/// Returns what is an address; blank for anything else.
fn address(email: &str) -> &str {
    if EmailAddress::is_one(email) {
        email
    } else {
        ""
    }
}
