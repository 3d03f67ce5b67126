//! The props of these tests: short waits, one parcel, and the outcome of carrying it.

use std::time::Duration;

use plenary::error::{Error, Exit, Result};
use plenary::mail::transport::{Outcome, Parcel, Password, Server, Smtp, SmtpServer, Timeouts};

pub(crate) const FROM: &str = "team@example.org";
pub(crate) const TO: &str = "jo@example.net";
pub(crate) const BYTES: &[u8] = b"Subject: Hello\r\n\r\nSee you.\r\n";

/// Longer than anything takes on a busy machine, shorter than a test may hang.
pub(crate) const AMPLE: Duration = Duration::from_secs(20);
/// For waiting in vain.
pub(crate) const SHORT: Duration = Duration::from_millis(200);

pub(crate) fn patient() -> Timeouts {
    Timeouts {
        connect: AMPLE,
        command: AMPLE,
        data: AMPLE,
        body: AMPLE,
        dot: AMPLE,
    }
}

pub(crate) fn address(url: &str) -> SmtpServer {
    match url.parse::<Server>() {
        Ok(Server::Smtp(server)) => server,
        other => panic!("{url} should be a mail server, but is {other:?}"),
    }
}

pub(crate) fn open(url: &str) -> Result<Smtp> {
    open_with(url, None, &patient())
}

pub(crate) fn open_with(url: &str, password: Option<&str>, timeouts: &Timeouts) -> Result<Smtp> {
    let password = password.map(Password::new);
    Smtp::open(
        &address(url),
        password.as_ref(),
        "client.example.org",
        timeouts,
        &mut |_| {},
    )
}

pub(crate) fn parcel() -> Parcel<'static> {
    Parcel {
        from: FROM,
        to: TO,
        bytes: BYTES,
    }
}

/// Carries the parcel with a mark that succeeds, and counts how often it was called.
pub(crate) fn carry(smtp: &mut Smtp, parcel: &Parcel<'_>) -> (Outcome, usize) {
    let mut marks = 0;
    let outcome = smtp
        .carry(parcel, None, &mut || {
            marks += 1;
            Ok(())
        })
        .expect("the mark succeeds");
    (outcome, marks)
}

/// What a person would see of an error: message, hint, exit code.
pub(crate) fn told(error: &Error) -> (String, String, Exit) {
    let hints: Vec<&str> = error
        .findings
        .iter()
        .filter_map(|finding| finding.hint.as_deref())
        .collect();
    (error.to_string(), hints.join("; "), error.exit)
}
