use super::rules::{Attached, Audience, OWN, Purpose, RULES, Rules};
use super::{Person, Standing, Templates};
use crate::error::{Error, Result, did_you_mean};
use crate::model::{Id, MailKey, Status};

/// A kind of mail: its name, who is due one, and what comes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    name: Id,
    rules: &'static Rules,
    chosen: bool,
}

impl Kind {
    /// Finds a kind by its name: one of plenary's, such as `confirmation`, or one for which the organisers have written
    /// `templates/NAME.txt`. Where that name begins with one of plenary's and a dash, as in `updates-may`, it has the
    /// same rules.
    ///
    /// # Errors
    /// When there is none of that name; the hint names a near one, or all.
    pub fn named(word: &str, templates: &Templates) -> Result<Self> {
        let known = || templates.kinds();
        if !known().any(|name| name == word) {
            let hint = did_you_mean(word, known()).unwrap_or_else(|| {
                let names: Vec<&str> = known().collect();
                format!(
                    "the kinds are {}; templates/{word}.txt would make another",
                    names.join(", ")
                )
            });
            return Err(Error::new(format!("there is no kind of mail `{word}`")).hint(hint));
        }
        Ok(Self::of(&Id::parse(word)?))
    }

    /// Returns the kind of a mail that was written before, whatever has become of its template.
    pub fn of(name: &Id) -> Self {
        Self {
            name: name.clone(),
            rules: rules(name),
            chosen: false,
        }
    }

    /// Returns the kind of the mail about somebody's first, second or later offer of a place: each has a mail of its own,
    /// with its own deadline.
    ///
    /// # Errors
    /// Never: these are proper names.
    pub fn offer(number: u32) -> Result<Self> {
        let name = match number {
            0 | 1 => "offer".to_string(),
            number => format!("offer-{number}"),
        };
        Ok(Self::of(&Id::parse(&name)?))
    }

