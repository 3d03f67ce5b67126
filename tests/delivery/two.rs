//! Two people and one server that wants encryption or a password.

use crate::event::{Event, crowd};
use crate::program::Seen;
use crate::server::{Script, Server};

/// Two people and a server; `scheme` is `smtps`, `starttls` or `smtp`, with a user where it ends with `@`.
pub(crate) fn two(scheme: &str, script: Script) -> (Event, Server) {
    let (event, server) = (Event::of(&crowd(2)), Server::start(script));
    event.server(&format!("{scheme}127.0.0.1:{}", server.port()));
    (event, server)
}

/// Sends with more in the environment, and returns what is seen with `HOST` for the server.
pub(crate) fn send(event: &Event, server: &Server, environment: &[(&str, &str)]) -> Seen {
    let mut command = event.plenary(&["mail", "send", "confirmation"]);
    let mut seen = event.play(command.envs(environment.iter().copied()));
    let host = format!("127.0.0.1:{}", server.port());
    seen.remarks = seen.remarks.replace(&host, "HOST");
    seen
}

pub(crate) fn sent(scheme: &str) -> Seen {
    let remarks = format!("Drafted 2 confirmations.\nSent 2 mails through {scheme}HOST.\n");
    Seen::remarks(0, &remarks)
}

pub(crate) fn not_sent(error: &str) -> Seen {
    Seen::remarks(2, error)
}
