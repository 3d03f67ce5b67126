use std::borrow::Cow;
use std::collections::HashMap;

use super::{Arrival, Book, Limits, Shortage, Unit};
use crate::model::{Registration, Registrations, Status, Waiting, What, moment, parse_wall_time};

impl Book<'_> {
    /// Gives places to the first who fit. Whoever stands before them and does not fit is passed over, with the reason.
    /// Nobody moves up once the event has begun; whoever arrives then still finds a place if nobody waits for it.
    pub(super) fn seat(&mut self, list: &mut Registrations) {
        self.turn_away_out_of_time(list);
        let begun = self.event.begins().is_some_and(|begins| begins <= self.now);
        let event = self.event;
        let mut limits = Limits::of(list, event);
        if self.all_arrive_and_fit(list, &limits) {
            for (at, _) in self.arrivals.iter() {
                if let Some(person) = list.get_mut(at).filter(|one| waits(one)) {
                    person.set_status(Status::Confirmed);
                }
            }
            self.welcome(list, &HashMap::new());
            return;
        }
        let queue = self.queue(list);
        let mut passed: Vec<(&Unit, Shortage<'_>)> = Vec::new();
        let mut short: HashMap<usize, Shortage<'_>> = HashMap::new();
        for unit in queue.units() {
            let arrived = unit.people.iter().all(|at| self.arrivals.contains(*at));
            let people: Vec<&Registration> =
                unit.people.iter().filter_map(|at| list.get(*at)).collect();
            if let Some(shortage) = limits.shortage(&people) {
                short.extend(unit.people.iter().map(|at| (*at, shortage)));
                passed.push((unit, shortage));
                continue;
            }
            if begun && !arrived {
                // Who waits keeps the place from those behind; whether they are still there, the door can say. Where
                // nothing is scarce there is no such place: they wait elsewhere.
                if limits.are_set() {
                    break;
                }
                continue;
            }
            let taken = limits.taken();
            for person in people {
                limits.take(person);
            }
            // A guest who takes no place passes nobody over.
            if limits.taken() > taken {
                for (unit, shortage) in passed.drain(..) {
                    self.pass_over(list, unit, shortage);
                }
            }
            for at in &unit.people {
                if self.event.sign_up.waiting == Waiting::Offer && !arrived {
                    self.offer(list, *at);
                } else {
                    self.confirm(list, *at);
                }
            }
        }
        self.welcome(list, &short);
    }

    /// Tells whether whoever waits has come just now and there is a place for everybody: then no queue is needed.
    fn all_arrive_and_fit(&self, list: &Registrations, limits: &Limits<'_>) -> bool {
        let mut after = limits.clone();
        for (at, person) in list.iter().enumerate().filter(|(_, one)| waits(one)) {
            if !self.arrivals.contains(at) {
                if self.is_elsewhere(list, at) {
                    continue;
                }
                return false;
            }
            after.take(person);
        }
        after.overbooked(limits).is_none()
    }

    fn confirm(&mut self, list: &mut Registrations, at: usize) {
        let Some(person) = list.get_mut(at) else {
            return;
        };
        let code = person.code().to_string();
        if self.arrivals.contains(at) {
            person.set_status(Status::Confirmed);
            return;
        }
        self.turn(
            list,
            at,
            Status::Confirmed,
            "a place was free; first on the waiting list who fits",
        );
        self.moves.moved_up.push(code);
    }

    fn pass_over(&mut self, list: &Registrations, unit: &Unit, shortage: Shortage<'_>) {
        let why = shortage.to_string();
        for at in &unit.people {
            let code = list.get(*at).map_or("", Registration::code);
            // Said once: that it goes on is no news.
            let known = self.past.get(code);
            if self.arrivals.contains(*at) || known.is_some_and(|known| known.skipped == why) {
                continue;
            }
            self.tell(code, What::Skipped, "", &why);
        }
    }

    /// Whoever signs up before the registration opens or after it has closed is for the organisers to decide on.
    fn turn_away_out_of_time(&mut self, list: &mut Registrations) {
        let sign_up = &self.event.sign_up;
        if self.arrivals.is_empty() || sign_up.opens.is_none() && sign_up.closes.is_none() {
            return;
        }
        let now = self.now.with_timezone(&self.event.zone).naive_local();
        let mut away = Vec::new();
        for (at, _) in self.arrivals.iter() {
            let Some(person) = list.get_mut(at) else {
                continue;
            };
            let when = parse_wall_time(person.get("registered").trim(), &[]).unwrap_or(now);
            let why = match (sign_up.opens, sign_up.closes) {
                (Some(opens), _) if when < opens => format!(
                    "signed up before the registration opened on {}",
                    opens.format("%Y-%m-%d %H:%M")
                ),
                (_, Some(closes))
                    if moment(when, self.event.zone) >= moment(closes, self.event.zone) =>
                {
                    format!(
                        "signed up after the registration closed on {}",
                        closes.format("%Y-%m-%d %H:%M")
                    )
                }
                _ => continue,
            };
            person.set_status(Status::Pending);
            away.push((at, person.code().to_string(), why));
        }
        for (at, code, why) in away {
            if let Some(arrival) = self.arrivals.remove(at) {
                self.write_arrival(&code, &arrival, Status::Pending, &why);
            }
        }
    }

    /// Writes down what those who have arrived got.
    fn welcome(&mut self, list: &Registrations, short: &HashMap<usize, Shortage<'_>>) {
        if self.arrivals.is_empty() {
            return;
        }
        let arrivals = std::mem::take(&mut self.arrivals);
        for (at, arrival) in arrivals.iter() {
            let Some(person) = list.get(at) else {
                continue;
            };
            let status = person.status().unwrap_or(Status::Waiting);
            let why = match (status, short.get(&at)) {
                (Status::Confirmed, _) => Cow::Borrowed("a place was free"),
                (_, Some(shortage)) => shortage.to_string().into(),
                _ => "".into(),
            };
            self.write_arrival(person.code(), &arrival, status, &why);
        }
    }

    pub(super) fn write_arrival(
        &mut self,
        code: &str,
        arrival: &Arrival,
        status: Status,
        why: &str,
    ) {
        let what = if arrival.new {
            What::Added
        } else {
            What::Status
        };
        self.write((code, what, status.word(), arrival.why(why)), self.by);
    }
}

