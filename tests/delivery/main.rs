//! The binary as cron runs it: against mail servers that misbehave, killed at every moment, on failing disks, twice at
//! once, with nobody to answer. Nobody is mailed twice, nobody is forgotten, no sign-up is lost.
#![allow(clippy::expect_used)]

mod alone;
#[path = "../mail/authority.rs"]
mod authority;
mod calendars;
mod calls;
mod commands;
mod disk;
mod doubtful;
mod drafting;
mod encrypted;
mod event;
mod full;
mod hostile;
mod imported;
mod installed;
mod killed;
mod kinds;
mod life;
mod meanwhile;
mod missing;
mod odd;
mod parsed;
mod passwords;
mod policy;
mod postfix;
mod program;
mod python;
mod root;
mod scarce;
mod sent;
#[path = "../mail/server/mod.rs"]
mod server;
mod signed;
mod stale;
mod strace;
mod three;
mod together;
mod trouble;
mod two;
mod unattended;
mod undone;
