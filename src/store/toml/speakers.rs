use super::tables::Tables;
use crate::model::{EmailAddress, Event, Speaker};

/// Reads `speakers.toml`. Without an event nobody's windows of time can be read.
pub(in crate::store) fn read_speakers(
    tables: &mut Tables<'_>,
    event: Option<&Event>,
) -> Vec<Speaker> {
    let speakers = tables.each("speaker", |fields| {
        let id = fields.id();
        let anonymous = fields.flag("anonymous").unwrap_or(false);
        let alias = fields.line("public_name");
        let unnamed = anonymous || !alias.is_empty();
        let name = if unnamed {
            fields.line("name")
        } else {
            fields.required_line("name").unwrap_or_default()
        };
        fields.doubt_hours("available");
        let speaker = Speaker {
            name,
            role: fields.line("role"),
            affiliation: fields.line("affiliation"),
            area: fields.line("area"),
            bio: fields.text("bio"),
            quote: fields.text("quote"),
            email: fields.parsed("email", "email", EmailAddress::parse),
            phone: fields.text("phone"),
            confirmed: fields.flag("confirmed"),
            available: fields
                .list("available", "time", |text| {
                    event.map(|event| event.clock().window(text)).transpose()
                })
                .into_iter()
                .flatten()
                .collect(),
            access: fields.text("access"),
            step_free: fields.flag("step_free").unwrap_or(false),
            alias,
            anonymous,
            source_id: fields.text("source_id"),
            origin: Default::default(),
            id: id?,
        };
        Some(speaker)
    });
    speakers
        .into_iter()
        .map(|(speaker, origin)| Speaker { origin, ..speaker })
        .collect()
}
