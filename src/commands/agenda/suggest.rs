use serde_json::Value;

use crate::agenda::{Placed, Suggestion, suggest};
use crate::commands::context::{Context, counted};
use crate::commands::ids::iso;
use crate::commands::session::Times;
use crate::error::{Exit, Result};
use crate::model::{Conference, Id};
use crate::output::{Format, List, Record};
use crate::store::{FieldValue, Fields, Noun};

/// Find times and rooms for the sessions that have none
///
/// Breaks no rule about time and place: rooms are open, free, large enough and without steps where needed, people can
/// come and get there, a track has one session at a time, and nothing goes beside lunch or a plenary. Sessions that
/// have a time stay. Writes nothing without --apply, and says why where it finds no place.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Write the times and rooms into agenda.toml
    #[arg(long)]
    apply: bool,
    /// How long a session takes that does not say
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    minutes: Option<u32>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let editor = args
        .apply
        .then(|| folder.edit(context.mode()))
        .transpose()?;
    let conference = folder.read()?.trust(&["speakers.toml", "agenda.toml"])?;
    let suggestion = suggest(&conference, args.minutes)?;
    if let Some(editor) = &editor {
        let edits = suggestion
            .placed
            .iter()
            .map(|placed| edit(&conference, placed));
        editor.set_all(Noun::Session, &edits.collect::<Vec<_>>())?;
    }
    match context.screen.format() {
        Format::Json => {
            let record = Record::new()
                .with(
                    "placed",
                    placed(&conference, &suggestion, context.times()).value(),
                )
                .with("unplaced", unplaced(&conference, &suggestion).value())
                .with(
                    "applied",
                    args.apply && context.mode() == crate::store::Mode::Real,
                );
            context.screen.record(&record)?;
        }
        Format::Csv => {
            let list = placed(&conference, &suggestion, context.times());
            context.screen.list(&list)?;
        }
        Format::Table => tables(&conference, &suggestion, context)?,
    }
    let count = suggestion.placed.len();
    let sessions = counted(count, "session");
    context
        .screen
        .remark(&match (count, args.apply, context.mode()) {
            (0, ..) if suggestion.unplaced.is_empty() => "Every session has a time.".to_string(),
            (0, ..) => "Nothing could be placed.".to_string(),
            (_, true, crate::store::Mode::Real) => format!("Placed {sessions}."),
            (_, true, _) => format!("Dry run, nothing is changed: Placed {sessions}."),
            _ => format!(
                "{sessions} could be placed so. Nothing is written yet: pass --apply for that."
            ),
        });
    Ok(if suggestion.unplaced.is_empty() {
        Exit::Done
    } else {
        Exit::BadNews
    })
}

fn edit(conference: &Conference, placed: &Placed) -> (Id, Fields) {
    let start = conference.event.clock().written(placed.start);
    let mut fields = vec![("start", FieldValue::Text(start))];
    let known = conference.session(&placed.session);
    if known.is_none_or(|session| session.minutes != Some(placed.minutes)) {
        fields.push(("minutes", FieldValue::Number(placed.minutes)));
    }
    fields.push(("room", FieldValue::text(placed.room.as_str())));
    (placed.session.clone(), fields)
}

fn tables(conference: &Conference, suggestion: &Suggestion, context: &mut Context) -> Result<()> {
    context
        .screen
        .list(&placed(conference, suggestion, Times::Wall))?;
    if !suggestion.unplaced.is_empty() {
        if !suggestion.placed.is_empty() {
            context.screen.text("\n")?;
        }
        let sessions = counted(suggestion.unplaced.len(), "session");
        context
            .screen
            .heading(&format!("{sessions} without a place"))?;
        context.screen.list(&unplaced(conference, suggestion))?;
    }
    Ok(())
}

fn placed(conference: &Conference, suggestion: &Suggestion, times: Times) -> List {
    let mut list = List::showing([
        ("id", true),
        ("title", true),
        ("start", true),
        ("end", false),
        ("minutes", true),
        ("room", true),
    ]);
    for one in &suggestion.placed {
        let time = |wall: crate::model::WallTime| match times {
            Times::Iso => iso(&conference.event, Some(wall)),
            Times::Wall => Some(wall.format("%Y-%m-%d %H:%M").to_string()),
        };
        list.push(vec![
            one.session.as_str().into(),
            title(conference, &one.session),
            time(one.start).into(),
            time(one.end()).into(),
            one.minutes.into(),
            one.room.as_str().into(),
        ]);
    }
    list
}

fn unplaced(conference: &Conference, suggestion: &Suggestion) -> List {
    let mut list = List::new(&["id", "title", "reason"]);
    for one in &suggestion.unplaced {
        list.push(vec![
            one.session.as_str().into(),
            title(conference, &one.session),
            one.reason.as_str().into(),
        ]);
    }
    list
}

fn title(conference: &Conference, id: &Id) -> Value {
    conference
        .session(id)
        .map(|session| session.title.as_str())
        .into()
}
