//! The only room that touches the network, or the mail program of this machine: one SMTP connection, driven command by command, so that for every
//! message the caller learns whether the server took it, refused it, never got it, or left us in doubt.
//! Knows nothing of events, drafts or files; writes nothing down, but calls back before a message goes out.

mod auth;
mod body;
mod carry;
mod connect;
mod envelope;
mod features;
mod negotiate;
mod open;
mod outcome;
mod password;
mod phase;
mod reply;
mod sendmail;
mod server;
mod server_host;
mod server_url;
mod smtp;
mod socket;
mod timeouts;
mod tls;
mod trouble;
mod wire;

pub use outcome::{Outcome, Parcel};
pub use password::Password;
pub use phase::Phase;
pub use sendmail::Sendmail;
pub use server::{Security, Server, SmtpServer};
pub use smtp::Smtp;
pub use timeouts::Timeouts;
