//! Which column of a stranger's file says what: by what is known of the product, by words in seven languages, and
//! by what the cells hold. Whatever is left is kept under its own heading.

mod account;
mod address;
mod asides;
mod attending;
mod boxes;
mod branches;
mod changed;
mod choices;
mod claims;
mod content;
mod details;
mod extras;
mod groups;
mod halves;
mod heading;
mod headless;
mod held;
mod kept;
mod mapping;
mod names;
mod numbered;
mod options;
mod ordinal;
mod owner;
mod party;
mod payers;
mod queue;
mod several;
mod slips;
mod stand_ins;
mod strange;
mod turned;
mod unclear;
mod wards;
mod wish;
mod words;

pub(super) use asides::is_aside;
pub(super) use heading::heading;
pub use held::Held;
pub(super) use kept::REASON;
pub use mapping::Mapping;
pub(super) use options::together;
pub use wish::{parse, refuse_unknown};
pub(super) use words::days::{is_weekday, month};
pub(super) use words::scores;
