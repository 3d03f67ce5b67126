use chrono::{DateTime, Utc};
use lettre::message::header::{
    self, ContentDisposition, ContentTransferEncoding, ContentType, Header, HeaderName,
    HeaderValue, Headers, MessageId, Subject,
};
use lettre::message::{Body, Mailbox, Mailboxes, MultiPart, SinglePart};
use sha2::{Digest, Sha256};

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
    let mut bytes = text.into_bytes();
    bytes.extend(body(parts).formatted());
    bytes
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

fn body(parts: &Parts<'_>) -> MultiPart {
    let (words, mark) = (parts.words, mark(parts));
    // The best alternative comes last (RFC 2046, section 5.1.4).
    let alternative = MultiPart::alternative()
        .boundary(format!("alternative-{mark}"))
        .singlepart(part(ContentType::TEXT_PLAIN, &words.text))
        .singlepart(part(ContentType::TEXT_HTML, &words.html));
    // The type is the one of RFC 6047, section 2.4: its method is the one inside.
    let calendar_type = ContentType::parse("text/calendar; charset=utf-8; method=PUBLISH");
    match (&parts.calendar, calendar_type) {
        (Some(calendar), Ok(content_type)) => {
            let mut attachment = SinglePart::builder()
                .header(content_type)
                .header(ContentDisposition::attachment("event.ics"));
            let (encoding, body) = encoded(calendar);
            attachment = attachment.header(encoding);
            MultiPart::mixed()
                .boundary(format!("mixed-{mark}"))
                .multipart(alternative)
                .singlepart(attachment.body(body))
        }
        _ => alternative,
    }
}

fn part(content_type: ContentType, text: &str) -> SinglePart {
    let (encoding, body) = encoded(text);
    SinglePart::builder()
        .header(content_type)
        .header(encoding)
        .body(body)
}

/// Encodes a text so that people can still read and edit most of it in the draft: as it is, or quoted-printable, and
/// never base64.
fn encoded(text: &str) -> (ContentTransferEncoding, Body) {
    let crlf = text.replace("\r\n", "\n").replace('\n', "\r\n");
    let as_it_is = crlf.is_ascii() && crlf.split("\r\n").all(|line| line.len() <= LINE);
    if as_it_is {
        let encoding = ContentTransferEncoding::SevenBit;
        return (
            encoding,
            Body::dangerous_pre_encoded(crlf.into_bytes(), encoding),
        );
    }
    let encoding = ContentTransferEncoding::QuotedPrintable;
    let body = Body::new_with_encoding(crlf, encoding).unwrap_or_else(Body::new);
    (body.encoding(), body)
}

/// Returns what boundaries are made of: the content decides it and therefore cannot contain it (RFC 2046, section 5.1.1).
fn mark(parts: &Parts<'_>) -> String {
    let mut hash = Sha256::new();
    for text in [
        parts.message_id.as_str(),
        &parts.words.text,
        &parts.words.html,
        parts.calendar.as_deref().unwrap_or_default(),
    ] {
        hash.update(text.as_bytes());
        hash.update([0]);
    }
    let hash = hash.finalize();
    let hash = hash.iter().take(12).map(|byte| format!("{byte:02x}"));
    hash.collect()
}

fn plain(headers: &mut Headers, name: &'static str, value: &str) {
    let name = HeaderName::new_from_ascii_str(name);
    headers.insert_raw(HeaderValue::new(name, value.to_string()));
}
