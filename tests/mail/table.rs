//! Every fault at every step, over one connection and over four, with and without commands in a row: nobody is missed,
//! nobody gets two, and the journal tells of each mail what really happened to it. Whatever the timing.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use plenary::error::Result;
use plenary::mail::transport::{Password, Timeouts};
use plenary::mail::{
    Carrier, Courier, Draft, Fate, Outgoing, Pace, Patience, Route, Since, Standing, Step, Summary,
    Waiting, send,
};
use plenary::model::{Id, MailEntry, MailJournal, MailKey};

use crate::server::{Act, At, Record, Script, Server};
use crate::stage::address;

/// The hour of all that happens.
const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

/// What the journal calls the server.
const NAME: &str = "smtp://127.0.0.1";

/// RFC 5321's times, a hundred times as fast.
fn timeouts() -> Timeouts {
    let usual = Timeouts::default();
    Timeouts {
        connect: usual.connect / 100,
        command: usual.command / 100,
        data: usual.data / 100,
        body: usual.body / 100,
        dot: usual.dot / 100,
    }
}

/// Times so short that a server which says nothing is met in no time.
fn short() -> Timeouts {
    let short = Duration::from_millis(150);
    Timeouts {
        connect: Duration::from_secs(5),
        command: short,
        data: short,
        body: short,
        dot: short,
    }
}

/// Mails that wait, and the journal about them.
struct Post {
    keys: Vec<MailKey>,
    journal: Mutex<Vec<MailEntry>>,
}

impl Post {
    fn of(count: usize) -> Self {
        let key = |number| MailKey {
            kind: Id::parse("confirmation").expect("an id"),
            person: format!("p{number}"),
            revision: 1,
        };
        Self {
            keys: (0..count).map(key).collect(),
            journal: Mutex::default(),
        }
    }

    fn standing(&self) -> Standing {
        let journal = self.journal.lock().expect("no panic");
        Standing::new(&Arc::new(journal.iter().collect()), "boot", NAME)
    }

    /// Sends what may go, as a run of plenary does; without any pause.
    fn send(&self, url: &str, connections: usize, timeouts: Timeouts) -> Result<Summary> {
        let patience = Patience {
            is_over: true,
            ..Patience::at(NOW)
        };
        let outgoing = Outgoing::choose(self.keys.clone(), &self.standing(), &patience);
        let tell = |step: Step<'_>| {
            let mut journal = self.journal.lock().expect("no panic");
            journal.extend(step.entries(NOW, &NAME.into(), &"boot".into()));
            Ok(())
        };
        let (server, password) = (address(url), Password::new("secret"));
        let route = Route {
            server: &server,
            password: Some(&password),
            hello: "client.example.org",
            timeouts,
        };
        let pace = Pace::new(None, &MailJournal::default(), &|| NOW, &|_| ());
        let mut couriers: Vec<_> = (0..connections)
            .map(|_| Courier::new(route, &pace))
            .collect();
        let carriers = couriers.iter_mut();
        let mut carriers: Vec<&mut (dyn Carrier + Send)> =
            carriers.map(|courier| courier as _).collect();
        let mut open = |mail: &Waiting| Ok(Some(draft(&mail.key)));
        send(
            &outgoing,
            &mut open,
            &mut carriers,
            (&tell, &|_| Since::Same),
        )
    }

    /// Checks that the journal tells the truth about what these servers have taken.
    fn check(&self, what: &str, records: &[&Record]) {
        let mut copies: BTreeMap<&str, usize> = BTreeMap::new();
        for message in records.iter().flat_map(|record| &record.messages) {
            let to = message.to[0].split('@').next().expect("an address");
            *copies.entry(to).or_default() += 1;
        }
        let standing = self.standing();
        for key in &self.keys {
            let (fate, count) = (standing.fate(key), copies.get(key.person.as_str()));
            let count = count.copied().unwrap_or_default();
            let is_true = match fate {
                Fate::Accepted => count == 1,
                Fate::InDoubt(_) => count <= 1,
                Fate::Free | Fate::Deferred | Fate::Refused => count == 0,
            };
            assert!(is_true, "{what}: {key} is {fate:?} and has {count} copies");
        }
    }
}

