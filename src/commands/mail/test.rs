use super::post::Post;
use super::secrets::{hello, password};
use super::signing::signer;
use crate::commands::context::Context;
use crate::error::{Error, Exit, Result};
use crate::mail::transport::{Outcome, Parcel, Sendmail, Server, Smtp, Timeouts};
use crate::mail::{Draft, outgoing_bytes, trial};
use crate::model::EmailAddress;
use crate::output::Record;
use crate::store::Mode;

/// Send one mail to an address of yours, and tell each step
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Where to send it
    address: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let post = Post::open(context)?;
    let draft = trial(&post.event, &EmailAddress::parse(&args.address)?, post.now)?;
    let mut steps = Vec::new();
    if context.mode() == Mode::DryRun {
        context.screen.done(
            &format!("Would send a test mail through {}.", post.server),
            &Record::new().with("sent", false),
        )?;
        return Ok(Exit::Done);
    }
    let reply = match &post.server {
        Server::Folder(folder) => {
            let folder = post.folder.delivery(folder)?;
            post.folder
                .deliver(&folder, &draft.file_name(), &draft.bytes)?;
            format!("written to {}", folder.join(draft.file_name()).display())
        }
        Server::Sendmail(program) => {
            let bytes = outgoing_bytes(signer(&post)?.as_ref(), &draft)?;
            let program = Sendmail::new(program, Timeouts::default().dot);
            reply(program.carry(&parcel(&draft, &bytes), &mut || Ok(()))?)?
        }
        Server::Smtp(server) => {
            let (password, signer) = (password(server)?, signer(&post)?);
            let bytes = outgoing_bytes(signer.as_ref(), &draft)?;
            let screen = &mut context.screen;
            let mut tell = |step: &str| {
                screen.remark(step);
                steps.push(step.to_string());
            };
            let mut smtp = Smtp::open(
                server,
                password.as_ref(),
                &hello(),
                &Timeouts::default(),
                &mut tell,
            )?;
            let outcome = smtp.carry(&parcel(&draft, &bytes), None, &mut || {
                tell(&format!(
                    "the server lets {} write to {}",
                    draft.from, draft.to
                ));
                Ok(())
            })?;
            smtp.quit();
            reply(outcome)?
        }
    };
    let result = Record::new()
        .with("sent", true)
        .with("to", draft.to.as_str())
        .with("steps", steps)
        .with("reply", reply.as_str());
    context.screen.done(
        &format!("Sent a test mail to {}: {reply}", draft.to),
        &result,
    )?;
    Ok(Exit::Done)
}

fn parcel<'d>(draft: &'d Draft, bytes: &'d [u8]) -> Parcel<'d> {
    Parcel {
        from: &draft.from,
        to: &draft.to,
        bytes,
    }
}

/// Returns what the other side said when it took the mail.
///
/// # Errors
/// When it did not.
fn reply(outcome: Outcome) -> Result<String> {
    let (message, exit) = match outcome {
        Outcome::Accepted { reply } => return Ok(reply),
        Outcome::Refused { phase, reply } => (
            format!("the server refused it at {phase}: {reply}"),
            Exit::BadNews,
        ),
        Outcome::Deferred { phase, reply } => (
            format!("the server put it off at {phase}: {reply}"),
            Exit::TryLater,
        ),
        Outcome::Lost { phase, why } => (
            format!("the connection was lost at {phase}: {why}"),
            Exit::TryLater,
        ),
        Outcome::InDoubt { why } => (
            format!("it may or may not have arrived: {why}"),
            Exit::BadNews,
        ),
    };
    Err(Error::new(message).exit(exit))
}
