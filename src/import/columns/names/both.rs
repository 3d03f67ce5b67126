//! Both halves of a name in a file without headings: two columns side by side.

use std::collections::{HashMap, HashSet};

use super::super::content::is_name;
use super::super::draft::Draft;
use super::super::headless::variety;
use super::owner::{has_several_words, in_addresses};
use crate::import::columns::is_any;
use crate::import::name;
use crate::import::word_list::{WordList, list};

/// Fewer rows do not tell two halves of a name from a town and a whole one.
const FEW: usize = 5;

/// So many rows say how often the same word stands in a column.
const MOST_LOOKED: usize = 500;

/// So many different words, none of which has more than one row in [`MOST_SHARED`], are no answers to choose from.
const MANY: usize = 12;
const MOST_SHARED: usize = 5;

/// In so large a part of the rows something speaks for family names of two words.
const TOLD: f64 = 0.25;

/// Returns the columns of given names and of family names among those that nothing else is known of.
///
/// In a long list the same given name stands in many rows, and yet the two halves together hardly twice; answers to
/// choose from are few, or most say the same.
///
/// Where the second column has several words each and nothing tells family names from whole ones behind a town or a team,
/// the pair is doubted: the columns are said in a note, and the second is the name by itself.
pub(super) fn find(draft: &Draft<'_>, free: &[usize], rows: usize) -> Option<Found> {
    let may_be =
        |at: &usize| draft.contents[*at].filled * 10 >= rows * 6 && draft.mostly(*at, 0.8, is_name);
    let all: Vec<usize> = free.iter().copied().filter(may_be).collect();
    let words = |at: usize| draft.share(at, has_several_words).0;
    // A blank column between them is that of middle names.
    let adjacent =
        |one: usize, other: usize| (one + 1..other).all(|at| draft.contents[at].filled == 0);
    let mut pairs = all
        .windows(2)
        .map(|pair| [pair[0], pair[1]])
        .filter(|[first, last]| adjacent(*first, *last) && words(*first) <= 0.4);
    pairs.find_map(|[first, last]| {
        let both = [first, last];
        if words(last) <= 0.4 {
            return are_short(draft, both, rows).then_some(Found::Short(both));
        }
        let mut before = all.iter().filter(|at| **at < first);
        if before.any(|at| words(*at) >= 0.5) || !may_be_long(draft, both, rows) {
            return None;
        }
        Some(match are_long(draft, both) {
            true => Found::Long(both),
            false => Found::Doubtful(both),
        })
    })
}

/// What two columns side by side are, given name first.
#[derive(Clone, Copy)]
pub(super) enum Found {
    /// Both have a single word mostly.
    Short([usize; 2]),
    /// The family names have several words.
    Long([usize; 2]),
    /// Either that, or a town and a whole name.
    Doubtful([usize; 2]),
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

/// Tells whether two columns may be given names and family names of two words each, as in Spain or Wales.
///
/// A town or a team stands before whole names too, of which alone the addresses then hold a word. What a nickname stands
/// before holds it, and no family has the name of an organisation.
fn may_be_long(draft: &Draft<'_>, [first, last]: [usize; 2], rows: usize) -> bool {
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

/// Tells whether something speaks for it that two columns are both halves of a name: addresses hold words of each, as no
/// branch's does of its town and of whoever writes from there; families stand in the rows of several people; or both words
/// behind are such as are no given names.
fn are_long(draft: &Draft<'_>, both: [usize; 2]) -> bool {
    let [first, last] = both;
    let begins = |cell: &str| own_words(cell).next().is_some_and(is_surname);
    let ends = |cell: &str| own_words(cell).nth(1).is_some_and(is_surname);
    let often = |fits: fn(&str) -> bool| draft.share(last, fits).0 >= TOLD;
    both.into_iter().all(|at| in_addresses(draft, at) >= TOLD)
        || often(begins) && often(ends)
        || of_families(draft, [first, last]) >= TOLD
}

/// In which part of the rows the second column says what it says for another address and behind another word.
/// With one address it may be one person who is in two teams.
fn of_families(draft: &Draft<'_>, [first, last]: [usize; 2]) -> f64 {
    let rows = draft.rows();
    let mut families: HashMap<&str, Vec<[&str; 2]>> = HashMap::new();
    for row in rows.take(MOST_LOOKED) {
        if let Some(address) = row.cells().find(|cell| cell.contains('@')) {
            let who = [row.cell(first), address];
            families.entry(row.cell(last)).or_default().push(who);
        }
    }
    let all: usize = families.values().map(Vec::len).sum();
    let is_family = |people: &&Vec<[&str; 2]>| {
        people
            .iter()
            .any(|one| (0..2).all(|at| one[at] != people[0][at]))
    };
    let of_some: usize = families.values().filter(is_family).map(Vec::len).sum();
    of_some as f64 / all.max(1) as f64
}

/// Tells whether many different words stand in each of two columns, and nearly each row has another two.
fn are_various(draft: &Draft<'_>, both: [usize; 2]) -> bool {
    let rows = || {
        let rows = draft.rows();
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
    for row in draft.rows() {
        let (whole, part) = (name::key(row.cell(whole)), name::key(row.cell(part)));
        both += usize::from(!whole.is_empty() && !part.is_empty());
        held += usize::from(!part.is_empty() && whole.split(' ').any(|word| word == part));
    }
    held * 4 > both
}

/// Tells whether a cell can only be a family name, as `de Silva` is.
fn is_family(cell: &str) -> bool {
    let first = cell.split_once(' ').map_or("", |(first, _)| first);
    name::PARTICLES.contains(first)
}

fn is_capital(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

/// Tells whether a cell may be a family name of up to two words, beside those that belong to the one behind them.
fn is_double(cell: &str) -> bool {
    (1..=2).contains(&own_words(cell).count()) && own_words(cell).all(is_capital)
}

/// The words of a name without those that belong to the one behind them.
fn own_words(cell: &str) -> impl Iterator<Item = &str> {
    let words = cell.split_whitespace();
    words.filter(|word| !name::PARTICLES.contains(&word.to_lowercase()))
}

/// Frequent family names of those who have two that are no given names, as [`name::key`] writes them; beside those that
/// end as in `Fernández`.
const SURNAMES: &str = "garcia|romero|diaz|ruiz|munoz|moreno|torres|ramos|gil|serrano|blanco|molina|morales|ortega|delgado|castro|\
    ortiz|rubio|marin|sanz|iglesias|medina|garrido|cortes|castillo|lozano|guerrero|cano|prieto|calvo|gallego|vidal|herrera|\
    flores|cabrera|campos|fuentes|carrasco|reyes|aguilar|navarro|vargas|rojas|silva|santos|costa|ferreira|oliveira|pereira|\
    rodrigues|fernandes|lopes|gomes|martins|alves|almeida|sousa|souza|carvalho|ribeiro|jones|davies|williams|hughes|\
    roberts|griffiths|edwards|evans";

pub(in crate::import::columns) fn is_surname(word: &str) -> bool {
    let word = name::key(word);
    word.len() > 3 && word.ends_with("ez") || is_any(&word, SURNAMES)
}

/// Words in names of organisations and in no family's, as [`name::key`] writes them.
const ORGANISATIONS: WordList = list![
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

/// Tells whether a word stands in a cell that is in names of organisations.
pub(in crate::import::columns) fn is_organisation(cell: &str) -> bool {
    let name = name::key(cell);
    name.split(' ').any(|word| ORGANISATIONS.contains(word))
}
