use crate::error::{Error, Finding};

/// What a file is, by its first bytes and never by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text, or at least nothing known.
    Text,
    /// A zip: of files, or a workbook.
    Zip,
    /// One file, packed (RFC 1952).
    Gzip,
    /// What Excel wrote until 2003 (compound file).
    OldExcel,
    /// Something that holds no table: what it is, and what to do.
    Other(&'static str, &'static str),
}

const UNPACK: &str = "unpack it first";
const SAVE_AS: &str = "open it in a spreadsheet program and save it as .xlsx or as CSV in UTF-8";
const EXPORT: &str = "export the sign-ups as CSV or .xlsx";

const MAGIC: &[(&[u8], Kind)] = &[
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Other("an empty zip", EXPORT)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::OldExcel),
    (b"\x1f\x8b", Kind::Gzip),
    (b"7z\xbc\xaf\x27\x1c", Kind::Other("a 7z archive", UNPACK)),
    (b"Rar!\x1a", Kind::Other("a RAR archive", UNPACK)),
    (b"BZh9", Kind::Other("packed with bzip2", UNPACK)),
    (b"\xfd7zXZ\0", Kind::Other("packed with xz", UNPACK)),
    (b"\x28\xb5\x2f\xfd", Kind::Other("packed with zstd", UNPACK)),
    (b"%PDF-", Kind::Other("a PDF", EXPORT)),
    (b"{\\rtf", Kind::Other("a text document (RTF)", EXPORT)),
    (b"\x89PNG\r\n", Kind::Other("a picture", EXPORT)),
    (b"\xff\xd8\xff", Kind::Other("a picture", EXPORT)),
    (b"GIF8", Kind::Other("a picture", EXPORT)),
    (b"SQLite format 3\0", Kind::Other("a database", EXPORT)),
];

const MARKUP: &[(&str, &str, &str)] = &[
    ("<!doctype html", "a web page", SAVE_AS),
    ("<html", "a web page", SAVE_AS),
    ("<table", "a web page", SAVE_AS),
    ("<meta", "a web page", SAVE_AS),
    ("<head", "a web page", SAVE_AS),
    ("<style", "a web page", SAVE_AS),
    ("<?xml", "XML", SAVE_AS),
    ("mime-version:", "a web page", SAVE_AS),
    ("begin:vcard", "an address book (vCard)", EXPORT),
    ("{\"", "JSON", EXPORT),
    ("[{", "JSON", EXPORT),
];

/// Says what a file is.
pub(super) fn of_bytes(bytes: &[u8]) -> Kind {
    let known = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    known.map_or(Kind::Text, |(_, kind)| *kind)
}

/// Says whether a text is a table at all, and if not, what it is and what to do.
pub(super) fn of_text(text: &str) -> Kind {
    let start: String = text
        .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
        .chars()
        .take(16)
        .collect::<String>()
        .to_lowercase();
    let joined: String = start.split_whitespace().collect();
    let known = MARKUP
        .iter()
        .find(|(mark, ..)| start.starts_with(mark) || joined.starts_with(mark));
    known.map_or(Kind::Text, |(_, what, hint)| Kind::Other(what, hint))
}

/// The rule of an error that says that a file holds no table at all.
pub(super) const NO_TABLE: &str = "no-table";

/// Says that a file holds no table, what it is instead and what to do.
pub(super) fn no_table(name: &str, what: &str, hint: &str) -> Error {
    Error::from_findings(vec![
        Finding::error(NO_TABLE, format!("`{name}` is no table but {what}")).hint(hint),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_first_bytes() {
        assert_eq!(of_bytes(b"PK\x03\x04..."), Kind::Zip);
        assert_eq!(of_bytes(b"\x1f\x8b\x08"), Kind::Gzip);
        assert_eq!(of_bytes(b"name,email"), Kind::Text);
        assert_eq!(of_bytes(b""), Kind::Text);
        let html = "\r\n<TABLE border=1><tr>";
        assert_eq!(of_text(html), Kind::Other("a web page", SAVE_AS));
        assert_eq!(of_text("[ {\n"), Kind::Other("JSON", EXPORT));
        assert_eq!(of_text("<jo@example.org>,Jo"), Kind::Text);
    }
}
