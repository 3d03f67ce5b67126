use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::standing::Record;
use super::{Fate, Skipped, Standing};
use crate::model::{Event, Finder, InDoubt, MailKey, MailKeys};

/// The mails that may be sent: those that wait in `outbox/` and that the journal does not forbid, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    keys: MailKeys,
    /// Of those that were tried before, by their places.
    tried: HashMap<usize, Tried>,
    limit: usize,
    skipped: Skipped,
    /// When the first of those that were put off is due again.
    next: Option<DateTime<Utc>>,
}

/// What is known of a mail that was tried before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tried {
    is_doubtful: bool,
    put_off: usize,
    last_try: Option<DateTime<Utc>>,
}

/// A mail that waits to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which mail.
    pub key: MailKey,
    /// Whether it is in doubt, and sent again all the same, with the same bytes.
    pub is_doubtful: bool,
    /// How often servers have put it off.
    pub put_off: usize,
    /// Since when servers have put it off, if that is so long that this is the last time it is tried.
    pub last_try: Option<DateTime<Utc>>,
}

/// What the organisers want done with mails that were tried before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// The present.
    pub now: DateTime<Utc>,
    /// How long a mail is tried again that servers put off.
    pub give_up: TimeDelta,
    /// Whether what was put off is tried at once, without waiting for its pause to be over.
    pub is_over: bool,
    /// Whether what is in doubt is sent again without asking.
    pub resends: bool,
}

/// A mail in doubt is sent again so many times at most without asking: a server that takes mails and never says so
/// would otherwise deliver them for ever.
const RESENDS: u32 = 3;

impl Patience {
    /// As long as RFC 5321 (section 4.5.4.1) wants it: four days; what is in doubt is held back.
    pub fn at(now: DateTime<Utc>) -> Self {
        Self {
            now,
            give_up: TimeDelta::days(4),
            is_over: false,
            resends: false,
        }
    }

    /// As the organisers want it.
    pub fn of(event: &Event, now: DateTime<Utc>) -> Self {
        let usual = Self::at(now);
        let days = event.mail.give_up_days;
        Self {
            give_up: days.map_or(usual.give_up, |days| TimeDelta::days(days.into())),
            resends: event.mail.in_doubt == InDoubt::Resend,
            ..usual
        }
    }

    fn last_try(&self, record: Record<'_>) -> Option<DateTime<Utc>> {
        let first = record.put_off.first()?;
        (self.now - first >= self.give_up).then_some(first)
    }
}

impl Outgoing {
    /// Chooses among the mails whose drafts wait in `outbox/`.
    pub fn choose(
        keys: impl IntoIterator<Item = MailKey>,
        standing: &Standing,
        patience: &Patience,
    ) -> Self {
        let keys = keys.into_iter();
        let mut chosen = Self {
            keys: MailKeys::default(),
            tried: HashMap::new(),
            limit: usize::MAX,
            skipped: Skipped::default(),
            next: None,
        };
        let mut finder = Finder::with_capacity(keys.size_hint().0);
        let mut put_off = HashSet::new();
        for key in keys {
            let record = standing.record(&key);
            let fate = record.map_or(Fate::Free, |record| record.fate);
            let resends = patience.resends && record.is_some_and(|record| record.resent < RESENDS);
            let again = record
                .filter(|_| fate == Fate::Deferred && !patience.is_over)
                .and_then(|record| record.put_off.again())
                .filter(|again| *again > patience.now);
            match fate {
                Fate::Accepted => chosen.skipped.sent += 1,
                Fate::InDoubt(_) if !resends => chosen.skipped.in_doubt += 1,
                Fate::Refused => chosen.skipped.refused += 1,
                _ if finder
                    .find(key.parts(), |at| chosen.keys.parts(at))
                    .is_some()
                    || put_off.contains(&key) =>
                {
                    chosen.skipped.drafted += 1;
                }
                _ if again.is_some() => {
                    chosen.skipped.put_off += 1;
                    chosen.next = chosen.next.into_iter().chain(again).min();
                    put_off.insert(key);
                }
                _ => {
                    let at = chosen.keys.len();
                    chosen.keys.push(&key);
                    finder.add(at, |at| chosen.keys.parts(at));
                    let tried = Tried {
                        is_doubtful: matches!(fate, Fate::InDoubt(_)),
                        put_off: record.map_or(0, |record| record.put_off.times),
                        last_try: record.and_then(|record| patience.last_try(record)),
                    };
                    if tried != Tried::default() {
                        chosen.tried.insert(at, tried);
                    }
                }
            }
        }
        chosen
    }

    /// Sends so many at most. What is held back does not count, and neither does a draft that cannot be sent as it is:
    /// otherwise a run with a limit would see the same one first for ever.
    #[must_use]
    pub fn at_most(self, limit: usize) -> Self {
        Self { limit, ..self }
    }

    /// Returns the mails in the order in which they are sent.
    pub fn mails(&self) -> impl Iterator<Item = Waiting> {
        (0..self.keys.len()).filter_map(|at| self.get(at))
    }

