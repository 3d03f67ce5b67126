//! Whose an id is: of a ticket that bears another name or address than before it must be said whether it was handed on.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::chains::{Alias, Chain};
use super::{Key, Keys, Ladder, Row, Whence, Who};
use crate::import::columns::heading;
use crate::import::orders::numbers_orders;
use crate::import::{called, column, name, spelling};
use crate::model::Submission;

impl<'a> Ladder<'a> {
    /// Same source and same id, where ids are for ever and stand on one row only: whose name or address was changed at
    /// the source. A ticket that was handed on must not make one person of two: whoever has a row of their own, or
    /// several tickets that now bear several names, is not renamed. Of a source whose ids may be mere numbers of rows only
    /// one that is none counts, and only with the same name; a mere number does with the same name where something more says
    /// that it is the same sign-up, or where nothing speaks against it.
    pub(super) fn by_ids(&self, rows: &[Row], found: &[Option<Who>]) -> Vec<(usize, Who)> {
        if self.people.list.is_empty() {
            return Vec::new();
        }
        let lasting = self.people.product.lasting_ids;
        let is_mark = |row: &Row| {
            let id = self.people.said.source_id(row.row);
            let has = |kind: fn(&char) -> bool| id.chars().any(|c| kind(&c));
            lasting || has(char::is_ascii_digit) && has(char::is_ascii_alphabetic)
        };
        let may_tell = |row: &Row| is_mark(row) || !row.keys.name.is_blank();
        let is_open =
            |at: usize| found[at].is_none() && !rows[at].id.is_blank() && may_tell(&rows[at]);
        let open: Vec<usize> = (0..rows.len()).filter(|at| is_open(*at)).collect();
        if open.is_empty() {
            return Vec::new();
        }
        let repeated = repeated(rows.iter().map(|row| row.id));
        let taken: HashSet<Who> = found.iter().flatten().copied().collect();
        let mut claims: HashMap<Who, Vec<usize>> = HashMap::new();
        for at in open {
            let row = &rows[at];
            let mut owners = self.index.with_id(row.id);
            // Of a name alone both rows are theirs whose name it is.
            let is_name = || lasting && row.keys.are_bare() && !row.keys.name.is_blank();
            let is_repeated = repeated.contains(&row.id);
            if (!is_repeated || is_name())
                && let (Some(Alias { who, .. }), None) = (owners.next(), owners.next())
                && (lasting && !is_repeated && !taken.contains(who)
                    || (lasting || !row.keys.name.is_blank()) && self.has_name(*who, row))
                && self.is_theirs_still(*who, row)
                && (is_mark(row) || !taken.contains(who) && self.has_same_number(*who, row))
                && !self.has_come_otherwise(*who, row, (rows, found))
            {
                claims.entry(*who).or_default().push(at);
            }
        }
        let one_name = |claimed: &[usize]| {
            let names: HashSet<Key> = claimed.iter().map(|at| rows[*at].keys.name).collect();
            names.len() == 1
        };
        let sound = claims.into_iter().filter(|(_, claimed)| one_name(claimed));
        sound
            .flat_map(|(who, claimed)| claimed.into_iter().map(move |at| (at, who)))
            .collect()
    }

    /// Tells whether a mere number, which may count the rows, is that of the same sign-up under the same name: the order is
    /// the same, or the one has the other's address somewhere, or only one of them has any.
    fn has_same_number(&self, who: Who, row: &Row) -> bool {
        let (Some(says), Some(person)) = (
            self.people.said.candidate(row.row),
            self.people.list.get(who as usize),
        ) else {
            return false;
        };
        let known = self.people.known;
        let differs = |number: u16| {
            let (old, new) = (person.get(column::name(known, number)), says.get(number));
            !old.is_empty() && !new.is_empty() && !spelling::same(number, old, new)
        };
        let is_order = |number: u16| {
            number > column::SOURCE_ID && numbers_orders(&heading(column::name(known, number)))
        };
        let has = |value: &str, address: &str| {
            address.contains('@') && value.eq_ignore_ascii_case(address)
        };
        let proves = |one: &Submission| {
            let is_same = |(number, value): &(u16, Cow<'_, str>)| {
                let old = one.get(*number);
                is_order(*number) && !value.is_empty() && old == &**value
                    || has(value, one.get(column::EMAIL))
            };
            let address = says.get(column::EMAIL);
            says.values.iter().any(is_same) || one.values().any(|(_, value)| has(value, address))
        };
        let is_filled = row.keys.address.is_blank() == self.index.is_reachable(who);
        let other = [column::PHONE, column::ORGANISATION, column::AREA];
        is_filled && !other.into_iter().any(differs) || self.people.sent_by(who).any(proves)
    }

