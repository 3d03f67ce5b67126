use super::Editor;
use super::disk::Access;
use super::toml::{Fields, add, add_headings, remove, set};
use crate::error::Result;
use crate::model::Id;

/// What stands as `[[…]]` in one of the organisers' files and can be edited from the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// `[[speaker]]` in `speakers.toml`.
    Speaker,
    /// `[[session]]` in `agenda.toml`.
    Session,
    /// `[[room]]` in `event.toml`.
    Room,
    /// `[[track]]` in `event.toml`.
    Track,
}

impl Noun {
    /// Returns the word that files and commands use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Session => "session",
            Self::Room => "room",
            Self::Track => "track",
        }
    }

    /// Returns the file it stands in.
    pub fn file(self) -> &'static str {
        match self {
            Self::Speaker => "speakers.toml",
            Self::Session => "agenda.toml",
            Self::Room | Self::Track => "event.toml",
        }
    }

    /// Speakers' addresses and needs stand in their file.
    fn access(self) -> Access {
        match self {
            Self::Speaker => Access::Personal,
            Self::Session | Self::Room | Self::Track => Access::Shared,
        }
    }
}

impl Editor<'_> {
    /// Adds a record at the end of its file.
    ///
    /// # Errors
    /// When the file is no TOML or cannot be saved.
    pub fn add(&self, noun: Noun, fields: &Fields) -> Result<()> {
        self.change(noun.file(), noun.access(), |text| {
            let new = add(text, noun.word(), vec![fields.clone()])?;
            self.folder().still_sound(noun.file(), text, &new)?;
            Ok((new, ()))
        })
    }

    /// Adds several records of a kind in one go: all or none.
    ///
    /// # Errors
    /// As [`add`](Self::add).
    pub fn add_all(&self, noun: Noun, records: &[Fields]) -> Result<()> {
        if records.is_empty() {
            return Ok(());
        }
        self.change(noun.file(), noun.access(), |text| {
            let new = add(text, noun.word(), records.to_vec())?;
            self.folder().still_sound(noun.file(), text, &new)?;
            Ok((new, ()))
        })
    }

    /// Changes fields of a record; everything else in the file stays as it is.
    ///
    /// # Errors
    /// When there is no such record, the file is no TOML or cannot be saved.
    pub fn set(&self, noun: Noun, id: &Id, fields: &Fields) -> Result<()> {
        self.change(noun.file(), noun.access(), |text| {
            let new = set(text, noun.word(), id, fields.clone())?;
            self.folder().still_sound(noun.file(), text, &new)?;
            Ok((new, ()))
        })
    }

    /// Keeps what headings of sign-up files mean, in event.toml.
    ///
    /// # Errors
    /// When the file is no TOML or cannot be saved.
    pub fn add_headings(&self, pairs: &[(String, String)]) -> Result<()> {
        self.change("event.toml", Access::Shared, |text| {
            Ok((add_headings(text, pairs)?, ()))
        })
    }

    /// Changes fields of several records of a kind in one go: all or none.
    ///
    /// # Errors
    /// As [`set`](Self::set).
    pub fn set_all(&self, noun: Noun, edits: &[(Id, Fields)]) -> Result<()> {
        self.change(noun.file(), noun.access(), |text| {
            let mut text = text.to_string();
            for (id, fields) in edits {
                text = set(&text, noun.word(), id, fields.clone())?;
            }
            Ok((text, ()))
        })
    }

    /// Takes a record out of its file, with the comment right above it.
    ///
    /// # Errors
    /// As [`set`](Self::set).
    pub fn remove(&self, noun: Noun, id: &Id) -> Result<()> {
        self.change(noun.file(), noun.access(), |text| {
            Ok((remove(text, noun.word(), id)?, ()))
        })
    }
}