fn draft(key: &MailKey) -> Draft {
    let to = format!("{}@example.net", key.person);
    let text = format!(
        "To: {to}\r\nSubject: Hello\r\n\r\nSee you, {}.\r\n",
        key.person
    );
    Draft {
        key: key.clone(),
        message_id: format!("<confirmation.{}.1@b.example.org>", key.person),
        from: "team@example.org".to_string(),
        to,
        bytes: text.into_bytes(),
    }
}

/// The four ways to send: connections, and whether the server takes commands in a row.
const WAYS: [(usize, bool); 4] = [(1, false), (1, true), (4, false), (4, true)];

/// Sends to a server that misbehaves and then to one that does not, and checks the journal after both. Returns how the
/// first run went, and how many mails are in doubt or refused in the end.
fn play(
    what: &str,
    script: Script,
    (connections, pipelining): (usize, bool),
    (count, timeouts): (usize, Timeouts),
) -> (Summary, usize, usize) {
    let what = format!("{what}, {connections} connections, in a row: {pipelining}");
    let offer = |script: Script| {
        let script = script.offering("AUTH PLAIN");
        if pipelining {
            script.offering("PIPELINING")
        } else {
            script
        }
    };
    let post = Post::of(count);
    let bad = Server::start(offer(script));
    let scheme = if what.starts_with("StartTls") {
        "starttls"
    } else {
        "smtp"
    };
    let url = format!("{scheme}://team@127.0.0.1:{}", bad.port());
    let summary = post.send(&url, connections, timeouts).expect("a journal");
    let first = bad.finish();
    post.check(&what, &[&first]);

    let good = Server::start(offer(Script::default()));
    let url = format!("smtp://team@127.0.0.1:{}", good.port());
    let second = post
        .send(&url, connections, self::timeouts())
        .expect("a journal");
    assert_eq!(second.stopped, None, "{what}");
    let second = good.finish();
    post.check(&what, &[&first, &second]);
    let standing = post.standing();
    let mut ends = [0, 0];
    for key in &post.keys {
        match standing.fate(key) {
            Fate::Accepted => {}
            Fate::InDoubt(_) => ends[0] += 1,
            Fate::Refused => ends[1] += 1,
            open => panic!("{what}: {key} is {open:?} in the end"),
        }
    }
    (summary, ends[0], ends[1])
}

const STEPS: [At; 10] = [
    At::Banner,
    At::Hello,
    At::StartTls,
    At::Auth,
    At::Mail,
    At::Rcpt,
    At::Data,
    At::Body,
    At::Dot,
    At::Taken,
];

/// Tells how many mails may be in doubt when one fault happens at a step.
fn doubts(at: At) -> usize {
    usize::from(matches!(at, At::Body | At::Dot | At::Taken))
}

#[test]
fn one_fault_at_any_step_costs_nobody_their_mail_and_doubles_none() {
    let acts = [
        ("hangs up", Act::Drop),
        ("says 421", Act::say("421 4.3.2 shutting down")),
        ("says 450", Act::say("450 4.2.0 \u{1b}[2Jlater")),
        ("says 550", Act::say("550 5.7.1 \u{1b}]0;no\u{7}")),
        ("says nonsense", Act::say("HTTP/1.1 200 OK")),
        ("talks on", Act::Say(b"250-so it goes\r\n".repeat(60_000))),
        (
            "says a megabyte",
            Act::Say([b"250 ".to_vec(), b"x".repeat(1_000_000)].concat()),
        ),
    ];
    for at in STEPS {
        for (words, act) in &acts {
            for way in WAYS {
                if at == At::Taken && ["says 421", "says 450", "says 550"].contains(words) {
                    // Whoever says no has not taken it (RFC 5321, section 4.2.5): no server may do so.
                    continue;
                }
                let script = Script::default()
                    .on(at, 2, act.clone())
                    .on(at, 5, act.clone());
                let what = format!("{at:?} {words}");
                let (_, in_doubt, refused) = play(&what, script, way, (12, timeouts()));
                assert!(
                    in_doubt <= 2 * doubts(at),
                    "{what} {way:?}: {in_doubt} in doubt"
                );
                let may_refuse = *words == "says 550";
                assert!(
                    refused <= 2 * usize::from(may_refuse),
                    "{what} {way:?}: {refused} refused"
                );
            }
        }
    }
}

