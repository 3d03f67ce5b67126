//! Questions about time: what is when and where, and what does not fit. Pure; knows the model only.

mod board;
mod conflicts;
mod days;
mod diary;
mod free;
mod placing;
#[cfg(test)]
mod sample;
mod suggest;
mod windows;
mod words;

pub use conflicts::{Report, conflicts, new_conflicts, report};
pub use days::{Day, days};
pub use free::{FreeSlot, Whose, free_slots};
pub use suggest::{Placed, Suggestion, Unplaced, suggest, with_suggestion};
