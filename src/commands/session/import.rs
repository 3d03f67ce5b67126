use std::path::PathBuf;

use super::fields::written;
use crate::commands::context::{Context, counted};
use crate::commands::source;
use crate::error::{Exit, Result, Severity};
use crate::model::{Conference, Id, Room, Session, Track};
use crate::output::{Format, List, Record};
use crate::schedule::{self, Plan, Verdict};
use crate::store::{Editor, FieldValue, Fields, Noun};

/// Bring in the agenda of another tool: frab XML or JSON, exports of pretalx, Sessionize and Indico, CSV
///
/// New sessions are added, with the speakers, rooms and tracks that they need. Sessions that stand in agenda.toml with
/// other values are reported, and changed only with --update. Nothing is ever taken away, and importing the same file
/// again changes nothing.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The files; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Take the other tool's values where ours differ
    #[arg(long)]
    update: bool,
}

#[derive(Default)]
struct Count {
    added: usize,
    updated: usize,
    differing: usize,
    unchanged: usize,
    left_out: usize,
    speakers: usize,
    rooms: usize,
    tracks: usize,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let files = args.files.iter().map(|path| source::file(path, context));
    let files = files.collect::<Result<Vec<_>>>()?;
    let folder = context.folder()?;
    let editor = folder.edit(context.mode())?;
    let mut conference = folder.read()?.trust(&["speakers.toml", "agenda.toml"])?;
    let mut list = List::new(&["id", "title", "verdict", "fields"]);
    let mut count = Count::default();
    let mut plans = Vec::new();
    // All files are understood before anything is written, each as if those before it had been.
    for (name, bytes) in &files {
        let foreign = schedule::read(name, bytes, &conference.event)?;
        let mut plan = schedule::plan(&foreign, &conference);
        plan.keep_needed(args.update);
        count.left_out += foreign.left_out;
        tell(&plan, args.update, &mut count, &mut list);
        take(&mut conference, &plan, args.update);
        plans.push(plan);
    }
    for plan in &plans {
        write(&editor, &conference, plan, args.update)?;
    }
    let mut doubtful = false;
    for plan in &plans {
        context.screen.warn(&plan.findings);
        doubtful |= plan
            .findings
            .iter()
            .any(|finding| finding.severity > Severity::Note);
    }
    let sentence = count.sentence();
    if context.screen.format() == Format::Csv {
        context.screen.list(&list)?;
        context.screen.remark(&sentence);
    } else {
        if context.screen.format() == Format::Table {
            context.screen.list(&list)?;
        }
        context.screen.done(&sentence, &count.record(&list))?;
    }
    Ok(if doubtful { Exit::BadNews } else { Exit::Done })
}

/// Counts what a plan does, and lists every session that is not just as it was.
fn tell(plan: &Plan, update: bool, count: &mut Count, list: &mut List) {
    count.speakers += plan.speakers.len();
    count.rooms += plan.rooms.len();
    count.tracks += plan.tracks.len();
    for planned in &plan.sessions {
        let (word, fields): (_, &[&str]) = match &planned.verdict {
            Verdict::Same => {
                count.unchanged += 1;
                continue;
            }
            Verdict::New => {
                count.added += 1;
                ("added", &[])
            }
            Verdict::Differs(fields) if update => {
                count.updated += 1;
                ("updated", fields)
            }
            Verdict::Differs(fields) => {
                count.differing += 1;
                ("differs", fields)
            }
        };
        list.push(vec![
            planned.session.id.as_str().into(),
            planned.session.title.as_str().into(),
            word.into(),
            fields.into(),
        ]);
    }
}

/// Makes a conference what it is after a plan.
fn take(conference: &mut Conference, plan: &Plan, update: bool) {
    conference.event.rooms.extend(plan.rooms.iter().cloned());
    conference.event.tracks.extend(plan.tracks.iter().cloned());
    let speakers = plan.speakers.iter();
    conference
        .speakers
        .extend(speakers.map(|(id, name, bio)| crate::model::Speaker {
            bio: bio.clone(),
            ..crate::model::Speaker::named(id.clone(), name)
        }));
    for planned in &plan.sessions {
        let ours = conference
            .sessions
            .iter_mut()
            .find(|ours| ours.id == planned.session.id);
        match ours {
            Some(ours) if update => *ours = planned.session.clone(),
            Some(_) => {}
            None => conference.sessions.push(planned.session.clone()),
        }
    }
}

