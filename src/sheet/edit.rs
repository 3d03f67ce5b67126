use std::borrow::Cow;
use std::sync::Arc;

use memchr::memchr;

use super::cell::{Split, decode};
use super::quote::{encode, is_blank, is_sturdy, join, push};
use super::{Delimiter, Sheet, plain};
use crate::error::{Error, Result};

impl Sheet {
    /// Makes a sheet of a header alone, separated by commas. Its lines end with LF, which `git diff` prefers to the
    /// CRLF of RFC 4180 section 2, 1.
    ///
    /// # Errors
    ///
    /// If a name holds a NUL character.
    pub fn with_header(names: &[&str]) -> Result<Self> {
        let text = Arc::default();
        let mut sheet = Self::new(text, Delimiter::Comma, super::scan::Scanned::default());
        for name in names {
            sheet.add_column(name)?;
        }
        Ok(sheet)
    }

    /// Returns the column called `name`, which is added behind the others if there is none.
    ///
    /// Only the header changes: a row gets the cell when it is next written with a value there, since a row that is
    /// too short is valid and every padded one would be a changed line.
    ///
    /// # Errors
    ///
    /// If the name holds a NUL character.
    pub fn add_column(&mut self, name: &str) -> Result<usize> {
        if let Some(column) = self.column(name) {
            return Ok(column);
        }
        refuse_nul(name)?;
        // All delimiters call for quotes here, lest the name sway the choice when the header is read again.
        let cell = encode(name, &Delimiter::ALL);
        let header = match (&self.new_header, self.header) {
            (Some(edited), _) => Some(edited.as_str()),
            (None, read) => read.map(|span| &self.text[span.range()]),
        };
        self.new_header = Some(match header {
            Some(header) => format!("{header}{}{cell}", self.delimiter.char()),
            None => join(&[cell], self.delimiter),
        });
        self.names.push(name.to_string());
        Ok(self.names.len() - 1)
    }

    /// Gives cells of one row new values; the bytes of all its other cells, and of those that have the value already,
    /// stay. A row that is too short is lengthened as far as needed.
    ///
    /// # Errors
    ///
    /// If the row or a column does not exist, or a value holds a NUL character; nothing is changed then.
    pub fn replace(&mut self, index: usize, changes: &[(usize, &str)]) -> Result<()> {
        let row = self.row(index).ok_or_else(|| no_row(index))?;
        let raw = row.raw();
        let mut cells: Vec<Cow<'_, str>> = Split::new(raw, self.delimiter)
            .map(|range| Cow::Borrowed(&raw[range]))
            .collect();
        for &(column, value) in changes {
            refuse_nul(value)?;
            if column >= self.names.len() {
                return Err(Error::new(format!("there is no column {}", column + 1)));
            }
            if cells.get(column).map_or("".into(), |cell| decode(cell)) == value {
                continue;
            }
            if column >= cells.len() {
                cells.resize(column + 1, Cow::Borrowed(""));
            }
            cells[column] = Cow::Owned(encode(value, &[self.delimiter]));
        }
        let edited = join(&cells, self.delimiter);
        if self.unedited(index) == Some(edited.as_str()) {
            self.edits.remove(&index);
        } else {
            self.edits.insert(index, Some(edited));
        }
        Ok(())
    }

    /// Adds a row at the end, filled up to the width of the header, and returns its index.
    ///
    /// # Errors
    ///
    /// If there is no header, the row is longer than it, or a cell holds a NUL character.
    pub fn append(&mut self, cells: &[&str]) -> Result<usize> {
        let index = self.next();
        let mut added = std::mem::take(&mut self.added);
        let done = self.add_line(&mut added, cells);
        self.added = added;
        done?;
        self.added_ends.push(self.added.len() - self.line_end.len());
        Ok(index)
    }

    /// Returns the bytes that [`Sheet::append`] would add for these cells, the line end included, so that a file can
    /// grow without being rewritten.
    ///
    /// # Errors
    ///
    /// As [`Sheet::append`].
    pub fn line(&self, cells: &[&str]) -> Result<String> {
        let mut line = String::with_capacity(128);
        self.add_line(&mut line, cells)?;
        Ok(line)
    }

    /// Removes a row with its line end; the indexes of all others stay.
    ///
    /// # Errors
    ///
    /// If the row does not exist.
    pub fn remove(&mut self, index: usize) -> Result<()> {
        self.row(index).ok_or_else(|| no_row(index))?;
        self.edits.insert(index, None);
        Ok(())
    }

