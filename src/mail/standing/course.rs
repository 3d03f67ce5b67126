use super::super::PutOff;
use super::{Fate, Phase};
use crate::model::{MailJournal, MailLine, MailState, Short, Word};

/// How a mail has fared so far, while the journal is read.
#[derive(Clone, Debug)]
pub(super) struct Course {
    pub(super) fate: Fate,
    /// The line that says so, from 0.
    pub(super) line: u32,
    /// The last line about it, from 0.
    pub(super) last: u32,
    /// To whom, if that is a short word.
    person: Option<Short>,
    /// None as for most if no server has put it off.
    put_off: Option<Box<PutOff>>,
    pub(super) resent: u32,
    /// Whether any line about it counts.
    pub(super) counts: bool,
    /// Another mail to the same person.
    pub(super) next: Option<u32>,
}

impl Course {
    /// One of which the journal begins to tell in a line, from 0, with whom it goes to.
    pub(super) fn beginning(line: usize, person: Word<'_>) -> Self {
        Self {
            person: person.short(),
            fate: Fate::Free,
            line: line as u32,
            last: line as u32,
            put_off: None,
            resent: 0,
            counts: false,
            next: None,
        }
    }

    /// Returns to whom it goes.
    pub(super) fn word<'j>(&self, journal: &'j MailJournal) -> Word<'j> {
        Word::known(self.person, || journal.line(self.line as usize).person())
    }

    /// Returns how often servers have put it off.
    pub(super) fn put_off(&self) -> &PutOff {
        self.put_off.as_deref().unwrap_or(&PutOff::NEVER)
    }

    /// Takes one more line of the journal in; `boot` is none if it does not count.
    pub(super) fn learn(&mut self, line: MailLine<'_>, at: usize, boot: Option<&str>) {
        self.last = at as u32;
        let Some(boot) = boot else { return };
        if !std::mem::replace(&mut self.counts, true) {
            self.line = at as u32;
        }
        let state = line.state();
        if stays(self.fate, state) {
            return;
        }
        match state {
            MailState::Deferred => {
                let put_off = self.put_off.get_or_insert_default();
                put_off.count(line.time());
            }
            // Neither says anything about it, nor do a reservation and a mark: pauses go on growing.
            MailState::Released | MailState::Reserved | MailState::Sending => {}
            _ => self.put_off = None,
        }
        self.fate = match (state, self.put_off().times) {
            // Not tried, so still waiting for what it waited for.
            (MailState::Released, 1..) => Fate::Deferred,
            _ => fate(line, boot),
        };
        self.resent += u32::from(state == MailState::Resend);
        self.line = at as u32;
    }
}

/// Tells whether a mail stays what it is, although the journal goes on. A run writes no such line; but two journals may
/// have been merged, and the other machine knew less.
fn stays(known: Fate, state: MailState) -> bool {
    match known {
        Fate::Accepted => state != MailState::Resend,
        Fate::InDoubt(Phase::Unanswered) => !matches!(
            state,
            MailState::Resend | MailState::Sent | MailState::Accepted
        ),
        _ => false,
    }
}

/// Returns what the last line about a mail means for it.
fn fate(line: MailLine<'_>, boot: &str) -> Fate {
    // Delivery into a folder writes the same file again: it is harmless whatever happened.
    let repeatable = line.server().starts_with("folder:");
    match line.state() {
        MailState::Accepted | MailState::Sent => Fate::Accepted,
        MailState::Refused => Fate::Refused,
        MailState::Deferred => Fate::Deferred,
        MailState::Resend | MailState::Released => Fate::Free,
        MailState::Reserved | MailState::Sending if repeatable => Fate::Free,
        // Before the final dot goes out, a line `sending` is given to the system, which keeps it when the process
        // dies. So while the machine has been up, a reservation without that line means: not sent. After a power cut
        // the line itself may be lost, for it is not forced to disk; only reservations are.
        MailState::Reserved if !boot.is_empty() && line.boot() == boot => Fate::Free,
        MailState::Reserved => Fate::InDoubt(Phase::Reserved),
        MailState::Sending => Fate::InDoubt(Phase::Sending),
        MailState::Doubtful => Fate::InDoubt(Phase::Unanswered),
    }
}
