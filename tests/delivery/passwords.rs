//! Where the password comes from, and where it never does.

use std::process::Command;

use crate::event::Event;
use crate::server::{Act, At, Script, Server};
use crate::two::{not_sent, send, sent, two};

/// `AUTH PLAIN` with `me` and `hunter2`.
const LOGIN: &str = "AUTH PLAIN AG1lAGh1bnRlcjI=";

fn asking_for_a_password() -> (Event, Server) {
    two("smtp://me@", Script::default().offering("AUTH PLAIN"))
}

#[test]
fn the_password_comes_from_the_environment_a_file_or_a_command_of_ones_own() {
    let home = tempfile::tempdir().expect("a folder");
    let path = |name: &str| home.path().join(name).display().to_string();
    std::fs::create_dir_all(path("xdg/plenary")).expect("a folder");
    std::fs::create_dir_all(path(".config/plenary")).expect("a folder");
    std::fs::write(path("password"), "hunter2\n").expect("written");
    std::fs::write(path("plenary-smtp-password"), "hunter2").expect("written");
    let command =
        "password_command = [\"printf\", \"%s\\\\n%s\\\\n\", \"hunter2\", \"user: me\"]\n";
    std::fs::write(path("xdg/plenary/config.toml"), command).expect("written");
    std::fs::write(path(".config/plenary/config.toml"), command).expect("written");
    let (password, xdg, own) = (
        path("password"),
        path("xdg"),
        home.path().display().to_string(),
    );
    for environment in [
        &[
            ("PLENARY_SMTP_PASSWORD", "hunter2"),
            ("PLENARY_SMTP_PASSWORD_FILE", "/nowhere"),
        ][..],
        &[
            ("PLENARY_SMTP_PASSWORD", ""),
            ("PLENARY_SMTP_PASSWORD_FILE", &password),
        ],
        &[("CREDENTIALS_DIRECTORY", &own), ("HOME", "/nowhere")],
        &[("XDG_CONFIG_HOME", &xdg), ("HOME", "/nowhere")],
        &[("HOME", &own)],
    ] {
        let (event, server) = asking_for_a_password();
        assert_eq!(
            send(&event, &server, environment),
            sent("smtp://me@"),
            "{environment:?}"
        );
        let record = server.finish();
        assert_eq!(record.heard[1], LOGIN, "{environment:?}");
        assert_eq!(record.messages.len(), 2);
        // It is written down nowhere.
        for name in ["event.toml", "mail.csv", "registrations.csv"] {
            assert!(!event.text(name).contains("hunter2"), "{name}");
        }
        assert!(!event.text("mail.csv").contains("me@"));
    }
}

#[test]
fn a_command_that_gives_no_password_stops_before_anything_is_sent() {
    for (command, why) in [
        ("[\"false\"]", "false ended with exit status: 1"),
        ("[\"true\"]", "true printed nothing"),
    ] {
        let (event, server) = asking_for_a_password();
        let home = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(home.path().join("plenary")).expect("a folder");
        let configuration = format!("password_command = {command}\n");
        std::fs::write(home.path().join("plenary/config.toml"), configuration).expect("written");
        let seen = send(
            &event,
            &server,
            &[("XDG_CONFIG_HOME", &home.path().display().to_string())],
        );
        let error = format!(
            "Drafted 2 confirmations.\nerror: `password_command` gave no password: {why}\nhint: try it: {}\n",
            command.trim_matches(['[', ']', '"'])
        );
        assert_eq!(seen, not_sent(&error));
        assert_eq!(server.finish().connections, 0);
        assert_eq!(event.names("outbox").len(), 2);
    }
}

#[test]
fn nothing_in_the_event_folder_gives_a_password_or_runs_a_program() {
    let (event, server) = asking_for_a_password();
    let trap = format!(
        "password_command = [\"touch\", \"{}\"]\n",
        event.path("trap").display()
    );
    for name in [
        "config.toml",
        "plenary/config.toml",
        ".config/plenary/config.toml",
        ".plenary/config.toml",
    ] {
        event.write(name, &trap);
    }
    for name in ["password", "plenary-smtp-password", ".plenary/password"] {
        event.write(name, "hunter2\n");
    }
    let with_secrets = event.text("event.toml") + "password = \"hunter2\"\n" + &trap;
    event.write("event.toml", &with_secrets);
    event.write(".env", "PLENARY_SMTP_PASSWORD=hunter2\n");
    let seen = send(&event, &server, &[]);
    assert_eq!(seen.exit, Some(2), "{}", seen.remarks);
    assert!(!seen.remarks.contains("hunter2"), "{}", seen.remarks);
    assert!(!event.path("trap").exists());
    let record = server.finish();
    assert!(
        !record.heard.iter().any(|line| line.starts_with("AUTH")),
        "{:?}",
        record.heard
    );
    assert_eq!(record.messages, []);
}

#[test]
fn a_password_in_the_address_of_the_server_is_refused_and_not_shown() {
    let (event, server) = two(
        "smtp://me:hunter2@",
        Script::default().offering("AUTH PLAIN"),
    );
    for words in [
        &["mail", "send", "confirmation"][..],
        &["mail", "status"],
        &["check"],
    ] {
        let seen = event.play(&mut event.plenary(words));
        assert_ne!(seen.exit, Some(0), "{words:?}");
        let told = format!("{}{}", seen.answer, seen.remarks);
        assert!(told.contains("password"), "{words:?}: {told}");
        assert!(!told.contains("hunter2"), "{words:?}: {told}");
    }
    assert_eq!(server.finish().connections, 0);
}

#[test]
fn what_is_refused_with_a_password_does_not_show_it() {
    let script = Script::default().offering("AUTH PLAIN").on(
        At::Auth,
        1,
        Act::say("535 5.7.8 no: me hunter2 AG1lAGh1bnRlcjI="),
    );
    let (event, server) = two("smtp://me@", script);
    let seen = send(&event, &server, &[("PLENARY_SMTP_PASSWORD", "hunter2")]);
    assert_eq!(seen.exit, Some(2), "{}", seen.remarks);
    let everything = event.within(
        Command::new("grep"),
        &["-rlE", "hunter2|AG1lAGh1bnRlcjI", "."],
    );
    let found = { everything }.output().expect("grep");
    assert_eq!(String::from_utf8_lossy(&found.stdout), "");
    assert!(
        !seen.remarks.contains("hunter2") && !seen.remarks.contains("AG1lAGh1bnRlcjI"),
        "{}",
        seen.remarks
    );
    server.finish();
}
