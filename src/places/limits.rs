use std::fmt;

use crate::model::{Event, Registration, Registrations, Status};

/// How many places there are and how many are taken, of the whole event and of each kind of ticket.
#[derive(Clone, Debug)]
pub struct Limits<'a> {
    event: &'a Event,
    taken: usize,
    /// How many have a place that is not counted.
    besides: usize,
    /// In the order of the event's tickets.
    tickets: Vec<usize>,
    /// Where the column `ticket` stands.
    column: Option<usize>,
}

/// What keeps somebody from a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortage<'a> {
    /// How many come together.
    need: usize,
    free: usize,
    capacity: u32,
    /// The ticket of which there are too few; none for the whole event.
    ticket: Option<&'a str>,
}

impl<'a> Limits<'a> {
    /// Counts who has a place: who is confirmed, who is offered one, and, since it may mean either, whose status is no
    /// status.
    pub fn of(list: &Registrations, event: &'a Event) -> Self {
        let offer = list.columns().position("offer");
        let mut limits = Self {
            event,
            taken: 0,
            besides: 0,
            tickets: vec![0; event.tickets.len()],
            column: list.columns().position("ticket"),
        };
        for person in list {
            if holds(person, offer) {
                limits.take(person);
            }
        }
        limits
    }

    /// Tells whether there are only so many places, of the whole event or of a ticket.
    pub(super) fn are_set(&self) -> bool {
        self.all().any(|(_, capacity, _)| capacity.is_some())
    }

    /// Returns how many places are taken.
    pub fn taken(&self) -> usize {
        self.taken
    }

    /// Returns how many have a place outside the count.
    pub fn besides(&self) -> usize {
        self.besides
    }

    /// Returns what keeps people from getting places together; none if all of them fit.
    pub fn shortage(&self, people: &[&Registration]) -> Option<Shortage<'a>> {
        let counted = people.iter().filter(|one| self.counts(one)).count();
        let whole = self.event.sign_up.capacity.map(|capacity| Shortage {
            need: counted,
            free: (capacity as usize).saturating_sub(self.taken),
            capacity,
            ticket: None,
        });
        let of_ticket = |at: usize| {
            let ticket = &self.event.tickets[at];
            let capacity = ticket.capacity?;
            let need = people.iter().filter(|one| self.ticket(one) == Some(at));
            Some(Shortage {
                need: need.count(),
                free: (capacity as usize).saturating_sub(self.tickets[at]),
                capacity,
                ticket: Some(ticket.id.as_str()),
            })
        };
        let tickets = (0..self.tickets.len()).filter_map(of_ticket);
        let mut all = whole.into_iter().chain(tickets);
        all.find(|one| one.need > one.free)
    }

    /// Counts somebody who gets a place.
    pub(super) fn take(&mut self, person: &Registration) {
        let ticket = self.ticket(person);
        let counts = self.counts_as(ticket);
        self.taken += usize::from(counts);
        self.besides += usize::from(!counts);
        if let Some(at) = ticket {
            self.tickets[at] += 1;
        }
    }

    /// Returns where more places are taken than there are, and more than in `before`: what is taken, of how many, and of
    /// which ticket.
    pub(super) fn overbooked(&self, before: &Self) -> Option<(usize, u32, Option<&'a str>)> {
        self.all()
            .zip(before.all())
            .find_map(|((taken, capacity, ticket), (had, ..))| {
                let capacity = capacity?;
                (taken > capacity as usize && taken > had).then_some((taken, capacity, ticket))
            })
    }

    /// Returns what is taken, how many places there are, and of which ticket; first that of the whole event.
    pub fn all(&self) -> impl Iterator<Item = (usize, Option<u32>, Option<&'a str>)> {
        let whole = (self.taken, self.event.sign_up.capacity, None);
        let tickets = self.event.tickets.iter().zip(&self.tickets);
        std::iter::once(whole).chain(
            tickets.map(|(ticket, taken)| (*taken, ticket.capacity, Some(ticket.id.as_str()))),
        )
    }

    fn ticket(&self, person: &Registration) -> Option<usize> {
        if self.tickets.is_empty() {
            return None;
        }
        let word = person.at(self.column?).trim();
        let tickets = &self.event.tickets;
        let ticket = self.event.ticket(word).filter(|_| !word.is_empty())?;
        tickets.iter().position(|one| one.id == ticket.id)
    }

    fn counts(&self, person: &Registration) -> bool {
        self.counts_as(self.ticket(person))
    }

    fn counts_as(&self, ticket: Option<usize>) -> bool {
        ticket.is_none_or(|at| self.event.tickets[at].counted)
    }
}

/// Tells whether somebody has a place or one is kept for them; `offer` is where that column stands.
pub(super) fn holds(person: &Registration, offer: Option<usize>) -> bool {
    match person.status() {
        Some(Status::Confirmed) | None => true,
        Some(Status::Waiting) => offer.is_some_and(|at| !person.at(at).trim().is_empty()),
        Some(Status::Pending | Status::Cancelled) => false,
    }
}

impl fmt::Display for Shortage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            need,
            free,
            capacity,
            ticket,
        } = self;
        if *need == 1 {
            match capacity {
                0 => f.write_str("there are no places")?,
                1 => f.write_str("the only place")?,
                capacity => write!(f, "all {capacity} places")?,
            }
        } else {
            write!(f, "the group needs {need} places")?;
        }
        if let Some(ticket) = ticket {
            write!(f, " of the ticket {ticket}")?;
        }
        match (need, free) {
            (1, _) => f.write_str(match capacity {
                0 => "",
                1 => " is taken",
                _ => " are taken",
            }),
            (_, 0) => f.write_str(" and none is free"),
            (_, 1) => f.write_str(" and 1 is free"),
            (_, free) => write!(f, " and {free} are free"),
        }
    }
}