#[test]
fn a_fault_at_every_time_leaves_few_in_doubt_and_ends_the_run() {
    for at in STEPS {
        for (words, act) in [("hangs up", Act::Drop), ("says 421", Act::say("421 bye"))] {
            for way in WAYS {
                // Whoever says no has not taken it.
                let at = if words == "says 421" && at == At::Taken {
                    At::Dot
                } else {
                    at
                };
                let script = Script::default().always(at, act.clone());
                let what = format!("{at:?} always {words}");
                let (summary, in_doubt, _) = play(&what, script, way, (12, timeouts()));
                assert!(summary.stopped.is_some(), "{what} {way:?}");
                // Three in a row end it; the others may have one on its way by then.
                let most = (2 + way.0) * doubts(at);
                assert!(in_doubt <= most, "{what} {way:?}: {in_doubt} in doubt");
            }
        }
    }
}

#[test]
fn a_silence_at_any_step_costs_nobody_their_mail_and_doubles_none() {
    for at in STEPS {
        for way in WAYS {
            let stall = Act::Stall(Duration::from_secs(60));
            let script = Script::default().on(at, 2, stall);
            let what = format!("{at:?} says nothing");
            // On a busy machine others may be silent for so long as well: nothing but the promise holds.
            play(&what, script, way, (8, short()));
        }
    }
}

#[test]
fn a_server_that_is_not_there_leaves_no_trace() {
    let server = Server::start(Script::default());
    let url = server.url();
    server.finish();
    for connections in [1, 4] {
        let post = Post::of(8);
        let summary = post.send(&url, connections, timeouts()).expect("a journal");
        assert_eq!((summary.not_tried, summary.stopped.is_some()), (8, true));
        assert_eq!(post.journal.into_inner().expect("no panic"), []);
    }
}

#[test]
fn a_server_that_takes_its_leave_after_every_third_mail_gets_them_all_in_one_run() {
    for way in WAYS {
        let bye = Act::say("421 4.7.0 three are enough");
        let script = (1..=10).fold(Script::default(), |script, time| {
            script.on(At::Mail, time * 4, bye.clone())
        });
        let (summary, in_doubt, refused) = play("421", script, way, (24, timeouts()));
        assert_eq!((in_doubt, refused), (0, 0), "{way:?}");
        // Over four connections the server may take its leave twice from the same mail, which then waits for the next run.
        assert!(summary.accepted == 24 || way.0 > 1, "{way:?}: {summary:?}");
    }
}

#[test]
fn every_tenth_recipient_who_is_put_off_or_refused_is_told_apart_from_the_others() {
    for way in WAYS {
        for (words, deferred, refused) in [("450 4.2.2 full", 3, 0), ("550 5.1.1 nobody", 0, 3)] {
            let script = (1..=3).fold(Script::default(), |script, time| {
                script.on(At::Rcpt, time * 10, Act::say(words))
            });
            let (summary, in_doubt, held) = play(words, script, way, (30, timeouts()));
            let counts = (summary.accepted, summary.deferred(), summary.refused());
            assert_eq!(counts, (27, deferred, refused), "{way:?}");
            assert_eq!((in_doubt, held), (0, refused), "{way:?}");
        }
    }
}

#[test]
fn an_answer_that_takes_65_seconds_is_waited_for_at_every_step() {
    for at in [At::Banner, At::Mail, At::Rcpt, At::Data, At::Dot, At::Taken] {
        for way in [(1, false), (4, true)] {
            let late = Act::Stall(Duration::from_millis(650));
            let script = Script::default().on(at, 1, late);
            let what = format!("{at:?} after 65 s");
            let (summary, in_doubt, _) = play(&what, script, way, (4, timeouts()));
            assert_eq!((summary.accepted, in_doubt), (4, 0), "{what} {way:?}");
        }
    }
}
