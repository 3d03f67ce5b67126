//! A server that answers as it is told, and what the journal hears.

use std::sync::Mutex;

use super::*;
use crate::error::{Error, Exit};
use crate::mail::{Delivery, Folder, Kind, Patience, Standing};
use crate::model::MailKey;

/// What the server does with the next mail: `+` accepts, `-` refuses, `~` defers, `!` refuses the sender, `<` loses
/// the connection before the dot, `x` is left (421) behind it, `>` gets no answer, `?` fails before the dot, `#` after
/// it, `a` is away. At the end it accepts.
struct Server {
    script: Vec<char>,
    carried: Vec<String>,
}

impl Carrier for Server {
    fn carry(
        &mut self,
        draft: &Draft,
        _: Option<&Draft>,
        mark: &mut dyn FnMut() -> Result<()>,
    ) -> Result<Delivery> {
        let action = if self.script.is_empty() {
            '+'
        } else {
            self.script.remove(0)
        };
        self.carried.push(draft.key.person.clone());
        match action {
            '?' => return Err(Error::new("password refused")),
            'a' => return Err(Error::new("no room").exit(Exit::TryLater)),
            _ => {}
        }
        if !"<!".contains(action) {
            mark()?;
        }
        Ok(match action {
            '-' => Delivery::Refused {
                reply: "550 5.1.1\r\n no such user".to_string(),
                stop: false,
            },
            '!' => Delivery::Refused {
                reply: "550 who are you".to_string(),
                stop: true,
            },
            '~' => Delivery::Deferred {
                reply: "451 later".to_string(),
            },
            '<' => Delivery::NotSent {
                why: "connection lost".to_string(),
            },
            'x' => Delivery::NotSent {
                why: "421 bye".to_string(),
            },
            '>' => Delivery::InDoubt {
                why: "no reply".to_string(),
            },
            '#' => return Err(Error::new("out of memory")),
            _ => Delivery::Accepted {
                reply: "250 ok".to_string(),
            },
        })
    }
}

fn draft(key: MailKey) -> Draft {
    Draft {
        message_id: format!("<confirmation.{}.1@b.example.org>", key.person),
        from: "team@example.org".to_string(),
        to: format!("{}@example.net", key.person),
        bytes: b"Subject: x\r\n\r\nx\r\n".to_vec(),
        key,
    }
}

fn keys(count: usize) -> Vec<MailKey> {
    let kind = Kind::confirmation().expect("a kind");
    (0..count)
        .map(|number| kind.key(&number.to_string()))
        .collect()
}

fn outgoing(count: usize) -> Outgoing {
    let patience = Patience::at(chrono::DateTime::UNIX_EPOCH);
    Outgoing::choose(keys(count), &Standing::default(), &patience)
}

/// Sends mails, whose drafts are all there, with one carrier.
fn send_by(
    outgoing: &Outgoing,
    carrier: &mut (dyn Carrier + Send),
    tell: &Tell<'_>,
) -> Result<Summary> {
    let mut open = |mail: &Waiting| Ok(Some(draft(mail.key.clone())));
    send(
        outgoing,
        &mut open,
        &mut [carrier],
        (tell, &|_| Since::Same),
    )
}

fn words(step: Step<'_>) -> String {
    match step {
        Step::Reserve(batch) => format!("reserve {}", batch.len()),
        Step::Sending(draft) => format!("{} sending", draft.key.person),
        Step::Outcome {
            draft,
            state,
            reply,
        } => format!("{} {}: {reply}", draft.key.person, state.word()),
    }
}

/// Sends so many mails to a server that follows a script. Returns the steps, one letter each, and the summary.
fn run(count: usize, script: &str) -> (Vec<String>, Summary) {
    run_of(&outgoing(count), script)
}

fn run_of(outgoing: &Outgoing, script: &str) -> (Vec<String>, Summary) {
    let mut server = Server {
        script: script.chars().collect(),
        carried: Vec::new(),
    };
    let steps = Mutex::new(Vec::new());
    let tell = |step: Step<'_>| {
        steps.lock().expect("no panic").push(words(step));
        Ok(())
    };
    let summary = send_by(outgoing, &mut server, &tell).expect("a journal");
    (steps.into_inner().expect("no panic"), summary)
}

