use std::ops::Range;
use std::thread::scope;

use memchr::{memchr, memchr_iter};

use super::address::is_address;
use super::clean::clean;
use super::expect::{Expect, Fit};
use super::grid::Grid;
use super::learn::{Learned, full_width};
use super::lenient::{self, Style};
use super::odd::holds_another;
use super::pasted::is_title;
use super::price;
use super::profile::Profile;
use super::rejoin::{Way, rejoin};
use super::repairs::REJOINED;
use super::scan::{Doubt, Scanned};
use super::{sentence, unclosed, wrap};
use crate::import::consent::{self, Consent};
use crate::sheet::abreast;

/// How many ways to join cells are tried in a file before the rows that are left are given up.
const MOST_STEPS: usize = 20_000_000;

/// Mends rows that are longer than the others where that is certain. Returns the records that cannot be read as a
/// row, with the reason.
///
/// Short rows are as they should be, since empty cells at their end may be left out, unless an address shows that
/// something is missing further to the left.
pub(super) fn mend(
    text: &str,
    scanned: &mut Scanned,
    rows: Range<usize>,
    learned: &Learned,
    delimiter: char,
) -> Vec<(usize, String)> {
    let prices = &learned.prices;
    let expect = learned.expect.joined(prices);
    let addressed = expect.width > 2 && is_addressed(text, scanned, rows.clone(), learned);
    let others = expect.width;
    let surplus = scanned.widths.keys().any(|width| *width > others);
    let even = is_even(text, scanned, expect);
    let full = full_width(scanned);
    let header = learned.head.header;
    let labels = header.map_or(0, |header| scanned.grid.width(header));
    let most = learned.spare;
    let doubts = std::mem::take(&mut scanned.doubts);
    let priced = join_prices(text, scanned, (rows.clone(), &doubts), expect, prices);
    let spare = spare(text, &scanned.grid, rows.clone(), (expect, most), delimiter);
    let grid = &mut scanned.grid;
    let mut faults = Vec::new();
    let profile_of = |grid: &Grid| {
        let sure = |record: &usize| {
            doubts
                .binary_search_by_key(record, |doubt| doubt.record)
                .is_err()
        };
        let rows = rows.clone().filter(sure);
        let profile = Profile::learn(text, grid, rows, expect, spare, delimiter as u8);
        Profile {
            prices: prices.clone(),
            ..profile
        }
    };
    let mut profile = None;
    let mut trimmed = None;
    let mut budget = MOST_STEPS;
    // Most rows are as they should be, which is quickly seen.
    let is_odd = |record: &usize| {
        let (width, raw) = (grid.width(*record), &text[grid.raw(*record)]);
        width != others
            || width == 1
            || surplus
            || !prices.is_empty()
            || doubts
                .binary_search_by_key(record, |doubt| doubt.record)
                .is_ok()
            || !grid.is_tidy(*record)
                && (sentence::has_space(raw, delimiter as u8) || is_torn(raw, expect))
            || (even || addressed) && is_alone(text, grid, *record, expect)
    };
    let odd = |some: Range<usize>| {
        let records = rows.start + some.start..rows.start + some.end;
        records.filter(is_odd).collect::<Vec<usize>>()
    };
    let odd: Vec<usize> = scope(|scope| abreast(scope, rows.len(), odd).flatten().collect());
    for record in odd {
        if priced.binary_search(&record).is_ok() {
            continue;
        }
        let width = grid.width(record);
        let raw = &text[grid.raw(record)];
        let doubt = doubts.binary_search_by_key(&record, |doubt| doubt.record);
        let doubt = doubt.ok().map(|at| doubts[at]);
        let delimiters = || memchr_iter(delimiter as u8, raw.as_bytes()).count();
        let mut way = Way::AsItIs;
        let whole = || {
            let wrapped = width == 1 || doubt.is_some();
            let inner = wrapped
                .then(|| wrap::inside(raw, delimiter as u8))
                .flatten();
            clean(inner.as_deref().unwrap_or(raw)).into_owned()
        };
        let wrapped = || width == 1 && raw.starts_with('"');
        // A space before a whole answer is no sign of a sentence, in a row that is not longer than the header.
        if width > 1
            && width <= labels
            && doubt.is_none()
            && is_whole(raw, delimiter as u8, delimiters() >= labels)
            && profile
                .get_or_insert_with(|| profile_of(grid))
                .fits(&grid.cells(text, record).collect::<Vec<_>>())
        {
            continue;
        }
        if width > others
            || (surplus || doubt.is_some() || wrapped()) && delimiters() + 1 >= others + spare
        {
            let profile = profile.get_or_insert_with(|| profile_of(grid));
            let whole = whole();
            way = rejoin(&whole, delimiter as u8, profile, &mut budget);
        }
        if width <= others && doubt.is_some() && way == Way::AsItIs {
            let profile = profile.get_or_insert_with(|| profile_of(grid));
            way = unclosed::read(&whole(), delimiter as u8, profile, even.then_some(full));
        }
        // Where rows end with their last answer, a comma in a sentence makes none of them too long, and a date in words
        // is one wherever it stands.
        if width > 1
            && doubt.is_none()
            && !matches!(way, Way::Joined(_))
            && !is_torn(raw, expect)
            && sentence::has_space(raw, delimiter as u8)
        {
            let trimmed = *trimmed.get_or_insert_with(|| {
                let raws = rows.clone().map(|row| &text[grid.raw(row)]);
                sentence::are_trimmed(raws, delimiter, others)
            });
            // A row without quotes has a space where one is seen.
            if trimmed && width <= others || delimiters() < width {
                let profile = profile.get_or_insert_with(|| profile_of(grid));
                let cells = (!profile.airy)
                    .then(|| sentence::joined(&whole(), delimiter as u8, profile, trimmed));
                if let Some(cells) = cells.flatten() {
                    way = Way::Joined(cells);
                }
            }
        }
        if let Way::Joined(cells) = &way {
            grid.replace(record, cells);
            // A sentence that stands alone between the rows is nobody, with commas in it as well.
            if (even || addressed) && is_alone(text, grid, record, expect) {
                faults.push((record, ALONE.to_string()));
            } else {
                scanned.repairs.count(REJOINED, grid.line(record));
            }
            continue;
        }
        let parted = || {
            let cells: Vec<&str> = grid.cells(text, record).collect();
            cells.windows(2).any(|two| price::is_parted(two[0], two[1]))
        };
        let fault = if width > others || !prices.is_empty() && parted() {
            let sign = word(delimiter);
            format!(
                "it has {width} cells, where the others have {others}: put quotes around a cell that contains {sign}"
            )
        } else if width < others
            && is_shifted(text, grid, record, expect)
            // With all its blanks it is whole: of a form with branches, one has the address in a column of its own.
            && lenient::cells(raw, delimiter as u8, Style::Nested).len() != labels
        {
            format!(
                "it has {width} cells, where the others have {others}, and its address is not in the column of the others"
            )
        } else if doubt.is_some_and(|doubt| doubt.unreadable)
            || is_torn(raw, expect)
            || doubt.is_some() && swallows(text, grid, record, delimiter)
        {
            "it has a quote without a partner: close it or take it out".to_string()
        } else if way == Way::Doubtful && doubt.is_some() {
            "it has a quote without a partner, and its cells may stand one column too far right: close it or take it out"
                .to_string()
        } else if way == Way::Doubtful {
            let sign = word(delimiter);
            format!("a cell of it may contain {sign}, in more than one way: put quotes around it")
        } else if even
            && delimiters() + 1 < full
            && width > 1
            && let Some(word) = profile
                .get_or_insert_with(|| profile_of(grid))
                .words_among_numbers(&grid.cells(text, record).collect::<Vec<_>>())
        {
            format!(
                "it has {width} cells, where the others have {full}, and `{word}` stands where they have numbers: a cell may be missing"
            )
        } else if (even || addressed) && is_alone(text, grid, record, expect) {
            ALONE.to_string()
        } else if even
            && width < others
            && delimiters() + 1 < others
            && is_piece(text, grid, record, expect)
            && !profile
                .get_or_insert_with(|| profile_of(grid))
                .begins_like(&grid.cells(text, record).collect::<Vec<_>>())
        {
            let cells = match width {
                1 => "one cell".to_string(),
                _ => format!("{width} cells"),
            };
            format!(
                "it has {cells}, where the others have {others}: it may belong to the row above"
            )
        } else {
            continue;
        };
        faults.push((record, fault));
    }
    faults
}