fn write(editor: &Editor<'_>, conference: &Conference, plan: &Plan, update: bool) -> Result<()> {
    // What sessions name comes first: a run that is cut short leaves no session that names nothing.
    editor.add_all(Noun::Room, &plan.rooms.iter().map(room).collect::<Vec<_>>())?;
    editor.add_all(
        Noun::Track,
        &plan.tracks.iter().map(track).collect::<Vec<_>>(),
    )?;
    let speakers = plan.speakers.iter().map(|(id, name, bio)| {
        vec![
            ("id", FieldValue::text(id.as_str())),
            ("name", FieldValue::text(name)),
            ("bio", FieldValue::text(bio)),
        ]
    });
    editor.add_all(Noun::Speaker, &speakers.collect::<Vec<_>>())?;
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    for planned in &plan.sessions {
        let mut fields = fields(conference, &planned.session);
        match &planned.verdict {
            Verdict::New => {
                fields.retain(|(_, value)| *value != FieldValue::Nothing);
                new.push(fields);
            }
            Verdict::Differs(names) if update => {
                // An end and a length say the same: whoever has an end keeps saying it so.
                let has_end = planned.session.origin.has("end");
                fields.retain(|(key, _)| names.contains(key) || (has_end && *key == "minutes"));
                if has_end {
                    fields.push(("end", FieldValue::Nothing));
                }
                changed.push((planned.session.id.clone(), fields));
            }
            _ => {}
        }
    }
    editor.add_all(Noun::Session, &new)?;
    editor.set_all(Noun::Session, &changed)
}

fn room(room: &Room) -> Fields {
    let capacity = room
        .capacity
        .map_or(FieldValue::Nothing, FieldValue::Number);
    vec![
        ("id", FieldValue::text(room.id.as_str())),
        ("name", FieldValue::text(&room.name)),
        ("capacity", capacity),
    ]
}

fn track(track: &Track) -> Fields {
    vec![
        ("id", FieldValue::text(track.id.as_str())),
        ("name", FieldValue::text(&track.name)),
        ("colour", FieldValue::text(&track.colour)),
    ]
}

fn fields(conference: &Conference, session: &Session) -> Fields {
    let id = |id: &Option<Id>| FieldValue::text(id.as_ref().map_or("", Id::as_str));
    let start = session.start.map(|start| written(&conference.event, start));
    let speakers = session.speakers.iter().map(ToString::to_string);
    let flag = |flag: bool| {
        if flag {
            FieldValue::Flag(true)
        } else {
            FieldValue::Nothing
        }
    };
    vec![
        ("id", FieldValue::text(session.id.as_str())),
        ("title", FieldValue::text(&session.title)),
        ("kind", FieldValue::text(&session.kind)),
        ("start", start.unwrap_or(FieldValue::Nothing)),
        (
            "minutes",
            session
                .minutes
                .map_or(FieldValue::Nothing, FieldValue::Number),
        ),
        ("room", id(&session.room)),
        ("speakers", FieldValue::list(speakers.collect())),
        ("chair", id(&session.chair)),
        ("track", id(&session.track)),
        ("abstract", FieldValue::text(&session.summary)),
        ("language", FieldValue::text(&session.language)),
        ("confirmed", flag(session.confirmed == Some(true))),
        ("cancelled", flag(session.cancelled)),
        ("source_id", FieldValue::text(&session.source_id)),
    ]
}

impl Count {
    fn sentence(&self) -> String {
        let counts = [
            (self.added, "session added", "sessions added"),
            (self.updated, "session updated", "sessions updated"),
            (self.differing, "session differs", "sessions differ"),
            (self.unchanged, "session as it was", "sessions as they were"),
            (self.left_out, "proposal left out", "proposals left out"),
        ];
        let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
        let counts = counts
            .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }));
        let mut sentence = counts.collect::<Vec<_>>().join(", ");
        if sentence.is_empty() {
            sentence = "No sessions".to_string();
        }
        let new = [
            (self.speakers, "speaker"),
            (self.rooms, "room"),
            (self.tracks, "track"),
        ];
        let new = new.into_iter().filter(|(count, _)| *count > 0);
        let new: Vec<String> = new.map(|(count, noun)| counted(count, noun)).collect();
        if !new.is_empty() {
            sentence += &format!("; new: {}", new.join(", "));
        }
        if self.differing > 0 {
            sentence += ". With --update the values of the file are taken";
        }
        sentence + "."
    }

    fn record(&self, list: &List) -> Record {
        Record::new()
            .with("added", self.added)
            .with("updated", self.updated)
            .with("differing", self.differing)
            .with("unchanged", self.unchanged)
            .with("left_out", self.left_out)
            .with("speakers", self.speakers)
            .with("rooms", self.rooms)
            .with("tracks", self.tracks)
            .with("sessions", list.value())
    }
}
