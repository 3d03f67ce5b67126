use super::changes;
use super::post::{Past, Post};
use super::recipients::Recipients;
use crate::commands::context::Context;
use crate::error::{Error, Exit, Result};
use crate::mail::{Example, Kind, Notice, Person, Stationery};
use crate::output::{Format, Record};

/// Show a mail as somebody would read it; nothing is written or sent
///
/// Without --to it is the mail of the first person who is due one, or of an invented one.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Which mail: confirmation, reminder and so on; `plenary mail draft --help` tells who gets which
    kind: String,
    #[command(flatten)]
    recipients: Recipients,
    /// Show the HTML instead of the text
    #[arg(long)]
    html: bool,
    /// Show the template and not what it makes, to begin one of your own: … --source > templates/KIND.txt
    #[arg(long)]
    source: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let post = Post::open(context)?;
    let kind = args.recipients.kind(&args.kind, &post)?;
    if args.source {
        return show_source(args, &kind, &post, context);
    }
    let past = post.past()?;
    if kind.is_of_changes() {
        let mut told = changes::notices(&kind, &args.recipients, (&post, &past))?.into_iter();
        let Some((person, notice)) = told.next() else {
            return Err(Error::new("nobody has to be told of a change")
                .hint("`plenary agenda diff` shows what differs from the latest release"));
        };
        return show(
            args,
            (&kind, &person),
            (&post, &past, Some(notice)),
            context,
        );
    }
    let people = args.recipients.people(Some(&kind), &post)?;
    let example = Example::new(&post.event, post.registrations.columns(), "")?;
    let asked_for = !args.recipients.to.is_empty();
    let mut people = people.into_iter();
    let person = people.find(|person| asked_for || kind.is_due(person, &past.standing));
    let person = person.unwrap_or_else(|| match kind.is_for_speakers() {
        Some(true) => example.speaker(),
        _ => example.registered(),
    });
    show(args, (&kind, &person), (&post, &past, None), context)
}

fn show(
    args: &Args,
    (kind, person): (&Kind, &Person<'_>),
    (post, past, notice): (&Post, &Past, Option<Notice>),
    context: &mut Context,
) -> Result<Exit> {
    let stationery = Stationery::new(kind, &post.setting(past), Some(person))?;
    let revision = past.standing.latest(kind.name(), person.id()).max(1);
    let composed = match notice {
        Some(notice) => stationery.compose_notice(person, &notice)?,
        None => stationery.compose(person, revision)?,
    };
    let letter = composed.map_err(|(_, finding)| Error::from_findings(vec![finding]))?;
    if context.screen.format() != Format::Table {
        let result = Record::new()
            .with("kind", kind.name().as_str())
            .with("person", person.id())
            .with("from", letter.draft.from.as_str())
            .with("to", letter.draft.to.as_str())
            .with("message_id", letter.draft.message_id.as_str())
            .with("subject", letter.subject.as_str())
            .with("text", letter.text.as_str())
            .with("html", letter.html.as_str());
        context.screen.record(&result)?;
        return Ok(Exit::Done);
    }
    let body = if args.html {
        &letter.html
    } else {
        &letter.text
    };
    let head = format!("To: {}\nSubject: {}\n\n", letter.draft.to, letter.subject);
    context
        .screen
        .text(&format!("{head}{}\n", body.trim_end()))?;
    Ok(Exit::Done)
}

fn show_source(args: &Args, kind: &Kind, post: &Post, context: &mut Context) -> Result<Exit> {
    let end = if args.html { "html" } else { "txt" };
    let name = format!("{}.{end}", kind.name());
    let Some(source) = post.templates.source(&name) else {
        let error = Error::new(format!("there is no template `{name}`"));
        return Err(error.hint(format!(
            "the HTML of this mail is made from templates/{}.txt",
            kind.name()
        )));
    };
    context.screen.text(source)?;
    Ok(Exit::Done)
}
