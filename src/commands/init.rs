use std::path::{Path, PathBuf};

use super::context::Context;
use crate::error::{Error, Exit, Result};
use crate::model::{Hours, Id, Mailbox, parse_date, parse_zone};
use crate::output::Record;
use crate::store::{NewEvent, create};

/// Make an event folder
///
/// On a terminal it asks for what the flags leave open; elsewhere --name, --timezone and --date must be given.
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
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context
        .named_folder()
        .map_or_else(|| args.folder.clone(), |named| named.join(&args.folder));
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
    let zone = asked(
        context,
        args.timezone.as_deref(),
        "timezone",
        "In which time zone",
        "Europe/London",
    )?;
    let zone = parse_zone(&zone)?;
    let contact = match (&args.contact, context.can_ask()) {
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
        hours: args.hours.as_deref().map(Hours::parse).transpose()?,
        contact,
        venue: args.venue.clone().unwrap_or_default(),
        address: args.address.clone().unwrap_or_default(),
        capacity: args.capacity,
    };
    let files = create(&folder, &event, context.mode())?;
    let place = if folder == Path::new(".") {
        "this folder".to_string()
    } else {
        format!("`{}`", folder.display())
    };
    let sentence = format!(
        "Made {place} an event folder: {}.\nEdit event.toml, then try: plenary check; plenary import SIGNUPS.csv",
        files.join(", ")
    );
    let result = Record::new()
        .with("folder", folder.display().to_string())
        .with("id", event.id.as_str())
        .with("files", files);
    context.screen.done(&sentence, &result)?;
    Ok(Exit::Done)
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
