use crate::import::columns::heading;
use crate::import::standing::{self, Standing};

/// Marks of who comes.
const COMING: &str = "✅✔☑✓👍🙋🟢";
/// Marks of who does not.
const AWAY: &str = "❌✖✗✘❎👎🚫⛔🙅🔴";
/// Marks of who does not know.
const OPEN: &str = "❓❔🤔🤷🟡🟠";

/// What stands beside a sign and only says what it looks like: joiners, colours of skin, a man and a woman.
fn is_shade(c: char) -> bool {
    matches!(
        c,
        '\u{fe0f}' | '\u{200d}' | '♂' | '♀' | '\u{1f3fb}'..='\u{1f3ff}'
    )
}

/// Tells whether a character is one of these marks, or the shade of one.
pub(in crate::import) fn is_sign(c: char) -> bool {
    // Those of all letters with accents stand far before them.
    c >= '\u{2600}' && (c == '\u{fe0f}' || of_sign(c).is_some())
}

fn of_sign(c: char) -> Option<Standing> {
    let all = [
        (COMING, Standing::Coming),
        (AWAY, Standing::Cancelled),
        (OPEN, Standing::Pending),
    ];
    let known = all.into_iter().find(|(signs, _)| signs.contains(c));
    known.map(|(_, standing)| standing)
}

/// What a mark beside a name says of whether somebody comes, and the name without it: a sign before or behind it, or, in a
/// list that is `typed`, words in brackets or behind a dash. None if nothing beside it says so.
pub(in crate::import) fn taken_off(cell: &str, typed: bool) -> Option<(Standing, String)> {
    // Nearly all names end here: they begin and end with a letter, and hold nothing else but letters.
    let bytes = cell.as_bytes();
    let is_plain = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b' ';
    if bytes.iter().all(is_plain) {
        return None;
    }
    // The number of a line may stand before the sign.
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    let behind = cell[digits..].strip_prefix(['.', ')']);
    let (number, rest) = match behind.filter(|_| digits > 0) {
        Some(rest) => cell.split_at(cell.len() - rest.len()),
        None => ("", cell),
    };
    let rest = rest.trim();
    let whole = |name: &str| format!("{number} {name}").trim().to_string();
    let apart = |c: char| is_shade(c) || c.is_whitespace() || "-–—:".contains(c);
    let mut first = rest.chars();
    if let Some(standing) = first.next().and_then(of_sign) {
        let name = first.as_str().trim_start_matches(apart);
        return Some((standing, whole(name)));
    }
    let mut last = rest.trim_end_matches(is_shade).chars();
    if let Some(standing) = last.next_back().and_then(of_sign) {
        let name = last.as_str().trim_end_matches(|c| apart(c) && c != ':');
        return Some((standing, whole(name)));
    }
    let (name, words) = in_words(rest).filter(|_| typed)?;
    let word = heading(words);
    let said = standing::alone(&word).filter(|said| *said != Standing::Coming);
    // `Ada (no)` may have said no to anything.
    said.filter(|_| word.len() > 3 && !name.is_empty())
        .map(|said| (said, whole(name)))
}

/// Parts a name from what stands in brackets or a dash behind it.
fn in_words(text: &str) -> Option<(&str, &str)> {
    let brackets = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    let dashes = || {
        let dash = [" - ", " – ", " — "].into_iter();
        dash.filter_map(|dash| text.rsplit_once(dash)).next()
    };
    let (name, words) = brackets.or_else(dashes)?;
    Some((name.trim(), words.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_is_a_part_of_a_name() {
        for sign in [COMING, AWAY, OPEN].iter().flat_map(|signs| signs.chars()) {
            assert!(is_sign(sign), "{sign}");
            let first = sign.to_string().into_bytes()[0];
            assert!([0xE2, 0xF0].contains(&first), "{sign}");
        }
    }

    #[test]
    fn what_stands_beside_a_name_says_whether_somebody_comes() {
        let (yes, no) = (Standing::Coming, Standing::Cancelled);
        for (cell, standing, name) in [
            ("✅ Ada Byron", yes, "Ada Byron"),
            ("✔\u{fe0f} Ada Byron", yes, "Ada Byron"),
            ("👍🏽 Ada Byron", yes, "Ada Byron"),
            ("❌ - Ada Byron", no, "Ada Byron"),
            ("3. ❌ Ada Byron", no, "3. Ada Byron"),
            ("Ada Byron ❌", no, "Ada Byron"),
            ("🤷\u{200d}♀\u{fe0f} Ada", Standing::Pending, "Ada"),
            ("Ada Byron (maybe)", Standing::Pending, "Ada Byron"),
            ("Ada Byron - can't make it", no, "Ada Byron"),
            ("❌", no, ""),
            ("Not coming: ❌", no, "Not coming:"),
        ] {
            let expected = Some((standing, name.to_string()));
            assert_eq!(taken_off(cell, true), expected, "{cell}");
        }
        for cell in [
            "",
            "Ada Byron",
            "Zoë Ó Briain",
            "Ada Byron (vegan)",
            "Ada Byron (no)",
            "Ada Byron - 07700 900123",
            "Ada Byron (new)",
            "Ada Byron (cancelled last year)",
            "Ada Byron - declined photo",
            "1. Ada Byron",
        ] {
            assert_eq!(taken_off(cell, true), None, "{cell}");
        }
        assert_eq!(taken_off("Ada Byron (maybe)", false), None);
    }
}
