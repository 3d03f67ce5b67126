use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use chrono::NaiveTime;

use super::clean::{self, Addresses, Cleaned};
use super::column;
use super::columns::{Mapping, heading};
use super::consent::{self, Consent};
use super::doubt::Doubts;
use super::field::Field;
use super::read::RawRow;
use super::standing::{self, Standing};
use super::{name, phone, stamp};
use crate::model::{COLUMNS, Event, Submissions};

/// What one row says about a person.
#[derive(Debug)]
pub(super) struct Candidate {
    /// The row of the table, counted from 0.
    pub(super) row: u32,
    /// When it was sent: `YYYY-MM-DD HH:MM:SS` at the event, or as typed if that is doubtful, or blank.
    pub(super) sent: Box<str>,
    /// Whether `sent` is a moment to the minute.
    pub(super) timed: bool,
    /// The product's own name for it.
    pub(super) source_id: Box<str>,
    /// Whether they come.
    pub(super) standing: Standing,
    /// What is not blank, by column.
    pub(super) values: Vec<(u16, Box<str>)>,
    /// The address as addresses are compared; blank without.
    pub(super) address: String,
    /// The name as names are compared; blank without.
    pub(super) name: String,
    /// The phone number as they are compared; blank without.
    pub(super) phone: String,
}

impl Candidate {
    /// Tells whether there is nothing but a name.
    pub(super) fn is_bare(&self) -> bool {
        self.address.is_empty() && self.phone.is_empty()
    }
}

/// What a row turned out to be.
pub(super) enum Reading {
    /// Somebody.
    Person(Box<Candidate>),
    /// Nothing at all.
    Blank,
    /// Nobody that could be told from others, and why.
    Nobody(String),
}

/// Reads rows into people, and counts what had to be repaired for it.
pub(super) struct Reader<'a> {
    mapping: &'a Mapping,
    event: &'a Event,
    /// The kept columns with their numbers.
    kept: Vec<(usize, u16)>,
    /// Certain repairs, with how often and the first line.
    pub(super) cleaned: BTreeMap<Cleaned, (usize, usize)>,
    /// Answers to consent questions that are no clear yes or no.
    pub(super) unclear: usize,
    /// What is doubtful but was left alone.
    pub(super) doubts: Doubts,
}

impl<'a> Reader<'a> {
    /// Prepares to read rows of a table; its kept columns get their numbers.
    pub(super) fn new(mapping: &'a Mapping, event: &'a Event, known: &mut Submissions) -> Self {
        Self {
            kept: kept_columns(mapping, known),
            mapping,
            event,
            cleaned: BTreeMap::new(),
            unclear: 0,
            doubts: Doubts::default(),
        }
    }

    /// Reads one row.
    pub(super) fn read(&mut self, at: u32, row: RawRow<'_>) -> Reading {
        if row.cells().all(str::is_empty) {
            return Reading::Blank;
        }
        let line = row.line;
        let mut values: Vec<(u16, Box<str>)> = Vec::with_capacity(8);
        let mut addresses = self.addresses(row);
        let name = self.name(row, &mut addresses);
        let email = match &addresses.first {
            Some(address) => address.as_str().to_string(),
            None => self.bad_address(row).into_owned(),
        };
        let mut put = |column: u16, value: &str| {
            if !value.is_empty() {
                values.push((column, value.into()));
            }
        };
        let address = addresses
            .first
            .as_ref()
            .map_or_else(String::new, |one| one.key());
        let phone = self.first(row, Field::Phone);
        let phone_key = phone::key(&phone);
        if address.is_empty() && name.is_empty() && phone_key.is_empty() {
            return Reading::Nobody(self.nobody(&email));
        }
        if email.is_empty() && phone_key.is_empty() && name::is_total(&name) {
            return Reading::Nobody("it looks like a total and not like a person".to_string());
        }
        put(column::NAME, &name);
        put(column::EMAIL, &email);
        put(column::PHONE, &phone);
        for (field, number) in [
            (Field::Organisation, column::ORGANISATION),
            (Field::Area, column::AREA),
            (Field::Access, column::ACCESS),
            (Field::Diet, column::DIET),
        ] {
            put(number, self.first(row, field).trim_end_matches([';', ' ']));
        }
        put(column::TICKET, &self.ticket(row));
        let standing = self.standing(row);
        put(column::STATUS, word(standing));
        put(column::UPDATES, self.consent(row, Field::Updates));
        put(column::PHOTO, self.consent(row, Field::Photo));
        put(column::NOTE, &self.note(row, &addresses));
        for at in 0..self.kept.len() {
            let (cell, number) = self.kept[at];
            put(number, &self.cell(row, cell));
        }
        values.sort_unstable_by_key(|(column, _)| *column);
        let (sent, timed) = self.sent(row);
        self.doubts.look(&values, line, !address.is_empty());
        Reading::Person(Box::new(Candidate {
            row: at,
            sent,
            timed,
            source_id: self.id(row).into(),
            standing,
            values,
            address,
            name: name::key(&name),
            phone: phone_key,
        }))
    }

