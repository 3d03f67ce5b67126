use super::learn::{Learned, learn};
use super::scan::{Scanned, scan};
use crate::error::{Error, Finding, Result};
use crate::model::{order_by, order_by_key};

/// Delimiters, the likeliest first.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// Readings whose scores differ by less are equally likely.
const CLOSE: f64 = 0.5;
/// What the first line is worth if it says `sep=;`
const SAID: f64 = 1.5;

/// What it costs a delimiter if a space stands behind each one, as in sentences and dates.
const SENTENCES: f64 = 0.75;

/// A text read with one delimiter.
pub(super) struct Reading {
    pub(super) delimiter: char,
    pub(super) scanned: Scanned,
    pub(super) learned: Learned,
}

/// Reads a text with each delimiter that may be meant, and returns the reading that looks most like a sign-up list.
///
/// Where more than half of the rows have an address as one of several cells no other delimiter can do as well, and so
/// the rest is not tried.
///
/// # Errors
/// When two readings are equally likely and differ; `name` is the file's.
pub(super) fn choose(
    name: &str,
    text: &str,
    from: (usize, usize),
    said: Option<char>,
    wished: Option<char>,
) -> Result<Reading> {
    let read = |delimiter: char| {
        let scanned = scan(text, from, delimiter as u8, None);
        let mut learned = learn(text, &scanned, delimiter as u8);
        if said == Some(delimiter) {
            learned.score += SAID;
        }
        if stands_in_sentences(text, delimiter) {
            learned.score -= SENTENCES;
        }
        Reading {
            delimiter,
            scanned,
            learned,
        }
    };
    if let Some(delimiter) = wished {
        return Ok(read(delimiter));
    }

    let mut candidates: Vec<char> = DELIMITERS.into_iter().collect();
    let start: Vec<u8> = text.bytes().skip(from.0).take(1 << 16).collect();
    let count = |delimiter: &char| {
        start
            .iter()
            .filter(|&&byte| byte == *delimiter as u8)
            .count()
    };
    order_by_key(&mut candidates, |delimiter| {
        std::cmp::Reverse(count(delimiter))
    });
    if let Some(said) = said {
        candidates.retain(|delimiter| *delimiter != said);
        candidates.insert(0, said);
    }

    let mut readings: Vec<Reading> = Vec::new();
    for delimiter in candidates {
        let reading = read(delimiter);
        if reading.learned.addressed > 0.5 && reading.learned.expect.width > 1 {
            return Ok(reading);
        }
        readings.push(reading);
    }
    order_by(&mut readings, |a, b| {
        b.learned.score.total_cmp(&a.learned.score)
    });
    let mut readings = readings.into_iter();
    let Some(best) = readings.next() else {
        return Ok(read(','));
    };
    for other in readings {
        let close = best.learned.score - other.learned.score < CLOSE;
        if close && differ(text, &best, &other) {
            return Err(undecided(name, text, &best, &other));
        }
    }
    Ok(best)
}

/// Tells whether a delimiter that may be a comma of running text has a space behind it each time.
fn stands_in_sentences(text: &str, delimiter: char) -> bool {
    let (sign, bytes) = (delimiter as u8, text.as_bytes());
    let mut signs = memchr::memchr_iter(sign, bytes).peekable();
    matches!(delimiter, ',' | ';')
        && signs.peek().is_some()
        && signs.all(|at| bytes.get(at + 1) == Some(&b' '))
}

/// Tells whether two readings find other people: where no row holds either delimiter, it parts no more than the labels.
fn differ(text: &str, one: &Reading, other: &Reading) -> bool {
    let (a, b) = (&one.scanned.grid, &other.scanned.grid);
    let first = |reading: &Reading| reading.learned.head.rows_from();
    let rows = match first(one) == first(other) {
        true => first(one)..a.len(),
        false => 0..a.len(),
    };
    a.len() != b.len()
        || rows
            .into_iter()
            .any(|record| !a.cells(text, record).eq(b.cells(text, record)))
}

fn undecided(name: &str, text: &str, one: &Reading, other: &Reading) -> Error {
    let show = |reading: &Reading| {
        let grid = &reading.scanned.grid;
        let row = reading
            .learned
            .head
            .rows_from()
            .min(grid.len().saturating_sub(1));
        let cells: Vec<_> = grid
            .cells(text, row)
            .map(|cell| format!("`{cell}`"))
            .collect();
        let sign = sign(reading.delimiter);
        format!(
            "with {sign} line {} reads {}",
            grid.line(row),
            cells.join(" ")
        )
    };
    let flag = |reading: &Reading| match reading.delimiter {
        '\t' => "--delimiter tab".to_string(),
        sign => format!("--delimiter \"{sign}\""),
    };
    Error::from_findings(vec![
        Finding::error(
            "undecided-delimiter",
            format!(
                "`{name}` can be read in two ways: {}, {}",
                show(one),
                show(other)
            ),
        )
        .hint(format!(
            "say which is right: {} or {}",
            flag(one),
            flag(other)
        )),
    ])
}

fn sign(delimiter: char) -> String {
    match delimiter {
        '\t' => "a tab".into(),
        sign => format!("`{sign}`"),
    }
}
