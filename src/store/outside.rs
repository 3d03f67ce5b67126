use std::path::Path;

use super::disk;
use crate::error::{Error, Result};

/// Reads a file that somebody named, wherever it is.
///
/// # Errors
/// When it does not exist or cannot be read.
pub fn read_outside(path: &Path) -> Result<Vec<u8>> {
    disk::read(path)?.ok_or_else(|| Error::new(format!("there is no file `{}`", path.display())))
}
