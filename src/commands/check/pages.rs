use crate::error::{Error, Finding, Place};
use crate::model::Conference;
use crate::publish::{Edition, Templates, rehearse};
use crate::store::Folder;

/// Returns what is wrong with releases, and what keeps the agenda, as it stands and as it was released last, from being
/// published.
pub(super) fn page_findings(folder: &Folder, conference: Option<&Conference>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let releases = found("release", folder.releases(), &mut findings);
    let given = found("page-template", folder.templates(), &mut findings);
    for (name, _) in given.iter().flatten() {
        if let Some(meant) = Templates::meant_by(name) {
            let message = format!("no page is made from `{name}`");
            let finding = Finding::warning("unused-template", message)
                .at(Place::file(format!("templates/{name}")))
                .hint(format!("did you mean `{meant}`?"));
            findings.push(finding);
        }
    }
    let templates =
        given.and_then(|given| found("page-template", Templates::new(given), &mut findings));
    let (Some(conference), Some(templates)) = (conference, templates) else {
        return findings;
    };
    let latest = releases.as_ref().and_then(|releases| releases.last());
    findings.extend(rehearse(&Edition::draft(conference, latest), &templates));
    let Some(latest) = latest else {
        return findings;
    };
    // What is wrong in both is mended in the draft first.
    for finding in rehearse(&Edition::released(latest, conference), &templates) {
        if !findings
            .iter()
            .any(|known| known.message == finding.message)
        {
            let file = format!("releases/{:03}.toml", latest.number);
            let anew = "make a new one, which is without it: `plenary agenda release`";
            let finding = if finding.places.is_empty() {
                finding.at(Place::file(file)).hint(anew)
            } else {
                finding
            };
            findings.push(finding);
        }
    }
    findings
}

/// Takes what was found, or tells by which rule it could not be.
fn found<T>(
    rule: &'static str,
    result: Result<T, Error>,
    findings: &mut Vec<Finding>,
) -> Option<T> {
    let told = |error: Error| {
        let told = error.findings.into_iter();
        findings.extend(told.map(|finding| Finding { rule, ..finding }));
    };
    result.map_err(told).ok()
}
