mod pages;

use chrono::{DateTime, Utc};

use super::context::Context;
use crate::agenda::conflicts;
use crate::due::{Extent, deletions};
use crate::error::{Exit, Finding, Place, Result, Severity};
use crate::model::{Conference, Event, Registrations, reference_findings};
use crate::store::{Folder, Reading};

/// Report everything that is wrong or doubtful in the files
///
/// Says nothing and ends with 0 when all is well. Findings come with file, line, column and what to do.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Take warnings for errors
    #[arg(long)]
    strict: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let reading = folder.read()?;
    let mut findings = programme(&reading);
    findings.extend(folder.registration_findings(reading.event.as_ref())?);
    if let Err(error) = folder.journal() {
        findings.extend(error.findings);
    }
    findings.extend(pages::page_findings(&folder, conference(&reading).as_ref()));
    if let Err(error) = folder.history() {
        findings.extend(error.findings);
    }
    if let Err(error) = folder.invited_to(&Registrations::default()) {
        findings.extend(error.findings);
    }
    if let Some(event) = &reading.event {
        let now = context.now(event.zone)?;
        findings.extend(outlived(&folder, event, now)?);
    }
    findings.extend(super::mail::mail_findings(context)?);
    findings.dedup();
    findings.extend(folder.access_findings());
    if args.strict {
        for finding in &mut findings {
            if finding.severity == Severity::Warning {
                finding.severity = Severity::Error;
            }
        }
    }
    context.screen.findings(&findings)?;
    if findings.is_empty() {
        context.screen.remark("Nothing to complain about.");
        return Ok(Exit::Done);
    }
    context.screen.remark(&summary(&findings));
    Ok(verdict(&findings))
}

/// Returns the files that may hold people's data although their time is up, and that plenary does not delete: they are
/// the organisers' own.
pub(super) fn outlived(folder: &Folder, event: &Event, now: DateTime<Utc>) -> Result<Vec<Finding>> {
    let mut all = deletions(event).into_iter();
    let is_over = all.any(|one| one.extent == Extent::Everything && one.at <= now);
    if !is_over {
        return Ok(Vec::new());
    }
    let strangers = folder.strangers()?.into_iter();
    let finding = |name: String| {
        let message = format!("`{name}` may hold data of people, whose time is up");
        Finding::warning("outlived", message)
            .at(Place::file(name))
            .hint("delete it, or take it to where it may be kept: plenary deletes only what is its own")
    };
    Ok(strangers.map(finding).collect())
}

/// Returns what findings come to: only errors are bad news.
pub(super) fn verdict(findings: &[Finding]) -> Exit {
    let bad = findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    if bad { Exit::BadNews } else { Exit::Done }
}

/// Returns what is wrong in the organisers' files: in themselves, between them, and in the agenda as a whole.
pub(super) fn programme(reading: &Reading) -> Vec<Finding> {
    let mut findings = reading.findings.clone();
    let Some(conference) = conference(reading) else {
        return findings;
    };
    findings.extend(reference_findings(&conference));
    findings.extend(super::mail::server_finding(&conference.event));
    findings.extend(conflicts(&conference));
    findings
}

/// Returns the conference as far as it can be understood.
fn conference(reading: &Reading) -> Option<Conference> {
    let Reading {
        event,
        speakers,
        sessions,
        waivers,
        ..
    } = reading.clone();
    Some(Conference {
        event: event?,
        speakers,
        sessions,
        waivers,
    })
}

/// Returns "2 errors, 1 warning".
pub(super) fn summary(findings: &[Finding]) -> String {
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .filter(|severity| count(*severity) > 0)
        .map(|severity| super::context::counted(count(severity), severity.word()))
        .collect();
    format!("{}.", parts.join(", "))
}
