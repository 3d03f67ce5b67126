//! What may stand in `server` of event.toml, and what is said of everything else.

use std::path::PathBuf;

use plenary::mail::transport::{Security, Server};

use crate::stage::{address, told};

#[test]
fn a_server_is_read_and_given_back() {
    for (text, security, user, host, port, back) in [
        (
            "smtps://mail.example.org",
            Security::Tls,
            None,
            "mail.example.org",
            465,
            "smtps://mail.example.org:465",
        ),
        (
            " STARTTLS://me@mail.example.org/ ",
            Security::StartTls,
            Some("me"),
            "mail.example.org",
            587,
            "starttls://me@mail.example.org:587",
        ),
        (
            "smtps://me%40example.org@mail.example.org:2465",
            Security::Tls,
            Some("me@example.org"),
            "mail.example.org",
            2465,
            "smtps://me%40example.org@mail.example.org:2465",
        ),
        (
            "smtps://zo%C3%AB+x@example.org@bücher.example",
            Security::Tls,
            Some("zoë+x@example.org"),
            "xn--bcher-kva.example",
            465,
            "smtps://zo%C3%AB+x%40example.org@xn--bcher-kva.example:465",
        ),
        (
            "smtp://LOCALHOST",
            Security::Plain,
            None,
            "localhost",
            25,
            "smtp://localhost:25",
        ),
        (
            "smtp://127.9.9.9:2525",
            Security::Plain,
            None,
            "127.9.9.9",
            2525,
            "smtp://127.9.9.9:2525",
        ),
        (
            "smtp://[::1]:2525",
            Security::Plain,
            None,
            "::1",
            2525,
            "smtp://[::1]:2525",
        ),
    ] {
        let server = address(text);
        assert_eq!(
            (
                server.security(),
                server.user(),
                server.host(),
                server.port(),
                server.to_string().as_str()
            ),
            (security, user, host, port, back)
        );
        assert_eq!(address(back), server);
    }
}

#[test]
fn a_folder_is_read_and_given_back() {
    for path in ["delivered", "/var/mail/out", "../out box"] {
        let text = format!("folder:{path}");
        let server: Server = text.parse().expect("a folder");
        assert_eq!(server, Server::Folder(PathBuf::from(path)));
        assert_eq!(server.to_string(), text);
    }
}

/// Message and hint for a text that is no server.
fn said(text: &str) -> (String, String) {
    let error = text.parse::<Server>().expect_err(text);
    let (message, hint, _) = told(&error);
    (message, hint)
}

#[test]
fn plain_text_to_another_machine_is_refused_and_the_hint_names_what_to_write() {
    for host in [
        "mail.example.org",
        "localhost.example.org",
        "10.0.0.1",
        "127.1",
        "0.0.0.0",
    ] {
        let (message, hint) = said(&format!("smtp://me@{host}"));
        assert_eq!(
            message,
            format!("`smtp://` is plain text, and `{host}` is another machine")
        );
        assert_eq!(
            hint,
            format!(
                "names, addresses and answers would be readable on the way: write `smtps://{host}` (port 465) or \
                 `starttls://{host}` (port 587)"
            )
        );
    }
}

#[test]
fn a_password_is_refused_and_never_repeated() {
    for text in [
        "smtps://me:hunter2@mail.example.org",
        "smtps://me:hunter2@mail.example.org:99999",
        "starttls://me@example.org:hun@ter2@host",
        "smtp://:hunter2@mail.example.org",
        "smtps://me:hun/ter2@",
    ] {
        assert_eq!(
            said(text),
            (
                "a password stands in `server`".to_owned(),
                "passwords never stand in the event folder: set PLENARY_SMTP_PASSWORD, or \
                 PLENARY_SMTP_PASSWORD_FILE, or `password_command` in your own configuration"
                    .to_owned()
            )
        );
    }
    for text in [
        "smpts://me:hunter2@host",
        "me:hunter2@host",
        "smtps:me:hunter2@host",
    ] {
        let (message, hint) = said(text);
        assert!(!format!("{message}{hint}").contains("hunter2"), "{text}");
    }
}

#[test]
fn what_is_no_server_is_told_in_words() {
    for (text, message) in [
        ("", "`server` has no scheme"),
        ("mail.example.org", "`server` has no scheme"),
        (
            "sendmail:msmtp",
            "`sendmail:` needs the whole path of the program",
        ),
        (
            "http://x",
            "`server` starts with `http:`, which is no way to send mail",
        ),
        ("smtps:host", "`smtps:` lacks its `//`"),
        ("smtps://", "`server` names no host"),
        ("smtps://me@", "`server` names no host"),
        ("smtps://@host", "the user name in `server` cannot be read"),
        (
            "smtps://a%4@host",
            "the user name in `server` cannot be read",
        ),
        (
            "smtps://a%0d@host",
            "the user name in `server` cannot be read",
        ),
        (
            "smtps://a%E2%80%AEb@host",
            "the user name in `server` cannot be read",
        ),
        ("smtps://host:0", "`0` in `server` is no port"),
        ("smtps://host:+25", "`+25` in `server` is no port"),
        ("smtps://host:70000", "`70000` in `server` is no port"),
        ("smtps://host:", "`` in `server` is no port"),
        (
            "smtps://host/path",
            "`/` has no place behind the host of `server`",
        ),
        ("smtps://::1", "more than one `:` in `server`"),
        ("smtps://[::1", "a `[` without `]` in `server`"),
        (
            "smtps://[mail]",
            "no IPv6 address between `[` and `]` in `server`",
        ),
        (
            "smtps://[::1]x",
            "something other than a port behind `]` in `server`",
        ),
        ("smtps://my host", "`my host` in `server` is no host"),
        ("smtps://a..b", "`a..b` in `server` is no host"),
        ("folder:", "`folder:` names no folder"),
        ("folder://x", "`folder:` names no folder"),
    ] {
        assert_eq!(said(text).0, message, "{text}");
    }
    assert_eq!(said("smpts://host").1, "did you mean `smtps`?");
}

#[test]
fn mail_is_not_delivered_where_plenary_keeps_other_things() {
    for folder in ["outbox", "./outbox", ".plenary/x", "templates", "."] {
        let refused = format!("folder:{folder}").parse::<Server>();
        let message = refused.expect_err(folder).to_string();
        assert!(
            message.starts_with("mails cannot be delivered into `"),
            "{message}"
        );
    }
}
