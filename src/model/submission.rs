use std::collections::HashMap;

use super::{COLUMNS, Values};

/// What somebody sent through a form, as it was last imported: the common ancestor of what the file says now and what
/// a newer export says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// What it says about itself, as [`OWN`] lists it, then the values by the numbers of their columns.
    values: Values,
    /// Which row of the memory it is, counted from 0; [`UNSAVED`] for one that is not saved yet.
    row: u32,
}

const UNSAVED: u32 = u32::MAX;

/// What every submission says about itself. The colon keeps them apart from any question.
pub const OWN: [&str; 5] = [":code", ":source", ":source_id", ":sent", ":imported"];

const CODE: usize = 0;
const SOURCE: usize = 1;
const SOURCE_ID: usize = 2;
const SENT: usize = 3;
const IMPORTED: usize = 4;

impl Submission {
    /// One that is not saved yet, with its [`OWN`] values first.
    pub fn new(values: Values) -> Self {
        Self {
            values,
            row: UNSAVED,
        }
    }

    /// One as it stands in a row of the memory.
    pub fn from_row(values: Values, row: usize) -> Self {
        let row = u32::try_from(row).unwrap_or(UNSAVED);
        Self { values, row }
    }

    /// Returns one that says the same and is not saved yet.
    pub fn anew(&self) -> Self {
        Self::new(self.values.clone())
    }

    /// Returns the row of the memory it came from, counted from 0; none if it is not saved yet.
    pub fn row(&self) -> Option<usize> {
        (self.row != UNSAVED).then_some(self.row as usize)
    }

    /// Tells whether it is certain that nothing was changed since it was read.
    pub fn is_as_read(&self) -> bool {
        self.row != UNSAVED && self.values.is_as_read()
    }

    /// Returns the code of the registration it belongs to.
    pub fn code(&self) -> &str {
        self.values.get(CODE)
    }

    /// Returns the product it came from, such as `eventbrite`.
    pub fn source(&self) -> &str {
        self.values.get(SOURCE)
    }

    /// Returns the product's own name for it; blank if it has none.
    pub fn source_id(&self) -> &str {
        self.values.get(SOURCE_ID)
    }

    /// Returns source and source id.
    pub fn origin(&self) -> (&str, &str) {
        let mut own = self.values.iter().skip(SOURCE);
        (own.next().unwrap_or(""), own.next().unwrap_or(""))
    }

    /// Returns when it was sent, as `YYYY-MM-DD HH:MM:SS` at the event, or as it was typed if that is doubtful, or
    /// blank.
    pub fn sent(&self) -> &str {
        self.values.get(SENT)
    }

    /// Returns when it was imported first as it is, as `YYYY-MM-DD HH:MM:SS` at the event.
    pub fn imported(&self) -> &str {
        self.values.get(IMPORTED)
    }

    /// Returns the value of a column, blank if there is none.
    pub fn get(&self, column: u16) -> &str {
        self.values.get(OWN.len() + usize::from(column))
    }

    /// Returns what is not blank, by the number of its column in [`Submissions::names`], in their order.
    pub fn values(&self) -> impl Iterator<Item = (u16, &str)> {
        let columns = (0..).zip(self.values.iter().skip(OWN.len()));
        columns.filter(|(_, value)| !value.is_empty())
    }

    /// Says which columns it has a value in, by their numbers; those that it has none in stay as they are.
    pub fn use_columns(&self, used: &mut [bool]) {
        self.values.each_filled(|at| {
            let column = at.checked_sub(OWN.len());
            if let Some(used) = column.and_then(|column| used.get_mut(column)) {
                *used = true;
            }
        });
    }

    /// Returns all that it says, as [`OWN`] lists it, then by columns as far as there are values.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.values.iter()
    }

    /// Adds [`all`](Self::all) to a list.
    pub fn add_to<'a>(&'a self, cells: &mut Vec<&'a str>) {
        self.values.add_to(cells);
    }

    /// Gives it to another registration.
    pub fn set_code(&mut self, code: &str) {
        self.values.set(CODE, code);
    }

    /// Sets the product's own name for it.
    pub fn set_source_id(&mut self, id: &str) {
        self.values.set(SOURCE_ID, id);
    }

    /// Sets when it was sent.
    pub fn set_sent(&mut self, sent: &str) {
        self.values.set(SENT, sent);
    }

    /// Sets when it was imported.
    pub fn set_imported(&mut self, imported: &str) {
        self.values.set(IMPORTED, imported);
    }

    /// Sets the value of a column.
    pub fn set(&mut self, column: u16, value: &str) {
        self.values.set(OWN.len() + usize::from(column), value);
    }
}

/// Everything that was ever imported, in the order in which it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submissions {
    names: Vec<String>,
    numbers: HashMap<String, u16>,
    /// The submissions.
    pub list: Vec<Submission>,
}

impl Default for Submissions {
    fn default() -> Self {
        let names = COLUMNS.map(String::from).to_vec();
        let numbered = names.iter().cloned().zip(0..);
        Self {
            numbers: numbered.collect(),
            names,
            list: Vec::new(),
        }
    }
}

impl Submissions {
    /// Returns the columns: those of [`COLUMNS`] first, then custom questions.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Returns the number of a column, if it has one.
    pub fn number(&self, name: &str) -> Option<u16> {
        self.numbers.get(name).copied()
    }

    /// Returns the number of a column, which it gets if it has none yet; at most 65,535 are told apart.
    pub fn column(&mut self, name: &str) -> u16 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        self.names.push(name.to_string());
        self.numbers.insert(name.to_string(), number);
        number
    }
}
