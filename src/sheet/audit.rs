use std::ops::Range;

use memchr::memchr;

use super::cell::{Split, decode};
use super::position::position;
use super::scan::{Scan, Span};
use super::{Fault, FaultKind};

/// More than anyone mends in one go; the rest would only fill memory when the file is no table at all.
const MOST_FAULTS: usize = 100;

impl Scan<'_> {
    pub(super) fn look_for_surplus(&mut self, span: Span) {
        let record = &self.text[span.range()];
        let mut first = None;
        let mut cells = 0;
        for range in Split::new(record, self.delimiter) {
            if cells >= self.width && first.is_none() && !decode(&record[range.clone()]).is_empty()
            {
                first = Some(range.start);
            }
            cells += 1;
        }
        if let Some(first) = first {
            let columns = self.width;
            let range = self.start + first..span.range().end;
            self.fault(FaultKind::TooManyCells { cells, columns }, range);
        }
    }

    pub(super) fn look_for_nul(&mut self, end: usize) {
        if let Some(n) = memchr(0, &self.text.as_bytes()[self.start..end]) {
            let at = self.start + n;
            self.doubt(FaultKind::Nul, at..at + 1);
        }
    }

    /// Doubts a quote that follows only spaces since its cell began.
    pub(super) fn doubt_spaces(&mut self, at: usize) {
        let before = self.text[self.start..at].trim_end_matches(' ').len() + self.start;
        if before < at && self.cell_starts(before) {
            self.doubt(FaultKind::SpaceBeforeQuote, before..at + 1);
        }
    }

    pub(super) fn cell_end(&self, at: usize) -> usize {
        self.text[at..]
            .find([self.delimiter.char(), '\n', '\r'])
            .map_or(self.text.len(), |n| at + n)
    }

    pub(super) fn fault(&mut self, kind: FaultKind, range: Range<usize>) {
        if self.found.faults.len() < MOST_FAULTS {
            let fault = self.blame(kind, range);
            self.found.faults.push(fault);
        }
    }

    pub(super) fn doubt(&mut self, kind: FaultKind, range: Range<usize>) {
        if self.found.doubts.len() < MOST_FAULTS {
            let doubt = self.blame(kind, range);
            self.found.doubts.push(doubt);
        }
    }

    fn blame(&self, kind: FaultKind, range: Range<usize>) -> Fault {
        let (line, column) = position(self.text, self.start, self.first_line, range.start);
        Fault {
            kind,
            line,
            column,
            range,
            delimiter: self.delimiter,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::{Delimiter, Sheet};

    fn sheet(text: &str) -> Sheet {
        Sheet::read(text, None).expect("it reads")
    }

    fn faults(text: &str) -> Vec<(FaultKind, usize, usize, &str)> {
        let faults = Sheet::read(text, None).expect_err("it must not read");
        let short = |fault: Fault| (fault.kind, fault.line, fault.column, &text[fault.range]);
        faults.into_iter().map(short).collect()
    }

    #[test]
    fn a_quote_that_is_never_closed_is_a_fault_where_it_opened() {
        let text = "name,note\r\nÉva,\"never\r\nJo,x\r\nAl,y,z\r\n";
        assert_eq!(
            faults(text),
            [
                (FaultKind::UnclosedQuote, 2, 5, "\""),
                (
                    FaultKind::TooManyCells {
                        cells: 3,
                        columns: 2
                    },
                    4,
                    6,
                    "z"
                ),
            ]
        );
    }

    #[test]
    fn text_after_a_closing_quote_is_a_fault() {
        let text = "name,note\n\"Robert \"Bob\" Smith\",\"x\" ,\n\"a\nb\"c,\n";
        let after = |opened| FaultKind::TextAfterQuote { opened };
        assert_eq!(
            faults(text),
            [
                (after(2), 2, 10, "Bob\" Smith\""),
                (after(2), 2, 25, " "),
                (after(3), 4, 3, "c"),
            ]
        );
    }

    #[test]
    fn a_row_longer_than_the_header_is_a_fault_unless_the_surplus_is_empty() {
        let many = FaultKind::TooManyCells {
            cells: 4,
            columns: 2,
        };
        assert_eq!(
            faults("a,b\n1,\"2,,,\"\n1,2,,\"\"\n1,2,,4\n"),
            [(many, 4, 6, "4")]
        );
    }

    #[test]
    fn a_nul_is_a_doubt_once_a_row() {
        assert_eq!(
            Sheet::read("\u{feff}a,\0\n\0\0\n", None).map(|sheet| sheet
                .doubts()
                .iter()
                .map(|doubt| (doubt.kind, doubt.line, doubt.column))
                .collect()),
            Ok(vec![(FaultKind::Nul, 1, 3), (FaultKind::Nul, 2, 1)])
        );
    }

    #[test]
    fn faults_are_reported_up_to_a_hundred() {
        let text = format!("a\n{}", "1,2\n".repeat(1000));
        assert_eq!(
            Sheet::read(text, Some(Delimiter::Comma)).map_or_else(|faults| faults.len(), |_| 0),
            100
        );
    }

    #[test]
    fn a_cell_that_may_have_swallowed_rows_is_doubted() {
        let text = "code,name,note\n1,Jo,\"late\n2,Al,\n3,Eva,too\"\n4,Bo,\"a, b\nc\"\n";
        let sheet = sheet(text);
        let doubts: Vec<_> = sheet
            .doubts()
            .iter()
            .map(|doubt| (doubt.kind, doubt.line))
            .collect();
        assert_eq!(doubts, [(FaultKind::SwallowedRows { until: 4 }, 2)]);
        assert!(sheet.doubts()[0].is_doubt());
    }

    #[test]
    fn a_space_before_a_quote_is_doubted() {
        let sheet = sheet("code,name,email,note\n1, \"Smith, Jo\",j@x\n2,\"Al\",a b \"c\",\n");
        let doubts: Vec<_> = sheet
            .doubts()
            .iter()
            .map(|doubt| (doubt.kind, doubt.line, doubt.column))
            .collect();
        assert_eq!(doubts, [(FaultKind::SpaceBeforeQuote, 2, 3)]);
    }

    #[test]
    fn a_fault_becomes_a_finding_with_its_line() {
        let text = "a,b\r\n1,\"x\r\n";
        let faults = Sheet::read(text, None).expect_err("it must not read");
        let finding = faults[0].finding("r.csv", text);
        assert_eq!(finding.rule, "unclosed-quote");
        assert_eq!(finding.message, "a quote that opens here is never closed");
        let place = &finding.places[0];
        assert_eq!(
            (place.line, place.column, place.text.as_str()),
            (2, 3, "1,\"x")
        );
    }
}
