use std::ops::Range;

use super::candidate::Noticed;
use super::deciding::decision::{Newcomer, Other};
use super::deciding::uncoded::uncoded;
use super::deciding::{missing, turns};
use super::doubt::forget_settled;
use super::filing::Origin;
use super::identity::{Keyring, Ladder, Listed, Matches, People, Row};
use super::orders::Orders;
use super::person::Reader;
use super::read::Table;
use super::said::Said;
use super::sequence::Sequence;
use super::settled::Settled;
use super::spelling::Spelling;
use super::stretch::Stretch;
use super::verdict::{Report, Verdict};
use super::{Field, Mapping, OfPerson};
use crate::model::{Event, Registrations, Submission, Submissions, WallTime};
use crate::sheet::{abreast, together};

/// What an import of one table will do, made without doing it.
pub struct Plan<'t> {
    pub(super) table: &'t Table,
    pub(super) origin: Origin<'t>,
    /// Who comes in and of whom one row tells, in the order of the rows.
    pub(super) newcomers: Vec<Newcomer>,
    /// Everybody else to whom something is done, in the order of their places.
    pub(super) others: Vec<Other>,
    /// Columns that have a value in the table, by their numbers.
    pub(super) used: Vec<bool>,
    /// What the rows say.
    pub(super) said: Said,
    /// Whether some of what is remembered was sent by people who are not in the list any more.
    pub(super) has_strays: bool,
    /// Who gets the code that they do not have yet, as places in the list.
    pub(super) uncoded: Vec<u32>,
    pub(super) report: Report,
}

/// What an import is measured against.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The event, for its zone, tickets and places.
    pub event: &'a Event,
    /// Who is known to be two people.
    pub settled: &'a Settled,
    /// The time of the import, as the clock at the event shows it.
    pub now: WallTime,
}

impl<'t> Plan<'t> {
    /// Gives every row of a table a verdict, against the list as it stands and what was imported before. `known` only
    /// learns the names of columns.
    pub fn make(
        ground: Ground<'t>,
        list: &Registrations,
        known: &mut Submissions,
        table: &'t Table,
        mapping: &'t Mapping,
    ) -> Self {
        Self::watched(ground, list, known, (table, mapping), &mut |_| ())
    }

    /// As [`make`](Self::make), and tells how many more rows have been read or decided about: each row twice.
    pub fn watched(
        ground: Ground<'t>,
        list: &Registrations,
        known: &mut Submissions,
        (table, mapping): (&'t Table, &'t Mapping),
        watch: &mut dyn FnMut(usize),
    ) -> Self {
        let product = mapping.product;
        let reader = Reader::new(mapping, ground.event, known);
        let mut plan = Self {
            table,
            origin: Origin {
                source: product.name,
                imported: imported(ground.now, known),
                has_standing: !mapping.of(Field::Status).is_empty(),
                lasting_ids: product.lasting_ids,
                orders: Orders::of(mapping, known),
                changed: reader.changed(known),
                spelling: Spelling::of(table, reader.kept().to_vec(), mapping.stamps),
                sequence: Sequence::of(table, mapping),
            },
            newcomers: Vec::new(),
            others: Vec::new(),
            used: Vec::new(),
            said: Said::default(),
            has_strays: false,
            uncoded: Vec::new(),
            report: Report::default(),
        };
        let keyring = Keyring::default();
        let names = &*known;
        // Reading the rows and learning who is known take about as long, and neither needs the other.
        let (mut rows, (of_person, listed)) = together(
            || plan.read_rows((&reader, &keyring), watch),
            || {
                let of_person = OfPerson::new(list, names);
                let people = (list, names, &of_person);
                let listed = Listed::of(people, &keyring);
                (of_person, listed)
            },
        );
        plan.has_strays = of_person.count() < known.list.len();
        let kept = reader.kept().iter();
        let account = kept.filter(|(cell, _)| Some(*cell) == mapping.account);
        let people = People {
            account: account.map(|(_, number)| *number).next(),
            list,
            known,
            of_person: &of_person,
            product,
            said: &plan.said,
        };
        let lacks_codes = listed.lacks_codes();
        let mut matches = Ladder::climb(people, listed, &rows, ground.settled);
        plan.turn_away(&mut rows, &mut matches, list.len(), &reader);
        number_in_order(&mut matches, list.len());
        plan.report.missing = missing::missing(list, known, &of_person, &matches.who, product);
        plan.decide((list, known, &of_person), &rows, matches, watch);
        turns::tell(&mut plan, list);
        forget_settled(&mut plan.report, list);
        if lacks_codes {
            plan.uncoded = uncoded(list, &plan.report);
        }
        plan.report.changed =
            !(plan.newcomers.is_empty() && plan.others.is_empty() && plan.uncoded.is_empty());
        plan
    }

