use std::collections::{HashMap, HashSet};

use super::names::Names;
use super::settle::{Foreign, ForeignSession};
use crate::error::{Finding, Place};
use crate::model::{Conference, Id, Room, Session, Track, WallTime, session_guid};

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Rooms that the event does not have yet.
    pub rooms: Vec<Room>,
    /// Tracks that the event does not have yet.
    pub tracks: Vec<Track>,
    /// People who are not among the speakers yet: id, name, a few sentences.
    pub speakers: Vec<(Id, String, String)>,
    /// The sessions of the file, each with what is to become of it.
    pub sessions: Vec<Planned>,
    /// What had to be guessed or left out.
    pub findings: Vec<Finding>,
}

/// A session of the file as it would stand in the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The session, its id the one it has or gets.
    pub session: Session,
    /// What is to become of it.
    pub verdict: Verdict,
}

/// What an import finds out about a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is new.
    New,
    /// It stands in the agenda already, just so.
    Same,
    /// It stands in the agenda with other values in these fields.
    Differs(Vec<&'static str>),
}

/// Compares an agenda of another tool with ours. Whoever imports the same file again finds everything the same.
///
/// A session is known by the key that the other tool gave it, or else by its title; nothing that we have is taken away
/// because the file does not say it.
pub fn plan(foreign: &Foreign, conference: &Conference) -> Plan {
    let mut plan = Plan {
        findings: foreign.findings.clone(),
        ..Plan::default()
    };
    let mut names = Names::new(conference);
    for (name, capacity) in &foreign.rooms {
        names.room(name, *capacity, &mut plan);
    }
    for (name, colour) in &foreign.tracks {
        names.track(name, colour, &mut plan);
    }
    let ours = Ours::new(conference);
    let sessions = unique_keys(&foreign.sessions);
    let known = known_by_title(&sessions, conference, &ours);
    let mut taken: HashSet<Id> = known.values().cloned().collect();
    for (at, theirs) in sessions.iter().enumerate() {
        let id = known.get(&at).cloned();
        let Some(id) = id.or_else(|| session_id(theirs, &ours, &taken)) else {
            let message = format!(
                "no id can be made for `{}`, so it is left out",
                theirs.title
            );
            let place = theirs
                .place
                .clone()
                .unwrap_or_else(|| Place::file("the file"));
            plan.findings
                .push(Finding::warning("id", message).at(place));
            continue;
        };
        taken.insert(id.clone());
        let ours = ours.by_id.get(&id).copied();
        if ours.is_none() && theirs.cancelled {
            continue;
        }
        let session = names.session(id, theirs, ours, &mut plan);
        let verdict = match ours {
            None => Verdict::New,
            Some(ours) => match differences(ours, &session) {
                fields if fields.is_empty() => Verdict::Same,
                fields => Verdict::Differs(fields),
            },
        };
        plan.sessions.push(Planned { session, verdict });
    }
    plan
}

/// Gives a session that a file has several times, once a slot, a key for each time.
fn unique_keys(sessions: &[ForeignSession]) -> Vec<ForeignSession> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    let again = |theirs: &ForeignSession, time: usize| ForeignSession {
        key: format!("{}-{time}", theirs.key),
        ..theirs.clone()
    };
    let sessions = sessions.iter().map(|theirs| {
        let time = times.entry(&theirs.key).or_default();
        *time += 1;
        match *time {
            1 => theirs.clone(),
            _ if theirs.key.is_empty() => theirs.clone(),
            time => again(theirs, time),
        }
    });
    sessions.collect()
}

impl Plan {
    /// Drops the rooms, tracks and people that only sessions need which stay as they are.
    pub fn keep_needed(&mut self, update: bool) {
        let written = self
            .sessions
            .iter()
            .filter(|planned| match &planned.verdict {
                Verdict::New => true,
                Verdict::Same => false,
                Verdict::Differs(_) => update,
            });
        let sessions: Vec<&Session> = written.map(|planned| &planned.session).collect();
        let people: HashSet<&Id> = sessions
            .iter()
            .flat_map(|session| session.people())
            .collect();
        let used = |of: fn(&Session) -> &Option<Id>, id: &Id| {
            sessions
                .iter()
                .any(|session| of(session).as_ref() == Some(id))
        };
        self.rooms
            .retain(|room| used(|session| &session.room, &room.id));
        self.tracks
            .retain(|track| used(|session| &session.track, &track.id));
        self.speakers.retain(|(id, ..)| people.contains(id));
    }
}

/// Our sessions as they are looked for.
struct Ours<'c> {
    by_id: HashMap<&'c Id, &'c Session>,
    by_key: HashMap<&'c str, &'c Session>,
    by_guid: HashMap<String, &'c Id>,
}

impl<'c> Ours<'c> {
    fn new(conference: &'c Conference) -> Self {
        let mut ours = Self {
            by_id: HashMap::new(),
            by_key: HashMap::new(),
            by_guid: HashMap::new(),
        };
        for session in &conference.sessions {
            ours.by_id.entry(&session.id).or_insert(session);
            let guid = session_guid(&conference.event, &session.id);
            ours.by_guid.insert(guid, &session.id);
            if !session.source_id.is_empty() {
                ours.by_key.entry(&session.source_id).or_insert(session);
            }
        }
        ours
    }
}

