//! Getting as far as a message could be sent, and what is said when that fails.

use plenary::error::{Exit, Result};
use plenary::mail::transport::{Outcome, Parcel, Phase, Smtp, Timeouts};

use crate::server::{Act, At, Script, Server};
use crate::stage::{AMPLE, SHORT, address, carry, open, open_with, parcel, patient, told};

const LATER: &str = "nothing was sent; try again later";
const NO_SMTP: &str =
    "check host and port of `server` in event.toml; another program may answer there";
const TURNED_AWAY: &str = "check `server` in event.toml, or ask whoever runs the mail server";

/// Opens a connection to a server with one fault, and returns what is said, with `HOST` for its address.
fn failure(at: At, act: Act, timeouts: &Timeouts) -> (String, String, Exit) {
    let server = Server::start(Script::default().always(at, act));
    let error = open_with(&server.url(), None, timeouts).expect_err("the server misbehaves");
    let (message, hint, exit) = told(&error);
    let host = format!("127.0.0.1:{}", server.port());
    (message.replace(&host, "HOST"), hint, exit)
}

fn says(message: &str, hint: &str, exit: Exit) -> (String, String, Exit) {
    (message.into(), hint.into(), exit)
}

const BEFORE: [(At, Phase); 2] = [(At::Banner, Phase::Banner), (At::Hello, Phase::Hello)];

#[test]
fn a_server_that_is_not_there_is_away() {
    // A port that was free a moment ago, and is closed now.
    let server = Server::start(Script::default());
    let url = server.url();
    server.finish();
    let error = open(&url).expect_err("nobody listens");
    let address = url.trim_start_matches("smtp://");
    let message = format!("cannot reach the mail server `{address}`: connection refused");
    assert_eq!(told(&error), says(&message, LATER, Exit::TryLater));
}

#[test]
fn a_no_for_now_means_later_and_a_no_for_good_means_never() {
    for (at, phase) in BEFORE {
        let message =
            format!("the mail server `HOST` asks to come back later ({phase}): 421 4.3.2 busy");
        assert_eq!(
            failure(at, Act::say("421 4.3.2 busy"), &patient()),
            says(&message, LATER, Exit::TryLater)
        );
        let message = format!("the mail server `HOST` turns us away ({phase}): 554 5.7.1 go away");
        assert_eq!(
            failure(at, Act::say("554 5.7.1 go away"), &patient()),
            says(&message, TURNED_AWAY, Exit::CouldNotRun)
        );
    }
}

#[test]
fn hanging_up_and_silence_mean_later() {
    for (at, phase) in BEFORE {
        let message =
            format!("the mail server `HOST` is away ({phase}): the server closed the connection");
        assert_eq!(
            failure(at, Act::Drop, &patient()),
            says(&message, LATER, Exit::TryLater)
        );
        let hasty = Timeouts {
            command: SHORT,
            ..patient()
        };
        let message = format!("the mail server `HOST` is away ({phase}): no answer within 200ms");
        assert_eq!(
            failure(at, Act::Stall(AMPLE), &hasty),
            says(&message, LATER, Exit::TryLater)
        );
    }
}

#[test]
fn another_program_than_a_mail_server_is_told_as_such() {
    for (at, phase) in BEFORE {
        let message = format!(
            "`HOST` does not speak SMTP as it should ({phase}): no SMTP reply but `SSH-2.0-x\\u{{7}}`"
        );
        assert_eq!(
            failure(at, Act::say("SSH-2.0-x\x07"), &patient()),
            says(&message, NO_SMTP, Exit::CouldNotRun)
        );
    }
    let message =
        "`HOST` does not speak SMTP as it should (hello): an answer that does not fit: 354 go";
    assert_eq!(
        failure(At::Hello, Act::say("354 go"), &patient()),
        says(message, NO_SMTP, Exit::CouldNotRun)
    );
}

#[test]
fn silence_where_starttls_is_expected_may_be_a_port_that_wants_tls_at_once() {
    let server = Server::start(Script::default().on(At::Banner, 1, Act::Stall(AMPLE)));
    let hasty = Timeouts {
        command: SHORT,
        ..patient()
    };
    let host = format!("127.0.0.1:{}", server.port());
    let error = open_with(&format!("starttls://{host}"), None, &hasty).expect_err("no banner");
    assert_eq!(
        told(&error),
        says(
            &format!("the mail server `{host}` says nothing (banner): no answer within 200ms"),
            "nothing was sent; if the port speaks TLS from the start, as 465 does, write `smtps://` in `server` of \
             event.toml",
            Exit::TryLater
        )
    );
}

#[test]
fn a_server_that_offers_starttls_and_then_will_not_gets_nothing() {
    for (act, message, exit) in [
        (
            Act::say("454 4.7.0 no certificate today"),
            "the mail server `HOST` asks to come back later (starttls): 454 4.7.0 no certificate today",
            Exit::TryLater,
        ),
        (
            Act::say("502 5.5.1 no"),
            "the mail server `HOST` turns us away (starttls): 502 5.5.1 no",
            Exit::CouldNotRun,
        ),
        (
            Act::Drop,
            "the mail server `HOST` is away (starttls): the server closed the connection",
            Exit::TryLater,
        ),
    ] {
        let script = Script::default().offering("STARTTLS");
        let server = Server::start(script.on(At::StartTls, 1, act));
        let host = format!("127.0.0.1:{}", server.port());
        let url = format!("starttls://me@{host}");
        let error = open_with(&url, Some("hunter2"), &patient()).expect_err("no TLS");
        let (said, _, code) = told(&error);
        assert_eq!((said.replace(&host, "HOST"), code), (message.into(), exit));
        let heard = server.finish().heard;
        assert_eq!(heard, ["EHLO client.example.org", "STARTTLS"]);
    }
}

