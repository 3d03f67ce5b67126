use unicode_normalization::UnicodeNormalization;

use super::read::is_sign;
use super::texts::trimmed;
use crate::import::word_list::{WordList, list};

/// Words that belong to the name behind them.
pub(super) const PARTICLES: WordList = list![
    "al", "ap", "bin", "bint", "da", "de", "dei", "del", "den", "der", "di", "do", "dos", "du",
    "el", "ibn", "la", "le", "ten", "ter", "van", "von", "y",
];

/// Returns the form that names are compared by: without case, accents, apostrophes and order of words; blank if
/// nothing is left. Hyphens and dots separate words.
pub(super) fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    fold_into(name, &mut key);
    key
}

/// Adds the form that names are compared by to a text that is blank.
pub(super) fn fold_into(name: &str, key: &mut String) {
    if fold_plain(name, key) {
        return;
    }
    if name.is_ascii() {
        key.reserve(name.len());
        name.bytes().for_each(|byte| match byte {
            b'\'' | b'`' => {}
            b'a'..=b'z' | b'0'..=b'9' => key.push(char::from(byte)),
            _ => fold(char::from(byte), key),
        });
    } else {
        name.nfkd().for_each(|c| fold(c, key));
    }
    if !key.contains(' ') {
        return;
    }
    let mut words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    *key = words.join(" ");
}

/// Adds what [`fold_into`] adds, if the name [is two words](is_two_words).
fn fold_plain(name: &str, key: &mut String) -> bool {
    let Some((first, last)) = name.split_once(' ').filter(|_| is_two_words(name)) else {
        return false;
    };
    let lower = |byte: u8| byte.to_ascii_lowercase();
    let words = match first.bytes().map(lower).gt(last.bytes().map(lower)) {
        true => [last, " ", first],
        false => [first, " ", last],
    };
    key.extend(words);
    key.make_ascii_lowercase();
    true
}

/// Tells whether a name is two words of ASCII letters, as that of nearly everybody: of such a one much need not be asked.
pub(super) fn is_two_words(name: &str) -> bool {
    let name = name.as_bytes();
    let gaps = name.iter().filter(|byte| **byte == b' ').count();
    let is_edged = name.starts_with(b" ") || name.ends_with(b" ");
    let is_plain = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b' ';
    gaps == 1 && !is_edged && name.iter().all(is_plain)
}

/// Tells whether all words of a text are words of a name.
pub(super) fn is_part(text: &str, name: &str) -> bool {
    let (text, name) = (key(text), key(name));
    text.split(' ')
        .all(|word| name.split(' ').any(|known| known == word))
}

/// Returns `Jo Lawson` for `Lawson, Jo`; nothing for a name with no comma or with several, or of more than one person.
pub(super) fn turned(name: &str) -> Option<String> {
    let (family, given) = name.split_once(',')?;
    let (family, given) = (family.trim(), given.trim());
    let is_part = |part: &str| {
        !part.is_empty()
            && !part.contains([',', '&', '/', '+', '@', '('])
            && !part.chars().any(char::is_numeric)
            // `von und zu Guttenberg` is one family.
            && !part
                .replace("von und zu ", "")
                .split(' ')
                .any(|word| ["and", "und", "et", "y", "i", "a"].contains(&word))
    };
    (is_part(family) && is_part(given)).then(|| format!("{given} {family}"))
}

/// Tells whether anything is left of a name to compare by.
pub(super) fn says_something(name: &str) -> bool {
    name.bytes().any(|b| b.is_ascii_alphanumeric()) || !key(name).is_empty()
}

