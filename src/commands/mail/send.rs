use std::collections::HashSet;

use super::draft::{Again, draft, draft_exit};
use super::post::{Post, drafted_sentence, skipped_record, skipped_words};
use super::recipients::Recipients;
use super::secrets::{hello, password};
use super::signing::signer;
use crate::commands::context::{Context, counted};
use crate::error::{Error, Exit, Finding, Result};
use crate::mail::transport::Server;
use crate::mail::{Courier, Draft, Folder, Outgoing, Pace, Person, Step, Summary, Trouble};
use crate::model::MailState;
use crate::output::{Progress, Record};
use crate::store::{Journalist, Mode, boot_id};

/// Send what waits in outbox/; with a kind, draft first what is due
///
/// A mail that was sent is never sent again, in this run or another. One that may or may not have arrived is held back
/// and listed: see `plenary mail status` and `plenary mail resolve`.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Which mail to draft first: confirmation, reminder and so on; `plenary mail draft --help` tells who gets which
    kind: Option<String>,
    #[command(flatten)]
    recipients: Recipients,
    #[command(flatten)]
    again: Again,
    /// At most so many
    #[arg(long, value_name = "MAILS", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
}

/// More mails than this are not sent before somebody at a terminal has agreed.
const WITHOUT_ASKING: usize = 20;

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let revision = args.again.revision(&args.recipients)?;
    let post = Post::open(context)?;
    // First of all: two runs that draft and send at once would only get in each other's way.
    let mut journalist = post.folder.journalist(context.mode())?;
    let mut exit = Exit::Done;
    let mut fresh = Vec::new();
    if let Some(kind) = &args.kind {
        let kind = args.recipients.kind(kind, &post)?;
        let (drafts, unsaved) = draft((&kind, revision), &args.recipients, &post, context)?;
        context.screen.remark(&drafted_sentence(&drafts, &kind));
        exit = draft_exit(&drafts);
        fresh = unsaved;
    }
    let (mut drafts, unfit) = post.outbox()?;
    drafts.append(&mut fresh);
    context.screen.warn(&unfit);
    if !unfit.is_empty() {
        exit = Exit::BadNews;
    }
    let (drafts, stale) = wanted(drafts, args, &post, context)?;
    context.screen.warn(&stale);
    if !stale.is_empty() {
        exit = Exit::BadNews;
    }
    let limit = args.limit.map_or(usize::MAX, |limit| limit as usize);
    let outgoing = Outgoing::choose(drafts, &post.standing(journalist.known())).at_most(limit);
    let in_doubt = outgoing.skipped().in_doubt;
    if outgoing.drafts().is_empty() || context.mode() == Mode::DryRun {
        tell_nothing_sent(&outgoing, context)?;
        return Ok(if in_doubt > 0 { Exit::BadNews } else { exit });
    }
    if outgoing.drafts().len() > WITHOUT_ASKING && context.can_ask() {
        let from = &outgoing.drafts()[0].from;
        let count = counted(outgoing.drafts().len(), "mail");
        if !context.confirm(&format!(
            "Send {count} from {from} through {}?",
            post.server
        ))? {
            context
                .screen
                .remark("Nothing was sent; the drafts stay in outbox/.");
            return Ok(Exit::Done);
        }
    }
    let summary = deliver(&outgoing, &post, &mut journalist, context)?;
    report(&summary, &outgoing, &post, context)?;
    let exit = exit.max(summary.exit());
    Ok(if in_doubt > 0 {
        exit.max(Exit::BadNews)
    } else {
        exit
    })
}

/// Returns the drafts that the command is about, and what is wrong with those whose person has moved. What is not due
/// any more is taken out of the outbox.
fn wanted(
    drafts: Vec<Draft>,
    args: &Args,
    post: &Post,
    context: &mut Context,
) -> Result<(Vec<Draft>, Vec<Finding>)> {
    let people = args.recipients.people(None, post)?;
    let chosen: HashSet<&str> = people.iter().map(Person::id).collect();
    let (mut wanted, mut stale) = (Vec::new(), Vec::new());
    for draft in drafts {
        let id = draft.key.person.as_str();
        if let Some(why) = post.forbids(&draft.key)? {
            context
                .screen
                .say(&format!("{} is not sent: {id} {why}.", draft.file_name()));
            if context.mode() == Mode::Real {
                post.folder.remove_draft(&draft.file_name())?;
            }
        } else if !args.recipients.are_limited() || chosen.contains(id) {
            match post.moved(&draft)? {
                Some(finding) => stale.push(finding),
                None => wanted.push(draft),
            }
        }
    }
    Ok((wanted, stale))
}

