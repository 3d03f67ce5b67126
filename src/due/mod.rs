//! What is due: which mails, which reminder, which deletion, and why. Pure: takes the list after the places were given
//! out, what everybody was told, and the time.

mod deletion;
mod mailing;
mod registered;
mod reminder;

pub use deletion::{Deletion, Extent, deletions};
pub use mailing::{Mailing, Mailings, Told, Unreachable, mailings, reached};
use registered::Registered;
pub use reminder::{Timely, reminders, timely};
