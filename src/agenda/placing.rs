use chrono::TimeDelta;

use super::board::Board;
use super::diary::Entry;
use super::windows::Windows;
use crate::model::{Session, Span, WallTime, instant};

/// A session that looks for a time and a room.
#[derive(Clone, Debug)]
pub(super) struct Wish<'a> {
    pub(super) session: &'a Session,
    pub(super) minutes: u32,
    pub(super) people: Vec<usize>,
    /// Whether somebody in it needs a room that can be reached without a step.
    step_free: bool,
    /// Where it is now: it is not in its own way.
    itself: Option<usize>,
}

/// Why a session cannot be at a time in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Obstacle {
    /// The room is too small.
    TooSmall,
    /// The room has steps.
    Steps,
    /// The event or the room is not open, or the clocks change.
    Closed,
    /// Something for everybody is on; which sitting.
    Everybody(usize),
    /// The room is taken, or being changed over; by which sitting.
    Taken(usize),
    /// Somebody cannot come; which person.
    Away(usize),
    /// Somebody is elsewhere, or on the way; which person.
    Busy(usize),
}

/// How finely times are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Each quarter of an hour, as people like it.
    Quarters,
    /// Each five minutes, where time is short.
    Fives,
}

impl<'a> Wish<'a> {
    /// A session without a time, that takes so long.
    pub(super) fn new(board: &mut Board<'a>, session: &'a Session, minutes: u32) -> Self {
        let people = board.people_of(session);
        Self {
            step_free: people
                .iter()
                .any(|one| board.people[*one].needs_step_free()),
            session,
            minutes,
            people,
            itself: None,
        }
    }

    /// A sitting that shall be elsewhere.
    pub(super) fn of_sitting(board: &Board<'a>, at: usize) -> Self {
        let sitting = &board.sittings[at];
        let people = sitting.people.clone();
        Self {
            step_free: people
                .iter()
                .any(|one| board.people[*one].needs_step_free()),
            session: sitting.session,
            minutes: sitting.session.minutes.unwrap_or(0).max(1),
            people,
            itself: Some(at),
        }
    }

    /// Returns the time it takes if it begins then.
    pub(super) fn span_at(&self, start: WallTime) -> Span {
        Span {
            start,
            end: start + TimeDelta::minutes(i64::from(self.minutes)),
        }
    }

    /// Returns why it cannot be in a room at any time.
    pub(super) fn unfit(&self, board: &Board<'_>, place: usize) -> Option<Obstacle> {
        let room = board.places[place].room?;
        let expected = self.session.expected.unwrap_or(0);
        if room.capacity.is_some_and(|capacity| capacity < expected) {
            return Some(Obstacle::TooSmall);
        }
        (self.step_free && room.step_free == Some(false)).then_some(Obstacle::Steps)
    }

    /// Returns why it cannot be in a room at a time; none if all is well.
    pub(super) fn obstacle(
        &self,
        board: &Board<'_>,
        span: Span,
        place: Option<usize>,
    ) -> Option<Obstacle> {
        place
            .and_then(|place| self.unfit(board, place))
            .or_else(|| self.closed(board, span, place))
            .or_else(|| self.taken(board, span, place?))
            .or_else(|| self.missed(board, span, place))
            .or_else(|| skipped(board, span))
    }

    fn closed(&self, board: &Board<'_>, span: Span, place: Option<usize>) -> Option<Obstacle> {
        let holds =
            |windows: &Option<Windows>| windows.as_ref().is_none_or(|windows| windows.hold(span));
        let event = &board.conference.event;
        let on_a_day = || event.dates.contains(&event.clock().day_of(span.start));
        let open = holds(&board.hours) && (board.hours.is_some() || on_a_day());
        let room_open = place.is_none_or(|place| holds(&board.places[place].open));
        if !(open && room_open) {
            return Some(Obstacle::Closed);
        }
        let common = board.common.near(span, TimeDelta::zero());
        self.others(common)
            .next()
            .map(|entry| Obstacle::Everybody(entry.sitting))
    }

