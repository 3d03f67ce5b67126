use std::collections::{HashMap, HashSet};

use super::{Conference, Id, Origin, Session};
use crate::error::{Finding, did_you_mean};

/// Returns what does not fit together: ids that stand twice, and ids that name nothing.
pub fn reference_findings(conference: &Conference) -> Vec<Finding> {
    let Conference {
        event,
        speakers,
        sessions,
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
        for speaker in &session.speakers {
            findings.extend(dangling(session, "speakers", "speaker", speaker, &known));
        }
        if let Some(chair) = &session.chair {
            findings.extend(dangling(session, "chair", "speaker", chair, &known));
        }
        if let Some(room) = &session.room {
            findings.extend(dangling(session, "room", "room", room, &rooms));
        }
        if let Some(track) = &session.track {
            findings.extend(dangling(session, "track", "track", track, &tracks));
        }
    }
    findings
}

fn dangling(
    session: &Session,
    field: &str,
    noun: &str,
    id: &Id,
    known: &HashSet<&Id>,
) -> Option<Finding> {
    if known.contains(id) {
        return None;
    }
    let message = format!(
        "session `{}` names {noun} `{id}`, which does not exist",
        session.id
    );
    let hint =
        did_you_mean(id.as_str(), known.iter().map(|id| id.as_str())).unwrap_or_else(
            || match noun {
                "speaker" => format!("add them with `plenary speaker add {id} --name NAME`"),
                _ => format!("add a [[{noun}]] with id = \"{id}\" to event.toml"),
            },
        );
    Some(
        Finding::error("unknown-id", message)
            .maybe_at(session.origin.place(field))
            .hint(hint),
    )
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