    /// Adds cells to a text as a row with its line end; it stays as it is if they are refused.
    pub(super) fn add_line(&self, text: &mut String, cells: &[&str]) -> Result<()> {
        self.fits(cells)?;
        let start = text.len();
        self.join(text, cells, |text, cell| text.push_str(cell));
        // Nearly all records have nothing to quote: they are looked through once, and not cell by cell.
        if !cells.iter().all(|cell| is_sturdy(cell)) || !self.is_plain(&text.as_bytes()[start..]) {
            text.truncate(start);
            self.join(text, cells, |text, cell| {
                push(text, cell, &[self.delimiter]);
            });
            if let Err(error) = refuse_nul(&text[start..]) {
                text.truncate(start);
                return Err(error);
            }
        }
        if is_blank(&text[start..], self.delimiter) {
            text.insert_str(start, "\"\"");
        }
        text.push_str(self.line_end);
        Ok(())
    }

    /// Makes sure that there are not too many cells for a row.
    fn fits(&self, cells: &[&str]) -> Result<()> {
        let width = self.names.len();
        if width == 0 {
            return Err(Error::new("a row needs a header above it"));
        }
        if cells.len() > width && cells[width..].iter().any(|cell| !cell.is_empty()) {
            let message = format!(
                "a row of {} cells does not fit {width} columns",
                cells.len()
            );
            return Err(Error::new(message));
        }
        Ok(())
    }

    /// Adds cells to a text, filled up to the width of the header.
    fn join(&self, text: &mut String, cells: &[&str], write: impl Fn(&mut String, &str)) {
        let delimiter = self.delimiter.char();
        let cells = &cells[..cells.len().min(self.names.len())];
        for (column, cell) in cells.iter().enumerate() {
            if column > 0 {
                text.push(delimiter);
            }
            if !cell.is_empty() {
                write(text, cell);
            }
        }
        for _ in cells.len().max(1)..self.names.len() {
            text.push(delimiter);
        }
    }

    /// Tells whether a record of cells without quotes around them reads as those cells.
    fn is_plain(&self, record: &[u8]) -> bool {
        plain::delimiters(record, self.delimiter.byte()) == Some(self.names.len() - 1)
    }
}

fn no_row(index: usize) -> Error {
    Error::new(format!("there is no row {}", index + 1))
}

