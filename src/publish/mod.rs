//! Publishing: a conference and a release become pages, calendars and data for other programmes. Returns paths and
//! bytes and writes nothing; the same edition gives the same bytes. Nothing private gets in: [`publish`] looks.

mod calendars;
mod csv;
mod edition;
mod frab;
mod markdown;
mod names;
mod templates;
mod view;
mod web;

pub use edition::Edition;
pub use templates::Templates;

use crate::agenda::{guessable_ids, private_texts};
use crate::error::{Error, Finding, Result};
use crate::model::order_by;

/// A file to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it belongs, below the folder that is published: `rooms/main.ics`. Only `a-z`, `0-9`, `-`, `.` and `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Page {
    fn new(path: impl Into<String>, text: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            bytes: text.into(),
        }
    }
}

/// Returns everything that is published of an edition, by path.
///
/// # Errors
/// When a text says what nobody shall know, with each place; or when a template is wrong.
pub fn publish(edition: &Edition<'_>, templates: &Templates) -> Result<Vec<Page>> {
    let findings = indiscretions(edition);
    if !findings.is_empty() {
        return Err(Error::from_findings(findings));
    }
    let names = names::Names::new(edition.conference());
    let mut pages = vec![
        web::page(edition, &names, templates)?,
        frab::xml(edition, &names),
        frab::json(edition, &names),
        csv::page(edition, &names),
        markdown::page(edition, &names),
    ];
    pages.extend(calendars::pages(edition, &names));
    order_by(&mut pages, |a, b| a.path.cmp(&b.path));
    Ok(pages)
}

/// Returns what keeps an edition from being published: texts that say what nobody shall know, and templates of the
/// organisers that are wrong.
pub fn rehearse(edition: &Edition<'_>, templates: &Templates) -> Vec<Finding> {
    let mut findings = indiscretions(edition);
    if templates.are_own() {
        let names = names::Names::new(edition.conference());
        let page = web::page(edition, &names, templates);
        let wrong = page.err().into_iter().flat_map(|error| error.findings);
        findings.extend(wrong.map(|finding| Finding {
            rule: "page-template",
            ..finding
        }));
    }
    findings
}

fn indiscretions(edition: &Edition<'_>) -> Vec<Finding> {
    let mut findings = private_texts(edition.conference(), edition.message());
    findings.extend(guessable_ids(edition.conference()));
    findings
}
