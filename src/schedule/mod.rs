//! The agendas of other tools: frab XML and JSON, pretalx's exports, CSV; to a plan of what is new and what differs.
//! Lenient with what it reads and pure: whatever it has to guess or leave out is a finding.

mod clocks;
mod decode;
#[cfg(test)]
mod dialects;
mod directory;
mod entry;
mod flat;
mod frab_json;
mod frab_xml;
mod headers;
mod listed;
mod markup;
mod names;
mod plan;
mod settle;
mod sheets;
mod slashes;
mod state;
#[cfg(test)]
mod tests;
mod times;
mod value;
mod xml;

pub use plan::{Plan, Planned, Verdict, plan};
pub use settle::{Foreign, ForeignSession};

use crate::error::{Error, Finding, Place, Result};
use crate::model::Event;
use entry::Entries;

/// Reads a file of any kind, by its content. `name` is what to call it; times are turned into those of the event.
///
/// # Errors
/// When nothing in it looks like an agenda.
pub fn read(name: &str, bytes: &[u8], event: &Event) -> Result<Foreign> {
    let mut entries = Entries::default();
    let text = decode::text(name, bytes, &mut entries.findings);
    let head = text.trim_start();
    if head.is_empty() {
        return Err(Error::new(format!("`{name}` is empty")));
    }
    if head.starts_with('<') {
        frab_xml::read(name, &text, &mut entries)?;
    } else if head.starts_with(['{', '[']) {
        let value = serde_json::from_str(head).map_err(|cause| {
            Error::new(format!("`{name}` is no JSON: {cause}"))
                .hint("export it again; perhaps it was cut off on the way")
        })?;
        frab_json::read(name, &value, &mut entries)?;
    } else {
        sheets::read(name, &text, &mut entries)?;
    }
    slashes::settle_order(&mut entries.entries, &event.dates);
    if entries.entries.is_empty() {
        let message = format!("`{name}` has no sessions that plenary understands");
        let finding = Finding::warning("no-sessions", message).at(Place::file(name));
        entries.findings.push(
            finding.hint(
                "export it as schedule.xml or schedule.json, or as CSV with a column `Title`",
            ),
        );
    }
    Ok(settle::settle(name, entries, event))
}
