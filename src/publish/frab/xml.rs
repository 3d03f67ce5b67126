use super::{Schedule, Talk, duration, web_page};

/// Returns `schedule.xml` (XML 1.0, UTF-8).
pub(super) fn document(schedule: &Schedule<'_>) -> String {
    let event = &schedule.conference.event;
    let mut out = Writer::default();
    out.text
        .push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.open("schedule", &[]);
    out.empty("generator", &[("name", "plenary")]);
    out.element("version", &schedule.version);
    out.open("conference", &[]);
    out.element("title", &event.name);
    out.element("acronym", &schedule.acronym);
    if let (Some(first), Some(last)) = (schedule.days.first(), schedule.days.last()) {
        out.element("start", &first.date.to_string());
        out.element("end", &last.date.to_string());
    }
    out.element("days", &schedule.days.len().to_string());
    out.element("timeslot_duration", &duration(schedule.slot));
    if let Some(url) = web_page(event) {
        out.element("base_url", url);
        out.element("url", url);
    }
    out.element("time_zone_name", event.zone.name());
    for track in &event.tracks {
        let mut attributes = vec![("name", track.name.as_str())];
        if !track.colour.is_empty() {
            attributes.push(("color", &track.colour));
        }
        if track.id.as_str().len() > 1 {
            attributes.push(("slug", track.id.as_str()));
        }
        out.empty("track", &attributes);
    }
    out.close("conference");
    for (at, day) in schedule.days.iter().enumerate() {
        out.open(
            "day",
            &[
                ("index", &(at + 1).to_string()),
                ("date", &day.date.to_string()),
                ("start", &day.start.to_rfc3339()),
                ("end", &day.end.to_rfc3339()),
            ],
        );
        for (room, talks) in &day.rooms {
            let name = room.map_or("", |room| &room.name);
            match room {
                Some(room) => {
                    let guid = schedule.names.room_guid(&room.id);
                    out.open("room", &[("name", name), ("guid", &guid)]);
                }
                None => out.open("room", &[("name", name)]),
            }
            for talk in talks {
                event_element(&mut out, schedule, name, talk);
            }
            out.close("room");
        }
        out.close("day");
    }
    out.close("schedule");
    out.text
}

fn event_element(out: &mut Writer, schedule: &Schedule<'_>, room: &str, talk: &Talk<'_>) {
    let session = talk.session;
    let number = talk.item.number.to_string();
    out.open("event", &[("guid", &talk.item.guid), ("id", &number)]);
    out.element("date", &talk.date.to_rfc3339());
    out.element("start", &talk.date.format("%H:%M").to_string());
    out.element("duration", &duration(session.minutes.unwrap_or(0)));
    out.element("room", room);
    out.element("slug", &talk.slug);
    if let Some(url) = web_page(&schedule.conference.event) {
        out.element("url", url);
    }
    out.element("title", &session.title);
    out.element("subtitle", "");
    out.element("track", talk.track);
    out.element("type", &session.kind);
    if !session.language.is_empty() {
        out.element("language", &session.language);
    }
    out.element("abstract", &talk.summary);
    out.element("description", &talk.description);
    out.open("persons", &[]);
    for person in &talk.speakers {
        let number = person.number.to_string();
        let attributes = [("guid", person.guid.as_str()), ("id", &number)];
        out.element_with("person", &attributes, person.name);
    }
    out.close("persons");
    out.close("event");
}

#[derive(Default)]
struct Writer {
    text: String,
    depth: usize,
}

impl Writer {
    fn begin(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.extend(std::iter::repeat_n("  ", self.depth));
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            self.text.push(' ');
            self.text.push_str(key);
            self.text.push_str("=\"");
            self.escape(value);
            self.text.push('"');
        }
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.text.push_str(">\n");
        self.depth += 1;
    }

    fn close(&mut self, name: &str) {
        self.depth -= 1;
        self.text.extend(std::iter::repeat_n("  ", self.depth));
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push_str(">\n");
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.text.push_str("/>\n");
    }

    fn element(&mut self, name: &str, value: &str) {
        self.element_with(name, &[], value);
    }

    fn element_with(&mut self, name: &str, attributes: &[(&str, &str)], value: &str) {
        self.begin(name, attributes);
        self.text.push('>');
        self.escape(value);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push_str(">\n");
    }

    /// Escapes what is markup; what XML 1.0 cannot hold at all (section 2.2) is left out.
    fn escape(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                // A reader turns it into a line feed, and in an attribute into a space.
                '\r' => {}
                '\n' | '\t' => self.text.push(c),
                c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
                c => self.text.push(c),
            }
        }
    }
}
