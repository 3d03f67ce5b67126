//! Commands in a row, where the server takes them: the envelope at once, and the next one behind the message.

use plenary::error::{Error, Result};
use plenary::mail::transport::{Outcome, Parcel, Phase, Smtp};

use crate::server::{Act, At, Script, Server};
use crate::stage::{TO, open, parcel};

fn pipelining() -> Script {
    Script::default().offering("PIPELINING")
}

const SECOND: Parcel<'static> = Parcel {
    from: "team@example.org",
    to: "second@example.net",
    bytes: b"Subject: Second\r\n\r\nAnd you.\r\n",
};

/// Carries two messages, the second of which is known when the first one goes. Returns both outcomes.
fn two(smtp: &mut Smtp) -> Result<[Outcome; 2]> {
    let first = smtp.carry(&parcel(), Some(&SECOND), &mut || Ok(()))?;
    let second = smtp.carry(&SECOND, None, &mut || Ok(()))?;
    Ok([first, second])
}

fn accepted(number: usize) -> Outcome {
    Outcome::Accepted {
        reply: format!("250 2.0.0 queued as {number}"),
    }
}

fn recipients(server: Server) -> Vec<String> {
    let messages = server.finish().messages.into_iter();
    messages.flat_map(|message| message.to).collect()
}

#[test]
fn the_next_envelope_goes_out_behind_the_message_and_its_message_waits_for_its_turn() -> Result<()>
{
    let server = Server::start(pipelining());
    let mut smtp = open(&server.url())?;
    let outcome = smtp.carry(&parcel(), Some(&SECOND), &mut || Ok(()))?;
    assert_eq!(outcome, accepted(1));
    server.wait_for(At::Data, 2);
    let record = server.record();
    let heard = [
        "EHLO client.example.org",
        "MAIL FROM:<team@example.org>",
        "RCPT TO:<jo@example.net>",
        "DATA",
        "MAIL FROM:<team@example.org>",
        "RCPT TO:<second@example.net>",
        "DATA",
    ];
    assert_eq!(
        (record.heard.as_slice(), record.messages.len()),
        (&heard.map(String::from)[..], 1)
    );
    let outcome = smtp.carry(&SECOND, None, &mut || Ok(()))?;
    assert_eq!(outcome, accepted(2));
    smtp.quit();
    let record = server.finish();
    assert_eq!(record.messages[1].bytes, SECOND.bytes);
    assert_eq!((record.heard.len(), record.connections), (8, 1));
    Ok(())
}

#[test]
fn without_the_offer_nothing_is_said_ahead() -> Result<()> {
    let server = Server::start(Script::default());
    let mut smtp = open(&server.url())?;
    smtp.carry(&parcel(), Some(&SECOND), &mut || Ok(()))?;
    smtp.quit();
    let heard = server.finish().heard;
    assert_eq!(heard[3..], ["DATA", "QUIT"]);
    Ok(())
}

#[test]
fn whoever_is_turned_down_is_told_apart_from_those_around_them() -> Result<()> {
    for lax in [false, true] {
        for (nth, expected, arrived) in [
            (1, [Phase::Rcpt, Phase::Dot], "second@example.net"),
            (2, [Phase::Dot, Phase::Rcpt], TO),
        ] {
            let no = "550 5.1.1 no such user";
            let script = pipelining().on(At::Rcpt, nth, Act::say(no));
            let server = Server::start(if lax { script.lax() } else { script });
            let mut smtp = open(&server.url())?;
            let outcomes = two(&mut smtp)?;
            let expected = expected.map(|phase| match phase {
                Phase::Dot => accepted(1),
                phase => Outcome::Refused {
                    phase,
                    reply: no.into(),
                },
            });
            assert_eq!((outcomes, smtp.is_open()), (expected, true), "{lax} {nth}");
            // The connection is in step: a third one goes over it.
            let third = smtp.carry(&parcel(), None, &mut || Ok(()))?;
            assert_eq!(third, accepted(2));
            assert_eq!(server.record().connections, 1);
            assert_eq!(recipients(server), [arrived, TO]);
        }
    }
    Ok(())
}

#[test]
fn a_sender_who_is_turned_down_is_told_as_such_and_not_as_a_bad_sequence() -> Result<()> {
    let no = "550 5.7.1 not you";
    let server = Server::start(pipelining().always(At::Mail, Act::say(no)));
    let mut smtp = open(&server.url())?;
    let outcome = smtp.carry(&parcel(), Some(&SECOND), &mut || Ok(()))?;
    assert!(outcome.concerns_everyone(), "{outcome:?}");
    assert_eq!(recipients(server), [""; 0]);
    Ok(())
}

#[test]
fn an_answer_to_the_dot_counts_for_its_message_alone_whatever_comes_behind_it() -> Result<()> {
    let no = "554 5.7.1 spam";
    let server = Server::start(pipelining().on(At::Dot, 1, Act::say(no)));
    let mut smtp = open(&server.url())?;
    let refused = Outcome::Refused {
        phase: Phase::Dot,
        reply: no.into(),
    };
    assert_eq!(two(&mut smtp)?, [refused, accepted(1)]);
    assert_eq!(recipients(server), [SECOND.to]);
    Ok(())
}

#[test]
fn hanging_up_behind_the_dot_leaves_the_first_in_doubt_and_the_second_certainly_unsent()
-> Result<()> {
    for (at, taken) in [(At::Dot, 0), (At::Taken, 1)] {
        let server = Server::start(pipelining().on(at, 1, Act::Drop));
        let mut smtp = open(&server.url())?;
        let [first, second] = two(&mut smtp)?;
        assert!(matches!(first, Outcome::InDoubt { .. }), "{first:?}");
        assert!(matches!(second, Outcome::Lost { .. }), "{second:?}");
        assert_eq!(server.finish().messages.len(), taken);
    }
    Ok(())
}

#[test]
fn a_goodbye_behind_a_message_says_nothing_of_it_and_the_next_is_unsent() -> Result<()> {
    let bye = "421 4.7.0 three are enough";
    let server = Server::start(pipelining().on(At::Mail, 2, Act::say(bye)));
    let mut smtp = open(&server.url())?;
    let lost = Outcome::Lost {
        phase: Phase::Mail,
        why: bye.into(),
    };
    assert_eq!(two(&mut smtp)?, [accepted(1), lost]);
    assert!(!smtp.is_open());
    Ok(())
}

#[test]
fn another_message_than_the_one_announced_costs_the_connection_and_is_not_sent_under_its_name()
-> Result<()> {
    let server = Server::start(pipelining());
    let mut smtp = open(&server.url())?;
    smtp.carry(&parcel(), Some(&SECOND), &mut || Ok(()))?;
    let outcome = smtp.carry(&parcel(), None, &mut || Ok(()))?;
    assert!(matches!(outcome, Outcome::Lost { .. }), "{outcome:?}");
    assert_eq!(
        (recipients(server), smtp.is_open()),
        (vec![TO.to_owned()], false)
    );
    Ok(())
}

#[test]
fn a_failing_mark_sends_nothing_of_a_message_that_was_announced() -> Result<()> {
    let server = Server::start(pipelining());
    let mut smtp = open(&server.url())?;
    smtp.carry(&parcel(), Some(&SECOND), &mut || Ok(()))?;
    let full = Error::new("no space left on device");
    let outcome = smtp.carry(&SECOND, None, &mut || Err(full.clone()));
    assert_eq!((outcome, smtp.is_open()), (Err(full), false));
    assert_eq!(recipients(server), [TO]);
    Ok(())
}
