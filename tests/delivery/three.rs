//! Three people and one server.

use crate::event::{Event, Person, crowd};
use crate::program::Seen;
use crate::server::{Script, Server};

/// Three people and a server that keeps to a script.
pub(crate) fn three(script: Script) -> (Event, Server, Vec<Person>) {
    let people = crowd(3);
    let (event, server) = (Event::of(&people), Server::start(script));
    event.server(&server.url());
    (event, server, people)
}

/// Theirs, in the order in which mails go.
pub(crate) const CODES: [&str; 3] = ["krt-mwbb", "krt-mwbc", "krt-mwbd"];

/// What a run that sent something says: what stands before its last sentence, and that.
pub(crate) fn sent(exit: i32, before: &str, sentence: &str, server: &Server) -> Seen {
    Seen::remarks(
        exit,
        &format!("{before}{sentence} through {}.\n", server.url()),
    )
}
