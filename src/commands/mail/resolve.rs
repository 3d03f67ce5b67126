use super::post::Post;
use crate::commands::context::Context;
use crate::error::{Error, Exit, Result};
use crate::mail::Fate;
use crate::model::{Id, MailEntry, MailState};
use crate::output::Record;
use crate::store::boot_id;

/// Decide about a mail that is in doubt or was refused
#[derive(clap::Args, Debug)]
#[command(group(clap::ArgGroup::new("decision").required(true).args(["sent", "resend"])))]
pub(crate) struct Args {
    /// The code of the person it is for
    code: String,
    /// Which mail, if there are several to decide about
    #[arg(long)]
    kind: Option<String>,
    /// It has arrived: never send it again
    #[arg(long)]
    sent: bool,
    /// Send it again with the next run
    #[arg(long)]
    resend: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let post = Post::open(context)?;
    // Whatever has become of its template: what was sent has to be decided about.
    let kind = args.kind.as_deref().map(Id::parse).transpose()?;
    let journalist = post.folder.journalist(context.mode())?;
    let standing = post.standing(journalist.known());
    let code = post
        .registrations
        .find(&args.code)
        .map_or(args.code.as_str(), |person| person.code());
    let mut mails = standing.with(|fate| matches!(fate, Fate::InDoubt(_) | Fate::Refused));
    mails.retain(|mail| {
        let asked = kind.as_ref().is_none_or(|kind| mail.line.kind() == kind);
        asked && mail.line.person() == code
    });
    let Some(mail) = mails.last() else {
        let kind = kind.as_ref().map_or("mail", Id::as_str);
        return Err(
            Error::new(format!("no {kind} to `{code}` is in doubt or refused"))
                .hint("`plenary mail status` shows which are"),
        );
    };
    let mut kinds: Vec<&str> = mails.iter().map(|mail| mail.line.kind().as_str()).collect();
    kinds.dedup();
    if let [first, _, ..] = kinds.as_slice() {
        let message = format!(
            "several mails to `{code}` are in doubt or refused: {}",
            kinds.join(", ")
        );
        return Err(Error::new(message).hint(format!("say which: --kind {first}")));
    }
    let (kind, key) = (mail.line.kind(), mail.line.key());
    let state = if args.sent {
        MailState::Sent
    } else {
        MailState::Resend
    };
    let entry = MailEntry {
        time: post
            .now
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
            .into(),
        state,
        reply: "decided by hand".to_string(),
        boot: boot_id().into(),
        ..mail.line.entry()
    };
    journalist.reserve(&[entry])?;
    if state == MailState::Resend && mail.fate == Fate::Refused {
        // It was refused as it was: it is drafted anew, with the address that stands in the list now.
        post.folder.remove_draft(&format!("{key}.eml"))?;
    }
    let sentence = match (state, mail.fate) {
        (MailState::Sent, _) => format!("Noted that the {kind} to {code} has arrived."),
        (_, Fate::Refused) => {
            format!("The {kind} to {code} is due again: plenary mail send {kind}")
        }
        _ => format!("The {kind} to {code} goes out with the next run: plenary mail send"),
    };
    let result = Record::new()
        .with("person", code)
        .with("kind", kind.as_str())
        .with("state", state.word());
    context.screen.done(&sentence, &result)?;
    Ok(Exit::Done)
}
