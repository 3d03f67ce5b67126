//! Questions about time: what is when and where, what does not fit, what changed since people were told. Pure; knows
//! the model only.

mod board;
mod change;
mod concern;
mod conflicts;
mod days;
mod diary;
mod diff;
mod free;
mod freeze;
mod guard;
mod placing;
mod programme;
#[cfg(test)]
mod sample;
mod suggest;
#[cfg(test)]
mod told;
mod windows;
mod wording;
mod words;

pub use change::{Change, Difference, Slot, Times, Turnover, UNTITLED};
pub use concern::{changes_for, concerning};
pub use conflicts::{Report, conflicts, new_conflicts, report};
pub use days::{Day, days};
pub use diff::differences;
pub use free::{FreeSlot, Whose, free_slots};
pub use freeze::freeze;
pub use guard::{guessable_ids, private_texts};
pub use programme::Programme;
pub use suggest::{Placed, Suggestion, Unplaced, suggest, with_suggestion};
