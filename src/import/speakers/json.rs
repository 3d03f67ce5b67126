use serde_json::{Map, Value};

use crate::error::{Error, Result};

/// The labels and cells of the people in a JSON file.
pub(super) type Records = (Vec<String>, Vec<Vec<String>>);

/// Keys under which lists of people stand, in pretalx's exports and answers, in frab's, and in schedules.
const LISTS: [&str; 4] = ["speakers", "persons", "results", "data"];

/// Returns the people in a JSON file; none if it is no JSON. People who stand in it several times, once a session,
/// come once.
pub(super) fn records(name: &str, bytes: &[u8]) -> Result<Option<Records>> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with(['{', '[']) {
        return Ok(None);
    }
    let value: Value = serde_json::from_str(text).map_err(|cause| {
        Error::new(format!("`{name}` is no JSON: {cause}"))
            .hint("export it again; perhaps it was cut off on the way")
    })?;
    let mut people: Vec<&Map<String, Value>> = Vec::new();
    match &value {
        // The labels of an export are in the language of whoever made it, so nothing is asked of them.
        Value::Array(list) if list.iter().all(is_flat) => take(list, &mut people),
        value => walk(value, &mut people),
    }
    if people.is_empty() {
        return Err(Error::new(format!("`{name}` holds no list of people")).hint(
            "plenary reads what pretalx exports: speakers as JSON or CSV, or a schedule with its persons",
        ));
    }
    let mut labels: Vec<String> = Vec::new();
    for person in &people {
        for label in person.keys() {
            if !labels.contains(label) {
                labels.push(label.clone());
            }
        }
    }
    let row =
        |person: &&Map<String, Value>| labels.iter().map(|label| cell(person.get(label))).collect();
    let rows = people.iter().map(row).collect();
    Ok(Some((labels, rows)))
}

/// Tells whether a record holds no list of people itself, as a session does.
fn is_flat(value: &Value) -> bool {
    let Value::Object(map) = value else {
        return false;
    };
    map.iter().all(|(key, value)| match value {
        Value::Array(list) => !LISTS.contains(&key.as_str()) || !list.iter().any(is_person),
        _ => true,
    })
}

/// Looks for lists of people, however deep.
fn walk<'v>(value: &'v Value, people: &mut Vec<&'v Map<String, Value>>) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| walk(value, people)),
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::Array(list)
                        if LISTS.contains(&key.as_str()) && list.iter().any(is_person) =>
                    {
                        take(list, people);
                    }
                    value => walk(value, people),
                }
            }
        }
        _ => {}
    }
}

/// Somebody has a name, which is a text; a session has a title, and its people below it.
fn is_person(value: &Value) -> bool {
    let Value::Object(map) = value else {
        return false;
    };
    let is_name = |(key, value): (&String, &Value)| {
        let key = key.to_lowercase();
        value.is_string() && (key == "name" || key.ends_with("_name"))
    };
    let is_more = |key: &str| map.keys().any(|known| known.eq_ignore_ascii_case(key));
    map.iter().any(is_name) && !["title", "slug", "rooms", "days"].into_iter().any(is_more)
}

fn take<'v>(list: &'v [Value], people: &mut Vec<&'v Map<String, Value>>) {
    for value in list {
        if let Value::Object(map) = value
            && !people.contains(&map)
        {
            people.push(map);
        }
    }
}

/// Returns a value as the text of a cell. Of a text in several languages the English one counts, or else the first.
fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(flag)) => flag.to_string(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(list)) => {
            let texts = list.iter().map(|value| cell(Some(value)));
            texts
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        }
        Some(Value::Object(map)) => match map.get("en").or_else(|| map.values().next()) {
            Some(Value::String(text)) => text.clone(),
            _ => String::new(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let (labels, rows) = records("a.json", text.as_bytes())
            .expect("it reads")
            .expect("it is JSON");
        let at = labels
            .iter()
            .position(|label| label.to_lowercase() == "name");
        rows.iter()
            .map(|row| row[at.expect("names")].clone())
            .collect()
    }

    #[test]
    fn people_are_found_wherever_they_stand_and_each_once() {
        for text in [
            r#"[{"ID": "ABCDEF", "Name": "Ada"}, {"ID": "GHIJKL", "Name": "Bo"}]"#,
            r#"{"count": 2, "results": [{"code": "ABCDEF", "name": "Ada", "submissions": ["X"]}, {"code": "G", "name": "Bo"}]}"#,
            r#"{"schedule": {"conference": {"rooms": [{"name": "Hall", "slug": "h"}], "days": [{"rooms": {"Hall": [
                {"title": "One", "persons": [{"id": 1, "name": "Ada"}]},
                {"title": "Two", "persons": [{"id": 1, "name": "Ada"}, {"id": 2, "name": "Bo"}]}]}}]}}}"#,
            r#"{"results": [{"title": "One", "speakers": [{"code": "A", "name": "Ada"}, {"code": "B", "name": "Bo"}]}]}"#,
        ] {
            assert_eq!(names(text), ["Ada", "Bo"], "{text}");
        }
    }

    #[test]
    fn what_holds_nobody_is_refused() {
        for text in [
            "{}",
            "[]",
            "[1, 2]",
            r#"{"results": [{"title": "One"}]}"#,
            "{",
        ] {
            assert!(records("a.json", text.as_bytes()).is_err(), "{text}");
        }
        assert_eq!(records("a.csv", b"name\nAda\n"), Ok(None));
    }
}
