//! What is published: valid for those who read it, the same whatever the clock says, and without a private word.
#![allow(clippy::expect_used)]

mod calendars;
mod frab;
mod large;
#[path = "../delivery/missing.rs"]
mod missing;
mod private;
mod round_trip;
mod site;
