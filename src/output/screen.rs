use std::io::{self, IsTerminal};

use anstyle::Style;

use super::findings::Look;
use super::grid::Grid;
use super::list::{List, Record, plain};
use super::progress::Progress;
use super::reflow::{hang, reflow, wrapped};
use super::settings::{Colour, Format, Settings};
use super::stream::Stream;
use super::{findings, json, table, visible, visible_lines};
use crate::error::{Error, Finding, Result};

/// In less room, tables of several columns are cut too much to be read.
const NARROW: usize = 64;

/// Prose is no wider than this, however wide the terminal is.
const WIDEST: usize = 100;

/// Room for an answer behind its question.
const ANSWER: usize = 6;

/// The way out: the answer to standard output; remarks, warnings, progress and errors to standard error.
pub struct Screen {
    settings: Settings,
    answer: Stream,
    voice: Stream,
    /// Columns of the terminal; none where output is no terminal and nothing may be cut.
    room: Option<usize>,
    /// As `room`, of standard error.
    voice_room: Option<usize>,
    on_terminal: bool,
    answer_in_colour: bool,
    voice_in_colour: bool,
    heading: Style,
    answer_look: Look,
    voice_look: Look,
}

impl Screen {
    /// The screen of this process.
    pub fn new(settings: Settings) -> Self {
        let (out, err) = (io::stdout(), io::stderr());
        let colour_out = colour(settings.colour, anstream::AutoStream::choice(&out));
        let colour_err = colour(settings.colour, anstream::AutoStream::choice(&err));
        let columns = settings.columns.filter(|columns| *columns >= 20);
        let room = out
            .is_terminal()
            .then(|| columns.or_else(|| width(&out)))
            .flatten();
        let voice_room = err
            .is_terminal()
            .then(|| columns.or_else(|| width(&err)))
            .flatten();
        Self {
            room,
            voice_room,
            on_terminal: err.is_terminal(),
            answer_in_colour: colour_out,
            voice_in_colour: colour_err,
            heading: if colour_out {
                Style::new().bold()
            } else {
                Style::new()
            },
            answer_look: Look::new(room, colour_out),
            voice_look: Look::new(voice_room, colour_err),
            answer: Stream::new(Box::new(io::BufWriter::new(out)), "standard output"),
            voice: Stream::new(Box::new(err), "standard error"),
            settings,
        }
    }

    /// A screen that shows nothing, for steps of a larger command whose answer is one.
    #[must_use]
    pub fn hidden() -> Self {
        Self {
            answer: Stream::new(Box::new(io::sink()), "nowhere"),
            voice: Stream::new(Box::new(io::sink()), "nowhere"),
            on_terminal: false,
            ..Self::new(Settings::default())
        }
    }

    /// Returns how answers are written.
    pub fn format(&self) -> Format {
        self.settings.format
    }

    /// Returns how many columns an answer may take; none if it goes to no terminal.
    pub fn room(&self) -> Option<usize> {
        self.room
    }

    /// Tells whether remarks are left out.
    pub fn is_quiet(&self) -> bool {
        self.settings.quiet
    }

    /// Answers with several things of a kind. Without any, a table says nothing.
    pub fn list(&mut self, list: &List) -> Result<()> {
        match self.settings.format {
            Format::Json => self.answer.write(json::document(&list.value()).as_bytes()),
            Format::Csv => self.csv(list),
            Format::Table => {
                let (text, left_out) = table::list(list, self.room, self.heading);
                self.answer.write(text.as_bytes())?;
                if left_out > 0 {
                    let columns = if left_out == 1 {
                        "column does"
                    } else {
                        "columns do"
                    };
                    self.remark(&format!(
                        "{left_out} {columns} not fit; --format csv has all of them"
                    ));
                }
                Ok(())
            }
        }
    }

    /// Answers with one thing.
    pub fn record(&mut self, record: &Record) -> Result<()> {
        match self.settings.format {
            Format::Json => self
                .answer
                .write(json::document(&record.value()).as_bytes()),
            Format::Table => {
                let text = table::record(record, self.room, self.heading);
                self.answer.write(text.as_bytes())
            }
            Format::Csv => {
                let mut list =
                    List::showing(record.fields.iter().map(|(key, _)| (key.as_str(), true)));
                list.push(
                    record
                        .fields
                        .iter()
                        .map(|(_, value)| value.clone())
                        .collect(),
                );
                self.csv(&list)
            }
        }
    }

    /// Says what a command has done: a sentence for people on standard error, the result for programs.
    pub fn done(&mut self, sentence: &str, result: &Record) -> Result<()> {
        match (self.settings.format, self.settings.dry_run) {
            (Format::Table, false) => self.remark(sentence),
            (Format::Table, true) => {
                self.remark(&format!("Dry run, nothing is changed: {sentence}"));
            }
            (_, false) => self.record(result)?,
            (_, true) => self.record(&result.clone().with("dry_run", true))?,
        }
        Ok(())
    }

    /// Answers with a timetable.
    pub fn grid(&mut self, grid: &Grid) -> Result<()> {
        let text = grid.text(self.room);
        self.answer.write(text.as_bytes())
    }

    /// Answers with the heading of what follows.
    pub fn heading(&mut self, text: &str) -> Result<()> {
        let heading = self.heading;
        self.answer
            .write(format!("{heading}{}{heading:#}\n", visible(text)).as_bytes())
    }

    /// Answers with text of paragraphs and lists, as wide as the terminal.
    pub fn article(&mut self, text: &str) -> Result<()> {
        match self.room {
            Some(room) => self.text(&reflow(text, room.min(WIDEST))),
            None => self.text(text),
        }
    }

