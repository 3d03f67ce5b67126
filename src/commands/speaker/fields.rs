use crate::error::Result;
use crate::model::{EmailAddress, Event};
use crate::store::{FieldValue, Fields};

/// What can be said about a speaker. A blank text takes the value away.
#[derive(clap::Args, Debug)]
pub(super) struct SpeakerFields {
    /// What they are: councillor, convenor
    #[arg(long)]
    role: Option<String>,
    /// For whom they speak
    #[arg(long)]
    affiliation: Option<String>,
    /// Where they are from
    #[arg(long)]
    area: Option<String>,
    /// A few sentences about them
    #[arg(long)]
    bio: Option<String>,
    /// Words of theirs
    #[arg(long)]
    quote: Option<String>,
    /// Where to write to them; never published
    #[arg(long)]
    email: Option<String>,
    /// Where to ring them; never published
    #[arg(long)]
    phone: Option<String>,
    /// Whether they have said yes
    #[arg(long, value_name = "true|false")]
    confirmed: Option<bool>,
    /// When they can, as in "2024-04-13 10:00-12:00"; again for each window
    #[arg(long, value_name = "WINDOW")]
    available: Option<Vec<String>>,
    /// What they need to take part; never published
    #[arg(long)]
    access: Option<String>,
    /// Whether they need a room that can be reached without a step; never published
    #[arg(long, value_name = "true|false")]
    step_free: Option<bool>,
    /// The name to use in public instead of theirs
    #[arg(long)]
    public_name: Option<String>,
    /// Whether no name at all may be used in public
    #[arg(long, value_name = "true|false")]
    anonymous: Option<bool>,
}

impl SpeakerFields {
    /// Returns what was given, by key, once it is sure that it means something.
    pub(super) fn given(&self, event: Option<&Event>) -> Result<Fields> {
        if let Some(email) = self.email.as_deref().filter(|email| !email.is_empty()) {
            EmailAddress::parse(email)?;
        }
        let windows = self.available.iter().flatten();
        if let Some(event) = event {
            for window in windows.filter(|window| !window.is_empty()) {
                event.clock().window(window)?;
            }
        }
        let texts = [
            ("role", &self.role),
            ("affiliation", &self.affiliation),
            ("area", &self.area),
            ("bio", &self.bio),
            ("quote", &self.quote),
            ("email", &self.email),
            ("phone", &self.phone),
            ("access", &self.access),
            ("public_name", &self.public_name),
        ];
        let mut fields: Fields = texts
            .into_iter()
            .filter_map(|(key, text)| Some((key, FieldValue::text(text.as_deref()?))))
            .collect();
        fields.extend(
            self.confirmed
                .map(|flag| ("confirmed", FieldValue::Flag(flag))),
        );
        fields.extend(
            self.anonymous
                .map(|flag| ("anonymous", FieldValue::Flag(flag))),
        );
        fields.extend(
            self.step_free
                .map(|flag| ("step_free", FieldValue::Flag(flag))),
        );
        fields.extend(
            self.available
                .clone()
                .map(|windows| ("available", FieldValue::list(windows))),
        );
        Ok(fields)
    }
}
