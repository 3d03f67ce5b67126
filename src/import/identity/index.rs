use super::chains::{Chain, Chains};
use super::keys::{Key, Keyring, Keys};
use super::{Whence, Who, sent};
use crate::import::OfPerson;
use crate::import::column;
use crate::model::{Registrations, Submissions};

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

impl Index {
    /// Learns everybody as they stand in the list, and by what they once sent: an organiser who corrects a name or an
    /// address must not make two people of one. Makes room for those of so many rows.
    pub(in crate::import) fn of(
        (list, known, of_person): (&Registrations, &Submissions, &OfPerson),
        rows: usize,
        keyring: &mut Keyring,
    ) -> Self {
        // The rows are mostly about those who are in the list, or about others.
        let people = list.len().max(rows);
        let mut index = Self {
            by_address: Chains::with_capacity(people),
            reachable: vec![false; list.len() + rows],
            ..Self::default()
        };
        index.learn_list(keyring, (list, known), of_person);
        index
    }

    fn learn_list(
        &mut self,
        keyring: &mut Keyring,
        (list, known): (&Registrations, &Submissions),
        of_person: &OfPerson,
    ) {
        let columns = [
            column::NAME,
            column::EMAIL,
            column::PHONE,
            column::SOURCE,
            column::SOURCE_ID,
        ];
        let positions = columns.map(|number| list.columns().position(column::name(known, number)));
        let mut cells = Vec::new();
        for ((who, person), at) in (0..).zip(list).zip(0..) {
            cells.clear();
            cells.extend(person.cells());
            let [name, email, phone, source, id] =
                positions.map(|at| at.map_or("", |at| cells[at]));
            self.learn(who, keyring.of(email, name, phone), Whence::List(who));
            self.by_id.learn(
                keyring.id(source, id),
                who,
                Key::default(),
                Whence::List(who),
            );
            for place in of_person.places(at) {
                let said = sent(&known.list[*place as usize]);
                if (said.name, said.email, said.phone) != (name, email, phone) {
                    let keys = keyring.of(said.email, said.name, said.phone);
                    self.learn(who, keys, Whence::Sent(*place));
                }
                if (said.source, said.id) != (source, id) {
                    let key = keyring.id(said.source, said.id);
                    self.by_id
                        .learn(key, who, Key::default(), Whence::Sent(*place));
                }
            }
        }
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
