/// What stands between two cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delimiter {
    /// `,` as RFC 4180 has it.
    #[default]
    Comma,
    /// `;` as spreadsheets write it where the comma is the decimal sign.
    Semicolon,
    /// The tab character.
    Tab,
    /// `|`
    Pipe,
}

impl Delimiter {
    /// All of them, the likeliest first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// Returns the character.
    pub fn char(self) -> char {
        char::from(self.byte())
    }

    /// Returns how a sentence calls it: "a comma".
    pub fn word(self) -> &'static str {
        match self {
            Self::Comma => "a comma",
            Self::Semicolon => "a semicolon",
            Self::Tab => "a tab",
            Self::Pipe => "a `|`",
        }
    }

    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }

    /// Chooses what occurs most often outside quotes in the first line that holds more than delimiters;
    /// the comma if none does. `text` has no BOM.
    pub(super) fn decide(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut counts = [0_usize; 4];
        let (mut at, mut cell_starts, mut quoted, mut named) = (0, true, false, false);
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            if quoted {
                match (byte, bytes.get(at)) {
                    (b'"', Some(b'"')) => at += 1,
                    (b'"', _) => quoted = false,
                    _ => {}
                }
                continue;
            }
            if let Some(found) = Self::ALL.iter().position(|one| one.byte() == byte) {
                counts[found] += 1;
                cell_starts = true;
                continue;
            }
            match byte {
                b'\n' | b'\r' if named => break,
                b'\n' | b'\r' => counts = [0; 4],
                _ => {
                    quoted = byte == b'"' && cell_starts;
                    named = true;
                }
            }
            cell_starts = matches!(byte, b'\n' | b'\r');
        }
        let mut best = (0, Self::default());
        for (count, one) in counts.into_iter().zip(Self::ALL) {
            if count > best.0 {
                best = (count, one);
            }
        }
        best.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_decides() {
        assert_eq!(Delimiter::decide("a,b\n1;2;3\n"), Delimiter::Comma);
        assert_eq!(Delimiter::decide("a;b, c;d\n1,2,3\n"), Delimiter::Semicolon);
        assert_eq!(Delimiter::decide("a\tb"), Delimiter::Tab);
        assert_eq!(Delimiter::decide("a|b\r\n"), Delimiter::Pipe);
    }

    #[test]
    fn delimiters_inside_quotes_do_not_count() {
        assert_eq!(
            Delimiter::decide("\"a, \"\"b\"\", c\n,\";d\n"),
            Delimiter::Semicolon
        );
        assert_eq!(
            Delimiter::decide("5\" disk;a, b, c\n"),
            Delimiter::Comma,
            "an inch opens nothing"
        );
    }

    #[test]
    fn a_blank_first_line_is_passed_over() {
        assert_eq!(Delimiter::decide("\r\n;;;\r\na,b"), Delimiter::Comma);
    }

    #[test]
    fn it_is_the_comma_if_there_is_none() {
        assert_eq!(Delimiter::decide("name\nJo;2\n"), Delimiter::Comma);
        assert_eq!(Delimiter::decide(""), Delimiter::Comma);
    }
}
