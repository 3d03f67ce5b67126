use super::changes;
use super::post::{Past, Post};
use super::recipients::Recipients;
use super::words::{drafted_sentence, skipped_record};
use crate::commands::context::Context;
use crate::error::{Error, Exit, Finding, Result, Severity};
use crate::mail::{Draft, Drafts, Kind, Person, Revision, is_dated};
use crate::output::Record;
use crate::store::Mode;

/// Write the mails that are due into outbox/, to be read, edited or deleted there
///
/// Whoever has got this mail, or has a draft of it, gets no other. A person who cannot be written to is reported and
/// keeps nobody else from getting theirs. If a template is wrong, nothing is written at all.
#[derive(clap::Args, Debug)]
#[command(after_long_help = KINDS)]
pub(crate) struct Args {
    /// Which mail: confirmation, waiting, offer, place, reminder, cancelled, speaker, change, invitation, updates, or one of your own
    kind: String,
    #[command(flatten)]
    recipients: Recipients,
    #[command(flatten)]
    again: Again,
}

/// Who gets which mail, as `--help` says it.
pub(super) const KINDS: &str = "\
Who is due which mail:
  confirmation  who is confirmed, unless `place` has told them
  waiting       who is on the waiting list
  offer         who is on the waiting list and is offered a place
  place         who is confirmed and had been told of the waiting list, or of a cancellation
  reminder      who is confirmed
  cancelled     who has cancelled and had been written to; they get nothing else
  speaker       who is on the programme and has an address; --to takes their ids
  change        for whom the agenda has changed since the release that they were last told about: who speaks, has
                the chair or interprets; with tell_everybody = true in [mail] also who is confirmed
  invitation    who stands in invited.csv, which `init --from` makes, and has not signed up; without that file, as updates
  updates       who has `updates = yes`, whether they come or not, and has not cancelled; both say how to stop
  NAME          templates/NAME.txt makes a mail of your own: to all who are confirmed, or to those whom --to and
                --where pick, or with --to speakers. A name such as updates-may has the rules of `updates`.

`plenary mail preview KIND --source` shows the template of each, to copy to templates/KIND.txt and edit.";

/// Whether a mail is meant to go out once more.
#[derive(clap::Args, Debug)]
pub(super) struct Again {
    /// Write once more to those who got this mail before; needs --to or --where
    #[arg(long)]
    again: bool,
}

impl Again {
    /// Returns which mail of its kind is meant.
    ///
    /// # Errors
    /// When people are to get one more, and nobody says who: left in a line for cron, it would mail everybody each night.
    pub(super) fn revision(&self, recipients: &Recipients) -> Result<Revision> {
        match (self.again, recipients.are_limited()) {
            (false, _) => Ok(Revision::Same),
            (true, true) => Ok(Revision::Next),
            (true, false) => Err(Error::new("--again without saying to whom")
                .hint("name them with --to CODE, or choose them, as in --where status=confirmed")),
        }
    }
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let revision = args.again.revision(&args.recipients)?;
    let post = Post::open(context)?;
    let kind = args.recipients.kind(&args.kind, &post)?;
    let (drafts, _) = draft((&kind, revision), &args.recipients, &post, context)?;
    let mut sentence = drafted_sentence(&drafts, &kind);
    if !drafts.names.is_empty() {
        sentence += " Look at them in outbox/, then: plenary mail send";
    }
    let exit = draft_exit(&drafts);
    let result = Record::new()
        .with("kind", kind.name().as_str())
        .with("drafted", drafts.names.iter().collect::<Vec<_>>())
        .with("skipped", skipped_record(&drafts.skipped).value())
        .with("failed", drafts.findings.len());
    context.screen.done(&sentence, &result)?;
    Ok(exit)
}

/// Drafts what is due and saves it; warns of those who cannot be written to. In a dry run, what would have been saved
/// is returned as well.
pub(super) fn draft(
    (kind, revision): (&Kind, Revision),
    recipients: &Recipients,
    post: &Post,
    context: &mut Context,
) -> Result<(Drafts, Vec<Draft>)> {
    let past = post.past()?;
    let notices = if kind.is_of_changes() {
        Some(changes::notices(kind, recipients, (post, &past))?)
    } else {
        None
    };
    let Some(notices) = notices else {
        let people = recipients.people(Some(kind), post)?;
        return draft_people((kind, revision), people, post, context);
    };
    keep_drafts(kind, (post, &past), notices.len(), context, |keep| {
        post.draft_notices(kind, notices, &past, keep)
    })
}

/// Drafts what is due to these people and saves it, as [`draft`] does.
pub(super) fn draft_people(
    (kind, revision): (&Kind, Revision),
    people: Vec<Person<'_>>,
    post: &Post,
    context: &mut Context,
) -> Result<(Drafts, Vec<Draft>)> {
    let past = post.past()?;
    keep_drafts(kind, (post, &past), people.len(), context, |keep| {
        post.draft(kind, people, (&past, revision), keep)
    })
}

/// What saves a draft.
type Keep<'k> = dyn FnMut(Draft) -> Result<()> + 'k;

fn keep_drafts(
    kind: &Kind,
    (post, past): (&Post, &Past),
    count: usize,
    context: &mut Context,
    write: impl FnOnce(&mut Keep<'_>) -> Result<Drafts>,
) -> Result<(Drafts, Vec<Draft>)> {
    let mut staged = post.folder.stage_drafts(context.mode());
    let mut unsaved = Vec::new();
    let progress = context.screen.progress("Drafting", count);
    let mut keep = |draft: Draft| {
        progress.step();
        if context.mode() == Mode::DryRun {
            unsaved.push(draft);
            return Ok(());
        }
        staged.add(&draft.file_name(), draft.bytes)
    };
    let mut drafts = write(&mut keep)?;
    drop(progress);
    if kind.is_of_changes() {
        changes::remove_outdated(kind, (post, past), context)?;
    }
    if !drafts.names.is_empty() {
        let editor = post.folder.edit(context.mode())?;
        if is_dated(kind.name()) {
            // Before the drafts: a number that nobody was told does no harm, one that is told twice does.
            editor.remember_told(&past.told)?;
        }
        let saved = editor.save_drafts(staged)?;
        if context.mode() == Mode::Real {
            // Another run may have drafted the same meanwhile.
            drafts.skipped.drafted += drafts.names.len() - saved.len();
            drafts.names = saved;
        }
    }
    let is_error = |finding: &&Finding| finding.severity == Severity::Error;
    let mut told: Vec<&Finding> = Vec::new();
    for finding in &drafts.findings {
        // What keeps everybody's mail back is said once.
        if !(finding.places.is_empty() && told.contains(&finding)) {
            told.push(finding);
        }
    }
    let told = told.into_iter().cloned();
    let (errors, others): (Vec<_>, Vec<_>) = told.partition(|finding| is_error(&finding));
    context.screen.warn(&errors);
    context.screen.note(&others);
    Ok((drafts, unsaved))
}

/// Returns the exit code of drafting. Somebody without an address is no news: they were told another way, or `check`
/// lists them.
pub(super) fn draft_exit(drafts: &Drafts) -> Exit {
    let bad = drafts
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    if bad { Exit::BadNews } else { Exit::Done }
}
