//! Places: who has one, who waits for one, who moves up and who is passed over and why. The one rule of it: places go
//! to the first who fits, by priority and then by the time of signing up; a group only whole. Pure: takes the list, what
//! happened before and the time, and returns what happens now.

mod arrival;
mod book;
mod expire;
mod limits;
mod notes;
mod offer;
mod past;
mod queue;
mod reach;
mod seat;
mod story;

/// Who edits files by hand, as the history calls them.
const HAND: &str = "hand";

/// Who takes a change back, as the history calls it.
pub const UNDO: &str = "undo";

/// Who brings back what was taken back.
pub const REDO: &str = "redo";

pub use arrival::Arrival;
pub use book::{Book, Moves};
pub use limits::{Limits, Shortage};
pub use past::{DELETED_WHOLE, Known, Past};
pub use queue::{Queue, Unit};
pub use reach::Reach;
pub use story::{Letter, Story, Told};

#[cfg(test)]
mod tests;
