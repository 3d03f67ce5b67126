use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_2, MACINTOSH, WINDOWS_1250, WINDOWS_1252};

use super::charset::Charset;
use super::context::contexts;
use super::language::Family;
use super::{language, rivals, signs, spanish, spelled};
use crate::error::{Error, Finding, Result};
use crate::model::order_by_key;

/// The encodings of the spreadsheets of Europe, the likeliest first.
const CANDIDATES: [&Encoding; 4] = [WINDOWS_1252, WINDOWS_1250, MACINTOSH, ISO_8859_2];

/// What a question of Spanish is worth to the encoding that has its first mark.
const QUESTION: i64 = 3;

/// How well an encoding makes sense of the words.
pub(super) struct Sense {
    pub(super) encoding: &'static Encoding,
    pub(super) score: i64,
    pub(super) words: Vec<String>,
}

/// Decides between the encodings of one byte a character by what makes those that are not ASCII letters inside words.
///
/// Where Western and Central European letters make equal sense, frequencies of letter pairs decide.
///
/// # Errors
/// When two are equally likely, or none makes sense.
pub(super) fn decide(name: &str, bytes: &[u8]) -> Result<Charset> {
    let contexts = contexts(bytes);
    let mut contexts: Vec<(&[u8], usize)> = contexts.into_iter().collect();
    contexts.sort_unstable();
    let (best, usual) = usual(name, bytes, &contexts);
    rivals::weigh(name, bytes, &contexts, (best, usual))
}

/// Decides between the usual encodings. Returns the one that makes most sense as well, also where that is not enough.
fn usual(
    name: &str,
    bytes: &[u8],
    contexts: &[(&[u8], usize)],
) -> (Sense, Result<&'static Encoding>) {
    let times: usize = contexts.iter().map(|(_, times)| times.min(&9)).sum();
    let guess = guess(contexts);
    let questions = QUESTION * spanish::questions(bytes) as i64;
    let or = i64::from(spanish::says_or(bytes, contexts));
    let mut senses = CANDIDATES.map(|encoding| {
        let decode = |word: &&[u8]| encoding.decode_without_bom_handling(word).0.into_owned();
        let words: Vec<String> = contexts.iter().map(|(word, _)| decode(word)).collect();
        let senses = words.iter().zip(contexts);
        let senses = senses
            .map(|(word, (_, times))| sense(word, Family::of(encoding)) * (*times).min(9) as i64);
        let turned = match encoding {
            _ if encoding == WINDOWS_1252 => questions,
            _ if encoding == MACINTOSH => or,
            _ => 0,
        };
        let score = senses.sum::<i64>() + turned + language::headings(bytes, encoding);
        Sense {
            encoding,
            score,
            words,
        }
    });
    order_by_key(&mut senses, |sense| (-sense.score, sense.encoding != guess));
    let [best, others @ ..] = &senses;
    let rival = others.iter().find(|other| is_undecided(best, other));
    let shown = |sense: &Sense| (spelled(sense.encoding), sense.words.clone());
    let same = |encoding: &&Encoding| {
        senses
            .iter()
            .any(|sense| sense.encoding == *encoding && sense.words == best.words)
    };
    let decided = match rival {
        _ if best.score < -(times as i64) => Err(senseless(name, best, guess)),
        Some(rival) => Err(undecided(name, shown(best), shown(rival))),
        None => Ok(CANDIDATES.into_iter().find(same).unwrap_or(best.encoding)),
    };
    let [best, ..] = senses;
    (best, decided)
}

/// Says whether two encodings differ in what nothing but their scores can tell, and these hardly differ.
fn is_undecided(one: &Sense, other: &Sense) -> bool {
    let is = |sense: &Sense, encoding: &'static Encoding| sense.encoding == encoding;
    let mac = is(one, MACINTOSH) != is(other, MACINTOSH);
    let western = is(one, WINDOWS_1252) != is(other, WINDOWS_1252);
    let least = match (mac, western) {
        (true, _) => 2,
        (_, true) => 1,
        _ => return false,
    };
    one.score - other.score < least && one.words != other.words
}

