use crate::model::{Discretion, Id, WallTime};

/// Everything that changed about one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which session.
    pub session: Id,
    /// What people knew it as: its former title, or the new one if they did not know it.
    pub title: String,
    /// What changed, the most important first. Never empty.
    pub differences: Vec<Difference>,
}

/// One thing that changed about a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It was not on the agenda before.
    Added(Slot),
    /// It is not on the agenda any more.
    Removed(Slot),
    /// It was called off.
    Cancelled(Slot),
    /// It had been called off, and takes place after all.
    Reinstated(Slot),
    /// It has a time now, and had none.
    Scheduled(Slot),
    /// It had a time, and has none now.
    Unscheduled(Slot),
    /// It begins at another time.
    Moved(Times, Times),
    /// It takes fewer minutes than before.
    Shortened(Times, Times),
    /// It takes more minutes than before.
    Lengthened(Times, Times),
    /// It is in another room; blank for none.
    Rehoused(String, String),
    /// It has another title.
    Renamed(String),
    /// Other people speak.
    Speakers(Turnover),
    /// Somebody else chairs it.
    Chair(Turnover),
    /// Other people interpret.
    Interpreters(Turnover),
}

/// From when to when a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// When it begins.
    pub start: WallTime,
    /// How many minutes it takes; none if not decided.
    pub minutes: Option<u32>,
}

/// When and where a session is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// When; none while it is unscheduled.
    pub times: Option<Times>,
    /// What people call the room; blank if it has none.
    pub room: String,
}

/// Who left and who joined, under the names that may be shown, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turnover {
    /// Who is no longer there.
    pub left: Vec<(Id, String)>,
    /// Who is there now.
    pub joined: Vec<(Id, String)>,
}

/// What a session is called whose title may not be said any more.
pub const UNTITLED: &str = "A session";

impl Change {
    /// Returns the change as it may be told: a title that people knew and that names somebody who has asked since not to
    /// be named is left out.
    pub fn told_with(mut self, discretion: &Discretion) -> Self {
        if discretion.is_named_in(&self.title) {
            self.title = UNTITLED.to_string();
        }
        self
    }
}

impl Difference {
    /// Returns the word for it, as JSON spells it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Added(_) => "added",
            Self::Removed(_) => "removed",
            Self::Cancelled(_) => "cancelled",
            Self::Reinstated(_) => "reinstated",
            Self::Scheduled(_) => "scheduled",
            Self::Unscheduled(_) => "unscheduled",
            Self::Moved(..) => "moved",
            Self::Shortened(..) => "shortened",
            Self::Lengthened(..) => "lengthened",
            Self::Rehoused(..) => "room",
            Self::Renamed(_) => "renamed",
            Self::Speakers(_) => "speakers",
            Self::Chair(_) => "chair",
            Self::Interpreters(_) => "interpreters",
        }
    }

    /// Tells whether a calendar shows it: time, place, title, or whether it takes place at all.
    pub fn is_in_calendars(&self) -> bool {
        !matches!(
            self,
            Self::Speakers(_) | Self::Chair(_) | Self::Interpreters(_)
        )
    }
}
