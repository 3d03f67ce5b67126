use std::num::NonZeroU32;
use std::sync::Arc;

use crate::model::Why;

/// Somebody who asks for a place now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Whence: the name of a file, or words.
    from: Arc<str>,
    /// Where in the file, from 1.
    line: Option<NonZeroU32>,
    /// Whether they are new in the list, and not back from a cancellation.
    pub(super) new: bool,
}

impl Arrival {
    /// Somebody who is new in the list.
    pub fn new(from: &Arc<str>, line: Option<usize>) -> Self {
        Self {
            from: Arc::clone(from),
            line: line
                .and_then(|line| u32::try_from(line).ok())
                .and_then(NonZeroU32::new),
            new: true,
        }
    }

    /// Somebody who is in the list and comes after all.
    pub fn again(from: &Arc<str>, line: Option<usize>) -> Self {
        Self {
            new: false,
            ..Self::new(from, line)
        }
    }

    /// Says whence, and what became of them if there is more to say.
    pub(super) fn why<'w>(&'w self, then: &'w str) -> Why<'w> {
        Why {
            text: &self.from,
            line: self.line,
            then,
        }
    }
}

/// Who asks for a place now, by their places in the list: of a million people eight bytes each.
#[derive(Debug, Default)]
pub(super) struct Arrivals {
    places: Vec<Option<Brief>>,
    /// Whence they come, each once.
    froms: Vec<Arc<str>>,
}

/// An [`Arrival`] that does not hold whence.
#[derive(Clone, Copy, Debug)]
struct Brief {
    line: Option<NonZeroU32>,
    from: u16,
    new: bool,
}

impl Arrivals {
    /// Takes somebody in; who is there already stays as they are.
    pub(super) fn add(&mut self, at: usize, arrival: Arrival) {
        if self.places.len() <= at {
            self.places.resize(at + 1, None);
        }
        if self.places[at].is_none() {
            let Arrival { from, line, new } = arrival;
            let from = self.number(from);
            self.places[at] = Some(Brief { line, from, new });
        }
    }

    /// Returns the number of whence somebody comes; nobody imports as many files at once as there are numbers.
    fn number(&mut self, from: Arc<str>) -> u16 {
        let known = self.froms.iter().rposition(|known| *known == from);
        let at = known.unwrap_or_else(|| {
            self.froms.push(from);
            self.froms.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    fn arrival(&self, Brief { line, from, new }: Brief) -> Arrival {
        Arrival {
            from: Arc::clone(&self.froms[usize::from(from)]),
            line,
            new,
        }
    }

    /// Tells whether somebody asks for a place now.
    pub(super) fn contains(&self, at: usize) -> bool {
        self.places.get(at).is_some_and(Option::is_some)
    }

    /// Takes somebody out.
    pub(super) fn remove(&mut self, at: usize) -> Option<Arrival> {
        let brief = self.places.get_mut(at)?.take()?;
        Some(self.arrival(brief))
    }

    /// Returns everybody, in the order of the list.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, Arrival)> {
        let places = self.places.iter().enumerate();
        places.filter_map(|(at, brief)| Some((at, self.arrival((*brief)?))))
    }

    /// Tells whether nobody asks for a place.
    pub(super) fn is_empty(&self) -> bool {
        self.places.iter().all(Option::is_none)
    }
}
