//! Mail that does not arrive, or perhaps does: one fault at each step, and the outcome it must have.

use plenary::error::Result;
use plenary::mail::transport::{Outcome, Parcel, Phase, Timeouts};

use crate::server::{Act, At, Script, Server};
use crate::stage::{AMPLE, SHORT, carry, open, open_with, parcel, patient};

const GONE: &str = "the server closed the connection";

/// What became of one parcel: outcome, how often it was marked, whether the connection can go on, and what was taken.
type Fate = (Outcome, usize, bool, usize);

fn fate_with(at: At, act: Act, timeouts: &Timeouts) -> Result<Fate> {
    let server = Server::start(Script::default().on(at, 1, act));
    let mut smtp = open_with(&server.url(), None, timeouts)?;
    let (outcome, marks) = carry(&mut smtp, &parcel());
    let is_open = smtp.is_open();
    Ok((outcome, marks, is_open, server.finish().messages.len()))
}

fn fate(at: At, act: Act) -> Result<Fate> {
    fate_with(at, act, &patient())
}

fn refused(phase: Phase, reply: &str) -> Outcome {
    Outcome::Refused {
        phase,
        reply: reply.into(),
    }
}

fn deferred(phase: Phase, reply: &str) -> Outcome {
    Outcome::Deferred {
        phase,
        reply: reply.into(),
    }
}

fn lost(phase: Phase, why: &str) -> Outcome {
    Outcome::Lost {
        phase,
        why: why.into(),
    }
}

fn in_doubt(why: &str) -> Outcome {
    Outcome::InDoubt { why: why.into() }
}

const BEFORE: [(At, Phase); 3] = [
    (At::Mail, Phase::Mail),
    (At::Rcpt, Phase::Rcpt),
    (At::Data, Phase::Data),
];

#[test]
fn a_no_for_good_before_the_message_refuses_it_and_keeps_the_connection() -> Result<()> {
    for (at, phase) in BEFORE {
        let said = "550 5.7.1 no, thank you";
        assert_eq!(
            fate(at, Act::say(said))?,
            (refused(phase, said), 0, true, 0)
        );
    }
    Ok(())
}

#[test]
fn a_no_for_now_before_the_message_defers_it_and_keeps_the_connection() -> Result<()> {
    for (at, phase) in BEFORE {
        let said = "450 4.2.0 greylisted";
        assert_eq!(
            fate(at, Act::say(said))?,
            (deferred(phase, said), 0, true, 0)
        );
    }
    Ok(())
}

#[test]
fn a_421_ends_the_connection_and_says_nothing_of_the_message() -> Result<()> {
    let said = "421 4.3.2 shutting down";
    for (at, phase) in BEFORE {
        assert_eq!(fate(at, Act::say(said))?, (lost(phase, said), 0, false, 0));
    }
    assert_eq!(
        fate(At::Dot, Act::say(said))?,
        (lost(Phase::Dot, said), 1, false, 0)
    );
    Ok(())
}

#[test]
fn hanging_up_before_the_message_loses_it_certainly() -> Result<()> {
    for (at, phase) in BEFORE {
        assert_eq!(fate(at, Act::Drop)?, (lost(phase, GONE), 0, false, 0));
    }
    Ok(())
}

#[test]
fn silence_before_the_message_loses_it_certainly() -> Result<()> {
    for (at, phase) in BEFORE {
        let timeouts = Timeouts {
            command: if at == At::Data { AMPLE } else { SHORT },
            data: SHORT,
            ..patient()
        };
        let expected = lost(phase, "no answer within 200ms");
        assert_eq!(
            fate_with(at, Act::Stall(AMPLE), &timeouts)?,
            (expected, 0, false, 0)
        );
    }
    Ok(())
}

#[test]
fn nonsense_before_the_message_loses_it_certainly() -> Result<()> {
    for (at, phase) in BEFORE {
        assert_eq!(
            fate(at, Act::say("HTTP/1.1 200 OK"))?,
            (
                lost(phase, "no SMTP reply but `HTTP/1.1 200 OK`"),
                0,
                false,
                0
            )
        );
        assert_eq!(
            fate(at, Act::say("250-one\n354 two"))?,
            (lost(phase, "no SMTP reply but `354 two`"), 0, false, 0)
        );
    }
    assert_eq!(
        fate(At::Data, Act::say("250 not quite"))?,
        (
            lost(Phase::Data, "an answer that does not fit: 250 not quite"),
            0,
            false,
            0
        )
    );
    Ok(())
}

#[test]
fn a_reply_of_a_megabyte_is_not_swallowed() -> Result<()> {
    let endless = Act::Say([b"250 ".to_vec(), b"x".repeat(1_000_000)].concat());
    let why = format!("no SMTP reply but `250 {}`", "x".repeat(56));
    assert_eq!(
        fate(At::Rcpt, endless.clone())?,
        (lost(Phase::Rcpt, &why), 0, false, 0)
    );
    assert_eq!(fate(At::Taken, endless)?, (in_doubt(&why), 1, false, 1));
    let chatter = Act::Say(b"250-so it goes\r\n".repeat(60_000));
    let why = "a reply without end";
    assert_eq!(fate(At::Taken, chatter)?, (in_doubt(why), 1, false, 1));
    Ok(())
}

