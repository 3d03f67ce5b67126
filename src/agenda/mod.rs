//! Questions about time: what is when and where, what does not fit, what changed since people were told. Pure; knows
//! the model only.

mod change;
mod concern;
mod conflicts;
mod days;
mod diff;
mod freeze;
mod programme;
#[cfg(test)]
mod told;
mod wording;

pub use change::{Change, Difference, Slot, Times, Turnover};
pub use concern::{changes_for, concerned};
pub use conflicts::conflicts;
pub use days::{Day, days};
pub use diff::differences;
pub use freeze::freeze;
pub use programme::Programme;