fn deliver(
    outgoing: &Outgoing,
    post: &Post,
    journalist: &mut Journalist,
    context: &Context,
) -> Result<Summary> {
    let (server, boot) = (post.server.without_user(), boot_id());
    let known = journalist.known().to_vec();
    let progress = context.screen.progress("Sending", outgoing.drafts().len());
    let now = || context.now(post.event.zone).unwrap_or(post.now);
    let mut tell = |step: Step<'_>| -> Result<()> {
        let entries = step.entries(now(), &server, &boot);
        if step.is_durable() {
            journalist.reserve(&entries)?;
        } else {
            journalist.note(&entries)?;
        }
        after(&step, post, &progress)
    };
    let summary = match &post.server {
        Server::Folder(folder) => {
            let folder = post.folder.delivery(folder)?;
            let mut carrier =
                Folder::new(|name: &str, bytes: &[u8]| post.folder.deliver(&folder, name, bytes));
            crate::mail::send(outgoing, &mut carrier, &mut tell)
        }
        Server::Smtp(smtp) => {
            let (password, hello, signer) = (password(smtp)?, hello(), signer(post)?);
            let pace = Pace::new(post.rate, &known, &now, &std::thread::sleep);
            let courier = Courier::new(smtp, password.as_ref(), &hello, pace);
            let mut courier = courier.signing(signer.as_ref());
            let summary = crate::mail::send(outgoing, &mut courier, &mut tell);
            courier.quit();
            summary
        }
    };
    journalist.sync()?;
    summary
}

/// The journal has heard; now the outbox and whoever watches.
fn after(step: &Step<'_>, post: &Post, progress: &Progress) -> Result<()> {
    if let Step::Outcome { draft, state, .. } = step {
        progress.step();
        if *state == MailState::Accepted {
            // Only tidiness: a draft that stays behind is known from the journal and not sent again.
            post.folder.remove_draft(&draft.file_name())?;
        }
    }
    Ok(())
}

fn tell_nothing_sent(outgoing: &Outgoing, context: &mut Context) -> Result<()> {
    let skipped = outgoing.skipped();
    let words = skipped_words(&skipped);
    let words = if words.is_empty() {
        String::new()
    } else {
        format!(" ({})", words.join(", "))
    };
    let count = outgoing.drafts().len();
    let sentence = match count {
        0 => format!("Nothing to send{words}."),
        _ => format!("Would send {}{words}.", counted(count, "mail")),
    };
    let files: Vec<String> = outgoing.drafts().iter().map(Draft::file_name).collect();
    let result = Record::new()
        .with("sent", 0)
        .with("would_send", files)
        .with("skipped", skipped_record(&skipped).value());
    context.screen.done(&sentence, &result)
}

fn report(
    summary: &Summary,
    outgoing: &Outgoing,
    post: &Post,
    context: &mut Context,
) -> Result<()> {
    // What ended the run is said once, and not again about the mail that met it.
    let end = summary.stopped.as_ref().map(ToString::to_string);
    let ended_it = |trouble: &Trouble| {
        trouble.state == MailState::Deferred && end.as_ref() == Some(&trouble.reply)
    };
    let troubles: Vec<Finding> = summary
        .troubles
        .iter()
        .filter(|trouble| !ended_it(trouble))
        .map(|trouble| {
            let code = &trouble.key.person;
            let who = format!("{code} {}", post.name(code));
            let message = format!("{} to {}: {}: {}", trouble.key.kind, who.trim(), trouble.state.word(), trouble.reply);
            let finding = Finding::warning("not-delivered", message);
            match trouble.state {
                MailState::Refused => finding.hint(format!("correct the address: plenary registration edit {code} --email …; then: plenary mail resolve {code} --resend")),
                MailState::Doubtful => finding.hint(format!("ask them, then: plenary mail resolve {code} --sent, or --resend")),
                _ => finding.hint("it stays in outbox/; the next `plenary mail send` tries again"),
            }
        })
        .collect();
    context.screen.warn(&troubles);
    if let Some(error) = &summary.stopped {
        context.screen.error(&Error {
            findings: error.findings.clone(),
            exit: error.exit,
        });
    }
    let mut parts = vec![format!("Sent {}", counted(summary.accepted, "mail"))];
    let more = [
        (summary.refused(), "refused"),
        (summary.deferred(), "put off"),
        (summary.in_doubt(), "in doubt"),
        (summary.not_tried, "not tried"),
    ];
    parts.extend(
        more.into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}")),
    );
    parts.extend(skipped_words(&outgoing.skipped()));
    let result = Record::new()
        .with("sent", summary.accepted)
        .with("refused", summary.refused())
        .with("deferred", summary.deferred())
        .with("in_doubt", summary.in_doubt())
        .with("not_tried", summary.not_tried)
        .with("skipped", skipped_record(&outgoing.skipped()).value());
    context.screen.done(
        &format!("{} through {}.", parts.join(", "), post.server),
        &result,
    )
}
