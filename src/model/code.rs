use std::fmt;

use crate::error::{Error, Result};

/// The name of a registration: seven letters such as `krt-mwxb` that a person can read aloud at the door.
///
/// Only consonants, so that no spreadsheet takes it for a number, a date or `1E5`, and no code spells a word.
/// Codes are drawn at random: nothing about a person can be read from one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(String);

const LETTERS: &[u8; 20] = b"bcdfghjkmnpqrstvwxyz";

impl Code {
    /// Draws a code that `taken` does not hold. `draw(n)` returns a random number below `n`.
    pub fn draw(mut draw: impl FnMut(usize) -> usize, taken: impl Fn(&str) -> bool) -> Self {
        loop {
            let mut letter = || char::from(LETTERS[draw(LETTERS.len()) % LETTERS.len()]);
            let mut code = String::with_capacity(8);
            for position in 0..8 {
                code.push(if position == 3 { '-' } else { letter() });
            }
            if !taken(&code) {
                return Self(code);
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
        let letters: Vec<char> = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .flat_map(char::to_lowercase)
            .collect();
        if letters.len() != 7
            || !letters
                .iter()
                .all(|c| LETTERS.contains(&(*c as u8)) && c.is_ascii())
        {
            return Err(Error::new(format!("`{text}` is not a registration code"))
                .hint("codes look like `krt-mwxb`; `plenary registration list` shows them"));
        }
        Ok(Self(
            letters[..3]
                .iter()
                .chain(&['-'])
                .chain(&letters[3..])
                .collect(),
        ))
    }

    /// Returns the code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
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
            Code::draw(draw, |code| code == "bbb-bbbb").as_str(),
            "ccc-cccc"
        );
    }
}
