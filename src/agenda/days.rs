use chrono::{NaiveDate, NaiveTime, TimeDelta};

use crate::model::{Conference, Id, Session, WallTime, order_by_key};

/// One day of the agenda.
#[derive(Clone, Debug)]
pub struct Day<'a> {
    /// Which day.
    pub date: NaiveDate,
    /// Its sessions by start, then by room in the order of `event.toml`; those without a room first.
    pub sessions: Vec<(WallTime, &'a Session)>,
}

/// Returns the scheduled sessions day by day. A session before the event's `day_ends` belongs to the evening before.
pub fn days(conference: &Conference) -> Vec<Day<'_>> {
    let ends = conference.event.day_ends.unwrap_or(NaiveTime::MIN);
    let room = |session: &Session| {
        let position = |id: &Id| {
            conference
                .event
                .rooms
                .iter()
                .position(|room| room.id == *id)
        };
        session
            .room
            .as_ref()
            .map(|id| position(id).unwrap_or(usize::MAX))
    };
    let mut scheduled: Vec<(WallTime, &Session)> = conference
        .sessions
        .iter()
        .filter_map(|session| Some((session.start?, session)))
        .collect();
    order_by_key(&mut scheduled, |(start, session)| (*start, room(session)));
    let mut days: Vec<Day<'_>> = Vec::new();
    for (start, session) in scheduled {
        let before = if start.time() < ends {
            TimeDelta::days(1)
        } else {
            TimeDelta::zero()
        };
        let date = start.date() - before;
        match days.last_mut() {
            Some(day) if day.date == date => day.sessions.push((start, session)),
            _ => days.push(Day {
                date,
                sessions: vec![(start, session)],
            }),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Event, parse_wall_time};

    #[test]
    fn a_session_after_midnight_belongs_to_the_evening_before() {
        let session = |id: &str, start: &str| Session {
            start: Some(parse_wall_time(start, &[]).expect(start)),
            ..Session::unscheduled(Id::parse(id).expect(id), id)
        };
        let mut event = Event::named("test", "Test");
        event.day_ends = NaiveTime::from_hms_opt(4, 0, 0);
        let sessions = vec![
            session("next", "2024-04-14 09:00"),
            session("night", "2024-04-14 01:00"),
            session("first", "2024-04-13 09:00"),
        ];
        let conference = Conference {
            event,
            speakers: Vec::new(),
            sessions,
            waivers: Vec::new(),
        };
        let days: Vec<(String, Vec<&str>)> = days(&conference)
            .iter()
            .map(|day| {
                (
                    day.date.to_string(),
                    day.sessions
                        .iter()
                        .map(|(_, session)| session.id.as_str())
                        .collect(),
                )
            })
            .collect();
        assert_eq!(
            days,
            [
                ("2024-04-13".to_string(), vec!["first", "night"]),
                ("2024-04-14".to_string(), vec!["next"]),
            ]
        );
    }
}
