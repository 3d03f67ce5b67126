use chrono::DateTime;
use chrono_tz::Tz;

use super::context::{Context, counted};
use crate::error::{Exit, Result};
use crate::output::{Format, List, Record};
use crate::store::{Logged, Touched};

/// List what commands changed in the last month, the latest first
///
/// `plenary undo` takes the first line back. What people are called and where they live is not in it.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Print the lines that the command of this number replaced; they may be about people
    #[arg(long, value_name = "NUMBER")]
    lines: Option<u32>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    if let Some(number) = args.lines {
        let mut list = List::new(&["file", "line"]);
        for (file, line) in folder.replaced_lines(number)? {
            list.push(vec![file.into(), line.into()]);
        }
        context.screen.list(&list)?;
        if list.is_empty() {
            context
                .screen
                .remark("That command replaced no lines; it only added some.");
        }
        return Ok(Exit::Done);
    }
    let zone = folder.read()?.event.map_or(Tz::UTC, |event| event.zone);
    let mut list = List::new(&["number", "time", "command", "files", "state"]);
    let json = context.screen.format() == Format::Json;
    let log = folder.log()?;
    if context.screen.is_narrow() && !log.is_empty() {
        let lines = log.iter().rev().map(|one| {
            let (time, files) = (time(one, zone, false), sentence(one));
            format!(
                "{}  {time}  {}: {files}; {}\n",
                one.number, one.command, one.state
            )
        });
        return context
            .screen
            .sentences(&lines.collect::<String>())
            .map(|()| Exit::Done);
    }
    for one in log.iter().rev() {
        let files = if json {
            one.files
                .iter()
                .map(|touched| file(touched).value())
                .collect::<Vec<_>>()
                .into()
        } else {
            sentence(one).into()
        };
        list.push(vec![
            one.number.into(),
            time(one, zone, json).into(),
            one.command.as_str().into(),
            files,
            one.state.into(),
        ]);
    }
    context.screen.list(&list)?;
    if log.is_empty() {
        context
            .screen
            .remark("No command has changed anything in the last month.");
    }
    Ok(Exit::Done)
}

/// Returns when a command was run, as the clock at the event showed it.
pub(super) fn time(logged: &Logged, zone: Tz, iso: bool) -> String {
    let Ok(time) = DateTime::parse_from_rfc3339(&logged.time) else {
        return logged.time.clone();
    };
    let time = time.with_timezone(&zone);
    if iso {
        time.to_rfc3339()
    } else {
        time.format("%Y-%m-%d %H:%M").to_string()
    }
}

pub(super) fn file(touched: &Touched) -> Record {
    Record::new()
        .with("file", touched.file.as_str())
        .with("made", touched.made)
        .with("added", touched.added)
        .with("removed", touched.removed)
}

/// Returns which files changed and by how much: `registrations.csv +1 -1, outbox/ 200 new`. Memory that only plenary
/// reads is left out, unless there is nothing else.
pub(super) fn sentence(logged: &Logged) -> String {
    let own = |touched: &&Touched| touched.file.starts_with(".plenary/");
    let drafts = logged
        .files
        .iter()
        .filter(|touched| touched.file.starts_with("outbox/"))
        .count();
    let others = || {
        logged
            .files
            .iter()
            .filter(|touched| !touched.file.starts_with("outbox/"))
    };
    let mut words: Vec<String> = others().filter(|one| !own(one)).map(words).collect();
    if drafts > 0 {
        words.push(format!("outbox/ {}", counted(drafts, "new file")));
    }
    if words.is_empty() {
        words = others().map(self::words).collect();
    }
    words.join(", ")
}

fn words(touched: &Touched) -> String {
    let mut text = touched.file.clone();
    if touched.made {
        text += " new";
    }
    for (count, sign) in [(touched.added, '+'), (touched.removed, '-')] {
        if count > 0 {
            text += &format!(" {sign}{count}");
        }
    }
    text
}
