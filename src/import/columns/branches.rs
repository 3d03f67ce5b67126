//! Questions that are asked twice: of members and of others, in English and in Welsh.

use super::content::meet;
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
            if !is_free || !asks_the_same(draft, first, column, field) {
                continue;
            }
            let goes_beside = field == Field::Diet
                && is_all(&draft.headings[column], ALLERGIES)
                && draft.ticks.is_empty()
                && !says_only_yes(draft, column);
            let meets = |other: &usize| meet(draft.table, *other, column);
            if goes_beside || !columns.iter().any(meets) {
                columns.push(column);
            }
        }
        draft.set(field, columns);
    }
}

/// How well a heading fits that may ask for the same in other words.
const NEAR: f64 = 60.0;

/// Tells whether a column asks the same person for what another does.
fn asks_the_same(draft: &Draft<'_>, one: usize, other: usize, field: Field) -> bool {
    let (known, heading) = (draft.headings[one].as_str(), draft.headings[other].as_str());
    let of_somebody =
        |heading: &str| words::about_somebody_else(heading) || words::about_guests(heading);
    let fits = || {
        let best = words::best(heading);
        let beside = || words::is_beside(heading, field) && !words::is_exactly(heading, field);
        is_all(heading, ALLERGIES) && field == Field::Diet
            || best.is_some_and(|(best, score)| best == field && score >= NEAR && !beside())
    };
    // Behind whoever is told in an emergency their phone follows, and behind a guest their diet.
    let begins_another = |at: usize| {
        let heading = draft.headings[at].as_str();
        let is_own = |other: usize| draft.headings[other] == heading && draft.is_used(other);
        of_somebody(heading) && !(0..draft.headings.len()).any(is_own)
    };
    let mut between = one.min(other) + 1..one.max(other);
    (known == heading || !of_somebody(heading) && fits())
        && draft.bears_out(field, other)
        && !between.any(begins_another)
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
