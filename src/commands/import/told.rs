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
    let seats = &report.seats;
    let asks = |who: usize| {
        seats
            .binary_search_by(|one| (*one as usize).cmp(&who))
            .is_ok()
    };
    let mut greeted = Vec::new();
    for deed in report.deeds(before) {
        let Some(person) = list.get(deed.who) else {
            continue;
        };
        let (code, why) = (person.code(), || format!("{from}, line {}", deed.line));
        if asks(deed.who) {
            let arrival = if deed.new {
                Arrival::new(&from, Some(deed.line))
            } else {
                Arrival::again(&from, Some(deed.line))
            };
            book.arrives(deed.who, arrival);
            greeted.push(deed.who as u32);
        } else if deed.new {
            let status = person.status().map_or("", Status::word);
            book.tell(code, What::Added, status, &why());
        }
        if deed.changes.is_empty() {
            continue;
        }
        let columns = deed.changes.iter().map(|change| change.column.as_str());
        if let Some(change) = deed.changes.iter().find(|change| change.column == "status") {
            book.tell(code, What::Status, &change.new, &why());
        }
        let others: Vec<&str> = columns.filter(|column| *column != "status").collect();
        if !others.is_empty() {
            book.tell(code, What::Changed, &others.join(", "), &why());
        }
    }
    // Who comes after all and has changed in nothing else.
    greeted.sort_unstable();
    for who in seats
        .iter()
        .filter(|who| greeted.binary_search(who).is_err())
    {
        book.arrives(*who as usize, Arrival::again(&from, None));
    }
}