/// Tells whether somebody waits, and has no offer.
fn waits(person: &Registration) -> bool {
    person.status() == Some(Status::Waiting) && person.get("offer").trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::{Arrival, Book};
    use crate::model::{Chronicle, Event, Registrations, Status, parse_date, parse_wall_time};

    /// Signs somebody up once the event has begun, behind somebody who waits.
    fn status_behind_one_who_waits(capacity: Option<u32>) -> Option<Status> {
        let mut event = Event::named("test", "Test");
        event.dates = vec![parse_date("2024-04-13").expect("a date")];
        event.sign_up.capacity = capacity;
        let mut list = Registrations::default();
        for code in ["a", "b"] {
            let mut person = list.blank();
            person.set("code", code);
            person.set_status(Status::Waiting);
            list.push(person);
        }
        let now = parse_wall_time("2024-04-13 10:00", &[]).expect("a time");
        let happened = Chronicle::default();
        let mut book = Book::open(&list, &happened, (&event, now.and_utc(), "import"));
        book.arrives(1, Arrival::new(&"list.csv".into(), None));
        book.close(&mut list);
        assert_eq!(
            list.get(0).and_then(|one| one.status()),
            Some(Status::Waiting)
        );
        list.get(1).and_then(|one| one.status())
    }

    #[test]
    fn who_waits_elsewhere_keeps_nobody_from_a_place_where_none_are_scarce() {
        assert_eq!(status_behind_one_who_waits(None), Some(Status::Confirmed));
        assert_eq!(status_behind_one_who_waits(Some(9)), Some(Status::Waiting));
    }
}
