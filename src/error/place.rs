use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Where in a file something stands, with the line itself, so that a reader sees it without opening the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file as the reader would name it: relative to the event folder, or as typed.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// How many characters to underline; 0 marks the whole file.
    pub width: usize,
    /// The text of the line, without its line end.
    pub text: String,
}

impl Place {
    /// A place that is a whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            line: 1,
            column: 1,
            width: 0,
            text: String::new(),
        }
    }
}

/// A line of more bytes is not shown: programs write whole files on one, and a copy of it for each of a thousand places
/// would fill the memory.
const LONGEST: usize = 4000;

/// The text of a file and what to call it; cheap to clone.
#[derive(Clone, Debug)]
pub struct Source {
    file: Arc<str>,
    text: Arc<str>,
    /// Where its lines begin, once somebody has asked: thousands of findings must not each count from the top.
    lines: Arc<OnceLock<Vec<usize>>>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        (&self.file, &self.text) == (&other.file, &other.text)
    }
}

impl Eq for Source {}

impl Source {
    /// Keeps `text` as the content of `file`.
    pub fn new(file: &str, text: &str) -> Self {
        Self {
            file: file.into(),
            text: text.into(),
            lines: Arc::default(),
        }
    }

    /// Returns what the file is called.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Returns the whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the place of a byte range of the text. A range over several lines is cut at the end of its first.
    pub fn place(&self, range: Range<usize>) -> Place {
        let start = floor_boundary(&self.text, range.start);
        let breaks = || self.text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = self.lines.get_or_init(|| breaks().collect());
        let line = lines.partition_point(|begins| *begins <= start);
        let line_start = line.checked_sub(1).map_or(0, |before| lines[before]);
        let line_end = self.text[start..]
            .find('\n')
            .map_or(self.text.len(), |at| start + at);
        let end = floor_boundary(&self.text, range.end).clamp(start, line_end);
        let column = self.text[line_start..start].chars().count() + 1;
        if line_end - line_start > LONGEST {
            return Place {
                line: line + 1,
                column,
                ..Place::file(&*self.file)
            };
        }
        Place {
            file: self.file.to_string(),
            line: line + 1,
            column,
            width: self.text[start..end].chars().count().max(1),
            text: self.text[line_start..line_end]
                .trim_end_matches('\r')
                .to_string(),
        }
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_characters_and_keeps_its_line() {
        let source = Source::new("agenda.toml", "first\r\né = \"ab\"\r\n");
        let start = source.text().find("\"ab\"").expect("it is there");
        let place = source.place(start..start + 4);
        assert_eq!(
            place,
            Place {
                file: "agenda.toml".into(),
                line: 2,
                column: 5,
                width: 4,
                text: "é = \"ab\"".into()
            }
        );
    }

    #[test]
    fn a_range_past_the_end_is_the_end() {
        let place = Source::new("a", "x").place(7..9);
        assert_eq!((place.line, place.column, place.width), (1, 2, 1));
    }

    #[test]
    fn a_file_on_one_long_line_is_not_copied_for_each_place() {
        let text = "<a/>".repeat(2000);
        let place = Source::new("all.xml", &text).place(4000..4004);
        let whole = Place {
            column: 4001,
            ..Place::file("all.xml")
        };
        assert_eq!(place, whole);
    }
}
