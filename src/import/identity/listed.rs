use std::ops::Range;

use super::crowd::Crowd;
use super::keys::{Key, Keyring, Keys};
use super::{Index, Row, Whence, Who, sent};
use crate::import::{OfPerson, column};
use crate::model::{AHEAD, EmailAddress, Registrations, Submissions, same};
use crate::sheet::{STRETCH, abreast, together};

/// So many people further on in the list the next row may be about.
const FURTHER: usize = 16;

/// Everybody who stands in the list, by what they can be recognised by: as they stand there, and by what they once sent.
/// An organiser who corrects a name or an address must not make two people of one.
#[derive(Default)]
pub(in crate::import) struct Listed {
    /// Of each person, as they stand in the list, if there is no other way in which they are known.
    as_listed: Vec<(Keys, Key)>,
    /// All ways in which the others are known, in the order of the list.
    others: Vec<Known>,
    /// Whether somebody is known without an address.
    has_bare: bool,
    /// Whether somebody has no code.
    lacks_codes: bool,
}

/// A way in which somebody in the list is known.
#[derive(Clone, Copy)]
struct Known {
    who: Who,
    whence: Whence,
    /// None if only the id is another one.
    keys: Option<Keys>,
    id: Key,
}

impl Listed {
    pub(in crate::import) fn of(
        (list, known, of_person): (&Registrations, &Submissions, &OfPerson),
        keyring: &Keyring,
    ) -> Self {
        let mut listed = Self::default();
        listed.as_listed.reserve_exact(list.len());
        let some = |stretch: Range<usize>| {
            let mut keyring = keyring.clone();
            ways(&mut keyring, (list, known), of_person, stretch)
        };
        std::thread::scope(|scope| {
            for mut some in abreast(scope, list.len(), some) {
                listed.as_listed.append(&mut some.as_listed);
                listed.others.append(&mut some.others);
                listed.has_bare |= some.has_bare;
                listed.lacks_codes |= some.lacks_codes;
            }
        });
        listed
    }

    /// Finds the rows that come in the order of the list and that can be about nobody but whoever stands there: address,
    /// name and phone number are theirs, and neither of another person nor on another row. Of a file that is imported once
    /// more nearly all are.
    pub(in crate::import) fn recognise(&self, rows: &[Row]) -> Vec<Option<Who>> {
        if self.as_listed.is_empty() {
            return vec![None; rows.len()];
        }
        let reach = |keys: &Keys| [keys.address, keys.phone];
        let listed = self.as_listed.iter().map(|(keys, _)| keys);
        let others = self.others.iter().filter_map(|way| way.keys.as_ref());
        let (people, here) = together(
            || Crowd::of(listed.chain(others).flat_map(reach)),
            || Crowd::of(rows.iter().flat_map(|row| reach(&row.keys))),
        );
        let alone = |key: Key| key.is_blank() || people.is_alone(key) && here.is_alone(key);
        let recognise = |rows: &[Row], mut next: usize| {
            let found = rows.iter().map(|row| {
                let keys = row.keys;
                let is_theirs = |(known, id): &(Keys, Key)| {
                    // Whoever has another row's id might be whom that one is about.
                    *known == keys && (id.is_blank() || *id == row.id)
                };
                let some = self.as_listed[next..].iter().take(FURTHER);
                let further = some.into_iter().position(is_theirs)?;
                let who = next + further;
                next = who + 1;
                let is_alone = !keys.address.is_blank() && alone(keys.address) && alone(keys.phone);
                is_alone.then_some(who as Who)
            });
            found.collect::<Vec<Option<Who>>>()
        };
        // Where the second half begins does not matter to whom a row is about, only to whether that is seen at once.
        let half = if rows.len() > STRETCH {
            rows.len() / 2
        } else {
            rows.len()
        };
        let (first, second) = rows.split_at(half);
        let middle = second.first().map_or(0, |row| {
            let middle = self
                .as_listed
                .iter()
                .position(|(keys, _)| *keys == row.keys);
            middle.unwrap_or_default()
        });
        let (mut found, second) = together(|| recognise(first, 0), || recognise(second, middle));
        found.extend(second);
        found
    }

    /// Tells whether nobody can be near whom such a row is about: whoever has no address may have their name.
    pub(in crate::import) fn are_far_from_recognised(&self) -> bool {
        !self.has_bare
    }

    /// Tells whether somebody has no code, as an organiser has added them by hand.
    pub(in crate::import) fn lacks_codes(&self) -> bool {
        self.lacks_codes
    }

    /// Whoever is known under an address and a name, by the name, and where both stand.
    pub(super) fn named(&self) -> impl Iterator<Item = (Key, Who, Whence)> + Clone {
        let listed = (0..).zip(&self.as_listed);
        let listed = listed.map(|(who, (keys, _))| (*keys, who, Whence::List(who)));
        let others = self.others.iter();
        let others = others.filter_map(|way| Some((way.keys?, way.who, way.whence)));
        let all = listed.chain(others);
        let named = all.filter(|(keys, _, _)| !keys.address.is_blank() && !keys.name.is_blank());
        named.map(|(keys, who, whence)| (keys.name, who, whence))
    }

