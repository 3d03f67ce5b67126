use std::ops::Range;

use super::span::Span;
use super::{Id, MailEntry, MailKey, MailState};
use crate::error::Result;

/// The journal of mails, line by line, in one piece of memory: of a million lines some 60 MB beside the text, which is
/// that of the file where it was read from one.
#[derive(Clone, Debug, Default)]
pub struct MailJournal {
    text: String,
    lines: Vec<Packed>,
    /// Every kind of mail that it knows, once.
    kinds: Vec<Id>,
}

/// So many bytes a line has, or a few less.
const LINE: usize = 128;

#[derive(Clone, Copy, Debug)]
struct Packed {
    state: MailState,
    /// Which of the kinds.
    kind: u32,
    revision: u32,
    /// Time, person, Message-ID, server, boot and reply.
    cells: [Span; 6],
}

impl MailJournal {
    /// Begins one whose lines stand in a text, of at most 4 GB.
    pub fn on(text: String) -> Self {
        Self {
            lines: Vec::with_capacity(text.len() / LINE),
            text,
            kinds: Vec::new(),
        }
    }

    /// Returns the text, with what was [written](Self::write) behind it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Gives the text back.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Adds a text, and returns where it stands.
    pub fn write(&mut self, text: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(text);
        start..self.text.len()
    }

    /// Adds a line of which these stand in the text: the kind; time, person, Message-ID, server, boot and reply.
    ///
    /// # Errors
    /// When the kind is no id.
    pub fn mark(
        &mut self,
        (state, revision): (MailState, u32),
        kind: Range<usize>,
        cells: [Range<usize>; 6],
    ) -> Result<()> {
        let kind = self.kind(&Span::from(kind))?;
        self.lines.push(Packed {
            state,
            kind,
            revision,
            cells: cells.map(Span::from),
        });
        Ok(())
    }

    /// Returns which of the kinds stands in the text. There are few, and a line mostly has that of the one before.
    fn kind(&mut self, word: &Span) -> Result<u32> {
        let word = word.of(&self.text);
        let is = |kind: &Id| kind.as_str() == word;
        if let Some(last) = self.lines.last()
            && is(&self.kinds[last.kind as usize])
        {
            return Ok(last.kind);
        }
        let at = match self.kinds.iter().rposition(is) {
            Some(at) => at,
            None => {
                self.kinds.push(Id::parse(word)?);
                self.kinds.len() - 1
            }
        };
        Ok(at as u32)
    }

    /// Returns the lines, in the order in which they were written.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = MailLine<'_>> + ExactSizeIterator {
        (0..self.lines.len()).map(|at| self.line(at))
    }

    /// Returns a line, counted from 0, which must be there.
    pub fn line(&self, at: usize) -> MailLine<'_> {
        MailLine { journal: self, at }
    }

    /// Returns how many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Tells whether nothing was ever sent.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Returns every kind of mail that it knows, each once; a line's [`kind_at`](MailLine::kind_at) counts among them.
    pub fn kinds(&self) -> &[Id] {
        &self.kinds
    }
}

impl<'e> FromIterator<&'e MailEntry> for MailJournal {
    fn from_iter<I: IntoIterator<Item = &'e MailEntry>>(entries: I) -> Self {
        let mut journal = Self::default();
        for entry in entries {
            let kind = journal.write(entry.key.kind.as_str());
            let cells = [
                &*entry.time,
                &entry.key.person,
                &entry.message_id,
                &*entry.server,
                &*entry.boot,
                &entry.reply,
            ];
            let cells = cells.map(|cell| journal.write(cell));
            // The kind of an entry is an id already.
            let _ = journal.mark((entry.state, entry.key.revision), kind, cells);
        }
        journal
    }
}

/// One line of a [`MailJournal`]; its parts are those of a [`MailEntry`].
#[derive(Clone, Copy, Debug)]
pub struct MailLine<'j> {
    journal: &'j MailJournal,
    at: usize,
}

impl<'j> MailLine<'j> {
    fn packed(self) -> &'j Packed {
        &self.journal.lines[self.at]
    }

    fn cell(self, at: usize) -> &'j str {
        self.packed().cells[at].of(&self.journal.text)
    }

    /// Returns when it was written: RFC 3339, UTC.
    pub fn time(self) -> &'j str {
        self.cell(0)
    }

    /// Returns what happened.
    pub fn state(self) -> MailState {
        self.packed().state
    }

    /// Returns the kind of the mail.
    pub fn kind(self) -> &'j Id {
        &self.journal.kinds[self.kind_at()]
    }

    /// Returns which of the journal's kinds that is, from 0.
    pub fn kind_at(self) -> usize {
        self.packed().kind as usize
    }

    /// Returns to whom it goes.
    pub fn person(self) -> &'j str {
        self.cell(1)
    }

    /// Returns which one it is of its kind to this person, from 1.
    pub fn revision(self) -> u32 {
        self.packed().revision
    }

    /// Returns its Message-ID, with angle brackets.
    pub fn message_id(self) -> &'j str {
        self.cell(2)
    }

    /// Returns the server that it went through.
    pub fn server(self) -> &'j str {
        self.cell(3)
    }

    /// Returns which start of the machine wrote the line.
    pub fn boot(self) -> &'j str {
        self.cell(4)
    }

    /// Returns what the server answered, or what went wrong.
    pub fn reply(self) -> &'j str {
        self.cell(5)
    }

    /// Tells whether it is about that mail.
    pub fn is_about(self, key: &MailKey) -> bool {
        self.revision() == key.revision && self.person() == key.person && *self.kind() == key.kind
    }

    /// Returns the key of the mail.
    pub fn key(self) -> MailKey {
        MailKey {
            kind: self.kind().clone(),
            person: self.person().to_string(),
            revision: self.revision(),
        }
    }

    /// Returns it as an entry of its own.
    pub fn entry(self) -> MailEntry {
        MailEntry {
            time: self.time().into(),
            state: self.state(),
            key: self.key(),
            message_id: self.message_id().to_string(),
            server: self.server().into(),
            reply: self.reply().to_string(),
            boot: self.boot().into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_is_what_is_read() {
        let entry = |kind: &str, person: &str, reply: &str| MailEntry {
            time: "2024-04-10T09:00:00Z".into(),
            state: MailState::Accepted,
            key: MailKey {
                kind: Id::parse(kind).expect("an id"),
                person: person.to_string(),
                revision: 2,
            },
            message_id: format!("<{kind}.{person}@example.org>"),
            server: "smtps://mail.example.org".into(),
            reply: reply.to_string(),
            boot: "b00t".into(),
        };
        let entries = [
            entry("confirmation", "krt-mwxb", "250 ok"),
            entry("place", "bcd-fghj", ""),
            entry("confirmation", "bcd-fghj", "250 ök"),
        ];
        let journal: MailJournal = entries.iter().collect();
        let read: Vec<MailEntry> = journal.iter().map(MailLine::entry).collect();
        assert_eq!(read, entries);
        let kinds: Vec<&str> = journal.kinds().iter().map(Id::as_str).collect();
        assert_eq!(kinds, ["confirmation", "place"]);
        assert!(journal.line(1).is_about(&entries[1].key));
        assert!(!journal.line(1).is_about(&entries[2].key));
    }
}
