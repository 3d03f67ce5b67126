//! The password: where it goes, where it never goes, and what is said when it is wrong.

use plenary::error::{Exit, Result};
use plenary::mail::transport::Timeouts;

use crate::server::{Act, At, Script, Server};
use crate::stage::{open_with, patient, told};

/// What is said when authentication at such a server fails, with `HOST` for its address.
fn failure(script: Script) -> (String, String, Exit) {
    let server = Server::start(script);
    let url = format!("smtp://me@127.0.0.1:{}", server.port());
    let error = open_with(&url, Some("hunter2"), &patient()).expect_err("no way in");
    let (message, hint, exit) = told(&error);
    let host = format!("127.0.0.1:{}", server.port());
    (message.replace(&host, "HOST"), hint, exit)
}

fn plain() -> Script {
    Script::default().offering("AUTH PLAIN")
}

#[test]
fn without_a_password_nobody_is_called() {
    let server = Server::start(plain());
    let url = format!("smtp://me@127.0.0.1:{}", server.port());
    let error = open_with(&url, None, &Timeouts::default()).expect_err("no password");
    let expected = (
        format!("no password for `me` at `127.0.0.1:{}`", server.port()),
        "set PLENARY_SMTP_PASSWORD, or PLENARY_SMTP_PASSWORD_FILE, or `password_command` in your own configuration"
            .to_owned(),
        Exit::CouldNotRun,
    );
    assert_eq!(told(&error), expected);
    assert_eq!(server.finish().connections, 0);
}

#[test]
fn a_password_without_a_user_is_not_said() -> Result<()> {
    let server = Server::start(plain());
    open_with(&server.url(), Some("hunter2"), &patient())?;
    assert_eq!(server.finish().heard, ["EHLO client.example.org"]);
    Ok(())
}

#[test]
fn a_wrong_password_will_not_work_later_either() {
    let script = plain().on(At::Auth, 1, Act::say("535 5.7.8 wrong"));
    let expected = (
        "the mail server `HOST` refuses the name `me` or its password: 535 5.7.8 wrong".to_owned(),
        "check the user in `server` of event.toml and the password in PLENARY_SMTP_PASSWORD; many providers want an \
         application password instead of the usual one"
            .to_owned(),
        Exit::CouldNotRun,
    );
    assert_eq!(failure(script), expected);
}

#[test]
fn a_server_that_cannot_check_passwords_now_may_later() {
    let script = plain().on(At::Auth, 1, Act::say("454 4.7.0 try again"));
    let (message, _, exit) = failure(script);
    let expected = "the mail server `HOST` cannot check the password now: 454 4.7.0 try again";
    assert_eq!((message.as_str(), exit), (expected, Exit::TryLater));
}

#[test]
fn a_server_that_repeats_the_password_does_not_make_us_show_it() {
    for said in [
        "501 cannot read AG1lAGh1bnRlcjI=",
        "535 hunter2 is wrong",
        "AUTH PLAIN AG1lAGh1bnRlcjI=",
    ] {
        let (message, hint, _) = failure(plain().on(At::Auth, 1, Act::say(said)));
        let shown = format!("{message} {hint}");
        assert!(shown.contains("[hidden]"), "{shown}");
        assert!(
            !shown.contains("hunter2") && !shown.contains("AG1l"),
            "{shown}"
        );
    }
}

#[test]
fn a_server_that_offers_no_way_in_is_told_as_such() {
    let (message, _, exit) = failure(Script::default());
    let expected = "the mail server `HOST` does not let anybody authenticate here";
    assert_eq!((message.as_str(), exit), (expected, Exit::CouldNotRun));
    let (message, _, exit) = failure(Script::default().offering("AUTH XOAUTH2 GSSAPI"));
    let expected = "the mail server `HOST` authenticates only with XOAUTH2, GSSAPI, and we can PLAIN and LOGIN";
    assert_eq!((message.as_str(), exit), (expected, Exit::CouldNotRun));
}
