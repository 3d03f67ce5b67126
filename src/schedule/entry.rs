use crate::error::{Finding, Place};

/// What a file says, before its times and states are understood. Blank is not said.
#[derive(Clone, Debug, Default)]
pub(super) struct Entries {
    pub(super) entries: Vec<Entry>,
    pub(super) rooms: Vec<(String, Option<u32>)>,
    /// Tracks with their colours.
    pub(super) tracks: Vec<(String, String)>,
    /// Until when the night belongs to the day before.
    pub(super) day_change: String,
    /// The zone of times that have no offset.
    pub(super) zone: String,
    /// The short name of the event in the file, if plenary itself wrote it: then slugs hold our ids, and keys our UUIDs.
    pub(super) ours: Option<String>,
    pub(super) findings: Vec<Finding>,
}

/// One session as a file has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// What the other tool knows it by.
    pub(super) key: String,
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) subtitle: String,
    /// A date, or a date with a time.
    pub(super) date: String,
    /// A time, or a date with a time.
    pub(super) start: String,
    pub(super) end: String,
    pub(super) duration: String,
    pub(super) room: String,
    pub(super) track: String,
    pub(super) kind: String,
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) language: String,
    pub(super) state: String,
    pub(super) chair: String,
    pub(super) people: Vec<Guest>,
    pub(super) place: Option<Place>,
}

/// Somebody in a session as a file has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Guest {
    /// What the other tool knows them by.
    pub(super) key: String,
    pub(super) name: String,
    pub(super) bio: String,
}
