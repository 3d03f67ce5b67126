use std::collections::HashSet;

use super::super::content::is_name;
use super::super::draft::Draft;
use super::super::headless::variety;
use super::both::{self, Found};
use crate::import::field::Field;
use crate::import::name;

/// How much less a column may look like one of whole names than the one that does most, and still be it if it comes first.
const NEAR: f64 = 0.5;

/// Shorter words stand in addresses by chance, unless they are a part of their own.
const SHORTEST: usize = 3;

/// Finds the names of those who sign up in a file without headings, among columns that nothing else is known of. Of two
/// the first is theirs, and that of whoever is to be called in an emergency comes behind; unless the addresses
/// say otherwise, which mostly hold a word of the name.
pub(in crate::import::columns) fn find(draft: &mut Draft<'_>, free: &[usize]) {
    // Nearly everybody gives a name, and few give a group or a note.
    let rows = draft.rows().count();
    let names: Vec<usize> = free
        .iter()
        .copied()
        .filter(|at| draft.contents[*at].filled * 10 >= rows * 6)
        .filter(|at| draft.mostly(*at, 0.8, is_name) && variety(draft, *at) >= 0.6)
        .collect();
    let words = |at: usize| draft.share(at, has_several_words).0;
    let found = both::find(draft, free, rows);
    if let Some(Found::Long([first, last])) = found {
        draft.guessed = true;
        draft.set(Field::First, vec![first]);
        draft.set(Field::Last, vec![last]);
        return;
    }
    let pair = match found {
        Some(Found::Short(pair)) => Some(pair),
        _ => None,
    };
    // What those who share an address have in common is the name of none of them.
    let least = names.iter().map(|at| doubled(draft, *at)).min();
    let tells_apart = |at: &usize| Some(doubled(draft, *at)) == least;
    let names: Vec<usize> = names.iter().copied().filter(tells_apart).collect();
    // Whole names have several words and hardly ever stand twice; towns do.
    let whole = |at: usize| words(at) + variety(draft, at);
    let most = names.iter().map(|at| whole(*at)).fold(0.0, f64::max);
    let addressed = |at: usize| in_addresses(draft, at);
    let proven = names.iter().map(|at| addressed(*at)).fold(0.0, f64::max);
    let best = names.iter().copied().find(|at| match proven >= 0.5 {
        true => addressed(*at) * 2.0 >= proven && variety(draft, *at) >= 0.75,
        false => whole(*at) >= most || words(*at) >= 0.5 && whole(*at) >= most - NEAR,
    });
    let best = best.or_else(|| names.iter().copied().find(|at| whole(*at) >= most));
    let halves = pair.filter(|_| best.is_none_or(|best| words(best) < 0.5));
    match (halves, best) {
        (Some([first, last]), _) => {
            draft.set(Field::First, vec![first]);
            draft.set(Field::Last, vec![last]);
        }
        (None, Some(best)) => {
            if let Some(Found::Doubtful([first, last])) = found
                && (best == first || best == last)
            {
                draft.notes.push(format!(
                    "column {2} is taken for the whole name; if the first name is column {0}, say --map first=\"column {0}\" --map last=\"column {1}\"",
                    first + 1,
                    last + 1,
                    best + 1
                ));
            }
            draft.set(Field::Name, vec![best]);
        }
        (None, None) => return,
    }
    draft.guessed = true;
}

/// Tells whether a cell has more words than a given name or a family name has, as `de Silva` has not.
pub(in crate::import::columns) fn has_several_words(cell: &str) -> bool {
    let words = cell.split_whitespace();
    words.filter(|word| !name::PARTICLES.contains(word)).count() > 1
}

/// How many rows say the same in a column as another one with the same address.
fn doubled(draft: &Draft<'_>, column: usize) -> usize {
    let mut seen = HashSet::new();
    let rows = draft.rows();
    let addressed = rows.filter_map(|row| {
        let address = row.cells().find(|cell| cell.contains('@'))?;
        Some((address.to_lowercase(), name::key(row.cell(column))))
    });
    addressed.filter(|both| !seen.insert(both.clone())).count()
}

/// In which part of the rows that have an address and a name the address holds a word of the name.
pub(super) fn in_addresses(draft: &Draft<'_>, column: usize) -> f64 {
    let (mut both, mut held) = (0_usize, 0_usize);
    for row in draft.rows() {
        let address = row.cells().find_map(|cell| cell.split_once('@'));
        let name = row.cell(column);
        let Some((mailbox, _)) = address.filter(|_| !name.is_empty()) else {
            continue;
        };
        let (mailbox, name) = (name::key(mailbox), name::key(name));
        let is_part = |word: &str| {
            mailbox
                .split(|c: char| !c.is_alphabetic())
                .any(|part| part == word)
        };
        let mut words = name.split(' ').filter(|word| !word.is_empty());
        both += 1;
        held += usize::from(
            words.any(|word| word.len() >= SHORTEST && mailbox.contains(word) || is_part(word)),
        );
    }
    held as f64 / both.max(1) as f64
}
