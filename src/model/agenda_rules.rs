use super::{Id, Level, Origin, Rule};

/// What a sound agenda is at this event: `[agenda]`, `[[walk]]` and `[rules]` in `event.toml`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AgendaRules {
    /// How many minutes a room needs between two sessions.
    pub change_over: u32,
    /// How many minutes it takes from one room to another, where no `[[walk]]` says otherwise.
    pub walk: u32,
    /// Walks that take another time.
    pub walks: Vec<Walk>,
    /// Rules that are milder or stricter than usual.
    pub levels: Vec<(Rule, Level)>,
}

/// The walk between two rooms, the same there and back.
#[derive(Clone, Debug, PartialEq)]
pub struct Walk {
    /// One room.
    pub from: Id,
    /// The other room.
    pub to: Id,
    /// How long it takes.
    pub minutes: u32,
    /// Where it stands in `event.toml`.
    pub origin: Origin,
}

impl AgendaRules {
    /// Returns how strictly a rule is taken.
    pub fn level(&self, rule: Rule) -> Level {
        let own = self.levels.iter().find(|(known, _)| *known == rule);
        own.map_or(Level::On(rule.severity()), |(_, level)| *level)
    }

    /// Returns how many minutes it takes from one room to another; none within a room.
    pub fn minutes_between(&self, from: &Id, to: &Id) -> u32 {
        if from == to {
            return 0;
        }
        let known = self.walks.iter().find(|walk| {
            (&walk.from, &walk.to) == (from, to) || (&walk.to, &walk.from) == (from, to)
        });
        known.map_or(self.walk, |walk| walk.minutes)
    }
}
