use super::{Id, MailKey, Names};

/// The keys of many mails, in some 25 bytes each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailKeys {
    people: Names,
    /// Of each mail which of the kinds it is, and which revision.
    mails: Vec<(u32, u32)>,
    /// There are few, whatever the number of mails.
    kinds: Vec<Id>,
}

impl MailKeys {
    /// Adds one behind the others.
    pub fn push(&mut self, key: &MailKey) {
        let known = self.kinds.iter().rposition(|kind| *kind == key.kind);
        let kind = known.unwrap_or_else(|| {
            self.kinds.push(key.kind.clone());
            self.kinds.len() - 1
        });
        self.people.push(&key.person);
        self.mails.push((kind as u32, key.revision));
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.mails.len()
    }

    /// Tells whether there are none.
    pub fn is_empty(&self) -> bool {
        self.mails.is_empty()
    }

    /// Returns kind, person and revision of the one at a place, from 0.
    ///
    /// # Panics
    /// When there is none.
    pub fn parts(&self, at: usize) -> (&Id, &str, u32) {
        let (kind, revision) = self.mails[at];
        (&self.kinds[kind as usize], self.people.get(at), revision)
    }

    /// Returns the one at a place, from 0; none behind the last.
    pub fn get(&self, at: usize) -> Option<MailKey> {
        (at < self.len()).then(|| {
            let (kind, person, revision) = self.parts(at);
            MailKey {
                kind: kind.clone(),
                person: person.to_string(),
                revision,
            }
        })
    }

    /// Returns all of them.
    pub fn iter(&self) -> impl Iterator<Item = MailKey> {
        (0..self.len()).filter_map(|at| self.get(at))
    }
}

impl FromIterator<MailKey> for MailKeys {
    fn from_iter<I: IntoIterator<Item = MailKey>>(all: I) -> Self {
        let mut keys = Self::default();
        for key in all {
            keys.push(&key);
        }
        keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_back_as_they_were() {
        let key = |kind, person: &str, revision| MailKey {
            kind: Id::parse(kind).expect("an id"),
            person: person.to_string(),
            revision,
        };
        let all = [
            key("place", "krt-mwxb", 1),
            key("reminder", "bcd-fghj", 3),
            key("place", "zoë", 2),
        ];
        let keys: MailKeys = all.clone().into_iter().collect();
        assert_eq!(keys.iter().collect::<Vec<_>>(), all);
        assert_eq!(keys.get(3), None);
    }
}
