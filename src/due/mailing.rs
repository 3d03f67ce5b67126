use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, SecondsFormat, Utc};

use super::{Registered, Timely, timely};
use crate::error::Result;
use crate::mail::{Fate, Kind, Patience, Person, Standing};
use crate::model::{Event, Id, MailKey, Registration, Registrations, Status, moment};
use crate::places::{Past, Reach};

/// Mails of one kind that are due.
#[derive(Clone, Debug)]
pub struct Mailing {
    /// Which mail.
    pub kind: Kind,
    /// Whether those who get it have had one of its kind before, and it is another one.
    pub again: bool,
    /// Who gets it: places in the list.
    pub people: Vec<usize>,
    /// Why, in words.
    pub why: String,
}

/// Somebody who is due a mail that cannot be written to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreachable {
    /// Their place in the list.
    pub person: usize,
    /// Which mail.
    pub kind: String,
    /// What is in the way, in words.
    pub why: &'static str,
}

/// The mails that are due, and who cannot get theirs.
#[derive(Clone, Debug, Default)]
pub struct Mailings {
    /// What is due.
    pub mailings: Vec<Mailing>,
    /// Who is due a mail and cannot get one.
    pub unreachable: Vec<Unreachable>,
    /// How many have no code, without which nobody can say what they were told.
    pub without_code: usize,
}

/// What everybody was told, and offered.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// Where every mail stands, and what each person was told.
    pub standing: &'a Standing,
    /// What happened to their places.
    pub past: &'a Past<'a>,
    /// Mails that servers have put off and whose drafts wait for another try.
    pub put_off: &'a HashSet<MailKey>,
}

/// Returns the mails that are due by themselves: who has a place, is offered one, waits or does not come any more is told
/// so, once for each time that it has changed since they were told; and who comes is reminded. Once the event is over
/// there are none.
///
/// # Errors
/// Never, as long as plenary's own kinds of mail have proper names.
pub fn mailings(
    event: &Event,
    list: &Registrations,
    told: Told<'_>,
    now: DateTime<Utc>,
) -> Result<Mailings> {
    if is_over(event, now) {
        return Ok(Mailings::default());
    }
    let timely = timely(event, now);
    let reminder = match &timely {
        Some(timely) => {
            let why = format!("come, and the event begins in {}", timely.before);
            Some((Kind::of(&Id::parse(&timely.kind)?), why))
        }
        None => None,
    };
    let before = timely.map(|timely| told_before(told.standing, &timely));
    let offer = list.columns().position("offer");
    let registered = Registered::new(list);
    let mut due = Due {
        list,
        told,
        repeated: OnceCell::new(),
        all: Mailings::default(),
    };
    let [place, confirmation, waiting, cancelled] =
        ["place", "confirmation", "waiting", "cancelled"].map(Id::parse);
    let [place, confirmation] = [Kind::of(&place?), Kind::of(&confirmation?)];
    let [waiting, cancelled] = [Kind::of(&waiting?), Kind::of(&cancelled?)];
    for (at, person) in list.iter().enumerate() {
        let code = person.code();
        if code.is_empty() {
            due.all.without_code += usize::from(person.status() != Some(Status::Cancelled));
            continue;
        }
        let last = || told.standing.last(code);
        match person.status() {
            Some(Status::Confirmed) => {
                if !["place", "confirmation"].contains(&last()) {
                    if place.is_due(&Person::Registered(person), told.standing) {
                        due.note(at, &place, "have a place after all");
                    } else {
                        due.note(at, &confirmation, "have a place and were not told");
                    }
                } else if let (Some((kind, why)), Some(before)) = (&reminder, &before)
                    && before.contains(code)
                {
                    due.once(at, kind, why);
                }
            }
            Some(Status::Waiting) if offer.is_some_and(|at| !person.at(at).trim().is_empty()) => {
                let kind = Kind::offer(number(code, told.past))?;
                due.once(at, &kind, "are offered a place");
            }
            Some(Status::Waiting) if last() != "waiting" => {
                due.note(at, &waiting, "wait for a place and were not told");
            }
            Some(Status::Cancelled)
                if !["cancelled", ""].contains(&last()) && !registered.again(person) =>
            {
                due.note(at, &cancelled, "do not come any more and were not told");
            }
            _ => {}
        }
    }
    Ok(due.all)
}

/// Returns which offer of a place it is that somebody has, from 1.
fn number(code: &str, past: &Past<'_>) -> u32 {
    past.get(code).map_or(1, |known| known.offers.max(1))
}

/// Returns whether those who are offered a place know of it, by code.
///
/// # Errors
/// Never, as long as offers have proper names.
pub fn reached(
    list: &Registrations,
    told: Told<'_>,
    patience: &Patience,
) -> Result<HashMap<String, Reach>> {
    let Some(offer) = list.columns().position("offer") else {
        return Ok(HashMap::new());
    };
    let repeated: HashSet<usize> = list.repeated().into_iter().collect();
    let mut all = HashMap::new();
    for (at, person) in list.iter().enumerate() {
        if person.status() != Some(Status::Waiting) || person.at(offer).trim().is_empty() {
            continue;
        }
        let code = person.code();
        let number = number(code, told.past);
        let kind = Kind::offer(number)?;
        let latest = told.standing.latest(kind.name(), code).max(1);
        let fate = |revision| told.standing.fate(&kind.revision(code, revision));
        let reach = if (1..=latest).any(|revision| fate(revision) == Fate::Accepted) {
            Reach::Told
        } else if matches!(fate(latest), Fate::Free | Fate::Deferred)
            && obstacle(person, repeated.contains(&at)).is_none()
            && !is_hopeless(code, number, told.standing, patience)?
        {
            Reach::Underway
        } else {
            Reach::Stuck
        };
        all.insert(code.to_string(), reach);
    }
    Ok(all)
}

