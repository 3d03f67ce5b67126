use std::collections::BTreeMap;

use chrono::{NaiveTime, TimeDelta};

use super::{Board, RULES};
use crate::agenda::sample::Sample;
use crate::model::{Conference, Id, Rule, Session, Span, WallTime};

/// Conflicts by rule and sessions, with how often each occurs.
type Tally = BTreeMap<(Rule, Vec<String>), usize>;

fn real(conference: &Conference) -> Tally {
    let board = Board::new(conference);
    let mut tally = Tally::new();
    for conflict in RULES.iter().flat_map(|(_, find)| find(&board)) {
        let mut sessions: Vec<String> = conflict
            .sessions
            .iter()
            .map(|one| one.id.to_string())
            .collect();
        sessions.sort();
        *tally.entry((conflict.rule, sessions)).or_default() += 1;
    }
    tally
}

/// The same by looking at every pair and every minute, without any cleverness.
struct BruteForce<'a> {
    conference: &'a Conference,
    tally: Tally,
}

fn minutes(session: &Session) -> Vec<WallTime> {
    let Some(start) = session.start.filter(|_| !session.cancelled) else {
        return Vec::new();
    };
    let count = session.minutes.unwrap_or(0).max(1);
    (0..count)
        .map(|minute| start + TimeDelta::minutes(i64::from(minute)))
        .collect()
}

fn people(session: &Session) -> Vec<&Id> {
    let mut people: Vec<&Id> = session.people().collect();
    people.sort();
    people.dedup();
    people
}

fn all_within(session: &Session, windows: &[Span]) -> bool {
    let inside = |minute: &WallTime| {
        windows
            .iter()
            .any(|window| window.start <= *minute && *minute < window.end)
    };
    minutes(session).iter().all(inside)
}

impl BruteForce<'_> {
    fn add(&mut self, rule: Rule, sessions: &[&Session]) {
        let mut ids: Vec<String> = sessions.iter().map(|one| one.id.to_string()).collect();
        ids.sort();
        *self.tally.entry((rule, ids)).or_default() += 1;
    }

    fn pair(&mut self, a: &Session, b: &Session) {
        let (mine, theirs) = (minutes(a), minutes(b));
        let (Some(a_last), Some(b_last)) = (mine.last(), theirs.last()) else {
            return;
        };
        let overlap = mine.iter().any(|minute| theirs.contains(minute));
        let gap = (theirs[0] - *a_last).max(mine[0] - *b_last).num_minutes() - 1;
        let rules = &self.conference.event.agenda;
        let in_both: Vec<&Id> = people(a)
            .into_iter()
            .filter(|id| people(b).contains(id))
            .collect();
        if a.room.is_some() && a.room == b.room {
            if overlap {
                self.add(Rule::RoomOverlap, &[a, b]);
            } else if gap < i64::from(rules.change_over) && a.kind != "break" && b.kind != "break" {
                self.add(Rule::ChangeOver, &[a, b]);
            }
        }
        for _ in in_both {
            if overlap {
                self.add(Rule::SpeakerOverlap, &[a, b]);
            } else if let (Some(from), Some(to)) = (&a.room, &b.room)
                && gap < i64::from(rules.minutes_between(from, to))
            {
                self.add(Rule::Walk, &[a, b]);
            }
        }
    }

    fn alone(&mut self, session: &Session) {
        let event = &self.conference.event;
        if session.start.is_none() && !session.cancelled {
            self.add(Rule::Unscheduled, &[session]);
        }
        let Some(start) = session.start.filter(|_| !session.cancelled) else {
            return;
        };
        if session.minutes.is_none() {
            self.add(Rule::NoLength, &[session]);
        }
        if session.confirmed == Some(false) {
            self.add(Rule::Unconfirmed, &[session]);
        }
        let ends = event.day_ends.unwrap_or(NaiveTime::MIN);
        let date = (start - (ends - NaiveTime::MIN)).date();
        let outside = match event.hours {
            Some(hours) => {
                let open: Vec<Span> = event.dates.iter().map(|date| hours.on(*date)).collect();
                !all_within(session, &open)
            }
            None => !event.dates.contains(&date),
        };
        if outside {
            self.add(Rule::OutsideHours, &[session]);
        }
        let room = session.room.as_ref().and_then(|room| event.room(room));
        if let Some(room) = room {
            if !room.open.is_empty() && !all_within(session, &room.open) {
                self.add(Rule::RoomClosed, &[session]);
            }
            if session.expected > room.capacity && room.capacity.is_some() {
                self.add(Rule::RoomTooSmall, &[session]);
            }
        }
        for person in people(session) {
            let Some(speaker) = self.conference.speaker(person) else {
                continue;
            };
            if !speaker.available.is_empty() && !all_within(session, &speaker.available) {
                self.add(Rule::NotAvailable, &[session]);
            }
            if speaker.step_free && room.is_some_and(|room| room.step_free == Some(false)) {
                self.add(Rule::StepFree, &[session]);
            }
        }
    }

    fn programme(&mut self) {
        let speakers = &self.conference.speakers;
        let keeps_track = speakers.iter().any(|one| one.confirmed == Some(true));
        for speaker in speakers {
            let mut theirs: Vec<&Session> = self.conference.sessions.iter().collect();
            theirs.retain(|session| {
                people(session).contains(&&speaker.id) && !minutes(session).is_empty()
            });
            if theirs.is_empty() {
                continue;
            }
            if speaker.confirmed == Some(false) || speaker.confirmed.is_none() && keeps_track {
                self.add(Rule::Unconfirmed, &theirs);
            }
            if speaker.anonymous {
                self.add(Rule::Unnamed, &theirs);
            }
        }
    }
}

fn brute(conference: &Conference) -> Tally {
    let mut finder = BruteForce {
        conference,
        tally: Tally::new(),
    };
    let sessions = &conference.sessions;
    for (at, session) in sessions.iter().enumerate() {
        finder.alone(session);
        for other in &sessions[at + 1..] {
            finder.pair(session, other);
        }
    }
    finder.programme();
    if sessions.iter().all(|session| session.start.is_none()) {
        finder
            .tally
            .retain(|(rule, _), _| *rule != Rule::Unscheduled);
    }
    finder.tally
}

#[test]
fn the_conflicts_are_those_that_brute_force_finds() {
    let mut by_rule: BTreeMap<Rule, usize> = BTreeMap::new();
    for seed in 0..4_000 {
        let conference = Sample::new(seed).conference(9);
        let expected = brute(&conference);
        assert_eq!(real(&conference), expected, "seed {seed}: {conference:#?}");
        for ((rule, _), count) in expected {
            *by_rule.entry(rule).or_default() += count;
        }
    }
    // A rule that never applies would be agreed on all too easily.
    let seldom: Vec<_> = RULES.iter().map(|(rule, _)| rule).collect();
    let seldom: Vec<_> = seldom
        .into_iter()
        .filter(|rule| by_rule.get(rule) < Some(&50))
        .collect();
    assert!(seldom.is_empty(), "{seldom:?} in {by_rule:?}");
}