fn counts(summary: &Summary) -> [usize; 5] {
    [
        summary.accepted,
        summary.refused(),
        summary.deferred(),
        summary.in_doubt(),
        summary.lost() + summary.not_tried,
    ]
}

fn reason(summary: &Summary) -> String {
    summary
        .stopped
        .as_ref()
        .map_or_else(String::new, ToString::to_string)
}

#[test]
fn each_mail_is_reserved_then_marked_then_told() {
    let (steps, summary) = run(3, "+-~");
    assert_eq!(
        steps,
        [
            "reserve 3",
            "0 sending",
            "0 accepted: 250 ok",
            "1 sending",
            "1 refused: 550 5.1.1 no such user",
            "2 sending",
            "2 deferred: 451 later",
        ]
    );
    assert_eq!(counts(&summary), [1, 1, 1, 0, 0]);
    let troubles: Vec<_> = summary
        .troubles
        .iter()
        .map(|trouble| format!("{} {} {}", trouble.key, trouble.to, trouble.reply))
        .collect();
    assert_eq!(
        troubles,
        [
            "confirmation-1 1@example.net 550 5.1.1 no such user",
            "confirmation-2 2@example.net 451 later"
        ]
    );
    assert_eq!(summary.exit(), Exit::BadNews);
}

#[test]
fn the_first_two_batches_are_of_64() {
    let (steps, summary) = run(130, "");
    let batches: Vec<_> = steps
        .iter()
        .filter(|step| step.starts_with("reserve"))
        .collect();
    assert_eq!(batches, ["reserve 64", "reserve 64", "reserve 2"]);
    assert_eq!(
        (counts(&summary), summary.exit()),
        ([130, 0, 0, 0, 0], Exit::Done)
    );
}

#[test]
fn a_connection_lost_before_the_dot_is_tried_once_more() {
    let (steps, summary) = run(1, "<+");
    assert_eq!(steps, ["reserve 1", "0 sending", "0 accepted: 250 ok"]);
    assert_eq!(counts(&summary), [1, 0, 0, 0, 0]);
    // Four losses, but never three in a row.
    let (_, summary) = run(3, "<<+<<+");
    assert_eq!(
        (counts(&summary), reason(&summary)),
        ([1, 0, 0, 0, 2], String::new())
    );
    assert_eq!(summary.exit(), Exit::TryLater);
}

#[test]
fn three_losses_in_a_row_end_the_run_and_release_the_rest() {
    let (steps, summary) = run(70, "+<<<");
    assert_eq!(
        steps[..6],
        [
            "reserve 64",
            "0 sending",
            "0 accepted: 250 ok",
            "1 released: connection lost",
            "2 released: connection lost",
            "3 released: not tried",
        ]
    );
    // Some of the second batch may have been reserved by then, or none.
    assert!(
        steps[5..]
            .iter()
            .all(|step| step.ends_with("released: not tried"))
    );
    assert_eq!(counts(&summary), [1, 0, 0, 0, 69]);
    assert_eq!(
        reason(&summary),
        "the connection was lost 3 times in a row: connection lost"
    );
    assert_eq!(summary.exit(), Exit::TryLater);
}

#[test]
fn no_more_than_three_mails_in_a_row_come_into_doubt() {
    let (steps, summary) = run(9, ">>>>>>>>>");
    assert_eq!(steps[2], "0 doubtful: no reply");
    assert_eq!(counts(&summary), [0, 0, 0, 3, 6]);
    assert_eq!(summary.exit(), Exit::BadNews);
}

#[test]
fn ten_refusals_in_a_row_end_the_run() {
    let (_, summary) = run(30, "---------+----------");
    assert_eq!(counts(&summary), [1, 19, 0, 0, 10]);
    assert_eq!(
        reason(&summary),
        "the mail server refused 10 mails in a row, the last with: 550 5.1.1 no such user"
    );
}

#[test]
fn a_refused_sender_ends_the_run_and_is_held_against_nobody() {
    let (steps, summary) = run(2, "!");
    assert_eq!(
        steps,
        [
            "reserve 2",
            "0 released: 550 who are you",
            "1 released: not tried"
        ]
    );
    assert_eq!(
        (counts(&summary), summary.exit()),
        ([0, 0, 0, 0, 2], Exit::CouldNotRun)
    );
}

