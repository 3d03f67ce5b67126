use std::ops::Range;
use std::sync::Arc;

use super::apply::position;
use super::candidate::Candidate;
use super::column;
use super::decide::{Turn, minute};
use super::filing::Origin;
use crate::model::{
    Code, Draft, OWN, Registration, Registrations, Spot, Submission, Submissions, Values,
};

/// How many bytes a page has at least.
const PAGE: usize = 4 << 20;

/// People who come in, of each of whom one row tells: what list and memory say of them stands on one page.
pub(super) struct Newcomers<'a> {
    origin: &'a Origin,
    /// How many columns the list has.
    width: usize,
    text: Arc<String>,
    draft: Draft,
    /// What all have in common, where it stands on the page.
    source: Range<usize>,
    imported: Range<usize>,
    /// Of each newcomer the cells of the list and those of the memory.
    spots: Vec<(Spot, Spot)>,
    listed: Vec<Range<usize>>,
    said: Vec<Range<usize>>,
}

impl<'a> Newcomers<'a> {
    /// Nobody yet, for a list of so many columns. What they say mostly stands in the text of their file.
    pub(super) fn new(origin: &'a Origin, width: usize, text: Arc<String>) -> Self {
        Self {
            origin,
            width,
            draft: Draft::beside(Arc::clone(&text)),
            text,
            source: 0..0,
            imported: 0..0,
            spots: Vec::new(),
            listed: Vec::new(),
            said: Vec::new(),
        }
    }

    /// Adds somebody. `positions` are those of the columns in the list.
    pub(super) fn add(
        &mut self,
        person: &Candidate<'_>,
        code: &Code,
        turn: Turn,
        positions: &[Option<usize>],
    ) {
        if self.draft.is_empty() {
            self.source = self.draft.write(self.origin.source);
            self.imported = self.draft.write(&self.origin.imported);
        }
        let Self {
            draft,
            listed,
            said,
            ..
        } = self;
        listed.clear();
        listed.resize(self.width, 0..0);
        said.clear();
        let mut list = |number: u16, range: Range<usize>| {
            if let Some(at) = position(positions, number) {
                listed[at] = range;
            }
        };
        let code = draft.write(code.as_str());
        list(column::CODE, code.clone());
        said.extend([code, self.source.clone(), 0..0, 0..0, self.imported.clone()]);
        for (number, value) in &person.values {
            let range = draft.write(value);
            said.resize(OWN.len() + usize::from(*number), 0..0);
            said.push(range.clone());
            list(*number, range);
        }
        let sent = draft.write(&person.sent);
        let id = draft.write(&person.source_id);
        let (moment, whole) = if sent.is_empty() {
            (self.origin.imported.as_str(), &self.imported)
        } else {
            (&*person.sent, &sent)
        };
        list(
            column::REGISTERED,
            whole.start..whole.start + minute(moment).len(),
        );
        list(column::SOURCE, self.source.clone());
        list(column::SOURCE_ID, id.clone());
        (said[2], said[3]) = (id, sent);
        if let Some(status) = turn.status() {
            list(column::STATUS, draft.write(status.word()));
        }
        let listed = draft.row(listed.iter().cloned());
        self.spots.push((listed, draft.row(said.iter().cloned())));
    }

    /// Gives everybody their places in list and memory if the page is full.
    pub(super) fn turn_page(&mut self, list: &mut Registrations, known: &mut Submissions) {
        if self.draft.len() >= PAGE {
            self.settle(list, known);
        }
    }

    /// Gives everybody their places in list and memory.
    pub(super) fn settle(&mut self, list: &mut Registrations, known: &mut Submissions) {
        if self.spots.is_empty() {
            return;
        }
        let page = std::mem::replace(&mut self.draft, Draft::beside(Arc::clone(&self.text)));
        let page = page.finish();
        for (listed, said) in self.spots.drain(..) {
            let values = Values::on(&page, listed);
            list.push(Registration::filled(list.columns().clone(), values));
            let values = Values::on(&page, said);
            known.list.push(Submission::new(values));
        }
    }
}
