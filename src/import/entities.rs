//! What HTML writes for a character: `&amp;`, `&#039;`, `&aacute;`. Forms on web pages leave it in their exports.

use std::borrow::Cow;

use unicode_normalization::char::compose;

/// More letters than this no name of a character has.
const LONGEST: usize = 12;

/// Accents, by the end of the name of a letter that has one.
const ACCENTS: [(&str, char); 8] = [
    ("grave", '\u{300}'),
    ("acute", '\u{301}'),
    ("circ", '\u{302}'),
    ("tilde", '\u{303}'),
    ("uml", '\u{308}'),
    ("ring", '\u{30a}'),
    ("caron", '\u{30c}'),
    ("cedil", '\u{327}'),
];

const NAMES: [(&str, char); 20] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("szlig", 'ß'),
    ("aelig", 'æ'),
    ("AElig", 'Æ'),
    ("oelig", 'œ'),
    ("oslash", 'ø'),
    ("Oslash", 'Ø'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("euro", '€'),
];

/// Returns a text with each of them as the character that it stands for; what means none stays.
pub(super) fn resolved(text: &str) -> Cow<'_, str> {
    let mut plain = String::new();
    let (mut rest, mut any) = (text, false);
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        let (before, behind) = rest.split_at(at);
        let end = behind.bytes().take(LONGEST).position(|byte| byte == b';');
        let meant = end.and_then(|end| Some((character(&behind[1..end])?, end)));
        let (c, end) = meant.unwrap_or(('&', 0));
        any |= meant.is_some();
        plain.push_str(before);
        plain.push(c);
        rest = &behind[end + 1..];
    }
    if !any {
        return text.into();
    }
    plain.push_str(rest);
    plain.into()
}

fn character(name: &str) -> Option<char> {
    let known = NAMES.iter().find(|(known, _)| *known == name);
    let accented = || {
        let is_letter = |letter: &char| letter.is_ascii_alphabetic();
        let letter = name.chars().next().filter(is_letter)?;
        let accent = ACCENTS.iter().find(|(accent, _)| *accent == &name[1..]);
        compose(letter, accent?.1)
    };
    known
        .map(|(_, c)| *c)
        .or_else(|| code(name))
        .or_else(accented)
}

/// The character that `#233` or `#xe9` stands for.
fn code(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn what_stands_for_a_character_becomes_it_and_nothing_else_changes() {
        for (text, expected) in [
            ("Se&aacute;n O&#039;Connor", "Seán O'Connor"),
            ("Bell &amp; Co", "Bell & Co"),
            ("J&uuml;rgen Stra&szlig;er", "Jürgen Straßer"),
            ("Zo&#xEB; &Scaron;", "Zoë Š"),
            ("&amp;amp;", "&amp;"),
            ("A&B; C & D", "A&B; C & D"),
            ("&;&#;&#xffffffff;&é;", "&;&#;&#xffffffff;&é;"),
            ("&aaa", "&aaa"),
            ("", ""),
        ] {
            assert_eq!(resolved(text), expected, "{text}");
        }
    }
}
