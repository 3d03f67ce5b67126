//! What is published: valid for those who read it, the same whatever the clock says, and without a private word.
#![allow(clippy::expect_used)]
// Whoever runs the tests is told which of them could not.
#![allow(clippy::print_stderr)]

mod calendars;
mod frab;
mod large;
mod private;
mod round_trip;
mod site;
