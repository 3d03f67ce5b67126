use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::{Standing, WORDS, by_hand};

/// Returns what a word means that stands in the list just so.
pub(in crate::import) fn exactly(word: &str) -> Option<Standing> {
    EXACT.get(word).copied()
}

/// Tells whether a word may begin with these two bytes that names a waiting list.
pub(in crate::import) fn may_wait(start: [u8; 2]) -> bool {
    WAITING.contains(&start)
}

/// How words begin that name a waiting list.
static WAITING: LazyLock<Vec<[u8; 2]>> = LazyLock::new(|| {
    let waiting = EXACT
        .iter()
        .filter(|(_, standing)| **standing == Standing::Waiting);
    let starts = waiting.filter_map(|(word, _)| word.as_bytes().first_chunk().copied());
    let mut starts: Vec<[u8; 2]> = starts.collect();
    starts.sort_unstable();
    starts.dedup();
    starts
});

/// All of these words and those of people who keep a list by hand, of which the first meaning counts: a column of a
/// million cells asks for each.
static EXACT: LazyLock<HashMap<&str, Standing, RandomState>> = LazyLock::new(|| {
    let of_products = WORDS.iter();
    let of_products =
        of_products.flat_map(|(standing, words)| words.iter().map(|word| (word, *standing)));
    let mut exact = HashMap::with_hasher(RandomState::default());
    for (word, standing) in of_products.chain(by_hand::words()) {
        exact.entry(word).or_insert(standing);
    }
    exact
});
