use std::io::{self, ErrorKind, Write};

use crate::error::{Error, Result};

/// Where text goes. A reader who left, as `head` does, ends the text and is no error.
pub(super) struct Stream {
    out: Box<dyn Write>,
    name: &'static str,
    open: bool,
}

impl Stream {
    pub(super) fn new(out: Box<dyn Write>, name: &'static str) -> Self {
        Self {
            out,
            name,
            open: true,
        }
    }

    /// Writes and flushes.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<()> {
        if !self.open {
            return Ok(());
        }
        let written = self.out.write_all(bytes).and_then(|()| self.out.flush());
        written.or_else(|cause| self.ended(&cause))
    }

    fn ended(&mut self, cause: &io::Error) -> Result<()> {
        self.open = false;
        if cause.kind() == ErrorKind::BrokenPipe {
            return Ok(());
        }
        Err(Error::system(&format!("write to {}", self.name), cause))
    }
}
