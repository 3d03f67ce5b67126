//! The command line: one file a subcommand, one folder a noun. A command opens the event folder, does one operation,
//! writes and prints; a rule found here belongs into its room. The only room with clock and environment.

mod agenda;
mod check;
mod cli;
mod complete;
mod completions;
mod context;
mod demo;
mod desk;
mod due;
mod help;
mod ids;
mod import;
mod init;
mod log;
mod mail;
mod man;
mod publish;
mod registration;
mod report;
mod session;
mod source;
mod speaker;
mod standing;
mod status;
mod typed;
mod undo;

pub use cli::main;