/// Tells whether servers have put off everything about somebody's offer for so long that it is given up: each longer
/// deadline makes a mail of its own, whose pauses begin anew, and they would keep the place for ever.
fn is_hopeless(code: &str, number: u32, standing: &Standing, patience: &Patience) -> Result<bool> {
    let mut since = None;
    for number in (1..=number).rev() {
        let kind = Kind::offer(number)?;
        let key = kind.revision(code, standing.latest(kind.name(), code).max(1));
        match standing.record(&key) {
            Some(mail) if mail.fate == Fate::Deferred => since = mail.put_off.first().or(since),
            Some(_) => break,
            // This one is not drafted yet.
            None => {}
        }
    }
    Ok(since.is_some_and(|since| patience.now - since >= patience.give_up))
}

/// Returns what keeps a mail from being written to somebody.
fn obstacle(person: &Registration, repeated: bool) -> Option<&'static str> {
    if repeated {
        Some("somebody above has the same code")
    } else if person.email().trim().is_empty() {
        Some("there is no address")
    } else if person.address().is_none() {
        Some("the address cannot be used")
    } else {
        None
    }
}

/// What is found to be due, one person after another.
struct Due<'a> {
    list: &'a Registrations,
    told: Told<'a>,
    /// Who has the code of somebody above them; only looked for once somebody is due a mail.
    repeated: OnceCell<HashSet<usize>>,
    all: Mailings,
}

impl Due<'_> {
    /// Notes a mail that says how somebody stands, and that they may have had before: since then it was different.
    fn note(&mut self, at: usize, kind: &Kind, why: &str) {
        let Some(person) = self.list.get(at) else {
            return;
        };
        let latest = self.told.standing.latest(kind.name(), person.code()).max(1);
        let key = kind.revision(person.code(), latest);
        let again = match self.told.standing.fate(&key) {
            Fate::Deferred if self.told.put_off.contains(&key) => return,
            Fate::Free | Fate::Deferred => false,
            Fate::Accepted => true,
            // For a person to decide first.
            Fate::Refused | Fate::InDoubt(_) => return,
        };
        if kind.is_due(&Person::Registered(person), self.told.standing) {
            self.add(at, (kind, again), why);
        }
    }

    /// Notes a mail that nobody gets twice.
    fn once(&mut self, at: usize, kind: &Kind, why: &str) {
        let Some(person) = self.list.get(at) else {
            return;
        };
        let key = kind.key(person.code());
        let open = match self.told.standing.fate(&key) {
            Fate::Free => true,
            Fate::Deferred => !self.told.put_off.contains(&key),
            Fate::Accepted | Fate::Refused | Fate::InDoubt(_) => false,
        };
        if open && kind.is_due(&Person::Registered(person), self.told.standing) {
            self.add(at, (kind, false), why);
        }
    }

    fn add(&mut self, at: usize, (kind, again): (&Kind, bool), why: &str) {
        let Some(person) = self.list.get(at) else {
            return;
        };
        let repeated = self
            .repeated
            .get_or_init(|| self.list.repeated().into_iter().collect());
        if let Some(why) = obstacle(person, repeated.contains(&at)) {
            // Somebody without an address was told another way; but an offer runs out.
            let is_offer = Kind::family(kind.name()) == "offer";
            if is_offer || !person.email().trim().is_empty() {
                let kind = kind.name().to_string();
                self.all.unreachable.push(Unreachable {
                    person: at,
                    kind,
                    why,
                });
            }
            return;
        }
        let mailings = &mut self.all.mailings;
        match mailings
            .iter_mut()
            .find(|one| one.kind == *kind && one.again == again)
        {
            Some(mailing) => mailing.people.push(at),
            None => mailings.push(Mailing {
                kind: kind.clone(),
                again,
                people: vec![at],
                why: why.to_string(),
            }),
        }
    }
}

/// Returns who had been told of their place before the time of a reminder. Whoever hears of it later has just read all
/// that the reminder says.
fn told_before<'s>(standing: &'s Standing, timely: &Timely) -> HashSet<&'s str> {
    let at = timely.at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let told = standing.iter().filter(|mail| {
        ["confirmation", "place"].contains(&mail.line.kind().as_str())
            && matches!(mail.fate, Fate::Accepted | Fate::InDoubt(_))
            && *mail.line.time() < *at
    });
    told.map(|mail| mail.line.person()).collect()
}

/// Tells whether the last day of the event is over.
pub(super) fn is_over(event: &Event, now: DateTime<Utc>) -> bool {
    let last = event.dates.last().and_then(|day| day.succ_opt());
    last.is_some_and(|day| {
        let ends = day.and_time(event.day_ends.unwrap_or_default());
        moment(ends, event.zone) <= now
    })
}

#[cfg(test)]
mod tests;
