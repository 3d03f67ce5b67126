use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::{Arg, Command};
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use super::cli::definition;
use super::help::topics;
use crate::error::{Exit, Result};
use crate::mail::Templates;
use crate::model::{Event, Id, Speaker, Status};
use crate::store::{Folder, Reading};

/// The variable by which the shell's script asks what could be typed next.
pub(super) const VARIABLE: &str = "PLENARY_COMPLETE";

/// So many are offered at most: more than anybody reads.
const MOST: usize = 1000;

/// Answers the shell, if it is the shell that asks; none if it is a person.
pub(super) fn answer(arguments: &[OsString]) -> Option<Exit> {
    std::env::var_os(VARIABLE).filter(|shell| !shell.is_empty() && shell != "0")?;
    let here = std::env::current_dir().ok();
    let asked = CompleteEnv::with_factory(taught)
        .var(VARIABLE)
        .try_complete(arguments, here.as_deref());
    match asked {
        Ok(false) => None,
        Ok(true) => Some(Exit::Done),
        // Whatever is wrong, the line that somebody is typing is no place to say it.
        Err(_) => Some(Exit::CouldNotRun),
    }
}

/// The command line that knows what stands in the event folder.
fn taught() -> Command {
    teach(definition(), "")
}

fn teach(command: Command, noun: &str) -> Command {
    let noun = noun.to_string();
    let command = command.mut_args(|arg| match offers(&noun, arg.get_id().as_str()) {
        Some(offers) => with(arg, offers),
        None => arg,
    });
    let top = noun.is_empty();
    command.mut_subcommands(|inner| {
        let name = if top {
            inner.get_name().to_string()
        } else {
            noun.clone()
        };
        teach(inner, &name)
    })
}

fn with(arg: Arg, offers: Offers) -> Arg {
    arg.add(ArgValueCompleter::new(move |typed: &OsStr| {
        let typed = typed.to_string_lossy().to_lowercase();
        // A broken file offers nothing: `plenary check` is who complains about it.
        let mut words = offers().unwrap_or_default();
        words.retain(|word| word.to_lowercase().starts_with(&typed));
        words.truncate(MOST);
        words.into_iter().map(CompletionCandidate::new).collect()
    }))
}

/// What could be typed somewhere. Codes, ids and words of the files' own; never what somebody is called, since whoever
/// looks over a shoulder reads it too.
type Offers = fn() -> Result<Vec<String>>;

fn offers(noun: &str, argument: &str) -> Option<Offers> {
    let offers: Offers = match (noun, argument) {
        ("registration", "code" | "codes" | "one" | "other") => codes,
        ("mail", "code" | "codes" | "person") => codes,
        ("mail", "to") => codes_and_speakers,
        ("mail", "kind") => kinds,
        ("speaker", "id") => speakers,
        ("session", "id") => sessions,
        (_, "speakers" | "speaker" | "chair") => speakers,
        (_, "room") => rooms,
        (_, "track") => tracks,
        (_, "ticket") => tickets,
        ("registration", "status") => statuses,
        (_, "conditions") => conditions,
        (_, "timezone") => zones,
        ("help", _) => topic_words,
        _ => return None,
    };
    Some(offers)
}

/// Opens the folder that -C on the line names, or the one around the current folder. Reads and never writes.
fn folder() -> Result<Folder> {
    let words: Vec<OsString> = std::env::args_os().collect();
    let named = words
        .windows(2)
        .find(|pair| pair[0] == "-C" || pair[0] == "--dir")
        .map(|pair| PathBuf::from(&pair[1]));
    let named = named.or_else(|| {
        std::env::var_os("PLENARY_DIR")
            .filter(|dir| !dir.is_empty())
            .map(PathBuf::from)
    });
    match named {
        Some(dir) => Folder::at(&dir),
        None => Folder::find(&std::env::current_dir().unwrap_or_default()),
    }
}

fn reading() -> Result<Reading> {
    folder()?.read()
}

fn event<T>(list: impl FnOnce(&Event) -> Vec<T>, id: impl Fn(&T) -> &Id) -> Result<Vec<String>> {
    let event = reading()?.event;
    Ok(event.map_or_else(Vec::new, |event| {
        list(&event).iter().map(|one| id(one).to_string()).collect()
    }))
}

fn codes() -> Result<Vec<String>> {
    let people = folder()?.registrations()?;
    let mut codes: Vec<String> = people
        .iter()
        .map(|person| person.code().to_string())
        .collect();
    codes.sort_unstable();
    Ok(codes)
}

/// Leaves out the id of somebody who is not to be named if it is made of their name.
fn speakers() -> Result<Vec<String>> {
    let reading = reading()?;
    let says_who = |one: &Speaker| Id::from_words(&one.name).as_ref() == Some(&one.id);
    let speakers = reading.speakers.iter();
    let shown = speakers.filter(|one| one.is_named_in_public() || !says_who(one));
    Ok(shown.map(|one| one.id.to_string()).collect())
}

fn codes_and_speakers() -> Result<Vec<String>> {
    let mut all = vec!["speakers".to_string()];
    all.extend(speakers()?);
    all.extend(codes()?);
    Ok(all)
}

fn sessions() -> Result<Vec<String>> {
    let reading = reading()?;
    Ok(reading
        .sessions
        .iter()
        .map(|one| one.id.to_string())
        .collect())
}

fn rooms() -> Result<Vec<String>> {
    event(|event| event.rooms.clone(), |one| &one.id)
}

fn tracks() -> Result<Vec<String>> {
    event(|event| event.tracks.clone(), |one| &one.id)
}

fn tickets() -> Result<Vec<String>> {
    event(|event| event.tickets.clone(), |one| &one.id)
}

fn kinds() -> Result<Vec<String>> {
    let templates = Templates::new(folder()?.templates()?);
    Ok(templates.kinds().map(String::from).collect())
}

fn statuses() -> Result<Vec<String>> {
    Ok(Status::ALL
        .iter()
        .map(|status| status.word().to_string())
        .collect())
}

/// Columns, and for those with few words the words: not what people wrote.
fn conditions() -> Result<Vec<String>> {
    let people = folder()?.registrations()?;
    let mut all: Vec<String> = people
        .columns()
        .names()
        .iter()
        .map(|column| format!("{column}="))
        .collect();
    all.extend(statuses()?.into_iter().map(|word| format!("status={word}")));
    all.extend(tickets()?.into_iter().map(|word| format!("ticket={word}")));
    all.extend(["updates=yes", "updates=no", "photo=yes", "photo=no"].map(String::from));
    Ok(all)
}

fn zones() -> Result<Vec<String>> {
    Ok(chrono_tz::TZ_VARIANTS
        .iter()
        .map(|zone| zone.name().to_string())
        .collect())
}

fn topic_words() -> Result<Vec<String>> {
    let mut words: Vec<String> = definition()
        .get_subcommands()
        .map(|one| one.get_name().to_string())
        .collect();
    words.extend(topics().map(|topic| topic.name.to_string()));
    Ok(words)
}
