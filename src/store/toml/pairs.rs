use std::ops::Range;

use toml_edit::{Array, DocumentMut, Item, Table, Value, value};

use super::splice::{line_end, splice};
use crate::error::{Error, Result};

/// Returns the text with more texts under keys of the table `[import.map]`, which is made at the end if it is not there.
/// A key that has another text already gets a list of both.
pub(in crate::store) fn add_headings(text: &str, pairs: &[(String, String)]) -> Result<String> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut document: DocumentMut = bare.parse().map_err(|error: toml_edit::TomlError| {
        Error::new(format!("event.toml is no TOML: {}", error.message()))
            .hint("`plenary check` shows where")
    })?;
    let there = document
        .get("import")
        .and_then(|import| import.get("map"))
        .is_some();
    if !there {
        return Ok(appended(text, pairs));
    }
    let lines = table_lines(bare);
    let map = document
        .get_mut("import")
        .and_then(|import| import.get_mut("map"));
    let Some(map) = map.and_then(Item::as_table_like_mut) else {
        return Err(Error::new("`map` under [import] is no table")
            .hint("write it as [import.map], then plenary can add to it"));
    };
    for (key, heading) in pairs {
        let old = map.get(key).and_then(Item::as_value).cloned();
        let new: Value = match old {
            None => heading.as_str().into(),
            Some(old) if holds(&old, heading) => continue,
            Some(Value::Array(mut list)) => {
                list.push(heading.as_str());
                Value::Array(list)
            }
            Some(old) => {
                let both = Array::from_iter([old.as_str().unwrap_or_default(), heading]);
                let mut both = Value::Array(both);
                *both.decor_mut() = old.decor().clone();
                both
            }
        };
        map.insert(key, Item::Value(new));
    }
    splice(text, &document.to_string(), lines)
}

fn holds(old: &Value, heading: &str) -> bool {
    let mut list = old.as_array().into_iter().flatten();
    old.as_str() == Some(heading) || list.any(|one| one.as_str() == Some(heading))
}

fn appended(text: &str, pairs: &[(String, String)]) -> String {
    let mut map = Table::new();
    for (key, heading) in pairs {
        map.insert(key, value(heading));
    }
    let end = line_end(text);
    let gap = if text.ends_with('\n') {
        end.to_string()
    } else {
        format!("{end}{end}")
    };
    let lines = map.to_string().replace("\r\n", "\n").replace('\n', end);
    format!("{text}{gap}[import.map]{end}{lines}")
}

/// Returns which lines `[import.map]` takes up, counted from 0.
fn table_lines(text: &str) -> Range<usize> {
    let Ok(document) = toml_edit::Document::parse(text) else {
        return 0..0;
    };
    let map = document.get("import").and_then(|import| import.get("map"));
    let header = map.and_then(Item::span).unwrap_or(0..0);
    let values = map
        .and_then(Item::as_table)
        .into_iter()
        .flat_map(Table::iter);
    let end = values
        .filter_map(|(_, item)| item.span())
        .map(|span| span.end)
        .fold(header.end, usize::max);
    let line = |at: usize| text[..at.min(text.len())].matches('\n').count();
    line(header.start)..line(end) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(key: &str, heading: &str) -> Vec<(String, String)> {
        vec![(key.to_string(), heading.to_string())]
    }

    #[test]
    fn headings_are_added_and_everything_else_stays() {
        let text = "# mine\r\n[event]\r\nid = \"x\"";
        let one = add_headings(text, &pairs("email", "Your address")).expect("it can be added");
        assert_eq!(
            one,
            format!("{text}\r\n\r\n[import.map]\r\nemail = \"Your address\"\r\n")
        );
        let again = add_headings(&one, &pairs("email", "Your address")).expect("it can be added");
        assert_eq!(again, one);
        let two = add_headings(&one, &pairs("email", "Adresse")).expect("it can be added");
        assert_eq!(
            two,
            one.replace("\"Your address\"", "[\"Your address\", \"Adresse\"]")
        );
        let three = add_headings(&two, &pairs("name", "Call me")).expect("it can be added");
        assert_eq!(three, format!("{two}name = \"Call me\"\r\n"));
    }
}
