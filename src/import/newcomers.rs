use std::ops::Range;
use std::sync::Arc;

use super::apply::position;
use super::column;
use super::decide::{Turn, minute};
use super::filing::Origin;
use super::said::Said;
use crate::model::{Code, Draft, OWN, Spot, Values};

/// Somebody who comes in and of whom one row tells.
pub(super) struct Newcomer {
    /// Which row.
    pub(super) row: u32,
    pub(super) turn: Turn,
    pub(super) code: Code,
}

/// What is needed to write newcomers down.
pub(super) struct Arrivals<'a> {
    pub(super) said: Said,
    pub(super) origin: &'a Origin,
    /// The text of the file, in which most of what they say stands.
    pub(super) text: Arc<String>,
    /// How many columns the list has.
    pub(super) width: usize,
    /// Where each column stands in the list, by its number.
    pub(super) positions: &'a [Option<usize>],
}

/// Writes one newcomer after another on a page.
struct Writer<'a> {
    arrivals: &'a Arrivals<'a>,
    draft: Draft,
    /// What all have in common, where it stands on the page.
    source: Range<usize>,
    imported: Range<usize>,
    listed: Vec<Range<usize>>,
    said: Vec<Range<usize>>,
}

impl Arrivals<'_> {
    /// Returns of each newcomer the cells of the list and those of the memory, all on one page.
    pub(super) fn write(&self, people: &[Newcomer]) -> Vec<(Values, Values)> {
        let mut draft = Draft::beside(Arc::clone(&self.text));
        let mut writer = Writer {
            arrivals: self,
            source: draft.write(self.origin.source),
            imported: draft.write(&self.origin.imported),
            draft,
            listed: Vec::new(),
            said: Vec::new(),
        };
        let spots = people.iter().map(|person| writer.add(person));
        let spots: Vec<(Spot, Spot)> = spots.collect();
        let page = writer.draft.finish();
        let on_page = |spot| Values::on(&page, spot);
        let people = spots.into_iter();
        people
            .map(|(listed, said)| (on_page(listed), on_page(said)))
            .collect()
    }
}

impl Writer<'_> {
    fn add(&mut self, newcomer: &Newcomer) -> (Spot, Spot) {
        let Self {
            arrivals,
            draft,
            listed,
            said,
            ..
        } = self;
        let (origin, width) = (arrivals.origin, arrivals.width);
        listed.clear();
        listed.resize(width, 0..0);
        said.clear();
        let mut list = |number: u16, range: Range<usize>| {
            if let Some(at) = position(arrivals.positions, number) {
                listed[at] = range;
            }
        };
        let code = draft.write(newcomer.code.as_str());
        list(column::CODE, code.clone());
        said.extend([code, self.source.clone(), 0..0, 0..0, self.imported.clone()]);
        if let Some(person) = arrivals.said.candidate(newcomer.row) {
            for (number, value) in &person.values {
                let range = draft.write(value);
                said.resize(OWN.len() + usize::from(*number), 0..0);
                said.push(range.clone());
                list(*number, range);
            }
            let sent = draft.write(&person.sent);
            let id = draft.write(&person.source_id);
            let (moment, whole) = if sent.is_empty() {
                (origin.imported.as_str(), &self.imported)
            } else {
                (&*person.sent, &sent)
            };
            list(
                column::REGISTERED,
                whole.start..whole.start + minute(moment).len(),
            );
            list(column::SOURCE_ID, id.clone());
            (said[2], said[3]) = (id, sent);
        }
        list(column::SOURCE, self.source.clone());
        if let Some(status) = newcomer.turn.status() {
            list(column::STATUS, draft.write(status.word()));
        }
        let listed = draft.row(listed.iter().cloned());
        (listed, draft.row(said.iter().cloned()))
    }
}
