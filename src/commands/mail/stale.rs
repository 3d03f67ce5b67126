use chrono::{DateTime, Utc};

use super::post::Post;
use crate::error::{Finding, Place, Result};
use crate::mail::{Draft, Kind};

/// What was true when a draft was written, and is no more.
impl Post {
    /// Returns what is wrong with a draft by now: where it goes, what it tells, or whom it names.
    pub(super) fn stale(&self, draft: &Draft) -> Result<Option<Finding>> {
        if let Some(finding) = self.moved(draft)? {
            return Ok(Some(finding));
        }
        if let Some(finding) = self.behind(draft)? {
            return Ok(Some(finding));
        }
        if self.facts().is_some_and(|facts| !facts.are_told_by(draft)) {
            let message = format!(
                "`{}` tells another time or place than event.toml",
                draft.file_name()
            );
            return Ok(Some(finding(draft, message, ANEW)));
        }
        let person = self.person(&draft.key)?;
        Ok(person.and_then(|person| draft.indiscretion(self.discretion(), &person)))
    }

    /// Returns what is wrong with a draft whose person has another address by now.
    fn moved(&self, draft: &Draft) -> Result<Option<Finding>> {
        let Some(person) = self
            .person(&draft.key)?
            .filter(|person| !person.is_at(&draft.to))
        else {
            return Ok(None);
        };
        let (file, id) = (draft.file_name(), person.id());
        let message = format!(
            "`{file}` goes to {}, but {id} is at {}",
            draft.to,
            person.email()
        );
        let hint = "delete the file, and it is drafted anew; or correct the address in the list";
        Ok(Some(finding(draft, message, hint)))
    }

    /// Returns what is wrong with a draft that tells of a release which is not the latest: by its number, or, of what
    /// speakers get, as it was written before.
    fn behind(&self, draft: &Draft) -> Result<Option<Finding>> {
        let (file, told) = (draft.file_name(), draft.key.revision);
        let kind = Kind::of(&draft.key.kind);
        if kind.is_of_changes() {
            let is_latest = self
                .latest_release()?
                .is_some_and(|(latest, _)| latest == told);
            let message = || format!("`{file}` tells of release {told}, which is not the latest");
            return Ok((!is_latest).then(|| finding(draft, message(), CHANGES)));
        }
        if kind.is_for_speakers() != Some(true) {
            return Ok(None);
        }
        // Whoever was written to after a release counts as one who knows it.
        let is_older = |time: &DateTime<Utc>| draft.date().is_some_and(|written| written < *time);
        let later = self.latest_release()?.filter(|(_, time)| is_older(time));
        Ok(later.map(|(latest, _)| {
            let message = format!(
                "`{file}` was written before release {latest}, and may tell what is no more so"
            );
            finding(draft, message, ANEW)
        }))
    }
}

const ANEW: &str = "delete the file, and it is drafted anew";

const CHANGES: &str = "`plenary mail draft change` removes it, and writes what is so now";

fn finding(draft: &Draft, message: String, hint: &str) -> Finding {
    Finding::error("stale-draft", message)
        .at(Place::file(format!("outbox/{}", draft.file_name())))
        .hint(hint)
}
