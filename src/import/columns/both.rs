//! Both halves of a name in a file without headings: two columns side by side.

use std::collections::{HashMap, HashSet};

use super::content::is_name;
use super::headless::variety;
use super::mapping::Draft;
use super::owner::{PARTICLES, has_several_words, in_addresses};
use crate::import::name;

/// Fewer rows do not tell two halves of a name from a town and a whole one.
const FEW: usize = 5;

/// So many rows say how often the same word stands in a column.
const MOST_LOOKED: usize = 500;

/// So many different words, none of which has more than one row in [`MOST_SHARED`], are no answers to choose from.
const MANY: usize = 12;
const MOST_SHARED: usize = 5;

/// Returns the columns of given names and of family names among those that nothing else is known of.
///
/// In a long list the same given name stands in many rows, and yet the two halves together hardly twice; answers to
/// choose from are few, or most say the same.
pub(super) fn find(draft: &Draft<'_>, free: &[usize], rows: usize) -> Option<[usize; 2]> {
    let may_be =
        |at: &usize| draft.contents[*at].filled * 10 >= rows * 6 && draft.mostly(*at, 0.8, is_name);
    let all: Vec<usize> = free.iter().copied().filter(may_be).collect();
    let words = |at: usize| draft.share(at, has_several_words).0;
    // A blank column between them is that of middle names.
    let adjacent =
        |one: usize, other: usize| (one + 1..other).all(|at| draft.contents[at].filled == 0);
    let mut pairs = all.windows(2).map(|pair| [pair[0], pair[1]]);
    pairs.find(|[first, last]| {
        adjacent(*first, *last)
            && words(*first) <= 0.4
            && match words(*last) <= 0.4 {
                true => are_short(draft, [*first, *last], rows),
                false => {
                    let mut before = all.iter().filter(|at| *at < first);
                    !before.any(|at| words(*at) >= 0.5) && are_long(draft, [*first, *last], rows)
                }
            }
    })
}

/// Tells whether two columns of single words are halves of names.
fn are_short(draft: &Draft<'_>, [first, last]: [usize; 2], rows: usize) -> bool {
    let differ = variety(draft, first) >= 0.75
        && (variety(draft, last) >= 0.75
            || variety(draft, last) >= 0.6 && draft.any(last, is_family));
    let is_part = |at: usize| {
        draft.contents[at].filled * 10 >= rows * 9
            && draft.mostly(at, 0.8, is_capital)
            && !draft.any(at, is_organisation)
    };
    differ || is_part(first) && is_part(last) && are_various(draft, [first, last])
}

/// Tells whether the family names that stand behind given names have two words each, as in Spain or Wales: else one half would
/// be taken for the whole name, and relatives for one person.
///
/// A town or a team stands before whole names too: then the addresses hold a word of these alone. What a nickname stands
/// before holds it, and no family has the name of an organisation.
fn are_long(draft: &Draft<'_>, [first, last]: [usize; 2], rows: usize) -> bool {
    let known = [first, last].map(|at| in_addresses(draft, at));
    rows >= FEW
        && !(known[1] >= 0.5 && known[0] * 2.0 < known[1])
        && (variety(draft, first) >= 0.75 && variety(draft, last) >= 0.6
            || are_various(draft, [first, last]))
        && draft.mostly(first, 0.8, is_capital)
        && draft.mostly(last, 0.8, is_double)
        && !draft.any(last, is_organisation)
        && !holds(draft, last, first)
}

/// Tells whether many different words stand in each of two columns, and nearly each row has another two.
fn are_various(draft: &Draft<'_>, both: [usize; 2]) -> bool {
    let rows = || {
        let rows = draft.table.rows().filter(|row| row.fault.is_none());
        rows.take(MOST_LOOKED)
    };
    let is_various = |at: usize| {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let cells = rows().map(|row| row.cell(at));
        for cell in cells.filter(|cell| !cell.is_empty()) {
            *counts.entry(cell).or_default() += 1;
        }
        let filled: usize = counts.values().sum();
        let most = counts.values().copied().max().unwrap_or(0);
        counts.len() >= MANY && most * MOST_SHARED <= filled
    };
    let pairs: HashSet<[&str; 2]> = rows().map(|row| both.map(|at| row.cell(at))).collect();
    both.into_iter().all(is_various) && pairs.len() * 10 >= rows().count() * 7
}

/// Tells whether what stands in one column is mostly held by another: a nickname by the whole name.
fn holds(draft: &Draft<'_>, whole: usize, part: usize) -> bool {
    let (mut both, mut held) = (0_usize, 0_usize);
    for row in draft.table.rows().filter(|row| row.fault.is_none()) {
        let (whole, part) = (name::key(row.cell(whole)), name::key(row.cell(part)));
        both += usize::from(!whole.is_empty() && !part.is_empty());
        held += usize::from(!part.is_empty() && whole.split(' ').any(|word| word == part));
    }
    held * 4 > both
}

/// Tells whether a cell can only be a family name, as `de Silva` is.
fn is_family(cell: &str) -> bool {
    let first = cell.split_once(' ').map_or("", |(first, _)| first);
    PARTICLES.contains(&first)
}

fn is_capital(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

/// Tells whether a cell may be a family name of up to two words, beside those that belong to the one behind them.
fn is_double(cell: &str) -> bool {
    let own = || {
        let words = cell.split_whitespace();
        words.filter(|word| !PARTICLES.contains(&&*word.to_lowercase()))
    };
    (1..=2).contains(&own().count()) && own().all(is_capital)
}

/// Words in names of organisations and in no family's, as [`name::key`] writes them.
const ORGANISATIONS: [&str; 48] = [
    "action",
    "agency",
    "alliance",
    "amigos",
    "asociacion",
    "association",
    "ayuntamiento",
    "branch",
    "campaign",
    "centre",
    "center",
    "charity",
    "church",
    "clp",
    "club",
    "coalition",
    "college",
    "collective",
    "colegio",
    "committee",
    "company",
    "coop",
    "council",
    "federation",
    "forum",
    "foundation",
    "friends",
    "fundacion",
    "gmbh",
    "grupo",
    "group",
    "inc",
    "labour",
    "libraries",
    "library",
    "ltd",
    "network",
    "partido",
    "party",
    "project",
    "renters",
    "school",
    "sindicato",
    "society",
    "tenants",
    "trust",
    "union",
    "university",
];

fn is_organisation(cell: &str) -> bool {
    let name = name::key(cell);
    name.split(' ').any(|word| ORGANISATIONS.contains(&word))
}