/// Joins the prices that a decimal comma parts in most rows, where the row is whole then. Returns these rows.
fn join_prices(
    text: &str,
    scanned: &mut Scanned,
    (rows, doubts): (Range<usize>, &[Doubt]),
    expect: Expect,
    prices: &[usize],
) -> Vec<usize> {
    let mut joined = Vec::new();
    if prices.is_empty() {
        return joined;
    }
    for record in rows {
        let doubt = doubts.binary_search_by_key(&record, |doubt| doubt.record);
        let mut cells: Vec<String> = scanned.grid.cells(text, record).map(String::from).collect();
        let two = |whole: &String, cents: &String| format!("{whole},{cents}");
        if doubt.is_err()
            && price::join(&mut cells, prices, String::as_str, two)
            && cells.len() <= expect.width
            && expect.fit(&cells) != Fit::None
        {
            scanned.grid.replace(record, &cells);
            scanned.repairs.count(REJOINED, scanned.grid.line(record));
            joined.push(record);
        }
    }
    joined
}

/// How many empty columns most rows have at the end, at most `most`. Where many are too long by what stands in them, those are empty
/// that are so in all of these.
fn spare(
    text: &str,
    grid: &Grid,
    rows: Range<usize>,
    (expect, most): (Expect, usize),
    delimiter: char,
) -> usize {
    let count = rows.len();
    let longer = rows.filter(|row| grid.width(*row) > expect.width);
    if most == 0 || longer.clone().count() * 3 <= count {
        return most;
    }
    let empty = |row: usize| {
        let raw = text[grid.raw(row)].as_bytes();
        raw.iter()
            .rev()
            .take_while(|byte| **byte == delimiter as u8)
            .count()
    };
    longer.map(empty).min().unwrap_or(0).min(most)
}

