use super::fields::Fields;
use super::tables::Tables;
use crate::error::{Error, did_you_mean};
use crate::model::{AgendaRules, Id, Level, Rule, Walk};

/// Reads `[agenda]`, `[[walk]]` and `[rules]` of `event.toml`.
pub(super) fn read_agenda_rules(tables: &mut Tables<'_>) -> AgendaRules {
    let ((change_over, walk), _) = tables.table("agenda", |fields| {
        (
            fields.number("change_over").unwrap_or(0),
            fields.number("walk").unwrap_or(0),
        )
    });
    let walks = tables.each("walk", read_walk);
    let (levels, _) = tables.table("rules", |fields| {
        let levels = Rule::ALL.map(|rule| Some((rule, read_level(fields, rule.word())?)));
        levels.into_iter().flatten().collect()
    });
    AgendaRules {
        change_over,
        walk,
        walks: walks
            .into_iter()
            .map(|(walk, origin)| Walk { origin, ..walk })
            .collect(),
        levels,
    }
}

fn read_walk(fields: &mut Fields<'_>) -> Option<Walk> {
    let ends = ["from", "to"].map(|key| {
        let room = fields.parsed(key, "id", Id::parse);
        if room.is_none() && fields.findings.is_empty() {
            fields.missing(key);
        }
        room
    });
    let minutes = fields.number("minutes");
    let [from, to] = ends;
    Some(Walk {
        from: from?,
        to: to?,
        minutes: minutes?,
        origin: Default::default(),
    })
}

/// A slip here shall not keep anybody from working: it is a warning, and the rule stays as it is.
fn read_level(fields: &mut Fields<'_>, key: &'static str) -> Option<Level> {
    let word = fields.text(key);
    let level = Level::named(&word);
    if level.is_none() && !word.is_empty() {
        let hint = did_you_mean(&word, Level::WORDS)
            .unwrap_or_else(|| format!("it is one of {}", Level::WORDS.join(", ")));
        let error = Error::new(format!("`{word}` is no severity")).hint(hint);
        fields.doubt(fields.span(key), "severity", error);
    }
    level
}
