use chrono::DateTime;

use super::past::ELSEWHERE;
use super::{Limits, Past, Queue};
use crate::model::{
    Chronicle, Event, HistoryEntry, Registration, Registrations, Status, What, order_by,
};

/// The story of one registration: how it stands, and all that happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The code.
    pub code: String,
    /// What they are called; blank if they are not in the list any more.
    pub name: String,
    /// The status; blank if they are not in the list any more.
    pub status: String,
    /// Until when they have an offer, as the clock at the event shows it; blank for none.
    pub offer: String,
    /// Which they are on the waiting list, from 1; none if they do not wait.
    pub position: Option<usize>,
    /// The codes of those who stand before them.
    pub before: Vec<String>,
    /// The codes of those who wait with them as one group.
    pub together: Vec<String>,
    /// Why they wait; blank if they do not.
    pub because: String,
    /// What happened, in its order.
    pub events: Vec<Told>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When: RFC 3339, UTC.
    pub time: String,
    /// What, as `history.csv` and `mail.csv` say it.
    pub what: String,
    /// What it came to.
    pub value: String,
    /// Why, or what the mail server answered.
    pub why: String,
    /// Who did it.
    pub by: String,
}

/// A mail to somebody, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// When that was known: RFC 3339, UTC.
    pub time: String,
    /// What kind of mail it was.
    pub kind: String,
    /// What became of it.
    pub outcome: String,
    /// What the server answered.
    pub reply: String,
}

impl Story {
    /// Tells the story of a code. None if neither list nor history has ever heard of it.
    pub fn of(
        code: &str,
        list: &Registrations,
        (happened, letters): (&Chronicle, &[Letter]),
        event: &Event,
    ) -> Option<Self> {
        let at = list.iter().position(|person| person.code() == code);
        let person = at.and_then(|at| list.get(at));
        let mut events: Vec<Told> = happened
            .iter()
            .filter(|entry| entry.code == code)
            .map(|entry| Told::entry(&entry))
            .collect();
        if person.is_none() && events.is_empty() {
            return None;
        }
        if let Some(person) = person.filter(|_| events.iter().all(|told| told.what != "added")) {
            events.insert(0, Told::signed_up(person, event));
        }
        let events = among(events, letters.iter().map(Told::letter).collect());
        let mut story = Self {
            code: code.to_string(),
            name: person.map_or("", Registration::name).to_string(),
            status: person.map_or("", word).to_string(),
            offer: String::new(),
            position: None,
            before: Vec::new(),
            together: Vec::new(),
            because: String::new(),
            events,
        };
        if let (Some(at), Some(person)) = (at, person)
            && person.status() == Some(Status::Waiting)
        {
            person.get("offer").trim().clone_into(&mut story.offer);
            story.queue_up(at, list, (happened, event));
        }
        Some(story)
    }

    fn queue_up(
        &mut self,
        at: usize,
        list: &Registrations,
        (happened, event): (&Chronicle, &Event),
    ) {
        let past = Past::of(happened.iter());
        let known = |at| past.get(list.get(at)?.code());
        let elsewhere = |at| known(at).is_some_and(|known| known.waits_elsewhere());
        let queue = Queue::but(list, &elsewhere);
        let Some(before) = queue.before(at) else {
            if self.offer.is_empty() {
                ELSEWHERE.clone_into(&mut self.because);
            }
            return;
        };
        let code = |at: &usize| list.get(*at).map_or("", Registration::code).to_string();
        self.before = before.iter().map(code).collect();
        self.position = Some(self.before.len() + 1);
        let unit = queue.units().iter().find(|unit| unit.people.contains(&at));
        let others = unit.into_iter().flat_map(|unit| &unit.people);
        self.together = others.filter(|one| **one != at).map(code).collect();
        let people = unit.map(|unit| unit.people.iter().filter_map(|at| list.get(*at)).collect());
        let people: Vec<&Registration> = people.unwrap_or_default();
        self.because = Limits::of(list, event).shortage(&people).map_or(
            "places are given out by the next `plenary due --run`".to_string(),
            |shortage| shortage.to_string(),
        );
    }

