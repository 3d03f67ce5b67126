use std::time::Duration;

/// How long to wait for the server, step by step.
///
/// The defaults are those of RFC 5321 section 4.5.3.2, save `connect`. Waiting too briefly for the answer to the
/// final dot is what makes duplicates: the server has the message, and we do not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// For the TCP connection, for each address of the host; and again for the TLS handshake.
    pub connect: Duration,
    /// For the banner and for the answer to each command but `DATA`.
    pub command: Duration,
    /// For the answer to `DATA`.
    pub data: Duration,
    /// For each block of the message that the network takes.
    pub body: Duration,
    /// For the answer to the final dot.
    pub dot: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(30),
            command: Duration::from_secs(300),
            data: Duration::from_secs(120),
            body: Duration::from_secs(180),
            dot: Duration::from_secs(600),
        }
    }
}
