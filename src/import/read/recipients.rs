use std::sync::Arc;

use super::grid::Grid;
use super::head::Head;
use super::scan::line_ends;
use super::{How, Table};
use crate::error::{Error, Result};
use crate::model::EmailAddress;

/// How the lines of a mail begin that tell who gets it, in lower case.
const BEGINNINGS: [&str; 6] = ["to:", "cc:", "bcc:", "an:", "pour:", "para:"];

/// One whom a mail goes to, where it says so.
struct Recipient<'t> {
    name: String,
    address: &'t str,
    raw: std::ops::Range<usize>,
}

/// Reads the people that a mail goes to, as they are copied out of it: `Jo Low <jo@example.org>, "Fox, Cy" <cy@example.org>`,
/// several in a line, with a comma or a semicolon between them. None if a text is anything else.
///
/// # Errors
/// When it is not known to whom an address belongs, or something else follows.
pub(super) fn read(name: &str, text: &str, how: How) -> Result<Option<Table>> {
    // Nearly all files end here: their first line has not even one address.
    let begins = |line: &str| {
        let (several, open) = (line.matches('@').count() > 1, line.contains('<'));
        let goes_on = line.trim_end().ends_with([',', ';']) || beginning(line).is_some();
        several && (line.matches('<').count() > 1 || !open) || open && line.contains('@') && goes_on
    };
    let first = text.lines().find(|line| !line.trim().is_empty());
    let Some(first) = first.filter(|line| begins(line)) else {
        return Ok(None);
    };
    let Some(recipients) = all(text) else {
        return match all(first) {
            Some(some) if some.len() > 1 && first.contains('<') => {
                let message = format!(
                    "`{name}` begins with those whom a mail goes to, and goes on otherwise"
                );
                Err(Error::new(message)
                    .hint("take out what is no recipient, or give each person a line"))
            }
            _ => Ok(None),
        };
    };
    // Addresses alone may stand in two columns of several rows.
    let bracketed = text.contains('<');
    if recipients.len() < 2 || !bracketed && text.trim().lines().count() > 1 {
        return Ok(None);
    }
    let mut grid = Grid::default();
    let (mut line, mut end) = (1, 0);
    for one in &recipients {
        // `Jo Low, Al Day <al@example.org>` may be two, and `Low, Jo <jo@example.org>` is one.
        let mut parts = one.name.split(',');
        let single = |part: Option<&str>| part.is_none_or(|part| !part.trim().contains(' '));
        let either = single(parts.next()) | single(parts.next());
        if !text[one.raw.clone()].contains('"') && (!either || parts.next().is_some()) {
            let message = format!("`{name}` does not tell whose address `{}` is", one.address);
            return Err(Error::new(message).hint("give each person a line of their own"));
        }
        line += line_ends(&text[end..one.raw.start]);
        end = one.raw.start;
        grid.push(one.raw.clone(), line, &[one.name.as_str(), one.address]);
    }
    let mut table = Table {
        how: How {
            format: "recipients of a mail",
            ..how
        },
        text: Arc::new(text.to_string()),
        grid,
        ..Table::default()
    };
    table.settle(Head::default(), Vec::new(), 2);
    Ok(Some(table))
}

/// All recipients in a text that holds nothing else.
fn all(text: &str) -> Option<Vec<Recipient<'_>>> {
    let mut found = Vec::new();
    let mut at = 0;
    let between = |c: char| c.is_whitespace() || ",;".contains(c);
    loop {
        at = text.len() - text[at..].trim_start_matches(between).len();
        let rest = &text[at..];
        if let Some(length) = beginning(rest) {
            at += length;
            continue;
        }
        if rest.is_empty() {
            return Some(found);
        }
        let length = length(rest)?;
        let (raw, inside) = (rest[..length].trim_end(), rest[..length].split_once('<'));
        let (name, address) = match inside {
            Some((name, address)) => (name.trim(), address.trim_end().strip_suffix('>')?.trim()),
            None => ("", raw),
        };
        EmailAddress::parse(address).ok()?;
        if name.contains('@') && name.trim_matches(['"', '\'']) != address {
            return None;
        }
        found.push(Recipient {
            name: plain(name, address),
            address,
            raw: at..at + raw.len(),
        });
        at += length;
    }
}

