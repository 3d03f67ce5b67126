//! Questions about time: what is when and where, and what does not fit. Pure; knows the model only.

mod conflicts;
mod days;

pub use conflicts::conflicts;
pub use days::{Day, days};
