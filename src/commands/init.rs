use std::path::{Path, PathBuf};

use super::context::{Context, counted};
use crate::error::{Error, Exit, Result};
use crate::model::{Event, Hours, Id, Mailbox, parse_date, parse_zone};
use crate::output::Record;
use crate::store::{Folder, Mode, NewEvent, NextEvent, TakeOver, create};

/// Make an event folder
///
/// On a terminal it asks for what the flags leave open; elsewhere --name, --timezone and --date must be given. With
/// --from, the next event takes over what holds on from the one before, and nobody but those who asked for it.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The folder; it is made if it is not there
    #[arg(default_value = ".", value_name = "DIR")]
    folder: PathBuf,
    /// What people call the event
    #[arg(long)]
    name: Option<String>,
    /// Short name, part of every mail and calendar entry; made from name and year if left out
    #[arg(long)]
    id: Option<String>,
    /// IANA time zone, as in Europe/London
    #[arg(long)]
    timezone: Option<String>,
    /// A day of the event, as in 2024-04-13; again for each day
    #[arg(long = "date", value_name = "DATE")]
    dates: Vec<String>,
    /// When its days open and close, as in 09:30-17:00
    #[arg(long)]
    hours: Option<String>,
    /// Whom people write to, and who the mails come from
    #[arg(long, value_name = "ADDRESS")]
    contact: Option<String>,
    /// Name of the place
    #[arg(long)]
    venue: Option<String>,
    /// Address of the place
    #[arg(long)]
    address: Option<String>,
    /// How many people can come
    #[arg(long)]
    capacity: Option<u32>,
    /// The event before, to take over organiser, mail settings, templates, and who asked to be kept informed
    #[arg(long, value_name = "DIR")]
    from: Option<PathBuf>,
    /// Take over venue and rooms too
    #[arg(long, requires = "from")]
    rooms: bool,
    /// Take over the speakers too
    #[arg(long, requires = "from")]
    speakers: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context
        .named_folder()
        .map_or_else(|| args.folder.clone(), |named| named.join(&args.folder));
    let before = args.from.as_deref().map(Before::open).transpose()?;
    let name = asked(
        context,
        args.name.as_deref(),
        "name",
        "What is the event called",
        "",
    )?;
    let dates = if args.dates.is_empty() {
        let typed = asked(
            context,
            None,
            "date",
            "On which day is it (2024-04-13; several with spaces)",
            "",
        )?;
        typed.split_whitespace().map(String::from).collect()
    } else {
        args.dates.clone()
    };
    let mut dates = dates
        .iter()
        .map(|date| parse_date(date))
        .collect::<Result<Vec<_>>>()?;
    dates.sort_unstable();
    let old = before.as_ref().map(|before| &before.event);
    let zone = args.timezone.as_deref().or(old.map(|old| old.zone.name()));
    let zone = asked(
        context,
        zone,
        "timezone",
        "In which time zone",
        "Europe/London",
    )?;
    let zone = parse_zone(&zone)?;
    let known = old.and_then(|old| old.contact.as_ref());
    let known = known.map(|contact| contact.as_str().to_string());
    let contact = match (&args.contact.clone().or(known), context.can_ask()) {
        (None, true) => context.ask("Which address do people write to (may stay blank)", "")?,
        (contact, _) => contact.clone().unwrap_or_default(),
    };
    let contact = if contact.is_empty() {
        None
    } else {
        Some(Mailbox::parse(&contact)?.address)
    };
    let event = NewEvent {
        id: id(args.id.as_deref(), &name, dates.first())?,
        name,
        dates,
        zone,
        hours: match &args.hours {
            Some(typed) => Some(Hours::parse(typed)?),
            None => old.and_then(|old| old.hours),
        },
        contact,
        venue: args.venue.clone().unwrap_or_default(),
        address: args.address.clone().unwrap_or_default(),
        capacity: args.capacity,
    };
    let made = match &before {
        Some(before) => before.go_on(&folder, &event, args, context.mode())?,
        None => NextEvent {
            files: create(&folder, &event, context.mode())?,
            invited: 0,
        },
    };
    let place = if folder == Path::new(".") {
        "this folder".to_string()
    } else {
        format!("`{}`", folder.display())
    };
    let mut sentence = format!(
        "Made {place} an event folder: {}.\nEdit event.toml, then try: plenary check; plenary import SIGNUPS.csv",
        made.files.join(", ")
    );
    if made.invited > 0 {
        sentence += &format!(
            "\n{} asked to be kept informed: look at `plenary mail preview invitation`, then plenary mail draft invitation",
            counted(made.invited, "person/people")
        );
    }
    let mut result = Record::new()
        .with("folder", folder.display().to_string())
        .with("id", event.id.as_str())
        .with("files", made.files);
    if before.is_some() {
        result = result.with("invited", made.invited);
    }
    context.screen.done(&sentence, &result)?;
    Ok(Exit::Done)
}

/// The event before the one that is made.
struct Before {
    folder: Folder,
    event: Event,
}

impl Before {
    fn open(path: &Path) -> Result<Self> {
        if !path.is_dir() {
            return Err(
                Error::new(format!("--from `{}` is no folder", path.display()))
                    .hint("name the folder of the event before, as in --from ../london-2024"),
            );
        }
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        let folder = Folder::find(&absolute).map_err(|_| {
            Error::new(format!(
                "--from `{}` is no event folder: there is no event.toml there or above",
                path.display()
            ))
            .hint("name the folder of the event before, as in --from ../london-2024")
        })?;
        let event = folder.read()?.trust(&[])?.event;
        Ok(Self { folder, event })
    }

    fn go_on(&self, root: &Path, event: &NewEvent, args: &Args, mode: Mode) -> Result<NextEvent> {
        if event.id == self.event.id {
            return Err(
                Error::new(format!("the event before has the id `{}` too", event.id))
                    .hint("give another one with --id: it is what keeps the mails of both apart"),
            );
        }
        let take = TakeOver {
            rooms: args.rooms,
            speakers: args.speakers,
        };
        self.folder.next_event(root, event, take, mode)
    }
}

fn asked(
    context: &mut Context,
    flag: Option<&str>,
    name: &str,
    question: &str,
    offer: &str,
) -> Result<String> {
    if let Some(value) = flag {
        if value.trim().is_empty() {
            return Err(
                Error::new(format!("--{name} is blank")).hint(format!("an event needs a {name}"))
            );
        }
        return Ok(value.to_string());
    }
    if !context.can_ask() {
        return Err(Error::new(format!("--{name} is missing, and nobody is here to be asked"))
            .hint("plenary init DIR --name \"Blackburn conference\" --timezone Europe/London --date 2024-04-13"));
    }
    let answer = context.ask(question, offer)?;
    if answer.is_empty() {
        Err(Error::new(format!(
            "an event needs a {name}, nothing was done"
        )))
    } else {
        Ok(answer)
    }
}

fn id(typed: Option<&str>, name: &str, date: Option<&chrono::NaiveDate>) -> Result<Id> {
    if let Some(typed) = typed {
        return Id::parse(typed);
    }
    let year = date
        .map(|date| date.format(" %Y").to_string())
        .unwrap_or_default();
    let year = if name.contains(year.trim()) {
        String::new()
    } else {
        year
    };
    Id::from_words(&format!("{name}{year}")).ok_or_else(|| {
        Error::new("no short name can be made from this name")
            .hint("give one with --id, as in --id blackburn-2024")
    })
}
