use crate::agenda::{freeze, private_texts};
use crate::commands::check::programme;
use crate::commands::context::{Context, counted};
use crate::error::{Error, Exit, Result, Severity};
use crate::mail::{Draft, Kind};
use crate::model::{Id, Release};
use crate::output::Record;
use crate::store::Folder;

/// Freeze the agenda, so that it can be published and people can be told what changed
///
/// Makes the next numbered file in releases/ with the agenda as it is and what changed since the one before. As long
/// as `plenary check` finds errors, there is no release.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// What changed and why, in a few words
    #[arg(short, long, default_value = "", hide_default_value = true)]
    message: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let editor = folder.edit(context.mode())?;
    let reading = folder.read()?;
    let mut errors = programme(&reading);
    errors.retain(|finding| finding.severity == Severity::Error);
    if !errors.is_empty() {
        context.screen.warn(&errors);
        let message = format!(
            "the agenda has {}, so there is no release",
            counted(errors.len(), "error")
        );
        return Err(Error::new(message).hint("correct them; `plenary check` lists them again"));
    }
    let conference = reading.sound()?;
    let private = private_texts(&conference, &args.message);
    if !private.is_empty() {
        return Err(Error::from_findings(private));
    }
    let latest = folder.latest_release()?;
    let now = context.now(conference.event.zone)?;
    let given = folder.release_given()?.max(told_of(&folder)?);
    let release = freeze(&conference, (latest.as_ref(), given), &args.message, now);
    if let Some(latest) = latest.filter(|latest| latest.says_the_same(&release)) {
        let sentence = format!(
            "Nothing has changed since release {}, so there is no new one.",
            latest.number
        );
        let result = record(&latest, None);
        context.screen.done(&sentence, &result)?;
        return Ok(Exit::Done);
    }
    let file = editor.save_release(&release)?;
    let what = if release.changes.is_empty() {
        counted(release.sessions.len(), "session")
    } else {
        counted(release.changes.len(), "change")
    };
    for change in &release.changes {
        context.screen.remark(&format!("  {change}"));
    }
    let next = "To tell the world: plenary publish";
    let sentence = format!("Release {}: {what}, kept in {file}. {next}", release.number);
    context
        .screen
        .done(&sentence, &record(&release, Some(&file)))?;
    Ok(Exit::Done)
}

/// Returns the greatest number of a release that people were written to about, or are about to be; 0 for none.
fn told_of(folder: &Folder) -> Result<u32> {
    let journal = folder.journal()?;
    let of_changes = |kind: &Id| Kind::of(kind).is_of_changes();
    let sent = journal.iter().filter(|line| of_changes(line.kind()));
    let names = folder.draft_names()?;
    let waiting = names.iter().filter_map(Draft::key_of);
    let waiting = waiting.filter(|key| of_changes(&key.kind));
    let numbers = sent.map(|line| line.revision());
    let numbers = numbers.chain(waiting.map(|key| key.revision));
    Ok(numbers.max().unwrap_or(0))
}

fn record(release: &Release, file: Option<&str>) -> Record {
    Record::new()
        .with("release", release.number)
        .with("time", release.time.to_rfc3339())
        .with("message", release.message.as_str())
        .with(
            "changes",
            file.map_or_else(Vec::new, |_| release.changes.clone()),
        )
        .with("file", file)
}
