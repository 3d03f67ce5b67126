use super::Page;
use super::edition::Edition;
use crate::agenda::days;
use crate::model::{Conference, Id, Session};

/// Returns `agenda.csv` (RFC 4180, with LF line ends): a session a row, those with a time first.
pub(super) fn page(edition: &Edition<'_>) -> Page {
    let conference = edition.conference();
    let columns = [
        "date", "start", "end", "minutes", "title", "kind", "track", "room", "speakers", "chair",
        "abstract", "status",
    ];
    let mut text = columns.join(",") + "\n";
    let scheduled = days(conference).into_iter().flat_map(|day| day.sessions);
    let unscheduled = conference.sessions.iter().filter(|one| one.start.is_none());
    for session in scheduled.map(|(_, session)| session).chain(unscheduled) {
        let cells: Vec<String> = row(conference, session)
            .iter()
            .map(|cell| written(cell))
            .collect();
        text += &cells.join(",");
        text.push('\n');
    }
    Page::new("agenda.csv", text)
}

fn row(conference: &Conference, session: &Session) -> [String; 12] {
    let event = &conference.event;
    let time = |form: &str| session.start.map(|start| start.format(form).to_string());
    let end = session.end().map(|end| end.format("%H:%M").to_string());
    let minutes = session.minutes.map(|minutes| minutes.to_string());
    let name = |id: &Id| conference.speaker(id).map(|one| one.public_name());
    let track = session.track.as_ref().and_then(|id| event.track(id));
    let room = session.room.as_ref().and_then(|id| event.room(id));
    let speakers: Vec<&str> = session.speakers.iter().filter_map(name).collect();
    [
        time("%Y-%m-%d").unwrap_or_default(),
        time("%H:%M").unwrap_or_default(),
        end.unwrap_or_default(),
        minutes.unwrap_or_default(),
        session.title.clone(),
        session.kind.clone(),
        track.map(|track| track.name.clone()).unwrap_or_default(),
        room.map(|room| room.name.clone()).unwrap_or_default(),
        speakers.join("; "),
        session
            .chair
            .as_ref()
            .and_then(name)
            .unwrap_or_default()
            .to_string(),
        session.summary.trim().to_string(),
        status(session).to_string(),
    ]
}

fn status(session: &Session) -> &'static str {
    match (session.cancelled, session.start) {
        (true, _) => "cancelled",
        (false, None) => "unscheduled",
        (false, Some(_)) => "scheduled",
    }
}

/// Quotes a cell where it must be, and keeps a spreadsheet from taking it for a formula.
fn written(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    if cell.contains(['"', ',', '\n', '\r']) {
        format!("\"{guard}{}\"", cell.replace('"', "\"\""))
    } else {
        format!("{guard}{cell}")
    }
}
