use minijinja::Value;
use minijinja::value::Serde;
use serde::Serialize;

use crate::model::{Conference, Session, Speaker, order_by_key};

/// What a template can say of somebody on the programme. Nothing here is for the public: they alone read it.
#[derive(Serialize)]
struct SpeakerWords<'a> {
    id: &'a str,
    name: &'a str,
    public_name: &'a str,
    role: &'a str,
    affiliation: &'a str,
    area: &'a str,
    bio: &'a str,
}

/// One of their sessions.
#[derive(Serialize)]
struct SessionWords<'a> {
    id: &'a str,
    title: &'a str,
    day: String,
    start: String,
    end: String,
    room: &'a str,
    summary: &'a str,
    chair: bool,
}

/// The fields of a session, in the order of [`SessionWords`].
pub(super) const FIELDS: [&str; 8] = [
    "id", "title", "day", "start", "end", "room", "summary", "chair",
];

/// Returns the variables `speaker` and `sessions`. Sessions that were called off are left out; those without a time
/// come last.
pub(super) fn speaker_words(
    speaker: &Speaker,
    conference: &Conference,
) -> [(&'static str, Value); 2] {
    let mut sessions: Vec<&Session> = conference
        .sessions_of(&speaker.id)
        .filter(|session| !session.cancelled)
        .collect();
    order_by_key(&mut sessions, |session| {
        (session.start.is_none(), session.start)
    });
    let sessions = sessions.into_iter().map(|session| {
        let room = session
            .room
            .as_ref()
            .and_then(|id| conference.event.room(id));
        Value::from(Serde(&SessionWords {
            id: session.id.as_str(),
            title: &session.title,
            day: written(session.start, "%A %-d %B %Y"),
            start: written(session.start, "%H:%M"),
            end: written(session.end(), "%H:%M"),
            room: room.map_or("", |room| &room.name),
            summary: &session.summary,
            chair: session.chair.as_ref() == Some(&speaker.id),
        }))
    });
    let words = SpeakerWords {
        id: speaker.id.as_str(),
        name: &speaker.name,
        public_name: speaker.public_name(),
        role: &speaker.role,
        affiliation: &speaker.affiliation,
        area: &speaker.area,
        bio: &speaker.bio,
    };
    [
        ("speaker", Value::from(Serde(&words))),
        ("sessions", Value::from(sessions.collect::<Vec<_>>())),
    ]
}

fn written(time: Option<crate::model::WallTime>, form: &str) -> String {
    time.map_or_else(String::new, |time| time.format(form).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::sample;

    #[test]
    fn a_session_has_the_fields_that_hints_name() {
        let conference = sample::conference();
        let [_, (_, sessions)] = speaker_words(&conference.speakers[0], &conference);
        let first = sessions.get_item(&Value::from(0)).expect("a session");
        let keys: Vec<String> = first
            .try_iter()
            .expect("a map")
            .map(|key| key.to_string())
            .collect();
        let mut fields = FIELDS.map(String::from).to_vec();
        fields.sort();
        let mut sorted = keys;
        sorted.sort();
        assert_eq!(sorted, fields);
        let said = |field: &str| first.get_attr(field).expect(field).to_string();
        assert_eq!(
            [
                said("title"),
                said("day"),
                said("start"),
                said("end"),
                said("room")
            ],
            [
                "Opening",
                "Saturday 13 April 2024",
                "10:00",
                "10:30",
                "Main Hall"
            ]
        );
    }
}
