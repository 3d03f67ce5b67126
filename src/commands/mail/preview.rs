use super::post::{Post, Recipients};
use crate::commands::context::Context;
use crate::error::{Error, Exit, Result};
use crate::mail::{Kind, Stationery};
use crate::model::Registration;
use crate::output::{Format, Record};

/// Show a mail as somebody would read it; nothing is written or sent
///
/// Without --to it is the mail of the first person who is due one, or of an invented one.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Which mail: confirmation
    kind: String,
    #[command(flatten)]
    recipients: Recipients,
    /// Show the HTML instead of the text
    #[arg(long)]
    html: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let kind = Kind::named(&args.kind)?;
    let post = Post::open(context)?;
    let people = post.recipients(&args.recipients)?;
    let invented = invented(&post);
    let asked_for = !args.recipients.to.is_empty();
    let person = if asked_for {
        people.first()
    } else {
        people.iter().find(|person| kind.is_due(person))
    };
    let person = person.copied().unwrap_or(&invented);
    let stationery = Stationery::new(&kind, &post.event, &post.templates, Some(person))?;
    let letter = stationery
        .compose(person, post.now)?
        .map_err(|(_, finding)| Error::from_findings(vec![finding]))?;
    if context.screen.format() != Format::Table {
        let result = Record::new()
            .with("kind", kind.name().as_str())
            .with("person", person.code())
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

/// Somebody to show a mail to before anybody has signed up.
fn invented(post: &Post) -> Registration {
    let mut person = post.registrations.blank();
    for (column, value) in [
        ("code", "krt-mwxb"),
        ("name", "Ada Example"),
        ("email", "ada@example.org"),
        ("status", "confirmed"),
    ] {
        person.set(column, value);
    }
    person
}
