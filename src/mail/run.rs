use super::{Draft, Summary, Trouble, hostile};
use crate::error::{Error, Exit};
use crate::model::MailState;

/// So many refusals in a row are not the recipients' fault.
const REFUSALS: usize = 10;

/// So many lost connections in a row mean that the server is away.
const LOSSES: usize = 3;

/// How a run of sending is going, over all connections.
#[derive(Debug, Default)]
pub(super) struct Run {
    pub(super) summary: Summary,
    /// Refusals in a row.
    refusals: usize,
    /// Lost connections in a row.
    losses: usize,
}

impl Run {
    /// Counts an outcome. `is_clear` says that the server has spoken about the mail.
    pub(super) fn note(
        &mut self,
        draft: &Draft,
        state: MailState,
        (reply, is_clear): (String, bool),
    ) {
        if is_clear {
            self.losses = 0;
        }
        self.refusals = match state {
            MailState::Refused => self.refusals + 1,
            _ => 0,
        };
        if self.refusals == REFUSALS {
            let message = format!(
                "the mail server refused {REFUSALS} mails in a row, the last with: {reply}"
            );
            self.stop(Error::new(message).exit(Exit::BadNews).hint(
                "if the server was at fault, `plenary mail resolve CODE --resend` frees each of them",
            ));
        }
        if state == MailState::Accepted {
            self.summary.accepted += 1;
        } else {
            self.summary.troubles.push(Trouble {
                key: draft.key.clone(),
                to: draft.to.clone(),
                state,
                reply,
            });
        }
    }

    /// Counts a lost connection.
    pub(super) fn lose(&mut self, why: &str) {
        self.losses += 1;
        if self.losses == LOSSES {
            let why = hostile::one_line(why);
            let message = format!("the connection was lost {LOSSES} times in a row: {why}");
            self.stop(
                Error::new(message)
                    .exit(Exit::TryLater)
                    .hint("try again later; what was not sent waits in outbox/"),
            );
        }
    }

    /// Ends the run; keeps the first reason.
    pub(super) fn stop(&mut self, error: Error) {
        self.summary.stopped.get_or_insert(error);
    }
}
