use encoding_rs::{Encoding, WINDOWS_1250, WINDOWS_1252};

use crate::import::columns::is_any;

/// The longest question that is looked at.
const LONGEST: usize = 200;
/// More questions say no more.
const MOST: usize = 9;

/// So much of a file may be its headings.
const HEAD: usize = 2_000;

/// Letters that only Polish has among those that it shares their bytes with; `ń` is what it has for `ñ`.
const POLISH: &str = "ąćęłśźżĄĆĘŁŚŹŻ";

/// Counts the cells that begin with a turned question or exclamation mark, in front of a letter, and have the other one
/// behind. What is `¿` to one table is `ż` to the other, and so a cell with more Polish letters is none of them.
pub(super) fn questions(bytes: &[u8]) -> usize {
    let letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0xc0;
    let opens = |at: &usize| {
        let before = at.checked_sub(1).map(|before| bytes[before]);
        before.is_none_or(ends) && bytes.get(at + 1).is_some_and(letter)
    };
    let marks = memchr::memchr2_iter(0xbf, 0xa1, bytes).filter(opens);
    marks
        .filter(|at| is_question(&bytes[*at..]))
        .take(MOST)
        .count()
}

/// The byte that is `ó` to Macs, and a dash to Windows.
const OR: &[u8] = b" \x97 ";

/// Words of headings that only Spanish has.
const HEADINGS: &str =
    "nombre|nombres|apellido|apellidos|correo|asistencia|comentarios|ciudad|fecha|notas";

/// Says whether a letter stands by itself that may be the `ó` of `10 ó 11`, below headings of Spanish: no dash for certain.
pub(super) fn says_or(bytes: &[u8], contexts: &[(&[u8], usize)]) -> bool {
    if !contexts.iter().any(|(word, _)| *word == OR) {
        return false;
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let mut words = start.split(|c: char| !c.is_alphanumeric());
    words.any(|word| is_any(word, HEADINGS))
}

/// Says whether a byte ends a cell.
fn ends(byte: u8) -> bool {
    matches!(byte, b',' | b';' | b'\t' | b'|' | b'"' | b'\n' | b'\r')
}

/// Says whether a turned mark has its partner before the cell ends, and nothing between them is Polish. A comma may stand in
/// a question.
fn is_question(bytes: &[u8]) -> bool {
    let partner = if bytes.first() == Some(&0xbf) {
        b'?'
    } else {
        b'!'
    };
    let part = &bytes[..bytes.len().min(LONGEST)];
    let end = part.iter().position(|byte| ends(*byte) && *byte != b',');
    let cell = &part[..end.unwrap_or(part.len())];
    let Some(close) = memchr::memchr(partner, cell) else {
        return false;
    };
    let said =
        |encoding: &'static Encoding| encoding.decode_without_bom_handling(&cell[1..close]).0;
    let vowel = |c: Option<&char>| c.is_some_and(|c| "aeiouáéíóúAEIOU".contains(*c));
    let western: Vec<char> = said(WINDOWS_1252).chars().collect();
    let placed = |at: usize| !matches!(western[at], 'ñ' | 'Ñ') || vowel(western.get(at + 1));
    (0..western.len()).all(placed) && !said(WINDOWS_1250).contains(|c| POLISH.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_told_from_polish_words() {
        let count = |text: &str, encoding: &'static Encoding| questions(&encoding.encode(text).0);
        for (text, expected) in [
            ("nombre,¿asistirás?,\"¿vienes, o no?\"\n¡sí!", 3),
            ("¿niños?", 1),
            ("5¿ a,¿,¿vienes\n?", 0),
        ] {
            assert_eq!(count(text, WINDOWS_1252), expected, "{text}");
        }
        for text in ["żywność?", "a, żona?", "żeńska?", "żona"] {
            assert_eq!(count(text, WINDOWS_1250), 0, "{text}");
        }
    }
}
