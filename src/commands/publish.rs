use std::path::PathBuf;

use super::context::{Context, counted};
use crate::error::{Error, Exit, Result};
use crate::output::Record;
use crate::publish::{Edition, Templates, publish};

/// Write the page of the event, its calendars and data for conference apps
///
/// The agenda is the one of the latest release; everything else is as it stands now. Put the folder on any web server.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Into which folder; public/ of the event folder if none is named
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
    /// Take agenda.toml as it stands instead of the latest release
    #[arg(long)]
    draft: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let conference = folder.read()?.sound()?;
    let delivered = conference.event.mail.server.strip_prefix("folder:");
    let target = match &args.to {
        Some(to) => folder.public_at(to, delivered)?,
        None => folder.public(),
    };
    let latest = folder.latest_release()?;
    let edition = match (&latest, args.draft) {
        (latest, true) => Edition::draft(&conference, latest.as_ref()),
        (Some(release), false) => Edition::released(release, &conference),
        (None, false) => {
            return Err(Error::new("there is no release to publish yet").hint(
                "make one with `plenary agenda release -m \"First agenda\"`, \
                 or look at what there is with `plenary publish --draft`",
            ));
        }
    };
    let templates = Templates::new(folder.templates()?)?;
    let pages = publish(&edition, &templates)?;
    let files: Vec<(String, Vec<u8>)> = pages
        .into_iter()
        .map(|page| (page.path, page.bytes))
        .collect();
    let published = folder.publish(&target, &files, context.mode())?;
    for name in &published.kept {
        context.screen.say(&format!(
            "{name} is no longer published, but somebody changed it: it stays, remove it yourself."
        ));
    }
    let what = edition.number().map_or_else(
        || "the draft".to_string(),
        |number| format!("release {number}"),
    );
    let mut counts = vec![format!("{} changed", published.written.len())];
    if !published.removed.is_empty() {
        counts.push(format!("{} removed", published.removed.len()));
    }
    let sentence = format!(
        "Published {what} in {}: {}, {}.",
        target.display(),
        counted(files.len(), "file"),
        counts.join(", ")
    );
    let result = Record::new()
        .with("release", edition.number())
        .with("to", target.display().to_string())
        .with("written", published.written)
        .with("unchanged", published.unchanged)
        .with("removed", published.removed)
        .with("kept", published.kept);
    context.screen.done(&sentence, &result)?;
    Ok(Exit::Done)
}
