use super::Page;
use super::edition::Edition;
use super::names::Names;
use crate::agenda::days;
use crate::model::{Conference, Session};

/// Returns `agenda.csv` (RFC 4180, with LF line ends): a session a row, those with a time first. `plenary session import`
/// knows it by its last column, in which calendars' UIDs stand.
pub(super) fn page(edition: &Edition<'_>, names: &Names<'_>) -> Page {
    let conference = edition.conference();
    let columns = [
        "id", "date", "start", "end", "minutes", "title", "kind", "track", "room", "speakers",
        "chair", "abstract", "language", "status", "uid",
    ];
    let mut text = columns.join(",") + "\n";
    let scheduled = days(conference).into_iter().flat_map(|day| day.sessions);
    let unscheduled = conference.sessions.iter().filter(|one| one.start.is_none());
    for session in scheduled.map(|(_, session)| session).chain(unscheduled) {
        let cells: Vec<String> = row(conference, names, session)
            .iter()
            .map(|cell| written(cell))
            .collect();
        text += &cells.join(",");
        text.push('\n');
    }
    Page::new("agenda.csv", text)
}

fn row(conference: &Conference, names: &Names<'_>, session: &Session) -> [String; 15] {
    let event = &conference.event;
    let time = |form: &str| session.start.map(|start| start.format(form).to_string());
    let end = session.end().map(|end| end.format("%H:%M").to_string());
    let minutes = session.minutes.map(|minutes| minutes.to_string());
    let track = session.track.as_ref().and_then(|id| event.track(id));
    let room = session.room.as_ref().and_then(|id| event.room(id));
    let speakers: Vec<&str> = names.speakers(session).map(|one| one.name).collect();
    let (key, guid) = names
        .item(session)
        .map_or(("", ""), |item| (&item.key, &item.guid));
    [
        key.to_string(),
        time("%Y-%m-%d").unwrap_or_default(),
        time("%H:%M").unwrap_or_default(),
        end.unwrap_or_default(),
        minutes.unwrap_or_default(),
        session.title.clone(),
        session.kind.clone(),
        track.map(|track| track.name.clone()).unwrap_or_default(),
        room.map(|room| room.name.clone()).unwrap_or_default(),
        speakers.join("; "),
        names
            .chair(session)
            .map_or_else(String::new, |one| one.name.to_string()),
        session.summary.trim().to_string(),
        session.language.clone(),
        status(session).to_string(),
        guid.to_string(),
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
