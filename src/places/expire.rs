use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::offer::deadline;
use super::{Book, Reach};
use crate::model::{Registrations, Status};

/// The offer to one person.
struct Offer {
    /// Their place in the list.
    at: usize,
    code: String,
    until: String,
    /// None if that is no time, which is for a person to mend.
    deadline: Option<DateTime<Utc>>,
    reach: Reach,
}

impl Book<'_> {
    /// Takes back the offers whose time is up, from those who were told of them. Who was not yet has longer to answer. A
    /// group keeps its offer or loses it as one: whoever of them was told answers for those who cannot be.
    pub(super) fn expire(&mut self, list: &mut Registrations) {
        let Some(reached) = self.reached.take() else {
            return;
        };
        for offers in self.offers(list, &reached) {
            let is_underway = |one: &Offer| one.reach == Reach::Underway;
            if offers.iter().any(is_underway) {
                for one in offers.iter().filter(|one| is_underway(one)) {
                    if let Some(deadline) = one.deadline {
                        self.renew(list, one.at, (&one.code, deadline));
                    }
                }
                continue;
            }
            let told = || offers.iter().filter(|one| one.reach == Reach::Told);
            let is_over = |one: &Offer| one.deadline.is_some_and(|deadline| deadline <= self.now);
            let Some(last) = told()
                .max_by_key(|one| one.deadline)
                .filter(|_| told().all(is_over))
            else {
                continue;
            };
            for one in &offers {
                let why = match one.reach {
                    Reach::Told => format!("the offer ran out on {}", one.until),
                    _ => format!("the offer to the group ran out on {}", last.until),
                };
                self.turn(list, one.at, Status::Cancelled, &why);
                self.moves.expired.push(one.code.clone());
            }
        }
    }

    /// Returns who is offered a place, those of one group together.
    fn offers(&self, list: &Registrations, reached: &HashMap<String, Reach>) -> Vec<Vec<Offer>> {
        let columns = list.columns();
        let Some(column) = columns.position("offer") else {
            return Vec::new();
        };
        let group = columns.position("group");
        let mut offers: Vec<Vec<Offer>> = Vec::new();
        let mut groups: HashMap<String, usize> = HashMap::new();
        for (at, person) in list.iter().enumerate() {
            let until = person.at(column).trim();
            if person.status() != Some(Status::Waiting) || until.is_empty() {
                continue;
            }
            let offer = Offer {
                at,
                code: person.code().to_string(),
                until: until.to_string(),
                deadline: deadline(until, self.event),
                reach: reached
                    .get(person.code())
                    .copied()
                    .unwrap_or(Reach::Underway),
            };
            let group = group
                .map_or("", |group| person.at(group))
                .trim()
                .to_lowercase();
            if group.is_empty() {
                offers.push(vec![offer]);
                continue;
            }
            let place = *groups.entry(group).or_insert(offers.len());
            match offers.get_mut(place) {
                Some(together) => together.push(offer),
                None => offers.push(vec![offer]),
            }
        }
        offers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Chronicle, Event, parse_date, parse_wall_time};

    /// Closes the book at a time on two people of a group and a third, and tells the status of each.
    fn after(time: &str, offers: [(&str, Reach); 3]) -> [Status; 3] {
        let mut event = Event::named("test", "Test");
        event.dates = vec![parse_date("2024-04-13").expect("a date")];
        event.sign_up.capacity = Some(3);
        let mut list = Registrations::default();
        list.add_column("offer");
        list.add_column("group");
        let mut reached = HashMap::new();
        for (code, group, (offer, reach)) in [
            ("a", "Us", offers[0]),
            ("b", "us ", offers[1]),
            ("c", "", offers[2]),
        ] {
            let mut person = list.blank();
            let cells = [
                ("code", code),
                ("name", code),
                ("group", group),
                ("offer", offer),
            ];
            for (column, value) in cells {
                person.set(column, value);
            }
            person.set_status(Status::Waiting);
            list.push(person);
            reached.insert(code.to_string(), reach);
        }
        let now = parse_wall_time(time, &[]).expect("a time").and_utc();
        let happened = Chronicle::default();
        let book = Book::open(&list, &happened, (&event, now, "test"));
        book.reaching(reached).close(&mut list);
        [0, 1, 2].map(|at| list.get(at).and_then(|one| one.status()).expect("a status"))
    }

    #[test]
    fn a_group_keeps_its_offer_or_loses_it_as_one() {
        use Reach::{Stuck, Told, Underway};
        let (early, late) = ("2024-04-02 10:00", "2024-04-03 10:00");
        let [waits, gone] = [Status::Waiting, Status::Cancelled];
        for (offers, group, third) in [
            ([(early, Told), (early, Told), (early, Told)], gone, gone),
            ([(early, Told), (early, Stuck), (early, Stuck)], gone, waits),
            ([(early, Stuck), (early, Told), (late, Told)], gone, waits),
            (
                [(early, Told), (early, Underway), (early, Told)],
                waits,
                gone,
            ),
            ([(early, Told), (late, Told), (early, Told)], waits, gone),
            ([(early, Stuck), (early, Stuck), (early, Told)], waits, gone),
            (
                [(early, Told), ("soon", Told), ("soon", Told)],
                waits,
                waits,
            ),
            ([(early, Told), ("soon", Stuck), (early, Told)], gone, gone),
        ] {
            let found = after("2024-04-02 18:00", offers);
            assert_eq!(found, [group, group, third], "{offers:?}");
        }
    }
}
