use std::borrow::Cow;
use std::sync::Arc;

use super::candidate::Candidate;
use super::{Standing, column, fold};
use crate::model::{Draft, Page, Spot, ValueIter};
use crate::sheet::STRETCH;

/// What the rows of a table say about people, in as few bytes as can be, since there may be millions: mostly where it
/// stands in the text of their file.
#[derive(Default)]
pub(super) struct Said {
    stretches: Vec<SaidHere>,
}

/// What the rows of one stretch say.
#[derive(Default)]
pub(super) struct SaidHere {
    page: Arc<Page>,
    /// Of each row; none of one that is about nobody.
    spots: Vec<Option<Spot>>,
}

/// What the rows of one stretch say, while they are read.
pub(super) struct Saying {
    draft: Draft,
    spots: Vec<Option<Spot>>,
    cells: Vec<std::ops::Range<usize>>,
}

/// Before the values stand when it was sent, and the product's own name for it.
const BEFORE: usize = 2;

impl Saying {
    /// Nothing yet. Most will stand in this text.
    pub(super) fn beside(text: Arc<String>) -> Self {
        Self {
            draft: Draft::beside(text),
            spots: Vec::with_capacity(STRETCH),
            cells: Vec::new(),
        }
    }

    /// Takes what the next row says; nothing if it is about nobody.
    pub(super) fn take(&mut self, row: Option<&Candidate<'_>>) {
        let Self {
            draft,
            spots,
            cells,
        } = self;
        let spot = row.map(|row| {
            cells.clear();
            cells.extend([draft.write(&row.sent), draft.write(&row.source_id)]);
            for (number, value) in &row.values {
                cells.resize(BEFORE + usize::from(*number), 0..0);
                cells.push(draft.write(value));
            }
            draft.row(cells.iter().cloned())
        });
        spots.push(spot);
    }

    pub(super) fn finish(self) -> SaidHere {
        SaidHere {
            page: self.draft.finish(),
            spots: self.spots,
        }
    }
}

impl Said {
    /// Adds what the next stretch says.
    pub(super) fn push(&mut self, stretch: SaidHere) {
        self.stretches.push(stretch);
    }

    /// Returns what a row says; none if it is about nobody.
    pub(super) fn candidate(&self, row: u32) -> Option<Candidate<'_>> {
        let mut cells = self.cells(row)?;
        let [sent, source_id] = [(); BEFORE].map(|()| cells.next().unwrap_or_default());
        let values = (0..).zip(cells).filter(|(_, value)| !value.is_empty());
        let values = values.map(|(number, value)| (number, Cow::Borrowed(value)));
        let mut candidate = Candidate {
            sent: Cow::Borrowed(sent),
            source_id: Cow::Borrowed(source_id),
            standing: Standing::default(),
            values: values.collect(),
        };
        candidate.standing = Standing::of_word(candidate.get(column::STATUS));
        Some(candidate)
    }

    /// Returns whether the person of a row comes.
    pub(super) fn standing(&self, row: u32) -> Standing {
        let at = BEFORE + usize::from(column::STATUS);
        let word = self.cells(row).and_then(|mut cells| cells.nth(at));
        Standing::of_word(word.unwrap_or_default())
    }

    /// Returns when a row was sent, as [`Candidate::sent`], and whether that is known to the minute.
    pub(super) fn sent(&self, row: u32) -> (&str, bool) {
        let sent = self.cells(row).and_then(|mut cells| cells.next());
        let sent = sent.unwrap_or_default();
        (sent, fold::is_moment(sent) && !sent.ends_with(" 00:00:00"))
    }

    fn cells(&self, row: u32) -> Option<ValueIter<'_>> {
        let row = row as usize;
        let stretch = self.stretches.get(row / STRETCH)?;
        let spot = *stretch.spots.get(row % STRETCH)?;
        spot.map(|spot| stretch.page.cells(spot))
    }
}
