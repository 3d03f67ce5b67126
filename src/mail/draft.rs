use std::borrow::Cow;

use chrono::{DateTime, Utc};

use super::headers::Headers;
use super::{identity, wire};
use crate::error::Finding;
use crate::model::{EmailAddress, MailKey};

/// A mail that waits in `outbox/`, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Which mail it is.
    pub key: MailKey,
    /// Its Message-ID, with angle brackets (RFC 5322, section 3.6.4).
    pub message_id: String,
    /// From which address it goes out, for the envelope (RFC 5321, section 3.3). ASCII.
    pub from: String,
    /// To which single address it goes, for the envelope. ASCII, but before the `@` letters of all alphabets.
    pub to: String,
    /// The message: ASCII but for that address, CRLF line ends, lines of at most 998 octets, a line end last. Dots are not stuffed.
    pub bytes: Vec<u8>,
}

impl Draft {
    /// Reads a draft, which people may have edited. What is sent is byte for byte the file, except that line ends
    /// become CRLF and a byte order mark that an editor left is dropped.
    ///
    /// # Errors
    /// When it cannot be sent as it is; the finding says what to do, and the draft is to be held back.
    pub fn read(file_name: &str, bytes: Vec<u8>) -> Result<Self, Finding> {
        let bytes = wire::normalised(bytes);
        wire::check(file_name, &without_international_recipient(&bytes))?;
        let headers = Headers::read(file_name, &bytes)?;
        for name in ["cc", "bcc", "resent-to", "resent-cc", "resent-bcc"] {
            if let Some(header) = headers.all(name).next() {
                let message = format!("this draft has a header `{}`", header.name);
                return Err(Finding::error("several-recipients", message)
                    .at(headers.place(header))
                    .hint("take the line out: each mail goes to one person, so that nobody is mailed twice"));
            }
        }
        let from = headers.address("from")?;
        let to = headers.address("to")?;
        let header = headers.one("message-id")?;
        let message_id = header.value.trim().to_string();
        let Some(key) = identity::key(&message_id) else {
            let message = format!("`{message_id}` is no Message-ID of plenary");
            return Err(Finding::error("message-id", message)
                .at(headers.place(header))
                .hint("delete this file and run `plenary mail draft`: without it nobody can tell whether it was sent"));
        };
        let expected = identity::file_name(&key);
        if expected != file_name {
            let message = format!("the Message-ID says that this is `{expected}`");
            return Err(Finding::error("draft-name", message)
                .at(headers.place(header))
                .hint("delete this file if it is a copy, or give it back its name"));
        }
        Ok(Self {
            key,
            message_id,
            from,
            to,
            bytes,
        })
    }

    /// Returns the date that it bears, which is when it was written; none if somebody took that out.
    pub fn date(&self) -> Option<DateTime<Utc>> {
        let headers = Headers::read("", &self.bytes).ok()?;
        let date = headers.all("date").next()?;
        let date = DateTime::parse_from_rfc2822(date.value.trim()).ok()?;
        Some(date.with_timezone(&Utc))
    }

    /// Returns which mail a file in `outbox/` must be, by its name; none if no mail has such a file.
    pub fn key_of(file_name: &str) -> Option<MailKey> {
        identity::key_of_file(file_name)
    }

    /// Returns the name of its file in `outbox/`: `confirmation-krt-mwxb.eml`.
    pub fn file_name(&self) -> String {
        identity::file_name(&self.key)
    }
}

/// Returns a message with plain letters in place of all others in the address of its `To:`, the one place where they may
/// stand as they are (RFC 6532, section 3.2).
fn without_international_recipient(bytes: &[u8]) -> Cow<'_, [u8]> {
    if bytes.is_ascii() {
        return Cow::Borrowed(bytes);
    }
    let mut plain = bytes.to_vec();
    let mut start = 0;
    let mut is_to = false;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if line == b"\r\n" {
            break;
        }
        if !line.starts_with(b" ") && !line.starts_with(b"\t") {
            is_to = line
                .get(..3)
                .is_some_and(|name| name.eq_ignore_ascii_case(b"to:"));
        }
        let ends = (memchr::memrchr(b'<', line), memchr::memrchr(b'>', line));
        if let (true, (Some(open), Some(close))) = (is_to, ends)
            && open < close
            && let Ok(address) = std::str::from_utf8(&line[open + 1..close])
            && EmailAddress::is_one(address)
        {
            let address = &mut plain[start + open + 1..start + close];
            let foreign = address.iter_mut().filter(|byte| !byte.is_ascii());
            foreign.for_each(|byte| *byte = b'x');
        }
        start += line.len();
    }
    Cow::Owned(plain)
}

