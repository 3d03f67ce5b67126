use std::collections::HashMap;

use super::draft::Draft;
use crate::import::field::Field;

/// More people than this do not come as one party: what they share is an organisation.
const MOST: usize = 12;

/// Decides what "group" means: people who come together or not at all, unless so many share one that it can only be the
/// group for which they come. plenary's own lists are taken at their word.
pub(super) fn settle(draft: &mut Draft<'_>) {
    tell_of_organisation(draft);
    let [column] = *draft.of(Field::Group) else {
        return;
    };
    if draft.wished.contains(&Field::Group) {
        return;
    }
    let label = draft
        .table
        .header
        .get(column)
        .map_or("", |text| text.trim());
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    for row in draft.rows() {
        if !row.cell(column).is_empty() {
            *sizes.entry(row.cell(column)).or_default() += 1;
        }
    }
    let largest = sizes.values().copied().max().unwrap_or(0);
    if largest > MOST && label != Field::Group.word() {
        draft.set(Field::Group, Vec::new());
        if draft.of(Field::Organisation).is_empty() {
            draft.set(Field::Organisation, vec![column]);
        }
        return;
    }
    if largest > 1 {
        draft.notes.push(format!(
            "who has the same \"{label}\" gets a place together or not at all; if it is for whom they come, say --map organisation=\"{label}\""
        ));
    }
}

/// Words that mean the group for which somebody comes as often as the one with which.
const EITHER: [&str; 4] = ["gruppe", "groupe", "grupo", "grupa"];

/// Notes where such a word is taken for the organisation.
fn tell_of_organisation(draft: &mut Draft<'_>) {
    let column = draft.of(Field::Organisation).first().copied();
    let either = |at: &usize| {
        draft
            .headings
            .get(*at)
            .is_some_and(|text| EITHER.contains(&text.as_str()))
    };
    let wished = [Field::Organisation, Field::Group]
        .iter()
        .any(|field| draft.wished.contains(field));
    if let Some(column) = column.filter(either).filter(|_| !wished) {
        let label = draft.table.header[column].trim();
        draft.notes.push(format!(
            "\"{label}\" is taken for the organisation; if it is who comes together, say --map group=\"{label}\""
        ));
    }
}
