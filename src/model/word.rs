/// A word that is looked up often. Short ones, as codes are, stand in themselves: they are compared without a look at the
/// text that they come from, which is mostly far away in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Word<'a> {
    /// One of one to eight bytes, without a NUL.
    Short(Short),
    /// Any other.
    Long(&'a str),
}

/// A word of one to eight bytes, and NULs behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Short([u8; 8]);

impl<'a> Word<'a> {
    /// Takes a text as a word.
    pub fn of(text: &'a str) -> Self {
        Short::of(text.as_bytes()).map_or(Self::Long(text), Self::Short)
    }

    /// Returns the short word, if it is one.
    pub fn short(self) -> Option<Short> {
        match self {
            Self::Short(short) => Some(short),
            Self::Long(_) => None,
        }
    }

    /// Returns a short word; if there is none, that of a text.
    pub fn known(short: Option<Short>, text: impl FnOnce() -> &'a str) -> Self {
        short.map_or_else(|| Self::Long(text()), Self::Short)
    }
}

impl Short {
    fn of(text: &[u8]) -> Option<Self> {
        // Codes have eight.
        let bytes = <[u8; 8]>::try_from(text).or_else(|_| {
            let mut bytes = [0; 8];
            let shorter = bytes.get_mut(..text.len()).ok_or(())?;
            shorter.copy_from_slice(text);
            Ok::<_, ()>(bytes)
        });
        let short = Self(bytes.ok()?);
        // One with a NUL at its end would be taken for the word without it.
        (!text.is_empty() && short.len() == text.len()).then_some(short)
    }

    /// The word of just these eight bytes, of which none may be NUL.
    pub(super) fn of_eight(bytes: [u8; 8]) -> Self {
        Self(bytes)
    }

    /// The word as a number, the same for the same word.
    pub(super) fn number(self) -> u64 {
        u64::from_le_bytes(self.0)
    }

    fn len(self) -> usize {
        self.0.iter().filter(|byte| **byte != 0).count()
    }

    /// Returns the word.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.0[..self.len()]).unwrap_or_default()
    }
}

impl std::hash::Hash for Short {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        state.write_u64(self.number());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_exactly_when_their_texts_are() {
        let texts = [
            "",
            "\0",
            "a",
            "a\0",
            "\0a",
            "b",
            "ä",
            "krt-mwxb",
            "krt-mwxc",
            "krt-mwxbb",
            "krt-mwxbc",
        ];
        for one in texts {
            for other in texts {
                let same = Word::of(one) == Word::of(other);
                assert_eq!(same, one == other, "{one:?} {other:?}");
            }
            let again = Word::known(Word::of(one).short(), || one);
            assert_eq!(again, Word::of(one));
        }
        for short in ["a", "ä", "krt-mwxb"] {
            let word = Word::of(short).short();
            assert_eq!(word.as_ref().map(Short::text), Some(short));
        }
        assert_eq!(Word::of("krt-mwxbb").short(), None);
    }
}
