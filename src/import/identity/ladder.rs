use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::account::Accounts;
use super::chains::Chain;
use super::crowd::Crowd;
use super::index::Index;
use super::people::People;
use super::{
    Key, Keys, Listed, Matches, Row, Whence, Who, compare, contains, moment, reread, slips,
};
use crate::import::candidate::Candidate;
use crate::import::settled::Settled;
use crate::import::{column, spelling};
use crate::model::{AHEAD, Submission};
use crate::sheet::together;

/// Of more people who are known by one name and nothing else, the others are not looked at: they are no people.
const MOST_NAMESAKES: usize = 1_000;

/// The people an import is about, and how rows find them.
pub(in crate::import) struct Ladder<'a> {
    pub(super) index: Index,
    next: Who,
    pub(super) people: People<'a>,
}

impl<'a> Ladder<'a> {
    /// Finds out whom each row is about. Rows that say more come first, whatever their order in the file.
    pub(in crate::import) fn climb(
        people: People<'a>,
        listed: Listed,
        rows: &[Row],
        settled: &Settled,
    ) -> Matches {
        let found = listed.recognise(rows);
        if listed.are_far_from_recognised() && found.iter().all(Option::is_some) {
            return matches(found);
        }
        let ladder = Self {
            index: listed.index(rows, &found),
            next: Who::try_from(people.list.len()).unwrap_or(Who::MAX),
            people,
        };
        ladder.climb_on(&listed, rows, found, settled)
    }

    /// Finds out whom the other rows are about.
    fn climb_on(
        mut self,
        listed: &Listed,
        rows: &[Row],
        mut found: Vec<Option<Who>>,
        settled: &Settled,
    ) -> Matches {
        // Two namesakes who sent the same are two rows of the file: each finds one of them.
        let mut taken = HashSet::new();
        let mut names_at = HashMap::new();
        if !self.index.is_empty() {
            self.find_known(rows, &mut found, &mut taken);
            for (at, who) in self.by_ids(rows, &found) {
                found[at] = Some(who);
                self.learn(who, &rows[at]);
            }
            names_at = self.names_at(rows, &found);
        }
        let moments = moment::mended(&self.people, rows, &found);
        let again = self.listed_again(rows, &found);
        let mut accounts = Accounts::of(&self.people, rows, &found);
        let may_know = |at: &usize| moments.contains_key(at) || accounts.may_know(*at);
        let mut open = self.pass_by_strangers(rows, &mut found, &may_know);
        let keys = |at: &u32| rows[*at as usize].keys;
        open.sort_by_key(|at| (keys(at).address.is_blank(), keys(at).name.is_blank()));
        // Where an id is one sign-up's for ever, a row that names nothing else but the same person repeats it.
        let lasting = self.people.product.lasting_ids;
        let own_id = |row: &Row| {
            let Row { id, keys, .. } = *row;
            let is_all = lasting && keys.are_bare() && !id.is_blank() && !keys.name.is_blank();
            is_all.then_some((id, keys.name))
        };
        let mut with_id: HashMap<(Key, Key), Who> = HashMap::new();
        for some in open.chunks(AHEAD) {
            self.index.approach(some.iter().map(keys));
            for at in some {
                let at = *at as usize;
                let row = &rows[at];
                let names = names_at.get(&row.keys.address);
                let alone = names.is_none_or(|names| names.len() == 1);
                let who = self
                    .exact(row, &taken)
                    .or_else(|| self.fill(row, alone))
                    .or_else(|| moments.get(&at).copied())
                    .or_else(|| accounts.who(at))
                    .or_else(|| again.get(&at).copied())
                    .or_else(|| self.namesake_with_id(row).filter(|_| own_id(row).is_some()))
                    .or_else(|| with_id.get(&own_id(row)?).copied());
                let who = who.unwrap_or_else(|| self.somebody_new());
                if row.keys.are_bare() {
                    taken.insert(who);
                }
                with_id.extend(own_id(row).map(|id| (id, who)));
                accounts.learn(at, who);
                self.learn(who, row);
                found[at] = Some(who);
            }
        }
        let mut matches = matches(found);
        let slips = slips::find(&self, listed, (rows, &matches.who));
        // Whoever may be near somebody otherwise was learned.
        if !self.index.is_empty() || !slips.is_empty() {
            compare::compare(&self, rows, &mut matches, (&accounts, &slips, settled));
        }
        matches
    }

