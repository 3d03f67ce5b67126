//! Certificates that are trusted or not.

use crate::authority::{Authority, self_signed};
use crate::event::{Event, crowd};
use crate::sent::taken;
use crate::server::{Script, Server};
use crate::two::{not_sent, send, sent, two};

#[test]
fn a_self_signed_server_gets_no_mail_and_nothing_is_lost() {
    for scheme in ["smtps://", "starttls://"] {
        let upgrade = self_signed("127.0.0.1");
        let script = match scheme {
            "smtps://" => Script::default().tls_first(upgrade),
            _ => Script::default().starttls(upgrade),
        };
        let (event, server) = two(scheme, script);
        // Somebody is trusted, but not this server.
        Authority::new("another", Some(&event.path("another.pem")));
        let store = event.path("another.pem").display().to_string();
        let expected = "Drafted 2 confirmations.\n\
            error: cannot trust the mail server `HOST`: its certificate is its own authority (self-signed)\n\
            hint: give the server a certificate signed by an authority, such as Let's Encrypt, or one of your own that \
            SSL_CERT_FILE names\n";
        let end = format!("Sent 0 mails, 2 not tried through {scheme}HOST.\n");
        let seen = send(&event, &server, &[("SSL_CERT_FILE", &store)]);
        assert_eq!(seen, not_sent(&format!("{expected}{end}")));
        assert_eq!(event.names("outbox").len(), 2);
        assert_eq!(server.finish().messages, []);
    }
}

#[test]
fn an_authority_that_ssl_cert_file_names_is_trusted() {
    for scheme in ["smtps://", "starttls://"] {
        let event = Event::of(&crowd(2));
        let authority = Authority::new("ours", Some(&event.path("ours.pem")));
        let upgrade = authority.upgrade("127.0.0.1", 2999);
        let script = match scheme {
            "smtps://" => Script::default().tls_first(upgrade),
            _ => Script::default().starttls(upgrade),
        };
        let server = Server::start(script);
        event.server(&format!("{scheme}127.0.0.1:{}", server.port()));
        let store = event.path("ours.pem").display().to_string();
        assert_eq!(
            send(&event, &server, &[("SSL_CERT_FILE", &store)]),
            sent(scheme)
        );
        let record = server.finish();
        assert_eq!(taken(&record), ["krt-mwbb", "krt-mwbc"]);
        let plain = record.heard.iter().filter(|line| !line.starts_with("tls "));
        let allowed = |line: &&String| !line.starts_with("EHLO") && *line != "STARTTLS";
        assert_eq!(plain.filter(allowed).count(), 0);
    }
}

#[test]
fn a_server_without_starttls_gets_neither_password_nor_mail() {
    let script = Script::default().offering("AUTH PLAIN");
    let (event, server) = two("starttls://me@", script);
    let seen = send(&event, &server, &[("PLENARY_SMTP_PASSWORD", "hunter2")]);
    let error = "error: the mail server `HOST` does not offer STARTTLS";
    assert!(seen.remarks.contains(error), "{}", seen.remarks);
    assert_eq!(seen.exit, Some(2));
    let heard = server.finish().heard;
    assert_eq!(heard.len(), 1);
    assert!(heard[0].starts_with("EHLO "), "{heard:?}");
}
