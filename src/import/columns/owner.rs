use super::content::{is_name, share};
use super::headless::variety;
use super::mapping::Draft;
use crate::import::field::Field;
use crate::import::name;

/// How much less a column may look like one of whole names than the one that does most, and still be it if it comes first.
const NEAR: f64 = 0.5;

/// Shorter words stand in addresses by chance.
const SHORTEST: usize = 3;

/// Finds the names of those who sign up in a file without headings, among columns that nothing else is known of. Of two
/// the first is theirs, and that of whoever is to be called in an emergency comes behind; unless the addresses
/// say otherwise, which mostly hold a word of the name.
pub(super) fn find(draft: &mut Draft<'_>, free: &[usize]) {
    // Nearly everybody gives a name, and few give a group or a note.
    let rows = draft.table.rows().filter(|row| row.fault.is_none()).count();
    let names: Vec<usize> = free
        .iter()
        .copied()
        .filter(|at| draft.contents[*at].filled * 10 >= rows * 6)
        .filter(|at| share(draft.table, *at, is_name).0 >= 0.8 && variety(draft, *at) >= 0.6)
        .collect();
    let words = |at: usize| share(draft.table, at, |cell| cell.contains(' ')).0;
    // A blank column between them is that of middle names.
    let adjacent =
        |one: usize, other: usize| (one + 1..other).all(|at| draft.contents[at].filled == 0);
    let pair = names.windows(2).find(|pair| {
        adjacent(pair[0], pair[1])
            && pair
                .iter()
                .all(|at| words(*at) <= 0.4 && variety(draft, *at) >= 0.75)
    });
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
    draft.guessed = best.is_some();
    match (pair.map(<[usize]>::to_vec), best) {
        (Some(pair), Some(best)) if words(best) < 0.5 => {
            draft.set(Field::First, vec![pair[0]]);
            draft.set(Field::Last, vec![pair[1]]);
        }
        (_, Some(best)) => draft.set(Field::Name, vec![best]),
        (_, None) => {}
    }
}

/// In which part of the rows that have an address and a name the address holds a word of the name.
fn in_addresses(draft: &Draft<'_>, column: usize) -> f64 {
    let (mut both, mut held) = (0_usize, 0_usize);
    for row in draft.table.rows().filter(|row| row.fault.is_none()) {
        let address = row.cells().find_map(|cell| cell.split_once('@'));
        let name = row.cell(column);
        let Some((mailbox, _)) = address.filter(|_| !name.is_empty()) else {
            continue;
        };
        let (mailbox, name) = (name::key(mailbox), name::key(name));
        let mut words = name.split(' ');
        both += 1;
        held += usize::from(words.any(|word| word.len() >= SHORTEST && mailbox.contains(word)));
    }
    held as f64 / both.max(1) as f64
}
