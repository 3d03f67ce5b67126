use std::collections::HashSet;

use chrono::{DateTime, SecondsFormat, Utc};

use super::{Timely, timely};
use crate::error::Result;
use crate::mail::{Fate, History, Kind, Person, Standing};
use crate::model::{Event, Id, Registration, Registrations, Status, moment};
use crate::places::Past;

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

/// What everybody was told, and offered.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// Where every mail stands.
    pub standing: &'a Standing,
    /// What each person was told.
    pub history: &'a History,
    /// What happened to their places.
    pub past: &'a Past<'a>,
}

/// Returns the mails that are due by themselves: who has a place, is offered one or waits is told so once, and who comes
/// is reminded. Once the event is over there are none.
///
/// # Errors
/// Never, as long as plenary's own kinds of mail have proper names.
pub fn mailings(
    event: &Event,
    list: &Registrations,
    told: Told<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<Mailing>> {
    if is_over(event, now) {
        return Ok(Vec::new());
    }
    let kind = |name: &str| Ok(Kind::of(&Id::parse(name)?));
    let mailing = |name: &str, why: &str| {
        Ok(Mailing {
            kind: kind(name)?,
            again: false,
            people: Vec::new(),
            why: why.to_string(),
        })
    };
    let mut place = mailing("place", "have a place after waiting")?;
    let mut confirmation = mailing("confirmation", "have a place and were not told")?;
    let mut offer = mailing("offer", "are offered a place")?;
    let mut offer_again = mailing("offer", "are offered a place once more")?;
    offer_again.again = true;
    let mut waiting = mailing("waiting", "wait for a place and were not told")?;
    let timely = timely(event, now);
    let mut reminder = match &timely {
        Some(timely) => Some(mailing(
            &timely.kind,
            &format!("come, and the event begins in {}", timely.before),
        )?),
        None => None,
    };
    let before = timely.map(|timely| told_before(told.standing, &timely));
    for (at, person) in list.iter().enumerate() {
        let due = |mailing: &Mailing, revision: u32| {
            let key = mailing.kind.revision(person.code(), revision);
            let open = matches!(told.standing.fate(&key), Fate::Free | Fate::Deferred);
            open && mailing
                .kind
                .is_due(&Person::Registered(person), told.history)
        };
        let code = person.code();
        if code.is_empty() || person.address().is_none() {
            continue;
        }
        match person.status() {
            Some(Status::Confirmed) => {
                if due(&place, 1) {
                    place.people.push(at);
                } else if due(&confirmation, 1) {
                    confirmation.people.push(at);
                } else if let (Some(reminder), Some(before)) = (&mut reminder, &before)
                    && before.contains(code)
                    && due(reminder, 1)
                {
                    reminder.people.push(at);
                }
            }
            Some(Status::Waiting) if is_offered(person) => {
                let number = told.past.get(code).map_or(1, |known| known.offers.max(1));
                if due(&offer, number) {
                    if number > 1 {
                        offer_again.people.push(at);
                    } else {
                        offer.people.push(at);
                    }
                }
            }
            Some(Status::Waiting) if due(&waiting, 1) => waiting.people.push(at),
            _ => {}
        }
    }
    let all = [place, offer, offer_again, confirmation, waiting];
    let all = all.into_iter().chain(reminder);
    Ok(all.filter(|mailing| !mailing.people.is_empty()).collect())
}

fn is_offered(person: &Registration) -> bool {
    !person.get("offer").trim().is_empty()
}

/// Returns who had been told of their place before the time of a reminder. Whoever hears of it later has just read all
/// that the reminder says.
fn told_before<'s>(standing: &'s Standing, timely: &Timely) -> HashSet<&'s str> {
    let at = timely.at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let told = standing.iter().filter(|(key, record)| {
        ["confirmation", "place"].contains(&key.kind.as_str())
            && matches!(record.fate, Fate::Accepted | Fate::InDoubt(_))
            && record.entry.time < at
    });
    told.map(|(key, _)| key.person.as_str()).collect()
}

/// Tells whether the last day of the event is over.
pub(super) fn is_over(event: &Event, now: DateTime<Utc>) -> bool {
    let last = event.dates.last().and_then(|day| day.succ_opt());
    last.is_some_and(|day| {
        let ends = day.and_time(event.day_ends.unwrap_or_default());
        moment(ends, event.zone) <= now
    })
}
