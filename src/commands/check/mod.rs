mod pages;

use super::context::Context;
use crate::agenda::conflicts;
use crate::error::{Exit, Finding, Result, Severity};
use crate::model::{Conference, reference_findings};
use crate::store::Reading;

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
