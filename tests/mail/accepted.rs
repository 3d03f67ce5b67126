//! Mail that arrives.

use std::time::Duration;

use plenary::error::{Error, Result};
use plenary::mail::transport::{Outcome, Parcel, Smtp};

use crate::server::{Act, At, Message, Record, Script, Server};
use crate::stage::{BYTES, FROM, TO, address, carry, open, parcel, patient};

fn accepted(number: usize) -> Outcome {
    Outcome::Accepted {
        reply: format!("250 2.0.0 queued as {number}"),
    }
}

#[test]
fn a_message_arrives_as_it_was_given_and_every_step_is_told() -> Result<()> {
    let server = Server::start(Script::default());
    let mut steps = Vec::new();
    let mut smtp = Smtp::open(
        &address(&server.url()),
        None,
        "client.example.org",
        &patient(),
        &mut |step| steps.push(step.to_owned()),
    )?;
    assert_eq!(carry(&mut smtp, &parcel()), (accepted(1), 1));
    smtp.quit();
    let port = server.port();
    assert_eq!(
        steps,
        [
            format!("connected to 127.0.0.1:{port}"),
            "banner: 220 scripted ESMTP".to_owned(),
            "hello: 250 scripted".to_owned(),
        ]
    );
    let expected = Record {
        messages: vec![Message {
            from: FROM.into(),
            to: vec![TO.into()],
            bytes: BYTES.into(),
        }],
        heard: [
            "EHLO client.example.org",
            "MAIL FROM:<team@example.org>",
            "RCPT TO:<jo@example.net>",
            "DATA",
            "QUIT",
        ]
        .map(String::from)
        .to_vec(),
        body_bytes: BYTES.len() + 3,
        connections: 1,
    };
    assert_eq!(server.finish(), expected);
    Ok(())
}

#[test]
fn a_hundred_messages_go_over_one_connection_without_a_pause_for_each() -> Result<()> {
    let server = Server::start(Script::default());
    let mut smtp = open(&server.url())?;
    let start = std::time::Instant::now();
    for number in 1..=100 {
        assert_eq!(carry(&mut smtp, &parcel()), (accepted(number), 1));
    }
    // Waiting for a delayed ACK once a message would take four seconds.
    assert!(start.elapsed() < Duration::from_secs(3));
    let record = server.finish();
    assert_eq!((record.messages.len(), record.connections), (100, 1));
    Ok(())
}

#[test]
fn lines_of_dots_and_bare_line_ends_arrive_whole() -> Result<()> {
    let server = Server::start(Script::default());
    let mut smtp = open(&server.url())?;
    let dots = Parcel {
        bytes: b"Subject: dots\r\n\r\n.\r\n..\r\n...x\r\n.\n.\r.\r\nMAIL FROM:<x@y>\r\n.",
        ..parcel()
    };
    assert_eq!(carry(&mut smtp, &dots), (accepted(1), 1));
    assert_eq!(carry(&mut smtp, &parcel()), (accepted(2), 1));
    let taken: Vec<Vec<u8>> = server
        .finish()
        .messages
        .into_iter()
        .map(|message| message.bytes)
        .collect();
    let whole = b"Subject: dots\r\n\r\n.\r\n..\r\n...x\r\n.\r\n.\r\n.\r\nMAIL FROM:<x@y>\r\n.\r\n";
    assert_eq!(taken, [whole.to_vec(), BYTES.to_vec()]);
    Ok(())
}

#[test]
fn a_message_of_five_megabytes_arrives_whole() -> Result<()> {
    let server = Server::start(Script::default());
    let mut smtp = open(&server.url())?;
    let big = b".0123456789abcdefghijklmnopqrstuvwxyz\r\n".repeat(130_000);
    let outcome = carry(
        &mut smtp,
        &Parcel {
            bytes: &big,
            ..parcel()
        },
    );
    assert_eq!(outcome, (accepted(1), 1));
    assert!(server.finish().messages[0].bytes == big);
    Ok(())
}

#[test]
fn a_late_answer_to_the_dot_is_waited_for() -> Result<()> {
    let pause = Act::Stall(Duration::from_millis(400));
    let server = Server::start(Script::default().on(At::Taken, 1, pause));
    let mut smtp = open(&server.url())?;
    assert_eq!(carry(&mut smtp, &parcel()), (accepted(1), 1));
    Ok(())
}

#[test]
fn size_and_eight_bit_are_said_where_the_server_knows_them() -> Result<()> {
    let script = Script::default().offering("size 1000").offering("8BITMIME");
    let server = Server::start(script);
    let mut smtp = open(&server.url())?;
    let umlaut = Parcel {
        bytes: "ä\r\n".as_bytes(),
        ..parcel()
    };
    assert_eq!(carry(&mut smtp, &umlaut), (accepted(1), 1));
    let heard = server.finish().heard;
    assert_eq!(
        heard[1],
        "MAIL FROM:<team@example.org> SIZE=7 BODY=8BITMIME"
    );
    Ok(())
}

#[test]
fn nothing_of_the_message_leaves_before_the_mark_and_a_failing_mark_sends_nothing() -> Result<()> {
    let server = Server::start(Script::default());
    let mut smtp = open(&server.url())?;
    let mut marks = 0;
    let full = Error::new("cannot write `mail.csv`: no space left on device");
    let outcome = smtp.carry(&parcel(), None, &mut || {
        marks += 1;
        Err(full.clone())
    });
    assert_eq!((outcome, marks, smtp.is_open()), (Err(full), 1, false));
    let record = server.finish();
    assert_eq!((record.messages, record.body_bytes), (vec![], 0));
    assert_eq!(record.heard.last().map(String::as_str), Some("DATA"));
    Ok(())
}
