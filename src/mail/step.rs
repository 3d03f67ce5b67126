use std::sync::Arc;

use chrono::{DateTime, SecondsFormat, Utc};

use super::{Draft, Job};
use crate::model::{MailEntry, MailState};

/// What a run of sending tells its caller, who keeps the journal and shows progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// These are sent next. Has to be durable on disk before the caller returns.
    Reserve(&'a [Job]),
    /// The final dot of this one is about to go out. Has to be given to the system, which keeps it when this process
    /// is killed; it need not be durable.
    Sending(&'a Draft),
    /// This is what became of one. As for [`Step::Sending`]; all have to be durable when the run is over.
    Outcome {
        /// Which mail.
        draft: &'a Draft,
        /// One of accepted, refused, deferred, released, doubtful.
        state: MailState,
        /// What the server said, on one line.
        reply: &'a str,
    },
}

impl Step<'_> {
    /// Tells whether the journal has to be forced to disk before sending goes on.
    pub fn is_durable(&self) -> bool {
        matches!(self, Self::Reserve(_))
    }

    /// Returns the lines for the journal. `server` is named without user or password, `boot` names the present start
    /// of the machine.
    pub fn entries(
        &self,
        time: DateTime<Utc>,
        server: &Arc<str>,
        boot: &Arc<str>,
    ) -> Vec<MailEntry> {
        let time: Arc<str> = time.to_rfc3339_opts(SecondsFormat::Secs, true).into();
        let entry = |draft: &Draft, state, reply: &str| MailEntry {
            time: Arc::clone(&time),
            state,
            key: draft.key.clone(),
            message_id: draft.message_id.clone(),
            server: Arc::clone(server),
            reply: reply.to_string(),
            boot: Arc::clone(boot),
        };
        match self {
            Self::Reserve(batch) => {
                let resent = batch.iter().filter(|job| job.is_doubtful);
                let why = "in_doubt = \"resend\" in event.toml";
                let resent = resent.map(|job| entry(&job.draft, MailState::Resend, why));
                let reserved = batch.iter();
                let reserved = reserved.map(|job| entry(&job.draft, MailState::Reserved, ""));
                resent.chain(reserved).collect()
            }
            Self::Sending(draft) => vec![entry(draft, MailState::Sending, "")],
            Self::Outcome {
                draft,
                state,
                reply,
            } => vec![entry(draft, *state, reply)],
        }
    }
}
