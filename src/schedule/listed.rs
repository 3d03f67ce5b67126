use serde_json::Value;

use super::value::{items, of, text};

/// Something with a title and a time, and the title of what it is a part of.
pub(super) struct Found<'v> {
    pub(super) event: &'v Value,
    pub(super) track: String,
}

/// What holds the same once more, or no sessions.
const ASIDE: [&str; 8] = [
    "timeSlots",
    "speakers",
    "persons",
    "presenters",
    "slots",
    "answers",
    "questions",
    "tracks",
];

/// Returns the sessions of an agenda that is nested in days, rooms, hours or groups, in the order of the file: Sessionize's
/// views, Indico's timetable, and what conferences make of pretalx's answers for their own pages.
pub(super) fn nested(root: &Value) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    walk(root, "", &mut found);
    found
}

fn walk<'v>(value: &'v Value, track: &str, found: &mut Vec<Found<'v>>) {
    match value {
        Value::Array(list) => list.iter().for_each(|item| walk(item, track, found)),
        Value::Object(fields) => {
            // A block of contributions is no session by itself, unless it is an empty one.
            let block = fields.get("entries").filter(|parts| has_some(parts));
            if let Some(parts) = block {
                return walk(parts, &of(value, &["title"]), found);
            }
            if is_session(value) {
                let track = track.to_string();
                found.push(Found {
                    event: value,
                    track,
                });
                return;
            }
            let inside = fields
                .iter()
                .filter(|(key, _)| !ASIDE.contains(&key.as_str()));
            inside.for_each(|(_, inner)| walk(inner, track, found));
        }
        _ => {}
    }
}

fn has_some(parts: &Value) -> bool {
    parts.as_object().is_some_and(|parts| !parts.is_empty())
        || parts.as_array().is_some_and(|parts| !parts.is_empty())
}

fn is_session(object: &Value) -> bool {
    let times = ["slots", "startsAt", "startDate", "start", "start_time"];
    let timed = times.iter().any(|key| object.get(*key).is_some());
    // The event itself has a start too, and its days inside.
    let parts = ["days", "rooms", "sessions", "events"];
    let whole = parts
        .iter()
        .any(|key| object.get(*key).is_some_and(has_some));
    timed && !whole && !of(object, &["title", "name"]).is_empty()
}

/// Returns the names of a session's categories whose title has one of these words in it, as Sessionize keeps tracks and
/// formats: in the session itself, or by number in a list of the file.
pub(super) fn category(event: &Value, lists: &[&Value], words: &[&str]) -> String {
    let fits = |list: &&Value| {
        let title = of(list, &["title", "name"]).to_lowercase();
        words.iter().any(|word| title.contains(word))
    };
    let own = items(event, "categories").filter(fits);
    let own = own.flat_map(|list| items(list, "categoryItems")).map(text);
    let numbers: Vec<&Value> = items(event, "categoryItems").collect();
    let listed = lists
        .iter()
        .flat_map(|one| items(one, "categories"))
        .filter(fits);
    let listed = listed.flat_map(|list| items(list, "items"));
    let listed = listed.filter(|item| item.get("id").is_some_and(|id| numbers.contains(&id)));
    own.chain(listed.map(text)).next().unwrap_or_default()
}
