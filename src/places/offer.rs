use chrono::{DateTime, TimeDelta, Utc};

use super::Book;
use crate::error::{Error, Result};
use crate::model::{
    Event, Lapse, Registration, Registrations, Status, What, moment, parse_wall_time,
};

/// How long an offer holds if the event does not say.
const OFFER_FOR: Lapse = Lapse::Hours(48);

/// Returns when an offer runs out, as it stands in the column `offer`; none if that is no time, which is for a person to
/// mend.
pub(super) fn deadline(cell: &str, event: &Event) -> Option<DateTime<Utc>> {
    let wall = parse_wall_time(cell.trim(), &[]).ok()?;
    Some(moment(wall, event.zone))
}

impl Book<'_> {
    /// Gives somebody longer to answer who was not told of their offer, once half of the time is gone. A deadline that
    /// organisers have set is theirs until it is over.
    pub(super) fn renew(
        &mut self,
        list: &mut Registrations,
        at: usize,
        (code, old): (&str, DateTime<Utc>),
    ) {
        let lapse = self.event.sign_up.offer_for.unwrap_or(OFFER_FOR);
        let by_hand = self.past.get(code).is_some_and(|known| known.moved_by_hand)
            || self
                .noticed()
                .iter()
                .any(|entry| entry.code == code && entry.what == What::Offered);
        let whole = lapse.after(self.now, self.event.zone) - self.now;
        let least = if by_hand {
            TimeDelta::zero()
        } else {
            whole / 2
        };
        if old - self.now > least {
            return;
        }
        let (until, end) = self.deadline_from_now();
        let (until, why) = if end <= self.now {
            (
                String::new(),
                "the event has begun, and the mail had not gone out",
            )
        } else if end > old {
            (
                until,
                "the mail had not gone out yet, so there is longer to answer",
            )
        } else {
            return;
        };
        if let Some(person) = list.get_mut(at) {
            person.set("offer", &until);
        }
        self.tell(code, What::Offered, &until, why);
        if !until.is_empty() {
            self.moves.renewed.push(code.to_string());
        }
    }

    /// Returns until when an offer holds that is made now: until the event begins at the latest.
    fn deadline_from_now(&self) -> (String, DateTime<Utc>) {
        let lapse = self.event.sign_up.offer_for.unwrap_or(OFFER_FOR);
        let zone = self.event.zone;
        let end = lapse.after(self.now, zone);
        let end = self.event.begins().map_or(end, |begins| end.min(begins));
        let wall = end.with_timezone(&zone).format("%Y-%m-%d %H:%M");
        (wall.to_string(), end)
    }

    /// Offers somebody a place.
    pub(super) fn offer(&mut self, list: &mut Registrations, at: usize) {
        let (until, _) = self.deadline_from_now();
        list.add_column("offer");
        let Some(person) = list.get_mut(at) else {
            return;
        };
        person.set("offer", &until);
        let code = person.code().to_string();
        if let Some(arrival) = self.arrivals.remove(at) {
            self.write_arrival(&code, &arrival, Status::Waiting, "");
        }
        self.tell(
            &code,
            What::Offered,
            &until,
            "a place became free; first on the waiting list who fits",
        );
        self.moves.offered.push(code);
    }

    /// Takes an offer: whoever has it has the place, and so have those of their group who were offered one with them.
    /// Returns their codes.
    ///
    /// # Errors
    /// When nobody has the code, or there is no offer, or it has run out.
    pub fn accept(&mut self, list: &mut Registrations, typed: &str) -> Result<Vec<String>> {
        let person = list.find(typed)?;
        let (code, offer) = (
            person.code().to_string(),
            person.get("offer").trim().to_string(),
        );
        let group = person.get("group").trim().to_lowercase();
        if person.status() == Some(Status::Confirmed) {
            return Err(Error::new(format!("{code} has a place already")));
        }
        if person.status() != Some(Status::Waiting) || offer.is_empty() {
            return Err(
                Error::new(format!("{code} has no offer of a place")).hint(format!(
                    "`plenary registration why {code}` tells how they stand"
                )),
            );
        }
        let with_them = |at: &usize| {
            list.get(*at).is_some_and(|one| {
                let same = !group.is_empty() && one.get("group").trim().to_lowercase() == group;
                let offered = !one.get("offer").trim().is_empty();
                one.code() == code || same && offered && one.status() == Some(Status::Waiting)
            })
        };
        let all: Vec<usize> = (0..list.len()).filter(with_them).collect();
        let offers = all.iter().filter_map(|at| list.get(*at));
        let holds = |one: &Registration| {
            // Nobody could write to them when it would run out, so it does not.
            one.address().is_none()
                || deadline(one.get("offer"), self.event).is_none_or(|deadline| deadline > self.now)
        };
        // That of a group holds as long as that of anybody in it.
        if !offers.into_iter().any(holds) {
            return Err(
                Error::new(format!("the offer to {code} ran out on {offer}")).hint(format!(
                    "while there is a place: plenary registration confirm {code}"
                )),
            );
        }
        let mut codes = Vec::new();
        for at in all {
            let accepted = list
                .get(at)
                .map(|one| one.code().to_string())
                .unwrap_or_default();
            let why = if accepted == code {
                "accepted the offer".to_string()
            } else {
                format!("{code} accepted the offer for the group")
            };
            self.turn(list, at, Status::Confirmed, &why);
            codes.push(accepted);
        }
        Ok(codes)
    }
}
