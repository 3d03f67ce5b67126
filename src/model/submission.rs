use std::collections::HashMap;
use std::sync::Arc;

use super::COLUMNS;

/// What somebody sent through a form, as it was last imported: the common ancestor of what the file says now and what
/// a newer export says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// The code of the registration it belongs to.
    pub code: Box<str>,
    /// The product it came from, such as `eventbrite`.
    pub source: Arc<str>,
    /// The product's own name for it; blank if it has none.
    pub source_id: Box<str>,
    /// When it was sent, as `YYYY-MM-DD HH:MM:SS` at the event, or as it was typed if that is doubtful, or blank.
    pub sent: Box<str>,
    /// When it was imported first, as `YYYY-MM-DD HH:MM:SS` at the event.
    pub imported: Arc<str>,
    /// What is not blank, by the number of its column in [`Submissions::names`], in their order.
    pub values: Vec<(u16, Box<str>)>,
}

impl Submission {
    /// Returns the value of a column, blank if there is none.
    pub fn get(&self, column: u16) -> &str {
        self.values
            .binary_search_by_key(&column, |(at, _)| *at)
            .map_or("", |at| &self.values[at].1)
    }

    /// Sets the value of a column.
    pub fn set(&mut self, column: u16, value: &str) {
        match self.values.binary_search_by_key(&column, |(at, _)| *at) {
            Ok(at) => self.values[at].1 = value.into(),
            Err(at) => self.values.insert(at, (column, value.into())),
        }
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