    fn taken(&self, board: &Board<'_>, span: Span, place: usize) -> Option<Obstacle> {
        let near = board.places[place].diary.near(span, board.change_over());
        let in_the_way = |entry: &&Entry| {
            let pause = self.session.is_break() || board.sittings[entry.sitting].session.is_break();
            !pause || entry.span.overlaps(&span)
        };
        let entry = self.others(near).find(in_the_way)?;
        Some(Obstacle::Taken(entry.sitting))
    }

    fn missed(&self, board: &Board<'_>, span: Span, place: Option<usize>) -> Option<Obstacle> {
        let longest = board.longest_walk();
        for who in &self.people {
            let person = &board.people[*who];
            if person
                .available
                .as_ref()
                .is_some_and(|windows| !windows.hold(span))
            {
                return Some(Obstacle::Away(*who));
            }
            let busy = |entry: &Entry| {
                let there = board.sittings[entry.sitting].place;
                let walk = there
                    .zip(place)
                    .map(|(there, here)| board.walk(there, here));
                let pause = (span.start - entry.span.end).max(entry.span.start - span.end);
                entry.span.overlaps(&span) || walk.is_some_and(|walk| pause < walk)
            };
            if self.others(person.diary.near(span, longest)).any(busy) {
                return Some(Obstacle::Busy(*who));
            }
        }
        None
    }

    fn others<'e>(
        &self,
        entries: impl Iterator<Item = &'e Entry>,
    ) -> impl Iterator<Item = &'e Entry> {
        let itself = self.itself;
        entries.filter(move |entry| Some(entry.sitting) != itself)
    }

    /// Returns the times at which it could begin, in a room or just at the event, in order: those a step apart, and
    /// those right after something else. All of them, or those that begin and end within a stretch of time.
    pub(super) fn starts(
        &self,
        board: &Board<'_>,
        place: Option<usize>,
        step: Step,
        within: Option<Span>,
    ) -> Vec<WallTime> {
        let step = match step {
            Step::Quarters => TimeDelta::minutes(15),
            Step::Fives => TimeDelta::minutes(5),
        };
        let length = TimeDelta::minutes(i64::from(self.minutes));
        let mut open = board.open_times(place);
        if let Some(within) = within {
            open = open.within(&Windows::new(vec![within]));
        }
        let mut starts = Vec::new();
        for window in open.spans() {
            let mut start = window.start;
            while start + length <= window.end {
                starts.push(start);
                start += step;
            }
            let diary = place.map(|place| &board.places[place].diary);
            let entries = diary
                .into_iter()
                .flat_map(|diary| diary.near(*window, TimeDelta::zero()));
            let after = entries.map(|entry| entry.span.end + board.change_over());
            starts.extend(after.filter(|at| *at >= window.start && *at + length <= window.end));
        }
        starts.sort_unstable();
        starts.dedup();
        starts
    }
}

/// Sees to it that the clocks do not change over the beginning or the end. Last, since zones are slow to ask.
fn skipped(board: &Board<'_>, span: Span) -> Option<Obstacle> {
    let zone = board.conference.event.zone;
    let sound = [span.start, span.end]
        .iter()
        .all(|time| instant(*time, zone).is_ok());
    (!sound).then_some(Obstacle::Closed)
}

impl Board<'_> {
    /// Returns when sessions can be in a room, or at the event: nothing if neither says when it is open.
    pub(super) fn open_times(&self, place: Option<usize>) -> Windows {
        let open = place.and_then(|place| self.places[place].open.as_ref());
        match (&self.hours, open) {
            (Some(hours), Some(open)) => hours.within(open),
            (Some(windows), None) => windows.clone(),
            (None, Some(windows)) => windows.clone(),
            (None, None) => Windows::default(),
        }
    }
}
