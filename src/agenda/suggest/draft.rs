use std::collections::HashMap;

use chrono::TimeDelta;

use crate::agenda::board::{Board, Sitting};
use crate::agenda::diary::{Diary, Entry};
use crate::agenda::placing::{Step, Wish};
use crate::model::{Id, Session, Span, WallTime, order_by_key};

/// A suggestion in the making: a board on which wishes are put down and taken up again.
#[derive(Clone, Debug)]
pub(super) struct Draft<'a> {
    pub(super) board: Board<'a>,
    pub(super) wishes: Vec<Wish<'a>>,
    /// Where each wish could be if there were no other wishes, the best first.
    pub(super) options: Vec<Vec<Choice>>,
    /// Where each wish is.
    pub(super) places: Vec<Option<Choice>>,
    /// What is on anywhere.
    all: Diary,
    /// What is on in each track.
    tracks: HashMap<&'a Id, Diary>,
    /// The sitting of the first wish.
    first: usize,
    /// So many more places may be looked at: a bound that, unlike a clock, gives the same answer every time.
    pub(super) budget: usize,
}

/// A time and a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) start: WallTime,
    pub(super) place: usize,
}

const BUDGET: usize = 3_000_000;

impl<'a> Draft<'a> {
    pub(super) fn new(board: &Board<'a>, wishes: Vec<Wish<'a>>, step: Step) -> Self {
        let mut board = board.clone();
        let mut tracks: HashMap<&Id, Vec<Entry>> = HashMap::new();
        let mut all = Vec::new();
        for (at, sitting) in board.sittings.iter().enumerate() {
            let entry = Entry {
                span: sitting.span,
                sitting: at,
            };
            all.push(entry);
            if let Some(track) = &sitting.session.track {
                tracks.entry(track).or_default().push(entry);
            }
        }
        let tracks = tracks.into_iter().map(|(track, entries)| {
            let mut diary = Diary::default();
            diary.fill(entries);
            (track, diary)
        });
        let mut everything = Diary::default();
        everything.fill(all);
        let first = board.sittings.len();
        board.sittings.extend(wishes.iter().map(|wish| Sitting {
            session: wish.session,
            span: wish.span_at(WallTime::MIN),
            place: None,
            people: wish.people.clone(),
        }));
        let mut draft = Self {
            all: everything,
            tracks: tracks.collect(),
            options: Vec::new(),
            places: vec![None; wishes.len()],
            first,
            board,
            wishes,
            budget: BUDGET,
        };
        draft.options = (0..draft.wishes.len())
            .map(|at| draft.look(at, step))
            .collect();
        draft
    }

    /// Returns all places for a wish beside what is fixed: the earliest first, and of those the tightest room.
    fn look(&self, at: usize, step: Step) -> Vec<Choice> {
        let wish = &self.wishes[at];
        let mut options = Vec::new();
        for place in fitting_rooms(&self.board, wish.session) {
            if wish.unfit(&self.board, place).is_some() {
                continue;
            }
            for start in wish.starts(&self.board, Some(place), step, None) {
                let choice = Choice { start, place };
                if self.fits(at, choice) {
                    options.push(choice);
                }
            }
        }
        let looseness = |choice: &Choice| {
            let room = self.board.places[choice.place].room;
            let spare = room.and_then(|room| room.capacity);
            (choice.start, spare.is_none(), spare, choice.place)
        };
        order_by_key(&mut options, looseness);
        options
    }

    /// Tells whether a wish could be put down there now.
    pub(super) fn fits(&self, at: usize, choice: Choice) -> bool {
        let wish = &self.wishes[at];
        let span = wish.span_at(choice.start);
        wish.obstacle(&self.board, span, Some(choice.place))
            .is_none()
            && !self.meets_its_track(wish.session, span)
            && !(wish.session.is_for_everybody() && self.meets_anything(span))
    }

    fn meets_its_track(&self, session: &Session, span: Span) -> bool {
        let diary = session
            .track
            .as_ref()
            .and_then(|track| self.tracks.get(track));
        diary.is_some_and(|diary| diary.near(span, TimeDelta::zero()).next().is_some())
    }

    fn meets_anything(&self, span: Span) -> bool {
        self.all.near(span, TimeDelta::zero()).next().is_some()
    }

    /// Puts a wish down at its best place that is left. Tells whether there was one.
    pub(super) fn put(&mut self, at: usize) -> bool {
        let mut looked = 0;
        let choice = self.options[at].iter().copied().find(|choice| {
            looked += 1;
            self.fits(at, *choice)
        });
        self.budget = self.budget.saturating_sub(looked);
        if let Some(choice) = choice {
            self.put_at(at, choice);
        }
        choice.is_some()
    }

    /// Puts a wish down where it is known to fit.
    pub(super) fn put_at(&mut self, at: usize, choice: Choice) {
        let sitting = self.first + at;
        let wish = &self.wishes[at];
        let entry = Entry {
            span: wish.span_at(choice.start),
            sitting,
        };
        self.board.sittings[sitting].span = entry.span;
        self.board.sittings[sitting].place = Some(choice.place);
        self.all.put(entry);
        self.board.places[choice.place].diary.put(entry);
        for person in &wish.people {
            self.board.people[*person].diary.put(entry);
        }
        if let Some(track) = &wish.session.track {
            self.tracks.entry(track).or_default().put(entry);
        }
        if wish.session.is_for_everybody() {
            self.board.common.put(entry);
        }
        self.places[at] = Some(choice);
    }

    /// Takes a wish up again, and returns where it was.
    pub(super) fn take(&mut self, at: usize) -> Option<Choice> {
        let choice = self.places[at].take()?;
        let sitting = self.first + at;
        let wish = &self.wishes[at];
        self.all.take(sitting);
        self.board.places[choice.place].diary.take(sitting);
        for person in &wish.people {
            self.board.people[*person].diary.take(sitting);
        }
        if let Some(diary) = wish
            .session
            .track
            .as_ref()
            .and_then(|track| self.tracks.get_mut(track))
        {
            diary.take(sitting);
        }
        self.board.common.take(sitting);
        Some(choice)
    }
}

/// Returns the rooms that a session may be in: its own, if it has one.
pub(super) fn fitting_rooms(board: &Board<'_>, session: &Session) -> Vec<usize> {
    let fits = |place: &usize| {
        let place = &board.places[*place];
        place.room.is_some() && session.room.as_ref().is_none_or(|room| room == place.id)
    };
    (0..board.places.len()).filter(fits).collect()
}
