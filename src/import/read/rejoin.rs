use super::address::is_address;
use super::clean::clean;
use super::expect::Expect;
use super::grid::Grid;
use super::lenient::{self, Style};
use super::split::{self, Split};
use super::words::is_data;

/// How many rows are looked at to learn what the columns hold.
const MOST_ROWS: usize = 5_000;
/// A row with more delimiters too many is no row with commas in its sentences.
const MOST_SURPLUS: usize = 12;
/// How many joints are tried in a row.
const MOST_STEPS: usize = 20_000;
/// Fewer cells say nothing about their column.
const FEW: usize = 4;

/// What the columns hold in the rows that are as long as they should be.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    expect: Expect,
    columns: Vec<Column>,
}

#[derive(Clone, Debug, Default)]
struct Column {
    filled: usize,
    data: usize,
    addresses: usize,
    /// The answers, as long as they are few.
    answers: Vec<String>,
    free: bool,
}

impl Column {
    fn add(&mut self, cell: &str) {
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        self.data += usize::from(is_data(cell));
        self.addresses += usize::from(is_address(cell));
        if !self.free && !self.answers.iter().any(|answer| answer == cell) {
            self.answers.push(cell.to_string());
            self.free = self.answers.len() > 12;
        }
    }

    /// Says whether a cell may stand in this column. Several answers with commas and spaces between them, `listed`,
    /// are free to be what nobody else gave.
    fn takes(&self, cell: &str, listed: bool) -> bool {
        if cell.is_empty() {
            return true;
        }
        if is_address(cell) && self.addresses == 0 {
            return false;
        }
        if self.filled < FEW {
            return true;
        }
        let all_data = self.data == self.filled;
        let chosen = !self.free && self.answers.len() * 3 <= self.filled;
        (!all_data || is_data(cell))
            && (self.addresses < self.filled || is_address(cell))
            && (listed || !chosen || self.answers.iter().any(|answer| answer == cell))
    }
}

impl Profile {
    pub(super) fn learn(
        text: &str,
        grid: &Grid,
        rows: std::ops::Range<usize>,
        expect: Expect,
    ) -> Self {
        let mut columns = vec![Column::default(); expect.width];
        let good = |record: &usize| {
            let placed = expect
                .address
                .is_none_or(|column| is_address(grid.cell(text, *record, column)));
            placed && grid.width(*record) <= expect.width
        };
        for record in rows.filter(good).take(MOST_ROWS) {
            for (column, cell) in columns.iter_mut().zip(grid.cells(text, record)) {
                column.add(cell);
            }
        }
        Self { expect, columns }
    }

    /// Says whether cells fit as they are, apart from empty ones too many at the end.
    fn fits(&self, cells: &[&str]) -> bool {
        let (cells, surplus) = cells.split_at(cells.len().min(self.columns.len()));
        let mut pairs = self.columns.iter().zip(cells);
        surplus.iter().all(|cell| cell.is_empty())
            && pairs.all(|(column, cell)| column.takes(cell, false))
    }
}

/// One cell of a row that is too long.
struct Loose {
    content: String,
    /// A space stands before it, as behind a comma in a sentence.
    spaced: bool,
    quoted: bool,
}

/// A way to join cells, and at how many delimiters without a space behind them.
struct Joined {
    cells: Vec<String>,
    tight: usize,
}

/// Joins the cells of a row that is too long, if exactly one way puts the address into its column and fits what the
/// other columns hold; of several, the one that joins most where a space follows. `budget` limits the search.
///
/// Cells are never joined with an empty one, since nobody writes two commas in a sentence.
pub(super) fn rejoin(
    raw: &str,
    delimiter: u8,
    profile: &Profile,
    budget: &mut usize,
) -> Option<Vec<String>> {
    let mut loose = loosen(raw, delimiter);
    let plain: Vec<&str> = loose.iter().map(|cell| cell.content.trim()).collect();
    let fits = profile.fits(&plain);
    let spaced = loose.iter().any(|cell| cell.spaced);
    let mut found = search(&loose, delimiter, profile, budget)?;
    if found.is_empty() && !fits {
        while loose
            .last()
            .is_some_and(|cell| cell.content.trim().is_empty())
        {
            loose.pop();
        }
        found = search(&loose, delimiter, profile, budget)?;
    }
    if fits && spaced {
        found.retain(|one| one.tight == 0);
    } else if fits {
        return None;
    }
    let least = found.iter().map(|one| one.tight).min()?;
    found.retain(|one| one.tight == least);
    match found.len() {
        1 => found.pop().map(|one| one.cells),
        _ => None,
    }
}

