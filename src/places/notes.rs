use std::collections::HashSet;

use super::Book;
use crate::model::{Registrations, Status, What, same};

/// Who has changed the list, and why if that is not plain from the list itself.
pub(super) type Who<'w> = (&'static str, Option<&'w str>);

impl Book<'_> {
    /// Writes down what the files say and the history does not: who has changed it, and if it was not by hand, why.
    pub(super) fn notice(&mut self, list: &Registrations, who: Who<'_>) {
        self.notice_capacities(who);
        let [priority, offer] = ["priority", "offer"].map(|name| list.columns().position(name));
        // Who of the past is in the list still, and who else is.
        let mut present = vec![false; self.past.len()];
        let mut others: HashSet<&str> = HashSet::new();
        let mut next = 0;
        for person in list {
            let code = person.code();
            if code.is_empty() {
                continue;
            }
            // List and history mostly have the same order.
            let place = self.past.place(code, next);
            let first = match place {
                Some(at) => {
                    next = at + 1;
                    !std::mem::replace(&mut present[at], true)
                }
                None => others.insert(code),
            };
            if !first {
                continue;
            }
            let status = person.status();
            let word = || status.map_or_else(|| person.get("status"), |status| status.word());
            let cell = |at: Option<usize>| at.map_or("", |at| person.at(at).trim());
            let known = place.map(|at| self.past.at(at));
            // What was told of priority and offer, and how it is said that they are others now.
            let (priority_told, offer_told, how) = match known.filter(|known| !known.gone) {
                None => {
                    let why = match place {
                        Some(_) => "is in registrations.csv again",
                        None => "was found in registrations.csv",
                    };
                    self.note(code, What::Added, (word(), why), who);
                    ("", "", "stands in registrations.csv")
                }
                Some(known) if known.status != status => {
                    let was = known.status.map_or("none", Status::word);
                    let why = format!("was changed in registrations.csv from {was}");
                    self.note(code, What::Status, (word(), &why), who);
                    // A change of status takes the offer with it.
                    (known.priority, "", "was changed in registrations.csv")
                }
                Some(known) => (
                    known.priority,
                    known.offer,
                    "was changed in registrations.csv",
                ),
            };
            if !same(priority_told, cell(priority)) {
                self.note(code, What::Priority, (cell(priority), how), who);
            }
            let offered = if status == Some(Status::Waiting) {
                cell(offer)
            } else {
                ""
            };
            if !same(offer_told, offered) {
                self.note(code, What::Offered, (offered, how), who);
            }
        }
        let known = self.past.people().zip(&present);
        let gone = known.filter(|((_, known), present)| !known.gone && !**present);
        let mut gone: Vec<&str> = gone.map(|((code, _), _)| code).collect();
        gone.sort_unstable();
        for code in gone {
            self.note(
                code,
                What::Gone,
                ("", "is not in registrations.csv any more"),
                who,
            );
        }
    }

    fn note(&mut self, code: &str, what: What, (value, why): (&str, &str), (by, other): Who<'_>) {
        self.write((code, what, value, other.unwrap_or(why).into()), by);
        if self.moves.noticed.last().is_none_or(|last| last != code) {
            self.moves.noticed.push(code.to_string());
        }
    }

    fn notice_capacities(&mut self, (by, other): Who<'_>) {
        let all: Vec<_> = self.before.all().collect();
        for (taken, capacity, ticket) in all {
            let known = self.past.capacity(ticket.unwrap_or_default());
            let now = capacity.map_or("none".to_string(), |capacity| capacity.to_string());
            if known.unwrap_or("none") == now {
                continue;
            }
            let value = ticket.map_or(now.clone(), |ticket| format!("{now} {ticket}"));
            let mut why = "stands in event.toml".to_string();
            if let Some(known) = known {
                why = format!("was changed in event.toml from {known}");
            }
            if let Some(over) = capacity.and_then(|capacity| taken.checked_sub(capacity as usize))
                && over > 0
            {
                why += &format!("; {taken} places are taken, and everybody keeps theirs");
            }
            let why = other.unwrap_or(&why).into();
            self.write(("", What::Capacity, &value, why), by);
        }
    }
}
