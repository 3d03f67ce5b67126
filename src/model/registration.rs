use std::sync::Arc;

use super::{EmailAddress, Status, Values};

/// The columns that every `registrations.csv` has; custom questions follow under their own names.
pub const COLUMNS: [&str; 16] = [
    "code",
    "name",
    "email",
    "phone",
    "organisation",
    "area",
    "ticket",
    "status",
    "updates",
    "photo",
    "access",
    "diet",
    "note",
    "registered",
    "source",
    "source_id",
];

const CODE: usize = 0;
const NAME: usize = 1;
const EMAIL: usize = 2;
const STATUS: usize = 7;

/// The columns of a list of registrations, in the order of its file.
#[derive(Debug, PartialEq, Eq)]
pub struct Columns {
    names: Vec<String>,
    /// Where each of [`COLUMNS`] stands, if it does.
    standard: [Option<usize>; COLUMNS.len()],
}

impl Columns {
    /// Takes the names as they stand in the file.
    pub fn new(names: Vec<String>) -> Self {
        let standard = COLUMNS.map(|column| names.iter().position(|name| name == column));
        Self { names, standard }
    }

    /// Returns the names in the order of the file.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Returns where a column stands.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|column| column == name)
    }
}

impl Default for Columns {
    fn default() -> Self {
        Self::new(COLUMNS.map(String::from).to_vec())
    }
}

/// One person who signed up: one row of `registrations.csv`.
#[derive(Clone, Debug)]
pub struct Registration {
    columns: Arc<Columns>,
    cells: Values,
    /// The status, which is asked for more often than anything else; none if the word in the file is not one.
    status: Option<Status>,
    /// Whether they have got it since they were read, whatever stands in the cells: half a list may get one, and no row
    /// need be copied for it.
    turned: bool,
    /// Which row of the file it is, counted from 0; [`UNSAVED`] for one that is not saved yet.
    row: u32,
}

const UNSAVED: u32 = u32::MAX;

impl Registration {
    /// A blank registration that is not saved yet.
    pub fn new(columns: Arc<Columns>) -> Self {
        Self::filled(columns, Values::default())
    }

    /// A registration as it stands in a row of the file.
    pub fn from_row(columns: Arc<Columns>, cells: Values, row: usize) -> Self {
        Self {
            row: u32::try_from(row).unwrap_or(UNSAVED),
            ..Self::filled(columns, cells)
        }
    }

    /// A registration that is not saved yet, with values in the order of the columns.
    pub fn filled(columns: Arc<Columns>, cells: Values) -> Self {
        let status = columns.standard[STATUS].map_or("", |at| cells.get(at));
        let status = Status::from_word(status);
        Self::arriving(columns, cells, status)
    }

    /// As [`filled`](Self::filled), of somebody whose status is known to be in the values.
    pub fn arriving(columns: Arc<Columns>, cells: Values, status: Option<Status>) -> Self {
        Self {
            columns,
            cells,
            status,
            turned: false,
            row: UNSAVED,
        }
    }

    /// Returns the row of the file it came from, counted from 0; none if it is not saved yet.
    pub fn row(&self) -> Option<usize> {
        (self.row != UNSAVED).then_some(self.row as usize)
    }

    /// Tells whether it is certain that nothing was changed since it was read.
    pub fn is_as_read(&self) -> bool {
        self.row != UNSAVED && !self.turned && self.cells.is_as_read()
    }

    /// Returns its columns.
    pub fn columns(&self) -> &Arc<Columns> {
        &self.columns
    }

    pub(super) fn set_columns(&mut self, columns: Arc<Columns>) {
        let moved = columns.standard[STATUS] != self.columns.standard[STATUS];
        self.columns = columns;
        if moved && !self.turned {
            self.status = Status::from_word(self.standard(STATUS));
        }
    }

    /// Returns the value of a column, blank if there is none.
    pub fn get(&self, column: &str) -> &str {
        self.columns
            .position(column)
            .map_or("", |position| self.at(position))
    }

    /// Returns the values in the order of the columns.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        let blank = std::iter::repeat("");
        let all = self.cells.iter().chain(blank);
        let turned = self.turned_status().zip(self.columns.standard[STATUS]);
        all.take(self.columns.names.len())
            .enumerate()
            .map(move |(at, cell)| match turned {
                Some((status, position)) if position == at => status.word(),
                _ => cell,
            })
    }

    /// Adds [`cells`](Self::cells) to a list.
    pub fn add_to<'a>(&'a self, cells: &mut Vec<&'a str>) {
        let start = cells.len();
        self.cells.add_to(cells);
        cells.resize(start + self.columns.names.len(), "");
        if let Some((status, position)) = self.turned_status().zip(self.columns.standard[STATUS]) {
            cells[start + position] = status.word();
        }
    }

    /// Returns the value of the column at a position, blank if there is none.
    pub fn at(&self, position: usize) -> &str {
        match self.turned_status() {
            Some(status) if self.columns.standard[STATUS] == Some(position) => status.word(),
            _ => self.cells.get(position),
        }
    }

    /// Tells whether all cells at some positions, in their order, are blank.
    pub fn is_blank_at(&self, positions: &[usize]) -> bool {
        let (mut cells, mut next) = (self.cells.iter(), 0);
        positions.iter().all(|position| {
            let cell = cells.nth(position - next);
            next = position + 1;
            cell.is_none_or(str::is_empty)
        })
    }

    fn standard(&self, column: usize) -> &str {
        self.columns.standard[column].map_or("", |position| self.at(position))
    }

    /// Sets the value of a column. A column that the list does not have is left alone:
    /// [`super::Registrations::add_column`] comes first.
    pub fn set(&mut self, column: &str, value: &str) {
        if let Some(position) = self.columns.position(column) {
            self.set_at(position, value);
        }
    }

    /// Sets the value of the column at a position.
    pub fn set_at(&mut self, position: usize, value: &str) {
        if self.columns.standard[STATUS] == Some(position) {
            self.turned = false;
            self.status = Status::from_word(value);
        }
        self.cells.set(position, value);
    }

    /// Returns the code as it stands in the file.
    pub fn code(&self) -> &str {
        self.standard(CODE)
    }

    /// Returns the name, which is whatever the person wants to be called.
    pub fn name(&self) -> &str {
        self.standard(NAME)
    }

    /// Returns the address as it stands in the file.
    pub fn email(&self) -> &str {
        self.standard(EMAIL)
    }

    /// Returns the address if mail can be sent to it.
    pub fn address(&self) -> Option<EmailAddress> {
        EmailAddress::parse(self.email()).ok()
    }

    /// Returns the status; none if the word in the file is not one.
    pub fn status(&self) -> Option<Status> {
        self.status
    }

    fn turned_status(&self) -> Option<Status> {
        self.status.filter(|_| self.turned)
    }

    /// Sets the status.
    pub fn set_status(&mut self, status: Status) {
        if self.columns.standard[STATUS].is_some() {
            (self.status, self.turned) = (Some(status), true);
        }
    }

    /// Tells whether a consent column holds a clear yes. Anything else is no.
    pub fn consents(&self, column: &str) -> bool {
        self.get(column).trim().eq_ignore_ascii_case("yes")
    }
}

impl PartialEq for Registration {
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row && self.columns == other.columns && self.cells().eq(other.cells())
    }
}

impl Eq for Registration {}