/// Returns all ways to join the cells so that they fit; nothing if there are too many to try.
fn search(
    loose: &[Loose],
    delimiter: u8,
    profile: &Profile,
    budget: &mut usize,
) -> Option<Vec<Joined>> {
    let surplus = loose.len().saturating_sub(profile.expect.width);
    if surplus == 0 || surplus > MOST_SURPLUS {
        return Some(Vec::new());
    }
    let steps = MOST_STEPS.min(*budget);
    let mut search = Search {
        loose,
        profile,
        delimiter: char::from(delimiter),
        found: Vec::new(),
        cells: Vec::new(),
        steps,
    };
    search.go(0, surplus, 0);
    *budget -= steps - search.steps;
    (search.steps > 0).then_some(search.found)
}

struct Search<'a> {
    loose: &'a [Loose],
    profile: &'a Profile,
    delimiter: char,
    found: Vec<Joined>,
    cells: Vec<String>,
    steps: usize,
}

impl Search<'_> {
    fn go(&mut self, from: usize, surplus: usize, tight: usize) {
        let column = self.cells.len();
        if column == self.profile.columns.len() {
            if surplus == 0 && from == self.loose.len() && self.is_addressed() {
                let cells = self.cells.clone();
                self.found.push(Joined { cells, tight });
            }
            return;
        }
        let mut cell = String::new();
        let before = tight;
        let mut tight = tight;
        for extra in 0..=surplus {
            self.steps = self.steps.saturating_sub(1);
            let Some(next) = self.loose.get(from + extra).filter(|_| self.steps > 0) else {
                return;
            };
            let quoted = next.quoted || self.loose[from].quoted;
            let empty = |cell: &Loose| cell.content.trim().is_empty();
            if extra > 0 && (quoted || empty(next) || empty(&self.loose[from])) {
                return;
            }
            if extra > 0 {
                cell.push(self.delimiter);
                tight += usize::from(!next.spaced);
            }
            cell.push_str(&next.content);
            if self.profile.columns[column].takes(cell.trim(), extra > 0 && tight == before) {
                self.cells.push(cell.trim().to_string());
                self.go(from + extra + 1, surplus - extra, tight);
                self.cells.pop();
            }
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

fn loosen(raw: &str, delimiter: u8) -> Vec<Loose> {
    let mut pieces = Vec::new();
    if split::split(raw, 0, delimiter, &mut pieces) == Split::Odd {
        let cells = lenient::split(raw, delimiter, Style::Bare);
        let loose = |content: String| Loose {
            content,
            spaced: false,
            quoted: false,
        };
        return cells.into_iter().map(loose).collect();
    }
    let loose = |piece: &split::Piece| {
        let content = clean(&raw[piece.content.clone()]).into_owned();
        Loose {
            spaced: !piece.quoted && content.starts_with(' '),
            content: if piece.quoted {
                content.replace("\"\"", "\"")
            } else {
                content
            },
            quoted: piece.quoted,
        }
    };
    pieces.iter().map(loose).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read::scan::scan;

    fn rejoined(row: &str) -> Option<Vec<String>> {
        let rows = "1,Jo Smith,jo@x.org,Leeds,Yes,a note\n".repeat(4)
            + "2,Al Jones,al@x.org,York,No,other\n3,Bo,bo@x.org,Hull,No,\n";
        let grid = scan(&rows, (0, 1), b',', None).grid;
        let expect = Expect {
            width: 6,
            address: Some(2),
        };
        let profile = Profile::learn(&rows, &grid, 0..grid.len(), expect);
        rejoin(row, b',', &profile, &mut 100_000)
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
    fn where_several_ways_are_left_none_is_taken() {
        assert_eq!(rejoined("4,Eva,eva@x.org,a,b,c,d,e"), None);
        assert_eq!(rejoined("4,Eva,x,y,z,w,v"), None);
    }
}
