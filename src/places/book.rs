use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::arrival::Arrivals;
use super::past::ELSEWHERE;
use super::{Arrival, HAND, Limits, Past, Queue, Reach};
use crate::error::{Error, Result};
use crate::model::{
    Chronicle, Event, HistoryEntry, Registration, Registrations, Status, What, Why,
};

/// The book of places while the list is being changed. It is opened on the list as it stands, told of every change, and
/// closed on the changed list: then places are given out.
#[derive(Debug)]
pub struct Book<'a> {
    pub(super) event: &'a Event,
    pub(super) past: Past<'a>,
    pub(super) now: DateTime<Utc>,
    /// The same time as the history writes it.
    stamp: String,
    pub(super) by: &'static str,
    /// How many places were taken before the change.
    pub(super) before: Limits<'a>,
    pub(super) arrivals: Arrivals,
    /// Who waits since now because the source says so, by their places in the list.
    elsewhere: HashSet<usize>,
    /// Who knows of their offer; none if nobody has looked, and then no offer runs out.
    pub(super) reached: Option<HashMap<String, Reach>>,
    pub(super) moves: Moves,
    /// Who stood before somebody who was given a place by hand, and why they were passed over.
    passed: Vec<(String, String)>,
}

/// What happened, and who has moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// Who has moved up and has a place.
    pub moved_up: Vec<String>,
    /// Who is offered a place.
    pub offered: Vec<String>,
    /// Whose offer has run out.
    pub expired: Vec<String>,
    /// Who was not told of their offer in time, and has longer to answer.
    pub renewed: Vec<String>,
    /// Who was changed, added or taken out by hand since the last run.
    pub noticed: Vec<String>,
    /// What the history says of all of it.
    pub entries: Chronicle,
}

impl<'a> Book<'a> {
    /// Opens it on the list as it stands. What organisers have changed in their files since the last run is respected and
    /// written down as theirs. `by` is who makes the change that follows: the name of a command.
    pub fn open(
        list: &Registrations,
        happened: &'a Chronicle,
        setting: (&'a Event, DateTime<Utc>, &'static str),
    ) -> Self {
        let mut book = Self::unread(list, happened, setting);
        book.notice(list, (HAND, None));
        book
    }

    /// Opens it for a change that changes nothing, if nobody waits for a place so that nobody can move either: then nobody
    /// needs to know what happened before. What was changed by hand is written down with the next change.
    pub fn at_rest(
        list: &Registrations,
        setting: (&'a Event, DateTime<Utc>, &'static str),
    ) -> Option<Self> {
        let waits = |one: &Registration| one.status() == Some(Status::Waiting);
        let moves = list.iter().any(waits);
        (!moves).then(|| Self::with(Past::default(), list, setting))
    }

    /// Returns what the history says of a list that a command has put in the place of another: what is different is its
    /// doing, and `why` says what it took back or brought back.
    pub fn replaced(
        list: &Registrations,
        happened: &'a Chronicle,
        setting: (&'a Event, DateTime<Utc>, &'static str),
        why: &str,
    ) -> Chronicle {
        let mut book = Self::unread(list, happened, setting);
        book.notice(list, (book.by, Some(why)));
        book.moves.entries
    }

    fn unread(
        list: &Registrations,
        happened: &'a Chronicle,
        setting: (&'a Event, DateTime<Utc>, &'static str),
    ) -> Self {
        Self::with(Past::of(happened.iter()), list, setting)
    }

    fn with(
        past: Past<'a>,
        list: &Registrations,
        (event, now, by): (&'a Event, DateTime<Utc>, &'static str),
    ) -> Self {
        Self {
            event,
            past,
            now,
            stamp: HistoryEntry::stamp(now),
            by,
            before: Limits::of(list, event),
            arrivals: Arrivals::default(),
            elsewhere: HashSet::new(),
            reached: None,
            moves: Moves::default(),
            passed: Vec::new(),
        }
    }

    /// Says who knows of their offer, by code. Only with that do offers run out: nobody loses a place that they never
    /// heard of.
    #[must_use]
    pub fn reaching(self, reached: HashMap<String, Reach>) -> Self {
        Self {
            reached: Some(reached),
            ..self
        }
    }

    /// Returns what was changed by hand since the last run.
    pub fn noticed(&self) -> &Chronicle {
        &self.moves.entries
    }

    /// Writes down what happens to somebody.
    pub fn tell(&mut self, code: &str, what: What, value: &str, why: &str) {
        self.write((code, what, value, why.into()), self.by);
    }

    /// Writes down that somebody, by their place in the list, asks for a place: they get one when the book is closed, or wait, or are pending if the
    /// registration is not open. Their status must be `waiting`.
    pub fn arrives(&mut self, at: usize, arrival: Arrival) {
        self.arrivals.add(at, arrival);
    }

    /// Writes down that somebody, by their place in the list, waits because the source says that they do: they get no place
    /// here until it says otherwise or somebody gives them one by hand. `whence` is the file and the line.
    pub fn waits_elsewhere(&mut self, at: usize, (code, what, whence): (&str, What, &str)) {
        let why = Why {
            then: ELSEWHERE,
            ..whence.into()
        };
        self.write((code, what, Status::Waiting.word(), why), self.by);
        self.elsewhere.insert(at);
    }

    /// Tells whether somebody, by their place in the list, who waits does so at the source.
    pub(super) fn is_elsewhere(&self, list: &Registrations, at: usize) -> bool {
        let known = || self.past.get(list.get(at)?.code());
        !self.arrivals.contains(at)
            && (self.elsewhere.contains(&at)
                || known().is_some_and(|known| known.waits_elsewhere()))
    }

