use memchr::memchr_iter;

use super::expect::Fit;
use super::lenient::{self, Cell, Style};
use super::profile::{Profile, spaced};
use crate::import::stamp::is_stamp;

/// Says whether a space stands behind a delimiter of a row, as in a sentence.
pub(super) fn has_space(raw: &str, delimiter: u8) -> bool {
    let bytes = raw.as_bytes();
    let space = |at: usize| {
        bytes[at + 1..].starts_with(b" ") || bytes[at + 1..].starts_with("\u{a0}".as_bytes())
    };
    memchr_iter(delimiter, bytes).any(space)
}

/// Says whether rows of a width end with their last answer: some are shorter, and hardly any ends with a delimiter.
pub(super) fn are_trimmed<'t>(
    rows: impl Iterator<Item = &'t str>,
    delimiter: char,
    width: usize,
) -> bool {
    let (mut all, mut short, mut open) = (0_usize, 0_usize, 0_usize);
    for raw in rows {
        let ends = memchr_iter(delimiter as u8, raw.as_bytes()).count();
        all += 1;
        short += usize::from(ends + 1 < width);
        open += usize::from(raw.trim_end_matches(['\r', '\n']).ends_with(delimiter));
    }
    short > 0 && open * 20 < all
}

/// Says whether two cells are the parts of a date, as `March 2` and `2024 3:07 am`.
#[inline(never)]
fn are_a_date(one: &Cell, other: &Cell) -> bool {
    let (one, other) = (one.content.trim(), other.content.trim());
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    one.starts_with(char::is_alphabetic)
        && digit(other)
        && !is_stamp(other)
        && is_stamp(&format!("{one}, {other}"))
}

/// Says how many dates in words stand in a row without quotes.
pub(super) fn dates(raw: &str, delimiter: u8) -> usize {
    if !has_space(raw, delimiter) {
        return 0;
    }
    let cells = lenient::cells(raw, delimiter, Style::Torn);
    let pairs = cells.windows(2);
    pairs
        .filter(|two| spaced(&two[1]) && !two[0].quoted && are_a_date(&two[0], &two[1]))
        .count()
}

/// Joins the cells of a row before each of which a space stands with those before them, where no other row has one there
/// and the address stays or comes where it belongs.
///
/// It is for files whose rows are `trimmed`, so that they end with their last answer: there a comma in a sentence makes no
/// row too long, and moves all answers behind it. In others only the parts of a date are joined.
pub(super) fn joined(
    raw: &str,
    delimiter: u8,
    profile: &Profile,
    trimmed: bool,
) -> Option<Vec<String>> {
    let loose = lenient::cells(raw, delimiter, Style::Torn);
    let blank = |cell: &Cell| cell.content.trim().is_empty();
    let mut cells: Vec<(usize, usize)> = Vec::new();
    let mut dated = false;
    for (at, cell) in loose.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &loose[before]);
        let open = before.filter(|before| {
            spaced(cell) && !blank(cell) && !before.quoted && !before.opened && !blank(before)
        });
        let date = open.is_some_and(|before| are_a_date(before, cell));
        let goes_on = date || open.is_some() && trimmed && profile.is_sentence(at, cell);
        // Where dates stand in all rows, what was learned of the columns behind them is not true.
        dated |= date;
        match cells.last_mut().filter(|_| goes_on) {
            Some((_, last)) => *last = at,
            None => cells.push((at, at)),
        }
    }
    if cells.len() == loose.len() {
        return None;
    }
    let text = |(first, last): &(usize, usize)| match first == last {
        true => loose[*first].content.trim().to_string(),
        false => raw[loose[*first].raw.start..loose[*last].raw.end]
            .trim()
            .to_string(),
    };
    let joined: Vec<String> = cells.iter().map(text).collect();
    let plain: Vec<&str> = loose.iter().map(|cell| cell.content.trim()).collect();
    let parts: Vec<&str> = joined.iter().map(String::as_str).collect();
    // Whether anything is left of the row at its end says nothing here.
    let place = |fit: Fit| match fit {
        Fit::None => 0,
        Fit::Part | Fit::Silent => 1,
        Fit::Short | Fit::Full => 2,
    };
    let fit = profile.expect.fit(&joined);
    let sound = fit != Fit::None
        && place(fit) >= place(profile.expect.fit(&plain))
        && (dated || profile.takes(&parts) || !profile.takes(&plain));
    sound.then_some(joined)
}
