use crate::import::standing::Standing;

/// How a file was read, for the line that says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct How {
    /// What kind of file it is: "CSV", "Excel workbook" …
    pub format: &'static str,
    /// The encoding of its text, such as "UTF-8" or "Windows-1252"; empty for a workbook.
    pub encoding: String,
    /// What stands between two cells; none in a workbook.
    pub delimiter: Option<char>,
    /// The sheet that was taken, of a workbook.
    pub sheet: Option<String>,
    /// What stands above its columns, of lists side by side.
    pub titled: Option<String>,
    /// What that title says of them if it is one of several answers.
    pub(in crate::import) answered: Option<Standing>,
    /// Whether its first row says of names below it who comes and who does not, and they could not be told apart.
    pub(in crate::import) unparted: bool,
    /// What the name of the sheet or the file, or that title, says of all who stand in it, and a note that says so.
    pub(in crate::import) all_are: Option<(Standing, String)>,
    /// A note that such a name may say so and was not taken at its word.
    pub(in crate::import) may_be: Option<String>,
    /// Physical lines that hold no text, wherever they stand; in a workbook sheet rows.
    pub blank_lines: usize,
    /// Physical lines with text above the header that are not part of it, a `sep=` line among them.
    pub preamble_lines: usize,
    /// Physical lines below the header that only repeat it, as in exports joined end to end.
    pub repeated_header_lines: usize,
    /// Physical lines in a list that say of those below them whether they come.
    pub part_lines: usize,
    /// What else somebody should know: sentences in lower case without a full stop.
    pub notes: Vec<String>,
}

/// A repair that was certain, and how often it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What was wrong, in the singular: "quote that is never closed".
    pub what: &'static str,
    /// In how many rows.
    pub count: usize,
    /// The line of the first of them, counted from 1.
    pub line: usize,
}
