use crate::agenda;
use crate::commands::check::{summary, verdict};
use crate::commands::context::Context;
use crate::error::{Exit, Result};

/// Report what does not fit: rooms taken twice, people in two places, closed doors, small rooms, long walks
///
/// How strictly a rule is taken stands in event.toml: under [rules], room-too-small = "error", "warning", "note" or
/// "off". What is meant to be as it is gets a [[waiver]] with rule, sessions and reason in agenda.toml.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {}

pub(super) fn run(_: &Args, context: &mut Context) -> Result<Exit> {
    let conference = context.folder()?.read()?.trust(&["agenda.toml"])?;
    let report = agenda::report(&conference);
    context.screen.findings(&report.findings)?;
    let mut remark = if report.findings.is_empty() {
        "No conflicts.".to_string()
    } else {
        summary(&report.findings)
    };
    if report.waived > 0 {
        remark += &format!(" {} waived in agenda.toml.", report.waived);
    }
    context.screen.remark(&remark);
    Ok(verdict(&report.findings))
}
