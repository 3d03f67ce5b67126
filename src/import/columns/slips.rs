use super::content::{is_constant, is_dialled};
use super::draft::Draft;
use super::heading::unnumbered;
use super::words;
use crate::import::field::Field;

/// Fields without which people cannot be told apart.
const NEEDED: [Field; 4] = [Field::Email, Field::Phone, Field::First, Field::Last];

/// Who somebody is stands among the first columns; to compare thousands with all words takes long.
const MOST_COLUMNS: usize = 500;

/// Forgives slips of the keyboard in headings, as in `Surnmae`, where no other column says it and the cells bear it out.
pub(super) fn forgive(draft: &mut Draft<'_>) {
    for field in NEEDED {
        let whole =
            matches!(field, Field::First | Field::Last) && !draft.of(Field::Name).is_empty();
        if whole || !draft.of(field).is_empty() {
            continue;
        }
        let fits = |at: &usize| {
            let heading = draft.headings[*at].as_str();
            !draft.is_used(*at)
                && !draft.certain.contains(at)
                && draft.contents[*at].filled > 0
                && !words::about_somebody_else(heading)
                && words::scores(heading).is_empty()
                && words::nearly(unnumbered(heading), field)
        };
        let Some(column) = (0..draft.headings.len().min(MOST_COLUMNS)).find(fits) else {
            continue;
        };
        let label = draft
            .table
            .header
            .get(column)
            .map_or("", |text| text.trim());
        let word = field.word();
        if draft.bears_out(field, column) {
            draft.notes.push(format!("\"{label}\" is taken for {word}"));
            draft.set(field, vec![column]);
        } else {
            draft.notes.push(format!(
                "\"{label}\" may be {word}, but holds none; if it is, say --map {word}=\"{label}\""
            ));
        }
    }
}

/// Words of headings above numbers that nobody dials.
const NUMBERS: &[&str] = &[
    "id",
    "ref",
    "reference",
    "code",
    "barcode",
    "card",
    "account",
    "iban",
    "order",
    "ticket",
    "member",
    "membership",
    "fax",
    "insurance",
];

/// Finds the one column of numbers that can only be dialled, if no heading says which it is.
pub(super) fn phone_by_content(draft: &mut Draft<'_>) {
    if !draft.of(Field::Phone).is_empty() {
        return;
    }
    let fits = |at: &usize| {
        let heading = draft.headings[*at].as_str();
        !draft.is_used(*at)
            && !draft.certain.contains(at)
            && draft.contents[*at].filled >= 3
            && draft.contents[*at].addresses == 0
            && !words::about_somebody_else(heading)
            && !NUMBERS.iter().any(|word| words::holds(heading, word))
            && !is_constant(draft.table, *at)
            && draft.mostly(*at, 0.9, is_dialled)
    };
    let likely: Vec<usize> = (0..draft.headings.len().min(MOST_COLUMNS))
        .filter(fits)
        .collect();
    if let [column] = likely[..] {
        let label = draft
            .table
            .header
            .get(column)
            .map_or("", |text| text.trim());
        draft.notes.push(format!(
            "\"{label}\" is taken for the phone number, since it looks like one"
        ));
        draft.set(Field::Phone, vec![column]);
    }
}
