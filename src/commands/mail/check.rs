use super::post::Post;
use crate::commands::context::Context;
use crate::error::{Finding, Result};
use crate::mail::{rehearse, signed_domain};

/// Returns what is wrong with templates and drafts. Nothing if the event or the list is in no state to tell: then there
/// are other findings.
pub(in crate::commands) fn mail_findings(context: &Context) -> Result<Vec<Finding>> {
    let Ok(post) = Post::open(context) else {
        return Ok(Vec::new());
    };
    let mut findings = rehearse(
        (&post.event, post.discretion()),
        &post.templates,
        post.registrations.columns(),
    );
    if let Err(error) = signed_domain(&post.event) {
        findings.extend(error.findings);
    }
    let (keys, unfit) = post.waiting()?;
    findings.extend(unfit);
    for key in keys.iter() {
        // One whose person has cancelled or is gone is no finding: it will not be sent.
        if matches!(post.forbids(&key), Ok(None))
            && let Some(Err(finding)) = post.open_draft(&key)?
        {
            findings.push(finding);
        }
    }
    Ok(findings)
}
