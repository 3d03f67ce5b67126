//! plenary organises a conference out of plain files: the data are files that people can read, edit, diff and keep in
//! git, and nobody is mailed twice, nobody is forgotten, no sign-up is lost.
//!
//! # The rooms of the house
//!
//! ```text
//! files -> store -> model -> import | agenda | mail | publish | … -> files, mail, screen
//!                     \________________ commands ______________/
//! ```
//!
//! | room | its job | may know |
//! |---|---|---|
//! | [`error`] | the one error type, findings and their places, exit codes | nothing |
//! | [`sheet`] | delimited text read with every byte accounted for | error |
//! | [`model`] | what a conference is: plain data and the rules of one record | error |
//! | [`store`] | the event folder: files to model and back; alone touches the disk | error, model, sheet |
//! | [`agenda`] | questions about time; pure | error, model |
//! | [`places`] | who has a place, who moves up, who is passed over and why; pure | error, model |
//! | [`calendar`] | times as calendar files (RFC 5545); pure | error, model |
//! | [`import`] | a stranger's bytes to a plan; pure | error, model, sheet |
//! | [`schedule`] | the agendas of other tools to a plan; pure | error, model, sheet |
//! | [`mail`] | choose, render, send; its `transport` alone touches the network | error, model, calendar |
//! | [`report`] | lists and counts for the caterer, the door and the record; pure | error, model |
//! | [`due`] | which mails, which reminder, which deletion is due; pure | error, model, places, mail |
//! | [`publish`] | conference to pages: returns paths and bytes, writes nothing | error, model, agenda, calendar |
//! | [`output`] | alone prints; knows rows and findings, not speakers | error |
//! | [`commands`] | one file a subcommand; alone knows clock and environment | all |
//!
//! To follow one command, start at [`commands`], say with `registration/add.rs`: it reads the event from the
//! [`store`], checks what was typed against the [`model`], lets the store apply the change under its lock, and hands a
//! sentence and a record to [`output`].
//!
//! Reading and editing are different types: a [`store::Folder`] reads, and only the [`store::Editor`], which holds the
//! lock, can save. Operations take data and the time as arguments and return data; a bad row or a conflict is an
//! [`error::Finding`] in a list, and an [`error::Error`] means that nothing was done. `tests/architecture.rs` keeps
//! the table above true.
#![cfg_attr(test, allow(clippy::expect_used))]

pub mod agenda;
pub mod calendar;
pub mod commands;
pub mod due;
pub mod error;
pub mod import;
pub mod mail;
pub mod model;
pub mod output;
pub mod places;
pub mod publish;
pub mod report;
pub mod schedule;
pub mod sheet;
pub mod store;
