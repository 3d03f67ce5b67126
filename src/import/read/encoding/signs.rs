use super::latin::is_letter;
use crate::import::columns::is_any;

/// Words that go on behind a dash without a space, and end no word behind an `ó` or `ñ`: `vegan—no nuts`.
const GO_ON: &str = "no|not|and|but|the|with|without|only|please|aber|und|kein|keine|nicht|nur|bitte|ohne|mit|mais|sans|pas|\
    avec|pero|sin|con|ale|bez|tylko|ond|heb|dim|lekin|nahi|aur|bina";

/// How much sense a sign makes that is no letter where it stands: more than 0 in its place, less between letters.
pub(super) fn sense(chars: &[char], at: usize) -> i64 {
    let before = at.checked_sub(1).map(|before| chars[before]);
    let behind = chars.get(at + 1).copied();
    let rest = &chars[at + 1..];
    let word = |c: Option<char>| c.is_some_and(|c| is_letter(c) || c.is_ascii_alphabetic());
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let (left, right) = (word(before), word(behind));
    match chars[at] {
        '\u{80}'..='\u{9f}' | '\u{fffd}' => -8,
        '\u{a0}' => 0,
        '’' if left && right => apostrophe(before, rest),
        '’' | '‘' | '“' | '”' | '„' | '‚' | '«' | '»' if left && right => -4,
        '’' | '‘' | '“' | '”' | '„' | '«' | '»' => 1,
        dash @ ('–' | '—') if left && right => self::dash(dash, &chars[..at], rest),
        '£' | '€' if digit(behind) => 3,
        '£' | '€' if before == Some('(') && behind == Some(')') => 3,
        '€' | '°' | '²' | '½' if digit(before) => 2,
        // A letter by itself that is none of an initial is hardly a word: neither ` ñ ` nor ` ï ` is one.
        '–' | '—' | '•' | '·' | '×' | '§' | '½' | '€' if !left && !right && behind != Some('.') => {
            2
        }
        '–' | '—' | '…' if !right => 1,
        '•' if !left => 3,
        '™' if left && !right => 3,
        '¿' | '¡' if right && !left => 1,
        // `Nº`, `N.º`, `1ª`
        'º' | 'ª' if !right && before.is_some_and(|c| "nN.".contains(c) || c.is_ascii_digit()) => {
            3
        }
        _ if left && right => -4,
        _ if left || right => -2,
        _ => -1,
    }
}

/// A dash between letters, which is a letter itself to a Mac: `veg–nuts` has no word on either side of an `ñ`, and
/// `gastronómico` has what may be one on either side of a dash.
fn dash(dash: char, before: &[char], rest: &[char]) -> i64 {
    let before: Vec<char> = before
        .iter()
        .rev()
        .copied()
        .take_while(|c| is_letter(*c))
        .collect();
    let behind: Vec<char> = rest.iter().copied().take_while(|c| is_letter(*c)).collect();
    let vowel = |c: &char| "aeiouyAEIOUY".contains(*c);
    let is_word = |word: &[char]| word.len() > 1 && word.iter().any(vowel);
    if !is_word(&before) || !is_word(&behind) {
        return -1;
    }
    let said: String = behind.iter().flat_map(|c| c.to_lowercase()).collect();
    let is_small = before.last().is_some_and(|c| c.is_lowercase());
    match dash {
        _ if is_any(&said, GO_ON) => 4,
        // To DOS it is the `û` of `croûte`.
        '–' if said.starts_with("te") => 1,
        '–' if !behind.first().is_some_and(vowel) => 3,
        // Neither is likelier, and so it is asked. A name may have both: `Verónica`.
        '—' if is_small => 1,
        _ => -1,
    }
}

/// An apostrophe between letters: `O’Brien`, `it’s`, `don’t`, `l’été`, but not `Mar’a`.
fn apostrophe(before: Option<char>, rest: &[char]) -> i64 {
    let tail: String = rest.iter().take_while(|c| is_letter(**c)).collect();
    let ends = ["s", "t", "d", "m", "re", "ve", "ll"].contains(&tail.to_lowercase().as_str());
    let prefix = before.is_some_and(|c| "ODdLlNnMmJjSs".contains(c));
    if ends {
        6
    } else if prefix {
        3
    } else {
        -3
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{Encoding, ISO_8859_2, MACINTOSH, WINDOWS_1250, WINDOWS_1252};

    use super::super::latin;

    fn read(text: &str, encoding: &'static Encoding) -> String {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost, "{text}");
        match latin::decide("a.csv", &bytes) {
            Ok(found) if found.decode(&bytes) == text => "right".to_string(),
            Ok(found) => format!("{}: {}", found.name(), found.decode(&bytes)),
            Err(_) => "asked".to_string(),
        }
    }

    #[test]
    fn a_sign_that_stands_by_itself_tells_windows_from_macs() {
        for text in [
            "Spring Conference – sign-ups",
            "vegan – no nuts",
            "vegan — no nuts",
            "10–11am only",
            "10—11",
            "a,–",
            "–,b",
            "• vegan\n• halal",
            "vegan–no nuts",
            "vegan—no nuts",
            "veg–nuts only",
            "Monday–Friday",
            "Unite™ member",
            "½ day",
            "1½ days",
            "2 × vegan",
            "§ 5",
            "Anna · Bob",
            "20 €",
            "Betrag (€)",
            "Amount (£)",
        ] {
            assert_eq!(read(text, WINDOWS_1252), "right", "{text}");
        }
        for text in [
            "Spring Conference – sign-ups",
            "vegan — no nuts",
            "10–11am only",
            "• vegan",
            "Monday–Friday",
        ] {
            assert_eq!(read(text, MACINTOSH), "right", "{text}");
        }
    }

    #[test]
    fn letters_that_are_dashes_to_windows_stay_letters_inside_words() {
        for text in [
            "Peña",
            "Muñoz",
            "Castañeda",
            "Begoña – Muñoz",
            "niños",
            "López",
            "Ramón",
            "Verónica",
            "Cristóbal",
            "Concepción",
            "Añjela Duval",
            "Fañch",
            "Siôn",
            "José García\n10 ó 11\n",
            "Núñez – 10 ó 11 niños",
            "Loïc",
        ] {
            assert_eq!(read(text, MACINTOSH), "right", "{text}");
        }
        for text in [
            "Ł. Nowak\nGołąb",
            "Zieliński – Łódź",
            "Ľ. Novák, Dvořák",
            "Đorđe – Đ. Marković",
            "Grażyna Święcicka • Gołąb",
        ] {
            assert_eq!(read(text, WINDOWS_1250), "right", "{text}");
        }
        assert_eq!(read("Ą. Gołąb", ISO_8859_2), "right");
        for text in ["José García\nsí ó no\nsí ó no", "Ñ. Peña", "Á. Guðmundur"] {
            assert_eq!(read(text, WINDOWS_1252), "right", "{text}");
        }
    }

    #[test]
    fn where_a_word_may_be_two_around_a_dash_a_question_is_asked() {
        for (text, encoding) in [
            ("gastronómico", MACINTOSH),
            ("Nombre,Correo,Notas\nAda,a@example.org,10 ó 11", MACINTOSH),
            ("vegan—halal", WINDOWS_1252),
            ("Anna …", WINDOWS_1252),
            ("Anna Ö", MACINTOSH),
            ("Ł. Nowak", WINDOWS_1250),
            ("Ľ. Novak", WINDOWS_1250),
            ("robô", MACINTOSH),
        ] {
            assert_eq!(read(text, encoding), "asked", "{text}");
        }
    }
}
