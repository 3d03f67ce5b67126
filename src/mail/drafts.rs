use std::collections::HashSet;

use super::in_order::in_order;
use super::{Draft, Fate, Kind, Person, Setting, Stationery, identity};
use crate::error::{Finding, Place, Result};
use crate::model::{Names, order_by_key};

/// What drafting has to know besides the people.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// What the letters are written from.
    pub setting: Setting<'a>,
    /// The names of the files that wait in `outbox/`, in order.
    pub drafted: &'a Names,
    /// Returns where a column of somebody's row stands, if it is known.
    pub place: &'a dyn Fn(&Person<'_>, &str) -> Option<Place>,
    /// Which mail of its kind it is to be.
    pub revision: Revision,
}

impl Desk<'_> {
    /// Returns where a column of somebody's row stands; none if the fault is not in their row.
    pub(super) fn place_of(&self, person: &Person<'_>, column: &str) -> Option<Place> {
        (!column.is_empty()).then(|| (self.place)(person, column))?
    }
}

/// Which mail of its kind somebody gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revision {
    /// The one that they have or should have: nobody gets a second.
    Same,
    /// One more than they have got.
    Next,
}

/// What came of drafting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    /// The names of the new drafts, in the order of the list.
    pub names: Names,
    /// Those who should get a mail and cannot, each with the reason.
    pub findings: Vec<Finding>,
    /// Everybody else.
    pub skipped: Skipped,
}

/// For how many people there was nothing to draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// Theirs has been sent.
    pub sent: usize,
    /// Theirs waits in `outbox/`.
    pub drafted: usize,
    /// Nobody knows whether theirs arrived: a person has to decide.
    pub in_doubt: usize,
    /// A server has refused theirs: a person has to correct the address and release it.
    pub refused: usize,
    /// A server has put theirs off, and it is not time yet to try again.
    pub put_off: usize,
    /// This mail is not for them.
    pub not_due: usize,
}

/// Drafts the mails of a kind that are due and have not been drafted or sent. Asked twice, it drafts nothing twice.
///
/// Each is handed to `keep` as it is made, so that there need never be many at once. They count only when this
/// returns: until then a template may still fail.
///
/// # Errors
/// When the event names no sender or a template is wrong: then no letter counts. Somebody who cannot be written to is a
/// finding instead. Also when `keep` fails.
pub fn draft<'p>(
    kind: &Kind,
    people: impl IntoIterator<Item = Person<'p>>,
    desk: &Desk<'_>,
    keep: &mut dyn FnMut(Draft) -> Result<()>,
) -> Result<Drafts> {
    let mut people = people.into_iter().peekable();
    let stationery = Stationery::new(kind, &desk.setting, people.peek())?;
    let mut drafts = Drafts::default();
    let mut seen: HashSet<String> = HashSet::new();
    // Found out in an order of its own, told in that of the list.
    let mut findings: Vec<(usize, Finding)> = Vec::new();
    let mut due: Vec<(usize, Person<'_>, u32)> = Vec::new();
    for (at, person) in people.enumerate() {
        let id = person.id();
        if let Some(finding) = slip(&person) {
            findings.push((at, finding.maybe_at((desk.place)(&person, "status"))));
            continue;
        }
        if !kind.is_due(&person, desk.setting.standing) {
            drafts.skipped.not_due += 1;
            continue;
        }
        // Compared without case, as some file systems compare the names of drafts.
        if !id.is_empty() && !seen.insert(id.to_lowercase()) {
            let message = format!("`{id}` is the code of more than one person");
            let finding = Finding::error("repeated-code", message)
                .maybe_at((desk.place)(&person, "code"))
                .hint("give this one another code: a mail is known by its code, and they get none like this");
            findings.push((at, finding));
            continue;
        }
        if let Some(revision) = revision(kind, id, desk, &mut drafts.skipped) {
            due.push((at, person, revision));
        }
    }
    drop(seen);
    let compose = |(_, person, revision): &(usize, Person<'_>, u32)| {
        let letter = stationery.compose(person, *revision)?;
        Ok(letter.map(|letter| letter.draft))
    };
    in_order(&due, compose, |(at, person, _), draft: Result<_>| {
        match draft? {
            Ok(draft) => {
                drafts.names.push(&draft.file_name());
                keep(draft)?;
            }
            Err((column, finding)) => {
                let place = desk.place_of(person, column);
                findings.push((*at, finding.maybe_at(place)));
            }
        }
        Ok(())
    })?;
    order_by_key(&mut findings, |(at, _)| *at);
    drafts.findings = findings.into_iter().map(|(_, finding)| finding).collect();
    Ok(drafts)
}

/// Returns a finding for somebody whose status is none. It may mean `confirmed`: nobody is left out in silence.
pub(super) fn slip(person: &Person<'_>) -> Option<Finding> {
    let Person::Registered(registration) = person else {
        return None;
    };
    registration.status().is_none().then(|| {
        let message = format!(
            "`{}`: `{}` is no status",
            registration.code(),
            registration.get("status")
        );
        Finding::error("status", message).hint("correct it: until then they get no mail")
    })
}

/// Returns which mail of its kind to draft for somebody; none if there is none to draft, which is counted.
fn revision(kind: &Kind, id: &str, desk: &Desk<'_>, skipped: &mut Skipped) -> Option<u32> {
    let name = |revision| identity::file_name(&kind.revision(id, revision));
    let known = desk.setting.standing.latest(kind.name(), id).max(1);
    // A draft of a later one may wait, of which the journal does not know yet.
    let waits = desk.drafted.has(&name(known + 1));
    let latest = if waits { known + 1 } else { known };
    let again = desk.revision == Revision::Next;
    match desk.setting.standing.fate(&kind.revision(id, latest)) {
        // Not even on request: it may have arrived, and what came of it is for a person to say first.
        Fate::InDoubt(_) => skipped.in_doubt += 1,
        Fate::Accepted | Fate::Refused if again => return latest.checked_add(1),
        Fate::Accepted => skipped.sent += 1,
        Fate::Refused => skipped.refused += 1,
        Fate::Free | Fate::Deferred if desk.drafted.has(&name(latest)) => {
            skipped.drafted += 1;
        }
        Fate::Free | Fate::Deferred => return Some(latest),
    }
    None
}

#[cfg(test)]
mod tests;
