use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use plenary::model::{
    Chronicle, Event, Registration, Registrations, Status, Waiting, What, parse_wall_time,
};
use plenary::places::{Arrival, Book, Limits, Moves, Past, Queue, Story};
use plenary::store::{Folder, Mode, NewEvent, create};

use crate::post::Post;

/// Something that happens.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// So many people sign up together; more than one are a group. 0 no ticket, 1 a ticket that is limited, 2 a guest.
    SignUp {
        people: usize,
        ticket: u8,
    },
    Cancel(usize),
    Capacity(u32),
    TicketCapacity(u32),
    /// Somebody's status is edited in the file.
    Hand(usize, usize),
    /// Somebody's row is deleted in the file.
    DeleteRow(usize),
    Priority(usize, i32),
    Accept(usize),
    /// The clock moves by so many hours, perhaps back.
    Clock(i64),
    /// A run that cancels somebody is killed: list and history are those of before.
    Killed(usize),
    Due,
    /// The mail server goes away or comes back.
    Server(bool),
}

/// An event in memory: its list, its history, its mails and its clock.
pub(crate) struct Hall {
    event: Event,
    list: Registrations,
    history: Chronicle,
    post: Post,
    now: DateTime<Utc>,
    drawn: usize,
}

impl Hall {
    pub(crate) fn new(offers: bool) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let new = NewEvent {
            id: plenary::model::Id::parse("test").expect("an id"),
            name: "Test".into(),
            dates: vec![chrono::NaiveDate::from_ymd_opt(2024, 4, 13).expect("a day")],
            zone: chrono_tz::Europe::London,
            hours: None,
            contact: None,
            venue: String::new(),
            address: String::new(),
            capacity: Some(5),
        };
        create(folder.path(), &new, Mode::Real).expect("it can be made");
        let path = folder.path().join("event.toml");
        let text = std::fs::read_to_string(&path).expect("an event");
        let tickets = "[[ticket]]\nid = \"few\"\ncapacity = 2\n\n[[ticket]]\nid = \"guest\"\ncounted = false\n";
        std::fs::write(&path, format!("{text}\n{tickets}")).expect("written");
        let reading = Folder::at(folder.path()).and_then(|folder| folder.read());
        let mut event = reading.expect("it reads").event.expect("an event");
        if offers {
            event.sign_up.waiting = Waiting::Offer;
        }
        let now = parse_wall_time("2024-03-20 10:00", &[]).expect("a time");
        Self {
            event,
            list: Registrations::default(),
            history: Chronicle::default(),
            post: Post::default(),
            now: now.and_utc(),
            drawn: 0,
        }
    }

    pub(crate) fn take(&mut self, step: &Step) {
        self.now += TimeDelta::minutes(1);
        match *step {
            Step::SignUp { people, ticket } => self.sign_up(people, ticket),
            Step::Cancel(who) => self.cancel(who),
            Step::Capacity(capacity) => {
                self.event.sign_up.capacity = Some(capacity);
                self.run();
            }
            Step::TicketCapacity(capacity) => {
                self.event.tickets[0].capacity = Some(capacity);
                self.run();
            }
            Step::Hand(who, status) => {
                if let Some(person) = self.someone(who).and_then(|at| self.list.get_mut(at)) {
                    person.set_status(Status::ALL[status]);
                }
                self.run();
            }
            Step::DeleteRow(who) => {
                if let Some(at) = self.someone(who) {
                    self.list.remove(at);
                }
                self.run();
            }
            Step::Priority(who, number) => {
                if let Some(person) = self.someone(who).and_then(|at| self.list.get_mut(at)) {
                    person.set("priority", &number.to_string());
                }
                self.run();
            }
            Step::Accept(who) => {
                let code = self.someone(who).and_then(|at| self.list.get(at));
                let code = code.map_or(String::new(), |one| one.code().to_string());
                // Who has no offer is told so, and nothing changes.
                self.change(|list, book| drop(book.accept(list, &code)));
            }
            Step::Clock(hours) => {
                self.now += TimeDelta::hours(hours);
                self.run();
            }
            Step::Killed(who) => {
                let (list, history) = (self.list.clone(), self.history.clone());
                self.cancel(who);
                self.list = list;
                self.history = history;
                self.run();
            }
            Step::Due => {
                self.run_with_letters();
                self.post.send(
                    &self.event,
                    &self.list,
                    &Past::of(self.history.iter()),
                    self.now,
                );
                self.everybody_knows_how_they_stand();
            }
            Step::Server(away) => {
                self.post.away = away;
                self.run();
            }
        }
    }

    fn someone(&self, who: usize) -> Option<usize> {
        (!self.list.is_empty()).then(|| who % self.list.len())
    }

    fn run(&mut self) {
        self.change(|_, _| ());
    }

    fn sign_up(&mut self, people: usize, ticket: u8) {
        let first = self.drawn;
        self.drawn += people;
        let registered = self.now.with_timezone(&self.event.zone);
        let registered = registered.format("%Y-%m-%d %H:%M").to_string();
        self.change(|list, book| {
            for column in ["group", "priority"] {
                list.add_column(column);
            }
            for number in first..first + people {
                let mut person = list.blank();
                person.set("code", &code(number));
                person.set("email", &format!("person{number}@example.org"));
                person.set("registered", &registered);
                person.set("ticket", ["", "few", "guest"][usize::from(ticket)]);
                if people > 1 {
                    person.set("group", &format!("group {first}"));
                }
                person.set_status(Status::Waiting);
                book.arrives(
                    list.len(),
                    Arrival::new(&"form.csv".into(), Some(number + 2)),
                );
                list.push(person);
            }
        });
    }

    fn cancel(&mut self, who: usize) {
        let at = self.someone(who);
        self.change(|list, book| {
            if let Some(person) = at.and_then(|at| list.get_mut(at))
                && person.status() != Some(Status::Cancelled)
            {
                person.set_status(Status::Cancelled);
                person.set("offer", "");
                book.tell(person.code(), What::Status, "cancelled", "");
            }
        });
    }

    /// Makes a change, and checks what must hold between before and after.
    fn change(&mut self, change: impl FnOnce(&mut Registrations, &mut Book<'_>)) {
        let (happened, event) = (self.history.clone(), self.event.clone());
        let book = Book::open(&self.list, &happened, (&event, self.now, "test"));
        self.close(book, change);
    }

    /// As a run of `due` does, which alone lets offers run out.
    fn run_with_letters(&mut self) {
        let (happened, event) = (self.history.clone(), self.event.clone());
        let book = Book::open(&self.list, &happened, (&event, self.now, "due"));
        let noticed: Chronicle = happened.iter().chain(book.noticed().iter()).collect();
        let reached = self
            .post
            .reached(&self.list, &Past::of(noticed.iter()), self.now);
        self.close(book.reaching(reached), |_, _| ());
    }

    fn close(
        &mut self,
        mut book: Book<'_>,
        change: impl FnOnce(&mut Registrations, &mut Book<'_>),
    ) {
        change(&mut self.list, &mut book);
        let before = self.list.clone();
        let moves = book.close(&mut self.list);
        self.history.extend(moves.entries.iter());
        self.not_overbooked(&before);
        self.nobody_passed_over_without_a_reason(&before, &moves);
        for code in &moves.expired {
            let person = before.find(code).expect("nobody leaves");
            assert_eq!(
                self.post.read_deadline(code),
                Some(person.get("offer")),
                "{code} has read another deadline than the one that counts"
            );
        }
    }

    /// Once a run could send, the last mail that each person has read says what is so.
    fn everybody_knows_how_they_stand(&self) {
        let over = self
            .event
            .begins()
            .map(|begins| begins + TimeDelta::days(1));
        if self.post.away || over.is_some_and(|over| over <= self.now) {
            return;
        }
        for person in &self.list {
            let told = self.post.told_last(person);
            let knows = match person.status() {
                Some(Status::Confirmed) => ["confirmation", "place"].contains(&told),
                Some(Status::Waiting) if person.get("offer").is_empty() => told == "waiting",
                Some(Status::Waiting) => told == "offer",
                Some(Status::Cancelled) => ["cancelled", ""].contains(&told),
                _ => true,
            };
            assert!(knows, "{} has read `{told}` last", person.code());
        }
    }

    /// Giving out places never takes more than there are.
    fn not_overbooked(&self, before: &Registrations) {
        let (before, after) = (
            Limits::of(before, &self.event),
            Limits::of(&self.list, &self.event),
        );
        for ((had, ..), (taken, capacity, ticket)) in before.all().zip(after.all()) {
            let most = capacity.map_or(usize::MAX, |capacity| had.max(capacity as usize));
            assert!(
                taken <= most,
                "{taken} of {capacity:?} {ticket:?}, {had} before"
            );
        }
    }

    fn nobody_passed_over_without_a_reason(&self, before: &Registrations, moves: &Moves) {
        let past = Past::of(self.history.iter());
        let queue = Queue::of(before);
        let code = |at: &usize| before.get(*at).map_or("", Registration::code);
        let guest = |at: &usize| {
            before
                .get(*at)
                .is_some_and(|one| one.get("ticket") == "guest")
        };
        let got = |at: &usize| {
            let person = self.list.find(code(at)).expect("nobody leaves");
            person.status() == Some(Status::Confirmed) || !person.get("offer").is_empty()
        };
        let last = queue
            .units()
            .iter()
            .rposition(|unit| unit.people.iter().all(|at| got(at) && !guest(at)));
        for unit in &queue.units()[..last.unwrap_or(0)] {
            for at in unit.people.iter().filter(|at| !got(at)) {
                let told = past.get(code(at)).map_or("", |known| known.skipped);
                let arrived = moves.entries.iter().any(|entry| {
                    entry.code == code(at)
                        && entry.what == What::Added
                        && !entry.why.then.is_empty()
                });
                assert!(
                    !told.is_empty() || arrived,
                    "{} was passed over without a word",
                    code(at)
                );
            }
        }
    }

    /// What must hold at any time.
    pub(crate) fn check(&self) {
        let limits = Limits::of(&self.list, &self.event);
        let begun = self.event.begins().is_some_and(|begins| begins <= self.now);
        let queue = Queue::of(&self.list);
        for unit in queue.units() {
            let people: Vec<&Registration> = unit
                .people
                .iter()
                .filter_map(|at| self.list.get(*at))
                .collect();
            assert!(
                begun || limits.shortage(&people).is_some(),
                "{} waits although there is a place",
                people[0].code()
            );
        }
        self.history_is_complete();
        self.why_is_true(&queue);
        self.post.check();
    }

    /// Opened again, the book finds nothing that it does not know.
    fn history_is_complete(&self) {
        let book = Book::open(&self.list, &self.history, (&self.event, self.now, "test"));
        let moves = book.close(&mut self.list.clone());
        assert_eq!(moves, Moves::default());
        let told: BTreeSet<&str> = self.history.iter().map(|entry| entry.code).collect();
        assert!(self.list.iter().all(|one| told.contains(one.code())));
    }

    fn why_is_true(&self, queue: &Queue) {
        for (at, person) in self.list.iter().enumerate() {
            let story = Story::of(person.code(), &self.list, (&self.history, &[]), &self.event)
                .expect("everybody has a story");
            let status = person.status().map_or("", Status::word);
            assert_eq!(story.status, status);
            let last =
                story.events.iter().rev().find(|told| {
                    told.what == What::Added.word() || told.what == What::Status.word()
                });
            assert_eq!(last.map(|told| told.value.as_str()), Some(status));
            let before = queue.before(at);
            assert_eq!(
                story.position,
                before.as_ref().map(|before| before.len() + 1)
            );
            assert_eq!(story.before.len(), before.map_or(0, |before| before.len()));
            assert_eq!(story.because.is_empty(), story.position.is_none());
        }
    }
}

/// Returns a code in the order of the numbers.
fn code(number: usize) -> String {
    const LETTERS: &[u8] = b"bcdfghjkmnpqrstvwxyz";
    let letter = |number: usize| char::from(LETTERS[number % LETTERS.len()]);
    format!(
        "krt-m{}{}{}",
        letter(number / 400),
        letter(number / 20),
        letter(number)
    )
}
