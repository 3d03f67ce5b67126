use super::address::is_address;
use super::lenient::{self, Cell, Style};
use super::price;
use super::profile::{Profile, spaced};

/// A row with more delimiters too many is no row with commas in its sentences.
const MOST_SURPLUS: usize = 12;
/// How many joints are tried in a row.
const MOST_STEPS: usize = 20_000;

/// What a row that may be too long turns out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// What it was read as, for all that is known.
    AsItIs,
    /// These cells.
    Joined(Vec<String>),
    /// It does not fit as it is, and may be joined in more than one way.
    Doubtful,
}

/// A way to join cells, and how little speaks for it.
struct Joined {
    cells: Vec<String>,
    doubt: usize,
}

/// A delimiter with neither a space behind it nor a quote that opens before it.
const TIGHT: usize = 100;
/// An answer that nobody else gave, where there are only few.
const UNUSUAL: usize = 10;
/// A delimiter with a space behind it, as in a sentence.
const SPACED: usize = 1;
/// Such a delimiter that parts two cells all the same.
const PARTED: usize = 2;
/// A quote that opens a cell and holds nothing together.
const STRAY: usize = 50;
/// A comma that may be the one of a price.
const DECIMAL: usize = 4;

/// Joins the cells of a row that is too long, if exactly one way puts the address into its column and fits what the
/// other columns hold; of several, the one that joins most where a space follows. `budget` limits the search.
///
/// Cells are never joined with an empty one, since nobody writes two commas in a sentence, unless a quote opened before.
pub(super) fn rejoin(raw: &str, delimiter: u8, profile: &Profile, budget: &mut usize) -> Way {
    let mut loose = lenient::cells(raw, delimiter, Style::Torn);
    let blank = |cell: &Cell| cell.content.trim().is_empty();
    let surplus = loose.len().saturating_sub(profile.expect.width);
    let spare = loose
        .iter()
        .rev()
        .take(profile.spare.min(surplus))
        .take_while(|cell| blank(cell))
        .count();
    loose.truncate(loose.len() - spare);
    price::join(
        &mut loose,
        &profile.prices,
        |cell| &cell.content,
        |first, last| Cell {
            content: raw[first.raw.start..last.raw.end].trim().to_string(),
            raw: first.raw.start..last.raw.end,
            ..Cell::default()
        },
    );
    let plain: Vec<&str> = loose.iter().map(|cell| cell.content.trim()).collect();
    let fits = profile.fits(&plain);
    let opened = loose.iter().any(|cell| cell.opened);
    let mut behind = plain.iter().skip(profile.columns.len());
    let whole = behind.all(|cell| cell.is_empty());
    if profile.airy && fits && !opened && whole {
        return Way::AsItIs;
    }
    let spaced = |cell: &Cell| !profile.airy && spaced(cell);
    let natural = opened && !fits || loose.iter().any(spaced);
    // Empty cells at the end may be columns without an answer, or too many.
    let empty = loose.iter().rev().take_while(|cell| blank(cell)).count();
    let surplus = loose.len().saturating_sub(profile.expect.width);
    // A delimiter too many at the end of a row moves nothing.
    if fits && whole && !opened && surplus > 0 && !profile.contradicts(&plain) {
        let sentence = |at: &usize| spaced(&loose[*at]) && !blank(&loose[*at]);
        let sentences: Vec<usize> = (1..loose.len()).filter(sentence).collect();
        let begins = |at: &usize| !plain[*at].starts_with(char::is_lowercase);
        if !sentences.is_empty() {
            // What others answered in a column is no sentence, and a capital letter begins an answer or a place.
            if sentences.iter().all(|at| profile.knows(*at, plain[*at])) {
                return Way::AsItIs;
            } else if sentences.iter().any(begins) {
                return Way::Doubtful;
            }
        }
    }
    let mut found: Vec<Joined> = Vec::new();
    for fewer in 0..=empty.min(surplus) {
        let Some(more) = search(raw, &loose[..loose.len() - fewer], profile, budget) else {
            return Way::AsItIs;
        };
        let known = |one: &Joined| found.iter().any(|known| known.cells == one.cells);
        let more: Vec<Joined> = more.into_iter().filter(|one| !known(one)).collect();
        found.extend(more);
        if fits {
            break;
        }
    }
    if fits && natural {
        found.retain(|one| one.doubt < TIGHT);
    } else if fits {
        return Way::AsItIs;
    }
    // Where a quote stands alone in a cell, it says where cells were parted, if anything does.
    let alone = |cell: &Cell| !cell.opened && cell.content.matches('"').count() % 2 == 1;
    if loose.iter().any(alone) {
        found.retain(|one| one.doubt < TIGHT);
    }
    let least = found.iter().map(|one| one.doubt).min().unwrap_or(0);
    found.retain(|one| one.doubt == least);
    let takes = profile.takes(&plain);
    // What no sign joins may as well be whole, and an empty cell too many.
    let shorter = || {
        let wonders = found.iter().map(|one| profile.wonders(&all(&one.cells)));
        let wonders = wonders.min().unwrap_or(0);
        profile.fits_without(&plain, surplus, wonders)
    };
    if !found.is_empty() && least >= TIGHT && !(whole && takes) && shorter() {
        return Way::Doubtful;
    }
    // Several answers in a row that nobody else gave, where a joint leaves fewer: it stands one column too far right.
    let wonders = profile.wonders(&plain);
    let is_shifted = wonders > 1
        && found
            .iter()
            .any(|one| profile.wonders(&all(&one.cells)) < wonders);
    match found.len() {
        0 if whole && profile.misplaces(&plain) => Way::Doubtful,
        0 => Way::AsItIs,
        _ if whole && takes && is_shifted && least >= TIGHT => Way::Doubtful,
        // An answer that nobody else gave is not enough to join what no sign parts.
        1 if whole && takes && !profile.airy && least >= TIGHT => Way::AsItIs,
        1 => found
            .pop()
            .map_or(Way::AsItIs, |one| Way::Joined(one.cells)),
        _ if !fits && (opened || least % TIGHT < UNUSUAL) => Way::Doubtful,
        _ if !takes => Way::Doubtful,
        _ => Way::AsItIs,
    }
}

