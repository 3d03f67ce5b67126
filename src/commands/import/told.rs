use std::path::Path;
use std::sync::Arc;

use crate::import::Report;
use crate::model::{Registrations, Status, What};
use crate::places::{Arrival, Book};

/// Tells the book of places what an import did to whom. `before` is how many people were in the list.
pub(super) fn tell(
    report: &Report,
    (list, before): (&Registrations, usize),
    file: &str,
    book: &mut Book<'_>,
) {
    // Where on this machine the file lies is nobody's business.
    let name = Path::new(file).file_name();
    let from: Arc<str> = name.map_or(file.into(), |name| name.to_string_lossy().into());
    // Who asks for a place, and was not greeted yet.
    let mut asks = vec![false; list.len()];
    let seats = report.seats.iter().map(|who| *who as usize);
    seats.clone().for_each(|who| asks[who] = true);
    for deed in report.deeds(before) {
        let Some(person) = list.get(deed.who) else {
            continue;
        };
        let (code, why) = (person.code(), || format!("{from}, line {}", deed.line));
        if std::mem::take(&mut asks[deed.who]) {
            let arrival = if deed.new {
                Arrival::new(&from, Some(deed.line))
            } else {
                Arrival::again(&from, Some(deed.line))
            };
            book.arrives(deed.who, arrival);
        } else if deed.new {
            match person.status() {
                Some(Status::Waiting) => {
                    book.waits_elsewhere(deed.who, (code, What::Added, &why()));
                }
                status => book.tell(code, What::Added, status.map_or("", Status::word), &why()),
            }
        }
        if deed.changes.is_empty() {
            continue;
        }
        let columns = deed.changes.iter().map(|change| change.column.as_str());
        if let Some(change) = deed.changes.iter().find(|change| change.column == "status") {
            if change.new == Status::Waiting.word() {
                book.waits_elsewhere(deed.who, (code, What::Status, &why()));
            } else {
                book.tell(code, What::Status, &change.new, &why());
            }
        }
        let others: Vec<&str> = columns.filter(|column| *column != "status").collect();
        if !others.is_empty() {
            book.tell(code, What::Changed, &others.join(", "), &why());
        }
    }
    // Who comes after all and has changed in nothing else.
    for who in seats.filter(|who| asks[*who]) {
        book.arrives(who, Arrival::again(&from, None));
    }
}
