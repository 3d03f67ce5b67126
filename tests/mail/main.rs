//! What plenary makes of a mail server that behaves, misbehaves, hangs up, falls silent or talks nonsense.
#![allow(clippy::expect_used)]

mod accepted;
mod authority;
mod faults;
mod opening;
mod pipelining;
mod secrets;
mod server;
mod server_urls;
mod stage;
mod table;
mod tls;
