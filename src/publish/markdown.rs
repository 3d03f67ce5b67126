use super::Page;
use super::edition::Edition;
use super::names::Names;
use crate::agenda::days;
use crate::model::{Conference, Session};

/// Returns `agenda.md` (CommonMark 0.31): the agenda by day, to be put into a wiki, a newsletter or a repository.
pub(super) fn page(edition: &Edition<'_>, names: &Names<'_>) -> Page {
    let conference = edition.conference();
    let event = &conference.event;
    let mut text = format!("# {}\n", plain(&event.name));
    let place = [&event.venue.name, &event.venue.address];
    let place: Vec<String> = place
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .map(|part| plain(part))
        .collect();
    text += &format!("\n{}", event.dates_in_words());
    if !place.is_empty() {
        text += &format!(" · {}", place.join(", "));
    }
    text.push('\n');
    for day in days(conference) {
        text += &format!("\n## {}\n\n", day.date.format("%A %-d %B %Y"));
        for (_, session) in day.sessions {
            text += &item(conference, names, session);
        }
    }
    let mut unscheduled = conference
        .sessions
        .iter()
        .filter(|one| one.start.is_none())
        .peekable();
    if unscheduled.peek().is_some() {
        text += "\n## Without a time\n\n";
        text.extend(unscheduled.map(|session| item(conference, names, session)));
    }
    Page::new("agenda.md", text)
}

fn item(conference: &Conference, names: &Names<'_>, session: &Session) -> String {
    let event = &conference.event;
    let clock = |time: crate::model::WallTime| time.format("%H:%M").to_string();
    let mut text = "- ".to_string();
    if let Some(start) = session.start {
        text += &clock(start);
        text += &session
            .end()
            .map(|end| format!("–{}", clock(end)))
            .unwrap_or_default();
        text.push(' ');
    }
    let title = plain(&session.title);
    text += &if session.cancelled {
        format!("~~{title}~~ **cancelled**")
    } else {
        format!("**{title}**")
    };
    let speakers = names.speakers(session).map(|one| plain(one.name));
    let speakers: Vec<String> = speakers.collect();
    let room = session.room.as_ref().and_then(|id| event.room(id));
    let track = session.track.as_ref().and_then(|id| event.track(id));
    let chair = names.chair(session).map(|one| plain(one.name));
    let parts = [
        room.map(|room| plain(&room.name)),
        track.map(|track| plain(&track.name)),
        Some(speakers.join(", ")).filter(|names| !names.is_empty()),
        chair.map(|name| format!("chair: {name}")),
    ];
    for part in parts.into_iter().flatten() {
        text += &format!(" · {part}");
    }
    text.push('\n');
    let summary = session.summary.trim();
    if !summary.is_empty() {
        text += &format!("\n  {}\n\n", plain(summary));
    }
    text
}

/// Returns a text on one line in which nothing is markup (CommonMark, section 2.4).
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        for c in word.chars() {
            if "\\`*_{}[]<>#|~!&".contains(c) {
                plain.push('\\');
            }
            plain.push(c);
        }
    }
    plain
}
