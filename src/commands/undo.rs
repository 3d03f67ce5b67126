use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::context::{Context, counted};
use super::log::{file, sentence, time};
use crate::error::{Error, Exit, Result};
use crate::mail::{Kind, Standing};
use crate::model::{Chronicle, Event, MailJournal, MailLine, Registrations};
use crate::output::Record;
use crate::places::{Book, REDO, UNDO};
use crate::store::{Direction, Folder, Plan, boot_id, release_number};

/// Take back what the last command changed; again for the one before
///
/// `plenary log` lists what can be taken back. It is refused when a file was edited since. Mails cannot be unsent, and
/// what was published stays until `plenary publish` makes it anew.
#[derive(clap::Args, Debug)]
pub(super) struct Args {}

/// Bring back what was taken back last; again for what was taken back before
#[derive(clap::Args, Debug)]
pub(super) struct RedoArgs {}

pub(super) fn run(direction: Direction, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let Some(plan) = folder.plan(direction)? else {
        let nothing = match direction {
            Direction::Undo => {
                "Nothing to take back: no command has changed anything in the last month."
            }
            Direction::Redo => "Nothing to bring back.",
        };
        context
            .screen
            .done(nothing, &Record::new().with("done", false))?;
        return Ok(Exit::Done);
    };
    let journal = folder.journal()?;
    if direction == Direction::Undo {
        unmailed(&plan, &journal)?;
    }
    if !agreed(&plan, &folder, (&journal, direction), context)?
        || direction == Direction::Undo && !kept(&plan, &journal, context)?
    {
        context.screen.remark("Nothing was changed.");
        return Ok(Exit::Done);
    }
    let event = folder.read()?.event;
    let zone = event.as_ref().map_or(Tz::UTC, |event| event.zone);
    let now = context.now(zone)?;
    let mut tell = |old: &Registrations, new: &Registrations, happened: &Chronicle| {
        let event = event.as_ref();
        event.map_or_else(Chronicle::default, |event| {
            told(&plan, direction, (event, now), (old, new, happened))
        })
    };
    let done = folder.edit(context.mode())?.turn_back(&plan, &mut tell)?;
    let sent = sent_since(&journal, &plan, |_| true);
    say(&done, direction, zone, sent, context)?;
    Ok(Exit::Done)
}

/// Returns what the history says of it, after what was changed by hand before.
fn told(
    plan: &Plan,
    direction: Direction,
    (event, now): (&Event, DateTime<Utc>),
    (old, new, happened): (&Registrations, &Registrations, &Chronicle),
) -> Chronicle {
    let (by, verb) = match direction {
        Direction::Undo => (UNDO, "took back"),
        Direction::Redo => (REDO, "brought back"),
    };
    let mut entries = Book::open(old, happened, (event, now, by))
        .noticed()
        .clone();
    let all: Chronicle = happened.iter().chain(entries.iter()).collect();
    let why = format!("{verb} `{}`", plan.logged.command);
    let turned = Book::replaced(new, &all, (event, now, by), &why);
    entries.extend(turned.iter());
    entries
}

/// Asks where people who were written to would leave the list: imported again they get other codes, and the same mails
/// a second time.
fn agreed(
    plan: &Plan,
    folder: &Folder,
    (journal, direction): (&Arc<MailJournal>, Direction),
    context: &mut Context,
) -> Result<bool> {
    let event = folder.read()?.event;
    let server = event.map_or_else(String::new, |event| event.mail.server);
    let standing = Standing::new(journal, &boot_id(), &server);
    let told = |code: &str| standing.told(code).next().is_some();
    let Some(leaving) = plan.leaving()? else {
        let people = folder.registrations()?;
        if people.iter().any(|person| told(person.code())) {
            return Err(Error::new(
                "people on this list were written to, so the list cannot be taken back whole",
            )
            .hint("cancel who should not come: plenary registration cancel CODE"));
        }
        return Ok(true);
    };
    let told = leaving.iter().filter(|code| told(code)).count();
    if told == 0 {
        return Ok(true);
    }
    context.confirm(&format!(
        "{} would leave the list although mail went out to them. It cannot be unsent, and whoever is imported again gets \
         another code and the same mails once more{}?",
        counted(told, "person/people"),
        match direction {
            Direction::Undo => "; `plenary redo` avoids that. Take it back",
            Direction::Redo => ". Bring it back all the same",
        }
    ))
}

