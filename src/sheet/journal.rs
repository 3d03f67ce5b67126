use std::sync::Arc;

use super::table::scanned;
use super::{Delimiter, Fault, Sheet};

/// A file that only ever grows by whole lines, as it was found.
#[derive(Clone, Debug)]
pub struct Journal {
    /// What was written in full. Its text ends before the torn tail, with a line end unless it is empty.
    pub sheet: Sheet,
    /// What an interrupted write left at the end.
    pub torn: Option<Torn>,
}

/// A last row that lacks its line end, so that nobody knows whether all of it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Torn {
    /// The line it begins in, from 1.
    pub line: usize,
    /// Its bytes; they began at the length of the sheet's text.
    pub raw: String,
}

impl Sheet {
    /// Reads a journal, comma-separated: as [`Sheet::read`], but a last row without line end is torn. It is left out
    /// of sheet and text, and nothing in it is a fault.
    ///
    /// A torn row may end inside a quoted cell. If that cell holds as many delimiters as a row, it rather is a stray
    /// quote that would swallow what was written in full, and stays a fault.
    ///
    /// # Errors
    ///
    /// As [`Sheet::read`].
    pub fn read_journal(text: impl Into<String>) -> Result<Journal, Vec<Fault>> {
        let mut text = text.into();
        let (delimiter, mut scanned) = scanned(&text, Some(Delimiter::Comma));
        let mut torn = None;
        if let Some(tail) = scanned.tail {
            let start = tail.range().start;
            scanned.faults.retain(|fault| fault.range.start < start);
            if scanned.faults.is_empty() {
                let whole = |span: &super::scan::Span| span.range().start < start;
                scanned.rows.retain(whole);
                scanned.header = scanned.header.filter(whole);
                scanned.doubts.retain(|doubt| doubt.range.start < start);
                scanned.lines = tail.line() - 1;
                torn = Some(Torn {
                    line: tail.line(),
                    raw: text.split_off(start),
                });
            }
        }
        if !scanned.faults.is_empty() {
            return Err(scanned.faults);
        }
        Ok(Journal {
            sheet: Self::new(Arc::new(text), delimiter, scanned),
            torn,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::FaultKind;

    fn read(text: &str) -> (Vec<String>, String, Option<Torn>) {
        let journal = Sheet::read_journal(text).expect("it reads");
        let rows = journal.sheet.rows().map(|row| row.raw().to_string());
        (rows.collect(), journal.sheet.to_text(), journal.torn)
    }

    fn torn(line: usize, raw: &str) -> Option<Torn> {
        let raw = raw.to_string();
        Some(Torn { line, raw })
    }

    #[test]
    fn a_journal_of_whole_lines_is_read_like_any_sheet() {
        let text = "id,to,what\n1,a,sent\n2,\"b\nc\",sent\n";
        let rows = vec!["1,a,sent".to_string(), "2,\"b\nc\",sent".to_string()];
        assert_eq!(read(text), (rows, text.to_string(), None));
        assert_eq!(read(""), (vec![], String::new(), None));
        assert_eq!(read("\u{feff}").1, "\u{feff}");
    }

    #[test]
    fn a_last_line_without_line_end_is_torn() {
        let (rows, text, tail) = read("id,to,what\n1,a,sent\n2,b,se");
        assert_eq!((rows, tail), (vec!["1,a,sent".into()], torn(3, "2,b,se")));
        assert_eq!(text, "id,to,what\n1,a,sent\n");
        assert_eq!(read("id,to").2, torn(1, "id,to"));
        assert_eq!(read("id,to\n,").2, torn(2, ","));
    }

    #[test]
    fn nothing_in_the_torn_line_is_a_fault() {
        for tail in [
            "2,\"b",
            "2,\"b\n\nc",
            "2,\"b\"\"",
            "2,\"b\"x",
            "\0\0",
            "1,2,3,4",
        ] {
            let text = format!("id,to,what\n1,a,sent\n{tail}");
            assert_eq!(read(&text).2, torn(3, tail), "{tail:?}");
        }
    }

    #[test]
    fn a_stray_quote_that_would_swallow_whole_lines_is_a_fault() {
        let text = "id,to,what\n1,\"a,sent\n2,b,sent\n3,c,se";
        let faults = Sheet::read_journal(text).expect_err("it must not read");
        assert_eq!(faults.len(), 1);
        assert_eq!(
            (faults[0].kind, faults[0].line),
            (FaultKind::UnclosedQuote, 2)
        );
    }

    #[test]
    fn a_row_can_be_added_after_the_torn_one_was_cut_off() {
        let mut journal = Sheet::read_journal("id,to\r\n1,a\r\n2,").expect("it reads");
        let line = journal.sheet.line(&["2", "b"]).expect("it fits");
        assert_eq!(line, "2,b\r\n");
        journal.sheet.append(&["2", "b"]).expect("it fits");
        assert_eq!(journal.sheet.to_text(), "id,to\r\n1,a\r\n2,b\r\n");
    }
}
