use super::Known;
use crate::model::{Finder, Short, Status, Word};

/// Everybody of whom the history tells, in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct People<'a> {
    people: Vec<Person<'a>>,
    /// Of whom more is known than their status. Of nearly all it is not, so there is no room for it with them.
    more: Vec<Known<'a>>,
    finder: Finder,
}

#[derive(Debug)]
struct Person<'a> {
    code: &'a str,
    /// The code, if it is a short word.
    short: Option<Short>,
    brief: Brief,
}

#[derive(Clone, Copy, Debug)]
enum Brief {
    /// Nothing but the status.
    Status(Option<Status>),
    /// Where there is more.
    More(u32),
}

impl<'a> Person<'a> {
    fn word(&self) -> Word<'a> {
        Word::known(self.short, || self.code)
    }
}

impl<'a> People<'a> {
    pub(super) fn with_capacity(people: usize) -> Self {
        Self {
            people: Vec::with_capacity(people),
            more: Vec::new(),
            finder: Finder::with_capacity(people),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.people.len()
    }

    /// Returns as which somebody came, from 0; `guess` is looked at first.
    pub(super) fn place(&self, code: &str, guess: usize) -> Option<usize> {
        let word = Word::of(code);
        let guessed = self.people.get(guess);
        if guessed.is_some_and(|guessed| guessed.word() == word) {
            return Some(guess);
        }
        self.finder.find(word, |at| self.people[at].word())
    }

    /// Looks ahead at those of whom is told next, `AHEAD` of them.
    pub(super) fn approach(&self, codes: impl Iterator<Item = &'a str>) {
        self.finder.approach(codes.map(Word::of));
    }

    /// Returns as which somebody came, who comes now if they never did.
    pub(super) fn meet(&mut self, code: &'a str, guess: usize) -> usize {
        self.place(code, guess).unwrap_or_else(|| {
            let at = self.people.len();
            self.people.push(Person {
                code,
                short: Word::of(code).short(),
                brief: Brief::Status(None),
            });
            self.finder.add(at, |at| self.people[at].word());
            at
        })
    }

    pub(super) fn code(&self, at: usize) -> &'a str {
        self.people[at].code
    }

    pub(super) fn known(&self, at: usize) -> Known<'a> {
        match self.people[at].brief {
            Brief::Status(status) => Known {
                status,
                ..Known::default()
            },
            Brief::More(more) => self.more[more as usize],
        }
    }

    /// Returns the status of somebody of whom nothing else is known.
    pub(super) fn only_status(&mut self, at: usize) -> Option<&mut Option<Status>> {
        match &mut self.people[at].brief {
            Brief::Status(status) => Some(status),
            Brief::More(_) => None,
        }
    }

    /// Returns what is known of somebody, to add to it.
    pub(super) fn more(&mut self, at: usize) -> &mut Known<'a> {
        let more = match self.people[at].brief {
            Brief::More(more) => more as usize,
            Brief::Status(_) => {
                let known = self.known(at);
                self.people[at].brief = Brief::More(self.more.len() as u32);
                self.more.push(known);
                self.more.len() - 1
            }
        };
        &mut self.more[more]
    }
}
