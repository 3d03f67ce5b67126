/// How an answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Table,
    /// For spreadsheets and scripts: every column, comma separated (RFC 4180).
    Csv,
    /// For programs: one document (RFC 8259).
    Json,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR`, `CLICOLOR` or `TERM` say otherwise.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What the person asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// How answers are written.
    pub format: Format,
    /// Whether remarks are left out.
    pub quiet: bool,
    /// Whether what commands say they did was only tried.
    pub dry_run: bool,
    /// When to use colour.
    pub colour: Colour,
    /// How many columns to use, whatever the terminal says.
    pub columns: Option<usize>,
}
