use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::run::Run;
use super::send::{Job, Still, Tell};
use super::{Draft, Since, Step};
use crate::error::{Error, Result};
use crate::model::MailState;

/// What became of a mail that the run did not get to.
const NOT_TRIED: &str = "not tried";

/// What became of one whose draft is another by now.
const CHANGED: &str = "its draft was changed while it waited for its turn";

/// What became of one whose draft is not there any more.
const GONE: &str = "its draft was deleted while it waited for its turn";

/// Where the connections of a run meet: the mails that are reserved, and how the run is going.
pub(super) struct Floor<'t> {
    pub(super) tell: &'t Tell<'t>,
    still: &'t Still<'t>,
    state: Mutex<State>,
    news: Condvar,
}

#[derive(Default)]
struct State {
    /// Reserved, and nobody's yet.
    queue: VecDeque<Job>,
    /// Nothing more is reserved.
    is_closed: bool,
    /// How many connections are at work.
    workers: usize,
    /// When no more than so many mails wait, whoever reserves them wants to know.
    low: usize,
    run: Run,
    /// Why the journal cannot be written.
    failure: Option<Error>,
}

impl State {
    fn is_over(&self) -> bool {
        self.run.summary.stopped.is_some() || self.failure.is_some() || self.workers == 0
    }
}

impl<'t> Floor<'t> {
    pub(super) fn new((tell, still): (&'t Tell<'t>, &'t Still<'t>), workers: usize) -> Self {
        Self {
            tell,
            still,
            state: Mutex::new(State {
                workers,
                ..State::default()
            }),
            news: Condvar::new(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state());
        self.news.notify_all();
    }

    /// Puts reserved mails at the end of the queue.
    pub(super) fn offer(&self, batch: Vec<Job>) {
        self.change(|state| state.queue.extend(batch));
    }

    /// Waits until no more than `low` mails wait; false if the run is over.
    pub(super) fn wants_more(&self, low: usize) -> bool {
        let mut state = self.state();
        state.low = low;
        let waits = |state: &mut State| state.queue.len() > low && !state.is_over();
        let state = self.news.wait_while(state, waits);
        !state.unwrap_or_else(PoisonError::into_inner).is_over()
    }

    /// Tells whether all that was reserved is on its way.
    pub(super) fn is_idle(&self) -> bool {
        self.state().queue.is_empty()
    }

    /// Says that nothing more comes; at once, if even what waits is not to be sent.
    pub(super) fn close(&self, at_once: bool) {
        self.change(|state| {
            state.is_closed = true;
            if at_once {
                state.workers = 0;
            }
        });
    }

    /// Waits for a mail; none when the run is over.
    pub(super) fn take(&self) -> Option<Job> {
        let waits =
            |state: &mut State| state.queue.is_empty() && !state.is_closed && !state.is_over();
        let state = self.news.wait_while(self.state(), waits);
        let mut state = state.unwrap_or_else(PoisonError::into_inner);
        if state.is_over() {
            return None;
        }
        self.pop(&mut state)
    }

    /// Takes the foremost mail. Whoever waits is woken only if it matters to them, and not by every mail.
    fn pop(&self, state: &mut State) -> Option<Job> {
        let job = state.queue.pop_front();
        if state.queue.len() <= state.low {
            self.news.notify_all();
        }
        job
    }

    /// Takes the next mail if there is one already and nobody else is in want of it.
    pub(super) fn take_ahead(&self) -> Option<Job> {
        let mut state = self.state();
        let enough = state.queue.len() >= state.workers;
        if enough && !state.is_over() {
            self.pop(&mut state)
        } else {
            None
        }
    }

    /// Puts a mail back that was taken too early.
    pub(super) fn give_back(&self, job: Job) {
        self.change(|state| state.queue.push_front(job));
    }

    /// Tells whether a connection that cannot go on may leave the rest to the others; it has left then.
    pub(super) fn may_leave(&self) -> bool {
        let mut state = self.state();
        let others = state.workers > 1;
        if others {
            state.workers -= 1;
        }
        others
    }

    pub(super) fn is_over(&self) -> bool {
        self.state().is_over()
    }

    pub(super) fn stop(&self, error: Error) {
        self.change(|state| state.run.stop(error));
    }

    pub(super) fn lose(&self, why: &str) {
        self.change(|state| state.run.lose(why));
    }

    /// Ends everything: the journal cannot be written.
    pub(super) fn fail(&self, error: Error) {
        self.change(|state| {
            state.failure.get_or_insert(error);
        });
    }

    /// Ends everything if the journal could not be written; false then.
    pub(super) fn told(&self, step: Step<'_>) -> bool {
        match (self.tell)(step) {
            Ok(()) => true,
            Err(error) => {
                self.fail(error);
                false
            }
        }
    }

    /// Lets a mail stay whose draft somebody has changed or deleted since it was opened; true then. A deleted one is
    /// nobody's trouble: that was meant.
    pub(super) fn withdraws(&self, draft: &Draft) -> bool {
        let state = MailState::Released;
        match (self.still)(draft) {
            Since::Same => return false,
            Since::Changed => self.settle(draft, state, (CHANGED, false)),
            Since::Gone => {
                self.told(Step::Outcome {
                    draft,
                    state,
                    reply: GONE,
                });
            }
        }
        true
    }

    /// Writes down what became of a mail, and counts it.
    pub(super) fn settle(&self, draft: &Draft, state: MailState, (reply, is_clear): (&str, bool)) {
        if self.told(Step::Outcome {
            draft,
            state,
            reply,
        }) {
            let reply = (reply.to_string(), is_clear);
            self.state().run.note(draft, state, reply);
        }
    }

    /// Takes back what was reserved and not tried, and returns how the run went.
    ///
    /// A reservation without an outcome would be harmless until the machine is started anew, and then look like a power
    /// cut: in doubt for ever, though it was never sent.
    ///
    /// # Errors
    /// When the journal could not be written.
    pub(super) fn finish(self) -> Result<Run> {
        let state = self.state.into_inner();
        let mut state = state.unwrap_or_else(PoisonError::into_inner);
        if let Some(failure) = state.failure {
            return Err(failure);
        }
        for job in &state.queue {
            (self.tell)(Step::Outcome {
                draft: &job.draft,
                state: MailState::Released,
                reply: NOT_TRIED,
            })?;
        }
        state.run.summary.not_tried += state.queue.len();
        Ok(state.run)
    }
}
