use super::post::{Post, Recipients, drafted_sentence, skipped_record};
use crate::commands::context::Context;
use crate::error::{Exit, Finding, Result, Severity};
use crate::mail::{Drafts, Kind};
use crate::output::Record;

/// Write the mails that are due into outbox/, to be read, edited or deleted there
///
/// Whoever has got this mail, or has a draft of it, gets no other. A person who cannot be written to is reported and
/// keeps nobody else from getting theirs.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Which mail: confirmation
    kind: String,
    #[command(flatten)]
    recipients: Recipients,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let kind = Kind::named(&args.kind)?;
    let post = Post::open(context)?;
    let drafts = draft(&kind, &args.recipients, &post, context)?;
    let names: Vec<String> = drafts
        .letters
        .iter()
        .map(|letter| letter.draft.file_name())
        .collect();
    let mut sentence = drafted_sentence(&drafts, &kind);
    if !names.is_empty() {
        sentence += " Look at them in outbox/, then: plenary mail send";
    }
    let result = Record::new()
        .with("kind", kind.name().as_str())
        .with("drafted", names)
        .with("skipped", skipped_record(&drafts.skipped).value())
        .with("failed", drafts.findings.len());
    context.screen.done(&sentence, &result)?;
    Ok(draft_exit(&drafts))
}

/// Drafts what is due and saves it; warns of those who cannot be written to.
pub(super) fn draft(
    kind: &Kind,
    limits: &Recipients,
    post: &Post,
    context: &mut Context,
) -> Result<Drafts> {
    let standing = post.standing(&post.folder.journal()?);
    let people = post.recipients(limits)?;
    let drafts = post.draft(kind, &people, &standing)?;
    let letters: Vec<(String, Vec<u8>)> = drafts
        .letters
        .iter()
        .map(|letter| (letter.draft.file_name(), letter.draft.bytes.clone()))
        .collect();
    post.folder.edit(context.mode())?.save_drafts(&letters)?;
    let is_error = |finding: &&Finding| finding.severity == Severity::Error;
    let (errors, others): (Vec<_>, Vec<_>) = drafts
        .findings
        .iter()
        .cloned()
        .partition(|finding| is_error(&finding));
    context.screen.warn(&errors);
    context.screen.note(&others);
    Ok(drafts)
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
