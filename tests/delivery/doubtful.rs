//! A server that takes a mail and hangs up instead of saying so.

use crate::event::Event;
use crate::program::Seen;
use crate::sent::{code, taken};
use crate::server::{Act, At, Script, Server};
use crate::three::{CODES, sent, three};

/// The second of three mails is in doubt: the server hung up instead of answering.
fn doubtful() -> (Event, Server) {
    let (event, server, _) = three(Script::default().on(At::Taken, 2, Act::Drop));
    let doubt = "Drafted 3 confirmations.\n\
        warning[not-delivered]: confirmation to krt-mwbc Person 1: doubtful: the server closed the connection\n\
        hint: ask them, then: plenary mail resolve krt-mwbc --sent, or --resend\n";
    assert_eq!(
        event.run("mail send confirmation"),
        sent(1, doubt, "Sent 2 mails, 1 in doubt", &server)
    );
    (event, server)
}

#[test]
fn a_mail_without_an_answer_is_in_doubt_it_alone_and_held_back() {
    let (event, server) = doubtful();
    let id = "<confirmation.krt-mwbc.1@blackburn-2024.example.org>";
    let why = "it was sent, and no answer came";
    let line = |cells: [&str; 7]| cells.join("  ");
    let status = Seen {
        answer: format!(
            "PERSON    NAME      KIND          STATE     SINCE             {:31}  MESSAGE_ID\n{}\n",
            "REPLY",
            line(["krt-mwbc", "Person 1", "confirmation", "in doubt", "2024-04-02 13:00", why, id])
        ),
        remarks: "2 mails sent, 0 drafts in outbox/, 1 in doubt. Next: plenary mail resolve CODE --sent, or --resend\n"
            .to_owned(),
        exit: Some(1),
    };
    assert_eq!(event.run("mail status"), status);
    let held_back =
        "Drafted 0 confirmations (2 sent before, 1 in doubt).\nNothing to send (1 in doubt).\n";
    assert_eq!(
        event.run("mail send confirmation"),
        Seen::remarks(1, held_back)
    );
    assert_eq!(event.run("mail status"), status);
    assert_eq!(taken(&server.finish()), CODES);
}

#[test]
fn who_says_that_a_mail_arrived_ends_the_doubt() {
    let (event, server) = doubtful();
    assert_eq!(
        event.run("mail resolve krt-mwbc --sent"),
        Seen::remarks(0, "Noted that the confirmation to krt-mwbc has arrived.\n")
    );
    let done = "3 mails sent, 0 drafts in outbox/, 1 leftover draft of what was sent. Next: plenary mail send\n";
    assert_eq!(event.run("mail status"), Seen::remarks(0, done));
    assert_eq!(event.run("mail send confirmation").exit, Some(0));
    let again = Seen::remarks(
        2,
        "error: no mail to `krt-mwbc` is in doubt or refused\n\
         hint: `plenary mail status` shows which are\n",
    );
    assert_eq!(event.run("mail resolve krt-mwbc --resend"), again);
    assert_eq!(taken(&server.finish()), CODES);
}

#[test]
fn who_wants_it_sent_again_sends_the_same_bytes_again_once() {
    let (event, server) = doubtful();
    assert_eq!(
        event.run("mail resolve krt-mwbc --resend"),
        Seen::remarks(
            0,
            "The confirmation to krt-mwbc goes out with the next run: plenary mail send\n"
        )
    );
    // Later, with another clock: the mail is the one that was drafted then.
    let later = ["--now", "2024-04-03T08:00:00Z", "mail", "send"];
    let again = event.play(&mut event.plenary(&later));
    assert_eq!(again, sent(0, "", "Sent 1 mail", &server));
    assert_eq!(event.run("mail send confirmation").exit, Some(0));
    let messages = server.finish().messages;
    let codes: Vec<String> = messages
        .iter()
        .map(|message| code(&message.bytes))
        .collect();
    assert_eq!(codes, [CODES[0], CODES[1], CODES[2], CODES[1]]);
    assert_eq!(messages[3], messages[1]);
}

#[test]
fn of_several_mails_in_doubt_to_one_person_it_has_to_be_said_which() {
    let (event, server) = doubtful();
    let journal = event.text("mail.csv");
    let doubt = journal.lines().find(|line| line.contains("doubtful"));
    let other = doubt
        .expect("a doubtful mail")
        .replace("confirmation", "reminder");
    event.write("mail.csv", &format!("{journal}{other}\n"));
    let which = Seen::remarks(
        2,
        "error: several mails to `krt-mwbc` are in doubt or refused: confirmation, reminder\n\
         hint: say which: --kind confirmation\n",
    );
    assert_eq!(event.run("mail resolve krt-mwbc --sent"), which);
    assert_eq!(
        event.run("mail resolve krt-mwbc --sent --kind reminder"),
        Seen::remarks(0, "Noted that the reminder to krt-mwbc has arrived.\n")
    );
    assert_eq!(
        event.run("mail resolve krt-mwbc --sent"),
        Seen::remarks(0, "Noted that the confirmation to krt-mwbc has arrived.\n")
    );
    assert_eq!(taken(&server.finish()), CODES);
}

#[test]
fn an_offer_that_was_put_off_and_has_no_draft_any_more_is_not_listed() {
    let (event, server) = doubtful();
    let status = event.run("mail status");
    let journal = event.text("mail.csv");
    let doubt = journal.lines().find(|line| line.contains("doubtful"));
    let put_off = |kind: &str| {
        let line = doubt.expect("a doubtful mail");
        let line = line.replace("confirmation", kind);
        format!("{journal}{}\n", line.replace("doubtful", "deferred"))
    };
    event.write("mail.csv", &put_off("offer"));
    assert_eq!(event.run("mail status"), status);
    event.write("mail.csv", &put_off("reminder"));
    assert_ne!(event.run("mail status"), status);
    assert_eq!(taken(&server.finish()), CODES);
}