    /// Returns the mail at a place in that order, from 0; none behind the last.
    pub fn get(&self, at: usize) -> Option<Waiting> {
        let tried = self.tried.get(&at).copied().unwrap_or_default();
        Some(Waiting {
            key: self.keys.get(at)?,
            is_doubtful: tried.is_doubtful,
            put_off: tried.put_off,
            last_try: tried.last_try,
        })
    }

    /// Returns how many there are from a place on.
    pub(super) fn from(&self, at: usize) -> usize {
        self.keys.len().saturating_sub(at)
    }

    /// Returns how many of them are sent at most.
    pub fn count(&self) -> usize {
        self.limit.min(self.keys.len())
    }

    /// Returns how many are not sent, and why; `drafted` counts second drafts of the same mail.
    pub fn skipped(&self) -> Skipped {
        self.skipped
    }

    /// Returns when the first of those that servers have put off is due again.
    pub fn next(&self) -> Option<DateTime<Utc>> {
        self.next
    }
}

#[cfg(test)]
impl Outgoing {
    /// Makes the next try the last one of each.
    pub(super) fn expire(&mut self, since: Option<DateTime<Utc>>) {
        for at in 0..self.keys.len() {
            self.tried.entry(at).or_default().last_try = since;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::sample::{journal, standing};
    use crate::model::MailEntry;
    use crate::model::MailState::{Accepted, Deferred, Doubtful, Refused, Resend, Sending};

    fn at(hours: i64) -> DateTime<Utc> {
        let morning: DateTime<Utc> = "2024-04-10T09:00:00Z".parse().expect("a time");
        morning + TimeDelta::hours(hours)
    }

    fn line(person: &str, state: crate::model::MailState, hours: i64) -> MailEntry {
        let mut entry = journal("confirmation", person, 1, state);
        entry.time = at(hours).to_rfc3339().into();
        entry
    }

    /// Chooses among the mails to these people; returns to whom they go.
    fn choose(
        people: &[&str],
        lines: &[MailEntry],
        patience: &Patience,
    ) -> (Vec<String>, Outgoing) {
        let standing = standing(lines);
        let keys = people
            .iter()
            .map(|person| journal("confirmation", person, 1, Accepted).key);
        let chosen = Outgoing::choose(keys, &standing, patience);
        let people = chosen.mails().map(|mail| mail.key.person);
        (people.collect(), chosen)
    }

    #[test]
    fn what_the_journal_forbids_is_not_sent_and_nothing_twice() {
        let lines = [
            line("ada", Accepted, 0),
            line("bo", Doubtful, 0),
            line("cy", Refused, 0),
            line("di", Deferred, 0),
        ];
        let people = ["ada", "bo", "cy", "di", "ed", "ada", "bo", "cy", "di", "ed"];
        let (chosen, outgoing) = choose(&people, &lines, &Patience::at(at(1)));
        assert_eq!(chosen, ["di", "ed"]);
        let expected = Skipped {
            sent: 2,
            in_doubt: 2,
            refused: 2,
            drafted: 2,
            ..Skipped::default()
        };
        assert_eq!(outgoing.skipped(), expected);
    }

    #[test]
    fn what_was_put_off_waits_for_its_time_unless_somebody_is_impatient() {
        let lines = [line("ada", Deferred, 0), line("ada", Deferred, 1)];
        let quarter = at(1) + TimeDelta::minutes(44);
        let (chosen, outgoing) = choose(&["ada"], &lines, &Patience::at(quarter));
        assert_eq!((chosen.len(), outgoing.skipped().put_off), (0, 1));
        assert_eq!(outgoing.next(), Some(at(1) + TimeDelta::minutes(45)));
        let (chosen, outgoing) = choose(&["ada", "ada"], &lines, &Patience::at(quarter));
        let skipped = outgoing.skipped();
        assert_eq!((chosen.len(), skipped.put_off, skipped.drafted), (0, 1, 1));
        let impatient = Patience {
            is_over: true,
            ..Patience::at(quarter)
        };
        let (chosen, outgoing) = choose(&["ada"], &lines, &impatient);
        assert_eq!(
            (chosen.len(), outgoing.get(0).expect("a mail").put_off),
            (1, 2)
        );
        assert_eq!(outgoing.get(0).expect("a mail").last_try, None);
    }

    #[test]
    fn what_was_put_off_for_days_is_tried_for_the_last_time() {
        let lines = [line("ada", Deferred, 0), line("ada", Deferred, 90)];
        let (_, outgoing) = choose(&["ada"], &lines, &Patience::at(at(96)));
        assert_eq!(outgoing.get(0).expect("a mail").last_try, Some(at(0)));
    }

    #[test]
    fn what_is_in_doubt_is_sent_again_three_times_where_that_is_wanted() {
        let resending = Patience {
            resends: true,
            ..Patience::at(at(1))
        };
        let mut lines = vec![line("ada", Sending, 0)];
        for _ in 0..3 {
            let (chosen, outgoing) = choose(&["ada"], &lines, &resending);
            assert_eq!(chosen, ["ada"]);
            assert!(outgoing.get(0).expect("a mail").is_doubtful);
            lines.extend([line("ada", Resend, 0), line("ada", Doubtful, 0)]);
        }
        let (chosen, outgoing) = choose(&["ada"], &lines, &resending);
        assert_eq!((chosen.len(), outgoing.skipped().in_doubt), (0, 1));
    }
}