    /// Reads every row, and gives it its verdict if it is about nobody.
    fn read_rows(
        &mut self,
        (reader, keyring): (&Reader<'_>, &Keyring),
        watch: &mut dyn FnMut(usize),
    ) -> Vec<Row> {
        let Self {
            table,
            origin,
            used,
            said,
            report,
            ..
        } = self;
        let (table, origin) = (*table, &*origin);
        let mut noticed = Noticed::default();
        let mut rows = Vec::with_capacity(table.len());
        report.rows.reserve_exact(table.len());
        std::thread::scope(|scope| {
            let read = |stretch| Stretch::read(table, stretch, (reader, origin), keyring.clone());
            for stretch in abreast(scope, table.len(), read) {
                watch(stretch.outcomes.len());
                used.resize(used.len().max(stretch.used.len()), false);
                for (used, here) in used.iter_mut().zip(stretch.used) {
                    *used |= here;
                }
                rows.extend(stretch.rows);
                said.push(stretch.said);
                report.rows.extend(stretch.outcomes);
                noticed.extend(stretch.noticed);
            }
        });
        report.unclear = noticed.unclear;
        report.unclear_answers = noticed.unclear_answers;
        report.doubts = noticed.doubts.list;
        let cleaned = noticed.cleaned.iter();
        let cleaned =
            cleaned.map(|(what, (count, line))| (what.words().to_string(), *count, *line));
        let in_reading = table.repairs.iter();
        let in_reading =
            in_reading.map(|repair| (repair.what.to_string(), repair.count, repair.line));
        report.repaired = in_reading.chain(cleaned).collect();
        rows
    }

    /// Rejects rows that name nobody and whose id is nobody's.
    fn turn_away(
        &mut self,
        rows: &mut Vec<Row>,
        matches: &mut Matches,
        known: usize,
        reader: &Reader<'_>,
    ) {
        let is_nobody = |row: &Row, who: u32| row.keys.are_blank() && who as usize >= known;
        let mut all = rows.iter().zip(&matches.who);
        if !all.any(|(row, who)| is_nobody(row, *who)) {
            return;
        }
        let (here, mut found) = (std::mem::take(rows), std::mem::take(matches));
        for ((at, row), who) in (0..).zip(here).zip(found.who) {
            if is_nobody(&row, who) {
                let outcome = &mut self.report.rows[row.row as usize];
                outcome.verdict = Verdict::Rejected;
                outcome.more().reason = Some(reader.nobody(""));
            } else {
                let near = found.near.remove(&at);
                let at = matches.who.len() as u32;
                matches.near.extend(near.map(|near| (at, near)));
                rows.push(row);
                matches.who.push(who);
            }
        }
    }

    /// Returns what it found.
    pub fn report(&self) -> &Report {
        &self.report
    }
}

/// Gives new people their places behind the list in the order of the file, whichever rung they came from.
fn number_in_order(matches: &mut Matches, known: usize) {
    let known = u32::try_from(known).unwrap_or(u32::MAX);
    let mut next = known;
    let in_order = |who: &u32| {
        next += u32::from(*who == next);
        *who < next
    };
    if matches.who.iter().all(in_order) {
        return;
    }
    let highest = matches.who.iter().copied().max().unwrap_or(0);
    let mut places = vec![u32::MAX; (highest + 1).saturating_sub(known) as usize];
    let mut next = known;
    for who in &matches.who {
        if let Some(place) = who.checked_sub(known).map(|new| &mut places[new as usize])
            && *place == u32::MAX
        {
            *place = next;
            next += 1;
        }
    }
    let place = |who: &mut u32| {
        if let Some(new) = who.checked_sub(known) {
            *who = places[new as usize];
        }
    };
    matches.who.iter_mut().for_each(place);
    for near in matches.near.values_mut() {
        near.shares.iter_mut().for_each(place);
        near.maybe.iter_mut().for_each(place);
    }
}

/// Returns when an import counts as made, as `YYYY-MM-DD HH:MM:SS`: after whatever was imported within the same minute,
/// so that of two files without times the one that came later is the later one.
fn imported(now: WallTime, known: &Submissions) -> String {
    let written = |time: WallTime| time.format("%Y-%m-%d %H:%M:%S").to_string();
    let (first, end) = (written(now), written(now + chrono::Duration::minutes(1)));
    let list = known.list.as_slice();
    let last_of = |some: Range<usize>| {
        let same = list[some].iter().map(Submission::imported);
        let same = same.filter(|time| (first.as_str()..end.as_str()).contains(time));
        same.max().map(str::to_string)
    };
    let last = std::thread::scope(|scope| abreast(scope, list.len(), last_of).max().flatten());
    let last = last.and_then(|last| WallTime::parse_from_str(&last, "%Y-%m-%d %H:%M:%S").ok());
    last.map_or(first, |last| written(last + chrono::Duration::seconds(1)))
}
