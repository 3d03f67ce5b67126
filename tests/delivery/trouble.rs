//! One server that misbehaves once, and what people see of it.

use crate::program::Seen;
use crate::sent::taken;
use crate::server::{Act, At, Record, Script, Server};
use crate::three::{CODES, sent, three};

#[test]
fn everybody_gets_one_mail_and_a_second_run_sends_nothing() {
    let (event, server, people) = three(Script::default());
    let first = event.run("mail send confirmation");
    assert_eq!(
        first,
        sent(0, "Drafted 3 confirmations.\n", "Sent 3 mails", &server)
    );
    let nothing = Seen::remarks(
        0,
        "Drafted 0 confirmations (3 sent before).\nNothing to send.\n",
    );
    assert_eq!(event.run("mail send confirmation"), nothing);
    assert_eq!(event.run("-q mail send confirmation"), Seen::remarks(0, ""));
    assert_eq!(
        event.run("mail send"),
        Seen::remarks(0, "Nothing to send.\n")
    );
    assert_eq!(event.names("outbox"), [""; 0]);
    let record = server.finish();
    assert_eq!(taken(&record), CODES);
    assert_eq!(record.connections, 1);
    let to = |record: &Record| -> Vec<Vec<String>> {
        record
            .messages
            .iter()
            .map(|message| message.to.clone())
            .collect()
    };
    let emails: Vec<Vec<String>> = people.iter().map(|one| vec![one.email.clone()]).collect();
    assert_eq!(to(&record), emails);
}

#[test]
fn a_refused_recipient_is_reported_and_gets_theirs_when_the_address_is_corrected() {
    let script = Script::default().on(At::Rcpt, 2, Act::say("550 5.1.1 no such user"));
    let (event, server, _) = three(script);
    let refused = "Drafted 3 confirmations.\n\
        warning[not-delivered]: confirmation to krt-mwbc Person 1: refused: rcpt: 550 5.1.1 no such user\n\
        hint: correct the address: plenary registration edit krt-mwbc --email …; then: plenary mail resolve krt-mwbc \
        --resend\n";
    assert_eq!(
        event.run("mail send confirmation"),
        sent(1, refused, "Sent 2 mails, 1 refused", &server)
    );
    let held_back = "Drafted 0 confirmations (2 sent before, 1 refused before).\n\
        Nothing to send (1 refused before).\n";
    assert_eq!(
        event.run("mail send confirmation"),
        Seen::remarks(0, held_back)
    );
    assert_eq!(event.run("mail status").exit, Some(1));
    let edit = event.run("registration edit krt-mwbc --email right@example.org");
    assert_eq!(edit.exit, Some(0));
    assert_eq!(
        event.run("mail resolve krt-mwbc --resend"),
        Seen::remarks(
            0,
            "The confirmation to krt-mwbc is due again: plenary mail send confirmation\n"
        )
    );
    assert_eq!(
        event.run("mail send confirmation"),
        sent(
            0,
            "Drafted 1 confirmation (2 sent before).\n",
            "Sent 1 mail",
            &server
        )
    );
    assert_eq!(event.run("mail status").exit, Some(0));
    let record = server.finish();
    assert_eq!(taken(&record), [CODES[0], CODES[2], CODES[1]]);
    assert_eq!(record.messages[2].to, ["right@example.org"]);
}

#[test]
fn who_is_put_off_gets_theirs_with_the_next_run() {
    let script = Script::default().on(At::Rcpt, 2, Act::say("450 4.2.0 greylisted"));
    let (event, server, _) = three(script);
    let put_off = "Drafted 3 confirmations.\n\
        warning[not-delivered]: confirmation to krt-mwbc Person 1: deferred: rcpt: 450 4.2.0 greylisted\n\
        hint: it stays in outbox/; `plenary mail send` tries again from 13:15\n";
    assert_eq!(
        event.run("mail send confirmation"),
        sent(75, put_off, "Sent 2 mails, 1 put off", &server)
    );
    assert_eq!(event.names("outbox"), ["confirmation-krt-mwbc.eml"]);
    // Cron comes again and again; the server is asked when it is time.
    let early = Seen::remarks(0, "Nothing to send (1 put off until 13:15).\n");
    assert_eq!(event.run("mail send"), early);
    assert_eq!(event.run("mail send --now 2024-04-02T12:14:59Z"), early);
    assert_eq!(
        event.run("mail send --now 2024-04-02T12:15:00Z"),
        sent(0, "", "Sent 1 mail", &server)
    );
    assert_eq!(taken(&server.finish()), [CODES[0], CODES[2], CODES[1]]);
}

