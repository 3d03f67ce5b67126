//! plenary organises a conference out of plain files.
#![cfg_attr(test, allow(clippy::expect_used))]

pub mod calendar;
pub mod error;
pub mod mail;
pub mod model;
