use crate::error::Severity;

/// A rule of the agenda, as `[rules]` in `event.toml` and `[[waiver]]` in `agenda.toml` name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Two sessions are in one room at the same time.
    RoomOverlap,
    /// Somebody is in two places at the same time.
    SpeakerOverlap,
    /// Somebody is needed when they cannot come.
    NotAvailable,
    /// A room is used while it is closed.
    RoomClosed,
    /// Somebody who needs a room without steps is in one with steps.
    StepFree,
    /// A session is outside the event's days or hours.
    OutsideHours,
    /// More people are expected than the room holds.
    RoomTooSmall,
    /// A room has no time to change over.
    ChangeOver,
    /// Somebody has less time between two rooms than the walk takes.
    Walk,
    /// A session has a start but no length, so nothing can be checked against it.
    NoLength,
    /// Somebody on the programme has not said yes.
    Unconfirmed,
    /// Somebody on the programme has no name there.
    Unnamed,
    /// A session has no start yet.
    Unscheduled,
    /// A waiver stands for something that is not the case any more.
    StaleWaiver,
}

/// What `[rules]` makes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It is not looked at.
    Off,
    /// It is reported with this severity.
    On(Severity),
}

impl Rule {
    /// All rules, in the order in which findings are reported.
    pub const ALL: [Self; 14] = [
        Self::RoomOverlap,
        Self::SpeakerOverlap,
        Self::NotAvailable,
        Self::RoomClosed,
        Self::StepFree,
        Self::OutsideHours,
        Self::RoomTooSmall,
        Self::ChangeOver,
        Self::Walk,
        Self::NoLength,
        Self::Unconfirmed,
        Self::Unnamed,
        Self::Unscheduled,
        Self::StaleWaiver,
    ];

    /// Returns the name that files and findings use.
    pub fn word(self) -> &'static str {
        match self {
            Self::RoomOverlap => "room-overlap",
            Self::SpeakerOverlap => "speaker-overlap",
            Self::NotAvailable => "not-available",
            Self::RoomClosed => "room-closed",
            Self::StepFree => "step-free",
            Self::OutsideHours => "outside-hours",
            Self::RoomTooSmall => "room-too-small",
            Self::ChangeOver => "change-over",
            Self::Walk => "walk",
            Self::NoLength => "no-length",
            Self::Unconfirmed => "unconfirmed",
            Self::Unnamed => "unnamed",
            Self::Unscheduled => "unscheduled",
            Self::StaleWaiver => "stale-waiver",
        }
    }

    /// Returns the rule of that name.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.word() == word)
    }

    /// Returns how bad it is where `[rules]` says nothing: an error is what cannot happen as planned.
    pub fn severity(self) -> Severity {
        match self {
            Self::RoomOverlap
            | Self::SpeakerOverlap
            | Self::NotAvailable
            | Self::RoomClosed
            | Self::StepFree => Severity::Error,
            Self::Unnamed | Self::Unscheduled => Severity::Note,
            _ => Severity::Warning,
        }
    }
}

impl Level {
    /// The words for all levels, the mildest first.
    pub const WORDS: [&'static str; 4] = ["off", "note", "warning", "error"];

    /// Returns the level of that name.
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "off" => Some(Self::Off),
            "note" => Some(Self::On(Severity::Note)),
            "warning" => Some(Self::On(Severity::Warning)),
            "error" => Some(Self::On(Severity::Error)),
            _ => None,
        }
    }
}
