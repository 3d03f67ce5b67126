use chrono::{DateTime, TimeDelta, Utc};

use super::{Arrival, Book, Moves, Past, Reach};
use crate::model::{
    Chronicle, Event, Id, Registrations, Status, Ticket, Waiting, What, parse_date, parse_wall_time,
};

/// An event with so many places, a list, and what happened.
struct Hall {
    event: Event,
    list: Registrations,
    history: Chronicle,
    now: DateTime<Utc>,
    /// Whether those who are offered a place know of it.
    reach: Reach,
}

impl Hall {
    fn with(capacity: u32) -> Self {
        let mut event = Event::named("test", "Test");
        event.dates = vec![parse_date("2024-04-13").expect("a date")];
        event.sign_up.capacity = Some(capacity);
        let now = parse_wall_time("2024-04-01 10:00", &[]).expect("a time");
        Self {
            event,
            list: Registrations::default(),
            history: Chronicle::default(),
            now: now.and_utc(),
            reach: Reach::Told,
        }
    }

    fn ticket(mut self, id: &str, capacity: Option<u32>, counted: bool) -> Self {
        self.event.tickets.push(Ticket {
            id: Id::parse(id).expect("an id"),
            name: id.to_string(),
            capacity,
            counted,
            origin: Default::default(),
        });
        self
    }