    fn cell<'t>(&mut self, row: RawRow<'t>, column: usize) -> Cow<'t, str> {
        let cleaned = &mut self.cleaned;
        clean::cell(row.cell(column), |what| {
            cleaned.entry(what).or_insert((0, row.line)).0 += 1;
        })
    }

    fn note_repair(&mut self, what: Cleaned, line: usize) {
        self.cleaned.entry(what).or_insert((0, line)).0 += 1;
    }

    /// The first cell of a field that is not blank and does not stand for nothing.
    fn first<'t>(&mut self, row: RawRow<'t>, field: Field) -> Cow<'t, str> {
        for at in 0..self.mapping.of(field).len() {
            let cell = self.cell(row, self.mapping.of(field)[at]);
            let says_something = match field {
                Field::Name => !name::is_placeholder(&cell) && !name::key(&cell).is_empty(),
                // `Guest` and `Na` are family names: of a part of a name only marks are no name.
                Field::First | Field::Last => !name::key(&cell).is_empty() && !name::is_mark(&cell),
                Field::Email | Field::Phone => !name::is_placeholder(&cell),
                _ => &*cell != "null",
            };
            if !cell.is_empty() && says_something {
                return cell;
            }
        }
        Cow::Borrowed("")
    }

    fn addresses(&mut self, row: RawRow<'_>) -> Addresses {
        for at in 0..self.mapping.of(Field::Email).len() {
            let cell = self.cell(row, self.mapping.of(Field::Email)[at]);
            let found = clean::addresses(&cell);
            if let Some(first) = &found.first {
                if !found.others.is_empty() {
                    self.note_repair(Cleaned::SecondAddress, row.line);
                } else if first.as_str() != cell.trim() {
                    self.note_repair(Cleaned::AroundAddress, row.line);
                }
                return found;
            }
        }
        Addresses::default()
    }

    /// What stands where an address should, if it is none: kept as it is, so that somebody can mend it.
    fn bad_address<'t>(&mut self, row: RawRow<'t>) -> Cow<'t, str> {
        self.first(row, Field::Email)
    }

    fn name(&mut self, row: RawRow<'_>, addresses: &mut Addresses) -> String {
        let whole = self.first(row, Field::Name);
        if !whole.is_empty() {
            return spaced(&whole);
        }
        let (first, last) = (self.first(row, Field::First), self.first(row, Field::Last));
        let joined = spaced(&format!("{first} {last}"));
        if joined.is_empty() {
            return addresses.name.take().unwrap_or_default();
        }
        joined
    }

    fn nobody(&self, email: &str) -> String {
        if self.mapping.product.unassigned {
            return "the ticket is not assigned to anybody yet".to_string();
        }
        if !email.is_empty() {
            return match crate::model::EmailAddress::parse(email) {
                Err(error) => format!("no name, and {error}"),
                Ok(_) => "no name".to_string(),
            };
        }
        "no name, no address and no phone number".to_string()
    }

    fn id(&self, row: RawRow<'_>) -> String {
        let columns = self.mapping.of(Field::SourceId).iter();
        let parts: Vec<&str> = columns
            .map(|at| row.cell(*at))
            .filter(|part| !part.is_empty())
            .collect();
        parts.join("-")
    }

    /// When it was sent, and whether that is known to the minute.
    fn sent(&self, row: RawRow<'_>) -> (Box<str>, bool) {
        let columns = self.mapping.of(Field::Registered).iter();
        let parts: Vec<&str> = columns
            .map(|at| row.cell(*at))
            .filter(|part| !part.is_empty())
            .collect();
        let typed = parts.join(" ");
        if typed == "null" {
            return ("".into(), false);
        }
        match self.mapping.stamps.read(&typed) {
            Some(moment) => {
                let timed = moment.time() != NaiveTime::MIN;
                (stamp::written(moment).into(), timed)
            }
            None => (typed.into(), false),
        }
    }

    fn standing(&self, row: RawRow<'_>) -> Standing {
        let product = self.mapping.product;
        let mut standing = Standing::Coming;
        for at in 0..self.mapping.of(Field::Status).len() {
            let cell = heading(row.cell(self.mapping.of(Field::Status)[at]));
            if cell.is_empty() || cell == "null" {
                continue;
            }
            let cancels =
                product.cancels.contains(&cell.as_str()) || product.cancels.contains(&"*");
            standing = match standing::of_word(&cell) {
                _ if cancels => Standing::Cancelled,
                _ if !product.cancels.is_empty() => Standing::Coming,
                Some(standing) => standing,
                None => Standing::Coming,
            };
        }
        standing
    }

    fn consent(&mut self, row: RawRow<'_>, field: Field) -> &'static str {
        let Some(column) = self.mapping.of(field).first() else {
            return "";
        };
        let cell = row.cell(*column);
        if cell.is_empty() {
            return "";
        }
        match consent::read(cell) {
            Consent::Yes => "yes",
            Consent::No => "no",
            Consent::Unclear => {
                self.unclear += 1;
                "no"
            }
        }
    }

    /// The id of the ticket if the event has one of that name, or else what is written.
    fn ticket(&mut self, row: RawRow<'_>) -> String {
        let cell = self.first(row, Field::Ticket);
        let wanted = cell.trim();
        let known = self.event.tickets.iter().find(|ticket| {
            ticket.id.as_str() == wanted || ticket.name.to_lowercase() == wanted.to_lowercase()
        });
        known.map_or_else(|| wanted.to_string(), |ticket| ticket.id.to_string())
    }

    fn note(&mut self, row: RawRow<'_>, addresses: &Addresses) -> String {
        let mut note = match self.mapping.of(Field::Note).first() {
            Some(column) => self.cell(row, *column).into_owned(),
            None => String::new(),
        };
        for other in &addresses.others {
            let gap = if note.is_empty() { "" } else { "\n" };
            note.push_str(&format!("{gap}also {other}"));
        }
        note
    }
}

