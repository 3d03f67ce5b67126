use super::*;
use crate::model::{Id, MailEntry, MailState};
use MailState::{Accepted, Deferred, Doubtful, Refused, Released, Resend, Reserved, Sending, Sent};

const SERVER: &str = "smtps://mail.example.org";

fn key(person: &str) -> MailKey {
    MailKey {
        kind: Id::parse("confirmation").expect("an id"),
        person: person.to_string(),
        revision: 1,
    }
}

fn entry(state: MailState, boot: &str) -> MailEntry {
    MailEntry {
        time: "2024-03-20T08:00:00Z".into(),
        state,
        key: key("krt-mwxb"),
        message_id: "<confirmation.krt-mwxb.1@b.example.org>".to_string(),
        server: SERVER.into(),
        reply: String::new(),
        boot: boot.into(),
    }
}

fn standing(lines: &[MailEntry], boot: &str, server: &str) -> Standing {
    Standing::new(&Arc::new(lines.iter().collect()), boot, server)
}

fn after(states: &[MailState], boot: &str, now: &str) -> Fate {
    let journal: Vec<_> = states.iter().map(|state| entry(*state, boot)).collect();
    standing(&journal, now, SERVER).fate(&key("krt-mwxb"))
}

#[test]
fn the_last_line_of_a_mail_says_where_it_stands() {
    let unanswered = Fate::InDoubt(Phase::Unanswered);
    for (states, fate) in [
        (&[][..], Fate::Free),
        (&[Reserved, Sending, Accepted], Fate::Accepted),
        (&[Reserved, Sending, Refused], Fate::Refused),
        (&[Reserved, Sending, Deferred], Fate::Deferred),
        (&[Reserved, Deferred], Fate::Deferred),
        (&[Reserved, Released], Fate::Free),
        (&[Reserved, Sending, Released], Fate::Free),
        (
            &[Reserved, Deferred, Reserved, Sending, Released],
            Fate::Deferred,
        ),
        (&[Reserved, Sending, Doubtful], unanswered),
        (&[Reserved, Sending, Doubtful, Sent], Fate::Accepted),
        (&[Reserved, Sending, Doubtful, Resend], Fate::Free),
        (&[Reserved, Sending, Refused, Resend], Fate::Free),
    ] {
        for (boot, now) in [("one", "one"), ("one", "two"), ("", "")] {
            assert_eq!(
                after(states, boot, now),
                fate,
                "{states:?} {boot:?} {now:?}"
            );
        }
    }
}

#[test]
fn after_a_kill_a_reservation_is_safe_and_a_started_mail_in_doubt() {
    assert_eq!(after(&[Reserved], "one", "one"), Fate::Free);
    assert_eq!(after(&[Deferred, Reserved], "one", "one"), Fate::Free);
    assert_eq!(
        after(&[Reserved, Sending], "one", "one"),
        Fate::InDoubt(Phase::Sending)
    );
}

#[test]
fn after_a_power_cut_a_reservation_is_in_doubt_unless_a_line_follows() {
    for (boot, now) in [("one", "two"), ("", ""), ("one", ""), ("", "one")] {
        assert_eq!(
            after(&[Reserved], boot, now),
            Fate::InDoubt(Phase::Reserved)
        );
        assert_eq!(after(&[Reserved, Deferred], boot, now), Fate::Deferred);
    }
}

#[test]
fn what_arrived_is_never_free_again_unless_a_person_says_so() {
    for later in [Reserved, Sending, Deferred, Doubtful, Refused] {
        assert_eq!(after(&[Accepted, later], "one", "two"), Fate::Accepted);
        assert_eq!(after(&[Sent, later], "one", "two"), Fate::Accepted);
    }
    assert_eq!(after(&[Sent, Resend], "one", "one"), Fate::Free);
}

#[test]
fn an_unanswered_mail_stays_in_doubt_until_a_person_decides() {
    let unanswered = Fate::InDoubt(Phase::Unanswered);
    for later in [Reserved, Sending, Deferred, Refused] {
        assert_eq!(after(&[Doubtful, later], "one", "one"), unanswered);
    }
    assert_eq!(
        after(&[Doubtful, Resend, Deferred], "one", "one"),
        Fate::Deferred
    );
}

#[test]
fn how_often_a_mail_was_put_off_and_sent_once_more_is_counted() {
    let counts = |states: &[MailState]| {
        let journal: Vec<_> = states.iter().map(|state| entry(*state, "one")).collect();
        let standing = standing(&journal, "one", SERVER);
        let record = standing.record(&key("krt-mwxb")).expect("known");
        (record.put_off.times, record.resent)
    };
    let put_off = [Reserved, Sending, Deferred, Reserved, Released, Deferred];
    assert_eq!(counts(&put_off), (2, 0));
    assert_eq!(counts(&[Deferred, Refused, Resend, Deferred]), (1, 1));
    let doubtful = [Sending, Resend, Reserved, Sending, Doubtful, Resend];
    assert_eq!(counts(&doubtful), (0, 2));
}

#[test]
fn nothing_that_goes_into_a_folder_is_in_doubt() {
    let mut line = entry(Sending, "one");
    line.server = "folder:delivered".into();
    let standing = standing(&[line], "two", "folder:delivered");
    assert_eq!(standing.fate(&key("krt-mwxb")), Fate::Free);
}

#[test]
fn what_lies_in_a_folder_is_not_sent_once_there_is_a_server() {
    let mut line = entry(Accepted, "one");
    line.server = "folder:delivered".into();
    let journal = [line];
    let fate = |server| standing(&journal, "one", server).fate(&key("krt-mwxb"));
    assert_eq!(fate("folder:elsewhere"), Fate::Accepted);
    assert_eq!(fate(SERVER), Fate::Free);
}

#[test]
fn a_mail_in_doubt_comes_with_phase_time_and_message_id() {
    let journal = [entry(Reserved, "one"), entry(Sending, "one")];
    let standing = standing(&journal, "one", SERVER);
    let in_doubt = standing.in_doubt();
    let in_doubt: Vec<_> = in_doubt
        .map(|(mail, phase)| (mail.line.entry(), phase))
        .collect();
    assert_eq!(in_doubt, [(journal[1].clone(), Phase::Sending)]);
    assert_eq!(standing.fate(&key("another")), Fate::Free);
}
