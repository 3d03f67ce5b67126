//! How trouble is said: the one error type, findings and their places, exit codes, "did you mean".
//! Knows nothing of conferences, files or terminals.

mod exit;
mod failure;
mod finding;
mod place;
mod suggest;

pub use exit::Exit;
pub use failure::{Error, Result};
pub use finding::{Finding, Severity};
pub use place::{Place, Source};
pub use suggest::{closest, did_you_mean};