fn all(cells: &[String]) -> Vec<&str> {
    cells.iter().map(String::as_str).collect()
}

/// Returns all ways to join the cells so that they fit; nothing if there are too many to try.
fn search(raw: &str, loose: &[Cell], profile: &Profile, budget: &mut usize) -> Option<Vec<Joined>> {
    let surplus = loose.len().saturating_sub(profile.expect.width);
    if surplus == 0 || surplus > MOST_SURPLUS {
        return Some(Vec::new());
    }
    let steps = MOST_STEPS.min(*budget);
    let mut search = Search {
        raw,
        loose,
        profile,
        found: Vec::new(),
        cells: Vec::new(),
        steps,
        joined_opened: false,
    };
    search.go(0, surplus, 0);
    *budget -= steps - search.steps;
    (search.steps > 0).then_some(search.found)
}

struct Search<'a> {
    raw: &'a str,
    loose: &'a [Cell],
    profile: &'a Profile,
    found: Vec<Joined>,
    cells: Vec<String>,
    steps: usize,
    /// A cell that a quote opens was joined with the next.
    joined_opened: bool,
}

impl Search<'_> {
    fn go(&mut self, from: usize, surplus: usize, doubt: usize) {
        let column = self.cells.len();
        if column == self.profile.columns.len() {
            if surplus == 0 && from == self.loose.len() && self.is_addressed() {
                let cells = self.cells.clone();
                let opened = self.loose.iter().any(|cell| cell.opened);
                let stray = if opened && !self.joined_opened {
                    STRAY
                } else {
                    0
                };
                self.found.push(Joined {
                    cells,
                    doubt: doubt + stray,
                });
            }
            return;
        }
        let Some(first) = self.loose.get(from) else {
            return;
        };
        let is_parted = column > 0 && self.profile.is_sentence(column, first);
        let mut sum = doubt + if is_parted { PARTED } else { 0 };
        for extra in 0..=surplus {
            self.steps = self.steps.saturating_sub(1);
            let Some(last) = self.loose.get(from + extra).filter(|_| self.steps > 0) else {
                return;
            };
            let empty = |cell: &Cell| cell.content.trim().is_empty();
            let gap = !first.opened && (empty(last) || empty(first));
            if extra > 0 && (last.quoted || first.quoted || gap) {
                return;
            }
            if extra > 0 && !first.opened {
                let spaced = self.profile.is_sentence(column + 1, last);
                let before = &self.loose[from + extra - 1];
                let decimal = || {
                    self.profile.holds_prices(column)
                        && price::is_parted(&before.content, &last.content)
                };
                sum += match spaced {
                    true => SPACED,
                    false if decimal() => DECIMAL,
                    false => TIGHT,
                };
            }
            if extra > 0 && empty(last) {
                // `"Lawson,` before a delimiter: only a quote that was opened can say that the comma belongs to the
                // cell, and only if more follows.
                let more = self.loose[from + extra..].iter().any(|cell| !empty(cell));
                if !first.opened || !more {
                    continue;
                }
                sum += UNUSUAL;
            }
            let cell = self.joined(first, last);
            let here = &self.profile.columns[column];
            if here.takes(&cell) {
                // Several answers at once are free to be what nobody else gave.
                let listed = extra > 0 && sum < doubt + TIGHT;
                let swallows = extra > 0
                    && here.addresses == 0
                    && self.loose[from..=from + extra]
                        .iter()
                        .any(|cell| is_address(cell.content.trim()));
                let unusual = !listed && here.wonders_at(&cell) || swallows;
                let sum = sum + if unusual { UNUSUAL } else { 0 };
                let before = self.joined_opened;
                self.joined_opened |= extra > 0 && first.opened;
                self.cells.push(cell);
                self.go(from + extra + 1, surplus - extra, sum);
                self.cells.pop();
                self.joined_opened = before;
            }
        }
    }

    /// What stands in the row from one cell to another.
    fn joined(&self, first: &Cell, last: &Cell) -> String {
        if first.raw == last.raw {
            return first.content.trim().to_string();
        }
        let raw = &self.raw[first.raw.start..last.raw.end];
        match raw.trim().strip_prefix('"') {
            Some(rest) if first.opened => lenient::inside(rest),
            _ => raw.trim().to_string(),
        }
    }

    fn is_addressed(&self) -> bool {
        let Some(column) = self.profile.expect.address else {
            return true;
        };
        self.cells.get(column).is_some_and(|cell| is_address(cell))
            || !self
                .loose
                .iter()
                .any(|cell| is_address(cell.content.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read::expect::Expect;
    use crate::import::read::scan::scan;

    fn rejoined(row: &str) -> Option<Vec<String>> {
        let rows = "1,Jo Smith,jo@x.org,Leeds,Yes,a note\n".repeat(4)
            + "2,Al Jones,al@x.org,York,No,other\n3,Bo,bo@x.org,Hull,No,\n";
        let grid = scan(&rows, (0, 1), b',', None).grid;
        let expect = Expect {
            width: 6,
            address: Some(2),
            least: 6,
            ..Expect::default()
        };
        let profile = Profile::learn(&rows, &grid, 0..grid.len(), expect, 0, b',');
        joined(rejoin(row, b',', &profile, &mut 100_000))
    }

    fn joined(way: Way) -> Option<Vec<String>> {
        match way {
            Way::Joined(cells) => Some(cells),
            Way::AsItIs | Way::Doubtful => None,
        }
    }

    #[test]
    fn where_a_space_follows_every_delimiter_it_joins_nothing() {
        let rows = "1, Jo Smith, jo@x.org, Leeds, Yes, a note\n".repeat(4);
        let grid = scan(&rows, (0, 1), b',', None).grid;
        let expect = Expect {
            width: 6,
            address: Some(2),
            least: 6,
            ..Expect::default()
        };
        let profile = Profile::learn(&rows, &grid, 0..grid.len(), expect, 0, b',');
        let rejoined = |row| joined(rejoin(row, b',', &profile, &mut 100_000));
        assert_eq!(rejoined("4, Eva, eva@x.org, Hull, No, x, ,"), None);
        assert_eq!(rejoined("4, Eva, eva@x.org, Hull, UK, No, x"), None);
    }

    #[test]
    fn the_one_way_that_puts_the_address_in_its_place_is_taken() {
        assert_eq!(
            rejoined("4,Smith, Eva,eva@x.org,Hull,Yes,"),
            Some(
                ["4", "Smith, Eva", "eva@x.org", "Hull", "Yes", ""]
                    .map(Into::into)
                    .to_vec()
            )
        );
        assert_eq!(
            rejoined("4,Eva,eva@x.org,Hull,Yes,late,sorry").map(|cells| cells[5].clone()),
            Some("late,sorry".into())
        );
        assert_eq!(
            rejoined("4,Smith,Eva,eva@x.org,Hull, UK,Yes,one, two").map(|cells| cells.join("|")),
            Some("4|Smith,Eva|eva@x.org|Hull, UK|Yes|one, two".into())
        );
    }

    #[test]
    fn a_name_whose_quote_was_never_closed_does_not_swallow_the_address() {
        let cells = rejoined("4,\"Smith, Eva,eva@x.org,Hull,Yes,a note,,");
        let expected = ["4", "Smith, Eva", "eva@x.org", "Hull", "Yes", "a note"];
        assert_eq!(cells, Some(expected.map(Into::into).to_vec()));
    }

    #[test]
    fn a_comma_at_the_end_of_a_cell_whose_quote_was_never_closed_belongs_to_it() {
        let cells = rejoined("4,\"Smith,,eva@x.org,Hull,Yes,a note");
        let expected = ["4", "Smith,", "eva@x.org", "Hull", "Yes", "a note"];
        assert_eq!(cells, Some(expected.map(Into::into).to_vec()));
    }

    #[test]
    fn a_cell_whose_quote_was_never_closed_takes_no_empty_ones_behind_it() {
        assert_eq!(rejoined("4,Eva,eva@x.org,Hull,Yes,\"late,,"), None);
    }

    #[test]
    fn where_several_ways_are_left_none_is_taken() {
        assert_eq!(rejoined("4,Eva,eva@x.org,a,b,c,d,e"), None);
        assert_eq!(rejoined("4,Eva,x,y,z,w,v"), None);
    }
}
