use super::super::draft::Draft;
use super::super::heading::heading;
use super::super::words;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;

/// Takes a box to tick that an export spreads over `… (Consent)`, `… (Text)` and `… (Description)`: what was ticked says
/// its text better than its heading, which may be no more than `Consent`.
pub(in crate::import::columns) fn read(draft: &mut Draft<'_>) {
    let labels = || draft.table.header.iter().map(|label| parts(label));
    let labels: Vec<Option<(String, String)>> = labels().collect();
    for (column, parts) in labels.iter().enumerate() {
        let Some((name, part)) = parts.as_ref() else {
            continue;
        };
        let beside = |wanted: &str| {
            let mut columns = 0..labels.len();
            columns.find(
                |at| matches!(&labels[*at], Some((other, part)) if other == name && part == wanted),
            )
        };
        let Some(text) = beside("text").filter(|_| part == "consent") else {
            continue;
        };
        if draft.certain.contains(&column) || draft.is_used(column) {
            continue;
        }
        draft.certain.extend(
            [Some(column), Some(text), beside("description")]
                .into_iter()
                .flatten(),
        );
        for field in [Field::Updates, Field::Photo] {
            if draft.of(field).is_empty() && asks(draft, name, text, field) {
                draft.set(field, vec![column]);
                break;
            }
        }
    }
}

/// Tells whether a box asks for a consent: each text that people have ticked does or else, where they have none, its
/// heading.
fn asks(draft: &Draft<'_>, name: &str, text: usize, field: Field) -> bool {
    // All have the same text but for changes of the form, so that few are looked at.
    let rows = draft.rows();
    let mut texts: Vec<&str> = Vec::new();
    for cell in rows
        .map(|row| row.cell(text))
        .filter(|cell| !cell.is_empty())
    {
        if !texts.contains(&cell) {
            texts.push(cell);
        }
        if texts.len() > MOST_TEXTS {
            return false;
        }
    }
    match texts.is_empty() {
        true => is_asked(name, field),
        false => texts.iter().all(|text| is_asked(text, field)),
    }
}

/// Tells whether a sentence asks for a consent, or agrees to it.
pub(super) fn is_asked(text: &str, field: Field) -> bool {
    let words = heading(text);
    if words::turns_round(&words) {
        return false;
    }
    let about = words::scores(&words)
        .iter()
        .any(|(found, _)| *found == field);
    let writing = field == Field::Updates && words::asks_to_write(&words);
    writing || about && words::asks_for(text, field)
}

/// A form is not changed more often while people sign up.
const MOST_TEXTS: usize = 10;

/// Returns the name and the part of a heading like `Mailing list (Consent)`.
fn parts(label: &str) -> Option<(String, String)> {
    let (name, part) = label.trim().strip_suffix(')')?.rsplit_once('(')?;
    Some((name.trim().to_string(), heading(part)))
}

/// Returns the columns of consents in which a cross stands beside another yes, so that it may be a no.
pub(in crate::import::columns) fn crossed(draft: &Draft<'_>) -> Vec<usize> {
    let fields = [Field::Updates, Field::Photo].into_iter();
    let columns = fields.flat_map(|field| draft.of(field).iter().copied());
    let any = |column: usize, fits: fn(&str) -> bool| draft.any(column, fits);
    columns
        .filter(|at| any(*at, consent::is_cross) && any(*at, is_other_yes))
        .collect()
}

fn is_other_yes(cell: &str) -> bool {
    !consent::is_cross(cell) && consent::read(cell) == Consent::Yes
}
