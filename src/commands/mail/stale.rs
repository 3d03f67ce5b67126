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
        if self
            .invitation()
            .is_some_and(|sent| !sent.is_told_by(draft))
        {
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
        let of_changes = kind.is_of_changes();
        if !of_changes && kind.is_for_speakers() != Some(true) {
            return Ok(None);
        }
        let Some((latest, time)) = self.latest_release()? else {
            return Ok(of_changes.then(|| finding(draft, not_latest(&file, told), CHANGES)));
        };
        if of_changes {
            return Ok((latest != told).then(|| finding(draft, not_latest(&file, told), CHANGES)));
        }
        // Whoever was written to after a release counts as one who knows it.
        let is_older = draft.date().is_some_and(|written| written < time);
        let message = || {
            format!("`{file}` was written before release {latest}, and may tell what is no more so")
        };
        Ok(is_older.then(|| finding(draft, message(), ANEW)))
    }
}

const ANEW: &str = "delete the file, and it is drafted anew";

const CHANGES: &str = "`plenary mail draft change` removes it, and writes what is so now";

fn not_latest(file: &str, told: u32) -> String {
    format!("`{file}` tells of release {told}, which is not the latest")
}

fn finding(draft: &Draft, message: String, hint: &str) -> Finding {
    Finding::error("stale-draft", message)
        .at(Place::file(format!("outbox/{}", draft.file_name())))
        .hint(hint)
}