    /// Tells whether a row with somebody's id may be about them still: first name or nearly the whole name are theirs, or
    /// without a name the address. Otherwise the ticket was handed on, perhaps to whom they share an address with, and
    /// whoever has it now must not come into what another one said.
    fn is_theirs_still(&self, who: Who, row: &Row) -> bool {
        let Keys {
            address,
            name,
            phone,
        } = row.keys;
        let is_they = |mut aliases: Chain<'_>| aliases.any(|alias| alias.who == who);
        let has_reach =
            is_they(self.index.at_address(address)) || is_they(self.index.at_phone(phone));
        let was_nameless = || self.names_of(who).all(|known| known.is_empty());
        if name.is_blank() {
            return has_reach || address.is_blank() || was_nameless();
        }
        let new = self.people.name_as_written(Whence::Row(row.row));
        self.names_of(who).any(|known| {
            // `Guest 1` was nobody's name yet, and one word with the address may be anything but a whole name.
            known.is_empty()
                || name::is_placeholder(&known)
                || known.contains(|c: char| c.is_ascii_digit())
                || has_reach && [&*known, &*new].into_iter().any(is_one_word)
                || are_akin(&known, &new)
        })
    }

    /// Tells whether somebody of whom nothing but an address was known has another row by now, which names them at that
    /// address: then it was their ticket that was handed on.
    fn has_come_otherwise(
        &self,
        who: Who,
        row: &Row,
        (rows, found): (&[Row], &[Option<Who>]),
    ) -> bool {
        let is_at = |other: &Row| {
            let mut aliases = self.index.at_address(other.keys.address);
            aliases.any(|alias| alias.who == who && alias.name.is_blank())
        };
        let names_them = |(other, found): (&Row, &Option<Who>)| {
            let keys = other.keys;
            found.is_none() && !keys.name.is_blank() && keys.name != row.keys.name && is_at(other)
        };
        // Whoever has the address still is no other.
        !is_at(row)
            && self.names_of(who).any(|known| known.is_empty())
            && rows.iter().zip(found).any(names_them)
    }

    /// Tells whether nobody knows another name of somebody than one that may be theirs.
    pub(super) fn may_be_called(&self, who: Who, row: &Row) -> bool {
        let new = self.people.name_as_written(Whence::Row(row.row));
        self.names_of(who)
            .all(|known| known.is_empty() || are_akin(&known, &new))
    }

    /// Tells whether somebody is known by the very name of a row: then they are not renamed by it.
    pub(super) fn has_name(&self, who: Who, row: &Row) -> bool {
        let new = self.people.name(Whence::Row(row.row));
        self.names_of(who).any(|known| name::key(&known) == new)
    }

    /// The names that somebody is known by, as they were written.
    fn names_of(&self, who: Who) -> impl Iterator<Item = Cow<'a, str>> {
        let people = self.people;
        let sent = people.of_person.places(who as usize).iter();
        let all = sent.map(|at| Whence::Sent(*at)).chain([Whence::List(who)]);
        all.map(move |whence| people.name_as_written(whence))
    }
}

fn is_one_word(name: &str) -> bool {
    name.split_whitespace().nth(1).is_none()
}

/// Tells whether two names may be one person's: the first names are the same, or the family names and one first name
/// stands in the other, as `Beth` in `Elizabeth`, or they are nearly the same.
fn are_akin(one: &str, other: &str) -> bool {
    let ends = |name: &str| {
        let mut words = name.split_whitespace();
        let first = words.find(|word| !called::is_title(word)).map(name::key);
        let mut words = words.map(name::key);
        (first.unwrap_or_default(), words.next_back())
    };
    let ((a, last), (b, other_last)) = (ends(one), ends(other));
    a == b
        || last == other_last && called::is_short_for(&a, &b)
        || name::nearly_the_same(&name::key(one), &name::key(other))
}

/// Returns the ids that stand more than once.
fn repeated(ids: impl Iterator<Item = Key>) -> HashSet<Key> {
    let mut seen = HashSet::new();
    ids.filter(|id| !id.is_blank() && !seen.insert(*id))
        .collect()
}
