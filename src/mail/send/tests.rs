//! A server that answers as it is told, and what the journal hears.

use super::*;
use crate::mail::{Fate, Folder, Kind, Standing};
use crate::model::MailEntry;

/// What the server does with the next mail: `+` accepts, `-` refuses, `~` defers, `!` refuses the sender, `<` loses
/// the connection before the dot, `>` after it, `?` fails before it, `#` after it. At the end it accepts.
struct Server {
    script: Vec<char>,
    carried: Vec<String>,
}

impl Carrier for Server {
    fn carry(&mut self, draft: &Draft, mark: &mut dyn FnMut() -> Result<()>) -> Result<Delivery> {
        let action = if self.script.is_empty() {
            '+'
        } else {
            self.script.remove(0)
        };
        self.carried.push(draft.key.person.clone());
        if action == '?' {
            return Err(Error::new("password refused"));
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

fn outgoing(count: usize) -> Outgoing {
    let kind = Kind::confirmation().expect("a kind");
    let drafts = (0..count).map(|number| Draft {
        key: kind.key(&number.to_string()),
        message_id: format!("<confirmation.{number}.1@b.example.org>"),
        from: "team@example.org".to_string(),
        to: format!("{number}@example.net"),
        bytes: b"Subject: x\r\n\r\nx\r\n".to_vec(),
    });
    Outgoing::choose(drafts, &Standing::default())
}

/// Sends so many mails to a server that follows a script. Returns the steps, one letter each, and the summary.
fn run(count: usize, script: &str) -> (Vec<String>, Summary) {
    let mut server = Server {
        script: script.chars().collect(),
        carried: Vec::new(),
    };
    let mut steps = Vec::new();
    let mut tell = |step: Step<'_>| {
        steps.push(match step {
            Step::Reserve(batch) => format!("reserve {}", batch.len()),
            Step::Sending(draft) => format!("{} sending", draft.key.person),
            Step::Outcome {
                draft,
                state,
                reply,
            } => {
                format!("{} {}: {reply}", draft.key.person, state.word())
            }
        });
        Ok(())
    };
    let summary = send(&outgoing(count), &mut server, &mut tell).expect("a journal");
    (steps, summary)
}

fn counts(summary: &Summary) -> [usize; 5] {
    [
        summary.accepted,
        summary.refused(),
        summary.deferred(),
        summary.in_doubt(),
        summary.not_tried,
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
fn at_most_64_are_reserved_at_once() {
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
        ([1, 0, 2, 0, 0], String::new())
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
            "1 deferred: connection lost",
            "2 deferred: connection lost",
            "3 deferred: not tried",
        ]
    );
    assert_eq!(steps.len(), 4 + 62);
    assert!(
        steps[5..]
            .iter()
            .all(|step| step.ends_with("deferred: not tried"))
    );
    assert_eq!(counts(&summary), [1, 0, 2, 0, 67]);
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
            "0 deferred: 550 who are you",
            "1 deferred: not tried"
        ]
    );
    assert_eq!(
        (counts(&summary), summary.exit()),
        ([0, 0, 1, 0, 1], Exit::CouldNotRun)
    );
}

#[test]
fn a_carrier_that_fails_leaves_in_doubt_only_what_it_had_marked() {
    let (steps, summary) = run(2, "?");
    assert_eq!(steps[1], "0 deferred: password refused");
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
        let mut told = 0;
        let mut tell = |_: Step<'_>| {
            told += 1;
            if told > fails_at {
                Err(Error::new("disk full"))
            } else {
                Ok(())
            }
        };
        let error = send(&outgoing(3), &mut server, &mut tell).expect_err("no journal");
        assert_eq!(error.to_string(), "disk full");
        assert_eq!(
            (server.carried.len(), told),
            (fails_at.min(1), fails_at + 1)
        );
    }
}

/// Runs until the journal has so many lines, and then is killed. Returns the journal and the fates it leads to.
fn killed_after(lines: usize, boot: &str) -> Vec<Fate> {
    let mut journal: Vec<MailEntry> = Vec::new();
    let mut server = Server {
        script: "+-~<".chars().collect(),
        carried: Vec::new(),
    };
    let outgoing = outgoing(5);
    let mut tell = |step: Step<'_>| {
        let now = chrono::DateTime::UNIX_EPOCH;
        journal.extend(step.entries(now, "smtps://mail.example.org", "one"));
        if journal.len() > lines {
            Err(Error::new("killed"))
        } else {
            Ok(())
        }
    };
    // The run ends at the line after the last that counts.
    let _ = send(&outgoing, &mut server, &mut tell);
    journal.truncate(lines);
    let standing = Standing::new(&journal, boot, "smtps://mail.example.org");
    outgoing
        .drafts()
        .iter()
        .map(|draft| standing.fate(&draft.key))
        .collect()
}

#[test]
fn a_run_that_is_killed_leaves_one_mail_in_doubt_at_most_and_sends_none_twice() {
    for lines in 0..20 {
        let fates = killed_after(lines, "one");
        let in_doubt = fates
            .iter()
            .filter(|fate| matches!(fate, Fate::InDoubt(_)))
            .count();
        assert!(in_doubt <= 1, "{lines}: {fates:?}");
    }
    let over = [
        Fate::Accepted,
        Fate::Refused,
        Fate::Deferred,
        Fate::Accepted,
        Fate::Accepted,
    ];
    assert_eq!(killed_after(20, "one"), over);
    assert_eq!(killed_after(20, "two"), over);
}

#[test]
fn a_folder_takes_every_mail_under_its_name() {
    let mut files = Vec::new();
    let mut folder = Folder::new(|name: &str, bytes: &[u8]| {
        files.push((name.to_string(), bytes.len()));
        Ok(())
    });
    let summary = send(&outgoing(2), &mut folder, &mut |_| Ok(())).expect("a journal");
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
fn what_the_journal_forbids_is_not_sent_and_nothing_twice() {
    let drafts = outgoing(5).drafts().to_vec();
    let entry = |draft: &Draft, state| {
        let step = Step::Outcome {
            draft,
            state,
            reply: "",
        };
        step.entries(chrono::DateTime::UNIX_EPOCH, "", "one")
    };
    let mut journal = entry(&drafts[0], MailState::Accepted);
    journal.extend(entry(&drafts[1], MailState::Doubtful));
    journal.extend(entry(&drafts[2], MailState::Refused));
    journal.extend(entry(&drafts[3], MailState::Deferred));
    let twice = drafts.iter().chain(&drafts).cloned();
    let outgoing = Outgoing::choose(
        twice,
        &Standing::new(&journal, "one", "smtps://mail.example.org"),
    );
    let people: Vec<_> = outgoing
        .drafts()
        .iter()
        .map(|draft| draft.key.person.as_str())
        .collect();
    assert_eq!(people, ["3", "4"]);
    let skipped = outgoing.skipped();
    assert_eq!(
        (
            skipped.sent,
            skipped.in_doubt,
            skipped.refused,
            skipped.drafted
        ),
        (2, 2, 2, 2)
    );
}