/// Says whether nearly all rows have as many cells as they should, and not only those that are not empty. Titles, also
/// those of parts of the list, are no rows.
pub(super) fn is_even(text: &str, scanned: &Scanned, expect: Expect) -> bool {
    let full = full_width(scanned);
    let whole = scanned.widths.get(&full).copied().unwrap_or(0);
    let rows: usize = scanned.widths.values().sum();
    let grid = &scanned.grid;
    let titles = || (0..grid.len()).filter(|record| is_title(text, grid, *record));
    full > 2
        && expect.address.is_some()
        && (whole * 10 >= rows * 8
            || whole * 2 > rows && whole * 10 >= (rows - titles().count()) * 8)
}

/// So many rows of a list of addresses have one.
const MOST: f64 = 0.8;

/// In a list of which fewer rows have one, a row with a name alone may be somebody.
const FEWER: f64 = 0.6;

/// Why a record with nothing but one cell of text is nobody.
pub(in crate::import) const ALONE: &str = "only one of its cells is filled, and not with an address: it may belong to the row above or be a remark";

/// Says whether nothing but one cell of text stands in a record of a list of addresses, and not where the address should.
pub(super) fn is_alone(text: &str, grid: &Grid, record: usize, expect: Expect) -> bool {
    let unaddressed = |column| grid.cell(text, record, column).is_empty();
    expect.address.is_none_or(unaddressed) && is_title(text, grid, record)
}

/// Says whether nearly all rows of a list have an address, apart from titles that part it: they must not count against
/// what they are to be known by.
pub(super) fn is_addressed(
    text: &str,
    scanned: &Scanned,
    rows: Range<usize>,
    learned: &Learned,
) -> bool {
    if learned.addressed > MOST || learned.addressed < FEWER {
        return learned.addressed > MOST;
    }
    let all = rows.len() as f64;
    let titles = rows.filter(|record| is_title(text, &scanned.grid, *record));
    let titles = titles.count() as f64;
    titles * 4.0 < all && learned.addressed * all > MOST * (all - titles)
}

/// Says whether a record is a line that no row begins with: shorter than all rows, and without an address.
fn is_piece(text: &str, grid: &Grid, record: usize, expect: Expect) -> bool {
    let cells: Vec<&str> = grid.cells(text, record).collect();
    expect.fit(&cells) == Fit::Part
}

/// Says whether a record of a list of addresses has none, and a quote without a partner: a piece of another one.
fn is_torn(raw: &str, expect: Expect) -> bool {
    let bytes = raw.as_bytes();
    expect.address.is_some()
        && memchr(b'@', bytes).is_none()
        && memchr_iter(b'"', bytes).count() % 2 == 1
}

/// Says whether other cells seem to stand inside of one.
fn swallows(text: &str, grid: &Grid, record: usize, delimiter: char) -> bool {
    let mut cells = grid.cells(text, record);
    cells.any(|cell| holds_another(cell, delimiter as u8))
}

/// Says whether a row without quotes has a space behind a delimiter, and there only beside a yes or a no; before one, if
/// the row is `longer` than the header by an empty cell.
fn is_whole(raw: &str, delimiter: u8, longer: bool) -> bool {
    if raw.contains('"') {
        return false;
    }
    let cells: Vec<&str> = raw.split(char::from(delimiter)).collect();
    let is_answer = |cell: &str| consent::bare(cell) != Consent::Unclear;
    let spaced = |two: &&[&str]| two[1].starts_with(' ') && !two[1].trim().is_empty();
    let mut joints = cells.windows(2).filter(spaced).peekable();
    let is_beside = |two: &[&str]| is_answer(two[1]) || !longer && is_answer(two[0]);
    joints.peek().is_some() && joints.all(is_beside)
}

/// Says whether a short row has its address further left than the others have it.
fn is_shifted(text: &str, grid: &Grid, record: usize, expect: Expect) -> bool {
    expect.address.is_some_and(|column| {
        !is_address(grid.cell(text, record, column))
            && (0..column.min(grid.width(record)))
                .any(|left| is_address(grid.cell(text, record, left)))
            && grid.width(record) <= column
    })
}

/// What a delimiter is called.
pub(super) fn word(delimiter: char) -> String {
    match delimiter {
        ',' => "a comma".into(),
        ';' => "a semicolon".into(),
        '\t' => "a tab".into(),
        sign => format!("a `{sign}`"),
    }
}
