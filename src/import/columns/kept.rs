use std::collections::{HashMap, HashSet};

use super::content;
use super::draft::Draft;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::read::Table;
use crate::import::{name, phone};
use crate::model::COLUMNS;

/// What plenary itself adds to a file of rejected rows.
pub(in crate::import) const REASON: &str = "plenary: why rejected";

/// Returns the column that says so.
pub(super) fn reason(table: &Table) -> Option<usize> {
    let mut labels = table.header.iter();
    labels.position(|label| label.trim() == REASON)
}

/// Columns by which places are given out.
const PLACES: [&str; 3] = ["group", "priority", "offer"];

/// Returns how each column is called: on one line, the second of a name with a number.
pub(super) fn labels(table: &Table) -> Vec<String> {
    let mut labels: Vec<String> = Vec::with_capacity(table.width());
    let mut known: HashSet<String> = HashSet::with_capacity(table.width());
    let mut counts: HashMap<String, usize> = HashMap::new();
    for column in 0..table.width() {
        let text = table.header.get(column).map_or("", String::as_str);
        let text = text.replace(['\u{feff}', '\0'], "");
        let plain: Vec<&str> = text.split_whitespace().collect();
        let label = match plain.join(" ") {
            blank if blank.is_empty() && table.marked == Some(column) => {
                "mark or heading".to_string()
            }
            blank if blank.is_empty() => format!("column {}", column + 1),
            label => label,
        };
        let count = counts.entry(label.clone()).or_insert(1);
        let mut name = label.clone();
        while known.contains(&name) {
            *count += 1;
            name = format!("{label} ({count})");
        }
        known.insert(name.clone());
        labels.push(name);
    }
    labels
}

/// Returns a heading without the star that forms put behind what must be answered.
pub(super) fn unstarred(label: &str) -> &str {
    label.trim_end_matches([' ', '*', ':'])
}

/// Returns the columns that mean nothing to plenary and hold something, with the names under which they are kept; those
/// that only fill gaps of another one too, or are not everybody's, or say what is not understood. A name that plenary's own
/// columns have, in whatever case, gets a word before it.
pub(super) fn columns(draft: &Draft<'_>, labels: &[String]) -> Vec<(usize, String)> {
    let fills_gaps = |at: &usize| {
        let several = [Field::Email, Field::Name].into_iter();
        several
            .flat_map(|field| draft.of(field).iter().skip(1))
            .any(|column| column == at)
    };
    let anothers = |at: &usize| draft.ordered_by().is_some() && draft.of(Field::Phone).contains(at);
    // Below the word for the phone somebody may write what is no number: `as above`.
    let no_number = |at: &usize| {
        let is_said = |cell: &str| !name::is_placeholder(cell) && phone::is_none(cell);
        draft.of(Field::Phone).contains(at) && draft.any(*at, is_said)
    };
    // What somebody wrote about whether they come says more than a status.
    let in_words = |at: &usize| {
        draft.of(Field::Status).contains(at) && draft.any(*at, content::is_in_own_words)
    };
    let says_when = |at: &usize| {
        let more = |cell: &str| consent::bare(cell) == Consent::Unclear;
        let dated = [&draft.turned_round, &draft.waiting];
        let is_answer = draft.answers.iter().any(|answer| answer.column == *at);
        (is_answer || dated.iter().any(|columns| columns.contains(at))) && draft.any(*at, more)
    };
    let holds_something = |at: &usize| {
        draft.contents[*at].filled > 0
            && (!draft.is_used(*at)
                || fills_gaps(at)
                || draft.stand_ins.contains(at)
                || draft.booked.holds(*at)
                || anothers(at)
                || no_number(at)
                || in_words(at)
                || draft.half_understood.contains(at)
                || says_when(at))
    };
    let columns = (0..labels.len()).filter(holds_something);
    let mut kept: Vec<(usize, String)> = Vec::new();
    for at in columns.filter(|at| labels[*at] != REASON) {
        let label = labels[at].as_str();
        let mut own = COLUMNS.iter().chain(&PLACES);
        let name = match own.find(|own| own.eq_ignore_ascii_case(unstarred(label))) {
            Some(own) => format!("form: {own}"),
            None => label.to_string(),
        };
        let is_taken = kept.iter().any(|(_, other)| *other == name);
        let name = if is_taken {
            format!("form: {label}")
        } else {
            name
        };
        kept.push((at, name));
    }
    kept
}