    /// Returns it in sentences, one a line.
    pub fn text(&self, event: &Event) -> String {
        let mut text = format!("{} {}", self.code, self.name).trim().to_string();
        text += &match (self.status.as_str(), self.position) {
            ("", _) => " is not in the list any more.\n".to_string(),
            ("confirmed", _) => " has a place.\n".to_string(),
            ("pending", _) => " is pending: the organisers decide.\n".to_string(),
            ("cancelled", _) => " does not come.\n".to_string(),
            (_, None) if self.offer.is_empty() => format!(" {}.\n", self.because),
            (_, None) => format!(" is offered a place until {}.\n", self.offer),
            (_, Some(position)) => {
                let place = match position {
                    1 => "the first".to_string(),
                    position => format!("number {position}"),
                };
                let group = match self.together.as_slice() {
                    [] => String::new(),
                    others => format!(", together with {}", others.join(", ")),
                };
                let mut text = format!(
                    " is {place} on the waiting list{group}: {}.\n",
                    self.because
                );
                if !self.before.is_empty() {
                    text += &format!("Before them: {}.\n", self.before.join(", "));
                }
                text
            }
        };
        for told in &self.events {
            let time = DateTime::parse_from_rfc3339(&told.time).map_or(told.time.clone(), |time| {
                let wall = time.with_timezone(&event.zone);
                wall.format("%Y-%m-%d %H:%M").to_string()
            });
            text += &format!("{time}  {}\n", told.sentence());
        }
        text
    }
}

impl Told {
    fn entry(entry: &HistoryEntry<'_>) -> Self {
        Self {
            time: entry.time.to_string(),
            what: entry.what.word().to_string(),
            value: entry.value.to_string(),
            why: entry.why.to_string(),
            by: entry.by.to_string(),
        }
    }

    fn letter(letter: &Letter) -> Self {
        Self {
            time: letter.time.clone(),
            what: "mail".to_string(),
            value: letter.kind.clone(),
            why: [letter.outcome.as_str(), &letter.reply]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(": "),
            by: "mail".to_string(),
        }
    }

    /// Somebody of whom the history has not heard yet: the list says when they signed up.
    fn signed_up(person: &Registration, event: &Event) -> Self {
        let registered = person.get("registered").trim();
        let time = crate::model::parse_wall_time(registered, &[])
            .map(|wall| HistoryEntry::stamp(crate::model::moment(wall, event.zone)));
        Self {
            time: time.unwrap_or_default(),
            what: What::Added.word().to_string(),
            value: word(person).to_string(),
            why: person.get("source").to_string(),
            by: "hand".to_string(),
        }
    }

    fn sentence(&self) -> String {
        let value = &self.value;
        let what = match self.what.as_str() {
            "added" => format!("Came into the list as {value}"),
            "status" => format!("Now {value}"),
            "offered" if value.is_empty() => "The offer was taken back".to_string(),
            "offered" => format!("Offered a place until {value}"),
            "skipped" => "Passed over".to_string(),
            "priority" if value.is_empty() => "Lost the priority".to_string(),
            "priority" => format!("Got the priority {value}"),
            "changed" => format!("Changed {value}"),
            "merged" => format!("Took in the row {value}"),
            "gone" => "Left the list".to_string(),
            "deleted" => format!("Deleted {value}"),
            "mail" => format!("Mail `{value}`"),
            "unreachable" => format!("Mail `{value}` needs somebody's help"),
            what => format!("{what} {value}"),
        };
        let why = match self.why.as_str() {
            "" => String::new(),
            why => format!(": {why}"),
        };
        let by = match self.by.as_str() {
            "mail" => String::new(),
            "hand" => " (by hand)".to_string(),
            by => format!(" (by {by})"),
        };
        format!("{what}{why}{by}.")
    }
}

/// Puts letters among what happened, by time. What happened stays in the order in which it was written: a clock may have
/// been put back meanwhile.
fn among(happened: Vec<Told>, mut letters: Vec<Told>) -> Vec<Told> {
    order_by(&mut letters, |one, other| one.time.cmp(&other.time));
    let mut letters = letters.into_iter().peekable();
    let mut all = Vec::new();
    for told in happened {
        while let Some(letter) = letters.next_if(|letter| letter.time < told.time) {
            all.push(letter);
        }
        all.push(told);
    }
    all.extend(letters);
    all
}

fn word(person: &Registration) -> &str {
    person
        .status()
        .map_or_else(|| person.get("status"), |status| status.word())
}
