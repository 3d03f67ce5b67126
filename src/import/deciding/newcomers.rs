use std::ops::Range;
use std::sync::Mutex;

use super::super::apply::position;
use super::super::column;
use super::super::said::{CODE, IMPORTED, SENT, SOURCE, SOURCE_ID, SaidHere, take};
use super::decision::{Newcomer, minute};
use crate::model::{Code, OWN, Spot, Status, Values};
use crate::sheet::STRETCH;

/// What is needed to write newcomers down.
pub(in crate::import) struct Arrivals<'a> {
    /// All of them, in the order of their rows.
    pub(in crate::import) newcomers: Vec<Newcomer>,
    /// The code of each.
    pub(in crate::import) codes: Vec<Code>,
    /// What the rows say, a stretch each.
    pub(in crate::import) said: Vec<Mutex<SaidHere>>,
    /// How many columns the list has.
    pub(in crate::import) width: usize,
    /// Where each column stands in the list, by its number.
    pub(in crate::import) positions: &'a [Option<usize>],
}

impl Arrivals<'_> {
    /// Returns of each newcomer of a stretch of rows the cells of the list and those of the memory, all on one page.
    pub(in crate::import) fn write(&self, rows: Range<usize>) -> Vec<(Values, Values)> {
        let Some(stretch) = self.said.get(rows.start / STRETCH) else {
            return Vec::new();
        };
        let before = |row: usize| {
            let is_before = |one: &Newcomer| (one.row as usize) < row;
            self.newcomers.partition_point(is_before)
        };
        let these = before(rows.start)..before(rows.end);
        let (newcomers, codes) = (&self.newcomers[these.clone()], &self.codes[these]);
        let here = take(stretch);
        let spots = newcomers.iter().filter_map(|one| here.spot(one.row));
        let spots: Vec<Spot> = spots.collect();
        let mut draft = here.draft;
        let statuses = Status::ALL.map(|status| draft.pin(status.word()));
        let (mut said, mut listed) = (Vec::new(), Vec::new());
        let mut places = Vec::with_capacity(spots.len());
        let mut write = |newcomer: &Newcomer, spot| {
            said.clear();
            draft.each(spot, |cell| said.push(cell));
            places.push(said[CODE].clone());
            listed.clear();
            listed.resize(self.width, 0..0);
            let mut list = |number: u16, range: Range<usize>| {
                if let Some(at) = position(self.positions, number) {
                    listed[at] = range;
                }
            };
            list(column::CODE, said[CODE].clone());
            for (number, range) in (0..).zip(&said[OWN.len()..]) {
                if !range.is_empty() {
                    list(number, range.clone());
                }
            }
            let moments = [SENT, IMPORTED].map(|at| said[at].clone());
            let moment = moments.into_iter().find(|range| !range.is_empty());
            let Range { start, end } = moment.unwrap_or_default();
            let length = minute(draft.text(start..end)).len();
            list(column::REGISTERED, start..start + length);
            list(column::SOURCE, said[SOURCE].clone());
            list(column::SOURCE_ID, said[SOURCE_ID].clone());
            if let Some(status) = newcomer.turn.status() {
                list(column::STATUS, statuses[status as usize].clone());
            }
            draft.row(listed.iter().cloned())
        };
        let listed = newcomers.iter().zip(&spots);
        let listed: Vec<Spot> = listed.map(|(one, spot)| write(one, *spot)).collect();
        draft.overwrite(places.into_iter().zip(codes.iter().map(Code::as_str)));
        let page = draft.finish();
        let on_page = |spot| Values::on(&page, spot);
        let both = listed.into_iter().zip(spots);
        both.map(|(listed, said)| (on_page(listed), on_page(said)))
            .collect()
    }
}