    /// Finds those whom the list knows just as a row has them.
    fn find_known(&self, rows: &[Row], found: &mut [Option<Who>], taken: &mut HashSet<Who>) {
        // A name alone is less than an id, and an address and a name are more: after a ticket was handed on to somebody
        // who has signed up too, the id would lead astray.
        let lasting = self.people.product.lasting_ids;
        let by_id_first = |row: &Row| lasting && row.keys.are_bare() && !row.id.is_blank();
        for (some, found) in rows.chunks(AHEAD).zip(found.chunks_mut(AHEAD)) {
            let open = || {
                some.iter()
                    .zip(&*found)
                    .filter(|(_, found)| found.is_none())
            };
            self.index.approach(open().map(|(row, _)| row.keys));
            for (row, found) in some.iter().zip(found) {
                if found.is_some() {
                    continue;
                }
                *found = self.exact(row, taken).filter(|_| !by_id_first(row));
                if row.keys.are_bare() {
                    taken.extend(*found);
                }
            }
        }
    }

    /// Returns the names that come to addresses which are known: only where somebody nameless is known already may it
    /// matter how many these are.
    fn names_at(&self, rows: &[Row], found: &[Option<Who>]) -> HashMap<Key, HashSet<Key>> {
        let mut names: HashMap<Key, HashSet<Key>> = HashMap::new();
        let open = rows.iter().zip(found).filter(|(_, found)| found.is_none());
        for Keys { address, name, .. } in open.map(|(row, _)| row.keys) {
            if !name.is_blank() && !self.index.at_address(address).is_empty() {
                names.entry(address).or_default().insert(name);
            }
        }
        names
    }

    /// Finds those who are new and of whom no other row can be, and returns the rows that are still open. They need not be
    /// learned: nobody will ask for them.
    fn pass_by_strangers(
        &mut self,
        rows: &[Row],
        found: &mut [Option<Who>],
        may_know: &dyn Fn(&usize) -> bool,
    ) -> Vec<u32> {
        let mut open = Vec::new();
        if found.iter().all(Option::is_some) {
            return open;
        }
        let keys = rows
            .iter()
            .flat_map(|row| [row.keys.address, row.keys.phone]);
        let crowd = Crowd::of(keys);
        let is_stranger = |row: &Row| {
            let Keys { address, phone, .. } = row.keys;
            !address.is_blank()
                && crowd.is_alone(address)
                && self.index.at_address(address).is_empty()
                && (phone.is_blank()
                    || crowd.is_alone(phone) && self.index.at_phone(phone).is_empty())
        };
        let strangers = |rows: &[Row]| {
            let mut strangers = Vec::with_capacity(rows.len());
            for some in rows.chunks(AHEAD) {
                self.index.approach(some.iter().map(|row| row.keys));
                strangers.extend(some.iter().map(is_stranger));
            }
            strangers
        };
        let (first, second) = rows.split_at(rows.len() / 2);
        let (first, second) = together(|| strangers(first), || strangers(second));
        for (at, is_stranger) in first.into_iter().chain(second).enumerate() {
            if found[at].is_some() {
                continue;
            }
            if is_stranger && !may_know(&at) {
                found[at] = Some(self.somebody_new());
            } else {
                open.push(at as u32);
            }
        }
        open
    }

    fn somebody_new(&mut self) -> Who {
        self.next += 1;
        self.next - 1
    }

    fn learn(&mut self, who: Who, row: &Row) {
        self.index.learn(who, row.keys, Whence::Row(row.row));
    }

