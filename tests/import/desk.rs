use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::NaiveDate;
use plenary::import::read::{self, Wishes};
use plenary::import::{Field, Ground, Held, Mapping, Plan, Report, Settled, Verdict};
use plenary::model::{Chronicle, Event, Registrations, Submissions, What};
use plenary::places::{Arrival, Book};
use plenary::store::{Folder, Mode, NewEvent, create};

/// A sign-up desk: the list and the memory of one event, without a disk.
pub(crate) struct Desk {
    event: Event,
    pub(crate) list: Registrations,
    pub(crate) known: Submissions,
    pub(crate) settled: Settled,
    /// What the book of places has written down.
    happened: Chronicle,
    hour: u32,
    drawn: usize,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self::with_capacity(None)
    }

    pub(crate) fn with_capacity(capacity: Option<u32>) -> Self {
        // An event folder is made once: these tests open thousands of desks.
        static OPEN: LazyLock<Event> = LazyLock::new(|| event(None));
        Self {
            event: match capacity {
                None => OPEN.clone(),
                capacity => event(capacity),
            },
            list: Registrations::default(),
            known: Submissions::default(),
            settled: Settled::default(),
            happened: Chronicle::default(),
            hour: 0,
            drawn: 0,
        }
    }

    /// What a file may say of the event.
    pub(crate) fn held(&self) -> Held {
        Held::of(&self.event)
    }

    /// Imports a file an hour after the last one, and checks what must hold for every import.
    pub(crate) fn import(&mut self, name: &str, bytes: &[u8]) -> Vec<Report> {
        self.import_said(name, bytes, &[])
    }

    /// Imports a file as [`import`](Self::import) does, of which somebody has said which columns some fields are.
    pub(crate) fn import_said(
        &mut self,
        name: &str,
        bytes: &[u8],
        wishes: &[(Field, String)],
    ) -> Vec<Report> {
        let Ok(tables) = read::read(name, bytes, &Wishes::default()) else {
            return Vec::new();
        };
        let day = NaiveDate::from_ymd_opt(2024, 4, 10).expect("a day");
        let now = day.and_hms_opt(0, 0, 0).expect("a time")
            + chrono::Duration::hours(i64::from(self.hour));
        self.hour += 1;
        let mut reports = Vec::new();
        let utc = now.and_utc();
        let happened = self.happened.clone();
        let mut book = Book::open(&self.list, &happened, (&self.event, utc, "import"));
        for (_, table) in &tables {
            let before = self.list.len();
            let mapping = Mapping::find(table, wishes, &self.held().on(now.date()));
            let ground = Ground {
                event: &self.event,
                settled: &self.settled,
                now,
            };
            let plan = Plan::make(ground, &self.list, &mut self.known, table, &mapping);
            let drawn = &mut self.drawn;
            let report = plan.apply(&mut self.list, &mut self.known, |limit| {
                *drawn = drawn
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                (*drawn >> 33) % limit
            });
            let sum: usize = Verdict::ALL
                .iter()
                .map(|verdict| report.count(*verdict))
                .sum();
            assert_eq!(sum, table.len(), "{name}: rows = sum of verdicts");
            assert!(self.list.len() >= before, "{name}: nobody leaves the list");
            let new = self.list.len() - before;
            assert!(
                report.count(Verdict::Added) <= new,
                "{name}: everybody added is in the list"
            );
            for seat in &report.seats {
                let arrival = if report.had.contains_key(seat) {
                    Arrival::again(&name.into(), None)
                } else {
                    Arrival::new(&name.into(), None)
                };
                book.arrives(*seat as usize, arrival);
            }
            for who in report.waits.iter().map(|who| *who as usize) {
                let code = self.list.get(who).map_or("", |one| one.code());
                book.waits_elsewhere(who, (code, What::Status, name));
            }
            reports.push(report);
        }
        let moves = book.close(&mut self.list);
        self.happened.extend(moves.entries.iter());
        for report in &mut reports {
            report.seated(&self.list);
        }
        reports
    }

    /// Everybody as name and address.
    pub(crate) fn people(&self) -> BTreeSet<(String, String)> {
        let people = self.list.iter();
        people
            .map(|one| (one.name().to_string(), one.email().to_lowercase()))
            .collect()
    }

    /// Everything but codes, to compare.
    pub(crate) fn everything(&self) -> Vec<Vec<String>> {
        let mut rows: Vec<Vec<String>> = self
            .list
            .iter()
            .map(|one| {
                let cells = one.columns().names().iter().zip(one.cells());
                let mut cells: Vec<String> = cells
                    .filter(|(name, cell)| *name != "code" && !cell.is_empty())
                    .map(|(name, cell)| format!("{name}={cell}"))
                    .collect();
                cells.sort();
                cells
            })
            .collect();
        rows.sort();
        rows
    }
}

/// An event with that many places.
fn event(capacity: Option<u32>) -> Event {
    let folder = tempfile::tempdir().expect("a folder");
    let new = NewEvent {
        id: plenary::model::Id::parse("test").expect("an id"),
        name: "Test".into(),
        dates: vec![NaiveDate::from_ymd_opt(2024, 4, 13).expect("a day")],
        zone: chrono_tz::Europe::London,
        hours: None,
        contact: None,
        venue: String::new(),
        address: String::new(),
        capacity,
    };
    create(folder.path(), &new, Mode::Real).expect("it can be made");
    let reading = Folder::at(folder.path()).and_then(|folder| folder.read());
    reading.expect("it reads").event.expect("an event")
}
