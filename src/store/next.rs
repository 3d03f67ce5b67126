use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use toml_edit::{ArrayOfTables, DocumentMut, Item};

use super::carry::{carried, without};
use super::create::{AGENDA, SPEAKERS, event_toml, make};
use super::disk::Access;
use super::{Folder, Mode, NewEvent};
use crate::error::{Error, Result};
use crate::model::{Registration, Registrations};
use crate::sheet::Sheet;

/// Who asked to be kept informed when an event before this one was held.
const INVITED: &str = "invited.csv";

/// What a next event takes over besides organiser, mail settings and templates.
#[derive(Clone, Copy, Debug, Default)]
pub struct TakeOver {
    /// The venue with its rooms.
    pub rooms: bool,
    /// The speakers, without what they said about coming.
    pub speakers: bool,
}

/// The folder of a next event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextEvent {
    /// The names of the files that were written.
    pub files: Vec<String>,
    /// How many people asked to be kept informed and can be written to.
    pub invited: usize,
}

/// The settings of event.toml that hold from one event to the next; of what stands in `[event]`, only the organiser.
const SETTINGS: [&str; 6] = ["mail", "privacy", "ticket", "agenda", "reminder", "import"];

impl Folder {
    /// Makes the folder of the next event after this one. Of the people who signed up here, only those are carried over
    /// who asked to be kept informed, with code, name and address; no comment is, since nobody knows whom it names.
    ///
    /// # Errors
    /// When the folder holds an event already, something here cannot be read, or something there cannot be written.
    pub fn next_event(
        &self,
        root: &Path,
        event: &NewEvent,
        take: TakeOver,
        mode: Mode,
    ) -> Result<NextEvent> {
        let old = self.settings("event.toml")?;
        let event_toml = settled(event, &old, take);
        let speakers = if take.speakers {
            coming_again(&self.settings("speakers.toml")?)
        } else {
            SPEAKERS.to_string()
        };
        let (invited, list) = self.who_asked(&old)?;
        let templates = self.templates()?;
        let templates: Vec<(String, String)> = templates
            .into_iter()
            .map(|(name, text)| (format!("templates/{name}"), text))
            .collect();
        let mut files = vec![
            ("speakers.toml", speakers.as_bytes(), Access::Personal),
            ("agenda.toml", AGENDA.as_bytes(), Access::Shared),
        ];
        files.extend(
            templates
                .iter()
                .map(|(name, text)| (name.as_str(), text.as_bytes(), Access::Shared)),
        );
        if invited > 0 {
            files.push((INVITED, list.as_bytes(), Access::Personal));
        }
        // Last, since a folder with an event.toml counts as made.
        files.push(("event.toml", event_toml.as_bytes(), Access::Shared));
        Ok(NextEvent {
            files: make(root, &files, mode)?,
            invited,
        })
    }

    /// Returns who asked at an event before to hear of this one and has not signed up for it; none if there is no such
    /// list.
    ///
    /// # Errors
    /// When the list is damaged.
    pub fn invited_to(&self, registrations: &Registrations) -> Result<Option<Registrations>> {
        let Some(invited) = self.invited()? else {
            return Ok(None);
        };
        let here: HashSet<String> = registrations.iter().filter_map(reach).collect();
        let away = invited
            .iter()
            .filter(|person| reach(person).is_none_or(|reach| !here.contains(&reach)));
        let away = away.cloned().collect();
        Ok(Some(Registrations::new(
            Arc::clone(invited.columns()),
            away,
        )))
    }

    fn invited(&self) -> Result<Option<Registrations>> {
        let Some(text) = self.text(INVITED)? else {
            return Ok(None);
        };
        let people = super::registrations::people(text);
        people.map(Some).map_err(|mut error| {
            for place in error
                .findings
                .iter_mut()
                .flat_map(|finding| &mut finding.places)
            {
                place.file = INVITED.to_string();
            }
            error
        })
    }

