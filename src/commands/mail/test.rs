use super::post::Post;
use super::secrets::{hello, password};
use super::signing::signer;
use crate::commands::context::Context;
use crate::error::{Error, Exit, Result};
use crate::mail::transport::{Outcome, Parcel, Server, Smtp, Timeouts};
use crate::mail::{outgoing_bytes, trial};
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
            let parcel = Parcel {
                from: &draft.from,
                to: &draft.to,
                bytes: &bytes,
            };
            let outcome = smtp.carry(&parcel, None, &mut || Ok(()))?;
            smtp.quit();
            match outcome {
                Outcome::Accepted { reply } => reply,
                Outcome::Refused { phase, reply } => {
                    return Err(
                        Error::new(format!("the server refused it at {phase}: {reply}"))
                            .exit(Exit::BadNews),
                    );
                }
                Outcome::Deferred { phase, reply } => {
                    return Err(
                        Error::new(format!("the server put it off at {phase}: {reply}"))
                            .exit(Exit::TryLater),
                    );
                }
                Outcome::Lost { phase, why } => {
                    return Err(
                        Error::new(format!("the connection was lost at {phase}: {why}"))
                            .exit(Exit::TryLater),
                    );
                }
                Outcome::InDoubt { why } => {
                    return Err(Error::new(format!("it may or may not have arrived: {why}"))
                        .exit(Exit::BadNews));
                }
            }
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
