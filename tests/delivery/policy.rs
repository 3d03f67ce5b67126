//! What the organisers can choose, and a journal that went missing.

use std::process::Command;

use crate::event::{Event, crowd};
use crate::program::Seen;
use crate::sent::{check_once_each, in_doubt, taken};
use crate::server::{Act, At, Script, Server};
use crate::three::{CODES, sent, three};

/// Adds a line to `[mail]`, which comes last in event.toml.
fn choose(event: &Event, line: &str) {
    event.write(
        "event.toml",
        &format!("{}{line}\n", event.text("event.toml")),
    );
}

#[test]
fn where_that_is_wanted_a_mail_in_doubt_is_sent_again_as_it_was_three_times_at_most() {
    let script = Script::default().always(At::Taken, Act::Drop);
    let (event, server, _) = three(script);
    choose(&event, "in_doubt = \"resend\"");
    assert_eq!(
        event.run("mail send confirmation --to krt-mwbb").exit,
        Some(1)
    );
    for _ in 0..3 {
        assert_eq!(in_doubt(&event), ["krt-mwbb"]);
        assert_eq!(event.run("mail send --to krt-mwbb").exit, Some(1));
    }
    let held = "Nothing to send (1 in doubt).\n";
    assert_eq!(event.run("mail send --to krt-mwbb"), Seen::remarks(1, held));
    let messages = server.finish().messages;
    assert_eq!(messages.len(), 4);
    assert!(messages.iter().all(|message| *message == messages[0]));
    let states: Vec<String> = event
        .journal()
        .into_iter()
        .map(|(state, _)| state)
        .collect();
    let once = ["reserved", "sending", "doubtful"];
    let again = ["resend", "reserved", "sending", "doubtful"];
    assert_eq!(states, [&once[..], &again, &again, &again].concat());
}

#[test]
fn over_four_connections_everybody_gets_one_mail() {
    let people = crowd(100);
    let event = Event::of(&people);
    let server = Server::start(Script::default().offering("PIPELINING"));
    event.server(&server.url());
    choose(&event, "connections = 4");
    let sentence = format!(
        "Drafted 100 confirmations.\nSent 100 mails through {}.\n",
        server.url()
    );
    assert_eq!(
        event.run("mail send confirmation"),
        Seen::remarks(0, &sentence)
    );
    let record = server.finish();
    assert_eq!(record.connections, 4);
    check_once_each(&people, &taken(&record), &[]);
}

#[test]
fn a_journal_that_is_gone_stops_everything_before_anybody_is_written_to_twice() {
    let (event, server, _) = three(Script::default());
    assert_eq!(
        event.run("mail send confirmation"),
        sent(0, "Drafted 3 confirmations.\n", "Sent 3 mails", &server)
    );
    std::fs::remove_file(event.path("mail.csv")).expect("it was there");
    let gone = "error: `mail.csv` is gone: what was sent would be sent again\n\
        hint: take it from a backup or from git; if nothing that is missing was ever sent, remove `.plenary/journal`\n";
    for typed in [
        "mail send confirmation",
        "mail draft confirmation",
        "mail status",
    ] {
        assert_eq!(event.run(typed), Seen::remarks(2, gone), "{typed}");
    }
    assert_eq!(taken(&server.finish()), CODES);
}

#[test]
fn the_sendmail_program_of_this_machine_takes_mails_as_well() {
    let people = crowd(3);
    let event = Event::of(&people);
    let program = event.path("program");
    // Refuses one of them, and keeps the others under the name of whom they are for.
    let script = "#!/bin/sh\ncase \"$5\" in person1@*) echo nobody there >&2; exit 67;; esac\n\
        cat > \"$(dirname \"$0\")/to-$5\"\n";
    let write = Command::new("sh")
        .args(["-c", "printf '%s' \"$1\" > \"$0\" && chmod 755 \"$0\""])
        .arg(&program)
        .arg(script)
        .status();
    assert!(write.is_ok_and(|status| status.success()));
    event.server(&format!("sendmail:{}", program.display()));
    let expected = "Drafted 3 confirmations.\n\
        warning[not-delivered]: confirmation to krt-mwbc Person 1: refused: dot: `EVENT/program` ended with 67: nobody there\n\
        hint: correct the address: plenary registration edit krt-mwbc --email …; then: plenary mail resolve krt-mwbc \
        --resend\n\
        Sent 2 mails, 1 refused through sendmail:EVENT/program.\n";
    assert_eq!(
        event.run("mail send confirmation"),
        Seen::remarks(1, expected)
    );
    let mail = event.text("to-person2@example.org");
    assert!(
        mail.contains("\nTo: \"Person 2\" <person2@example.org>\n"),
        "{mail}"
    );
    assert!(!mail.contains('\r'), "{mail}");
    assert_eq!(event.names("outbox"), ["confirmation-krt-mwbc.eml"]);
    let test = event.run("mail test you@example.org");
    let told = Seen::remarks(
        0,
        "Sent a test mail to you@example.org: taken by EVENT/program\n",
    );
    assert_eq!(test, told);
}
