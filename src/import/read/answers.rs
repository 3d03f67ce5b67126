//! A plain yes or no above the names of a typed list: of those below it whether they come.

use super::part::without_count;
use super::{Table, title};
use crate::import::columns::{heading, is_any};
use crate::import::standing::Standing;

/// What stands above those who come, above those who do not, and above those who do not know, language by language, each
/// between bars as [`heading`] writes it.
const LANGUAGES: [[&str; 3]; 6] = [
    [
        "yes|yeses|coming|going|attending|present",
        "no|nos|noes|not coming|not going|not attending|not present|absent",
        "maybe|maybes|not sure|perhaps|don t know",
    ],
    [
        "ja|kommt|kommen|dabei|anwesend",
        "nein|kommt nicht|kommen nicht|nicht dabei|abwesend",
        "vielleicht|unsicher|evtl|eventuell",
    ],
    [
        "oui|vient|viennent|present|presents|presentes",
        "non|ne vient pas|ne viennent pas|absent|absents|absentes",
        "peut etre",
    ],
    [
        "si|viene|vienen|asisten|asistiran",
        "no|no viene|no vienen|no asisten|no asistiran",
        "quiza|quizas|tal vez",
    ],
    [
        "tak|beda|przyjda|obecni",
        "nie|nie beda|nie przyjda|nieobecni",
        "moze|byc moze",
    ],
    [
        "ydw|ydy|byddaf|ie|yn dod",
        "nac ydw|nac ydy|na fyddaf|na|nage|ddim yn dod",
        "efallai|ella",
    ],
];

/// Those of them that are nobody's name.
const PLAIN: [&str; 3] = [
    "yes",
    "no|not coming|not going|not attending",
    "maybe|not sure",
];

/// No such heading is longer.
const LONGEST: usize = 24;

/// Finds the rows that are such headings, in order, each with what it says. Names are short as well: only where some stand
/// above those who come, and others above those who do not, is a word that may be one taken for a heading; an English yes
/// or no is nobody. Where one stands twice they are the answers to something.
pub(super) fn find(table: &Table, column: usize) -> Vec<(usize, Standing)> {
    let (text, grid) = (&table.text, &table.grid);
    let alone = |record: usize| {
        let cell = grid.cell(text, record, column);
        let is_short = !cell.is_empty() && cell.len() <= LONGEST && !grid.is_tidy(record);
        let alone = || title::alone(text, grid, record) == Some(cell);
        (is_short && alone()).then_some(cell)
    };
    let known = |record: usize| {
        let word = heading(alone(record)?);
        let word = without_count(&word);
        let is_known = LANGUAGES.iter().any(|all| kind(all, word).is_some());
        is_known.then(|| (record, word.to_string()))
    };
    let found: Vec<(usize, String)> = (0..grid.len()).filter_map(known).collect();
    let mut words: Vec<&str> = found.iter().map(|(_, word)| word.as_str()).collect();
    words.sort_unstable();
    let is_repeated = words.windows(2).any(|two| two[0] == two[1]);
    if is_repeated || found.is_empty() || found.len() * 2 > grid.len() {
        return Vec::new();
    }
    let says = |all: &[&str; 3], which: usize| {
        let mut kinds = words.iter().filter_map(|word| kind(all, word));
        kinds.any(|kind| kind == which)
    };
    let both = LANGUAGES.iter().find(|all| says(all, 0) && says(all, 1));
    let ends = found.last().is_some_and(|(at, _)| at + 1 == grid.len());
    let all = match both {
        Some(all) => all,
        None if ends => return Vec::new(),
        None => &PLAIN,
    };
    let standings = [Standing::Coming, Standing::Cancelled, Standing::Pending];
    let found = found.iter();
    let found = found.filter_map(|(record, word)| Some((*record, standings[kind(all, word)?])));
    found.collect()
}

/// Which of three a word is.
fn kind(all: &[&str; 3], word: &str) -> Option<usize> {
    let is_one = |words: &&str| is_any(word, words);
    all.iter().position(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for word in LANGUAGES.iter().flatten().flat_map(|all| all.split('|')) {
            assert_eq!(heading(word), word);
        }
    }
}
