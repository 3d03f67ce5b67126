use super::address::is_address;
use super::expect::Expect;
use super::grid::Grid;
use super::lenient::{self, Cell, Style};
use super::price;
use super::words::{is_data, is_placeholder};

/// How many rows are looked at to learn what the columns hold.
const MOST_ROWS: usize = 5_000;
/// Fewer cells say nothing about their column.
const FEW: usize = 4;
/// So many say for certain that no word stands in it.
const MANY: usize = 6;

/// What the columns hold in the rows that are as long as they should be.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    pub(super) expect: Expect,
    pub(super) columns: Vec<Column>,
    /// From how many rows this was learned.
    pub(super) rows: usize,
    /// How many empty columns most rows have at the end.
    pub(super) spare: usize,
    /// A space stands behind the delimiters of most rows, and so it is no sign of a sentence.
    pub(super) airy: bool,
    /// The columns that a decimal comma parts in most rows.
    pub(super) prices: Vec<usize>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    filled: usize,
    data: usize,
    pub(super) addresses: usize,
    /// How many cells have a letter.
    lettered: usize,
    /// How many cells have as many spaces before them as the first that has any, and how many these are.
    spaced: (usize, usize),
    /// How many cells are a price with a decimal comma.
    prices: usize,
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
        self.lettered += usize::from(has_letter(cell));
        let price = |(whole, cents)| price::is_parted(whole, cents);
        self.prices += usize::from(cell.split_once(',').is_some_and(price));
        if !self.free && !self.answers.iter().any(|answer| answer == cell) {
            self.answers.push(cell.to_string());
            self.free = self.answers.len() > 12;
        }
    }

    /// Says whether a cell may stand in this column.
    pub(super) fn takes(&self, cell: &str) -> bool {
        if cell.is_empty() {
            return true;
        }
        if is_address(cell) && self.addresses == 0 {
            return false;
        }
        if self.filled < FEW {
            return true;
        }
        (self.data < self.filled || is_data(cell))
            && (self.addresses < self.filled || is_address(cell))
    }

    /// Says whether the column holds few answers, and the cell none of them, or numbers only and the cell words.
    pub(super) fn wonders_at(&self, cell: &str) -> bool {
        let few = self.filled >= FEW && !self.free && self.answers.len() * 3 <= self.filled;
        let wordless = self.filled >= FEW && self.lettered == 0;
        wordless && has_letter(cell)
            || few && !cell.is_empty() && !self.answers.iter().any(|answer| answer == cell)
    }
}

impl Profile {
    pub(super) fn learn(
        text: &str,
        grid: &Grid,
        rows: impl Iterator<Item = usize>,
        expect: Expect,
        spare: usize,
        delimiter: u8,
    ) -> Self {
        let (mut read, mut airy) = (0, 0);
        let mut columns = vec![Column::default(); expect.width];
        let mut longer = Vec::new();
        let good = |record: &usize| {
            let placed = expect
                .address
                .is_none_or(|column| is_address(grid.cell(text, *record, column)));
            placed && grid.width(*record) <= expect.width
        };
        for record in rows.filter(good).take(MOST_ROWS) {
            // Those inside quotes part no cells.
            let cells = lenient::cells(&text[grid.raw(record)], delimiter, Style::Torn);
            let spaces = cells.iter().filter(|cell| spaced(cell)).count();
            read += 1;
            airy += usize::from(spaces * 4 > expect.width);
            // As many sentences as cells too many: an empty last cell hides that the row is too long.
            let surplus = cells.len().saturating_sub(expect.width + spare);
            if surplus > 0 {
                if spaces != surplus {
                    longer.push(record);
                }
                continue;
            }
            for (column, cell) in columns.iter_mut().zip(grid.cells(text, record)) {
                column.add(cell);
            }
            for (column, cell) in columns.iter_mut().zip(&cells) {
                let spaces = leading(cell);
                if column.spaced.0 == 0 {
                    column.spaced.1 = spaces;
                }
                column.spaced.0 += usize::from(spaces > 0 && spaces == column.spaced.1);
            }
        }
        // Where more than a few have empty cells too many at their end these tell of the columns as well.
        if longer.len() * 5 > read {
            for record in longer {
                for (column, cell) in columns.iter_mut().zip(grid.cells(text, record)) {
                    column.add(cell);
                }
            }
        }
        // Also where every row is too long, addresses stand in their column.
        if let Some(column) = expect.address.and_then(|at| columns.get_mut(at)) {
            column.addresses = column.addresses.max(1);
        }
        Self {
            expect,
            columns,
            rows: read,
            spare,
            airy: airy * 2 > read,
            prices: Vec::new(),
        }
    }

    /// Says whether most cells of a row are here, and stand where they should: a date or a number in a column of them.
    pub(super) fn begins_like(&self, cells: &[&str]) -> bool {
        let mut pairs = self.columns.iter().zip(cells);
        let certain = |column: &Column| column.filled >= FEW && column.data == column.filled;
        cells.len() * 3 >= self.columns.len() * 2
            && pairs.clone().all(|(column, cell)| column.takes(cell))
            && pairs.any(|(column, cell)| certain(column) && is_data(cell))
    }