/// How long the word is with which a line of a mail begins that tells who gets it.
fn beginning(text: &str) -> Option<usize> {
    let is = |word: &&str| {
        let start = text.get(..word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    BEGINNINGS.into_iter().find(is).map(str::len)
}

/// How far the first recipient in a text reaches: up to what stands behind its address, outside of quotes.
fn length(text: &str) -> Option<usize> {
    let (mut quoted, mut escaped, mut opened) = (false, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '\n' | '\r' if quoted => return None,
            _ if quoted => {}
            '<' if opened => return None,
            '<' => opened = true,
            '>' => {
                let rest = text[at + 1..].trim_start_matches([' ', '\t']);
                let ends = rest.is_empty() || rest.starts_with([',', ';', '\n', '\r']);
                return (opened && ends).then_some(at + 1);
            }
            // A comma parts a name as well, but no address from it.
            ',' | ';' | '\n' | '\r' if text[..at].contains('@') && !opened => return Some(at),
            ';' | '\n' | '\r' => return None,
            _ => {}
        }
    }
    (!quoted && !opened).then_some(text.len())
}

/// A name without its quotes; blank if it is the address again.
fn plain(name: &str, address: &str) -> String {
    let inner = name
        .strip_prefix('"')
        .and_then(|name| name.strip_suffix('"'));
    let name = match inner {
        Some(inner) => inner.replace("\\\"", "\"").replace("\\\\", "\\"),
        None => name.to_string(),
    };
    let name = name.trim().trim_matches('\'').trim();
    if name.eq_ignore_ascii_case(address) {
        String::new()
    } else {
        name.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<String>> {
        let table = super::read("a.txt", text, How::default()).expect("it is clear")?;
        let row = |row: super::super::RawRow<'_>| {
            let cells: Vec<&str> = row.cells().collect();
            format!("{}: {}", row.line, cells.join("|"))
        };
        Some(table.rows().map(row).collect())
    }

    #[test]
    fn those_whom_a_mail_goes_to_are_each_a_row() {
        let expected = [
            "1: Ann Lee|ann@example.org",
            "1: Fox, Cy|cy@example.org",
            "1: |bo@example.org",
        ];
        for text in [
            "Ann Lee <ann@example.org>, \"Fox, Cy\" <cy@example.org>, bo@example.org",
            "Ann Lee <ann@example.org>; Fox, Cy <cy@example.org>; <bo@example.org>;\n",
            "To: Ann Lee <ann@example.org>, 'Fox, Cy' <cy@example.org> , bo@example.org <bo@example.org>\n",
        ] {
            assert_eq!(
                read(text),
                Some(expected.map(Into::into).to_vec()),
                "{text}"
            );
        }
        let text = "Ann Lee <ann@example.org>, Bo <bo@example.org>,\n Cy <cy@example.org>\n";
        let expected = [
            "1: Ann Lee|ann@example.org",
            "1: Bo|bo@example.org",
            "2: Cy|cy@example.org",
        ];
        assert_eq!(read(text), Some(expected.map(Into::into).to_vec()));
        let text =
            "To: Ann Lee <ann@example.org>,\n Bo <bo@example.org>\nCc: Cy <cy@example.org>\n";
        assert_eq!(read(text).map(|rows| rows.len()), Some(3));
        assert_eq!(
            read("ann@example.org, bo@example.org\n").map(|rows| rows.len()),
            Some(2)
        );
    }

    #[test]
    fn another_text_with_addresses_is_no_list_of_recipients() {
        for text in [
            "Ann Lee <ann@example.org>\nBo Day <bo@example.org>\n",
            "ann@example.org,bo@example.org\ncy@example.org,di@example.org\n",
            "Name,Email\nAnn,ann@example.org\n",
            "Ann,ann@example.org,bo@example.org\n",
            "Ann <ann@example.org>, Bo <bo@example.org>, vegan\n",
            "Ann <ann@example.org>, vegan,\n",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_that_may_be_two_is_refused_and_so_is_what_goes_on_otherwise() {
        let text = "Ann Lee <ann@example.org>, Bo Day, Cy Fox <cy@example.org>\n";
        let error = super::read("a.txt", text, How::default()).expect_err("whose?");
        let message = "`a.txt` does not tell whose address `cy@example.org` is";
        assert_eq!(error.to_string(), message);
        let text = "Ann Lee <ann@example.org>, Bo <bo@example.org>\n\nSee you there\n";
        let error = super::read("a.txt", text, How::default()).expect_err("who?");
        let message = "`a.txt` begins with those whom a mail goes to, and goes on otherwise";
        assert_eq!(error.to_string(), message);
    }
}
