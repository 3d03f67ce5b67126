use super::candidate::Noticed;
use super::decide::{Decision, More, Turn, What, differ, minute};
use super::filing::{File, Origin};
use super::fold::fold;
use super::identity::{Index, Keyring, Ladder, Match, People, Row};
use super::person::Reader;
use super::read::Table;
use super::said::Said;
use super::settled::Settled;
use super::stretch::Stretch;
use super::verdict::{Report, Verdict};
use super::{Field, Mapping, OfPerson, Standing, missing, turns};
use crate::model::{Event, Registrations, Status, Submission, Submissions, WallTime};
use crate::sheet::{abreast, together};

/// What an import of one table will do, made without doing it.
pub struct Plan<'t> {
    pub(super) table: &'t Table,
    pub(super) origin: Origin,
    pub(super) decisions: Vec<Decision>,
    /// Columns that have a value in the table, by their numbers.
    pub(super) used: Vec<bool>,
    /// What the rows say.
    pub(super) said: Said,
    /// Whether some of what is remembered was sent by people who are not in the list any more.
    pub(super) has_strays: bool,
    pub(super) report: Report,
}

/// After how many rows whoever watches is told.
const WATCHED: usize = 1000;

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
            },
            decisions: Vec::new(),
            used: Vec::new(),
            said: Said::default(),
            has_strays: false,
            report: Report::default(),
        };
        let keyring = Keyring::default();
        let names = &*known;
        // Reading the rows and learning who is known take about as long, and neither needs the other.
        let (rows, (of_person, index)) = together(
            || plan.read_rows((&reader, &keyring), watch),
            || {
                let of_person = OfPerson::new(list, names);
                let people = (list, names, &of_person);
                let index = Index::of(people, table.len(), &keyring);
                (of_person, index)
            },
        );
        plan.has_strays = of_person.count() < known.list.len();
        let people = People {
            list,
            known,
            of_person: &of_person,
            product,
            said: &plan.said,
        };
        let mut matches = Ladder::new(people, index).climb(&rows, ground.settled);
        number_in_order(&mut matches, list.len());
        plan.report.missing = missing::missing(list, known, &of_person, &matches, product);
        let order = in_order(&matches);
        let mut rest = order.as_slice();
        let mut told = rest.len();
        while let Some(first) = rest.first() {
            if told - rest.len() >= WATCHED {
                watch(told - rest.len());
                told = rest.len();
            }
            let who = matches[*first as usize].who;
            let same = |at: &&u32| matches[**at as usize].who == who;
            let (group, others) = rest.split_at(rest.iter().take_while(same).count());
            plan.verdicts(who, group, &rows, &mut matches);
            let group = group.iter().map(|at| rows[*at as usize].row);
            let places = of_person.places(who as usize);
            plan.person((list, known, places), (who, group));
            rest = others;
        }
        turns::tell(&mut plan, list);
        plan.report.changed = !plan.decisions.is_empty();
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
        let (table, source) = (*table, origin.source);
        let mut noticed = Noticed::default();
        let mut rows = Vec::with_capacity(table.len());
        report.rows.reserve_exact(table.len());
        std::thread::scope(|scope| {
            let read = |stretch| Stretch::read(table, stretch, (reader, source), keyring.clone());
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

    /// Says of the rows about one person whom they are about; the first one stands for the person.
    fn verdicts(&mut self, who: u32, group: &[u32], rows: &[Row], matches: &mut [Match]) {
        for (nth, at) in group.iter().enumerate() {
            let outcome = &mut self.report.rows[rows[*at as usize].row as usize];
            outcome.who = Some(who);
            outcome.verdict = match nth {
                0 => Verdict::Unchanged,
                _ => Verdict::Repeated,
            };
            if let Some(near) = matches[*at as usize].near.take()
                && !(near.shares.is_empty() && near.maybe.is_empty())
            {
                let detail = outcome.more();
                detail.shares = near.shares.into_iter().map(|who| who as usize).collect();
                detail.maybe = near.maybe.into_iter().map(|who| who as usize).collect();
            }
        }
    }

    /// Decides about one person: what their rows say together, and what that changes.
    fn person(
        &mut self,
        (list, known, places): (&Registrations, &Submissions, &[u32]),
        (who, mut rows): (u32, impl ExactSizeIterator<Item = u32>),
    ) {
        let person = list.get(who as usize);
        if person.is_none() && rows.len() == 1 {
            if let Some(row) = rows.next() {
                self.newcomer(who, row);
            }
            return;
        }
        let mut file = File::open(known, places);
        let mut first = None;
        for row in rows {
            first = first.or(Some(row as usize));
            if let Some(candidate) = self.said.candidate(row)
                && file.take(candidate, &self.origin)
            {
                self.report.rows[row as usize].more().another_seat = true;
            }
        }
        file.close(known);
        let Some(first) = first.filter(|_| !file.filed.is_empty()) else {
            return;
        };
        let now: Vec<&Submission> = file.all().collect();
        let outcome = &mut self.report.rows[first];
        let mut more = More::default();
        let turn = match person {
            Some(person) => {
                let before: Vec<&Submission> =
                    places.iter().map(|at| &known.list[*at as usize]).collect();
                let difference = differ(known, &before, person, &now);
                outcome.verdict = if difference.cancelled {
                    Verdict::Cancelled
                } else if !difference.conflicts.is_empty() {
                    Verdict::Conflict
                } else if !difference.sets.is_empty() || difference.turn != Turn::Stay {
                    Verdict::Updated
                } else {
                    Verdict::Unchanged
                };
                if !difference.changes.is_empty() || !difference.conflicts.is_empty() {
                    let detail = outcome.more();
                    detail.changes = difference.changes;
                    detail.conflicts = difference.conflicts;
                }
                more.sets = difference.sets;
                more.registered = person.get("registered").to_string();
                difference.turn
            }
            None => {
                let folded = fold(&now);
                more.registered = minute(folded.registered).to_string();
                let (verdict, turn) = arrival(folded.standing);
                outcome.verdict = verdict;
                turn
            }
        };
        more.filed = file.filed;
        self.decisions.push(Decision {
            place: who,
            turn,
            what: What::More(Box::new(more)),
        });
    }

    /// Decides about somebody new of whom one row tells.
    fn newcomer(&mut self, who: u32, row: u32) {
        let (verdict, turn) = arrival(self.said.standing(row));
        self.report.rows[row as usize].verdict = verdict;
        self.decisions.push(Decision {
            place: who,
            turn,
            what: What::Row(row),
        });
    }

    /// Returns what it found.
    pub fn report(&self) -> &Report {
        &self.report
    }
}

/// What becomes of somebody new.
fn arrival(standing: Standing) -> (Verdict, Turn) {
    match standing {
        Standing::Coming => (Verdict::Added, Turn::Seat),
        Standing::Pending => (Verdict::Added, Turn::To(Status::Pending)),
        Standing::Waiting => (Verdict::Added, Turn::To(Status::Waiting)),
        Standing::Cancelled => (Verdict::Cancelled, Turn::To(Status::Cancelled)),
    }
}

/// Gives new people their places behind the list in the order of the file, whichever rung they came from.
fn number_in_order(matches: &mut [Match], known: usize) {
    let known = u32::try_from(known).unwrap_or(u32::MAX);
    let highest = matches.iter().map(|found| found.who).max().unwrap_or(0);
    let mut places = vec![u32::MAX; (highest + 1).saturating_sub(known) as usize];
    let mut next = known;
    for found in matches.iter() {
        if let Some(place) = found
            .who
            .checked_sub(known)
            .map(|new| &mut places[new as usize])
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
    for found in matches {
        place(&mut found.who);
        if let Some(near) = &mut found.near {
            near.shares.iter_mut().for_each(place);
            near.maybe.iter_mut().for_each(place);
        }
    }
}

/// Brings the rows about one person together, people in the order of their places, rows in that of the file.
fn in_order(matches: &[Match]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(matches.len()).collect();
    order.sort_by_key(|at| matches[*at as usize].who);
    order
}

/// Returns when an import counts as made, as `YYYY-MM-DD HH:MM:SS`: after whatever was imported within the same minute,
/// so that of two files without times the one that came later is the later one.
fn imported(now: WallTime, known: &Submissions) -> String {
    let written = |time: WallTime| time.format("%Y-%m-%d %H:%M:%S").to_string();
    let (first, end) = (written(now), written(now + chrono::Duration::minutes(1)));
    let same = known.list.iter().map(Submission::imported);
    let last = same
        .filter(|time| (first.as_str()..end.as_str()).contains(time))
        .max();
    let last = last.and_then(|last| WallTime::parse_from_str(last, "%Y-%m-%d %H:%M:%S").ok());
    last.map_or(first, |last| written(last + chrono::Duration::seconds(1)))
}
