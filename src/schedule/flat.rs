use serde_json::Value;

use super::entry::{Entries, Entry, Guest};
use super::headers::{Field, field};
use super::value::text;
use crate::error::{Error, Finding, Place, Result};

/// Decides for each label what it holds: of several for one field the first counts. Labels that hold nothing known
/// are told in one remark.
pub(super) fn columns<'l>(
    name: &str,
    labels: impl Iterator<Item = &'l str>,
    findings: &mut Vec<Finding>,
) -> Result<Vec<Option<Field>>> {
    let mut columns: Vec<Option<Field>> = Vec::new();
    let (mut aside, mut all) = (Vec::new(), Vec::new());
    for label in labels {
        let found = field(label).filter(|found| !columns.contains(&Some(*found)));
        if found.is_none() && !label.trim().is_empty() {
            aside.push(format!("`{}`", label.trim()));
        }
        columns.push(found);
        all.push(format!("`{}`", label.trim()));
    }
    if !columns.contains(&Some(Field::Title)) {
        let error = Error::new(format!("no column of `{name}` holds the titles"));
        return Err(error.hint(format!("name one `Title`; it has {}", all.join(", "))));
    }
    if !aside.is_empty() {
        let message = format!("left aside in `{name}`: {}", aside.join(", "));
        findings.push(Finding::note("unknown-column", message).at(Place::file(name)));
    }
    Ok(columns)
}

/// Takes a list of objects whose keys are labels, as pretalx exports sessions.
pub(super) fn objects(name: &str, list: &[Value], into: &mut Entries) -> Result<()> {
    let mut labels: Vec<&str> = Vec::new();
    for object in list.iter().filter_map(Value::as_object) {
        for label in object.keys() {
            if !labels.contains(&label.as_str()) {
                labels.push(label);
            }
        }
    }
    let columns = columns(name, labels.iter().copied(), &mut into.findings)?;
    for object in list {
        let cells = labels
            .iter()
            .map(|label| object.get(*label).map(text).unwrap_or_default());
        into.entries
            .push(entry((&columns, &BETWEEN), cells, Some(Place::file(name))));
    }
    Ok(())
}

/// Makes an entry of the cells of a row.
pub(super) fn entry(
    (columns, between): (&[Option<Field>], &[char]),
    cells: impl Iterator<Item = String>,
    place: Option<Place>,
) -> Entry {
    let mut entry = Entry {
        place,
        ..Entry::default()
    };
    for (column, cell) in columns.iter().zip(cells) {
        let cell = cell.trim().to_string();
        let into = match column {
            None => continue,
            Some(Field::Speakers) => {
                entry.people = names(&cell, between);
                continue;
            }
            Some(Field::Key) => &mut entry.key,
            Some(Field::Title) => &mut entry.title,
            Some(Field::Subtitle) => &mut entry.subtitle,
            Some(Field::Chair) => &mut entry.chair,
            Some(Field::Date) => &mut entry.date,
            Some(Field::Start) => &mut entry.start,
            Some(Field::End) => &mut entry.end,
            Some(Field::Duration) => &mut entry.duration,
            Some(Field::Room) => &mut entry.room,
            Some(Field::Track) => &mut entry.track,
            Some(Field::Kind) => &mut entry.kind,
            Some(Field::Summary) => &mut entry.summary,
            Some(Field::Description) => &mut entry.description,
            Some(Field::Language) => &mut entry.language,
            Some(Field::State) => &mut entry.state,
        };
        *into = cell;
    }
    entry
}

/// What may stand between names in a cell: of these the first that is there does.
pub(super) const BETWEEN: [char; 3] = ['\n', ';', ','];

/// Takes several names out of a cell.
fn names(cell: &str, between: &[char]) -> Vec<Guest> {
    let separator = between.iter().find(|c| cell.contains(**c));
    let parts = cell.split(|c| Some(&c) == separator).map(str::trim);
    let parts = parts.filter(|name| !name.is_empty());
    parts
        .map(|name| Guest {
            name: name.to_string(),
            ..Guest::default()
        })
        .collect()
}
