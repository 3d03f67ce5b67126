//! Which column of a stranger's file says what: by what is known of the product, by words in seven languages, and
//! by what the cells hold. Whatever is left is kept under its own heading.

mod asides;
mod branches;
mod changed;
mod claims;
mod clocks;
mod coming;
mod consents;
mod content;
mod details;
mod draft;
mod events;
mod groups;
mod heading;
mod headless;
mod held;
mod kept;
mod known;
mod mapping;
mod names;
mod needs;
mod numbered;
mod options;
mod orders;
mod parted;
mod reach;
mod slips;
mod strange;
mod tickets;
mod together;
mod wish;
mod words;
mod zoned;

pub(super) use asides::is_aside;
pub(super) use coming::again::{gives_way, is_answer as is_answered_again};
pub(super) use coming::reasons::is_said as gives_reason;
pub(super) use heading::heading;
pub use held::Held;
pub(super) use kept::REASON;
pub use mapping::Mapping;
pub(super) use names::addressed;
pub(super) use together::together;
pub use wish::{parse, refuse_unknown};
pub(super) use words::days::{is_weekday, month};
pub(super) use words::event::means_event;
pub(super) use words::{holds, holds_any, is_any, scores};
