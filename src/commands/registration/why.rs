use chrono::DateTime;
use serde_json::Value;

use crate::commands::context::Context;
use crate::error::{Error, Exit, Result};
use crate::mail::{Fate, Standing};
use crate::model::{Code, Event};
use crate::output::{Format, Record};
use crate::places::{Letter, Story};
use crate::store::{Folder, boot_id};

/// Tell the whole story of one registration: whence, every change, place in the queue, each mail
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The code, as in krt-mwxb
    code: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let event = folder.read()?.trust(&[])?.event;
    let list = folder.registrations()?;
    let happened = folder.history()?;
    let typed = args.code.trim();
    let code = match list.find(typed) {
        Ok(person) => person.code().to_string(),
        // Who is not in the list any more has a story too.
        Err(error) => match Code::parse(typed) {
            Ok(code) if happened.iter().any(|entry| entry.code == code.as_str()) => {
                code.to_string()
            }
            _ => return Err(error),
        },
    };
    let letters = letters(&folder, &code, &event.mail.server)?;
    let story = Story::of(&code, &list, (&happened, &letters), &event)
        .ok_or_else(|| Error::new(format!("nothing is known of `{code}`")))?;
    match context.screen.format() {
        Format::Table => context.screen.sentences(&story.text(&event))?,
        _ => context.screen.record(&record(&story, &event))?,
    }
    Ok(Exit::Done)
}

/// Returns the mails to somebody, and those that wait in `outbox/`.
fn letters(folder: &Folder, code: &str, server: &str) -> Result<Vec<Letter>> {
    let journal = folder.journal()?;
    let standing = Standing::new(&journal, &boot_id(), server);
    let of_them = standing.to(code).into_iter();
    Ok(of_them
        .map(|mail| {
            let line = mail.line;
            let (outcome, reply) = match mail.fate {
                Fate::Accepted => (format!("accepted by {}", line.server()), String::new()),
                Fate::Refused => ("refused".to_string(), line.reply().to_string()),
                Fate::Deferred => ("put off".to_string(), line.reply().to_string()),
                Fate::InDoubt(phase) => ("in doubt".to_string(), phase.words().to_string()),
                Fate::Free => ("not sent yet".to_string(), String::new()),
            };
            Letter {
                time: line.time().to_string(),
                kind: line.kind().to_string(),
                outcome,
                reply,
            }
        })
        .collect())
}

fn record(story: &Story, event: &Event) -> Record {
    let local = |time: &str| {
        let time = DateTime::parse_from_rfc3339(time);
        time.map(|time| time.with_timezone(&event.zone).to_rfc3339())
    };
    let events = story.events.iter().map(|told| {
        Record::new()
            .with("time", local(&told.time).unwrap_or(told.time.clone()))
            .with("what", told.what.as_str())
            .with("value", told.value.as_str())
            .with("why", told.why.as_str())
            .with("by", told.by.as_str())
            .value()
    });
    Record::new()
        .with("code", story.code.as_str())
        .with("name", story.name.as_str())
        .with("status", story.status.as_str())
        .with("offer", story.offer.as_str())
        .with("position", story.position)
        .with("before", story.before.clone())
        .with("together", story.together.clone())
        .with("because", story.because.as_str())
        .with("events", Value::Array(events.collect()))
}