    /// Makes an index of those whom the other rows may be about.
    pub(in crate::import) fn index(&self, rows: &[Row], found: &[Option<Who>]) -> Index {
        if self.as_listed.is_empty() {
            return Index::default();
        }
        let open = || rows.iter().zip(found).filter(|(_, found)| found.is_none());
        let wanted = open().flat_map(|(row, _)| {
            // A row without address may be about any of that name.
            let name = match row.keys.address.is_blank() {
                true => row.keys.name,
                false => Key::default(),
            };
            [row.keys.address, row.keys.phone, row.id, name]
        });
        let wanted = Crowd::of(wanted);
        let is_wanted = |keys: Option<Keys>, id: Key| {
            let is_there = |key: Key| !key.is_blank() && wanted.is_there(key);
            let by_keys = |keys: Keys| {
                keys.address.is_blank()
                    || [keys.address, keys.phone, keys.name]
                        .into_iter()
                        .any(is_there)
            };
            is_there(id) || keys.is_some_and(by_keys)
        };
        let mut index = Index::among(self.as_listed.len(), open().count());
        let mut others = self.others.iter().copied().peekable();
        let mut some = Vec::with_capacity(AHEAD);
        for (who, (keys, id)) in (0..).zip(self.as_listed.iter().copied()) {
            let mut take = |way: Known| {
                if let Some(keys) = way.keys {
                    index.reach(way.who, keys);
                }
                if is_wanted(way.keys, way.id) {
                    some.push(way);
                }
            };
            if others.peek().is_none_or(|other| other.who != who) {
                take(Known {
                    who,
                    whence: Whence::List(who),
                    keys: Some(keys),
                    id,
                });
            }
            while let Some(other) = others.next_if(|other| other.who == who) {
                take(other);
            }
            if some.len() >= AHEAD {
                learn(&mut index, &mut some);
            }
        }
        learn(&mut index, &mut some);
        index
    }
}

/// Learns some ways, and leaves none.
fn learn(index: &mut Index, some: &mut Vec<Known>) {
    index.approach(some.iter().filter_map(|way| way.keys));
    for way in some.drain(..) {
        if let Some(keys) = way.keys {
            index.learn(way.who, keys, way.whence);
        }
        index.learn_id(way.who, way.id, way.whence);
    }
}

/// Returns the ways in which some people in the list are known, those of each as they stand there first.
fn ways(
    keyring: &mut Keyring,
    (list, known): (&Registrations, &Submissions),
    of_person: &OfPerson,
    people: Range<usize>,
) -> Listed {
    let columns = [
        column::CODE,
        column::NAME,
        column::EMAIL,
        column::PHONE,
        column::SOURCE,
        column::SOURCE_ID,
    ];
    let positions = columns.map(|number| list.columns().position(column::name(known, number)));
    let mut listed = Listed::default();
    listed.as_listed.reserve_exact(people.len());
    let mut cells = Vec::new();
    for (at, person) in people.filter_map(|at| Some((at, list.get(at)?))) {
        let who = at as Who;
        cells.clear();
        person.add_to(&mut cells);
        let [code, name, email, phone, source, id] =
            positions.map(|at| at.map_or("", |at| cells[at]));
        let keys = keyring.of(address(email), name, phone);
        listed.lacks_codes |= code.is_empty();
        listed.has_bare |= keys.address.is_blank();
        let own_id = keyring.id(source, id);
        let before = listed.others.len();
        for place in of_person.places(at) {
            let said = sent(&known.list[*place as usize]);
            let as_listed =
                same(said.name, name) && same(said.email, email) && same(said.phone, phone);
            let has_its_id = same(said.source, source) && same(said.id, id);
            if as_listed && has_its_id {
                continue;
            }
            if listed.others.len() == before {
                listed.others.push(Known {
                    who,
                    whence: Whence::List(who),
                    keys: Some(keys),
                    id: own_id,
                });
            }
            let keys = (!as_listed).then(|| keyring.of(address(said.email), said.name, said.phone));
            listed.has_bare |= keys.is_some_and(|keys| keys.address.is_blank());
            let id = match has_its_id {
                true => Key::default(),
                false => keyring.id(said.source, said.id),
            };
            listed.others.push(Known {
                who,
                whence: Whence::Sent(*place),
                keys,
                id,
            });
        }
        let is_known_otherwise = listed.others.len() > before;
        listed.as_listed.push(match is_known_otherwise {
            true => (Keys::default(), Key::default()),
            false => (keys, own_id),
        });
    }
    listed
}

/// Returns what is an address; blank for anything else.
fn address(email: &str) -> &str {
    if EmailAddress::is_one(email) {
        email
    } else {
        ""
    }
}
