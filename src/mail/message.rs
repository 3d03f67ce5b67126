use chrono::{DateTime, Utc};
use lettre::message::header::{self, Header, HeaderName, HeaderValue, Headers, MessageId, Subject};
use lettre::message::{Mailbox, Mailboxes};
use memchr::memmem;
use sha2::{Digest, Sha256};

use super::encoding::add_quoted_printable;
use super::form::Words;
use super::letterhead::Letterhead;

/// What a message is made of. Everything in it has passed its checks.
pub(super) struct Parts<'a> {
    pub(super) letterhead: &'a Letterhead,
    pub(super) to: Mailbox,
    pub(super) message_id: String,
    pub(super) words: &'a Words,
    pub(super) calendar: Option<String>,
    /// Headers of the mailing list that it belongs to, by name.
    pub(super) list: &'a [(&'static str, String)],
    pub(super) now: DateTime<Utc>,
}

/// The longest line that is left as it is (RFC 5322, section 2.1.1).
const LINE: usize = 78;

/// Returns a message as it goes over the wire (RFC 5322, RFC 2045): ASCII, CRLF line ends. The same parts give the
/// same bytes.
///
/// Headers and parts are put together here and not by lettre's `MessageBuilder`, which reads the mailboxes that it has
/// just written in order to find the envelope, fails on some of them, and adds the time of day.
pub(super) fn message(parts: &Parts<'_>) -> Vec<u8> {
    let Parts {
        letterhead, words, ..
    } = parts;
    let mut text = mailbox::<header::From>(&letterhead.from);
    text.push_str(&mailbox::<header::To>(&parts.to));
    if let Some(reply_to) = &letterhead.reply_to {
        text.push_str(&mailbox::<header::ReplyTo>(reply_to));
    }
    let mut headers = Headers::new();
    headers.set(Subject::from(words.subject.clone()));
    let date = parts.now.format("%a, %d %b %Y %H:%M:%S +0000");
    plain(&mut headers, "Date", &date.to_string());
    headers.set(MessageId::from(parts.message_id.clone()));
    // No out-of-office answers to a machine: RFC 3834, section 5, and the same for Exchange.
    plain(&mut headers, "Auto-Submitted", "auto-generated");
    plain(&mut headers, "X-Auto-Response-Suppress", "OOF, AutoReply");
    for (name, value) in parts.list {
        plain(&mut headers, name, value);
    }
    plain(&mut headers, "MIME-Version", "1.0");

    text.push_str(&headers.to_string());
    let calendar = parts.calendar.as_ref().map_or(0, String::len);
    let whole = words.text.len() + words.html.len() + calendar;
    // A fourth more for line ends and encodings, and what goes around the parts.
    text.reserve(whole + whole / 4 + 1024);
    body(parts, &mut text);
    text.into_bytes()
}

/// Returns a header with one mailbox. A name in ASCII becomes a quoted string (RFC 5322, section 3.2.4), which people
/// can read and edit in the draft; lettre would write a name such as `J.R.` bare, and base64 for an apostrophe.
fn mailbox<H: Header + From<Mailboxes>>(mailbox: &Mailbox) -> String {
    match &mailbox.name {
        Some(name) if name.is_ascii() => {
            let name = name.replace('\\', "\\\\").replace('"', "\\\"");
            let line = format!("{}: \"{name}\"", H::name());
            let address = format!("<{}>", mailbox.email);
            let fits = line.len() + 1 + address.len() <= LINE;
            format!("{line}{}{address}\r\n", if fits { " " } else { "\r\n " })
        }
        _ => {
            let mut headers = Headers::new();
            headers.set(H::from(Mailboxes::from(mailbox.clone())));
            headers.to_string()
        }
    }
}

/// Adds the type of the message and its parts (RFC 2046, section 5.1).
fn body(parts: &Parts<'_>, text: &mut String) {
    let (words, mark) = (parts.words, mark(parts));
    let Some(calendar) = &parts.calendar else {
        alternatives(words, &mark, text);
        return;
    };
    text.push_str(&format!(
        "Content-Type: multipart/mixed; boundary=\"mixed-{mark}\"\r\n\r\n--mixed-{mark}\r\n"
    ));
    alternatives(words, &mark, text);
    // The type is the one of RFC 6047, section 2.4: its method is the one inside.
    text.push_str(&format!(
        "--mixed-{mark}\r\nContent-Type: text/calendar; charset=utf-8; method=PUBLISH\r\n\
         Content-Disposition: attachment; filename=\"event.ics\"\r\n"
    ));
    part(calendar, text);
    text.push_str(&format!("\r\n--mixed-{mark}--\r\n"));
}

/// Adds the plain text and the HTML: the best alternative comes last (RFC 2046, section 5.1.4).
fn alternatives(words: &Words, mark: &str, text: &mut String) {
    text.push_str(&format!(
        "Content-Type: multipart/alternative;\r\n boundary=\"alternative-{mark}\"\r\n\r\n"
    ));
    for (subtype, content) in [("plain", &words.text), ("html", &words.html)] {
        text.push_str(&format!(
            "--alternative-{mark}\r\nContent-Type: text/{subtype}; charset=utf-8\r\n"
        ));
        part(content, text);
        text.push_str("\r\n");
    }
    text.push_str(&format!("--alternative-{mark}--\r\n"));
}

/// Adds the content of a part with its encoding, so that people can still read and edit most of it in the draft: as it is,
/// or quoted-printable, and never base64.
fn part(content: &str, text: &mut String) {
    let lines = || {
        let lines = content.split('\n');
        lines.map(|line| line.strip_suffix('\r').unwrap_or(line))
    };
    if !content.is_ascii() || lines().any(|line| line.len() > LINE) {
        text.push_str("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
        add_quoted_printable(content, text);
        return;
    }
    text.push_str("Content-Transfer-Encoding: 7bit\r\n\r\n");
    for (at, line) in lines().enumerate() {
        if at > 0 {
            text.push_str("\r\n");
        }
        text.push_str(line);
    }
}

/// Returns what boundaries are made of: letters that stand behind a hyphen in none of the parts, and that no encoding
/// brings there (RFC 2046, section 5.1.1).
fn mark(parts: &Parts<'_>) -> String {
    let calendar = parts.calendar.as_deref().unwrap_or_default();
    let contents = [parts.words.text.as_str(), &parts.words.html, calendar];
    let mut mark = parts.message_id.clone();
    loop {
        let hash = Sha256::digest(&mark);
        let hash = hash.iter().take(12).map(|byte| format!("{byte:02x}"));
        mark = std::iter::once("-".to_string()).chain(hash).collect();
        let finder = memmem::Finder::new(&mark);
        if contents
            .iter()
            .all(|text| finder.find(text.as_bytes()).is_none())
        {
            return mark.split_off(1);
        }
    }
}

fn plain(headers: &mut Headers, name: &'static str, value: &str) {
    let name = HeaderName::new_from_ascii_str(name);
    headers.insert_raw(HeaderValue::new(name, value.to_string()));
}