fn day(start: Option<WallTime>) -> Option<chrono::NaiveDate> {
    start.map(|start| start.date())
}

/// Finds sessions of a file by title among ours, each one of ours at most. Where the file has no keys: first those that
/// begin at the same time, then those of the same day, then any. Where it has keys that we have never met, those that are
/// in the same room at the same time: another export of the same tool may have other keys.
fn known_by_title(
    theirs: &[ForeignSession],
    conference: &Conference,
    ours: &Ours<'_>,
) -> HashMap<usize, Id> {
    let keys: HashSet<&str> = theirs.iter().map(|one| one.key.as_str()).collect();
    let mut titled: HashMap<String, Vec<&Session>> = HashMap::new();
    for session in &conference.sessions {
        let met = !session.source_id.is_empty() && keys.contains(session.source_id.as_str());
        if !met {
            let title = session.title.trim().to_lowercase();
            titled.entry(title).or_default().push(session);
        }
    }
    let room = |session: &Session| {
        let room = session.room.as_ref();
        let room = room.and_then(|id| conference.event.room(id));
        room.map_or_else(String::new, |room| room.name.trim().to_lowercase())
    };
    let is_own = |one: &ForeignSession| !(one.own_id.is_empty() && one.own_guid.is_empty());
    let same_time = |one: &ForeignSession, ours: &Session| one.start == ours.start;
    let same_day = |one: &ForeignSession, ours: &Session| day(one.start) == day(ours.start);
    let in_its_place = |one: &ForeignSession, ours: &Session| {
        one.start.is_some() && same_time(one, ours) && one.room.trim().to_lowercase() == room(ours)
    };
    type Alike<'f> = &'f dyn Fn(&ForeignSession, &Session) -> bool;
    let alike: [(bool, Alike<'_>); 4] = [
        (true, &in_its_place),
        (false, &same_time),
        (false, &same_day),
        (false, &|_, _| true),
    ];
    let mut known: HashMap<usize, Id> = HashMap::new();
    let mut taken: HashSet<&Id> = HashSet::new();
    for (with_keys, alike) in alike {
        for (at, one) in theirs.iter().enumerate() {
            let strange = !ours.by_key.contains_key(one.key.as_str());
            let asked = one.key.is_empty() || with_keys && strange;
            if is_own(one) || !asked || known.contains_key(&at) {
                continue;
            }
            let ours = titled.get(&one.title.trim().to_lowercase());
            let mut ours = ours.into_iter().flatten();
            if let Some(ours) = ours.find(|ours| !taken.contains(&ours.id) && alike(one, ours)) {
                taken.insert(&ours.id);
                known.insert(at, ours.id.clone());
            }
        }
    }
    known
}

/// Returns the id of a session of ours that this is, or a new one.
fn session_id(theirs: &ForeignSession, ours: &Ours<'_>, taken: &HashSet<Id>) -> Option<Id> {
    if let Some(ours) = ours.by_key.get(theirs.key.as_str()) {
        return Some(ours.id.clone());
    }
    // An id that would name somebody is not published: the UUID tells which it was.
    if let Some(own) = ours.by_guid.get(&theirs.own_guid) {
        return Some((*own).clone());
    }
    if let Some(own) = Id::parse(&theirs.own_id)
        .ok()
        .filter(|id| !taken.contains(id))
    {
        return Some(own);
    }
    let wanted = Id::from_words(&theirs.title)
        .or_else(|| Id::from_words(&format!("session-{}", theirs.key)))?;
    let strange = |ours: &&Session| {
        let keys = [&ours.source_id, &theirs.key];
        keys.iter().all(|key| !key.is_empty())
    };
    numbered(&wanted)
        .find(|id| !taken.contains(id) && ours.by_id.get(id).is_none_or(|ours| !strange(ours)))
}

/// Returns `id`, `id-2`, `id-3` and so on.
pub(super) fn numbered(id: &Id) -> impl Iterator<Item = Id> {
    let text = id.as_str().to_string();
    let next = move |number: usize| {
        let end = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        let head: String = text.chars().take(64 - end.len()).collect();
        Id::parse(&format!("{}{end}", head.trim_end_matches('-'))).ok()
    };
    (1..10_000).filter_map(next)
}

fn differences(ours: &Session, theirs: &Session) -> Vec<&'static str> {
    let fields = [
        ("title", ours.title == theirs.title),
        ("start", ours.start == theirs.start),
        ("minutes", ours.minutes == theirs.minutes),
        ("room", ours.room == theirs.room),
        ("speakers", ours.speakers == theirs.speakers),
        ("chair", ours.chair == theirs.chair),
        ("track", ours.track == theirs.track),
        ("kind", ours.kind == theirs.kind),
        ("abstract", ours.summary.trim() == theirs.summary.trim()),
        ("language", ours.language == theirs.language),
        ("cancelled", ours.cancelled == theirs.cancelled),
        ("source_id", ours.source_id == theirs.source_id),
    ];
    fields
        .into_iter()
        .filter(|(_, same)| !same)
        .map(|(field, _)| field)
        .collect()
}