fn fold(c: char, folded: &mut String) {
    match c {
        '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | 'ʻ' | '\u{2032}' => {}
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
        'ß' | 'ẞ' => folded.push_str("ss"),
        'ł' | 'Ł' => folded.push('l'),
        'ø' | 'Ø' => folded.push('o'),
        'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
        'þ' | 'Þ' => folded.push_str("th"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'œ' | 'Œ' => folded.push_str("oe"),
        'ı' => folded.push('i'),
        _ if c.is_whitespace() || c.is_ascii_punctuation() => folded.push(' '),
        '–' | '—' | '‐' | '‑' | '·' | '“' | '”' | '„' | '«' | '»' | '،' => {
            folded.push(' ');
        }
        'A'..='Z' => folded.push(c.to_ascii_lowercase()),
        // What somebody put before a name in a list is no part of it.
        _ if is_sign(c) => {}
        _ => folded.extend(c.to_lowercase()),
    }
}

/// Tells whether two names that are not the same may be one person's: a slip of the keyboard, a nickname or initial for
/// a word, a word left out. Takes keys. It may only ever propose.
pub(super) fn nearly_the_same(one: &str, other: &str) -> bool {
    let (one, other) = (plain_umlauts(one), plain_umlauts(other));
    let (mut short, mut long): (Vec<&str>, Vec<&str>) =
        (one.split(' ').collect(), other.split(' ').collect());
    if short.len() > long.len() {
        std::mem::swap(&mut short, &mut long);
    }
    let mut same = 0;
    let mut unmatched: Vec<&str> = Vec::new();
    for word in &short {
        match long.iter().position(|candidate| candidate == word) {
            Some(at) => {
                long.swap_remove(at);
                same += 1;
            }
            None => unmatched.push(word),
        }
    }
    // A slip or two, also one that makes two words of one; in a word of three letters two slips make another word.
    let (left, right) = (unmatched.concat(), long.concat());
    let slips = strsim::osa_distance(&left, &right);
    if one.len() > 4 && (slips <= 1 || slips == 2 && left.len().min(right.len()) > 3) {
        return true;
    }
    match unmatched.as_slice() {
        [] => same > 0,
        [word] => same > 0 && long.iter().any(|candidate| akin(word, candidate)),
        _ => false,
    }
}

/// Tells whether a word may stand for another: an initial, a beginning, a slip.
fn akin(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one) || strsim::jaro_winkler(one, other) >= 0.88
}