#[test]
fn a_carrier_that_fails_leaves_in_doubt_only_what_it_had_marked() {
    let (steps, summary) = run(2, "?");
    assert_eq!(steps[1], "0 released: password refused");
    assert_eq!(
        (reason(&summary), summary.exit()),
        ("password refused".to_string(), Exit::CouldNotRun)
    );
    let (steps, summary) = run(2, "+#");
    assert_eq!(steps[4], "1 doubtful: out of memory");
    assert_eq!(
        (counts(&summary), summary.exit()),
        ([1, 0, 0, 1, 0], Exit::BadNews)
    );
}

#[test]
fn without_a_journal_nothing_more_is_carried() {
    for fails_at in 0..3 {
        let mut server = Server {
            script: Vec::new(),
            carried: Vec::new(),
        };
        let told = Mutex::new(0);
        let tell = |_: Step<'_>| {
            let mut told = told.lock().expect("no panic");
            *told += 1;
            if *told > fails_at {
                Err(Error::new("disk full"))
            } else {
                Ok(())
            }
        };
        let error = send_by(&outgoing(3), &mut server, &tell).expect_err("no journal");
        let told = told.into_inner().expect("no panic");
        assert_eq!(error.to_string(), "disk full");
        assert_eq!(
            (server.carried.len(), told),
            (fails_at.min(1), fails_at + 1)
        );
    }
}

#[test]
fn a_folder_takes_every_mail_under_its_name() {
    let mut files = Vec::new();
    let mut folder = Folder::new(|name: &str, bytes: &[u8]| {
        files.push((name.to_string(), bytes.len()));
        Ok(())
    });
    let summary = send_by(&outgoing(2), &mut folder, &|_| Ok(())).expect("a journal");
    assert_eq!(counts(&summary), [2, 0, 0, 0, 0]);
    assert_eq!(
        files,
        [
            ("confirmation-0.eml".to_string(), 17),
            ("confirmation-1.eml".to_string(), 17)
        ]
    );
}

#[test]
fn who_is_left_behind_the_dot_is_written_down_and_reserved_before_it_is_tried_once_more() {
    let (steps, summary) = run(1, "x+");
    let expected = [
        "reserve 1",
        "0 sending",
        "0 released: 421 bye",
        "reserve 1",
        "0 sending",
        "0 accepted: 250 ok",
    ];
    assert_eq!(steps, expected);
    assert_eq!(counts(&summary), [1, 0, 0, 0, 0]);
}

#[test]
fn who_was_put_off_for_too_long_is_given_up_when_it_is_put_off_once_more() {
    let mut outgoing = outgoing(1);
    let since = chrono::DateTime::from_timestamp(1_712_000_000, 0);
    outgoing.expire(since);
    let (steps, summary) = run_of(&outgoing, "~");
    assert_eq!(
        steps[2],
        "0 refused: given up, put off since 2024-04-01 19:33 UTC: 451 later"
    );
    assert_eq!(summary.exit(), Exit::BadNews);
    let (steps, _) = run_of(&outgoing, "+");
    assert_eq!(steps[2], "0 accepted: 250 ok");
}

#[test]
fn drafts_are_opened_when_it_is_their_turn_and_those_that_cannot_be_do_not_count() {
    let mut opened = 0;
    let mut open = |mail: &Waiting| {
        opened += 1;
        let odd = mail.key.person.ends_with(['1', '3']);
        Ok(odd.then(|| draft(mail.key.clone())))
    };
    let mut server = Server {
        script: Vec::new(),
        carried: Vec::new(),
    };
    let limited = outgoing(1000).at_most(5);
    let summary = send(
        &limited,
        &mut open,
        &mut [&mut server],
        (&|_| Ok(()), &|_| Since::Same),
    );
    assert_eq!(counts(&summary.expect("a journal")), [5, 0, 0, 0, 0]);
    assert_eq!(server.carried, ["1", "3", "11", "13", "21"]);
    assert_eq!(opened, 22);
}

mod away;
mod killed;
mod several;
