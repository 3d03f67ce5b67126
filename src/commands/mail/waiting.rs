use super::post::Post;
use crate::error::{Error, Finding, Place, Result};
use crate::mail::{Draft, Kind, Person};
use crate::model::{MailKey, MailKeys};

fn unreadable(name: &str, error: &Error) -> Finding {
    Finding::error("unreadable-draft", error.to_string())
        .at(Place::file(format!("outbox/{name}")))
        .hint("put it right or remove it; the other drafts are sent")
}

/// What waits in the outbox, looked at once more before it goes out: files and people may have changed since.
impl Post {
    /// Returns which mails wait in the outbox, and what is wrong with files there that are none.
    pub(super) fn waiting(&self) -> Result<(MailKeys, Vec<Finding>)> {
        let mut keys = MailKeys::default();
        let mut findings = Vec::new();
        for name in self.folder.draft_names()?.iter() {
            match Draft::key_of(name) {
                Some(key) => keys.push(&key),
                None => findings.extend(self.foreign(name)),
            }
        }
        Ok((keys, findings))
    }

    /// Says why a file in the outbox is no draft that plenary wrote: it is not sent, and not removed either. None if it is
    /// one, or gone.
    pub(super) fn foreign(&self, name: &str) -> Option<Finding> {
        match self.folder.draft(name) {
            Ok(Some(bytes)) => Draft::read(name, bytes).err(),
            // Where a name is no UTF-8, what is read of it names no file.
            Ok(None) => name.contains(char::REPLACEMENT_CHARACTER).then(|| {
                Finding::error(
                    "unreadable-draft",
                    format!("the name `{name}` is not in UTF-8"),
                )
                .at(Place::file(format!("outbox/{name}")))
                .hint("give it another name, or remove it; the other drafts are sent")
            }),
            Err(error) => Some(unreadable(name, &error)),
        }
    }

    /// Returns the draft of a mail, or what is wrong with it; none if somebody has deleted it.
    pub(super) fn open_draft(
        &self,
        key: &MailKey,
    ) -> Result<Option<std::result::Result<Draft, Finding>>> {
        let name = format!("{key}.eml");
        let bytes = match self.folder.draft(&name) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Ok(None),
            // One that cannot be read keeps nobody else from getting theirs.
            Err(error) => return Ok(Some(Err(unreadable(&name, &error)))),
        };
        let draft = match Draft::read(&name, bytes) {
            Ok(draft) => draft,
            Err(finding) => return Ok(Some(Err(finding))),
        };
        Ok(Some(match self.stale(&draft)? {
            Some(finding) => Err(finding),
            None => Ok(draft),
        }))
    }

    /// Says why a draft must not be sent any more; none if it may.
    pub(super) fn forbids(&self, key: &MailKey) -> Result<Option<&'static str>> {
        let Some(person) = self.person(key)? else {
            return Ok(Some("is not in the list any more"));
        };
        let why = Kind::of(&key.kind).forbids(&person);
        if why.is_none() && Kind::family(&key.kind) == "offer" && !self.is_latest_offer(key)? {
            return Ok(Some("has another offer by now"));
        }
        Ok(why)
    }

    /// Tells whether a mail is about the offer that stands: an earlier one names a deadline that does not count.
    fn is_latest_offer(&self, key: &MailKey) -> Result<bool> {
        let offers = match self.offers.get() {
            Some(offers) => offers,
            None => {
                let happened = self.folder.history()?;
                let past = crate::places::Past::of(happened.iter());
                self.offers.get_or_init(|| past.offers())
            }
        };
        let number = offers.get(&key.person).copied().unwrap_or(1);
        Ok(*Kind::offer(number)?.name() == key.kind)
    }

    /// Returns the person whom a mail is for.
    pub(super) fn person(&self, key: &MailKey) -> Result<Option<Person<'_>>> {
        let speakers = Kind::of(&key.kind).is_for_speakers();
        let kind = Kind::of(&key.kind);
        if kind.is_invitation()
            && let Some(invited) = &self.invited
        {
            return Ok(invited.find(&key.person).ok().map(Person::Registered));
        }
        let registered = || self.registration(&key.person).map(Person::Registered);
        if let Some(person) = registered().filter(|_| speakers != Some(true)) {
            return Ok(Some(person));
        }
        if speakers == Some(false) {
            return Ok(None);
        }
        let programme = self.programme()?;
        let speaker = programme
            .speakers
            .iter()
            .find(|speaker| speaker.id.as_str() == key.person);
        Ok(speaker.map(|speaker| Person::Speaker(speaker, programme)))
    }
}
