use super::floor::Floor;
use super::send::Job;
use super::{Carrier, Delivery, Draft, Step, hostile};
use crate::error::{Error, Exit};
use crate::model::MailState;

/// Carries mails over one connection until there are no more, or the run is over.
pub(super) fn work(carrier: &mut (dyn Carrier + Send), floor: &Floor<'_>) {
    let _presence = Presence(floor);
    let mut job = floor.take();
    while let Some(this) = job {
        if floor.is_over() {
            floor.give_back(this);
            break;
        }
        let next = floor.take_ahead();
        if !carry(carrier, &this, next.as_ref().map(|next| &next.draft), floor) {
            next.into_iter().for_each(|next| floor.give_back(next));
            floor.give_back(this);
            break;
        }
        job = next.or_else(|| floor.take());
    }
    carrier.leave();
}

/// A connection at work. If it breaks down, the run is over: nobody waits for one that is not there any more.
struct Presence<'f, 't>(&'f Floor<'t>);

impl Drop for Presence<'_, '_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.close(true);
        }
    }
}

/// Carries one mail, a second time if the connection was lost, and writes down what became of it. False if the
/// connection cannot go on and leaves the mail to the others.
fn carry(
    carrier: &mut (dyn Carrier + Send),
    job: &Job,
    next: Option<&Draft>,
    floor: &Floor<'_>,
) -> bool {
    let draft = &job.draft;
    let mut again = true;
    loop {
        let mut marked = false;
        let mut journal = Ok(());
        let turn = carrier.turn();
        // People read, edit and delete drafts also while a run keeps to its rate, and mean what they see there.
        if turn.is_ok() && floor.withdraws(draft) {
            carrier.withdrawn();
            return true;
        }
        let delivery = turn.and_then(|()| {
            carrier.carry(draft, next, &mut || {
                marked = true;
                journal = (floor.tell)(Step::Sending(draft));
                journal.clone()
            })
        });
        // Before anything else, whatever the carrier made of it: the journal cannot be written.
        if let Err(error) = journal {
            floor.fail(error);
            return true;
        }
        let (state, reply, is_clear) = match delivery {
            Ok(Delivery::NotSent { why }) => {
                floor.lose(&why);
                let why = hostile::one_line(&why);
                if again && !floor.is_over() {
                    again = false;
                    if marked && !reserve_anew(job, &why, floor) {
                        return true;
                    }
                    continue;
                }
                (MailState::Released, why, false)
            }
            // Counts as a loss: a server that drops each connection after the dot would leave all in doubt.
            Ok(Delivery::InDoubt { why }) => {
                floor.lose(&why);
                (MailState::Doubtful, why, false)
            }
            Ok(delivery) => spoken(delivery, job, floor),
            Err(error) if !marked && error.exit == Exit::TryLater && floor.may_leave() => {
                return false;
            }
            Err(error) => {
                let why = error.to_string();
                floor.stop(error);
                let state = if marked {
                    MailState::Doubtful
                } else {
                    MailState::Released
                };
                (state, why, false)
            }
        };
        floor.settle(draft, state, (&hostile::one_line(&reply), is_clear));
        return true;
    }
}

/// Returns what the journal says about a mail of which the server has spoken.
fn spoken(delivery: Delivery, job: &Job, floor: &Floor<'_>) -> (MailState, String, bool) {
    let (state, reply) = match delivery {
        Delivery::Accepted { reply } => (MailState::Accepted, reply),
        Delivery::Refused { reply, stop: false } => (MailState::Refused, reply),
        Delivery::Refused { reply, stop: true } => {
            // It concerns the sender. As a refusal it would be held against the person for ever.
            let message = format!(
                "the mail server refuses this sender: {}",
                hostile::one_line(&reply)
            );
            floor.stop(
                Error::new(message).hint("check `from` and `server` in [mail] of event.toml"),
            );
            (MailState::Released, reply)
        }
        Delivery::Deferred { reply } => match &job.last_try {
            Some(given_up) => (MailState::Refused, format!("{given_up}: {reply}")),
            None => (MailState::Deferred, reply),
        },
        Delivery::NotSent { why } => (MailState::Released, why),
        Delivery::InDoubt { why } => (MailState::Doubtful, why),
    };
    (state, reply, true)
}

/// Writes down that a mail was certainly not taken, and reserves it once more: its mark is about to be written again,
/// and without a reservation behind it a power cut could lose the mark and leave "was not taken".
fn reserve_anew(job: &Job, why: &str, floor: &Floor<'_>) -> bool {
    let anew = Job {
        is_doubtful: false,
        ..job.clone()
    };
    floor.told(Step::Outcome {
        draft: &job.draft,
        state: MailState::Released,
        reply: why,
    }) && floor.told(Step::Reserve(std::slice::from_ref(&anew)))
}