#[test]
fn a_blank_line_in_the_answer_to_hello_does_no_harm() -> Result<()> {
    let hello = Act::say("250-scripted\n250-   \n250-\n250");
    let server = Server::start(Script::default().on(At::Hello, 1, hello));
    assert!(open(&server.url())?.is_open());
    Ok(())
}

#[test]
fn a_name_that_is_no_host_name_is_not_said() -> Result<()> {
    let server = Server::start(Script::default());
    for name in ["laptop", "my computer.local", "a.b\r\nQUIT", "laptop.local"] {
        Smtp::open(&address(&server.url()), None, name, &patient(), &mut |_| {})?.quit();
    }
    let heard = server.finish().heard;
    assert_eq!(
        heard,
        [
            "EHLO [127.0.0.1]",
            "QUIT",
            "EHLO [127.0.0.1]",
            "QUIT",
            "EHLO [127.0.0.1]",
            "QUIT",
            "EHLO laptop.local",
            "QUIT",
        ]
    );
    Ok(())
}

#[test]
fn after_a_refused_recipient_the_next_message_goes_over_the_same_connection() -> Result<()> {
    let server = Server::start(Script::default().on(At::Rcpt, 1, Act::say("550 5.1.1 unknown")));
    let mut smtp = open(&server.url())?;
    let refused = Outcome::Refused {
        phase: Phase::Rcpt,
        reply: "550 5.1.1 unknown".into(),
    };
    assert_eq!(carry(&mut smtp, &parcel()), (refused, 0));
    let other = Parcel {
        to: "kim@example.net",
        ..parcel()
    };
    let accepted = Outcome::Accepted {
        reply: "250 2.0.0 queued as 1".into(),
    };
    assert_eq!(carry(&mut smtp, &other), (accepted, 1));
    let record = server.finish();
    assert_eq!(record.connections, 1);
    assert_eq!(record.messages[0].to, ["kim@example.net"]);
    assert_eq!(record.heard[3], "RSET");
    Ok(())
}

#[test]
fn a_server_that_cannot_forget_a_recipient_gets_no_other_message() -> Result<()> {
    let script = Script::default().on(At::Rcpt, 1, Act::say("450 later")).on(
        At::Reset,
        1,
        Act::say("500 what?"),
    );
    let server = Server::start(script);
    let mut smtp = open(&server.url())?;
    carry(&mut smtp, &parcel());
    let lost = Outcome::Lost {
        phase: Phase::Mail,
        why: "an answer that does not fit: 500 what?".into(),
    };
    assert_eq!(carry(&mut smtp, &parcel()), (lost, 0));
    assert!(!smtp.is_open());
    Ok(())
}

#[test]
fn a_server_that_hung_up_between_two_messages_has_lost_only_the_second() -> Result<()> {
    let bye = Act::say("250 2.0.0 taken\n421 4.4.2 idle for too long");
    let server = Server::start(Script::default().on(At::Taken, 1, bye));
    let mut smtp = open(&server.url())?;
    carry(&mut smtp, &parcel());
    let lost = Outcome::Lost {
        phase: Phase::Mail,
        why: "421 4.4.2 idle for too long".into(),
    };
    assert_eq!(carry(&mut smtp, &parcel()), (lost, 0));
    assert!(!smtp.is_open());
    Ok(())
}

#[test]
fn what_cannot_be_sent_never_gets_to_the_server() -> Result<()> {
    let server = Server::start(Script::default());
    let mut smtp = open(&server.url())?;
    let smuggled = Parcel {
        to: "a@example.org>\r\nDATA",
        ..parcel()
    };
    let umlaut = Parcel {
        bytes: "ä\r\n".as_bytes(),
        ..parcel()
    };
    for (parcel, phase, why) in [
        (
            smuggled,
            Phase::Rcpt,
            "the address cannot stand in a command",
        ),
        (
            umlaut,
            Phase::Data,
            "the message has bytes above 127, and the server does not take them",
        ),
    ] {
        let reply = format!("not sent: {why}");
        assert_eq!(
            carry(&mut smtp, &parcel),
            (Outcome::Refused { phase, reply }, 0)
        );
    }
    let nobody = Parcel {
        from: "",
        ..parcel()
    };
    let error = smtp
        .carry(&nobody, None, &mut || Ok(()))
        .expect_err("no sender");
    assert_eq!(
        told(&error),
        says(
            "`` cannot be the sender of a mail",
            "check `from` of `[mail]` in event.toml",
            Exit::CouldNotRun
        )
    );
    assert_eq!(server.finish().heard, ["EHLO client.example.org"]);
    Ok(())
}
