use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use super::candidate::Candidate;
use super::filing::Origin;
use super::filing::fold;
use super::{Standing, column};
use crate::model::{Code, Draft, OWN, Spot, Submission, ValueIter, same};
use crate::sheet::STRETCH;

/// What the rows of a table say about people, in as few bytes as can be, since there may be millions: mostly where it
/// stands in the text of their file. Each is laid out as a submission, of which only the code is still to come.
#[derive(Default)]
pub(super) struct Said {
    stretches: Vec<SaidHere>,
}

/// What the rows of one stretch say.
#[derive(Default)]
pub(super) struct SaidHere {
    pub(super) draft: Draft,
    /// Of each row; none of one that is about nobody.
    spots: Vec<Option<Spot>>,
    /// Of each row, whether its person comes.
    standings: Vec<Standing>,
}

/// What the rows of one stretch say, while they are read.
pub(super) struct Saying {
    here: SaidHere,
    /// What all have in common, where it stands.
    source: Range<usize>,
    imported: Range<usize>,
    cells: Vec<Range<usize>>,
}

/// Where in a submission stands what; the values follow behind.
pub(super) const CODE: usize = 0;
pub(super) const SOURCE: usize = 1;
pub(super) const SOURCE_ID: usize = 2;
pub(super) const SENT: usize = 3;
pub(super) const IMPORTED: usize = 4;

impl Saying {
    /// Nothing yet. Most will stand in this text.
    pub(super) fn beside(text: Arc<String>, origin: &Origin<'_>) -> Self {
        let mut draft = Draft::beside(text);
        Self {
            source: draft.pin(origin.source),
            imported: draft.pin(&origin.imported),
            here: SaidHere {
                draft,
                spots: Vec::with_capacity(STRETCH),
                standings: Vec::with_capacity(STRETCH),
            },
            cells: Vec::new(),
        }
    }

    /// Takes what the next row says; nothing if it is about nobody.
    pub(super) fn take(&mut self, row: Option<&Candidate<'_>>) {
        let Self {
            here:
                SaidHere {
                    draft,
                    spots,
                    standings,
                },
            source,
            imported,
            cells,
        } = self;
        let spot = row.map(|row| {
            cells.clear();
            cells.push(draft.write(Code::ANY.as_str()));
            cells.push(source.clone());
            cells.extend([draft.write(&row.source_id), draft.write(&row.sent)]);
            cells.push(imported.clone());
            for (number, value) in &row.values {
                cells.resize(OWN.len() + usize::from(*number), 0..0);
                cells.push(draft.write(value));
            }
            draft.row(cells.iter().cloned())
        });
        spots.push(spot);
        standings.push(row.map_or(Standing::default(), |row| row.standing));
    }

    pub(super) fn finish(self) -> SaidHere {
        let mut here = self.here;
        here.draft.shrink();
        here
    }
}

impl SaidHere {
    /// Returns where a row stands, counted within the table; none of one that is about nobody.
    pub(super) fn spot(&self, row: u32) -> Option<Spot> {
        *self.spots.get(row as usize % STRETCH)?
    }
}

impl Said {
    /// Adds what the next stretch says.
    pub(super) fn push(&mut self, stretch: SaidHere) {
        self.stretches.push(stretch);
    }

    /// Returns what a row says; none if it is about nobody.
    pub(super) fn candidate(&self, row: u32) -> Option<Candidate<'_>> {
        let mut cells = self.cells(row)?.skip(SOURCE_ID);
        let [source_id, sent, _] = [(); OWN.len() - SOURCE_ID].map(|()| cells.next());
        let values = (0..).zip(cells).filter(|(_, value)| !value.is_empty());
        let values = values.map(|(number, value)| (number, Cow::Borrowed(value)));
        let mut candidate = Candidate {
            sent: Cow::Borrowed(sent.unwrap_or_default()),
            source_id: Cow::Borrowed(source_id.unwrap_or_default()),
            standing: Standing::default(),
            values: values.collect(),
        };
        candidate.standing = Standing::of_word(candidate.get(column::STATUS));
        Some(candidate)
    }

    /// Tells whether a row says nothing but what a submission said already, cell by cell: of a million rows that are
    /// imported once more nearly all do.
    pub(super) fn is_again(&self, row: u32, known: &Submission) -> bool {
        let Some(cells) = self.cells(row) else {
            return false;
        };
        let mut before = known.all();
        for (at, cell) in cells.enumerate() {
            let before = before.next().unwrap_or_default();
            let must_be_same = match at {
                CODE | IMPORTED => false,
                SOURCE | SOURCE_ID | SENT => true,
                _ => !cell.is_empty(),
            };
            if must_be_same && !same(cell, before) {
                return false;
            }
        }
        true
    }

    /// Returns whether the person of a row comes.
    pub(super) fn standing(&self, row: u32) -> Standing {
        let stretch = self.stretches.get(row as usize / STRETCH);
        let standing = stretch.and_then(|one| one.standings.get(row as usize % STRETCH));
        standing.copied().unwrap_or_default()
    }

    /// Returns when a row was sent, as [`Candidate::sent`], and whether that is known to the minute.
    pub(super) fn sent(&self, row: u32) -> (&str, bool) {
        let sent = self.cells(row).and_then(|mut cells| cells.nth(SENT));
        let sent = sent.unwrap_or_default();
        (sent, fold::is_moment(sent) && !sent.ends_with(" 00:00:00"))
    }

    /// Returns under which id a row stands at its source.
    pub(super) fn source_id(&self, row: u32) -> &str {
        let id = self.cells(row).and_then(|mut cells| cells.nth(SOURCE_ID));
        id.unwrap_or_default()
    }

    /// Returns what a row says for an address.
    pub(super) fn address(&self, row: u32) -> &str {
        let address = self
            .cells(row)
            .and_then(|mut cells| cells.nth(OWN.len() + usize::from(column::EMAIL)));
        address.unwrap_or_default()
    }

    fn cells(&self, row: u32) -> Option<ValueIter<'_>> {
        let stretch = self.stretches.get(row as usize / STRETCH)?;
        stretch.spot(row).map(|spot| stretch.draft.cells(spot))
    }

    /// Returns each stretch, to be taken by whoever gets there.
    pub(super) fn into_stretches(self) -> Vec<Mutex<SaidHere>> {
        self.stretches.into_iter().map(Mutex::new).collect()
    }
}

/// Takes what a stretch says, of which nothing is left.
pub(super) fn take(stretch: &Mutex<SaidHere>) -> SaidHere {
    let mut stretch = stretch.lock().unwrap_or_else(PoisonError::into_inner);
    std::mem::take(&mut stretch)
}
