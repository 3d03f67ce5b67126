//! Encrypted connections, against certificates made for the occasion.

use std::path::PathBuf;
use std::process::Command;

use plenary::error::{Exit, Result};
use plenary::mail::transport::{Outcome, Password, Smtp};

use crate::authority::{Authority, self_signed};
use crate::server::{Act, At, Script, Server};
use crate::stage::{address, carry, open, open_with, parcel, patient, told};

const TRUSTED: &str = "PLENARY_TEST_TRUSTED";

/// Plays a scene in a process of its own, whose certificate store holds one authority.
///
/// The store is named by SSL_CERT_FILE, and a test must not change the environment of the others.
fn trusting(name: &str, scene: fn(&Authority)) {
    if let Some(file) = std::env::var_os(TRUSTED) {
        return scene(&Authority::new("known", Some(&PathBuf::from(file))));
    }
    let folder = tempfile::tempdir().expect("a new folder");
    let store = folder.path().join("trusted.pem");
    let output = Command::new(std::env::current_exe().expect("this program"))
        .args([&format!("tls::{name}"), "--exact", "--nocapture"])
        .env("SSL_CERT_FILE", &store)
        .env_remove("SSL_CERT_DIR")
        .env(TRUSTED, &store)
        .output()
        .expect("this program runs");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success() && told.contains("1 passed"),
        "{told}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// What is said when a connection to such a server fails, with `HOST` for its address.
fn failure(server: &Server, scheme: &str) -> (String, String, Exit) {
    let host = format!("127.0.0.1:{}", server.port());
    let error = open(&format!("{scheme}://{host}")).expect_err("it must not be trusted");
    let (message, hint, exit) = told(&error);
    (message.replace(&host, "HOST"), hint, exit)
}

fn never(message: &str, hint: &str) -> (String, String, Exit) {
    (message.into(), hint.into(), Exit::CouldNotRun)
}

/// Sends one message with a password, and returns the steps that were told and the commands that were heard.
fn send(server: Server, scheme: &str) -> Result<(Vec<String>, Vec<String>)> {
    let url = format!("{scheme}://me%40example.org@127.0.0.1:{}", server.port());
    let mut steps = Vec::new();
    let mut smtp = Smtp::open(
        &address(&url),
        Some(&Password::new("hunter2")),
        "client.example.org",
        &patient(),
        &mut |step| steps.push(step.to_owned()),
    )?;
    let accepted = Outcome::Accepted {
        reply: "250 2.0.0 queued as 1".into(),
    };
    assert_eq!(carry(&mut smtp, &parcel()), (accepted, 1));
    smtp.quit();
    Ok((steps.split_off(1), server.finish().heard))
}

#[test]
fn with_smtps_everything_is_encrypted() {
    trusting("with_smtps_everything_is_encrypted", |authority| {
        let script = Script::default()
            .offering("AUTH PLAIN LOGIN")
            .tls_first(authority.upgrade("127.0.0.1", 2999));
        let (steps, heard) = send(Server::start(script), "smtps").expect("it is sent");
        assert_eq!(
            steps,
            [
                "TLS 1.3: the certificate is valid for 127.0.0.1",
                "banner: 220 scripted ESMTP",
                "hello: 250 scripted AUTH PLAIN LOGIN",
                "authenticated as me@example.org (PLAIN)",
            ]
        );
        assert_eq!(
            heard,
            [
                "tls EHLO client.example.org",
                "tls AUTH PLAIN AG1lQGV4YW1wbGUub3JnAGh1bnRlcjI=",
                "tls MAIL FROM:<team@example.org>",
                "tls RCPT TO:<jo@example.net>",
                "tls DATA",
                "tls QUIT",
            ]
        );
    });
}

#[test]
fn with_starttls_nothing_but_hello_is_plain() {
    trusting("with_starttls_nothing_but_hello_is_plain", |authority| {
        let script = Script::default()
            .offering("AUTH LOGIN")
            .starttls(authority.upgrade("127.0.0.1", 2999));
        let (steps, heard) = send(Server::start(script), "starttls").expect("it is sent");
        assert_eq!(
            steps,
            [
                "banner: 220 scripted ESMTP",
                "hello: 250 scripted AUTH LOGIN STARTTLS",
                "TLS 1.3: the certificate is valid for 127.0.0.1",
                "hello: 250 scripted AUTH LOGIN",
                "authenticated as me@example.org (LOGIN)",
            ]
        );
        assert_eq!(
            heard,
            [
                "EHLO client.example.org",
                "STARTTLS",
                "tls EHLO client.example.org",
                "tls AUTH LOGIN",
                "tls bWVAZXhhbXBsZS5vcmc=",
                "tls aHVudGVyMg==",
                "tls MAIL FROM:<team@example.org>",
                "tls RCPT TO:<jo@example.net>",
                "tls DATA",
                "tls QUIT",
            ]
        );
    });
}

#[test]
fn a_big_message_arrives_whole_through_tls() {
    trusting("a_big_message_arrives_whole_through_tls", |authority| {
        let upgrade = authority.upgrade("127.0.0.1", 2999);
        let server = Server::start(Script::default().tls_first(upgrade));
        let mut smtp = open(&format!("smtps://127.0.0.1:{}", server.port())).expect("it opens");
        let bytes = b"0123456789abcdefghijklmnopqrstuvwxyz\r\n".repeat(20_000);
        let mut big = parcel();
        big.bytes = &bytes;
        let (outcome, _) = carry(&mut smtp, &big);
        assert!(matches!(outcome, Outcome::Accepted { .. }), "{outcome:?}");
        assert!(server.finish().messages[0].bytes == bytes);
    });
}

#[test]
fn hanging_up_after_the_dot_leaves_us_in_doubt_through_tls_too() {
    trusting(
        "hanging_up_after_the_dot_leaves_us_in_doubt_through_tls_too",
        |authority| {
            let script = Script::default()
                .tls_first(authority.upgrade("127.0.0.1", 2999))
                .on(At::Taken, 1, Act::Drop);
            let server = Server::start(script);
            let mut smtp = open(&format!("smtps://127.0.0.1:{}", server.port())).expect("it opens");
            let why = "the server closed the connection".into();
            assert_eq!(carry(&mut smtp, &parcel()), (Outcome::InDoubt { why }, 1));
        },
    );
}

#[test]
fn a_certificate_that_nobody_vouches_for_is_not_trusted() {
    trusting(
        "a_certificate_that_nobody_vouches_for_is_not_trusted",
        |_| {
            let upgrade = Authority::new("stranger", None).upgrade("127.0.0.1", 2999);
            let message = "cannot trust the mail server `HOST`: its certificate is signed by nobody that this computer \
                           trusts (self-signed?)";
            let hint = "if the server is your own, name a file with its certificate authority in SSL_CERT_FILE";
            let server = Server::start(Script::default().tls_first(upgrade.clone()));
            assert_eq!(failure(&server, "smtps"), never(message, hint));
            let server = Server::start(Script::default().starttls(upgrade));
            assert_eq!(failure(&server, "starttls"), never(message, hint));
        },
    );
}

#[test]
fn a_certificate_that_is_its_own_authority_is_not_trusted() {
    trusting(
        "a_certificate_that_is_its_own_authority_is_not_trusted",
        |_| {
            let server = Server::start(Script::default().tls_first(self_signed("127.0.0.1")));
            assert_eq!(
                failure(&server, "smtps"),
                never(
                    "cannot trust the mail server `HOST`: its certificate is its own authority (self-signed)",
                    "give the server a certificate signed by an authority, such as Let's Encrypt, or one of your own \
                     that SSL_CERT_FILE names"
                )
            );
        },
    );
}

#[test]
fn a_certificate_for_another_name_or_of_the_past_is_not_trusted() {
    trusting(
        "a_certificate_for_another_name_or_of_the_past_is_not_trusted",
        |authority| {
            let other = authority.upgrade("mail.example.org", 2999);
            let server = Server::start(Script::default().tls_first(other));
            assert_eq!(
                failure(&server, "smtps"),
                never(
                    "cannot trust the mail server `HOST`: its certificate is not for `127.0.0.1`",
                    "write the name that the certificate is for in `server` of event.toml"
                )
            );
            let past = authority.upgrade("127.0.0.1", 2020);
            let server = Server::start(Script::default().tls_first(past));
            assert_eq!(
                failure(&server, "smtps"),
                never(
                    "cannot trust the mail server `HOST`: its certificate has expired",
                    "ask whoever runs the mail server to renew it; or this computer's clock is wrong"
                )
            );
        },
    );
}

#[test]
fn plain_text_behind_the_answer_to_starttls_is_not_believed() {
    trusting(
        "plain_text_behind_the_answer_to_starttls_is_not_believed",
        |authority| {
            let injected = Act::say("220 go ahead\n250-evil\n250 AUTH PLAIN\n235 welcome");
            let script = Script::default()
                .starttls(authority.upgrade("127.0.0.1", 2999))
                .on(At::StartTls, 1, injected);
            let server = Server::start(script);
            assert_eq!(
                failure(&server, "starttls"),
                never(
                    "`HOST`: plain text came where encryption should have begun",
                    "somebody on the way may be tampering with the connection; try another network, or `smtps://`"
                )
            );
            assert_eq!(
                server.finish().heard,
                ["EHLO client.example.org", "STARTTLS"]
            );
        },
    );
}

#[test]
fn a_server_without_starttls_gets_neither_password_nor_mail() {
    let server = Server::start(Script::default().offering("AUTH PLAIN"));
    let url = format!("starttls://me@127.0.0.1:{}", server.port());
    let error = open_with(&url, Some("hunter2"), &patient()).expect_err("no TLS");
    let (message, _, exit) = told(&error);
    assert_eq!(
        (message, exit),
        (
            format!(
                "the mail server `127.0.0.1:{}` does not offer STARTTLS",
                server.port()
            ),
            Exit::CouldNotRun
        )
    );
    assert_eq!(server.finish().heard, ["EHLO client.example.org"]);
}

#[test]
fn a_port_that_does_not_speak_tls_from_the_start_is_told_as_such() {
    trusting(
        "a_port_that_does_not_speak_tls_from_the_start_is_told_as_such",
        |_| {
            let server = Server::start(Script::default());
            assert_eq!(
                failure(&server, "smtps"),
                never(
                    "TLS with the mail server `HOST` failed: received corrupt message of type InvalidContentType",
                    "the port does not speak TLS from the start: write `starttls://` in `server` of event.toml (port \
                     587)"
                )
            );
        },
    );
}