    /// Opens the book, applies a change and closes it.
    fn change(&mut self, change: impl FnOnce(&mut Registrations, &mut Book<'_>)) -> Moves {
        let happened = self.history.clone();
        let reached = self
            .list
            .iter()
            .map(|one| (one.code().to_string(), self.reach));
        let book = Book::open(&self.list, &happened, (&self.event, self.now, "test"));
        let mut book = book.reaching(reached.collect());
        change(&mut self.list, &mut book);
        let moves = book.close(&mut self.list);
        self.history.extend(moves.entries.iter());
        self.now += TimeDelta::minutes(1);
        moves
    }

    /// Signs people up at once: code and other cells.
    fn sign_up(&mut self, people: &[(&str, &[(&str, &str)])]) -> Moves {
        let now = self.now.format("%Y-%m-%d %H:%M").to_string();
        self.change(|list, book| {
            for (code, cells) in people {
                list.add_column("group");
                list.add_column("priority");
                let mut person = list.blank();
                person.set("code", code);
                person.set("registered", &now);
                person.set_status(Status::Waiting);
                for (column, value) in *cells {
                    person.set(column, value);
                }
                book.arrives(list.len(), Arrival::new(&"form.csv".into(), None));
                list.push(person);
            }
        })
    }

    fn cancel(&mut self, code: &str) -> Moves {
        self.change(|list, book| {
            let person = list.find_mut(code).expect(code);
            person.set_status(Status::Cancelled);
            book.tell(code, crate::model::What::Status, "cancelled", "");
        })
    }

    fn statuses(&self) -> String {
        let words = self.list.iter().map(|one| {
            let status = one.status().map_or("?", Status::word);
            format!("{} {status}", one.code())
        });
        words.collect::<Vec<_>>().join(", ")
    }

    fn told(&self) -> Vec<String> {
        let lines = self.history.iter().map(|entry| {
            let why = entry.why.to_string();
            let cells = [entry.code, entry.what.word(), entry.value, &why, entry.by];
            cells.join("|")
        });
        lines.collect()
    }
}

#[test]
fn places_go_in_the_order_of_signing_up_and_the_next_moves_up() {
    let mut hall = Hall::with(1);
    hall.sign_up(&[("a", &[])]);
    hall.sign_up(&[("b", &[]), ("c", &[("registered", "2024-03-01 10:00")])]);
    assert_eq!(hall.statuses(), "a confirmed, b waiting, c waiting");
    assert_eq!(hall.cancel("a").moved_up, ["c"]);
    assert_eq!(
        hall.told(),
        [
            "|capacity|1|stands in event.toml|hand",
            "a|added|confirmed|form.csv; a place was free|test",
            "b|added|waiting|form.csv; the only place is taken|test",
            "c|added|waiting|form.csv; the only place is taken|test",
            "a|status|cancelled||test",
            "c|status|confirmed|a place was free; first on the waiting list who fits|test",
        ]
    );
}

#[test]
fn a_priority_comes_before_time() {
    let mut hall = Hall::with(1);
    hall.sign_up(&[("a", &[])]);
    hall.sign_up(&[("b", &[])]);
    hall.sign_up(&[("c", &[("priority", "1")])]);
    assert_eq!(hall.cancel("a").moved_up, ["c"]);
}

#[test]
fn a_group_moves_up_only_whole_and_whoever_is_passed_over_is_told_why_once() {
    let mut hall = Hall::with(2);
    hall.sign_up(&[("a", &[]), ("b", &[])]);
    hall.sign_up(&[
        ("g1", &[("group", "Choir")]),
        ("g2", &[("group", "choir ")]),
    ]);
    hall.sign_up(&[("c", &[]), ("d", &[])]);
    assert_eq!(hall.cancel("a").moved_up, ["c"]);
    assert_eq!(hall.cancel("c").moved_up, ["d"]);
    let skipped: Vec<String> = hall.told();
    let skipped: Vec<&String> = skipped
        .iter()
        .filter(|line| line.contains("skipped"))
        .collect();
    assert_eq!(
        skipped,
        [
            "g1|skipped||the group needs 2 places and 1 is free|test",
            "g2|skipped||the group needs 2 places and 1 is free|test",
        ]
    );
    hall.cancel("b");
    assert_eq!(hall.cancel("d").moved_up, ["g1", "g2"]);
}

#[test]
fn a_ticket_that_is_sold_out_does_not_hold_up_the_others_and_guests_do_not_count() {
    let mut hall = Hall::with(3)
        .ticket("full", Some(1), true)
        .ticket("guest", None, false);
    hall.sign_up(&[("a", &[("ticket", "full")])]);
    hall.sign_up(&[("b", &[("ticket", "Full")]), ("c", &[]), ("d", &[])]);
    hall.sign_up(&[("e", &[]), ("f", &[("ticket", "guest")])]);
    assert_eq!(
        hall.statuses(),
        "a confirmed, b waiting, c confirmed, d confirmed, e waiting, f confirmed"
    );
}

#[test]
fn an_offer_holds_until_its_time_is_up_and_then_goes_to_the_next() {
    let mut hall = Hall::with(1);
    hall.event.sign_up.waiting = Waiting::Offer;
    hall.sign_up(&[("a", &[])]);
    hall.sign_up(&[("b", &[]), ("c", &[])]);
    assert_eq!(hall.cancel("a").offered, ["b"]);
    let offer =
        |hall: &Hall, code: &str| hall.list.find(code).expect(code).get("offer").to_string();
    assert_eq!(offer(&hall, "b"), "2024-04-03 10:02");
    hall.now += TimeDelta::hours(47);
    assert_eq!(hall.change(|_, _| ()), Moves::default());
    hall.now += TimeDelta::hours(1);
    let moves = hall.change(|_, _| ());
    assert_eq!(
        (moves.expired, moves.offered),
        (vec!["b".to_string()], vec!["c".to_string()])
    );
    hall.change(|list, book| {
        assert!(book.accept(list, "b").is_err());
        assert_eq!(book.accept(list, "c"), Ok(vec!["c".to_string()]));
    });
    assert_eq!(hall.statuses(), "a cancelled, b cancelled, c confirmed");
    assert_eq!(offer(&hall, "c"), "");
}

#[test]
fn nobody_loses_a_place_that_they_never_heard_of() {
    let mut hall = Hall::with(1);
    hall.event.sign_up.waiting = Waiting::Offer;
    hall.sign_up(&[("a", &[])]);
    hall.sign_up(&[("b", &[]), ("c", &[])]);
    hall.cancel("a");
    hall.reach = Reach::Underway;
    hall.now += TimeDelta::hours(23);
    assert_eq!(hall.change(|_, _| ()), Moves::default());
    hall.now += TimeDelta::hours(1);
    assert_eq!(hall.change(|_, _| ()).renewed, ["b"]);
    assert_eq!(
        hall.told().last().map(String::as_str),
        Some(
            "b|offered|2024-04-04 10:04|the mail had not gone out yet, so there is longer to answer|test"
        )
    );
    hall.reach = Reach::Stuck;
    hall.now += TimeDelta::hours(100);
    assert_eq!(hall.change(|_, _| ()), Moves::default());
    hall.reach = Reach::Underway;
    hall.now = parse_wall_time("2024-04-13 09:00", &[])
        .expect("a time")
        .and_utc();
    hall.change(|_, _| ());
    assert_eq!(hall.list.find("b").expect("b").get("offer"), "");
    assert_eq!(hall.statuses(), "a cancelled, b waiting, c waiting");
}

#[test]
fn a_deadline_that_was_set_by_hand_is_not_moved_before_it_is_over() {
    let mut hall = Hall::with(1);
    hall.event.sign_up.waiting = Waiting::Offer;
    hall.sign_up(&[("a", &[])]);
    hall.sign_up(&[("b", &[])]);
    hall.cancel("a");
    hall.reach = Reach::Underway;
    let person = hall.list.find_mut("b").expect("b");
    person.set("offer", "2024-04-01 18:00");
    let moves = hall.change(|_, _| ());
    assert_eq!((moves.noticed, moves.renewed), (vec!["b".into()], vec![]));
    assert_eq!(hall.change(|_, _| ()), Moves::default());
    hall.now += TimeDelta::hours(10);
    assert_eq!(hall.change(|_, _| ()).renewed, ["b"]);
}

#[test]
fn an_offer_ends_when_the_event_begins_and_then_nobody_moves_up() {
    let mut hall = Hall::with(1);
    hall.event.sign_up.waiting = Waiting::Offer;
    hall.sign_up(&[("a", &[])]);
    hall.sign_up(&[("b", &[]), ("c", &[])]);
    hall.now = parse_wall_time("2024-04-12 20:00", &[])
        .expect("a time")
        .and_utc();
    hall.cancel("a");
    assert_eq!(
        hall.list.find("b").expect("b").get("offer"),
        "2024-04-13 00:00"
    );
    hall.now += TimeDelta::hours(5);
    let moves = hall.change(|_, _| ());
    assert_eq!((moves.expired.len(), moves.offered.len()), (1, 0));
    hall.sign_up(&[("walk-in", &[])]);
    assert_eq!(
        hall.list.find("walk-in").expect("there").status(),
        Some(Status::Waiting)
    );
}

#[test]
fn who_signs_up_out_of_time_is_for_the_organisers() {
    let mut hall = Hall::with(9);
    let time = |text: &str| parse_wall_time(text, &[]).expect("a time");
    hall.event.sign_up.opens = Some(time("2024-03-01 00:00"));
    hall.event.sign_up.closes = Some(time("2024-04-01 10:00"));
    hall.sign_up(&[
        ("early", &[("registered", "2024-02-29 23:59")]),
        ("right", &[("registered", "2024-04-01 09:59")]),
        ("late", &[("registered", "2024-04-01 10:00")]),
        ("doubtful", &[("registered", "yesterday")]),
    ]);
    assert_eq!(
        hall.statuses(),
        "early pending, right confirmed, late pending, doubtful pending"
    );
}

#[test]
fn edits_by_hand_are_respected_and_told_by_the_next_run() {
    let mut hall = Hall::with(2);
    hall.sign_up(&[("a", &[]), ("b", &[]), ("c", &[])]);
    hall.list
        .find_mut("a")
        .expect("a")
        .set_status(Status::Pending);
    hall.list.find_mut("c").expect("c").set("priority", "3");
    hall.list.remove(1);
    hall.event.sign_up.capacity = Some(1);
    let mut found = hall.list.blank();
    found.set("code", "d");
    found.set_status(Status::Confirmed);
    hall.list.push(found);
    let before = hall.history.len();
    let moves = hall.change(|_, _| ());
    assert_eq!(moves.noticed, ["a", "c", "d", "b"]);
    assert_eq!(
        hall.told()[before..],
        [
            "|capacity|1|was changed in event.toml from 2|hand",
            "a|status|pending|was changed in registrations.csv from confirmed|hand",
            "c|priority|3|was changed in registrations.csv|hand",
            "d|added|confirmed|was found in registrations.csv|hand",
            "b|gone||is not in registrations.csv any more|hand",
        ]
    );
    assert_eq!(hall.change(|_, _| ()), Moves::default());
}

#[test]
fn nobody_loses_a_place_when_there_are_fewer_and_more_than_there_are_is_refused() {
    let mut hall = Hall::with(2);
    hall.sign_up(&[("a", &[]), ("b", &[]), ("c", &[])]);
    hall.event.sign_up.capacity = Some(1);
    let happened = hall.history.clone();
    let mut list = hall.list.clone();
    let book = Book::open(&list, &happened, (&hall.event, hall.now, "test"));
    list.find_mut("c").expect("c").set_status(Status::Confirmed);
    let error = book.refuse_overbooking(&list).expect_err("too many");
    assert_eq!(
        error.to_string(),
        "this would take 3 of 1 places, so nothing was changed"
    );
    hall.change(|_, _| ());
    assert_eq!(hall.statuses(), "a confirmed, b confirmed, c waiting");
    let last = hall.told().pop();
    assert_eq!(
        last.as_deref(),
        Some(
            "|capacity|1|was changed in event.toml from 2; 2 places are taken, and everybody keeps theirs|hand"
        )
    );
    assert_eq!(
        Past::of(hall.history.iter())
            .get("c")
            .and_then(|known| known.status),
        Some(Status::Waiting)
    );
}

#[test]
fn an_offer_that_comes_back_with_an_undo_is_no_other_offer() {
    let mut hall = Hall::with(1);
    hall.event.sign_up.waiting = Waiting::Offer;
    hall.sign_up(&[("a", &[]), ("b", &[])]);
    hall.change(|list, book| {
        list.find_mut("a").expect("a").set_status(Status::Cancelled);
        book.tell("a", What::Status, "cancelled", "");
    });
    let offered = hall.list.clone();
    hall.change(|list, book| {
        list.find_mut("b").expect("b").set_status(Status::Cancelled);
        book.tell("b", What::Status, "cancelled", "");
    });
    let happened = hall.history.clone();
    let setting = (&hall.event, hall.now, "undo");
    let back = Book::replaced(&offered, &happened, setting, "took back");
    let told: Vec<_> = back
        .iter()
        .map(|entry| (entry.code, entry.what, entry.by))
        .collect();
    assert_eq!(
        told,
        [("b", What::Status, "undo"), ("b", What::Offered, "undo")]
    );
    let offer = offered.find("b").expect("b").get("offer");
    let known = |happened: &Chronicle| {
        let past = Past::of(happened.iter());
        past.get("b")
            .map(|known| (known.offers, known.offer == offer))
    };
    let all: Chronicle = happened.iter().chain(back.iter()).collect();
    assert_eq!(known(&all), Some((1, true)));
    // Nor is one of somebody who was out of the list meanwhile.
    let setting = (&hall.event, hall.now, "undo");
    let gone = Book::replaced(&Registrations::default(), &all, setting, "took back");
    let all: Chronicle = all.iter().chain(gone.iter()).collect();
    let again = Book::replaced(&offered, &all, setting, "brought back");
    let all: Chronicle = all.iter().chain(again.iter()).collect();
    assert_eq!(known(&all), Some((1, true)));
}
