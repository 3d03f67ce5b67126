use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1254};

use super::charset::{CP850, CP852, Charset, Dos};
use super::language::{self, Family};
use super::latin::{Sense, sense, undecided};
use crate::error::Result;
use crate::model::order_by_key;

/// How much better than the usual encodings a rarer one must be, for it to be taken without a question.
const CERTAIN: i64 = 3;
/// The same of Windows-1254, which is Windows-1252 apart from six letters.
const LIKELY: i64 = 2;

/// So much of a file may be its headings.
const MOST: usize = 2_000;

/// Bytes that are a letter in DOS, and in Windows a sign that stands beside words: `“`, `…`, a space that breaks no line.
const SIGNS: [u8; 10] = [0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xa0, 0xa1];

/// What a rarer encoding makes of the words.
struct Rival {
    charset: Charset,
    words: Vec<String>,
    score: i64,
    /// The score without the letters that may be signs.
    least: i64,
}

/// Weighs the encoding of DOS and of Turkey against the best of the usual ones, which stays as long as these do not make
/// more sense; what was `usual` is also how the question between two of them was decided.
///
/// # Errors
/// When one is about as likely as the best of the others, or that was not decided.
pub(super) fn weigh(
    name: &str,
    bytes: &[u8],
    contexts: &[(&[u8], usize)],
    (best, usual): (Sense, Result<&'static Encoding>),
) -> Result<Charset> {
    let ask = |rival: Rival, best: Sense| {
        let other = Charset::Web(best.encoding).name();
        Err(undecided(
            name,
            (rival.charset.name(), rival.words),
            (other, best.words),
        ))
    };
    let turkish = turkish(bytes, contexts);
    let more = turkish.score - best.score;
    if turkish.words != best.words && more > 0 {
        match more {
            LIKELY.. => return Ok(turkish.charset),
            _ => return ask(turkish, best),
        }
    }
    let pages = [(&CP850, Family::Western), (&CP852, Family::Central)];
    let mut pages = pages.map(|(page, family)| dos(page, family, contexts));
    order_by_key(&mut pages, |rival| -rival.score);
    let [rival, other] = pages;
    let more = match &usual {
        // Both have letters where Windows has signs.
        Ok(encoding) if *encoding == MACINTOSH => {
            let familiar = familiar(&rival.words) - familiar(&best.words);
            match rival.score + familiar - best.score {
                1.. => CERTAIN,
                0 => 1,
                _ => 0,
            }
        }
        Ok(_) => rival.least - best.score,
        // A question between others stays one.
        Err(_) if rival.least < 1 || rival.least - best.score < CERTAIN => 0,
        Err(_) => CERTAIN,
    };
    match more {
        ..=0 => usual.map(Charset::Web),
        _ if more < CERTAIN => ask(rival, best),
        _ if other.score == rival.score && other.words != rival.words => Err(undecided(
            name,
            (rival.charset.name(), rival.words),
            (other.charset.name(), other.words),
        )),
        _ => Ok(rival.charset),
    }
}

fn turkish(bytes: &[u8], contexts: &[(&[u8], usize)]) -> Rival {
    let charset = Charset::Web(WINDOWS_1254);
    let head = charset.decode(&bytes[..bytes.len().min(MOST)]);
    let head = head.lines().next().unwrap_or_default();
    let rival = rival(charset, Family::Turkish, contexts);
    Rival {
        score: rival.score + language::turkish_headings(head),
        ..rival
    }
}

fn dos(page: &'static Dos, family: Family, contexts: &[(&[u8], usize)]) -> Rival {
    rival(Charset::Dos(page), family, contexts)
}

fn rival(charset: Charset, family: Family, contexts: &[(&[u8], usize)]) -> Rival {
    let (mut words, mut score, mut least) = (Vec::new(), 0, 0);
    for (bytes, times) in contexts {
        let word = charset.decode(bytes).into_owned();
        let times = (*times).min(9) as i64;
        let here = (sense(&word, family) + placed(&word, charset, family)) * times;
        let inside = |at: usize| at > 0 && bytes[at - 1].is_ascii_alphabetic();
        let is_sign =
            |(at, byte): (usize, &u8)| SIGNS.contains(byte) && !(*byte == 0xa1 && inside(at));
        let signs = bytes.iter().enumerate().filter(|one| is_sign(*one)).count() as i64;
        score += here;
        least += here - 2 * signs * times;
        words.push(word);
    }
    Rival {
        charset,
        words,
        score,
        least,
    }
}

/// What speaks for letters where they stand, or against them, of which the others have none.
fn placed(word: &str, charset: Charset, family: Family) -> i64 {
    let is_dos = matches!(charset, Charset::Dos(_));
    let lower = |c: char| match (c, family) {
        // A capital `I` is that of `ı`.
        ('I', Family::Turkish) => 'ı',
        _ => c.to_lowercase().next().unwrap_or(c),
    };
    let of_part = |part: &str| {
        let lower: Vec<char> = part.chars().map(lower).collect();
        let foreign = part.chars().enumerate().filter(|(_, c)| !c.is_ascii());
        let each = foreign.map(|(at, _)| match (lower[at], family) {
            ('ğ' | 'ı' | 'ş', Family::Turkish) => turkish_letter(&lower, at),
            _ if is_dos => dos_letter(&lower, at),
            _ => 0,
        });
        each.sum::<i64>()
    };
    let parts = word.split(|c: char| !c.is_alphabetic());
    parts
        .filter(|part| part.chars().count() > 1)
        .map(of_part)
        .sum()
}

fn is_vowel(c: Option<&char>) -> bool {
    c.is_some_and(|c| "aeiouyáéíóúýäöüâôëěıœ".contains(*c))
}

/// The letters that only Turkish has: `ğ` stands behind a vowel, `ı` beside `a` and `ı` only. What is `ğ` and `ş` to one
/// table is `ð` and `þ` to the other, which Icelandic has where Turkish does not.
fn turkish_letter(part: &[char], at: usize) -> i64 {
    let before = &part[..at];
    let behind = &part[at + 1..];
    let starts = |start: &str| part.iter().take(start.chars().count()).collect::<String>() == start;
    let vowels = |some: &[char]| {
        some.iter()
            .copied()
            .filter(|c| *c != 'y' && is_vowel(Some(c)))
            .collect::<Vec<char>>()
    };
    match part[at] {
        'ğ' if !is_vowel(before.last()) || before.len() > 1 && is_vowel(before.get(at - 2)) => -3,
        'ğ' if starts("guğ") || starts("ağal") => -1,
        'ğ' => i64::from("aou".contains(before[at - 1])),
        'ı' => {
            let harmonic = |c: Option<&char>| c.is_none_or(|c| "aı".contains(*c));
            let fits = harmonic(vowels(before).last()) && harmonic(vowels(behind).first());
            match fits {
                true => i64::from(!behind.is_empty()),
                false => -2,
            }
        }
        _ if at > 0 => 1,
        // Þór, Þorsteinn, Þráinn
        _ if behind.first().is_some_and(|c| "oóúíörjy".contains(*c)) => -2,
        _ => 0,
    }
}

/// Letters that stand where hardly any language of DOS has them.
fn dos_letter(part: &[char], at: usize) -> i64 {
    let (before, behind) = (at.checked_sub(1).map(|at| part[at]), part.get(at + 1));
    let (left, right) = (is_vowel(before.as_ref()), is_vowel(behind));
    let odd = match part[at] {
        // `Weiß` is hardly `Weiá`, and `Zieliński` hardly `Zieliäski`.
        'ß' if left && (behind.is_none() || behind == Some(&'e')) => return 1,
        'ń' if left && behind.is_some_and(|c| "sck".contains(*c)) => return 1,
        // No `ß` begins a syllable: `Mßrtin` is `Mártin`.
        'ß' => !left || behind.is_some_and(|c| "nrstcdgj".contains(*c)),
        'ł' => !left && !right,
        'ő' => left,
        'û' => right,
        _ => false,
    };
    -i64::from(odd)
}

/// What speaks against letters of words that both Macs and DOS have for the same bytes: few names have them there.
fn familiar(words: &[String]) -> i64 {
    let of_word = |word: &String| {
        let chars: Vec<char> = word.chars().collect();
        let parts = chars.split(|c| !c.is_alphabetic());
        let of_part = |part: &[char]| {
            let lower: Vec<char> = part.iter().flat_map(|c| c.to_lowercase()).collect();
            let strange = (0..lower.len())
                .filter(|at| is_strange(&lower, *at))
                .count();
            let small = part
                .first()
                .is_some_and(|c| !c.is_ascii() && c.is_lowercase());
            strange as i64 + i64::from(small && !(part[0] == 'ü' && part.get(1) == Some(&'b')))
        };
        parts.map(of_part).sum::<i64>()
    };
    -words.iter().map(of_word).sum::<i64>()
}

fn is_strange(part: &[char], at: usize) -> bool {
    let left = at
        .checked_sub(1)
        .is_some_and(|before| is_vowel(part.get(before)));
    let right = is_vowel(part.get(at + 1));
    let behind = |letters: &str| part.get(at + 1).is_some_and(|c| letters.contains(*c));
    match part[at] {
        'û' | 'ù' | 'ò' | 'ì' | 'ÿ' => true,
        // Benoît, and neither Jîrg nor Benoöt
        'î' => !left,
        'ö' | 'ä' | 'à' | 'å' => left || right && part[at] != 'ä',
        'ë' if at > 0 && part[at - 1] == 'i' => !behind("l"),
        'ï' | 'ë' => !left,
        'ç' => !behind("aou") && at > 0,
        // Hélène, and neither Kèthe nor Jèger
        'è' => !behind("rvnslmtc") || part.get(at + 2).is_some_and(|c| !"erisa".contains(*c)),
        // Groß and Weiß, and hardly Grož and Weiž
        'ž' => {
            left && at + 1 == part.len()
                && (part[at - 1] == 'o' || at > 1 && is_vowel(part.get(at - 2)))
        }
        'â' => left && part[at - 1] != 'i',
        'á' => behind("ou"),
        'ê' | 'ã' => !behind("toelm"),
        'æ' => left || right,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::latin;
    use super::*;
    use encoding_rs::{ISO_8859_2, WINDOWS_1250, WINDOWS_1252};

    /// The bytes of a text in an encoding.
    fn bytes(text: &str, charset: Charset) -> Vec<u8> {
        let byte = |c: char| {
            let is = |byte: &u8| charset.decode(&[*byte]).chars().eq([c]);
            (0..=255)
                .find(is)
                .unwrap_or_else(|| panic!("{c} in {text}"))
        };
        text.chars().map(byte).collect()
    }

    fn read(text: &str, charset: Charset) -> String {
        let bytes = bytes(text, charset);
        match latin::decide("a.csv", &bytes) {
            Ok(found) if found.decode(&bytes) == text => "right".to_string(),
            Ok(found) => format!("{}: {}", found.name(), found.decode(&bytes)),
            Err(_) => "asked".to_string(),
        }
    }

    const WESTERN: [&str; 26] = [
        "Jörg Müller",
        "Zoë Fox",
        "Siân Rees",
        "Käthe Groß",
        "René",
        "José García",
        "Núñez",
        "François",
        "Jürgen",
        "Peña",
        "Muñoz",
        "Jürgen Groß",
        "Benoît",
        "Ångström",
        "João Simões",
        "Größe",
        "Chloë Día",
        "Geneviève",
        "Håkan",
        "Jäger",
        "Siôn Núñez",
        "Renée",
        "Martín",
        "Hélène",
        "Günther Weiß",
        "Böhm Müller",
    ];

    #[test]
    fn names_tell_an_encoding_of_dos_from_those_of_windows_and_of_macs() {
        const POLISH: [&str; 3] = ["Michał Gołąb", "Wójcik", "Müller"];
        for (charset, names) in [
            (Charset::Dos(&CP850), &WESTERN[..]),
            (Charset::Dos(&CP852), &POLISH),
            (Charset::Web(WINDOWS_1252), &WESTERN),
            (
                Charset::Web(WINDOWS_1250),
                &["Zieliński", "Wójcik", "Dvořák", "Černý", "Malý", "Křiž"],
            ),
            (Charset::Web(ISO_8859_2), &["Michał Gołąb", "Zieliński"]),
            (
                Charset::Web(MACINTOSH),
                &[
                    "Käthe",
                    "Weiß",
                    "Siân Rees",
                    "Peña",
                    "Márquez",
                    "Benoît",
                    "Åsa Öberg",
                    "Straße",
                ],
            ),
            (
                Charset::Web(WINDOWS_1252),
                &[
                    "Márquez",
                    "Hernández",
                    "vegan…",
                    "£5",
                    "Ann\u{a0}Lee",
                    "Lee\u{a0}",
                    "it’s",
                ],
            ),
        ] {
            for name in names {
                assert_eq!(read(name, charset), "right", "{name} in {}", charset.name());
            }
        }
    }

    #[test]
    fn letters_of_names_tell_turkish_from_icelandic() {
        for name in ["Ayşe Yılmaz", "İğdem Çağ", "Işık", "Oğuz Güneş"] {
            assert_eq!(read(name, Charset::Web(WINDOWS_1254)), "right", "{name}");
        }
        for name in [
            "Guðmundur",
            "Þorsteinn",
            "Þór",
            "Guðrún",
            "Ýmir",
            "Björk Guðmundsdóttir",
        ] {
            assert_eq!(read(name, Charset::Web(WINDOWS_1252)), "right", "{name}");
        }
    }

    #[test]
    fn where_a_letter_may_be_either_a_question_is_asked() {
        for (name, charset) in [
            ("Doğan", Charset::Web(WINDOWS_1254)),
            ("Weiß", Charset::Dos(&CP850)),
            ("Zieliński", Charset::Dos(&CP852)),
            ("goûter", Charset::Dos(&CP850)),
            ("croûte", Charset::Dos(&CP850)),
            ("Gruppe Ö", Charset::Dos(&CP850)),
            ("“hello”", Charset::Web(WINDOWS_1252)),
        ] {
            assert_eq!(read(name, charset), "asked", "{name}");
        }
    }
}
