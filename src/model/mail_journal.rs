use super::repeated::Repeated;
use super::span::Span;
use super::word::Short;
use super::{Id, MailEntry, MailLine, MailState, Word};
use crate::error::{Error, Result};

/// The journal of mails, line by line: of a million lines some 60 MB, and what servers said. Nothing is kept twice that the
/// lines say again and again.
#[derive(Clone, Debug, Default)]
pub struct MailJournal {
    lines: Vec<Packed>,
    /// What is kept of the lines themselves.
    pub(super) text: String,
    /// Every kind of mail that it knows, once.
    pub(super) kinds: Vec<Id>,
    pub(super) servers: Repeated,
    pub(super) boots: Repeated,
    pub(super) domains: Repeated,
}

/// So many bytes a line has in the file, or a few less.
const LINE: usize = 128;

#[derive(Clone, Copy, Debug)]
pub(super) struct Packed {
    pub(super) state: MailState,
    /// Which of the kinds.
    pub(super) kind: u32,
    pub(super) revision: u32,
    /// Which of the servers.
    pub(super) server: u32,
    /// Which of the starts of a machine.
    pub(super) boot: u32,
    pub(super) person: Address,
    pub(super) message_id: MessageId,
    pub(super) time: Span,
    pub(super) reply: Span,
}

/// Whom a mail goes to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Address {
    Short(Short),
    Long(Span),
}

#[derive(Clone, Copy, Debug)]
pub(super) enum MessageId {
    /// Made of the mail's key and one of the domains.
    Made {
        domain: u32,
    },
    Other(Span),
}

impl MailJournal {
    /// Begins one for a file of so many bytes.
    pub fn of_size(bytes: usize) -> Self {
        Self {
            lines: Vec::with_capacity(bytes / LINE),
            ..Self::default()
        }
    }

    /// Adds a line: time, state, kind, person, revision, Message-ID, server, boot and reply.
    ///
    /// # Errors
    /// When one of them is none.
    pub fn tell(&mut self, cells: [&str; 9]) -> Result<()> {
        let [
            time,
            state,
            kind,
            person,
            revision,
            message_id,
            server,
            boot,
            reply,
        ] = cells;
        let line = Packed {
            state: MailState::parse(state)?,
            kind: self.kind(kind)?,
            revision: revision
                .parse()
                .map_err(|_| Error::new(format!("`{revision}` is no revision")))?,
            server: self.servers.learn(server),
            boot: self.boots.learn(boot),
            person: self.address(person),
            message_id: match domain_of(message_id, [kind, person, revision]) {
                Some(domain) => MessageId::Made {
                    domain: self.domains.learn(domain),
                },
                None => MessageId::Other(self.keep(message_id)),
            },
            time: self.time(time),
            reply: self.keep(reply),
        };
        self.lines.push(line);
        Ok(())
    }

    /// Adds a line that is like the last in all but time, state, person and reply, with a Message-ID made of its key.
    ///
    /// # Errors
    /// When the state is none.
    pub fn tell_alike(&mut self, [time, state, person, reply]: [&str; 4]) -> Result<()> {
        let state = MailState::parse(state)?;
        let person = self.address(person);
        let (time, reply) = (self.time(time), self.keep(reply));
        if let Some(last) = self.lines.last().copied() {
            self.lines.push(Packed {
                state,
                person,
                time,
                reply,
                ..last
            });
        }
        Ok(())
    }

    fn keep(&mut self, text: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(text);
        Span::from(start..self.text.len())
    }

    fn time(&mut self, time: &str) -> Span {
        let last = self.lines.last().map(|last| last.time);
        let same = last.filter(|last| last.of(&self.text) == time);
        same.unwrap_or_else(|| self.keep(time))
    }

    fn address(&mut self, person: &str) -> Address {
        match Word::of(person) {
            Word::Short(short) => Address::Short(short),
            Word::Long(text) => Address::Long(self.keep(text)),
        }
    }

    /// Returns which of the kinds it is. There are few, and a line mostly has that of the one before.
    fn kind(&mut self, word: &str) -> Result<u32> {
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
        self.lines.iter().map(|packed| self.of(packed))
    }

    /// Returns one of the lines, from 0; there must be as many.
    pub fn line(&self, at: usize) -> MailLine<'_> {
        self.of(&self.lines[at])
    }

    fn of<'j>(&'j self, packed: &'j Packed) -> MailLine<'j> {
        MailLine {
            journal: self,
            packed,
        }
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

    /// Returns every server that mail went through, each once; a line's [`server_at`](MailLine::server_at) counts among
    /// them.
    pub fn servers(&self) -> impl Iterator<Item = &str> {
        self.servers.iter()
    }
}

/// Returns the domain of a Message-ID that is made of the mail's kind, person and revision, as plenary's are.
pub fn domain_of<'t>(message_id: &'t str, key: [&str; 3]) -> Option<&'t str> {
    let mut rest = message_id.strip_prefix('<')?;
    for (part, after) in key.into_iter().zip(['.', '.', '@']) {
        rest = rest.strip_prefix(part)?.strip_prefix(after)?;
    }
    let [.., revision] = key;
    rest.strip_suffix('>')
        .filter(|_| !revision.starts_with(['0', '+']))
}

impl<'e> FromIterator<&'e MailEntry> for MailJournal {
    fn from_iter<I: IntoIterator<Item = &'e MailEntry>>(entries: I) -> Self {
        let mut journal = Self::default();
        for entry in entries {
            // What an entry is made of are a state, an id and a number already.
            let _ = journal.tell([
                &entry.time,
                entry.state.word(),
                entry.key.kind.as_str(),
                &entry.key.person,
                &entry.key.revision.to_string(),
                &entry.message_id,
                &entry.server,
                &entry.boot,
                &entry.reply,
            ]);
        }
        journal
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::MailKey;

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
