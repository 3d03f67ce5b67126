//! Questions that are asked twice: of members and of others, in English and in Welsh.

use super::content::meet;
use super::draft::Draft;
use super::options::says_only_yes;
use super::orders::ordinal::of_person;
use super::words;
use crate::import::field::Field;
use crate::import::read::RawRow;

/// Fields of which one answer is taken, and in which of two forms it was given says nothing. Whose organisation it is must
/// be known before the number behind it.
const ONCE: [Field; 9] = [
    Field::Organisation,
    Field::First,
    Field::Last,
    Field::Phone,
    Field::Area,
    Field::Ticket,
    Field::Access,
    Field::Diet,
    Field::Note,
];

/// Takes every other column that asks the same as one that was found: of a form with branches, or of one in which a question
/// was worded anew, each row has filled in one of them. What somebody may not eat and what they need is told from all.
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
        let is_needed = matches!(field, Field::Access | Field::Diet);
        let mut columns = found;
        let mut more = Vec::new();
        for column in 0..draft.headings.len() {
            let is_free = !draft.is_used(column)
                && !draft.certain.contains(&column)
                && draft.contents[column].filled > 0;
            if !is_free || !asks_the_same(draft, first, column, field) {
                continue;
            }
            let is_chosen = || words::is_a_meal(&draft.headings[column]);
            let goes_beside = || is_needed && !is_chosen() && !says_only_yes(draft, column);
            let meets = |other: &usize| meet(draft.table, *other, column);
            let stands_in = || {
                let is_one = matches!(field, Field::Organisation | Field::Area | Field::Ticket);
                // A union and an employer are no two wordings of one question.
                let is_same = || {
                    let [one, other] = [first, column].map(|at| draft.headings[at].as_str());
                    field != Field::Organisation
                        || words::share_a_word(one, other, field)
                        || !differ(draft, first, column)
                };
                is_one && is_same() && mostly_apart(draft, &columns, column)
            };
            if goes_beside() || !columns.iter().any(meets) {
                columns.push(column);
            } else if stands_in() {
                columns.push(column);
                more.push(column);
            }
        }
        draft.stand_ins.extend(more);
        draft.set(field, columns);
    }
    for field in [Field::Updates, Field::Photo] {
        agree(draft, field);
    }
}

/// Takes the very question for a consent from the other branch too. Another wording may ask for something else, and whoever
/// has left that open has not agreed to this.
fn agree(draft: &mut Draft<'_>, field: Field) {
    let [first] = *draft.of(field) else {
        return;
    };
    if draft.wished.contains(&field) || draft.certain.contains(&first) {
        return;
    }
    let mut columns = vec![first];
    for (of, at) in &draft.beside {
        let is_same = draft.headings[*at] == draft.headings[first];
        let meets = |other: &usize| meet(draft.table, *other, *at);
        if *of == field
            && is_same
            && asks_the_same(draft, first, *at, field)
            && !columns.iter().any(meets)
        {
            columns.push(*at);
        }
    }
    let is_taken = |at: &usize| columns.contains(at);
    draft
        .beside
        .retain(|(of, at)| *of != field || !is_taken(at));
    draft.set(field, columns);
}

/// Tells whether somebody answers something else below one heading than below another.
fn differ(draft: &Draft<'_>, one: usize, other: usize) -> bool {
    let mut pairs = draft.rows().map(|row| (row.cell(one), row.cell(other)));
    pairs.any(|(one, other)| {
        !one.is_empty() && !other.is_empty() && one.to_lowercase() != other.to_lowercase()
    })
}

/// Tells whether at least half of those who have answered a question have left the others open, or have said the same there.
fn mostly_apart(draft: &Draft<'_>, others: &[usize], column: usize) -> bool {
    let is_apart = |row: &RawRow<'_>| {
        let said = row.cell(column);
        let mut others = others.iter().map(|at| row.cell(*at));
        others.all(|other| other.is_empty() || other == said)
    };
    let rows = draft.rows().filter(|row| !row.cell(column).is_empty());
    rows.filter(is_apart).count() * 2 >= draft.contents[column].filled
}

/// How well a heading fits that asks for the phone and not for one of several.
const SURELY_A_PHONE: f64 = 60.0;

fn of_somebody(heading: &str) -> bool {
    words::about_somebody_else(heading) || words::about_guests(heading)
}

/// Tells whether a column asks the same person for what another does: under the same heading, or under one that would be
/// read for it by itself.
pub(super) fn asks_the_same(draft: &Draft<'_>, one: usize, other: usize, field: Field) -> bool {
    let (known, heading) = (draft.headings[one].as_str(), draft.headings[other].as_str());
    // A number at home only stands in for that of the mobile, and is kept as such.
    let is_surely = || words::best(heading).is_some_and(|(_, score)| score >= SURELY_A_PHONE);
    let claims = || draft.again.contains(&(field, other)) && (field != Field::Phone || is_surely());
    let is_needed = matches!(field, Field::Access | Field::Diet);
    let fits = || match field {
        Field::Access | Field::Diet | Field::Note => {
            let is_anothers = || {
                is_needed && words::is_of_others(&draft.table.header[other])
                    || words::is_former(heading)
            };
            claims() && !of_somebody(heading) && !is_anothers()
        }
        _ => claims() && words::asks_only(heading, field),
    };
    (known == heading || fits())
        && draft.bears_out(field, other)
        && is_of_one(draft, one, other, field)
}

/// Tells whether no question about somebody else stands between two columns, behind which it is they who are asked.
pub(super) fn is_of_one(draft: &Draft<'_>, one: usize, other: usize, field: Field) -> bool {
    let is_needed = matches!(field, Field::Access | Field::Diet);
    // Behind whoever is told in an emergency their phone follows, but nobody asks what they eat; behind a guest it is theirs.
    let begins_another = |at: usize| {
        let heading = draft.headings[at].as_str();
        let is_own = |other: usize| draft.headings[other] == heading && draft.is_used(other);
        let is_second = || of_person(heading).is_some_and(|(number, _)| number > 1);
        (of_somebody(heading) || is_second())
            && !(is_needed && words::holds_any(heading, EMERGENCIES))
            && !(0..draft.headings.len()).any(is_own)
    };
    let mut between = one.min(other) + 1..one.max(other);
    !between.any(begins_another)
}

/// Words for whoever is told when something happens, between bars.
const EMERGENCIES: &str = "emergency|ice|next of kin|notfall|notfallkontakt|notfallnummer|urgence|emergencia|naglych|wypadku|\
    wypadek|argyfwng|brys";
