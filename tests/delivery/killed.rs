//! Killed at every moment of the conversation with the server, and run again.

use crate::event::{Event, Person, crowd};
use crate::program::Seen;
use crate::sent::{check_once_each, in_doubt, taken};
use crate::server::{Act, At, Record, Script, Server};

/// Longer than any test: until the server is stopped.
const LONG: std::time::Duration = std::time::Duration::from_secs(600);

/// Starts to send, kills it when the moment has come for the `nth` time, and returns what the server has taken then.
fn killed(event: &Event, at: At, nth: usize) -> Record {
    let server = Server::start(Script::default().on(at, nth, Act::Stall(LONG)));
    event.server(&server.url());
    let run = event.start("mail send confirmation");
    server.wait_for(at, nth);
    assert_eq!(run.kill().exit, None);
    server.finish()
}

/// Runs to the end against a server without faults.
fn again(event: &Event) -> (Seen, Record) {
    let server = Server::start(Script::default());
    event.server(&server.url());
    let mut seen = event.run("mail send confirmation");
    seen.remarks = seen.remarks.replace(&server.url(), "SERVER");
    (seen, server.finish())
}

fn both(first: &Record, second: &Record) -> Vec<String> {
    [taken(first), taken(second)].concat()
}

fn codes(people: &[Person]) -> Vec<String> {
    people.iter().map(|person| person.code.clone()).collect()
}

#[test]
fn killed_before_the_message_everybody_gets_one_and_nothing_is_in_doubt() {
    // The 65th is the first of the second batch that is reserved.
    for (at, nth, count) in [
        (At::Banner, 1, 3),
        (At::Mail, 1, 3),
        (At::Rcpt, 2, 3),
        (At::Data, 1, 3),
        (At::Data, 3, 3),
        (At::Data, 64, 70),
        (At::Mail, 65, 70),
    ] {
        let people = crowd(count);
        let event = Event::of(&people);
        let first = killed(&event, at, nth);
        assert_eq!(in_doubt(&event), [""; 0], "{at:?} {nth}");
        let (seen, second) = again(&event);
        let (before, now) = (first.messages.len(), second.messages.len());
        let expected = format!(
            "Drafted 0 confirmations ({}{now} drafted before).\nSent {now} mail{} through SERVER.\n",
            if before > 0 {
                format!("{before} sent before, ")
            } else {
                String::new()
            },
            if now == 1 { "" } else { "s" },
        );
        assert_eq!(seen, Seen::remarks(0, &expected), "{at:?} {nth}");
        assert_eq!(both(&first, &second), codes(&people), "{at:?} {nth}");
    }
}

#[test]
fn killed_once_the_message_is_out_exactly_that_one_is_in_doubt() {
    for (at, nth, count) in [
        (At::Body, 1, 3),
        (At::Dot, 2, 3),
        (At::Taken, 1, 3),
        (At::Taken, 3, 3),
        (At::Taken, 64, 70),
        (At::Dot, 65, 70),
    ] {
        let people = crowd(count);
        let event = Event::of(&people);
        let first = killed(&event, at, nth);
        let doubtful = &people[nth - 1].code;
        assert_eq!(in_doubt(&event), [doubtful.as_str()], "{at:?} {nth}");
        let (seen, second) = again(&event);
        assert_eq!(seen.exit, Some(1), "{at:?} {nth}");
        // The server had it all the while.
        assert_eq!(both(&first, &second), codes(&people), "{at:?} {nth}");
        assert_eq!(in_doubt(&event), [doubtful.as_str()], "{at:?} {nth}");
    }
}

#[test]
fn killed_after_the_last_answer_nothing_is_left_to_do() {
    let people = crowd(3);
    let event = Event::of(&people);
    let first = killed(&event, At::Quit, 1);
    let (seen, second) = again(&event);
    let expected = "Drafted 0 confirmations (3 sent before).\nNothing to send.\n";
    assert_eq!(seen, Seen::remarks(0, expected));
    assert_eq!(both(&first, &second), codes(&people));
}

