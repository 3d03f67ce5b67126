mod back;
mod delta;
mod entry;
mod keep;
mod log;
mod squeeze;
mod telling;
#[cfg(test)]
mod tests;
mod way;

pub use back::{Direction, Plan};
pub use keep::Run;
pub(super) use keep::{Made, Prepared};
pub use log::{Logged, Touched};
pub use telling::Telling;

use std::path::Path;

use super::disk;
use crate::error::Result;
use entry::Name;

/// Where what commands replaced is kept, an entry a run, oldest first.
const FOLDER: &str = ".plenary/undo";

/// Returns the names of all entries, the oldest first.
fn names(folder: &Path) -> Result<Vec<Name>> {
    let names = disk::file_names(folder)?;
    let mut names: Vec<Name> = names.iter().filter_map(|name| Name::parse(name)).collect();
    names.sort_by_key(|name| name.number);
    Ok(names)
}