fn refuse_nul(cell: &str) -> Result<()> {
    if memchr(0, cell.as_bytes()).is_some() {
        return Err(Error::new("a cell holds a NUL character")
            .hint("remove it: no program could read the file afterwards"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(text: &str, edit: impl FnOnce(&mut Sheet) -> Result<()>) -> String {
        let mut sheet = Sheet::read(text, None).expect("it reads");
        edit(&mut sheet).expect("it can be edited");
        sheet.to_text()
    }

    #[test]
    fn a_replaced_cell_leaves_the_bytes_of_all_others() {
        let text = "\u{feff}a;b;c\r\n\"1\"; 2 ;\"3\"\r\n\r\n\"4\";5;6";
        let new = edited(text, |sheet| sheet.replace(0, &[(1, "x;y")]));
        assert_eq!(new, text.replace(" 2 ", "\"x;y\""));
        let new = edited(text, |sheet| sheet.replace(1, &[(2, "")]));
        assert_eq!(new, text.replace("5;6", "5;"));
    }

    #[test]
    fn a_cell_that_has_the_value_already_is_no_change() {
        let mut sheet = Sheet::read("a,b\n\"1\",\n2\n", None).expect("it reads");
        sheet.replace(0, &[(0, "1"), (1, "")]).expect("it exists");
        sheet.replace(1, &[(1, "")]).expect("it exists");
        assert!(!sheet.is_changed());
        sheet.replace(1, &[(0, "9")]).expect("it exists");
        assert!(sheet.is_changed());
        sheet.replace(1, &[(0, "2")]).expect("it exists");
        assert!(!sheet.is_changed());
    }

    #[test]
    fn a_short_row_is_lengthened_only_as_far_as_needed() {
        let new = edited("a,b,c,d\n1\n", |sheet| {
            sheet.replace(0, &[(2, "3"), (3, "")])
        });
        assert_eq!(new, "a,b,c,d\n1,,3\n");
    }

    #[test]
    fn a_row_that_loses_all_its_values_stays_a_row() {
        let new = edited("a,b\n1,2\n", |sheet| sheet.replace(0, &[(0, ""), (1, "")]));
        assert_eq!(new, "a,b\n\"\",\n");
    }

    #[test]
    fn an_appended_row_has_the_delimiter_and_line_end_of_the_file() {
        let append = |text| edited(text, |sheet| sheet.append(&["x", "y;z"]).map(drop));
        assert_eq!(append("a;b;c\r\n"), "a;b;c\r\nx;\"y;z\";\r\n");
        assert_eq!(append("a;b\r1;2"), "a;b\r1;2\rx;\"y;z\"\r");
        assert_eq!(append("a\tb"), "a\tb\nx\ty;z\n");
        let odd = "\u{feff}\u{feff}";
        let new = edited(odd, |sheet| sheet.append(&["x"]).map(drop));
        assert_eq!(new, "\u{feff}\u{feff}\nx\n", "the second is a name");
        assert_eq!(append("\r\na,b"), "\r\na,b\r\nx,y;z\r\n");
    }

    #[test]
    fn a_removed_row_takes_its_line_end_along_and_moves_no_other() {
        let text = "a\n1\r\n\n2\n3";
        assert_eq!(edited(text, |sheet| sheet.remove(0)), "a\n\n2\n3");
        assert_eq!(edited(text, |sheet| sheet.remove(2)), "a\n1\r\n\n2\n");
        let mut sheet = Sheet::read(text, None).expect("it reads");
        sheet.remove(0).expect("it exists");
        assert_eq!(sheet.append(&["4"]).expect("it fits"), 3);
        sheet.remove(3).expect("it exists");
        assert!(sheet.remove(3).is_err());
        assert_eq!(sheet.append(&["5"]).expect("it fits"), 4);
        let rows: Vec<_> = sheet
            .rows()
            .map(|row| (row.index(), row.line(), row.raw()))
            .collect();
        assert_eq!(rows, [(1, 4, "2"), (2, 5, "3"), (4, 6, "5")]);
        assert_eq!(sheet.to_text(), "a\n\n2\n3\n5\n");
    }

    #[test]
    fn a_new_column_changes_the_header_and_then_the_rows_that_use_it() {
        let mut sheet = Sheet::read("a,b\r\n1,2\r\n3\r\n", None).expect("it reads");
        assert_eq!(sheet.add_column("b").expect("no NUL"), 1);
        assert_eq!(sheet.add_column("c;d").expect("no NUL"), 2);
        assert_eq!(sheet.to_text(), "a,b,\"c;d\"\r\n1,2\r\n3\r\n");
        sheet.replace(1, &[(2, "x")]).expect("it exists");
        assert_eq!(sheet.to_text(), "a,b,\"c;d\"\r\n1,2\r\n3,,x\r\n");
        assert_eq!(sheet.header(), ["a", "b", "c;d"]);
    }

    #[test]
    fn a_sheet_can_begin_with_nothing() {
        let mut sheet = Sheet::with_header(&["code", "name"]).expect("no NUL");
        sheet.append(&["1", "Jo"]).expect("it fits");
        assert_eq!(sheet.to_text(), "code,name\n1,Jo\n");
        let new = |text| edited(text, |sheet| sheet.add_column("a").map(drop));
        assert_eq!(new("\u{feff}"), "\u{feff}a\n");
        assert_eq!(new("\r\n,,"), "\r\n,,\r\na\r\n");
    }

    #[test]
    fn what_could_not_be_read_again_is_refused() {
        let mut sheet = Sheet::read("a,b\n1,2\n", None).expect("it reads");
        assert!(sheet.append(&["1", "2", "3"]).is_err());
        assert!(sheet.append(&["1", "2", ""]).is_ok());
        assert!(sheet.append(&["\0"]).is_err());
        assert!(sheet.replace(0, &[(0, "x"), (2, "y")]).is_err());
        assert!(sheet.replace(7, &[]).is_err());
        assert!(sheet.add_column("\0").is_err());
        assert_eq!(sheet.to_text(), "a,b\n1,2\n1,2\n");
        let mut empty = Sheet::read("", None).expect("it reads");
        assert!(empty.append(&["1"]).is_err());
    }
}
