//! A stranger's sign-up file on its way into the event: any bytes to a table, a table to a plan. Pure.
//!
//! [`read`] makes a table of it, [`Mapping`] finds out which column says what, [`Plan`] gives every row a verdict and
//! is applied to the list. Nobody is lost, nobody is invented, and to import again does no harm.

mod agreed;
mod apply;
mod buyer;
mod called;
mod candidate;
mod clean;
mod column;
mod columns;
mod consent;
mod deciding;
mod doubt;
mod entities;
mod field;
mod filing;
mod holder;
mod identity;
mod merge;
mod name;
mod of_person;
mod orders;
mod own;
mod person;
mod phone;
mod plan;
mod products;
pub mod read;
mod rejected;
mod remark;
mod role;
mod said;
mod sequence;
mod settled;
mod speakers;
mod spelling;
mod stamp;
mod standing;
mod stretch;
mod texts;
mod verdict;
mod word_list;

use of_person::OfPerson;

pub use columns::{Held, Mapping, parse, refuse_unknown};
pub use deciding::turns::Deed;
pub use doubt::Doubt;
pub use field::Field;
pub use merge::merge;
pub use own::{codes, refuse_own};
pub use plan::{Ground, Plan};
pub use products::Product;
pub use rejected::{rejected, without_needs};
pub use settled::Settled;
pub use speakers::{Answer, Entry, SpeakerFile, SpeakerOutcome, SpeakerPlan, SpeakerVerdict};
pub use standing::Standing;
pub use verdict::{Change, Detail, Outcome, Report, Verdict};
