use chrono::{DateTime, Utc};
use lettre::message::header::{self, Header, HeaderName, HeaderValue, Headers};
use lettre::message::{Mailbox, Mailboxes};

use super::letterhead::Letterhead;
use super::plain::is_plain;

/// The longest line that is left as it is (RFC 5322, section 2.1.1).
pub(super) const LINE: usize = 78;

/// The longest line with encoded words in it (RFC 2047, section 2).
const ENCODED: usize = 76;

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
            folded(&format!("{}: \"{name}\" <{}>", H::name(), mailbox.email))
        }
        _ => {
            let mut headers = Headers::new();
            headers.set(H::from(Mailboxes::from(mailbox.clone())));
            let mut header = headers.to_string();
            let last = header.trim_end().rfind("\r\n").map_or(0, |at| at + 2);
            let is_long = header[last..].trim_end().len() > ENCODED;
            if let Some(at) = header.rfind(" <").filter(|at| is_long && *at > last) {
                header.insert_str(at, "\r\n");
            }
            header
        }
    }
}

/// Returns a line in as many as it needs, each folded before a space between two words.
fn folded(line: &str) -> String {
    let (mut text, mut room) = (String::with_capacity(line.len() + 8), LINE);
    for word in line.split_inclusive(' ') {
        // A space that stands beside another one is left alone: some servers take away those at the end of a line.
        let apart = text.ends_with(' ') && !text.ends_with("  ") && !word.starts_with(' ');
        let size = word.trim_end_matches(' ').len();
        if apart && size > room && text.len() > 1 {
            text.insert_str(text.len() - 1, "\r\n");
            room = LINE - 1;
        }
        text.push_str(word);
        room = room.saturating_sub(word.len());
    }
    text.push_str("\r\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(name: &str, address: &str) -> String {
        let address = address.parse().expect("an address");
        mailbox::<header::To>(&Mailbox::new(Some(name.to_string()), address))
    }

    #[test]
    fn long_names_and_addresses_go_on_in_the_next_line() {
        let (name, address) = ("word ".repeat(30), "a-rather-long-local-part@example.org");
        assert_eq!(
            to(name.trim(), address),
            format!(
                "To: \"{}word\r\n {}word\r\n word\" <{address}>\r\n",
                "word ".repeat(13),
                "word ".repeat(14)
            )
        );
        let double = "word  ".repeat(30);
        assert!(to(double.trim(), address).starts_with("To: \"word  word  word"));
        let word = "w6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6k=";
        assert_eq!(
            to(&"é".repeat(16), address),
            format!("To: =?utf-8?b?{word}?=\r\n <{address}>\r\n")
        );
        assert_eq!(
            to("é", "a@example.org"),
            "To: =?utf-8?b?w6k=?= <a@example.org>\r\n"
        );
    }
}
