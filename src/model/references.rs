use std::collections::{HashMap, HashSet};

use super::{Conference, Id, Origin};
use crate::error::{Finding, Place, did_you_mean};

/// Returns what does not fit together: ids that stand twice, and ids that name nothing.
pub fn reference_findings(conference: &Conference) -> Vec<Finding> {
    let Conference {
        event,
        speakers,
        sessions,
        ..
    } = conference;
    let mut findings = Vec::new();
    repeated(
        "room",
        event.rooms.iter().map(|room| (&room.id, &room.origin)),
        &mut findings,
    );
    repeated(
        "track",
        event.tracks.iter().map(|track| (&track.id, &track.origin)),
        &mut findings,
    );
    repeated(
        "ticket",
        event
            .tickets
            .iter()
            .map(|ticket| (&ticket.id, &ticket.origin)),
        &mut findings,
    );
    repeated(
        "speaker",
        speakers
            .iter()
            .map(|speaker| (&speaker.id, &speaker.origin)),
        &mut findings,
    );
    repeated(
        "session",
        sessions
            .iter()
            .map(|session| (&session.id, &session.origin)),
        &mut findings,
    );
    let known: HashSet<&Id> = speakers.iter().map(|speaker| &speaker.id).collect();
    let rooms: HashSet<&Id> = event.rooms.iter().map(|room| &room.id).collect();
    let tracks: HashSet<&Id> = event.tracks.iter().map(|track| &track.id).collect();
    for session in sessions {
        let what = || format!("session `{}`", session.id);
        for (field, noun, ids, known) in [
            ("speakers", "speaker", session.speakers.as_slice(), &known),
            ("chair", "speaker", session.chair.as_slice(), &known),
            ("interpreters", "speaker", &session.interpreters, &known),
            ("room", "room", session.room.as_slice(), &rooms),
            ("track", "track", session.track.as_slice(), &tracks),
        ] {
            let strangers = ids.iter().filter(|id| !known.contains(id));
            findings.extend(
                strangers
                    .map(|id| dangling(&what(), session.origin.place(field), (noun, id), known)),
            );
        }
    }
    for walk in &event.agenda.walks {
        for (field, room) in [("from", &walk.from), ("to", &walk.to)] {
            if !rooms.contains(room) {
                let place = walk.origin.place(field);
                findings.push(dangling("this [[walk]]", place, ("room", room), &rooms));
            }
        }
    }
    findings
}

fn dangling(
    what: &str,
    place: Option<Place>,
    (noun, id): (&str, &Id),
    known: &HashSet<&Id>,
) -> Finding {
    let message = format!("{what} names {noun} `{id}`, which does not exist");
    let hint =
        did_you_mean(id.as_str(), known.iter().map(|id| id.as_str())).unwrap_or_else(
            || match noun {
                "speaker" => format!("add them with `plenary speaker add {id} --name NAME`"),
                _ => format!("add a [[{noun}]] with id = \"{id}\" to event.toml"),
            },
        );
    Finding::error("unknown-id", message)
        .maybe_at(place)
        .hint(hint)
}

fn repeated<'a>(
    noun: &str,
    ids: impl Iterator<Item = (&'a Id, &'a Origin)>,
    findings: &mut Vec<Finding>,
) {
    let mut seen: HashMap<&Id, &Origin> = HashMap::new();
    for (id, origin) in ids {
        if let Some(first) = seen.get(id) {
            let finding = Finding::error("duplicate-id", format!("{noun} `{id}` stands twice"))
                .maybe_at(origin.place("id"))
                .maybe_at(first.place("id"))
                .hint("give one of them another id");
            findings.push(finding);
        } else {
            seen.insert(id, origin);
        }
    }
}
