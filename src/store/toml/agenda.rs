use super::fields::Fields;
use super::tables::Tables;
use super::waivers::read_waivers;
use crate::error::Error;
use crate::model::{Event, Id, Session, Waiver, WallClock, parse_language};

/// Reads `agenda.toml`, its times as those of the event. Without an event no time can be read.
pub(in crate::store) fn read_agenda(
    tables: &mut Tables<'_>,
    event: Option<&Event>,
) -> (Vec<Session>, Vec<Waiver>) {
    let clock = event.map(Event::clock);
    let sessions = tables.each("session", |fields| read_session(fields, clock));
    let sessions = sessions
        .into_iter()
        .map(|(session, origin)| Session { origin, ..session })
        .collect();
    (sessions, read_waivers(tables))
}

/// Reads one session; without a clock none of its times can be read.
pub(super) fn read_session(
    fields: &mut Fields<'_>,
    clock: Option<WallClock<'_>>,
) -> Option<Session> {
    let id = fields.id();
    let title = fields.required_line("title").unwrap_or_default();
    let (start, minutes) = read_times(fields, clock);
    for list in ["speakers", "interpreters"] {
        fields.doubt_repeats(list);
    }
    let session = Session {
        title,
        start,
        minutes,
        room: fields.parsed("room", "id", Id::parse),
        speakers: fields.list("speakers", "id", Id::parse),
        chair: fields.parsed("chair", "id", Id::parse),
        interpreters: fields.list("interpreters", "id", Id::parse),
        track: fields.parsed("track", "id", Id::parse),
        kind: fields.line("kind"),
        summary: fields.text("abstract"),
        language: fields
            .parsed("language", "language", parse_language)
            .unwrap_or_default(),
        expected: fields.number("expected"),
        confirmed: fields.flag("confirmed"),
        cancelled: fields.flag("cancelled").unwrap_or(false),
        source_id: fields.text("source_id"),
        origin: Default::default(),
        id: id?,
    };
    Some(session)
}

/// Returns start and length. An end and a length are two ways to say the same, and must not contradict each other.
fn read_times(
    fields: &mut Fields<'_>,
    clock: Option<WallClock<'_>>,
) -> (Option<crate::model::WallTime>, Option<u32>) {
    let mut minutes = fields.number("minutes");
    if minutes == Some(0) {
        let error = Error::new("a session takes at least a minute")
            .hint("write how many it takes, or take the line away while nobody knows");
        fields.report(fields.span("minutes"), "times", error);
        minutes = None;
    }
    let Some(clock) = clock else {
        // The event's own findings say why; times without its dates would only add noise.
        fields.parsed("start", "time", |_| Ok(()));
        fields.parsed("end", "time", |_| Ok(()));
        return (None, minutes);
    };
    let start = fields.time("start", clock);
    let end = fields.time("end", clock);
    let (Some(start), Some(end)) = (start, end) else {
        if start.is_none() && end.is_some() {
            let error = Error::new("this session has an end but no start")
                .hint("add start = \"…\" or take the end away");
            fields.report(fields.span("end"), "times", error);
        }
        return (start, minutes);
    };
    let length = (end - start).num_minutes();
    match (u32::try_from(length), minutes) {
        (Err(_) | Ok(0), _) => {
            let error = Error::new("this session ends before it has begun")
                .hint("an end after midnight needs its date, as in \"2024-04-14 00:30\"");
            fields.report(fields.span("end"), "times", error);
            (Some(start), minutes)
        }
        (Ok(length), Some(minutes)) if length != minutes => {
            let error = Error::new(format!(
                "from start to end are {length} minutes, but `minutes` says {minutes}"
            ))
            .hint("keep one of the two");
            fields.report(fields.span("minutes"), "times", error);
            (Some(start), Some(length))
        }
        (Ok(length), _) => (Some(start), Some(length)),
    }
}
