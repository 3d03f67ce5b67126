use lettre::message::{Mailbox, header};
use memchr::memmem;
use sha2::{Digest, Sha256};

use super::encoding::add_quoted_printable;
use super::form::Words;
use super::masthead::{LINE, Masthead, add_field, mailbox};
use super::plain::lines;
use crate::model::hexadecimal;

/// What a message is made of. Everything in it has passed its checks.
pub(super) struct Parts<'a> {
    pub(super) masthead: &'a Masthead,
    pub(super) to: Mailbox,
    pub(super) message_id: String,
    pub(super) words: &'a Words,
    pub(super) calendar: Option<String>,
    /// Headers of the mailing list that it belongs to, by name.
    pub(super) list: &'a [(&'static str, String)],
}

/// Returns a message as it goes over the wire (RFC 5322, RFC 2045): ASCII, CRLF line ends. The same parts give the
/// same bytes.
///
/// Headers and parts are put together here and not by lettre's `MessageBuilder`, which reads the mailboxes that it has
/// just written in order to find the envelope, fails on some of them, and adds the time of day.
pub(super) fn message(parts: &Parts<'_>) -> Vec<u8> {
    let Parts {
        masthead, words, ..
    } = parts;
    let calendar = parts.calendar.as_ref().map_or(0, String::len);
    let whole = words.text.len() + words.html.len() + calendar;
    // A fourth more for line ends and encodings, and what goes around the parts.
    let mut text = String::with_capacity(whole + whole / 4 + 2048);
    text.push_str(&masthead.from);
    text.push_str(&mailbox::<header::To>(&parts.to));
    text.push_str(&masthead.reply_to);
    add_field("Subject", &words.subject, &mut text);
    text.push_str(&masthead.date);
    add_field("Message-ID", &parts.message_id, &mut text);
    text.push_str(&masthead.automatic);
    for (name, value) in parts.list {
        add_field(name, value, &mut text);
    }
    add_field("MIME-Version", "1.0", &mut text);
    body(parts, &mut text);
    text.into_bytes()
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
    // Some servers take away the space at the end of a line, and with it that of a folded line of the calendar.
    let is_unfit = |line: &str| line.len() > LINE || line.ends_with([' ', '\t']);
    if !content.is_ascii() || lines(content).any(is_unfit) {
        text.push_str("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
        add_quoted_printable(content, text);
        return;
    }
    text.push_str("Content-Transfer-Encoding: 7bit\r\n\r\n");
    for (at, line) in lines(content).enumerate() {
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
        mark = format!("-{}", hexadecimal(&hash[..12]));
        let finder = memmem::Finder::new(&mark);
        if contents
            .iter()
            .all(|text| finder.find(text.as_bytes()).is_none())
        {
            return mark.split_off(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_line_might_lose_on_its_way_is_encoded() {
        for (content, expected) in [
            ("a\nb\n", "7bit\r\n\r\na\r\nb\r\n"),
            ("a \nb\n", "quoted-printable\r\n\r\na=20\r\nb\r\n"),
        ] {
            let mut text = String::new();
            part(content, &mut text);
            assert_eq!(text, format!("Content-Transfer-Encoding: {expected}"));
        }
    }
}
