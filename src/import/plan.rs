use super::decide::{Decision, Turn, differ, minute};
use super::filing::{File, Origin};
use super::fold::fold;
use super::identity::{Ladder, Match};
use super::person::{Candidate, Reader, Reading};
use super::read::Table;
use super::settled::Settled;
use super::verdict::{Outcome, Report, Verdict};
use super::{Field, Mapping, Standing, missing, seat};
use crate::model::{Event, Registrations, Status, Submission, Submissions, WallTime};

/// What an import of one table will do, made without doing it.
#[derive(Debug)]
pub struct Plan {
    pub(super) decisions: Vec<Decision>,
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

impl Plan {
    /// Gives every row of a table a verdict, against the list as it stands and what was imported before. `known` only
    /// learns the names of columns.
    pub fn make(
        ground: Ground<'_>,
        list: &Registrations,
        known: &mut Submissions,
        table: &Table<'_>,
        mapping: &Mapping,
    ) -> Self {
        let (rows, report) = read_rows(ground, known, table, mapping);
        let of_person = by_person(list, known);
        let ladder = Ladder::new(list, known, &of_person, mapping.product);
        let mut matches = ladder.climb(&rows, ground.settled);
        number_in_order(&mut matches, list.len());
        let mut plan = Self {
            decisions: Vec::new(),
            report,
        };
        plan.report.missing = missing::missing(list, known, &of_person, &matches, mapping.product);
        let origin = Origin {
            source: mapping.product.name.into(),
            imported: ground.now.format("%Y-%m-%d %H:%M:%S").to_string().into(),
            has_standing: !mapping.of(Field::Status).is_empty(),
            lasting_ids: mapping.product.lasting_ids,
        };
        for group in grouped(rows, matches) {
            plan.person(list, known, &of_person, group, &origin);
        }
        seat::seat(&mut plan, list, ground.event.sign_up.capacity);
        plan.report.changed = !plan.decisions.is_empty();
        plan
    }

    /// Decides about one person: what their rows say together, and what that changes.
    fn person(
        &mut self,
        list: &Registrations,
        known: &Submissions,
        of_person: &[Vec<u32>],
        group: Vec<(Candidate, Match)>,
        origin: &Origin,
    ) {
        let Some((first, who)) = group
            .first()
            .map(|(row, found)| (row.row as usize, found.who))
        else {
            return;
        };
        let places = of_person.get(who as usize).map_or(&[][..], Vec::as_slice);
        let mut file = File::open(known, places);
        for (at, (row, found)) in group.into_iter().enumerate() {
            let outcome = &mut self.report.rows[row.row as usize];
            outcome.who = Some(who as usize);
            outcome.verdict = if at == 0 {
                Verdict::Unchanged
            } else {
                Verdict::Repeated
            };
            if !found.shares.is_empty() || !found.maybe.is_empty() {
                let detail = outcome.more();
                detail.shares = found.shares.into_iter().map(|who| who as usize).collect();
                detail.maybe = found.maybe.into_iter().map(|who| who as usize).collect();
            }
            if file.take(row, origin) {
                outcome.more().another_seat = true;
            }
        }
        if file.filed.is_empty() {
            return;
        }
        let now: Vec<&Submission> = file.all().collect();
        let outcome = &mut self.report.rows[first];
        let mut decision = Decision {
            place: who,
            sets: Vec::new(),
            turn: Turn::Stay,
            registered: String::new(),
            filed: Vec::new(),
        };
        match list.get(who as usize) {
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
                decision.sets = difference.sets;
                decision.turn = difference.turn;
                decision.registered = person.get("registered").to_string();
            }
            None => {
                let folded = fold(&now);
                outcome.verdict = Verdict::Added;
                decision.turn = match folded.standing {
                    Standing::Coming => Turn::Seat,
                    Standing::Pending => Turn::To(Status::Pending),
                    Standing::Waiting => Turn::To(Status::Waiting),
                    Standing::Cancelled => {
                        outcome.verdict = Verdict::Cancelled;
                        Turn::To(Status::Cancelled)
                    }
                };
                decision.registered = minute(folded.registered).to_string();
            }
        }
        decision.filed = file.filed;
        self.decisions.push(decision);
    }

    /// Returns what it found.
    pub fn report(&self) -> &Report {
        &self.report
    }
}

/// Reads every row into a person, or gives it its verdict if it is about nobody.
fn read_rows(
    ground: Ground<'_>,
    known: &mut Submissions,
    table: &Table<'_>,
    mapping: &Mapping,
) -> (Vec<Candidate>, Report) {
    let mut report = Report::default();
    let mut rows: Vec<Candidate> = Vec::with_capacity(table.len());
    let mut reader = Reader::new(mapping, ground.event, known);
    for (at, row) in (0..).zip(table.rows()) {
        let reading = match row.fault {
            Some(fault) => Reading::Nobody(fault.to_string()),
            None => reader.read(at, row),
        };
        let mut outcome = Outcome::new(row.line, Verdict::Blank);
        match reading {
            Reading::Person(person) => rows.push(*person),
            Reading::Blank => {}
            Reading::Nobody(reason) => {
                outcome.verdict = Verdict::Rejected;
                outcome.more().reason = Some(reason);
            }
        }
        report.rows.push(outcome);
    }
    report.unclear = reader.unclear;
    report.doubts = std::mem::take(&mut reader.doubts.list);
    let cleaned = reader.cleaned.iter();
    let cleaned = cleaned.map(|(what, (count, line))| (what.words().to_string(), *count, *line));
    let in_reading = table.repairs.iter();
    let in_reading = in_reading.map(|repair| (repair.what.to_string(), repair.count, repair.line));
    report.repaired = in_reading.chain(cleaned).collect();
    (rows, report)
}

/// Returns for each person in the list the places of what they sent.
fn by_person(list: &Registrations, known: &Submissions) -> Vec<Vec<u32>> {
    let mut of_person: Vec<Vec<u32>> = vec![Vec::new(); list.len()];
    if known.list.is_empty() {
        return of_person;
    }
    let codes = list
        .iter()
        .enumerate()
        .map(|(at, person)| (person.code(), at));
    let places: std::collections::HashMap<&str, usize> = codes.collect();
    for (at, submission) in (0..).zip(&known.list) {
        if let Some(place) = places.get(&*submission.code) {
            of_person[*place].push(at);
        }
    }
    of_person
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
        found.shares.iter_mut().for_each(place);
        found.maybe.iter_mut().for_each(place);
    }
}

/// Brings the rows about one person together, people in the order of their places, rows in that of the file.
fn grouped(
    rows: Vec<Candidate>,
    matches: Vec<Match>,
) -> impl Iterator<Item = Vec<(Candidate, Match)>> {
    let mut pairs: Vec<(Candidate, Match)> = rows.into_iter().zip(matches).collect();
    pairs.sort_by_key(|(_, found)| found.who);
    let mut pairs = pairs.into_iter().peekable();
    std::iter::from_fn(move || {
        let first = pairs.next()?;
        let who = first.1.who;
        let mut group = vec![first];
        while let Some(next) = pairs.next_if(|(_, found)| found.who == who) {
            group.push(next);
        }
        Some(group)
    })
}
