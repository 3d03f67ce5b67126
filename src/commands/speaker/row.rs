use serde_json::Value;

use crate::model::Speaker;
use crate::output::Record;

/// The keys of a speaker, as in `speakers.toml`, and whether the table of `list` shows them.
pub(super) const KEYS: [(&str, bool); 16] = [
    ("id", true),
    ("name", true),
    ("role", true),
    ("affiliation", true),
    ("area", true),
    ("bio", false),
    ("quote", false),
    ("email", false),
    ("phone", false),
    ("confirmed", true),
    ("available", false),
    ("access", false),
    ("step_free", false),
    ("public_name", false),
    ("anonymous", false),
    ("source_id", false),
];

/// Returns the values of a speaker in the order of [`KEYS`].
pub(super) fn values(speaker: &Speaker) -> Vec<Value> {
    let windows: Vec<String> = speaker.available.iter().map(ToString::to_string).collect();
    vec![
        speaker.id.as_str().into(),
        speaker.name.as_str().into(),
        speaker.role.as_str().into(),
        speaker.affiliation.as_str().into(),
        speaker.area.as_str().into(),
        speaker.bio.as_str().into(),
        speaker.quote.as_str().into(),
        speaker.email.as_ref().map(|email| email.as_str()).into(),
        speaker.phone.as_str().into(),
        speaker.confirmed.into(),
        windows.into(),
        speaker.access.as_str().into(),
        speaker.step_free.into(),
        speaker.alias.as_str().into(),
        speaker.anonymous.into(),
        speaker.source_id.as_str().into(),
    ]
}

/// Returns a speaker as a record.
pub(super) fn record(speaker: &Speaker) -> Record {
    let fields = KEYS.iter().zip(values(speaker));
    fields.fold(Record::new(), |record, ((key, _), value)| {
        record.with(key, value)
    })
}
