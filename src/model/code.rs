use std::fmt;

use super::Short;
use crate::error::{Error, Result};

/// The name of a registration: seven letters such as `krt-mwxb` that a person can read aloud at the door.
///
/// Only consonants, so that no spreadsheet takes it for a number, a date or `1E5`, and no code spells a word.
/// Codes are drawn at random: nothing about a person can be read from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; 8]);

const LETTERS: &[u8; 20] = b"bcdfghjkmnpqrstvwxyz";

impl Code {
    /// One that stands where another one will.
    pub const ANY: Self = Self(*b"bbb-bbbb");

    /// Draws a code that `taken` does not hold. `draw(n)` returns a random number below `n`.
    pub fn draw(mut draw: impl FnMut(usize) -> usize, mut taken: impl FnMut(Self) -> bool) -> Self {
        loop {
            let mut letter = || LETTERS[draw(LETTERS.len()) % LETTERS.len()];
            let code = std::array::from_fn(|at| if at == 3 { b'-' } else { letter() });
            let code = Self(code);
            if !taken(code) {
                return code;
            }
        }
    }

    /// Tells whether a text is a code, written as codes are.
    pub fn is_one(text: &str) -> bool {
        let mut bytes = text.bytes().enumerate();
        text.len() == 8
            && bytes.all(|(at, byte)| match at {
                3 => byte == b'-',
                _ => LETTERS.contains(&byte),
            })
    }

    /// Takes a code as somebody typed it: case, spaces and dashes do not matter.
    ///
    /// # Errors
    /// When it does not have the shape of a code.
    pub fn parse(text: &str) -> Result<Self> {
        let letters = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
        let letters = letters.flat_map(char::to_lowercase);
        let letters = letters.map(|c| u8::try_from(c).ok().filter(|c| LETTERS.contains(c)));
        let letters: Option<Vec<u8>> = letters.collect();
        match letters.as_deref() {
            Some([a, b, c, d, e, f, g]) => Ok(Self([*a, *b, *c, b'-', *d, *e, *f, *g])),
            _ => Err(Error::new(format!("`{text}` is not a registration code"))
                .hint("codes look like `krt-mwxb`; `plenary registration list` shows them")),
        }
    }

    /// Returns the code as text.
    pub fn as_str(&self) -> &str {
        // Letters and a dash: this never fails.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl From<Code> for Short {
    fn from(code: Code) -> Self {
        Self::of_eight(code.0)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for typed in ["krt-mwxb", "KRT-MWXB", " krtmwxb", "KRT MWXB"] {
            assert_eq!(Code::parse(typed).expect(typed).as_str(), "krt-mwxb");
        }
        for wrong in ["", "krt-mwx", "krt-mwxbb", "1e5", "MAR-2024", "krt-mwxé"] {
            assert!(Code::parse(wrong).is_err(), "{wrong}");
            assert!(!Code::is_one(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_code_is_written_in_one_way() {
        assert!(Code::is_one("krt-mwxb"));
        for other in ["KRT-mwxb", "krtmwxb", "krt mwxb", "krt-mwxa", " krt-mwxb"] {
            assert!(!Code::is_one(other), "{other}");
        }
    }

    #[test]
    fn a_code_that_is_taken_is_drawn_again() {
        let mut next = 0;
        let draw = |n: usize| {
            next += 1;
            (next - 1) / 7 % n
        };
        assert_eq!(
            Code::draw(draw, |code| code.as_str() == "bbb-bbbb").as_str(),
            "ccc-cccc"
        );
    }
}
