//! plenary organises a conference out of plain files.
#![cfg_attr(test, allow(clippy::expect_used))]

pub mod agenda;
pub mod commands;
pub mod error;
pub mod import;
pub mod mail;
pub mod model;
pub mod output;
pub mod sheet;
pub mod store;
