//! Bytes to text. Nothing is ever replaced by U+FFFD in silence: rows with bytes that mean nothing are rejected by name.

mod charset;
mod context;
mod language;
mod latin;
mod lines;
mod rivals;
mod signs;
mod spanish;
mod wide;

use std::borrow::Cow;

use encoding_rs::{Encoding, MACINTOSH, UTF_8};

use super::halves::has_byte;
use crate::error::{Error, Result};
use charset::{Charset, Dos};

/// Text, and how it was got from bytes.
#[derive(Clone, Debug)]
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    /// The name of the encoding.
    pub(super) encoding: String,
    /// Bytes that mean nothing stand in the text as U+FFFD.
    pub(super) damaged: bool,
    pub(super) notes: Vec<String>,
}

const END_MARK: char = '\u{1a}';
const UTF8_BOM: &[u8] = b"\xef\xbb\xbf";
/// A BOM that was taken for three characters of Windows-1252 and saved as UTF-8.
const BOM_TWICE_ENCODED: &[u8] = b"\xc3\xaf\xc2\xbb\xc2\xbf";

/// Decodes a file: by its BOM, the pattern of its NULs, as UTF-8, or as what makes its letters stand inside words.
///
/// # Errors
/// When two encodings are equally likely, or none is, or `wish` names none.
pub(super) fn decode<'a>(
    name: &str,
    bytes: Cow<'a, [u8]>,
    wish: Option<&str>,
) -> Result<Decoded<'a>> {
    let bytes = match bytes {
        Cow::Borrowed(bytes) => return decode_kept(name, bytes, wish),
        Cow::Owned(bytes) => bytes,
    };
    if wish.is_some() {
        return Ok(decode_kept(name, &bytes, wish)?.into_owned());
    }
    if let Some(text) = wide::decode(name, &bytes)? {
        return Ok(text.into_owned());
    }
    // Nearly every file is UTF-8 already: it becomes the text, and is not copied.
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            let start = text.len() - without_bom(text.as_bytes()).len();
            text.drain(..start);
            Ok(Decoded::plain(text.into(), UTF_8))
        }
        Err(error) => Ok(decode_kept(name, error.as_bytes(), wish)?.into_owned()),
    }
}

fn decode_kept<'a>(name: &str, bytes: &'a [u8], wish: Option<&str>) -> Result<Decoded<'a>> {
    if let Some(label) = wish {
        return wished(bytes, label);
    }
    if let Some(text) = wide::decode(name, bytes)? {
        return Ok(text);
    }
    let bytes = without_bom(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded::plain(text.into(), UTF_8)),
        Err(_) if lines::has_some_utf8(bytes) => lines::decode(name, bytes),
        Err(_) => {
            let charset = latin::decide(name, bytes)?;
            Ok(whole(bytes, charset))
        }
    }
}

impl<'a> Decoded<'a> {
    /// Takes off the mark by which DOS programs end a file (0x1A), and what fills it up behind that.
    pub(super) fn without_end_mark(mut self) -> Self {
        let filling = |c: char| c == END_MARK || c == '\0' || c.is_whitespace();
        let filled = self.text.trim_end_matches(filling).len();
        if let Some(at) = self.text[filled..].find(END_MARK) {
            let end = filled + at;
            match &mut self.text {
                Cow::Borrowed(text) => *text = &text[..end],
                Cow::Owned(text) => text.truncate(end),
            }
        }
        self
    }

    fn into_owned(self) -> Decoded<'static> {
        Decoded {
            text: Cow::Owned(self.text.into_owned()),
            encoding: self.encoding,
            damaged: self.damaged,
            notes: self.notes,
        }
    }

    fn plain(text: Cow<'a, str>, encoding: &'static Encoding) -> Self {
        // All of the text is looked through: quickly.
        let lost = match has_byte(0xef, text.as_bytes()) {
            true => text.matches('\u{fffd}').count(),
            false => 0,
        };
        let note = format!("{lost} characters were lost before this file was saved (U+FFFD)");
        Self {
            text,
            encoding: spelled(encoding).into(),
            damaged: false,
            notes: if lost > 0 { vec![note] } else { Vec::new() },
        }
    }
}