    /// Tells whether an answer for people should be sentences, since a table of several columns would say nothing.
    pub fn is_narrow(&self) -> bool {
        self.settings.format == Format::Table && self.room.is_some_and(|room| room < NARROW)
    }

    /// Answers with sentences, a line each, that go on below themselves where the terminal ends.
    pub fn sentences(&mut self, text: &str) -> Result<()> {
        match self.room {
            Some(room) => self.text(&hang(&visible_lines(text), room)),
            None => self.text(text),
        }
    }

    /// Answers with text of several lines.
    pub fn text(&mut self, text: &str) -> Result<()> {
        self.answer.write(visible_lines(text).as_bytes())
    }

    /// Answers with sentences, which a terminal gets broken between words.
    pub fn prose(&mut self, text: &str) -> Result<()> {
        let text = wrapped(&visible_lines(text), self.room);
        self.answer.write(text.as_bytes())
    }

    /// Answers with bytes that are a file of their own, such as a completion script.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        self.answer.write(bytes)
    }

    /// Answers with help that somebody asked for, in its coloured form where colour is on.
    pub fn help(&mut self, plain: &str, coloured: &str) -> Result<()> {
        self.answer.write(
            if self.answer_in_colour {
                coloured
            } else {
                plain
            }
            .as_bytes(),
        )
    }

    /// Says what is wrong with the arguments, in its coloured form where colour is on.
    pub fn usage(&mut self, plain: &str, coloured: &str) {
        self.voice
            .write(
                if self.voice_in_colour {
                    coloured
                } else {
                    plain
                }
                .as_bytes(),
            )
            .ok();
    }

    /// Returns a list as it is written in a format other than a table.
    pub fn written(&self, list: &List, format: Format) -> Result<Vec<u8>> {
        if format == Format::Json {
            return Ok(json::document(&list.value()).into_bytes());
        }
        let mut writer = csv::Writer::from_writer(Vec::new());
        let failed = |cause: csv::Error| Error::new(format!("cannot write CSV: {cause}"));
        writer
            .write_record(list.columns.iter().map(|column| &column.key))
            .map_err(failed)?;
        for row in &list.rows {
            writer.write_record(row.iter().map(plain)).map_err(failed)?;
        }
        writer
            .into_inner()
            .map_err(|cause| Error::new(format!("cannot write CSV: {cause}")))
    }

    /// Answers with a list that is [`written`](Self::written). A terminal must not obey what a stranger typed; a pipe
    /// gets every byte.
    pub fn listed(&mut self, bytes: &[u8]) -> Result<()> {
        if self.room.is_some() {
            return self.text(&String::from_utf8_lossy(bytes).replace('\r', ""));
        }
        self.answer.write(bytes)
    }

    fn csv(&mut self, list: &List) -> Result<()> {
        let bytes = self.written(list, Format::Csv)?;
        self.listed(&bytes)
    }

    /// Answers with findings.
    pub fn findings(&mut self, list: &[Finding]) -> Result<()> {
        match self.settings.format {
            Format::Table => {
                let text = findings::text(list, &self.answer_look);
                self.answer.write(text.as_bytes())
            }
            _ => self.list(&findings::list(list)),
        }
    }

    /// Makes a remark: a sentence about what happened, which `--quiet` leaves out.
    pub fn remark(&mut self, sentence: &str) {
        if !self.settings.quiet {
            self.say(sentence);
        }
    }

    /// Warns of findings that do not stand in the way. `--quiet` does not hide them.
    pub fn warn(&mut self, list: &[Finding]) {
        let text = findings::text(list, &self.voice_look);
        self.voice.write(text.as_bytes()).ok();
    }

    /// Mentions findings that are no news to everybody; `--quiet` leaves them out.
    pub fn note(&mut self, list: &[Finding]) {
        if !self.settings.quiet {
            self.warn(list);
        }
    }

    /// Says something on standard error, also under `--quiet`.
    pub fn say(&mut self, sentence: &str) {
        // Nothing can be done about a standard error that cannot be written to.
        let sentence = wrapped(&visible_lines(sentence), self.voice_room);
        self.voice.write(format!("{sentence}\n").as_bytes()).ok();
    }

    /// Asks a question on standard error, without a line break.
    pub fn ask(&mut self, question: &str) {
        let room = self.voice_room.map(|room| room.saturating_sub(ANSWER));
        let text = wrapped(&visible_lines(question), room);
        self.voice.write(format!("{text} ").as_bytes()).ok();
    }

    /// Says why a command could not run.
    pub fn error(&mut self, error: &Error) {
        let text = findings::error(error, &self.voice_look);
        self.voice.write(text.as_bytes()).ok();
    }

    /// Shows how far long work has come, where somebody watches.
    pub fn progress(&self, what: &str, total: usize) -> Progress {
        if self.on_terminal && !self.settings.quiet {
            Progress::new(what, total)
        } else {
            Progress::hidden()
        }
    }
}

fn colour(wanted: Colour, by_itself: anstream::ColorChoice) -> bool {
    match wanted {
        Colour::Auto => by_itself != anstream::ColorChoice::Never,
        Colour::Always => true,
        Colour::Never => false,
    }
}

/// Returns the width of a terminal. Some claim to have no columns; what is under 20 is taken as not known.
fn width(stream: impl std::os::fd::AsFd) -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(stream).ok()?;
    Some(usize::from(size.ws_col)).filter(|columns| *columns >= 20)
}
