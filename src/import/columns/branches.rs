//! Questions that are asked twice: of members and of others, in English and in Welsh.

use super::mapping::Draft;
use super::options::says_only_yes;
use super::words;
use crate::import::field::Field;

/// Fields of which one answer is taken, and in which of two forms it was given says nothing.
const ONCE: [Field; 9] = [
    Field::First,
    Field::Last,
    Field::Phone,
    Field::Organisation,
    Field::Area,
    Field::Ticket,
    Field::Access,
    Field::Diet,
    Field::Note,
];

/// Takes every other column that asks the same as one that was found: of a form with branches, each row has filled in one
/// of them. Allergies are told with the diet.
pub(super) fn follow(draft: &mut Draft<'_>) {
    if draft.headings.is_empty() {
        return;
    }
    for field in ONCE {
        let found = draft.of(field).to_vec();
        let Some(first) = found.first().copied() else {
            continue;
        };
        if draft.wished.contains(&field) || draft.certain.contains(&first) {
            continue;
        }
        let mut columns = found;
        for column in 0..draft.headings.len() {
            let is_free = !draft.is_used(column)
                && !draft.certain.contains(&column)
                && draft.contents[column].filled > 0;
            if !is_free {
                continue;
            }
            let alike = alike(draft, first, column, field);
            // Whoever is told in an emergency has a phone too, and a guest a diet.
            let (from, to) = (first.min(column) + 1, first.max(column));
            let of_somebody = |at: usize| {
                let heading = draft.headings[at].as_str();
                let is_own =
                    |other: usize| draft.headings[other] == heading && draft.is_used(other);
                !(0..draft.headings.len()).any(is_own)
                    && (words::about_somebody_else(heading) || words::about_guests(heading))
            };
            if alike < NEAR || alike >= SAME && (from..to).any(of_somebody) {
                continue;
            }
            let allergies = field == Field::Diet
                && is_all(&draft.headings[column], ALLERGIES)
                && draft.ticks.is_empty()
                && !says_only_yes(draft, column);
            let meets = |other: &usize| meet(draft, *other, column);
            if allergies || !columns.iter().any(meets) {
                columns.push(column);
            }
        }
        draft.set(field, columns);
    }
}

/// How much alike two questions are that ask for the same and nothing else, and such as may ask for it in other words.
const SAME: f64 = 90.0;
const NEAR: f64 = 60.0;

/// Returns how much a column asks for what another does.
fn alike(draft: &Draft<'_>, one: usize, other: usize, field: Field) -> f64 {
    let (known, heading) = (&draft.headings[one], draft.headings[other].as_str());
    if !draft.bears_out(field, other) {
        return 0.0;
    }
    if known == heading {
        return SAME;
    }
    if words::about_somebody_else(heading) || words::about_guests(heading) {
        return 0.0;
    }
    if field == Field::Diet && is_all(heading, ALLERGIES) {
        return SAME;
    }
    let scores = words::scores(heading);
    let best = scores
        .iter()
        .max_by(|(_, one), (_, two)| one.total_cmp(two));
    best.map_or(
        0.0,
        |(best, score)| if *best == field { *score } else { 0.0 },
    )
}

/// Tells whether a heading is made of nothing but some words.
fn is_all(heading: &str, list: &str) -> bool {
    heading
        .split(' ')
        .all(|word| list.split(' ').any(|known| known == word))
}

/// Words of which a heading for what somebody may not eat is made.
const ALLERGIES: &str = "a alergeddau alergia alergias alergie alimentaires alimentarias allergene allergens allergie \
    allergien allergies allergy and any bwyd do e et food have i information intolerance intolerances intolerancias \
    intoleranzen lebensmittel nietolerancje oder or others pokarmowe u und unvertraglichkeiten y you your";

/// Tells whether two columns are filled in one row at all.
pub(super) fn meet(draft: &Draft<'_>, one: usize, other: usize) -> bool {
    let mut rows = draft.table.rows().filter(|row| row.fault.is_none());
    rows.any(|row| !row.cell(one).is_empty() && !row.cell(other).is_empty())
}