    /// Returns which of plenary's kinds a mail has its rules from, by its name; blank for one of the organisers' own.
    pub fn family(name: &Id) -> &'static str {
        rules(name).name
    }

    /// Returns the name of its templates: its own, or where there is none the name of the kind that it has its rules
    /// from. `reminder-3-days` is written from `reminder.txt` unless somebody has written `reminder-3-days.txt`.
    pub(super) fn template(&self, templates: &Templates) -> &str {
        let own = self.name.as_str();
        if self.rules.name.is_empty() || templates.piece(&format!("{own}.txt")).is_some() {
            own
        } else {
            self.rules.name
        }
    }

    /// Returns the confirmation, of which every event has one.
    pub fn confirmation() -> Result<Self> {
        Ok(Self::of(&Id::parse("confirmation")?))
    }

    /// Returns the kind for people who were picked by hand. It matters for a kind of the organisers' own: who is due it
    /// is theirs to say, and only without a word from them it is everybody who has a place.
    pub fn for_chosen(mut self) -> Self {
        self.chosen = true;
        self
    }

    /// Returns its name, which is also the name of its templates.
    pub fn name(&self) -> &Id {
        &self.name
    }

    /// Tells whether it goes to people on the programme; none if the organisers decide each time.
    pub fn is_for_speakers(&self) -> Option<bool> {
        match self.rules.audience {
            Audience::Speakers => Some(true),
            Audience::Own | Audience::Changed => None,
            _ => Some(false),
        }
    }

    /// Tells whether it goes to people who asked at an event before to hear of this one.
    pub fn is_invitation(&self) -> bool {
        self.rules.name == "invitation"
    }

    /// Tells whether it says what has changed in the agenda: its revision is the number of the release it tells of.
    pub fn is_of_changes(&self) -> bool {
        self.rules.audience == Audience::Changed
    }

    /// Tells whether somebody should get one, as far as the list and their mails so far say.
    pub fn is_due(&self, person: &Person<'_>, standing: &Standing) -> bool {
        let Person::Registered(registration) = person else {
            return self.is_for_speakers() != Some(false);
        };
        let Some(status) = registration.status() else {
            return false;
        };
        let code = registration.code();
        let last = || standing.last_of(code, &["confirmation", "place", "waiting", "cancelled"]);
        let has = |family: &'static str| !standing.last_of(code, &[family]).is_empty();
        self.forbids(person).is_none()
            && match self.rules.audience {
                // Two mails that say the same: whoever was told of a place needs no confirmation.
                Audience::Confirmed => {
                    status == Status::Confirmed && (last() != "place" || has("confirmation"))
                }
                Audience::MovedUp => {
                    status == Status::Confirmed
                        && (["waiting", "cancelled"].contains(&last()) || has("place"))
                }
                Audience::Coming | Audience::Changed => status == Status::Confirmed,
                Audience::Waiting | Audience::Offered => status == Status::Waiting,
                Audience::Gone => standing.told(code).next().is_some(),
                Audience::Subscribed => true,
                Audience::Own => self.chosen || status == Status::Confirmed,
                Audience::Speakers => false,
            }
    }

    /// Says why somebody must not get one, even if a draft of it waits; none if they may.
    pub fn forbids(&self, person: &Person<'_>) -> Option<&'static str> {
        let Person::Registered(registration) = person else {
            return None;
        };
        let gone = registration.status() == Some(Status::Cancelled);
        match self.rules.audience {
            Audience::Gone if gone => None,
            Audience::Gone => Some("has not cancelled"),
            _ if gone => Some("has cancelled"),
            Audience::Subscribed if !registration.consents("updates") => {
                Some("has not asked for updates")
            }
            Audience::Confirmed | Audience::MovedUp | Audience::Coming
                if registration.status() != Some(Status::Confirmed) =>
            {
                Some("has no place now")
            }
            Audience::Waiting if registration.status() != Some(Status::Waiting) => {
                Some("is not on the waiting list now")
            }
            Audience::Offered if registration.status() != Some(Status::Waiting) => {
                Some("is not on the waiting list now")
            }
            Audience::Offered if registration.get("offer").trim().is_empty() => {
                Some("is not offered a place now")
            }
            _ => None,
        }
    }

    /// Returns the key of the first mail of this kind to one person.
    pub fn key(&self, person: &str) -> MailKey {
        self.revision(person, 1)
    }

    /// Returns the key of a mail of this kind to one person; revisions are counted from 1.
    pub fn revision(&self, person: &str, revision: u32) -> MailKey {
        MailKey {
            kind: self.name.clone(),
            person: person.to_string(),
            revision,
        }
    }

    pub(super) fn attached(&self) -> Attached {
        self.rules.attached
    }

    pub(super) fn purpose(&self) -> Purpose {
        self.rules.purpose
    }
}