#[test]
fn the_status_after_a_kill_names_the_mail_in_doubt_and_how_far_it_had_come() {
    let people = crowd(3);
    let event = Event::of(&people);
    killed(&event, At::Taken, 2);
    let (id, why) = (
        "<confirmation.krt-mwbc.1@blackburn-2024.example.org>",
        "it was being sent when the run was killed",
    );
    let expected = Seen {
        answer: format!(
            "PERSON    NAME      KIND          STATE     SINCE             {:41}  MESSAGE_ID\n\
             krt-mwbc  Person 1  confirmation  in doubt  2024-04-02 13:00  {why}  {id}\n",
            "REPLY"
        ),
        remarks: "1 mail sent, 1 draft in outbox/, 1 in doubt, 1 leftover draft of what was sent. \
                  Next: plenary mail resolve CODE --sent, or --resend\n"
            .to_owned(),
        exit: Some(1),
    };
    assert_eq!(event.run("mail status"), expected);
}

#[test]
fn a_mail_that_was_being_sent_can_be_sent_again_as_it_was() {
    let people = crowd(3);
    let event = Event::of(&people);
    let first = killed(&event, At::Taken, 2);
    assert_eq!(event.run("mail resolve krt-mwbc --resend").exit, Some(0));
    let (seen, second) = again(&event);
    assert_eq!(seen.exit, Some(0));
    assert_eq!(taken(&second), ["krt-mwbc", "krt-mwbd"]);
    assert_eq!(second.messages[0], first.messages[1]);
    assert_eq!(event.run("mail status").exit, Some(0));
}

#[test]
fn what_the_journal_says_at_the_dot_is_what_it_promises() {
    let people = crowd(2);
    let event = Event::of(&people);
    killed(&event, At::Dot, 2);
    let line = |state: &str, at: usize| (state.to_owned(), people[at].code.clone());
    assert_eq!(
        event.journal(),
        [
            line("reserved", 0),
            line("reserved", 1),
            line("sending", 0),
            line("accepted", 0),
            line("sending", 1),
        ]
    );
}

#[test]
fn after_a_power_cut_what_was_reserved_is_in_doubt_until_somebody_decides() {
    let people = crowd(3);
    let event = Event::of(&people);
    killed(&event, At::Data, 2);
    // The machine has started anew since; lines that were not forced to disk may be lost.
    let journal = event.text("mail.csv");
    let boot = journal
        .lines()
        .nth(1)
        .and_then(|line| line.split(',').nth(7));
    let journal = journal.replace(boot.expect("a cell"), "another-start");
    event.write("mail.csv", &journal);
    assert_eq!(in_doubt(&event), ["krt-mwbc", "krt-mwbd"]);
    let (seen, record) = again(&event);
    assert_eq!((seen.exit, taken(&record)), (Some(1), vec![]));
    assert_eq!(event.run("mail resolve krt-mwbc --resend").exit, Some(0));
    assert_eq!(event.run("mail resolve krt-mwbd --sent").exit, Some(0));
    let (seen, record) = again(&event);
    assert_eq!(
        (seen.exit, taken(&record)),
        (Some(0), vec!["krt-mwbc".to_owned()])
    );
}

#[test]
fn killed_at_any_moment_and_run_again_nobody_is_missed_and_nobody_gets_two() {
    let people = crowd(60);
    let unhurried = {
        let event = Event::of(&people);
        let start = std::time::Instant::now();
        assert_eq!(again(&event).0.exit, Some(0));
        start.elapsed()
    };
    for seed in 0..10 {
        let mut random = fastrand::Rng::with_seed(seed);
        let event = Event::of(&people);
        let server = Server::start(Script::default());
        event.server(&server.url());
        let mut kills = 0;
        for _ in 0..3 {
            let mut run = event.start("mail send confirmation");
            std::thread::sleep(unhurried.mul_f64(random.f64()));
            kills += usize::from(!run.is_over());
            run.kill();
        }
        let doubtful = in_doubt(&event);
        assert!(
            doubtful.len() <= kills,
            "seed {seed}: {doubtful:?} after {kills} kills"
        );
        let end = event.run("mail send confirmation").exit;
        assert_eq!(end, Some(i32::from(!doubtful.is_empty())), "seed {seed}");
        assert_eq!(in_doubt(&event), doubtful, "seed {seed}");
        check_once_each(&people, &taken(&server.finish()), &doubtful);
    }
}