    /// Same address and name, or without address same phone and name, or nothing but the name and the same answers: then
    /// rather of somebody who is not `taken` by an earlier row.
    fn exact(&self, row: &Row, taken: &HashSet<Who>) -> Option<Who> {
        let keys = row.keys;
        let same_name = |mut aliases: Chain<'_>| {
            let fitting = aliases.find(|alias| alias.name == keys.name);
            fitting.map(|alias| alias.who)
        };
        if !keys.address.is_blank() {
            return same_name(self.index.at_address(keys.address));
        }
        if !keys.phone.is_blank()
            && let Some(who) = same_name(self.index.at_phone(keys.phone))
        {
            return Some(who);
        }
        // Who is new has neither sent anything nor stands in the list.
        let listed = |who: &Who| (*who as usize) < self.people.list.len();
        let bare = || {
            self.index
                .bare(keys.name)
                .take(MOST_NAMESAKES)
                .filter(listed)
        };
        bare().next()?;
        let says = self.people.said.candidate(row.row)?;
        let was_sent = |who: &Who| {
            let mut sent = self.people.sent_by(*who);
            !taken.contains(who) && sent.any(|one| reread::was_sent(one, &says))
        };
        if !keys.phone.is_blank() {
            return bare().find(was_sent);
        }
        // Of several who are known by no more than the name, whoever sent just this comes first, then whoever has the
        // row's id: who declined must not come again because of a namesake.
        let sent_this = |who: &Who| {
            let sent = self.people.sent_by(*who);
            sent.filter(|one| contains(one, &says)).any(|one| {
                one.source_id() == says.source_id && one.values().count() == says.values.len()
            })
        };
        let mut owners = self.index.with_id(row.id).map(|alias| alias.who);
        let said = |who: &Who| self.has_said(*who, &says);
        bare()
            .find(|who| !taken.contains(who) && sent_this(who))
            .or_else(|| bare().find(sent_this))
            .or_else(|| owners.find(said))
            .or_else(|| bare().find(said))
            .or_else(|| bare().find(was_sent))
    }

    /// Same address and no name on one side, where it is plain who is meant; or same name and phone, and no address on
    /// one side.
    fn fill(&self, row: &Row, alone: bool) -> Option<Who> {
        let aliases = self.index.at_address(row.keys.address);
        if !aliases.is_empty() {
            let nameless = aliases.clone().all(|alias| alias.name.is_blank());
            let plain = row.keys.name.is_blank() || nameless && alone;
            if plain {
                // Whose address it was may have got a name elsewhere in the meantime.
                let who = only(aliases.map(|alias| alias.who));
                return who.filter(|who| row.keys.name.is_blank() || self.may_be_called(*who, row));
            }
        }
        let aliases = self.index.at_phone(row.keys.phone);
        let fitting = aliases.filter(|alias| {
            !row.keys.name.is_blank()
                && alias.name == row.keys.name
                && !self.index.is_reachable(alias.who)
        });
        only(fitting.map(|alias| alias.who))
    }

    /// Returns whoever has both id and name of a row and no address either, if just one does: of several rows with one
    /// id, which one they sent last is all that is remembered of the others.
    fn namesake_with_id(&self, row: &Row) -> Option<Who> {
        let owners = self.index.with_id(row.id).map(|alias| alias.who);
        only(owners.filter(|who| !self.index.is_reachable(*who) && self.has_name(*who, row)))
    }

    /// Tells whether somebody is known to have sent all that a row says.
    fn has_said(&self, who: Who, row: &Candidate<'_>) -> bool {
        let People {
            list,
            known,
            product,
            ..
        } = self.people;
        let in_list = || {
            let person = list.get(who as usize)?;
            let says = |(number, value): &(u16, Cow<'_, str>)| {
                let listed = person.get(column::name(known, *number));
                *number == column::STATUS || spelling::same(*number, listed, value)
            };
            Some(row.values.iter().all(says))
        };
        let other_id = |one: &Submission| {
            let (source, id) = one.origin();
            product.lasting_ids
                && source == product.name
                && !id.is_empty()
                && !row.source_id.is_empty()
                && id != row.source_id
        };
        let sent: Vec<&Submission> = self.people.sent_by(who).collect();
        if sent.iter().any(|one| other_id(one)) {
            return false;
        }
        sent.iter().any(|one| contains(one, row)) || in_list() == Some(true)
    }
}

/// Returns what became of rows of which each was found to be about somebody.
fn matches(found: Vec<Option<Who>>) -> Matches {
    let mut matches = Matches::default();
    matches.who.reserve_exact(found.len());
    matches.who.extend(found.into_iter().flatten());
    matches
}

/// Returns the only one, if there is just one.
fn only(mut people: impl Iterator<Item = Who>) -> Option<Who> {
    let first = people.next()?;
    people.all(|who| who == first).then_some(first)
}