impl Headers<'_> {
    /// Returns the one address of a header, for the envelope.
    fn address(&self, name: &str) -> Result<String, Finding> {
        let header = self.one(name)?;
        let finding = |rule, message: String| Finding::error(rule, message).at(self.place(header));
        let mailboxes = header.mailboxes();
        let [mailbox] = mailboxes.as_slice() else {
            let message = format!("`{}:` names {} addresses", header.name, mailboxes.len());
            return Err(finding("several-recipients", message)
                .hint("leave one address: each mail goes to one person"));
        };
        match EmailAddress::parse(mailbox) {
            Ok(address) => Ok(address.for_envelope()),
            Err(error) => Err(finding("email", error.to_string()).hint("correct the address")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "From: \"Team, Blackburn\" <team@example.org>\r\n\
        To: Ada (of \"the <x@y.zz>\")\r\n <ada@example.net>\r\n\
        Subject: Hello\r\n\
        Message-ID:\r\n <confirmation.krt-mwxb.1@blackburn-2024.example.org>\r\n\
        \r\n\
        Hello\r\n.\r\n";

    fn read(text: &str) -> Result<Draft, Finding> {
        Draft::read("confirmation-krt-mwxb.eml", text.as_bytes().to_vec())
    }

    #[test]
    fn a_draft_is_read_with_its_addresses_and_its_key() {
        let draft = read(GOOD).expect("a good draft");
        assert_eq!(draft.key.to_string(), "confirmation-krt-mwxb");
        assert_eq!(draft.from, "team@example.org");
        assert_eq!(draft.to, "ada@example.net");
        assert_eq!(
            draft.message_id,
            "<confirmation.krt-mwxb.1@blackburn-2024.example.org>"
        );
        assert_eq!(draft.bytes, GOOD.as_bytes());
    }

    #[test]
    fn letters_of_all_alphabets_may_stand_in_the_address_of_the_recipient_alone() {
        let zoe = |text: &str| text.replace("<ada@", "<zoë@");
        let draft = read(&zoe(GOOD)).expect("a good draft");
        assert_eq!(draft.to, "zoë@example.net");
        assert_eq!(draft.bytes, zoe(GOOD).as_bytes());
        for bad in [
            zoe(GOOD).replace("Hello\r\n.", "Grüße\r\n."),
            GOOD.replace("Ada (of", "Zoë (of"),
            GOOD.replace("<team@", "<zoë@"),
        ] {
            assert_eq!(read(&bad).expect_err("refused").rule, "not-ascii");
        }
    }

    #[test]
    fn what_an_editor_does_to_line_ends_is_undone() {
        let edited = format!("\u{feff}{}", GOOD.replace("\r\n", "\n").trim_end());
        assert_eq!(read(&edited), read(GOOD));
    }

    #[test]
    fn a_draft_that_cannot_be_sent_as_it_is_is_held_back() {
        let id = "Message-ID:\r\n <confirmation.krt-mwxb.1@blackburn-2024.example.org>\r\n";
        let to = "To: Ada (of \"the <x@y.zz>\")\r\n <ada@example.net>\r\n";
        let two = "To: ada@example.net, bo@example.net\r\n";
        for (text, rule, line, message) in [
            (
                GOOD.replace(id, ""),
                "missing-header",
                1,
                "this draft has no header `Message-ID`",
            ),
            (
                GOOD.replace("krt-mwxb.1", "krt-mwxb"),
                "message-id",
                5,
                "`<confirmation.krt-mwxb@blackburn-2024.example.org>` is no Message-ID of plenary",
            ),
            (
                GOOD.replace("krt-mwxb.1", "bcd-fghj.1"),
                "draft-name",
                5,
                "the Message-ID says that this is `confirmation-bcd-fghj.eml`",
            ),
            (
                GOOD.replace(to, ""),
                "missing-header",
                1,
                "this draft has no header `To`",
            ),
            (
                GOOD.replace(to, "To: Ada\r\n"),
                "email",
                2,
                "`Ada` is not an e-mail address: it has no `@`",
            ),
            (
                GOOD.replace(to, two),
                "several-recipients",
                2,
                "`To:` names 2 addresses",
            ),
            (
                GOOD.replace(to, &format!("{to}{to}")),
                "repeated-header",
                4,
                "this draft has a second header `To`",
            ),
            (
                GOOD.replace(id, &format!("{id}bCC: x@example.net\r\n")),
                "several-recipients",
                7,
                "this draft has a header `bCC`",
            ),
            (
                GOOD.replace("Subject: Hello", "Subject Hello"),
                "header",
                4,
                "this line is no header",
            ),
            (
                GOOD.replace("\r\n\r\n", "\r\n"),
                "header",
                7,
                "this line is no header",
            ),
            (
                GOOD.replace("Hello\r\n.", "Zoë\r\n."),
                "not-ascii",
                8,
                "`ë` cannot be sent as it is",
            ),
            (
                GOOD.replace("Hello\r\n.", "a\rb\r\n."),
                "control-character",
                8,
                "this line has a control character in it",
            ),
            (
                GOOD.replace("Hello\r\n.", &"x".repeat(999)),
                "long-line",
                8,
                "this line has 999 characters; mail allows 998",
            ),
        ] {
            let finding = read(&text).expect_err(message);
            let found = (
                finding.rule,
                finding.places[0].line,
                finding.message.as_str(),
            );
            assert_eq!(found, (rule, line, message));
            assert!(finding.hint.is_some(), "{message}");
            assert_eq!(finding.places[0].file, "outbox/confirmation-krt-mwxb.eml");
        }
    }
}
