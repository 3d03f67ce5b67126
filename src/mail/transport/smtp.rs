use std::time::Duration;

use super::Timeouts;
use super::envelope::Envelope;
use super::features::Features;
use super::wire::Wire;

/// How long a late answer may take after the line broke, and a goodbye: nothing depends on it any more.
pub(super) const BRIEFLY: Duration = Duration::from_secs(2);

/// One connection to a mail server, over which messages go one after the other.
#[derive(Debug)]
pub struct Smtp {
    /// Gone as soon as the connection is of no more use.
    pub(super) wire: Option<Wire>,
    pub(super) features: Features,
    pub(super) timeouts: Timeouts,
    /// Whether the server still holds the envelope of a message that came to nothing.
    pub(super) envelope_is_open: bool,
    /// The envelope that was said ahead, behind the message before it, and is not answered yet.
    pub(super) ahead: Option<Envelope>,
}

impl Smtp {
    pub(super) fn new(wire: Wire, features: Features, timeouts: Timeouts) -> Self {
        Self {
            wire: Some(wire),
            features,
            timeouts,
            envelope_is_open: false,
            ahead: None,
        }
    }

    /// Whether another message can go over this connection; if not, open a new one.
    ///
    /// The server may have hung up since without our knowing: the next message is then `Lost` or `Deferred`, and can
    /// go over a new connection.
    pub fn is_open(&self) -> bool {
        self.wire.is_some()
    }

    /// Whether the server has heard the envelope of a message that is still to come.
    pub fn has_said_ahead(&self) -> bool {
        self.ahead.is_some()
    }

    /// Says goodbye. The server's answer matters to nobody, so it gets two seconds at most.
    pub fn quit(mut self) {
        // With an envelope said ahead, the server waits for a message: a QUIT would be one. Hanging up takes it back.
        if let Some(wire) = self.wire.as_mut().filter(|_| self.ahead.is_none()) {
            let _ = wire.ask("QUIT", BRIEFLY.min(self.timeouts.command));
        }
    }
}
