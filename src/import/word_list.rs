//! Lists of words as the program carries them: each is one text. A pointer to every word and what the loader is told
//! of it would weigh more than the words do, of which there are thousands.

use super::columns::holds;

/// Words in their order, each behind its length.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordList(&'static str);

/// Makes a [`WordList`] of words written like those of an array.
macro_rules! list {
    ($($word:literal),* $(,)?) => {{
        use $crate::import::word_list::{WordList, packed, packed_size};
        const WORDS: &[&str] = &[$($word),*];
        const BYTES: [u8; packed_size(WORDS)] = packed(WORDS);
        const LIST: WordList = WordList::of(&BYTES);
        LIST
    }};
}
pub(super) use list;

impl WordList {
    /// Takes what [`packed`] made.
    pub(super) const fn of(bytes: &'static [u8]) -> Self {
        match str::from_utf8(bytes) {
            Ok(text) => Self(text),
            Err(_) => panic!("lengths and words are text"),
        }
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn iter(self) -> Iter {
        Iter(self.0)
    }

    // Asked for in hundreds of places, of words and headings that are not many.
    #[inline(never)]
    pub(super) fn contains(self, word: &str) -> bool {
        self.iter().any(|one| one == word)
    }

    /// Tells whether one of the words stands in a text as [`holds`] has it.
    #[inline(never)]
    pub(super) fn stands_in(self, text: &str) -> bool {
        self.iter().any(|one| holds(text, one))
    }
}

/// The words of a list that are still to come.
#[derive(Clone, Debug)]
pub(super) struct Iter(&'static str);

impl Iterator for Iter {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        let end = 1 + usize::from(*self.0.as_bytes().first()?);
        let word = self.0.get(1..end)?;
        self.0 = self.0.get(end..)?;
        Some(word)
    }
}

impl IntoIterator for WordList {
    type Item = &'static str;
    type IntoIter = Iter;

    fn into_iter(self) -> Iter {
        self.iter()
    }
}

/// Returns how many bytes [`packed`] makes of words.
pub(super) const fn packed_size(words: &[&str]) -> usize {
    let mut size = 0;
    let mut nth = 0;
    while nth < words.len() {
        size += 1 + words[nth].len();
        nth += 1;
    }
    size
}

/// Returns words as the text of a list, each behind a character whose number is its length.
pub(super) const fn packed<const SIZE: usize>(words: &[&str]) -> [u8; SIZE] {
    let mut bytes = [0; SIZE];
    let mut end = 0;
    let mut nth = 0;
    while nth < words.len() {
        let word = words[nth].as_bytes();
        assert!(word.len() < 128, "a length must be one character");
        bytes[end] = word.len() as u8;
        let (_, rest) = bytes.split_at_mut(end + 1);
        let (here, _) = rest.split_at_mut(word.len());
        here.copy_from_slice(word);
        end += 1 + word.len();
        nth += 1;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_as_they_were_written() {
        const WORDS: WordList = list!["no", "don t", "", "Straße", "\u{645}\u{62d}\u{645}\u{62f}"];
        let written = ["no", "don t", "", "Straße", "\u{645}\u{62d}\u{645}\u{62f}"];
        assert_eq!(WORDS.iter().collect::<Vec<_>>(), written);
        assert!(WORDS.contains("don t") && !WORDS.contains("don"));
        assert!(list![].is_empty());
    }
}
