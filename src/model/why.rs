use std::fmt;
use std::num::NonZeroU32;

/// Why something happened to somebody, in words: what is said of it, or whence they come and what became of that.
///
/// A million people come from one file and most of them for one reason, so whence, line and reason stay apart as long as
/// they are not written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Why<'a> {
    /// What is said, or the name of a file.
    pub text: &'a str,
    /// Where in the file, from 1.
    pub line: Option<NonZeroU32>,
    /// What became of it; blank if there is no more to say.
    pub then: &'a str,
}

impl Why<'_> {
    /// Writes it in one piece, behind what is written already.
    pub fn write(&self, words: &mut String) {
        words.push_str(self.text);
        if let Some(line) = self.line {
            words.push_str(", line ");
            push_number(words, line.get());
        }
        if !self.then.is_empty() {
            words.extend(["; ", self.then]);
        }
    }
}

impl<'a> From<&'a str> for Why<'a> {
    fn from(text: &'a str) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

impl fmt::Display for Why<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut words = String::new();
        self.write(&mut words);
        f.write_str(&words)
    }
}

/// As a formatter writes it, which takes several times as long: a million lines have numbers.
fn push_number(words: &mut String, mut number: u32) {
    let mut digits = [b'0'; 10];
    let mut first = digits.len();
    loop {
        first -= 1;
        digits[first] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    words.extend(digits[first..].iter().map(|digit| char::from(*digit)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_whence_where_and_what_became_of_it_as_far_as_there_is_something_to_say() {
        let all = [(None, ""), (NonZeroU32::new(7), ""), (None, "no place")];
        let all = all.map(|(line, then)| {
            let text = "list.csv";
            Why { text, line, then }.to_string()
        });
        assert_eq!(all, ["list.csv", "list.csv, line 7", "list.csv; no place"]);
        let whole = |line| Why {
            text: "a",
            line: NonZeroU32::new(line),
            then: "b",
        };
        for line in [1, 9, 10, 1_000_010, u32::MAX] {
            assert_eq!(whole(line).to_string(), format!("a, line {line}; b"));
        }
    }
}