    /// Returns the list of those who asked, here or before, and can be written to: one line an address and name.
    fn who_asked(&self, old: &DocumentMut) -> Result<(usize, String)> {
        let here = of_event(old, "id");
        let mut sheet = Sheet::with_header(&["code", "name", "email", "updates", "source"])?;
        let mut seen = HashSet::new();
        let (people, before) = (self.registrations()?, self.invited()?.unwrap_or_default());
        let registered = people
            .iter()
            .map(|person| (person, here.unwrap_or_default()));
        // Whoever answered here has said anew whether they want to hear more.
        let known: HashSet<String> = people.iter().filter_map(reach).collect();
        let before = before
            .iter()
            .filter(|person| reach(person).is_some_and(|reach| !known.contains(&reach)));
        for (person, source) in
            registered.chain(before.map(|person| (person, person.get("source"))))
        {
            let Some(reach) = reach(person).filter(|_| person.consents("updates")) else {
                continue;
            };
            if seen.insert((reach, person.name().trim().to_lowercase())) {
                sheet.append(&[
                    person.code(),
                    person.name(),
                    person.email().trim(),
                    "yes",
                    source,
                ])?;
            }
        }
        Ok((seen.len(), sheet.to_text()))
    }

    fn settings(&self, name: &str) -> Result<DocumentMut> {
        let text = self.text(name)?.unwrap_or_default();
        let text = text.trim_start_matches('\u{feff}');
        text.parse().map_err(|_| {
            Error::new(format!("`{name}` of the event before cannot be read")).hint(format!(
                "plenary -C {} check says what is wrong",
                self.root().display()
            ))
        })
    }
}

/// Returns a text that stands in `[event]`.
fn of_event<'d>(document: &'d DocumentMut, key: &str) -> Option<&'d str> {
    document.get("event")?.get(key)?.as_str()
}

/// Returns how somebody is reached; none if they are not.
fn reach(person: &Registration) -> Option<String> {
    Some(person.address()?.key())
}

/// Returns event.toml with what holds on from the event before.
fn settled(event: &NewEvent, old: &DocumentMut, take: TakeOver) -> String {
    let rooms: &[&str] = if take.rooms { &["venue", "room"] } else { &[] };
    let mut keys: Vec<&str> = SETTINGS.iter().chain(rooms).copied().collect();
    keys.retain(|key| old.contains_key(key));
    let mut kept = carried(old, &keys);
    // When a room is open is said in days of the event before.
    if let Some(rooms) = kept.get_mut("room").and_then(Item::as_array_of_tables_mut) {
        rooms.iter_mut().for_each(|room| drop(room.remove("open")));
    }
    // The sender is the new event, not the one before.
    let mail = kept.get_mut("mail").and_then(Item::as_table_mut);
    if let (Some(name), Some(from)) = (
        of_event(old, "name"),
        mail.and_then(|mail| mail.get_mut("from")),
    ) && let Some(text) = from.as_str()
    {
        let sender = text.replace(name, &event.name.replace(['<', '>', '"'], ""));
        *from = toml_edit::value(sender);
    }
    let mut text = without(&event_toml(event), &keys);
    if let Some(organiser) = of_event(old, "organiser") {
        // Behind the last line of [event].
        let line = format!("organiser = {}\n", toml_edit::Value::from(organiser));
        let event = text.find("[event]").unwrap_or(0);
        let end = text[event..]
            .find("\n\n")
            .map_or(text.len(), |at| event + at + 1);
        text.insert_str(end, &line);
    }
    let id = of_event(old, "id").unwrap_or("the event before");
    format!("{}\n\n# Taken over from {id}.\n{kept}", text.trim_end())
}

/// Returns speakers without what they said about the event before.
fn coming_again(speakers: &DocumentMut) -> String {
    let mut kept = carried(speakers, &["speaker"]);
    let all = kept
        .get_mut("speaker")
        .and_then(Item::as_array_of_tables_mut);
    for speaker in all.into_iter().flat_map(ArrayOfTables::iter_mut) {
        for key in ["confirmed", "available"] {
            speaker.remove(key);
        }
    }
    kept.to_string().trim_start().to_string()
}