/// What the frequencies of letter pairs say.
fn guess(contexts: &[(&[u8], usize)]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    for (word, _) in contexts {
        detector.feed(word, false);
        detector.feed(b" ", false);
    }
    detector.feed(b"", true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Says how much sense a word makes: more than 0 for letters in their place, less for signs between letters.
pub(super) fn sense(word: &str, family: Family) -> i64 {
    let chars: Vec<char> = word.chars().collect();
    let mut sum = 0;
    for (index, &c) in chars.iter().enumerate() {
        if !c.is_ascii() && !is_letter(c) {
            sum += signs::sense(&chars, index);
        }
    }
    let letters = |part: &&[char]| part.iter().any(|c| !c.is_ascii());
    let parts = chars.split(|c| !is_letter(*c)).filter(letters);
    sum + parts.map(|part| letters_sense(part, family)).sum::<i64>()
}

/// A run of letters, some of which are not ASCII.
fn letters_sense(part: &[char], family: Family) -> i64 {
    let foreign = part.iter().filter(|c| !c.is_ascii()).count() as i64;
    let rises = part
        .windows(2)
        .any(|two| two[0].is_lowercase() && two[1].is_uppercase());
    let shouts = part.len() > 2
        && part.windows(3).any(|three| {
            three[0].is_uppercase() && three[1].is_uppercase() && three[2].is_lowercase()
        });
    let is_turkish = family == Family::Turkish;
    let is_rare = |c: &&char| !is_turkish && "ÿıŸďĺĹŕŔľĽ".contains(**c);
    let rare = part.iter().filter(is_rare).count() as i64;
    let mixed = !language::is_of_one(part, family);
    if part.len() == 1 {
        0
    } else if rises || shouts {
        -4 * foreign
    } else if foreign > 2 && foreign * 5 > part.len() as i64 * 3 && !language::is_polish(part) {
        // Greek or Cyrillic read as Latin letters.
        -2 * foreign
    } else {
        2 * foreign - rare - misplaced(part) - 2 * i64::from(mixed)
    }
}

/// Counts letters that only Western or only Central European languages have where those do not have them: what is
/// `ñ` to one table is `ń` to the other, and one stands before vowels, the other before consonants.
fn misplaced(part: &[char]) -> i64 {
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
    let vowel = |at: Option<usize>| {
        at.and_then(|at| part.get(at))
            .is_some_and(|c| "aeiouyáéíóúýäöüâôëě".contains(lower(*c)))
    };
    let odd = |(at, c): (usize, &char)| {
        let (left, right) = (vowel(at.checked_sub(1)), vowel(Some(at + 1)));
        let before = |letter: char| at > 0 && lower(part[at - 1]) == letter;
        let behind = |letters: &str| {
            part.get(at + 1)
                .is_some_and(|c| letters.contains(lower(*c)))
        };
        match lower(*c) {
            'è' if is_french(part, at) => false,
            'č' if is_french(part, at) => true,
            'è' | 'ò' | 'ø' | 'æ' => left || right || lower(*c) == 'æ' && at + 1 == part.len(),
            'ć' if before('ś') || at == 0 => false,
            'č' | 'ň' | 'ř' | 'ć' => !left && !right,
            'œ' => !behind("utdcn"),
            'ś' => behind("u"),
            'ê' => before('i') || at + 1 == part.len() && at > 1 || behind("bdkzgp"),
            'û' => behind("cgjkz"),
            'ï' => at == 0,
            'õ' => behind("cdhkrstz"),
            // `Unite™`
            'ô' => left && at + 1 == part.len(),
            'þ' => at > 0,
            'ţ' => at == 0,
            'ę' => right || behind("mnrvl"),
            'ã' => at + 1 < part.len() && !behind("eio"),
            'ă' | 'ő' => behind("eio"),
            'ð' => at == 0,
            'đ' => at + 1 == part.len() || at > 0 && !right,
            'ñ' => !right,
            'ń' => right,
            'ì' | 'ù' => at + 1 < part.len(),
            'ě' | 'ů' => at + 1 == part.len(),
            _ => false,
        }
    };
    part.iter().enumerate().filter(|one| odd(*one)).count() as i64
}

/// Says whether one consonant or two and an `e` end the word behind a letter, as behind the `è` of `Lefèvre` and `Geneviève`,
/// and a letter stands before it.
fn is_french(part: &[char], at: usize) -> bool {
    let tail: String = part[at + 1..]
        .iter()
        .flat_map(|c| c.to_lowercase())
        .collect();
    let tail = tail.strip_suffix('s').unwrap_or(&tail);
    let between = tail.strip_suffix('e').unwrap_or_default();
    let consonant = |c: char| c.is_ascii_alphabetic() && !"aeiouykjwx".contains(c);
    let sound = ["gu", "qu"].contains(&between) || between.chars().all(consonant);
    at > 0 && sound && (1..=2).contains(&between.len())
}

/// Letters as words have them; not `ª`, `ƒ`, `µ`, `ˆ` or ligatures, which the tables of bytes are full of as well.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || c.is_alphabetic()
            && !matches!(c, 'ª' | 'º' | 'ƒ' | 'µ' | 'ˆ' | 'ˇ' | 'ﬁ' | 'ﬂ' | 'Ω' | 'π')
}

fn senseless(name: &str, best: &Sense, guess: &'static Encoding) -> Error {
    let example = best.words.first().map_or("", |word| word.trim());
    Error::new(format!(
        "the encoding of `{name}` cannot be told: as {} it has words such as `{example}`",
        spelled(best.encoding)
    ))
    .hint(format!(
        "save it again as CSV in UTF-8, or name its encoding: perhaps --encoding {}",
        guess.name().to_lowercase()
    ))
}

/// Says that a file can be read in two encodings, each with what it makes of the words.
pub(super) fn undecided(
    name: &str,
    (first, one): (&str, Vec<String>),
    (second, other): (&str, Vec<String>),
) -> Error {
    let differs = one.iter().zip(&other).find(|(a, b)| a != b);
    let (a, b) = differs.map_or(("", ""), |(a, b)| (a.trim(), b.trim()));
    let message = format!(
        "`{name}` can be read in two ways: `{a}` if it is in {first}, `{b}` if it is in {second}"
    );
    let hint = format!(
        "say which is right: --encoding {} or --encoding {}",
        first.to_lowercase(),
        second.to_lowercase()
    );
    Error::from_findings(vec![
        Finding::error("undecided-encoding", message).hint(hint),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(text: &str, encoding: &'static Encoding) -> &'static str {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost, "{text}");
        decide("a.csv", &bytes).map_or("undecided", |charset| match charset {
            Charset::Web(encoding) => encoding.name(),
            Charset::Dos(page) => page.name,
        })
    }

    #[test]
    fn names_tell_windows_1252_from_macroman() {
        for text in [
            "Käthe Röthlingshöfer",
            "René",
            "José García",
            "María",
            "Straße",
            "O’Brien",
            "it’s fine",
            "Zoë Ó Briain",
            "Åsa Öberg",
            "Jürgen\nGünther\nBlücherstraße",
            "Peña",
            "Ünal ÖZTÜRK",
            "£5",
            "Ælfgifu Þórsdóttir",
            "N.º de pedido\nÆthel",
        ] {
            assert_eq!(decided(text, WINDOWS_1252), "windows-1252", "{text}");
        }
        for text in [
            "Käthe Röthlingshöfer",
            "René",
            "José García",
            "María",
            "Straße",
            "O’Brien",
            "Åsa Öberg",
            "Jürgen\nGünther\nBlücherstraße",
            "Peña",
        ] {
            assert_eq!(decided(text, MACINTOSH), "macintosh", "{text}");
        }
    }

    #[test]
    fn names_tell_windows_1250_from_windows_1252() {
        for text in [
            "Michał Zieliński",
            "Zieliński",
            "Łukasz Wójcik",
            "Jiří Dvořák",
            "Müller\nKrzyżanowska\nRóżański",
            "Grażyna Święcicka",
            "Tomasz Gołąb",
        ] {
            assert_eq!(decided(text, WINDOWS_1250), "windows-1250", "{text}");
        }
        for text in ["Michał Gołąb", "Grażyna Święcicka"] {
            assert_eq!(decided(text, ISO_8859_2), "ISO-8859-2", "{text}");
        }
    }

    #[test]
    fn another_script_is_not_taken_for_latin() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("Наталья Иванова");
        let error = decide("a.csv", &bytes).expect_err("it is Cyrillic");
        let hint = error.findings[0].hint.clone().unwrap_or_default();
        assert!(hint.ends_with("--encoding windows-1251"), "{hint}");
    }
}
