/// The few words of a column that says the same in most lines, each kept once.
#[derive(Clone, Debug, Default)]
pub(super) struct Repeated {
    words: Vec<String>,
    last: usize,
}

impl Repeated {
    /// Returns which of the words it is; a new one if it was not there.
    pub(super) fn learn(&mut self, word: &str) -> u32 {
        if self.words.get(self.last).is_none_or(|last| last != word) {
            let known = self.words.iter().rposition(|known| known == word);
            self.last = known.unwrap_or_else(|| {
                self.words.push(word.to_string());
                self.words.len() - 1
            });
        }
        self.last as u32
    }

    /// Returns one of the words.
    pub(super) fn get(&self, at: u32) -> &str {
        self.words.get(at as usize).map_or("", String::as_str)
    }

    /// Returns all words, each once.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }
}