    /// Says whether a space before a cell is a sign that it belongs to the one before it, and not to a column.
    pub(super) fn is_sentence(&self, column: usize, cell: &Cell) -> bool {
        let (count, spaces) = match self.columns.get(column).or(self.columns.last()) {
            Some(column)
                if column.spaced.0 * 2 > column.filled && column.spaced.0 * 4 > self.rows =>
            {
                column.spaced
            }
            _ => (0, 0),
        };
        !self.airy && spaced(cell) && !(count > 0 && spaces == leading(cell))
    }

    /// Says whether a cell stands where all others hold a number or an address and is none, in however few rows.
    pub(super) fn contradicts(&self, cells: &[&str]) -> bool {
        let contradicts = |(column, cell): (&Column, &&str)| {
            let numbers = column.filled > 0 && column.data == column.filled;
            let addresses = column.addresses > 0 && column.addresses >= column.filled;
            numbers && !is_data(cell) || addresses && !is_address(cell)
        };
        let mut pairs = self.columns.iter().zip(cells);
        pairs.any(|(column, cell)| !cell.is_empty() && contradicts((column, cell)))
    }

    /// Says whether others gave this answer in a column.
    pub(super) fn knows(&self, column: usize, cell: &str) -> bool {
        let column = self.columns.get(column);
        column.is_some_and(|column| column.answers.iter().any(|answer| answer == cell))
    }

    /// Says whether prices with a decimal comma stand in a column.
    pub(super) fn holds_prices(&self, column: usize) -> bool {
        let held = |column: &Column| column.prices * 2 > column.filled;
        self.prices.contains(&column) || self.columns.get(column).is_some_and(held)
    }

    /// Says whether a cell may stand in a column.
    pub(super) fn takes_at(&self, column: usize, cell: &str) -> bool {
        self.columns
            .get(column)
            .is_some_and(|column| column.takes(cell))
    }

    /// Says whether cells may stand where they are, apart from those too many at the end.
    pub(super) fn takes(&self, cells: &[&str]) -> bool {
        let mut pairs = self.columns.iter().zip(cells);
        pairs.all(|(column, cell)| column.takes(cell))
    }

    /// How many cells are answers that nobody else gave, where there are only few.
    pub(super) fn wonders(&self, cells: &[&str]) -> usize {
        let pairs = self.columns.iter().zip(cells);
        pairs
            .filter(|(column, cell)| column.wonders_at(cell))
            .count()
    }

    /// Says whether an address stands where none belongs, and none where one does.
    pub(super) fn misplaces(&self, cells: &[&str]) -> bool {
        let mut pairs = self.columns.iter().zip(cells);
        let address = self.expect.address.and_then(|at| cells.get(at));
        address.is_some_and(|cell| !is_address(cell))
            && pairs.any(|(column, cell)| column.addresses == 0 && is_address(cell))
    }

    /// Returns a word that stands in a column of numbers, such as phone numbers, where hardly a row has any.
    pub(super) fn words_among_numbers<'c>(&self, cells: &[&'c str]) -> Option<&'c str> {
        let is_strange = |(column, cell): &(&Column, &&str)| {
            // The row itself may be among them.
            column.filled >= MANY
                && column.lettered * MANY <= column.filled
                && cell.chars().filter(|c| c.is_alphabetic()).count() > 1
                && !cell.chars().any(|c| c.is_ascii_digit())
                && !is_placeholder(cell)
        };
        let mut pairs = self.columns.iter().zip(cells);
        let (_, cell) = pairs.find(is_strange)?;
        Some(*cell)
    }

    /// Says whether cells may stand in the columns when so many empty ones among them are left out, the address in its own
    /// and no more of them answers that nobody else gave than `wonders`.
    pub(super) fn fits_without(&self, cells: &[&str], surplus: usize, wonders: usize) -> bool {
        if surplus == 0 {
            return self.takes(cells) && !self.misplaces(cells) && self.wonders(cells) <= wonders;
        }
        // More than two are no slip.
        let empty = |at: &usize| surplus < 3 && cells[*at].is_empty();
        (0..cells.len()).filter(empty).any(|at| {
            let rest = [&cells[..at], &cells[at + 1..]].concat();
            self.fits_without(&rest, surplus - 1, wonders)
        })
    }

    /// Says whether cells fit as they are, apart from empty ones too many at the end.
    pub(super) fn fits(&self, cells: &[&str]) -> bool {
        let (cells, surplus) = cells.split_at(cells.len().min(self.columns.len()));
        let mut pairs = self.columns.iter().zip(cells);
        surplus.iter().all(|cell| cell.is_empty())
            && pairs.all(|(column, cell)| column.takes(cell) && !column.wonders_at(cell))
    }
}

/// How many spaces stand before a cell.
fn leading(cell: &Cell) -> usize {
    if cell.quoted {
        return 0;
    }
    cell.content.len() - cell.content.trim_start().len()
}

fn has_letter(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
}

/// Says whether a space stands before a cell, as behind a comma in a sentence.
pub(super) fn spaced(cell: &Cell) -> bool {
    !cell.quoted && cell.content.starts_with(char::is_whitespace)
}
