use crate::commands::ids::known;
use crate::error::{Error, Result};
use crate::model::{Conference, Event, WallTime, parse_language};
use crate::store::{FieldValue, Fields};

/// What can be said about a session. A blank text takes the value away.
#[derive(clap::Args, Debug)]
pub(super) struct SessionFields {
    /// When it begins, as the clock at the venue shows it: "2024-04-13 10:00", or "10:00" on the only day
    #[arg(long, value_name = "TIME")]
    start: Option<String>,
    /// When it is over; say either this or --minutes
    #[arg(long, value_name = "TIME", conflicts_with = "minutes")]
    end: Option<String>,
    /// How long it takes
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    minutes: Option<u32>,
    /// The room's id
    #[arg(long)]
    room: Option<String>,
    /// A speaker's id; again or after a comma for more
    #[arg(long, alias = "speaker", value_name = "ID", value_delimiter = ',')]
    speakers: Option<Vec<String>>,
    /// The id of whoever chairs it
    #[arg(long, value_name = "ID")]
    chair: Option<String>,
    /// An interpreter's id; again or after a comma for more
    #[arg(long, alias = "interpreter", value_name = "ID", value_delimiter = ',')]
    interpreters: Option<Vec<String>>,
    /// The track's id
    #[arg(long)]
    track: Option<String>,
    /// What it is: talk, workshop, break
    #[arg(long)]
    kind: Option<String>,
    /// What it is about
    #[arg(long = "abstract", value_name = "TEXT")]
    summary: Option<String>,
    /// In which language it is, as in en or cy
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// How many people are expected
    #[arg(long, value_name = "PEOPLE")]
    expected: Option<u32>,
    /// Whether it is settled
    #[arg(long, value_name = "true|false")]
    confirmed: Option<bool>,
    /// Whether it was called off
    #[arg(long, value_name = "true|false")]
    cancelled: Option<bool>,
}

impl SessionFields {
    /// Returns what was given, by key, once it is sure that every id and time means something.
    pub(super) fn given(&self, conference: &Conference) -> Result<Fields> {
        let event = &conference.event;
        let filled = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        for speaker in self
            .speakers
            .iter()
            .flatten()
            .chain(&self.chair)
            .chain(self.interpreters.iter().flatten())
            .filter(|id| !id.is_empty())
        {
            known(
                "speaker",
                speaker,
                conference.speakers.iter().map(|speaker| &speaker.id),
            )?;
        }
        if let Some(room) = filled(&self.room) {
            known_room(event, &room)?;
        }
        if let Some(track) = filled(&self.track) {
            known("track", &track, event.tracks.iter().map(|track| &track.id))
                .map_err(|error| of_event(error, "track"))?;
        }
        let mut fields = Fields::new();
        for (key, time) in [("start", &self.start), ("end", &self.end)] {
            let wall = filled(time)
                .map(|text| event.clock().time(&text))
                .transpose()?;
            if time.is_some() {
                fields.push((
                    key,
                    wall.map_or(FieldValue::Nothing, |wall| written(event, wall)),
                ));
            }
        }
        fields.extend(
            self.minutes
                .map(|minutes| ("minutes", FieldValue::Number(minutes))),
        );
        let language = filled(&self.language)
            .map(|tag| parse_language(&tag))
            .transpose()?;
        let language = language.or_else(|| self.language.clone());
        let texts = [
            ("room", &self.room),
            ("chair", &self.chair),
            ("track", &self.track),
            ("kind", &self.kind),
            ("abstract", &self.summary),
            ("language", &language),
        ];
        fields.extend(
            texts
                .into_iter()
                .filter_map(|(key, text)| Some((key, FieldValue::text(text.as_deref()?)))),
        );
        fields.extend(
            self.speakers
                .clone()
                .map(|ids| ("speakers", FieldValue::list(ids))),
        );
        fields.extend(
            self.interpreters
                .clone()
                .map(|ids| ("interpreters", FieldValue::list(ids))),
        );
        fields.extend(
            self.expected
                .map(|people| ("expected", FieldValue::Number(people))),
        );
        fields.extend(
            self.confirmed
                .map(|flag| ("confirmed", FieldValue::Flag(flag))),
        );
        fields.extend(
            self.cancelled
                .map(|flag| ("cancelled", FieldValue::Flag(flag))),
        );
        Ok(fields)
    }
}

/// Checks that the event has a room of that id.
pub(super) fn known_room(event: &Event, room: &str) -> Result<()> {
    known("room", room, event.rooms.iter().map(|room| &room.id))
        .map_err(|error| of_event(error, "room"))?;
    Ok(())
}

/// Rooms and tracks have no list of their own.
fn of_event(mut error: Error, noun: &str) -> Error {
    for finding in &mut error.findings {
        if finding
            .hint
            .as_deref()
            .is_some_and(|hint| hint.contains("list`"))
        {
            finding.hint = Some(format!("each {noun} stands as [[{noun}]] in event.toml"));
        }
    }
    error
}

/// Returns a time as it is written into `agenda.toml`.
pub(super) fn written(event: &Event, wall: WallTime) -> FieldValue {
    FieldValue::Text(event.clock().written(wall))
}
