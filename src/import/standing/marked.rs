//! What a volunteer has written beside a name: that somebody does not come, or waits.

use super::super::Standing;
use super::super::columns::{heading, month};
use super::DOUBT;
use crate::import::name::is_two_words;
use crate::import::standing;

/// Tells whether these may be the last letters of what stands behind a name.
fn may_end(letters: [u8; 3]) -> bool {
    matches!(
        &letters,
        b"led"
            | b"\xc3\xa9e"
            | b"ded"
            | b"ned"
            | b"ted"
            | b"ert"
            | b"agt"
            | b"det"
            | b"ule"
            | b"lee"
            | b"ado"
            | b"ada"
            | b"ane"
            | b"ano"
            | b"any"
            | b"ana"
            | b"ato"
            | b"ata"
            | b"rse"
            | b"ion"
            | b"slo"
            | b"aja"
            | b"ing"
            | b"ist"
            | b"jst"
            | b"ste"
            | b"zie"
            | b"out"
            | b"dim"
    )
}

/// Tells whether such words begin so.
fn may_begin(letters: [u8; 4]) -> bool {
    matches!(
        &letters,
        b"canc"
            | b"refu"
            | b"decl"
            | b"reje"
            | b"void"
            | b"stor"
            | b"abge"
            | b"annu"
            | b"remb"
            | b"reem"
            | b"anul"
            | b"odwo"
            | b"zwro"
            | b"gean"
            | b"teru"
            | b"rimb"
            | b"not "
            | b"no l"
            | b"wedi"
            | b"wait"
            | b"ware"
            | b"wart"
            | b"pull"
            | b"drop"
    )
}

/// The longest such sentence has so many words.
const MOST_WORDS: usize = 4;

/// Whether somebody comes, as it stands beside their name.
pub(in crate::import) enum Mark {
    /// It is plain; this is the name.
    Plain(String, Standing),
    /// It is not.
    Doubtful,
}

/// Looks for what stands beside a name. Of nearly all there is nothing.
pub(in crate::import) fn beside(name: &str) -> Option<Mark> {
    if !may_be(name) {
        return None;
    }
    let found = in_brackets(name).or_else(|| at_an_end(name));
    let found = found.and_then(|(rest, standing)| {
        let rest = rest
            .trim_matches(|c: char| c.is_whitespace() || "-\u{2013}\u{2014}:;,/*()[]".contains(c));
        let is_whole = rest.matches('(').count() == rest.matches(')').count();
        let is_known =
            is_whole && standing > Standing::Pending && rest.chars().any(char::is_alphabetic);
        is_known.then(|| Mark::Plain(rest.to_string(), standing))
    });
    found.or_else(|| {
        let words = heading(name);
        let mut words = words.split(' ');
        let any = words.clone().nth(1).is_some() && words.any(standing::is_plainly_off);
        any.then_some(Mark::Doubtful)
    })
}

/// Tells whether it is worth a look; most names are done with after this.
fn may_be(name: &str) -> bool {
    let lower = |byte: &u8| byte.to_ascii_lowercase();
    let ends = |end: &[u8; 3]| may_end(end.each_ref().map(lower));
    let starts = |start: &[u8; 4]| may_begin(start.each_ref().map(lower));
    let is_odd = |byte: &u8| matches!(byte, b'(' | b'[' | b':' | b',' | b'/' | b'*' | b'!' | 0xe2);
    let has_sign = || {
        let name = name.as_bytes();
        name.last().is_some_and(|last| !last.is_ascii())
            || name.iter().any(is_odd)
            || name.contains(&b'-') && name.windows(3).any(|three| three == b" - ")
    };
    !is_two_words(name) && has_sign()
        || name.as_bytes().last_chunk().is_some_and(ends)
        || name.as_bytes().first_chunk().is_some_and(starts)
}

/// What stands in brackets before or behind a name, or behind a dash.
fn in_brackets(name: &str) -> Option<(&str, Standing)> {
    let name = name.trim();
    let behind = |open: char, close: char| {
        let (rest, inner) = name.strip_suffix(close)?.rsplit_once(open)?;
        Some((rest, inner))
    };
    let before = |open: char, close: char| {
        let (inner, rest) = name.strip_prefix(open)?.split_once(close)?;
        Some((rest, inner))
    };
    let dashed = || {
        let dashes = [" - ", " \u{2013} ", " \u{2014} "];
        dashes.iter().find_map(|dash| name.rsplit_once(*dash))
    };
    let found = behind('(', ')')
        .or_else(|| behind('[', ']'))
        .or_else(|| before('(', ')'))
        .or_else(|| before('[', ']'))
        .or_else(dashed);
    let (rest, inner) = found?;
    let word = heading(inner);
    // Of what is said at more length nobody knows what it is about: `cancelled last year`, `declined photo`.
    let said = standing::alone(&without_day(&word));
    let said = said.filter(|_| word.len() > 3 && !inner.contains('?'));
    Some((rest, said?))
}