fn rules(name: &Id) -> &'static Rules {
    let of_the_family = |rules: &&Rules| {
        let rest = name.as_str().strip_prefix(rules.name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    RULES.iter().find(of_the_family).unwrap_or(&OWN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::sample;
    use crate::model::MailState::Accepted;

    /// Returns the kinds that somebody is due, the organisers' own `venue` and `updates-may` among them.
    fn due(values: &[(&str, &str)], told: &[&str]) -> Vec<&'static str> {
        let templates = Templates::new(
            ["venue", "updates-may"]
                .map(|name| (format!("{name}.txt"), "Subject: x\n\nx".to_string())),
        );
        let journal: Vec<_> = told
            .iter()
            .map(|kind| sample::journal(kind, "krt-mwxb", 1, Accepted))
            .collect();
        let standing = sample::standing(&journal);
        let registration = sample::person(values);
        let person = Person::Registered(&registration);
        let all = [
            "confirmation",
            "waiting",
            "place",
            "reminder",
            "cancelled",
            "speaker",
            "invitation",
            "updates",
            "updates-may",
            "venue",
        ];
        let is_due = |name: &&str| {
            let kind = Kind::named(name, &templates).expect(name);
            kind.is_due(&person, &standing)
        };
        all.into_iter().filter(is_due).collect()
    }

    #[test]
    fn who_is_due_what_follows_from_status_consent_and_the_mails_so_far() {
        let (yes, gone) = (("updates", "yes"), ("status", "cancelled"));
        let waits = ("status", "waiting");
        let place = ["confirmation", "reminder", "venue"];
        for (values, told, expected) in [
            (&[][..], &[][..], &place[..]),
            (&[], &["confirmation"], &place),
            (
                &[],
                &["waiting"],
                &["confirmation", "place", "reminder", "venue"],
            ),
            (&[], &["waiting", "confirmation"], &place),
            (&[], &["waiting", "place"], &["place", "reminder", "venue"]),
            (
                &[],
                &["confirmation", "cancelled"],
                &["confirmation", "place", "reminder", "venue"],
            ),
            (
                &[yes],
                &[],
                &[
                    "confirmation",
                    "reminder",
                    "invitation",
                    "updates",
                    "updates-may",
                    "venue",
                ],
            ),
            (&[waits], &["confirmation"], &["waiting"]),
            (
                &[waits, yes],
                &[],
                &["waiting", "invitation", "updates", "updates-may"],
            ),
            (&[("status", "pending")], &["waiting"], &[]),
            (&[("status", "confirmd"), yes], &[], &[]),
            (&[gone], &[], &[]),
            (&[gone, yes], &["confirmation"], &["cancelled"]),
        ] {
            assert_eq!(due(values, told), expected, "{values:?} {told:?}");
        }
    }

    #[test]
    fn a_kind_of_the_organisers_goes_to_whom_they_pick_but_never_to_whom_has_cancelled() {
        let kind = Kind::of(&Id::parse("venue").expect("an id")).for_chosen();
        let conference = sample::conference();
        let speaker = Person::Speaker(&conference.speakers[0], &conference);
        assert!(kind.is_due(&speaker, &Standing::default()));
        let due: Vec<&str> = ["pending", "waiting", "cancelled", "yes"]
            .into_iter()
            .filter(|status| {
                let one = sample::person(&[("status", status)]);
                kind.is_due(&Person::Registered(&one), &Standing::default())
            })
            .collect();
        assert_eq!(due, ["pending", "waiting"]);
    }

    #[test]
    fn a_draft_that_waits_is_forbidden_once_the_list_says_otherwise() {
        let why = |kind: &str, values: &[(&str, &str)]| {
            let one = sample::person(values);
            Kind::of(&Id::parse(kind).expect("an id")).forbids(&Person::Registered(&one))
        };
        let gone = ("status", "cancelled");
        assert_eq!(why("confirmation", &[]), None);
        assert_eq!(why("confirmation", &[gone]), Some("has cancelled"));
        assert_eq!(why("venue", &[gone]), Some("has cancelled"));
        assert_eq!(why("cancelled", &[gone]), None);
        assert_eq!(why("cancelled", &[]), Some("has not cancelled"));
        let unasked = Some("has not asked for updates");
        assert_eq!(why("updates-may", &[("updates", "no")]), unasked);
        assert_eq!(why("updates-may", &[("updates", "Yes ")]), None);
    }

    #[test]
    fn an_unknown_kind_is_answered_with_the_one_meant() {
        let own = ("venue.txt".to_string(), "Subject: x\n\nx".to_string());
        let templates = Templates::new([own]);
        let hint = |word: &str| {
            let error = Kind::named(word, &templates).expect_err("no kind");
            assert_eq!(
                error.to_string(),
                format!("there is no kind of mail `{word}`")
            );
            error.findings[0].hint.clone().unwrap_or_default()
        };
        assert_eq!(hint("confirmaton"), "did you mean `confirmation`?");
        assert_eq!(hint("venu"), "did you mean `venue`?");
        assert_eq!(
            hint("zebra"),
            "the kinds are confirmation, waiting, offer, place, reminder, cancelled, speaker, change, invitation, updates, venue; \
             templates/zebra.txt would make another"
        );
    }
}
