use std::borrow::Cow;

use super::wire;
use crate::error::{Finding, Place};

/// The header of a draft, unfolded (RFC 5322, section 2.2.3).
#[derive(Debug)]
pub(super) struct Headers<'a> {
    fields: Vec<Field<'a>>,
    file_name: &'a str,
    bytes: &'a [u8],
}

/// One field of it.
#[derive(Debug)]
pub(super) struct Field<'a> {
    /// As written.
    pub(super) name: Cow<'a, str>,
    pub(super) value: Cow<'a, str>,
    /// Its line, counted from 1.
    line: usize,
}

impl<'a> Headers<'a> {
    /// Reads the lines before the first blank one, of a message that has passed [`wire::check`].
    pub(super) fn read(file_name: &'a str, bytes: &'a [u8]) -> Result<Self, Finding> {
        let mut fields: Vec<Field<'_>> = Vec::new();
        for (number, line) in wire::lines(bytes).enumerate() {
            if line.is_empty() {
                break;
            }
            let text = String::from_utf8_lossy(line);
            if let (Some(field), true) = (fields.last_mut(), text.starts_with([' ', '\t'])) {
                field.value.to_mut().push_str(&text);
                continue;
            }
            let printable =
                |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_graphic());
            let Some(colon) = text.find(':').filter(|colon| printable(&text[..*colon])) else {
                return Err(Finding::error("header", "this line is no header")
                    .at(wire::place(file_name, bytes, number + 1, 1))
                    .hint("a draft begins with its headers; a blank line comes before the text"));
            };
            let (name, value) = match text {
                Cow::Borrowed(text) => (text[..colon].into(), text[colon + 1..].into()),
                Cow::Owned(text) => (
                    text[..colon].to_string().into(),
                    text[colon + 1..].to_string().into(),
                ),
            };
            fields.push(Field {
                name,
                value,
                line: number + 1,
            });
        }
        Ok(Self {
            fields,
            file_name,
            bytes,
        })
    }

    /// Returns the fields of a name, which is given in lower case.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &Field<'a>> {
        self.fields
            .iter()
            .filter(move |field| field.name.eq_ignore_ascii_case(name))
    }

    /// Returns the one field of a name.
    ///
    /// # Errors
    /// When there is none, or more than one.
    pub(super) fn one(&self, name: &str) -> Result<&Field<'a>, Finding> {
        let mut fields = self.all(name);
        match (fields.next(), fields.next()) {
            (Some(field), None) => Ok(field),
            (Some(_), Some(second)) => {
                let message = format!("this draft has a second header `{}`", second.name);
                Err(Finding::error("repeated-header", message)
                    .at(self.place(second))
                    .hint("leave one of them"))
            }
            _ => {
                let name = written(name);
                let message = format!("this draft has no header `{name}`");
                Err(Finding::error("missing-header", message)
                    .at(wire::place(self.file_name, self.bytes, 1, 1))
                    .hint("delete this file and run `plenary mail draft`"))
            }
        }
    }

    /// Returns where a field begins.
    pub(super) fn place(&self, field: &Field<'_>) -> Place {
        let mut place = wire::place(self.file_name, self.bytes, field.line, 1);
        place.width = place.text.chars().count().max(1);
        place
    }
}

impl Field<'_> {
    /// Returns the addresses of a list of mailboxes (RFC 5322, section 3.4), without names and comments.
    pub(super) fn mailboxes(&self) -> Vec<String> {
        let bare = bare(&self.value);
        // A group, `name: a, b;`, is taken apart as well: it would be several recipients.
        let parts = bare
            .split([',', ';'])
            .map(|part| match part.split_once('<') {
                Some((_, address)) => address.split('>').next().unwrap_or_default().trim(),
                None => part.trim(),
            });
        parts
            .filter(|part| !part.is_empty())
            .map(String::from)
            .collect()
    }
}

/// Returns a header value without quoted strings and comments, in which commas and brackets mean nothing.
fn bare(value: &str) -> String {
    let mut bare = String::with_capacity(value.len());
    let (mut quoted, mut depth) = (false, 0_usize);
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' if quoted || depth > 0 => {
                chars.next();
            }
            '"' if depth == 0 => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted && depth > 0 => depth -= 1,
            c if !quoted && depth == 0 => bare.push(c),
            _ => {}
        }
    }
    bare
}

fn written(name: &str) -> &str {
    match name {
        "from" => "From",
        "to" => "To",
        "message-id" => "Message-ID",
        name => name,
    }
}
