use super::{Carrier, Delivery, Draft, Outgoing, Step, Summary, Trouble, hostile};
use crate::error::{Error, Exit, Result};
use crate::model::MailState;

/// How many mails are reserved at once: one wait for the disk each, and at most so many in doubt after a power cut.
const BATCH: usize = 64;

/// So many refusals in a row are not the recipients' fault.
const REFUSALS: usize = 10;

/// So many lost connections in a row mean that the server is away.
const LOSSES: usize = 3;

/// What became of a mail that the run did not get to.
const NOT_TRIED: &str = "not tried";

/// Sends drafts one after the other. `tell` hears of each step before and after it happens, writes it to the journal
/// and may show progress; see [`Step`] for what has to be safe when. Knows neither disk nor network.
///
/// # Errors
/// When `tell` fails: without a journal nothing more may be sent, and the mail at hand is where the journal says it is.
/// All other trouble stands in the summary.
pub fn send(
    outgoing: &Outgoing,
    carrier: &mut dyn Carrier,
    tell: &mut dyn FnMut(Step<'_>) -> Result<()>,
) -> Result<Summary> {
    let mut run = Run::default();
    let drafts = outgoing.drafts();
    for batch in drafts.chunks(BATCH) {
        if run.summary.stopped.is_none()
            && let Err(error) = carrier.ready()
        {
            run.stop(error);
        }
        if run.summary.stopped.is_some() {
            run.summary.not_tried += batch.len();
            continue;
        }
        tell(Step::Reserve(batch))?;
        for draft in batch {
            if run.summary.stopped.is_some() {
                // A reservation without an outcome would be harmless until the machine is started anew, and then look
                // like a power cut: in doubt for ever, though it was never sent. So it is taken back here.
                tell(Step::Outcome {
                    draft,
                    state: MailState::Deferred,
                    reply: NOT_TRIED,
                })?;
                run.summary.not_tried += 1;
                continue;
            }
            let (state, reply) = run.carry(draft, carrier, tell)?;
            tell(Step::Outcome {
                draft,
                state,
                reply: &reply,
            })?;
            run.note(draft, state, reply);
        }
    }
    Ok(run.summary)
}

#[derive(Debug, Default)]
struct Run {
    summary: Summary,
    /// Refusals in a row.
    refusals: usize,
    /// Lost connections in a row.
    losses: usize,
}

impl Run {
    /// Carries one mail, a second time if the connection was lost, and returns its outcome.
    fn carry(
        &mut self,
        draft: &Draft,
        carrier: &mut dyn Carrier,
        tell: &mut dyn FnMut(Step<'_>) -> Result<()>,
    ) -> Result<(MailState, String)> {
        let mut again = true;
        loop {
            let mut marked = false;
            let mut journal = Ok(());
            let delivery = carrier.carry(draft, &mut || {
                marked = true;
                journal = tell(Step::Sending(draft));
                journal.clone()
            });
            // Before anything else, whatever the carrier made of it: the journal cannot be written.
            journal?;
            let outcome = match delivery {
                Ok(Delivery::Accepted { reply }) => (MailState::Accepted, reply),
                Ok(Delivery::Refused { reply, stop: false }) => (MailState::Refused, reply),
                Ok(Delivery::Refused { reply, stop: true }) => {
                    // It concerns the sender. As a refusal it would be held against the person for ever.
                    let message = format!(
                        "the mail server refuses this sender: {}",
                        hostile::one_line(&reply)
                    );
                    self.stop(
                        Error::new(message)
                            .hint("check `from` and `server` in [mail] of event.toml"),
                    );
                    (MailState::Deferred, reply)
                }
                Ok(Delivery::Deferred { reply }) => (MailState::Deferred, reply),
                Ok(Delivery::NotSent { why }) => {
                    self.lose(&why);
                    if again && self.summary.stopped.is_none() {
                        again = false;
                        continue;
                    }
                    return Ok((MailState::Deferred, hostile::one_line(&why)));
                }
                Ok(Delivery::InDoubt { why }) => {
                    // Counts as a loss: a server that drops each connection after the dot would leave all in doubt.
                    self.lose(&why);
                    return Ok((MailState::Doubtful, hostile::one_line(&why)));
                }
                Err(error) => {
                    let why = error.to_string();
                    self.stop(error);
                    let state = if marked {
                        MailState::Doubtful
                    } else {
                        MailState::Deferred
                    };
                    (state, why)
                }
            };
            self.losses = 0;
            return Ok((outcome.0, hostile::one_line(&outcome.1)));
        }
    }

    /// Counts an outcome.
    fn note(&mut self, draft: &Draft, state: MailState, reply: String) {
        if state == MailState::Refused {
            self.refusals += 1;
        } else {
            self.refusals = 0;
        }
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

    fn lose(&mut self, why: &str) {
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

    /// Keeps the first reason.
    fn stop(&mut self, error: Error) {
        self.summary.stopped.get_or_insert(error);
    }
}

#[cfg(test)]
mod tests;
