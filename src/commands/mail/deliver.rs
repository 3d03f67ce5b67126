use super::opened::Opened;
use super::post::Post;
use super::secrets::{hello, password};
use super::signing::signer;
use super::tidier::Tidier;
use crate::commands::context::Context;
use crate::error::{Error, Finding, Result};
use crate::mail::transport::{Sendmail, Server, Timeouts};
use crate::mail::{
    Carrier, Courier, Draft, Folder, Outgoing, Pace, Porter, Route, Step, Still, Summary, Tell,
    Waiting, outgoing_bytes,
};
use crate::model::MailState;
use crate::store::{Journalist, boot_id};

/// Sends mails through the event's server and writes the journal. Adds to `unfit` what is wrong with drafts that cannot
/// be sent as they are.
pub(super) fn deliver(
    outgoing: &Outgoing,
    unfit: &mut Vec<Finding>,
    post: &Post,
    journalist: &Journalist,
    context: &Context,
) -> Result<Summary> {
    let (server, boot) = (post.server.without_user().into(), boot_id().into());
    let clock = context.clock(post.event.zone)?;
    let opened = Opened::of(&post.folder);
    let progress = context.screen.progress("Sending", outgoing.count());
    let tell = |step: Step<'_>, tidier: &Tidier| -> Result<()> {
        let entries = step.entries(clock.now(), &server, &boot);
        if step.is_durable() {
            return tidier.after(|| journalist.reserve(&entries));
        }
        journalist.note(&entries)?;
        // The journal has heard; now whoever watches.
        if let Step::Outcome { draft, state, .. } = step {
            progress.step();
            opened.forget(draft);
            if state == MailState::Accepted {
                tidier.sent(draft.file_name());
            }
        }
        Ok(())
    };
    let signer = match post.server {
        Server::Folder(_) => None,
        _ => signer(post)?,
    };
    let mut open = |mail: &Waiting| -> Result<Option<Draft>> {
        opened.note(&mail.key);
        Ok(match post.open_draft(&mail.key)? {
            Some(Ok(draft)) => Some(Draft {
                bytes: outgoing_bytes(signer.as_ref(), &draft)?.into_owned(),
                ..draft
            }),
            Some(Err(finding)) => {
                unfit.push(finding);
                None
            }
            // Somebody has deleted it.
            None => None,
        })
    };
    let still = |draft: &Draft| opened.since(draft);
    let (summary, removed) = Tidier::beside(&post.folder, |tidier| {
        let tell = |step: Step<'_>| tell(step, tidier);
        let summary = carry(
            outgoing,
            &mut open,
            post,
            (journalist, context),
            (&tell, &still),
        );
        tidier.after(|| journalist.sync())?;
        summary
    });
    let summary = summary?;
    // The mails have gone all the same, and that is what has to be told.
    unfit.extend(removed.err().map(stays));
    Ok(summary)
}

/// Says that the draft of a mail which has gone, or is not due any more, cannot be removed.
pub(super) fn stays(error: Error) -> Finding {
    Finding::warning("draft-stays", error.to_string())
        .hint("remove it from outbox/ when you can; nobody gets that mail again")
}

/// Sends them with as many carriers as the event wants.
fn carry(
    outgoing: &Outgoing,
    open: &mut dyn FnMut(&Waiting) -> Result<Option<Draft>>,
    post: &Post,
    (journalist, context): (&Journalist, &Context),
    calls: (&Tell<'_>, &Still<'_>),
) -> Result<Summary> {
    let clock = context.clock(post.event.zone)?;
    let now = || clock.now();
    let pace = Pace::new(post.rate, journalist.known(), &now, &std::thread::sleep);
    let connections = post.event.mail.connections.unwrap_or(1) as usize;
    let connections = connections.min(outgoing.count());
    match &post.server {
        Server::Folder(folder) => {
            let folder = post.folder.delivery(folder)?;
            let store = &post.folder;
            let mut carrier =
                Folder::new(|name: &str, bytes: &[u8]| store.deliver(&folder, name, bytes));
            crate::mail::send(outgoing, open, &mut [&mut carrier], calls)
        }
        Server::Sendmail(program) => {
            let program = Sendmail::new(program, Timeouts::default().dot);
            let porters = (0..connections).map(|_| Porter::new(&program, &pace));
            send_with(&mut porters.collect::<Vec<_>>(), outgoing, open, calls)
        }
        Server::Smtp(smtp) => {
            let (password, hello) = (password(smtp)?, hello());
            let route = Route {
                server: smtp,
                password: password.as_ref(),
                hello: &hello,
                timeouts: Timeouts::default(),
            };
            let couriers = (0..connections).map(|_| Courier::new(route, &pace));
            send_with(&mut couriers.collect::<Vec<_>>(), outgoing, open, calls)
        }
    }
}

fn send_with<C: Carrier + Send>(
    carriers: &mut [C],
    outgoing: &Outgoing,
    open: &mut dyn FnMut(&Waiting) -> Result<Option<Draft>>,
    calls: (&Tell<'_>, &Still<'_>),
) -> Result<Summary> {
    let carriers = carriers.iter_mut();
    let mut carriers: Vec<&mut (dyn Carrier + Send)> =
        carriers.map(|carrier| carrier as _).collect();
    crate::mail::send(outgoing, open, &mut carriers, calls)
}
