use std::io::{BufRead, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::cli::Global;
use super::session::Times;
use crate::error::{Error, Result};
use crate::model::{instant, parse_wall_time};
use crate::output::{Format, Screen};
use crate::store::{Folder, Mode, Run};

/// What a command is given: the screen, and what the person and the environment said.
pub(super) struct Context {
    pub(super) screen: Screen,
    global: Global,
    random: fastrand::Rng,
    run: Option<Arc<Run>>,
}

/// What tells the time in a run, to any thread.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock(Option<DateTime<Utc>>);

impl Clock {
    /// Returns the present time.
    pub(super) fn now(self) -> DateTime<Utc> {
        self.0.unwrap_or_else(Utc::now)
    }
}

impl Context {
    pub(super) fn new(screen: Screen, mut global: Global) -> Self {
        // A variable that is set to nothing counts as not set.
        global.dir = global.dir.filter(|folder| !folder.as_os_str().is_empty());
        global.now = global.now.filter(|time| !time.is_empty());
        // A fixed seed makes the same run draw the same codes, for tests.
        let seed = std::env::var("PLENARY_SEED")
            .ok()
            .and_then(|seed| seed.parse().ok());
        let seed = seed.or_else(|| getrandom::u64().ok());
        Self {
            screen,
            global,
            random: seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed),
            run: None,
        }
    }

    /// Begins a run: everything that is changed from now on is one entry of the log, under what was typed.
    pub(super) fn begin(&mut self, typed: String) {
        // A time by the clock at the venue is one only together with its zone.
        let wall = self.global.now.as_deref();
        let wall = wall.is_some_and(|now| DateTime::parse_from_rfc3339(now).is_err());
        let event = wall.then(|| self.folder().and_then(|folder| folder.read()));
        let zone = event.and_then(|read| Some(read.ok()?.event?.zone));
        let now = self
            .now(zone.unwrap_or(Tz::UTC))
            .unwrap_or_else(|_| Utc::now());
        self.run = Some(Arc::new(Run::new(typed, now)));
    }

    /// Opens the event folder: the one that was named, or the one around the current folder.
    pub(super) fn folder(&self) -> Result<Folder> {
        let folder = if let Some(folder) = &self.global.dir {
            Folder::at(folder)?
        } else {
            let here = std::env::current_dir();
            Folder::find(&here.map_err(|cause| Error::file("find", Path::new("."), &cause))?)?
        };
        Ok(match &self.run {
            Some(run) => folder.for_run(Arc::clone(run)),
            None => folder,
        })
    }

    /// Goes into an event folder, as `cd` would.
    pub(super) fn enter(&mut self, folder: &Path) -> Result<()> {
        self.global.dir = None;
        std::env::set_current_dir(folder).map_err(|cause| Error::file("go into", folder, &cause))
    }

    /// Takes a time for the present, unless --now has named one, and every question as answered.
    pub(super) fn pretend(&mut self, time: &str) {
        self.global.now.get_or_insert_with(|| time.to_string());
        self.global.yes = true;
    }

    /// Returns the folder that was named with -C, if one was.
    pub(super) fn named_folder(&self) -> Option<PathBuf> {
        self.global.dir.clone()
    }

    /// Tells whether changes are meant.
    pub(super) fn mode(&self) -> Mode {
        if self.global.dry_run {
            Mode::DryRun
        } else {
            Mode::Real
        }
    }

    /// Returns the present time, or what --now says; its wall-clock times are those of `zone`.
    pub(super) fn now(&self, zone: Tz) -> Result<DateTime<Utc>> {
        self.clock(zone).map(|clock| clock.now())
    }

    /// Returns the clock of this run, which stands still where --now has named a time.
    pub(super) fn clock(&self, zone: Tz) -> Result<Clock> {
        let Some(text) = &self.global.now else {
            return Ok(Clock(None));
        };
        if let Ok(time) = DateTime::parse_from_rfc3339(text) {
            return Ok(Clock(Some(time.with_timezone(&Utc))));
        }
        let wall = parse_wall_time(text, &[]).map_err(|_| {
            Error::new(format!("--now `{text}` is no date and time"))
                .hint("--now takes \"2024-04-10 09:00\" or \"2024-04-10T09:00:00+01:00\"")
        })?;
        let time = instant(wall, zone)
            .map_err(|change| Error::new(format!("--now `{text}`: {change}")))?;
        Ok(Clock(Some(time.with_timezone(&Utc))))
    }

    /// Returns how an answer writes times: programs want the offset, people the clock at the venue.
    pub(super) fn times(&self) -> Times {
        if self.screen.format() == Format::Json {
            Times::Iso
        } else {
            Times::Wall
        }
    }

    /// Returns a random number below `limit`.
    pub(super) fn draw(&mut self, limit: usize) -> usize {
        self.random.usize(..limit)
    }

    /// Tells whether a person is there to answer questions.
    pub(super) fn can_ask(&self) -> bool {
        std::io::stdin().is_terminal()
    }

    /// Reads standard input to its end.
    pub(super) fn standard_input(&self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        read.map_err(|cause| Error::new(format!("cannot read standard input: {cause}")))?;
        Ok(bytes)
    }

    /// Asks for a line of text. A blank answer takes what is offered.
    pub(super) fn ask(&mut self, question: &str, offer: &str) -> Result<String> {
        let prompt = if offer.is_empty() {
            format!("{question}:")
        } else {
            format!("{question} [{offer}]:")
        };
        self.screen.ask(&prompt);
        let mut line = String::new();
        let read = std::io::stdin().lock().read_line(&mut line);
        match read {
            Ok(0) => Err(Error::new("no answer, nothing was done")),
            Ok(_) if line.trim().is_empty() => Ok(offer.to_string()),
            Ok(_) => Ok(line.trim().to_string()),
            Err(cause) => Err(Error::system("read the answer", &cause)),
        }
    }

    /// Asks whether to go on. Under --yes nobody is asked; where nobody can be asked, the command stops.
    pub(super) fn confirm(&mut self, question: &str) -> Result<bool> {
        if self.global.yes || self.global.dry_run {
            return Ok(true);
        }
        if !self.can_ask() {
            return Err(Error::new(format!(
                "{question} Nobody is here to answer, so nothing was done"
            ))
            .hint("pass --yes to go on without being asked"));
        }
        let answer = self.ask(&format!("{question} (yes/no)"), "no")?;
        Ok(matches!(answer.to_lowercase().as_str(), "y" | "yes"))
    }
}

/// Returns "1 person", "2 people" and the like: a regular plural, or the one given after a slash as in `person/people`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    let (one, many) = noun.split_once('/').map_or_else(
        || (noun, format!("{noun}s")),
        |(one, many)| (one, many.into()),
    );
    if count == 1 {
        format!("1 {one}")
    } else {
        format!("{count} {many}")
    }
}
