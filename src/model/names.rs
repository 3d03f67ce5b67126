/// Many names in one piece of memory: of the drafts of a hundred thousand people some 5 MB instead of 10.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    text: String,
    /// Where each begins and how long it is.
    spans: Vec<(u32, u32)>,
}

impl Names {
    /// Adds one behind the others.
    pub fn push(&mut self, name: &str) {
        let start = self.text.len() as u32;
        self.text.push_str(name);
        self.spans.push((start, name.len() as u32));
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Tells whether there are none.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Returns one by its place, from 0; blank if there is none.
    pub fn get(&self, at: usize) -> &str {
        self.spans
            .get(at)
            .map_or("", |span| part(&self.text, *span))
    }

    /// Returns all of them.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        self.spans.iter().map(|span| part(&self.text, *span))
    }

    /// Tells whether a name is there, where they are in order.
    pub fn has(&self, name: &str) -> bool {
        let found = self
            .spans
            .binary_search_by(|span| part(&self.text, *span).cmp(name));
        found.is_ok()
    }

    /// Puts them in order, byte by byte.
    pub fn sort(&mut self) {
        let text = &self.text;
        self.spans
            .sort_unstable_by(|one, other| part(text, *one).cmp(part(text, *other)));
    }
}

fn part(text: &str, (start, length): (u32, u32)) -> &str {
    let (start, length) = (start as usize, length as usize);
    text.get(start..start + length).unwrap_or_default()
}

impl<S: AsRef<str>> FromIterator<S> for Names {
    fn from_iter<I: IntoIterator<Item = S>>(all: I) -> Self {
        let mut names = Self::default();
        for name in all {
            names.push(name.as_ref());
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_and_put_in_order() {
        let mut names: Names = ["b", "", "zoë", "a"].into_iter().collect();
        assert_eq!((names.len(), names.get(2), names.get(4)), (4, "zoë", ""));
        names.sort();
        assert_eq!(names.iter().collect::<Vec<_>>(), ["", "a", "b", "zoë"]);
        assert_eq!(
            ["b", "zoë", "c", "z"].map(|name| names.has(name)),
            [true, true, false, false]
        );
    }
}