/// Decodes all bytes with one encoding.
fn whole<'a>(bytes: &'a [u8], charset: Charset) -> Decoded<'a> {
    let encoding = match charset {
        Charset::Web(encoding) => encoding,
        Charset::Dos(page) => {
            let text = page.decode(bytes);
            return Decoded {
                damaged: text.contains('\u{fffd}'),
                text: text.into(),
                encoding: page.name.into(),
                notes: Vec::new(),
            };
        }
    };
    let (text, damaged) = encoding.decode_with_bom_removal(bytes);
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches('\u{feff}')),
        Cow::Owned(text) if text.starts_with('\u{feff}') => {
            Cow::Owned(text.trim_start_matches('\u{feff}').to_string())
        }
        owned => owned,
    };
    Decoded {
        damaged,
        ..Decoded::plain(text, encoding)
    }
}

fn wished<'a>(bytes: &'a [u8], label: &str) -> Result<Decoded<'a>> {
    let plain = label.to_lowercase().replace(['_', ' '], "-");
    let encoding = match plain.as_str() {
        "macroman" | "mac-roman" | "mac" => Some(MACINTOSH),
        "utf16" | "utf-16" if bytes.starts_with(b"\xfe\xff") => Some(encoding_rs::UTF_16BE),
        "utf16" | "utf16le" => Some(encoding_rs::UTF_16LE),
        "utf16be" => Some(encoding_rs::UTF_16BE),
        plain => Encoding::for_label(plain.as_bytes()),
    };
    let encoding = encoding.filter(|encoding| *encoding != encoding_rs::REPLACEMENT);
    let charset = Dos::for_label(&plain).map(Charset::Dos);
    match charset.or(encoding.map(Charset::Web)) {
        Some(charset) => Ok(whole(bytes, charset)),
        None => Err(Error::new(format!("`{label}` is no encoding"))
            .hint("--encoding utf-8, utf-16le, windows-1252, windows-1250 or macroman")),
    }
}

fn without_bom(mut bytes: &[u8]) -> &[u8] {
    while let Some(rest) = bytes
        .strip_prefix(UTF8_BOM)
        .or_else(|| bytes.strip_prefix(BOM_TWICE_ENCODED))
    {
        bytes = rest;
    }
    bytes
}

/// The name of an encoding as people know it.
fn spelled(encoding: &'static Encoding) -> &'static str {
    match encoding.name() {
        "windows-1252" => "Windows-1252",
        "windows-1250" => "Windows-1250",
        "windows-1254" => "Windows-1254",
        "macintosh" => "MacRoman",
        "UTF-16LE" => "UTF-16 LE",
        "UTF-16BE" => "UTF-16 BE",
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, String) {
        let decoded = decode("a.csv", bytes.into(), None).expect("it decodes");
        let owned = decode("a.csv", bytes.to_vec().into(), None).expect("it decodes");
        assert_eq!(owned.text, decoded.text);
        (decoded.encoding, decoded.text.into_owned())
    }

    fn utf8(text: &str) -> (String, String) {
        ("UTF-8".into(), text.into())
    }

    #[test]
    fn utf8_is_read_without_its_boms() {
        assert_eq!(read("Zoë".as_bytes()), utf8("Zoë"));
        assert_eq!(read("\u{feff}Zoë".as_bytes()), utf8("Zoë"));
        assert_eq!(read("\u{feff}\u{feff}Zoë".as_bytes()), utf8("Zoë"));
        assert_eq!(read("\u{feff}ï»¿Zoë".as_bytes()), utf8("Zoë"));
    }

    #[test]
    fn what_was_lost_earlier_is_said() {
        let decoded = decode("a.csv", "Jos\u{fffd}".as_bytes().into(), None).expect("it decodes");
        assert!(!decoded.damaged);
        assert_eq!(decoded.notes.len(), 1);
    }

    #[test]
    fn a_wished_encoding_is_not_questioned() {
        let text = |label| {
            decode("a", b"Ren\x8e".into(), Some(label)).map(|decoded| decoded.text.into_owned())
        };
        assert_eq!(text("MacRoman"), Ok("René".into()));
        assert_eq!(text("cp1252"), Ok("RenŽ".into()));
        assert_eq!(text("utf-8"), Ok("Ren\u{fffd}".into()));
        let error = text("klingon").expect_err("there is none");
        assert_eq!(error.to_string(), "`klingon` is no encoding");
    }
}