/// `mueller` and `muller` are two ways to write one name.
pub(super) fn plain_umlauts(key: &str) -> String {
    key.replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

/// Tells of two spellings with the same key whether the first says more: `José` more than `Jose`, `Ada Byron` more than
/// `ADA BYRON`.
pub(super) fn richer(one: &str, other: &str) -> bool {
    let richness = |name: &str| {
        let mixed = name.chars().any(char::is_lowercase) && name.chars().any(char::is_uppercase);
        let marked = name
            .chars()
            .filter(|c| !c.is_ascii() && c.is_alphabetic())
            .count();
        let punctuated = name
            .chars()
            .filter(|c| !c.is_alphanumeric() && !" ,".contains(*c))
            .count();
        // A comma only tells that the family name stands first.
        let bare = !name.contains(is_sign);
        (bare, mixed, marked, punctuated, !name.contains(','))
    };
    richness(one) > richness(other)
}

/// Tells whether a name has no letter.
pub(super) fn is_wordless(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(char::is_alphabetic)
}

/// Tells whether a text stands for no name, address or number.
pub(super) fn is_placeholder(text: &str) -> bool {
    const WORDS: [&str; 11] = [
        "tbc",
        "tba",
        "to be confirmed",
        "none",
        "anonymous",
        "anonym",
        "unknown",
        "(none)",
        "nil",
        "info requested",
        "info requested info requested",
    ];
    let text = trimmed(text);
    is_mark(text) || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Tells whether a text stands at the foot of a list and counts it, or says where it comes from.
pub(super) fn is_total(text: &str) -> bool {
    const WORDS: [&str; 11] = [
        "total",
        "totals",
        "grand total",
        "subtotal",
        "sum",
        "summe",
        "gesamt",
        "gesamtzahl",
        "razem",
        "suma",
        "cyfanswm",
    ];
    const STARTS: [&str; 12] = [
        "total ",
        "total:",
        "grand total",
        "summe:",
        "gesamt:",
        "exported ",
        "generated ",
        "printed ",
        "downloaded ",
        "exportiert ",
        "erstellt ",
        "page ",
    ];
    let text = text.trim().to_lowercase();
    WORDS.contains(&text.trim_end_matches(':'))
        || STARTS.iter().any(|start| text.starts_with(start))
}

/// Tells whether a text is only a mark for "nothing".
pub(super) fn is_mark(text: &str) -> bool {
    const MARKS: [&str; 11] = [
        "", "-", "--", "---", "–", "—", ".", "?", "n/a", "n.a.", "null",
    ];
    let text = trimmed(text);
    // Nearly every answer is longer than each of them.
    text.len() <= 4 && MARKS.iter().any(|mark| text.eq_ignore_ascii_case(mark))
        || text.starts_with('#') && is_error(text)
}

/// Tells whether a text is what a spreadsheet writes where it could not work something out.
fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 9] = [
        "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#ERROR!", "#NV",
    ];
    ERRORS.contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_case_accents_and_order() {
        for (one, other) in [
            ("José de la Fuente", "JOSE DE LA FUENTE"),
            ("Smith, Bob", "Bob Smith"),
            ("Cormac O'Gormley", "Cormac O’Gormley"),
            ("Zieliński", "Zielinski"),
            ("Jörg Weißhäupl", "Jorg Weisshaupl"),
            ("Llŷr  Penhallt ", "llyr penhallt"),
        ] {
            assert_eq!(key(one), key(other));
        }
        assert_ne!(key("Anna Smith"), key("Anne Smith"));
        assert_ne!(key("J Smith"), key("John Smith"));
        assert_eq!(key(" - "), "");
    }

    #[test]
    fn likeness_proposes_slips_and_nicknames_and_no_couples() {
        let nearly = |one, other| nearly_the_same(&key(one), &key(other));
        for (one, other) in [
            ("Rob Smith", "Robert Smith"),
            ("J Smith", "John Smith"),
            ("Jurgen Muller", "Juergen Mueller"),
            ("Dr Ada Byron", "Ada Byron"),
            ("Ada Lovelace", "Adah Lovelace"),
            ("Ada", "Ada Lovelace"),
            ("Anna Lee Smith", "Annalee Smith"),
            ("Grzegorz Nowak", "Gregorz Nowack"),
            ("Jones", "Jonse"),
        ] {
            assert!(nearly(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("Brenda Haslingden", "Walter Haslingden"),
            ("Chinedu Okparaeke", "Blessing Adeyinka"),
            ("Hannah Greenhurst", "Callum Greenhurst"),
            ("Jo Lawson", "Al Lawson"),
            ("Ian Ashworth", "Ann Ashworth"),
        ] {
            assert!(!nearly(one, other), "{one} {other}");
        }
    }

    #[test]
    fn a_name_is_turned_round_where_one_comma_parts_it() {
        for (name, turned_round) in [
            ("Lawson, Jo", Some("Jo Lawson")),
            (
                "García Márquez, María José",
                Some("María José García Márquez"),
            ),
            ("Jo Lawson", None),
            ("Lawson,", None),
            ("Lawson, Jo, MBE", None),
            ("Lawson, Jo and Al", None),
        ] {
            assert_eq!(turned(name).as_deref(), turned_round, "{name}");
        }
    }

    #[test]
    fn of_two_spellings_the_richer_one_is_known() {
        assert!(richer("José", "Jose"));
        assert!(richer("Farida Patankar", "FARIDA PATANKAR"));
        assert!(!richer("Jose", "José"));
        assert!(!richer("Bob Smith", "Smith Bob"));
        assert!(richer("Bob Smith", "Smith, Bob"));
    }
}