#[test]
fn who_is_put_off_again_and_again_is_given_up_after_days_and_held_for_a_person() {
    let script = Script::default().always(At::Rcpt, Act::say("450 4.2.0 greylisted"));
    let (event, server, _) = three(script);
    assert_eq!(event.run("mail send confirmation").exit, Some(75));
    let again = event.run("mail send --retry --to krt-mwbb");
    assert_eq!(again.exit, Some(75));
    let pause = "hint: it stays in outbox/; `plenary mail send` tries again from 13:45\n";
    assert!(again.remarks.contains(pause), "{again:?}");
    let end = event.run("mail send --now 2024-04-06T12:00:00Z");
    let given_up =
        "refused: given up, put off since 2024-04-02 12:00 UTC: rcpt: 450 4.2.0 greylisted";
    assert_eq!(
        (end.exit, end.remarks.matches(given_up).count()),
        (Some(1), 3)
    );
    let held = "Nothing to send (3 refused before).\n";
    assert_eq!(event.run("mail send"), Seen::remarks(0, held));
    assert_eq!(event.run("mail status").exit, Some(1));
    assert_eq!(taken(&server.finish()), [""; 0]);
}

#[test]
fn a_connection_lost_before_the_message_is_made_anew_and_nobody_gets_two() {
    for at in [At::Mail, At::Rcpt, At::Data] {
        let (event, server, _) = three(Script::default().on(at, 2, Act::Drop));
        assert_eq!(
            event.run("mail send confirmation"),
            sent(0, "Drafted 3 confirmations.\n", "Sent 3 mails", &server)
        );
        let record = server.finish();
        assert_eq!(
            (taken(&record), record.connections),
            (CODES.map(String::from).to_vec(), 2)
        );
    }
}

#[test]
fn a_server_that_is_away_costs_nothing_but_time() {
    let (event, server, _) = three(Script::default());
    let (url, port) = (server.url(), server.port());
    server.finish();
    let away = event.run("-q mail send confirmation");
    let error = format!(
        "error: cannot reach the mail server `127.0.0.1:{port}`: connection refused\n\
         hint: nothing was sent; try again later\n"
    );
    assert_eq!(away, Seen::remarks(75, &error));
    assert_eq!(event.names("outbox").len(), 3);
    // However often cron tries, the journal does not grow.
    assert_eq!(event.run("-q mail send"), away);
    assert_eq!(event.journal(), []);
    let server = Server::start(Script::default());
    event.server(&server.url());
    assert_ne!(server.url(), url);
    assert_eq!(event.run("mail send"), sent(0, "", "Sent 3 mails", &server));
    assert_eq!(taken(&server.finish()), CODES);
}

#[test]
fn a_limit_counts_what_can_be_sent_and_not_what_is_held_back() {
    let script = Script::default().on(At::Rcpt, 1, Act::say("550 5.1.1 no such user"));
    let (event, server, _) = three(script);
    assert_eq!(event.run("mail send confirmation --limit 1").exit, Some(1));
    assert_eq!(
        event.run("mail send --limit 1"),
        sent(0, "", "Sent 1 mail, 1 refused before", &server)
    );
    assert_eq!(
        event.run("mail send --limit 1"),
        sent(0, "", "Sent 1 mail, 1 refused before", &server)
    );
    assert_eq!(taken(&server.finish()), [CODES[1], CODES[2]]);
}