/// Returns the kept columns with their numbers. One whose heading was known in other letters, as `T-SHIRT SIZE` for
/// `T-shirt size`, is that one.
fn kept_columns(mapping: &Mapping, known: &mut Submissions) -> Vec<(usize, u16)> {
    let counted = |names: &[String]| {
        let mut alike: HashMap<String, Vec<String>> = HashMap::new();
        for name in names {
            alike.entry(heading(name)).or_default().push(name.clone());
        }
        alike
    };
    let own: Vec<String> = mapping.kept.iter().map(|(_, name)| name.clone()).collect();
    let (before, here) = (counted(&known.names()[COLUMNS.len()..]), counted(&own));
    let only = |alike: &HashMap<String, Vec<String>>, name: &str| match alike.get(name)?.as_slice()
    {
        [one] => Some(one.clone()),
        _ => None,
    };
    let number = |(at, name): &(usize, String)| {
        let words = heading(name);
        let known_as = only(&here, &words).and_then(|_| only(&before, &words));
        (*at, known.column(&known_as.unwrap_or_else(|| name.clone())))
    };
    mapping.kept.iter().map(number).collect()
}

/// Returns a name with single spaces. It is never re-cased.
fn spaced(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ")
}

/// The word by which a standing other than coming is remembered.
pub(super) fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Coming => "",
        Standing::Pending => "pending",
        Standing::Waiting => "waiting",
        Standing::Cancelled => "cancelled",
    }
}