    /// Puts those in order who wait for a place here.
    pub(super) fn queue(&self, list: &Registrations) -> Queue {
        Queue::but(list, &|at| self.is_elsewhere(list, at))
    }

    /// Somebody is about to get a place by hand: whoever stands before them and waits still once the book is closed was
    /// passed over. Whoever has an offer was first already.
    pub fn passes_over(&mut self, list: &Registrations, person: usize) {
        let has_offer = |one: &Registration| !one.get("offer").trim().is_empty();
        if list.get(person).is_some_and(has_offer) {
            return;
        }
        let queue = self.queue(list);
        let everybody = || queue.units().iter().flat_map(|unit| &unit.people).copied();
        let before = queue
            .before(person)
            .unwrap_or_else(|| everybody().collect());
        let code = |at: usize| list.get(at).map(|one| one.code().to_string());
        let why = format!(
            "{} was given a place by hand",
            code(person).unwrap_or_default()
        );
        let passed = before.into_iter().filter_map(code);
        self.passed.extend(passed.map(|one| (one, why.clone())));
    }

    /// Makes sure that a change which organisers have typed does not give away more places than there are.
    ///
    /// # Errors
    /// When it does; the hint says what else to do.
    pub fn refuse_overbooking(&self, list: &Registrations) -> Result<()> {
        let Some((taken, capacity, ticket)) = Limits::of(list, self.event).overbooked(&self.before)
        else {
            return Ok(());
        };
        let of = ticket.map_or(String::new(), |ticket| format!(" of the ticket {ticket}"));
        Err(Error::new(format!(
            "this would take {taken} of {capacity} places{of}, so nothing was changed"
        ))
        .hint("raise `capacity` in event.toml, or pass --force; a ticket with `counted = false` takes no place"))
    }

    /// Gives out places, and returns what happened since the book was opened.
    pub fn close(self, list: &mut Registrations) -> Moves {
        self.close_and_keep(list).0
    }

    /// As [`close`](Self::close); returns also the past, as it was when the book was opened.
    pub fn close_and_keep(mut self, list: &mut Registrations) -> (Moves, Past<'a>) {
        self.expire(list);
        self.seat(list);
        for (code, why) in std::mem::take(&mut self.passed) {
            let waits = list.find(&code).is_ok_and(|one| {
                one.status() == Some(Status::Waiting) && one.get("offer").is_empty()
            });
            if waits {
                self.tell(&code, What::Skipped, "", &why);
            }
        }
        (self.moves, self.past)
    }

    pub(super) fn write(
        &mut self,
        (code, what, value, why): (&str, What, &str, Why<'_>),
        by: &'static str,
    ) {
        self.moves.entries.tell(HistoryEntry {
            time: &self.stamp,
            code,
            what,
            value,
            why,
            by,
        });
    }

    /// Gives somebody a status.
    pub(super) fn turn(&mut self, list: &mut Registrations, at: usize, status: Status, why: &str) {
        let Some(person) = list.get_mut(at) else {
            return;
        };
        person.set_status(status);
        if !person.get("offer").is_empty() {
            person.set("offer", "");
        }
        let code = person.code().to_string();
        self.tell(&code, What::Status, status.word(), why);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parse_wall_time;

    /// Gives somebody a place by hand, and returns who was passed over.
    fn passed(chosen: usize, offer: &str) -> Vec<String> {
        let mut event = Event::named("test", "Test");
        event.sign_up.capacity = Some(1);
        let mut list = Registrations::default();
        list.add_column("offer");
        for code in ["a", "b", "c"] {
            let mut person = list.blank();
            person.set("code", code);
            person.set_status(Status::Waiting);
            list.push(person);
        }
        let place = |list: &mut Registrations, column: &str, value: &str| {
            if let Some(person) = list.get_mut(chosen) {
                person.set(column, value);
            }
        };
        place(&mut list, "offer", offer);
        let now = parse_wall_time("2024-04-01 10:00", &[]).expect("a time");
        let happened = Chronicle::default();
        let mut book = Book::open(&list, &happened, (&event, now.and_utc(), "confirm"));
        book.passes_over(&list, chosen);
        place(&mut list, "status", "confirmed");
        place(&mut list, "offer", "");
        let moves = book.close(&mut list);
        let skipped = moves.entries.iter();
        let skipped = skipped.filter(|entry| entry.what == What::Skipped);
        skipped.map(|entry| entry.code.to_string()).collect()
    }

    #[test]
    fn whoever_waits_before_somebody_who_gets_a_place_by_hand_was_passed_over() {
        assert_eq!(passed(2, ""), ["a", "b"]);
        assert_eq!(passed(0, ""), [""; 0]);
        // An offer was made to the first who fitted.
        assert_eq!(passed(2, "2024-04-02 10:00"), [""; 0]);
    }

    #[test]
    fn a_list_in_which_somebody_waits_is_not_at_rest() {
        let event = Event::named("test", "Test");
        let now = parse_wall_time("2024-04-01 10:00", &[]).expect("a time");
        let rests = |status: Status| {
            let mut list = Registrations::default();
            let mut person = list.blank();
            person.set_status(status);
            list.push(person);
            Book::at_rest(&list, (&event, now.and_utc(), "import")).is_some()
        };
        let all = Status::ALL.map(|status| (status, rests(status)));
        let expected = Status::ALL.map(|status| (status, status != Status::Waiting));
        assert_eq!(all, expected);
    }
}
