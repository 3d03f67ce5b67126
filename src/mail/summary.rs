use crate::error::{Error, Exit};
use crate::model::{MailKey, MailState};

/// What came of a run of sending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many a server has taken over.
    pub accepted: usize,
    /// Every mail that was tried and not accepted, in the order of the run.
    pub troubles: Vec<Trouble>,
    /// How many the run did not get to; they go with the next one.
    pub not_tried: usize,
    /// Why the run ended before all were tried.
    pub stopped: Option<Error>,
}

/// A mail that was not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Which mail.
    pub key: MailKey,
    /// To whom it goes.
    pub to: String,
    /// One of refused, deferred, released, doubtful.
    pub state: MailState,
    /// What the server said, or what happened, on one line.
    pub reply: String,
}

impl Summary {
    /// Returns how many a server will never take.
    pub fn refused(&self) -> usize {
        self.count(MailState::Refused)
    }

    /// Returns how many a server does not take now.
    pub fn deferred(&self) -> usize {
        self.count(MailState::Deferred)
    }

    /// Returns how many were not sent, since the connection was lost or the run ended.
    pub fn lost(&self) -> usize {
        self.count(MailState::Released)
    }

    /// Returns of how many nobody can say whether they arrived.
    pub fn in_doubt(&self) -> usize {
        self.count(MailState::Doubtful)
    }

    fn count(&self, state: MailState) -> usize {
        let troubles = self.troubles.iter();
        troubles.filter(|trouble| trouble.state == state).count()
    }

    /// Returns what to tell the shell. What a person has to look at outweighs what will pass by itself.
    pub fn exit(&self) -> Exit {
        if self.refused() + self.in_doubt() > 0 {
            return Exit::BadNews;
        }
        match &self.stopped {
            // "Could not run" says that nothing was changed.
            Some(error) if error.exit == Exit::CouldNotRun && self.accepted > 0 => Exit::BadNews,
            Some(error) => error.exit,
            None if self.deferred() + self.lost() > 0 => Exit::TryLater,
            None => Exit::Done,
        }
    }
}
