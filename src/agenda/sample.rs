use chrono::{NaiveDate, NaiveTime, TimeDelta};
use fastrand::Rng;

use crate::model::{
    Conference, Event, Hours, Id, Room, Session, Span, Speaker, Track, Walk, WallTime, parse_date,
};

/// Makes small conferences by chance in which everything that a rule looks at occurs.
pub(super) struct Sample {
    chance: Rng,
    dates: Vec<NaiveDate>,
}

fn id(kind: char, number: usize) -> Id {
    Id::parse(&format!("{kind}{number}")).expect("an id")
}

impl Sample {
    pub(super) fn new(seed: u64) -> Self {
        let dates = ["2024-04-13", "2024-04-14"];
        let dates = dates.map(|date| parse_date(date).expect("a date"));
        let mut chance = Rng::with_seed(seed);
        let days = chance.usize(1..=2);
        Self {
            chance,
            dates: dates[..days].to_vec(),
        }
    }

    fn seldom(&mut self) -> bool {
        self.chance.u8(..6) == 0
    }

    fn maybe(&mut self) -> bool {
        self.chance.bool()
    }

    fn time(&mut self) -> WallTime {
        let date = self.dates[self.chance.usize(..self.dates.len())];
        let tens = if self.seldom() {
            self.chance.i64(48..160)
        } else {
            self.chance.i64(56..80)
        };
        date.and_time(NaiveTime::MIN) + TimeDelta::minutes(tens * 10)
    }

    fn windows(&mut self) -> Vec<Span> {
        let count = self.chance.usize(1..4);
        let window = |_| {
            let start = self.time();
            let end = start + TimeDelta::minutes(self.chance.i64(3..40) * 10);
            Span { start, end }
        };
        (0..count).map(window).collect()
    }

    /// Makes a conference with up to so many sessions.
    pub(super) fn conference(&mut self, sessions: usize) -> Conference {
        let event = self.event();
        let people = self.chance.usize(1..6);
        let speakers = (0..people).map(|at| self.speaker(at)).collect();
        let count = self.chance.usize(1..=sessions);
        let sessions = (0..count).map(|at| self.session(at, people + 1)).collect();
        Conference {
            event,
            speakers,
            sessions,
            waivers: Vec::new(),
        }
    }

    fn event(&mut self) -> Event {
        let mut event = Event::named("sample", "Sample");
        event.dates.clone_from(&self.dates);
        let hours = ["09:00-18:00", "10:00-16:30", "12:00-02:00"];
        let hours = hours[self.chance.usize(..hours.len())];
        event.hours = (!self.seldom()).then(|| Hours::parse(hours).expect(hours));
        event.day_ends = self.maybe().then(|| NaiveTime::MIN + TimeDelta::hours(4));
        let rooms = self.chance.usize(2..5);
        event.rooms = (0..rooms).map(|at| self.room(at)).collect();
        event.tracks = (0..3).map(|at| track(id('t', at))).collect();
        event.agenda.change_over = self.chance.u32(..3) * 5;
        event.agenda.walk = self.chance.u32(..3) * 5;
        if self.maybe() {
            event.agenda.walks.push(Walk {
                from: id('r', 1),
                to: id('r', 0),
                minutes: self.chance.u32(..30),
                origin: Default::default(),
            });
        }
        event
    }

    fn room(&mut self, at: usize) -> Room {
        Room {
            id: id('r', at),
            name: format!("Room {at}"),
            capacity: self.maybe().then(|| self.chance.u32(1..10) * 10),
            step_free: self.maybe().then(|| self.chance.bool()),
            open: if self.seldom() {
                self.windows()
            } else {
                Vec::new()
            },
            origin: Default::default(),
        }
    }

    fn speaker(&mut self, at: usize) -> Speaker {
        Speaker {
            confirmed: [None, Some(true), Some(false)][self.chance.usize(..3)],
            available: if self.seldom() {
                self.windows()
            } else {
                Vec::new()
            },
            step_free: self.seldom(),
            anonymous: self.seldom(),
            ..Speaker::named(id('p', at), &format!("Person {at}"))
        }
    }

    fn session(&mut self, at: usize, people: usize) -> Session {
        let mut who = |most: usize| {
            let count = self.chance.usize(..=most);
            (0..count)
                .map(|_| id('p', self.chance.usize(..people)))
                .collect::<Vec<_>>()
        };
        let speakers = who(2);
        let (chair, interpreters) = (who(1).pop(), who(1));
        let minutes = [0, 10, 20, 30, 45, 60, 90][self.chance.usize(..7)];
        let kinds = [
            "talk", "talk", "talk", "talk", "talk", "talk", "break", "plenary",
        ];
        Session {
            start: (!self.seldom()).then(|| self.time()),
            minutes: (minutes > 0).then_some(minutes),
            room: (!self.seldom()).then(|| id('r', self.chance.usize(..4))),
            speakers,
            chair,
            interpreters,
            track: self.maybe().then(|| id('t', self.chance.usize(..3))),
            kind: kinds[self.chance.usize(..kinds.len())].to_string(),
            expected: self.maybe().then(|| self.chance.u32(..100)),
            confirmed: [None, Some(true), Some(false)][self.chance.usize(..3)],
            cancelled: self.seldom(),
            ..Session::unscheduled(id('s', at), "Session")
        }
    }
}

fn track(id: Id) -> Track {
    Track {
        name: id.to_string(),
        colour: String::new(),
        origin: Default::default(),
        id,
    }
}
