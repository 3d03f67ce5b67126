use std::ops::Range;

use super::Delimiter;
use super::position;
use crate::error::Finding;

/// What is wrong with delimited text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A quote opens a cell and nothing closes it.
    UnclosedQuote,
    /// Something other than a delimiter or a line end follows a closing quote; the quote opened in line `opened`.
    TextAfterQuote {
        /// Line of the opening quote, from 1.
        opened: usize,
    },
    /// A row is longer than the header, and what it has too many is not empty.
    TooManyCells {
        /// How many cells the row has.
        cells: usize,
        /// How many the header has.
        columns: usize,
    },
    /// A doubt: a NUL character.
    Nul,
    /// The text has 4 GiB or more.
    TooLarge,
    /// A doubt: a quoted cell goes on over lines, up to line `until`, and holds as many delimiters as a whole row.
    SwallowedRows {
        /// Line of the closing quote, from 1.
        until: usize,
    },
    /// A doubt: a quote stands behind a space at the start of a cell, where it is text and protects no delimiter.
    SpaceBeforeQuote,
}

/// Something wrong or doubtful in delimited text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What it is.
    pub kind: FaultKind,
    /// Line, counted from 1; LF, CRLF and a lone CR each end one.
    pub line: usize,
    /// Column in characters, counted from 1; a BOM is not counted.
    pub column: usize,
    /// Bytes of the whole text that are to blame.
    pub range: Range<usize>,
    /// What separated the cells when it was found.
    pub delimiter: Delimiter,
}

impl Fault {
    /// Says whether the text can be read nevertheless.
    pub fn is_doubt(&self) -> bool {
        matches!(
            self.kind,
            FaultKind::SwallowedRows { .. } | FaultKind::SpaceBeforeQuote | FaultKind::Nul
        )
    }

    /// Returns the name of the rule it breaks, such as `unclosed-quote`.
    pub fn rule(&self) -> &'static str {
        match self.kind {
            FaultKind::UnclosedQuote => "unclosed-quote",
            FaultKind::TextAfterQuote { .. } => "text-after-quote",
            FaultKind::TooManyCells { .. } => "too-many-cells",
            FaultKind::Nul => "nul-character",
            FaultKind::TooLarge => "too-large",
            FaultKind::SwallowedRows { .. } => "swallowed-rows",
            FaultKind::SpaceBeforeQuote => "space-before-quote",
        }
    }

    /// Returns a sentence in lower case without a full stop that says what is wrong.
    pub fn message(&self) -> String {
        match self.kind {
            FaultKind::UnclosedQuote => "a quote that opens here is never closed".into(),
            FaultKind::TextAfterQuote { opened } if opened < self.line => {
                format!("text follows the quote that closes the cell opened in line {opened}")
            }
            FaultKind::TextAfterQuote { .. } => "text follows a quote that closes its cell".into(),
            FaultKind::TooManyCells { cells, columns } => {
                format!("this row has {cells} cells, the header has {columns}")
            }
            FaultKind::Nul => "a NUL character stands here".into(),
            FaultKind::TooLarge => "the file has 4 GiB or more".into(),
            FaultKind::SwallowedRows { until } => {
                format!("the cell that opens here ends in line {until} and may have swallowed rows")
            }
            FaultKind::SpaceBeforeQuote => {
                "the space before this quote makes the quote part of the text".into()
            }
        }
    }

    /// Returns a sentence in lower case without a full stop that says what to do.
    pub fn hint(&self) -> String {
        match self.kind {
            FaultKind::UnclosedQuote => {
                "close it, or, if it belongs to the text, write it twice and put quotes around the cell".into()
            }
            FaultKind::TextAfterQuote { opened } if opened < self.line => {
                format!("look at line {opened} first: the quote there was perhaps never closed")
            }
            FaultKind::TextAfterQuote { .. } => {
                "write quotes that belong to the text of a quoted cell twice".into()
            }
            FaultKind::TooManyCells { .. } => format!(
                "put quotes around a cell that contains {}",
                self.delimiter.word()
            ),
            FaultKind::Nul => "save the file again as CSV in UTF-8".into(),
            FaultKind::TooLarge => "split it into smaller files".into(),
            FaultKind::SwallowedRows { .. } => {
                "if the cell should end earlier, close its quote there or remove the quote".into()
            }
            FaultKind::SpaceBeforeQuote => {
                "remove the space if the quotes are meant to stand around the cell".into()
            }
        }
    }

    /// Makes a finding of it, an error or, of a doubt, a warning. `text` is the text that was read, `file` its name.
    pub fn finding(&self, file: &str, text: &str) -> Finding {
        let finding = if self.is_doubt() {
            Finding::warning(self.rule(), self.message())
        } else {
            Finding::error(self.rule(), self.message())
        };
        finding
            .at(position::place(file, text, self.line, &self.range))
            .hint(self.hint())
    }
}