#[test]
fn a_reply_with_escape_codes_or_in_latin_1_is_an_answer_and_safe_to_show() -> Result<()> {
    let said = Act::Say(b"550-5.1.1 \x1b[2Jno\r\n550 5.1.1 Empf\xe4nger\xe2\x80\xae\r\n".to_vec());
    let shown = "550 5.1.1 \\u{1b}[2Jno Empf\\xe4nger\\u{202e}";
    assert_eq!(
        fate(At::Rcpt, said)?,
        (refused(Phase::Rcpt, shown), 0, true, 0)
    );
    Ok(())
}

#[test]
fn a_second_reply_does_not_shift_the_replies_that_follow() -> Result<()> {
    assert_eq!(
        fate(At::Mail, Act::say("250 yes\n250 yes"))?,
        (
            lost(Phase::Rcpt, "a reply that nobody had asked for: 250 yes"),
            0,
            false,
            0
        )
    );
    assert_eq!(
        fate(At::Data, Act::say("354 go\n250 taken"))?,
        (
            lost(
                Phase::Data,
                "a reply that nobody had asked for: 250 taken\\u{d}\\u{a}"
            ),
            0,
            false,
            0
        )
    );
    Ok(())
}

#[test]
fn a_no_after_the_dot_is_clear() -> Result<()> {
    assert_eq!(
        fate(At::Dot, Act::say("554 5.7.1 spam"))?,
        (refused(Phase::Dot, "554 5.7.1 spam"), 1, true, 0)
    );
    assert_eq!(
        fate(At::Dot, Act::say("452 4.3.1 disk full"))?,
        (deferred(Phase::Dot, "452 4.3.1 disk full"), 1, true, 0)
    );
    Ok(())
}

#[test]
fn a_no_in_the_middle_of_the_message_is_clear_too() -> Result<()> {
    let (outcome, marks, _, taken) = fate(At::Body, Act::say("552 5.3.4 too big"))?;
    assert_eq!(
        (outcome, marks, taken),
        (refused(Phase::Dot, "552 5.3.4 too big"), 1, 0)
    );
    Ok(())
}

#[test]
fn hanging_up_in_the_message_or_after_it_leaves_us_in_doubt() -> Result<()> {
    for (at, taken) in [(At::Body, 0), (At::Dot, 0), (At::Taken, 1)] {
        assert_eq!(fate(at, Act::Drop)?, (in_doubt(GONE), 1, false, taken));
    }
    Ok(())
}

#[test]
fn hanging_up_while_a_big_message_is_on_its_way_leaves_us_in_doubt() -> Result<()> {
    let server = Server::start(Script::default().on(At::Body, 1, Act::Drop));
    let mut smtp = open(&server.url())?;
    let bytes = b"0123456789abcdefghijklmnopqrstuvwxyz\r\n".repeat(500_000);
    let big = Parcel {
        bytes: &bytes,
        ..parcel()
    };
    assert_eq!(carry(&mut smtp, &big), (in_doubt(GONE), 1));
    assert!(!smtp.is_open());
    Ok(())
}

#[test]
fn a_server_that_stops_reading_leaves_us_in_doubt() -> Result<()> {
    let server = Server::start(Script::default().on(At::Body, 1, Act::Stall(AMPLE)));
    let timeouts = Timeouts {
        body: SHORT,
        dot: SHORT,
        ..patient()
    };
    let mut smtp = open_with(&server.url(), None, &timeouts)?;
    // More than the buffers of both ends hold.
    let bytes = b"0123456789abcdefghijklmnopqrstuvwxyz\r\n".repeat(500_000);
    let big = Parcel {
        bytes: &bytes,
        ..parcel()
    };
    assert_eq!(
        carry(&mut smtp, &big),
        (in_doubt("no answer within 200ms"), 1)
    );
    assert!(!smtp.is_open());
    Ok(())
}

#[test]
fn silence_after_the_dot_leaves_us_in_doubt() -> Result<()> {
    let timeouts = Timeouts {
        dot: SHORT,
        ..patient()
    };
    for at in [At::Dot, At::Taken] {
        let (outcome, marks, is_open, _) = fate_with(at, Act::Stall(AMPLE), &timeouts)?;
        assert_eq!(
            (outcome, marks, is_open),
            (in_doubt("no answer within 200ms"), 1, false)
        );
    }
    Ok(())
}

#[test]
fn nonsense_after_the_dot_leaves_us_in_doubt() -> Result<()> {
    for (said, why) in [
        ("what?", "no SMTP reply but `what?`"),
        ("354 go on", "an answer that does not fit: 354 go on"),
        ("250-taken\n550 or not", "no SMTP reply but `550 or not`"),
    ] {
        assert_eq!(
            fate(At::Taken, Act::say(said))?,
            (in_doubt(why), 1, false, 1)
        );
    }
    Ok(())
}

#[test]
fn a_dripping_server_cannot_hold_us_longer_than_the_timeout() -> Result<()> {
    // Twenty bytes, one every 50 ms: each comes well within the time, all together do not.
    let mut script = Script::default();
    for _ in 0..20 {
        script = script.on(At::Taken, 1, Act::Say(b"2".to_vec())).on(
            At::Taken,
            1,
            Act::Stall(SHORT / 4),
        );
    }
    let server = Server::start(script);
    let timeouts = Timeouts {
        dot: SHORT,
        ..patient()
    };
    let mut smtp = open_with(&server.url(), None, &timeouts)?;
    assert_eq!(
        carry(&mut smtp, &parcel()),
        (in_doubt("no answer within 200ms"), 1)
    );
    Ok(())
}