/// Leaves out the day on which it was said.
fn without_day(words: &str) -> String {
    let is_day = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_digit()) || month(word).is_some() || *word == "on"
    };
    let left: Vec<&str> = words.split(' ').filter(|word| !is_day(word)).collect();
    left.join(" ")
}

/// What begins or ends a name in words that nobody is called.
fn at_an_end(name: &str) -> Option<(&str, Standing)> {
    let name = name.trim().trim_end_matches(['!', '.', '*']);
    let gaps: Vec<usize> = name.match_indices(' ').map(|(at, _)| at).collect();
    let nth = |nth: usize| {
        (
            gaps.get(nth).copied(),
            gaps.len().checked_sub(nth + 1).map(|at| gaps[at]),
        )
    };
    let doubts =
        |word: Option<&str>| word.is_some_and(|word| DOUBT.contains(&heading(word).as_str()));
    (0..MOST_WORDS).rev().find_map(|count| {
        let (first, last) = nth(count);
        let end = last.and_then(|at| Some((&name[..at], is_nobody(&name[at..], count)?)));
        let end = end.filter(|(rest, _)| !doubts(rest.split_whitespace().next_back()));
        let start = || first.and_then(|at| Some((&name[at..], is_nobody(&name[..at], count)?)));
        end.or_else(start)
    })
}

fn is_nobody(words: &str, gaps: usize) -> Option<Standing> {
    if words.contains('?') {
        return None;
    }
    let word = heading(words);
    match standing::exactly(&word) {
        // Somebody may be called so.
        _ if word.starts_with("de ") => None,
        Some(standing) if gaps > 0 => {
            Some(standing).filter(|standing| *standing > Standing::Pending)
        }
        Some(Standing::Waiting) if word.len() > 7 => Some(Standing::Waiting),
        _ => (gaps == 0 && standing::is_plainly_off(&word)).then_some(Standing::Cancelled),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str) -> String {
        match beside(name) {
            Some(Mark::Plain(name, standing)) => format!("{name}: {}", standing.word()),
            Some(Mark::Doubtful) => "?".to_string(),
            None => String::new(),
        }
    }

    #[test]
    fn what_stands_beside_a_name_is_known_in_all_languages_and_nobodys_name_is_taken_for_it() {
        for name in [
            "Bo Day (cancelled)",
            "Bo Day [Cancelled 3 March]",
            "CANCELLED Bo Day",
            "Cancelled: Bo Day",
            "Bo Day - no longer coming",
            "Bo Day \u{2013} can't come",
            "Bo Day cancelled",
            "Bo Day CANCELLED!",
            "(abgesagt) Bo Day",
            "Bo Day abgesagt",
            "Bo Day storniert",
            "Bo Day (annul\u{e9})",
            "Bo Day annul\u{e9}e",
            "Bo Day - cancelado",
            "ANULOWANO Bo Day",
            "Bo Day (wedi canslo)",
            "Wedi canslo Bo Day",
            "NOT COMING Bo Day",
            "Bo Day not coming",
            "Bo Day / withdrawn (withdrawn)",
            "Bo Day, refunded",
            "Bo Day nie przyjdzie (rezygnacja)",
        ] {
            let said = said(name);
            assert!(
                said.starts_with("Bo Day") && said.ends_with(": cancelled"),
                "{name}: {said}"
            );
        }
        for name in [
            "Bo Day (waiting list)",
            "WAITLIST Bo Day",
            "Bo Day auf Warteliste",
            "Bo Day - Warteliste",
        ] {
            assert_eq!(said(name), "Bo Day: waiting", "{name}");
        }
        for name in [
            "Bo Day (not cancelled)",
            "Bo Day not cancelled",
            "Bo Day (cancelled?)",
            "Bo Day (cancelled last year)",
            "Bo Day (declined photo)",
            "Bo Day (replaces Cy, cancelled)",
            "Bo Day (cancelled dinner only)",
            "Bo Day - cancelled lunch",
        ] {
            assert_eq!(said(name), "?", "{name}");
        }
        for name in [
            "Bo Day (she/her)",
            "Bo Day (paid)",
            "Ana Baja",
            "Void",
            "Cancelled",
            "Ada Lee-Regrets",
            "Anna Nie",
            "Sir Manuel Void",
            "Rosa Non",
            "Lee, Bo",
            "Bo Day (Leeds)",
            "Bo Day - Leeds",
            "Annulata",
            "Jo Ng (speaker)",
            "No Body",
            "Not Sure",
            "Bo Excuse",
            "Ng (No)",
            "Bo Day (coming)",
            "Juan de Baja",
        ] {
            assert_eq!(said(name), "", "{name}");
        }
    }
}
