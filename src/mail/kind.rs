use crate::error::{Error, Result, did_you_mean};
use crate::model::{Id, MailKey, Registration, Status};

/// A kind of mail: its name, who is due one, and what comes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    name: Id,
    rules: &'static Rules,
}

/// What plenary knows about a kind of mail. One more kind is one more of these, and templates of its name.
#[derive(Debug, PartialEq, Eq)]
struct Rules {
    name: &'static str,
    due: &'static [Status],
    attached: Attached,
}

/// What is attached to a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attached {
    /// The days of the event as a calendar file.
    Event,
}

const KINDS: &[Rules] = &[Rules {
    name: "confirmation",
    due: &[Status::Confirmed],
    attached: Attached::Event,
}];

impl Kind {
    /// Finds a kind by its name, such as `confirmation`.
    ///
    /// # Errors
    /// When there is none of that name; the hint names a near one, or all.
    pub fn named(word: &str) -> Result<Self> {
        let names = || KINDS.iter().map(|rules| rules.name);
        let Some(rules) = KINDS.iter().find(|rules| rules.name == word) else {
            let hint = did_you_mean(word, names()).unwrap_or_else(|| {
                format!("the kinds are {}", names().collect::<Vec<_>>().join(", "))
            });
            return Err(Error::new(format!("there is no kind of mail `{word}`")).hint(hint));
        };
        Ok(Self {
            name: Id::parse(rules.name)?,
            rules,
        })
    }

    /// Returns its name, which is also the name of its templates.
    pub fn name(&self) -> &Id {
        &self.name
    }

    /// Tells whether somebody should get one, as far as their registration says.
    pub fn is_due(&self, registration: &Registration) -> bool {
        registration
            .status()
            .is_some_and(|status| self.rules.due.contains(&status))
    }

    /// Returns the key of the mail of this kind to one person.
    pub fn key(&self, person: &str) -> MailKey {
        MailKey {
            kind: self.name.clone(),
            person: person.to_string(),
            revision: 1,
        }
    }

    pub(super) fn attached(&self) -> Attached {
        self.rules.attached
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_confirmation_is_due_to_whom_has_a_place() {
        let kind = Kind::named("confirmation").expect("a kind");
        let due: Vec<&str> = ["", "pending", "Confirmed", "waiting", "cancelled", "yes"]
            .into_iter()
            .filter(|word| {
                let mut one = Registration::new(std::sync::Arc::default());
                one.set("status", word);
                kind.is_due(&one)
            })
            .collect();
        assert_eq!(due, ["Confirmed"]);
    }

    #[test]
    fn an_unknown_kind_is_answered_with_the_one_meant() {
        let error = Kind::named("confirmaton").expect_err("no kind");
        assert_eq!(error.to_string(), "there is no kind of mail `confirmaton`");
        assert_eq!(
            error.findings[0].hint.as_deref(),
            Some("did you mean `confirmation`?")
        );
    }
}