/// Refuses to take back a release that people were written to about: nobody would know any more what they were told.
///
/// # Errors
/// Says so.
fn unmailed(plan: &Plan, journal: &MailJournal) -> Result<()> {
    let numbers = plan.files().into_iter().filter_map(release_number);
    for number in numbers {
        let told = |line: &MailLine<'_>| {
            Kind::of(line.kind()).is_of_changes()
                && line.revision() == number
                && line.state().may_have_arrived()
        };
        let told: HashSet<_> = journal.iter().filter(told).map(MailLine::key).collect();
        if !told.is_empty() {
            let message = format!(
                "{} about release {number} went out, so it cannot be taken back",
                counted(told.len(), "mail")
            );
            return Err(Error::new(message).hint(
                "change the agenda back and make another release: `plenary mail draft change` tells everybody concerned",
            ));
        }
    }
    Ok(())
}

/// Asks where people were told since that they have a place: they would not hear that it is so no more.
fn kept(plan: &Plan, journal: &MailJournal, context: &mut Context) -> Result<bool> {
    let telling = |file: &str| file == "registrations.csv";
    if !plan.files().into_iter().any(telling) {
        return Ok(true);
    }
    let is_promise = |line: MailLine<'_>| PROMISES.contains(&Kind::family(line.kind()));
    let sent = sent_since(journal, plan, is_promise);
    if sent == 0 {
        return Ok(true);
    }
    context.confirm(&format!(
        "{} about places went out since then and cannot be unsent. How people stand from now on is told to them \
         by the next `plenary due --run`. Take it back?",
        counted(sent, "mail")
    ))
}

/// The kinds of mail that say how things stand.
const PROMISES: [&str; 3] = ["place", "offer", "cancelled"];

/// Returns how many mails of some sort went out since a command was run, or may have.
fn sent_since(journal: &MailJournal, plan: &Plan, counts: fn(MailLine<'_>) -> bool) -> usize {
    let began = DateTime::parse_from_rfc3339(&plan.logged.time).ok();
    let gone = |line: &MailLine<'_>| {
        let out = line.state().may_have_arrived() && counts(*line);
        out && DateTime::parse_from_rfc3339(line.time()).ok() >= began
    };
    let keys: HashSet<_> = journal.iter().filter(gone).map(MailLine::key).collect();
    keys.len()
}

fn say(
    done: &Plan,
    direction: Direction,
    zone: Tz,
    sent: usize,
    context: &mut Context,
) -> Result<()> {
    let logged = &done.logged;
    let command = format!("{} ({})", logged.command, time(logged, zone, false));
    let mut text = match direction {
        Direction::Undo if done.files().is_empty() => {
            format!("Nothing is left of {command} to take back.")
        }
        Direction::Redo if done.files().is_empty() => {
            format!("Nothing is left of {command} to bring back.")
        }
        Direction::Undo => format!(
            "Took back: {command}: {}.\n`plenary redo` brings it back.",
            sentence(logged)
        ),
        Direction::Redo => format!("Brought back: {command}: {}.", sentence(logged)),
    };
    if sent > 0 && direction == Direction::Undo {
        text += &format!(
            "\n{} went out since then and cannot be unsent.",
            counted(sent, "mail")
        );
    }
    let result = Record::new()
        .with("done", !done.files().is_empty())
        .with("number", logged.number)
        .with("time", time(logged, zone, true))
        .with("command", logged.command.as_str())
        .with(
            "files",
            logged
                .files
                .iter()
                .map(|touched| file(touched).value())
                .collect::<Vec<_>>(),
        )
        .with("sent_since", sent);
    context.screen.done(&text, &result)
}
