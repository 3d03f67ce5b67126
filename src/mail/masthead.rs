use chrono::{DateTime, Utc};
use lettre::message::header::{self, Header, HeaderName, HeaderValue, Headers};
use lettre::message::{Mailbox, Mailboxes};

use super::letterhead::Letterhead;
use super::plain::is_plain;

/// The longest line that is left as it is (RFC 5322, section 2.1.1).
pub(super) const LINE: usize = 78;

/// The headers that all mails of a run have in common, written once.
#[derive(Debug)]
pub(super) struct Masthead {
    pub(super) from: String,
    /// Where answers go; nothing if it is the sender.
    pub(super) reply_to: String,
    pub(super) date: String,
    /// That no person wrote it.
    pub(super) automatic: String,
}

impl Masthead {
    pub(super) fn new(letterhead: &Letterhead, now: DateTime<Utc>) -> Self {
        let reply_to = letterhead.reply_to.as_ref();
        let (mut date, mut automatic) = (String::new(), String::new());
        let time = now.format("%a, %d %b %Y %H:%M:%S +0000");
        add_field("Date", &time.to_string(), &mut date);
        // No out-of-office answers to a machine: RFC 3834, section 5, and the same for Exchange.
        add_field("Auto-Submitted", "auto-generated", &mut automatic);
        add_field("X-Auto-Response-Suppress", "OOF, AutoReply", &mut automatic);
        Self {
            from: mailbox::<header::From>(&letterhead.from),
            reply_to: reply_to.map_or_else(String::new, mailbox::<header::ReplyTo>),
            date,
            automatic,
        }
    }
}

/// Adds a header with any value that has no line break: folded (RFC 5322, section 2.2.3), and in encoded words (RFC 2047)
/// where it has to be.
pub(super) fn add_field(name: &'static str, value: &str, text: &mut String) {
    if is_plain(value.as_bytes(), []) && name.len() + 2 + value.len() <= LINE - 2 {
        text.extend([name, ": ", value, "\r\n"]);
        return;
    }
    let name = HeaderName::new_from_ascii_str(name);
    let mut headers = Headers::new();
    headers.insert_raw(HeaderValue::new(name, value.to_string()));
    text.push_str(&headers.to_string());
}

/// Returns a header with one mailbox. A name in ASCII becomes a quoted string (RFC 5322, section 3.2.4), which people
/// can read and edit in the draft; lettre would write a name such as `J.R.` bare, and base64 for an apostrophe.
pub(super) fn mailbox<H: Header + From<Mailboxes>>(mailbox: &Mailbox) -> String {
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
