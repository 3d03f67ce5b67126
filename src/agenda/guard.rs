use crate::error::{Finding, Place};
use crate::model::{Conference, Discretion, names_somebody, unnamed_words};

/// What to do about each.
const HINT: &str = "take it out, and release the agenda anew if it is part of one; until then nothing is released or published";

/// Returns each text that would tell the public what it must not know: a name that somebody does not want to be known
/// by, an address or telephone number of a speaker. Fields that are private are never published; this is about what
/// was typed into those that are. `message` is what the organisers said about the release.
pub fn private_texts(conference: &Conference, message: &str) -> Vec<Finding> {
    let discretion = Discretion::of(conference);
    let mut findings = Vec::new();
    let mut look = |what: String, text: &str, place: &dyn Fn() -> Option<Place>| {
        for told in discretion.told_to_the_public(text) {
            let finding = Finding::error("private-text", format!("{what} tells the public {told}"))
                .maybe_at(place().map(|place| Place {
                    text: String::new(),
                    width: 0,
                    ..place
                }))
                .hint(HINT);
            findings.push(finding);
        }
    };
    let event = &conference.event;
    for (field, text) in [
        ("name", &event.name),
        ("summary", &event.summary),
        ("organiser", &event.organiser),
        ("venue", &event.venue.name),
        ("address", &event.venue.address),
        ("directions", &event.venue.directions),
        ("access", &event.venue.access),
    ] {
        look(format!("the `{field}` of the event"), text, &|| {
            event.origin.place(field)
        });
    }
    look(
        "what was said about the release".to_string(),
        message,
        &|| None,
    );
    for room in &event.rooms {
        let what = format!("the name of room `{}`", room.id);
        look(what, &room.name, &|| room.origin.place("name"));
    }
    for track in &event.tracks {
        let what = format!("the name of track `{}`", track.id);
        look(what, &track.name, &|| None);
    }
    for backer in &event.backers {
        look("a backer".to_string(), &backer.name, &|| None);
    }
    for speaker in &conference.speakers {
        let unnamed = String::new();
        for (field, text) in [
            // Another entry for somebody who does not want to be named, as imports of agendas make.
            (
                "name",
                if speaker.is_named_in_public() {
                    &speaker.name
                } else {
                    &unnamed
                },
            ),
            ("public_name", &speaker.alias),
            ("role", &speaker.role),
            ("affiliation", &speaker.affiliation),
            ("area", &speaker.area),
            ("bio", &speaker.bio),
            ("quote", &speaker.quote),
        ] {
            look(
                format!("the `{field}` of speaker `{}`", speaker.id),
                text,
                &|| speaker.origin.place(field),
            );
        }
    }
    for session in &conference.sessions {
        for (field, text) in [
            ("title", &session.title),
            ("abstract", &session.summary),
            ("kind", &session.kind),
        ] {
            look(
                format!("the `{field}` of session `{}`", session.id),
                text,
                &|| session.origin.place(field),
            );
        }
    }
    findings
}

/// Returns each session whose id names somebody who does not want to be named. Calendars and apps are given a number
/// that is made of the id: without a salt, whoever guesses the name can check the guess.
pub fn guessable_ids(conference: &Conference) -> Vec<Finding> {
    if !conference.event.privacy.salt.is_empty() {
        return Vec::new();
    }
    let secret = unnamed_words(conference);
    let sessions = conference.sessions.iter();
    let telling = sessions.filter(|session| names_somebody(&session.id, &secret));
    let findings = telling.map(|session| {
        let message = format!(
            "the id of session `{}` names somebody who does not want to be named, and what calendars are given is made of it",
            session.id
        );
        Finding::error("private-id", message)
            .maybe_at(session.origin.place("id"))
            .hint("give it another id, or write salt = \"some long random word\" into [privacy] of event.toml and never change it")
    });
    findings.collect()
}
