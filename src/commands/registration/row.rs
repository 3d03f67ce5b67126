use serde_json::Value;

use crate::model::{Columns, Registration};
use crate::output::{List, Record};

/// What the table of `list` shows; needs, notes and contacts stay off the screen unless asked for.
const SHOWN: [&str; 6] = ["code", "name", "email", "area", "ticket", "status"];

/// Returns registrations as a list with every column.
pub(super) fn list<'a>(
    columns: &Columns,
    registrations: impl IntoIterator<Item = &'a Registration>,
) -> List {
    let mut list = List::showing(
        columns
            .names()
            .iter()
            .map(|name| (name.as_str(), SHOWN.contains(&name.as_str()))),
    );
    for registration in registrations {
        list.push(values(registration).map(|(_, value)| value).collect());
    }
    list
}

/// Returns a registration as a record.
pub(super) fn record(registration: &Registration) -> Record {
    values(registration).fold(Record::new(), |record, (name, value)| {
        record.with(name, value)
    })
}

/// Every column with its value. A blank status is what it counts as.
fn values(registration: &Registration) -> impl Iterator<Item = (&str, Value)> {
    let names = registration.columns().names().iter().map(String::as_str);
    names.zip(registration.cells()).map(|(name, cell)| {
        let value = match name {
            "status" if cell.trim().is_empty() => match registration.status() {
                Some(status) => status.word(),
                None => cell,
            },
            _ => cell,
        };
        (name, Value::from(value))
    })
}
