use std::borrow::Cow;
use std::fs::File;
use std::io::{ErrorKind, Read};

use super::super::Folder;
use super::super::disk::BUFFER;
use super::super::tail::whole_lines;
use super::{FILE, HEADER, Pending};
use crate::error::{Error, Result};
use crate::model::{Chronicle, HistoryEntry, Status, What};
use crate::sheet::line_cells;

impl Folder {
    /// As [`history`](Self::history), without why things happened, but for why somebody was passed over or waits:
    /// nobody who changes the list asks for more, and the reasons of a million people are most of the file, which is not held.
    ///
    /// # Errors
    /// As [`history`](Self::history).
    pub(in crate::store) fn brief_history(&self) -> Result<Chronicle> {
        // Whatever is odd calls for the closer look, which also says what is wrong.
        match Pending::found(self)? {
            None => self.in_brief()?.map_or_else(|| self.history(), Ok),
            Some(_) => self.history(),
        }
    }

    /// Reads it block by block; none if there is none that is sound.
    fn in_brief(&self) -> Result<Option<Chronicle>> {
        let path = self.path(FILE);
        let failed = |cause: std::io::Error| Error::file("read", &path, &cause);
        let mut file = match File::open(&path) {
            Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(None),
            opened => opened.map_err(failed)?,
        };
        let mut chronicle = Chronicle::default();
        let mut block = Vec::with_capacity(2 * BUFFER);
        let mut rest = HEADER;
        loop {
            let read = file.by_ref().take(BUFFER as u64).read_to_end(&mut block);
            if read.map_err(failed)? == 0 {
                // A torn last line is left out.
                return Ok(rest.is_empty().then_some(chronicle));
            }
            let lines = whole_lines(&block);
            if lines == 0 {
                continue;
            }
            let text = std::str::from_utf8(&block[..lines]).ok();
            let text = text.and_then(|text| text.strip_prefix(std::mem::take(&mut rest)));
            if text.and_then(|text| take(text, &mut chronicle)).is_none() {
                return Ok(None);
            }
            block.drain(..lines);
        }
    }
}

/// Takes whole lines; none if one of them is damaged.
fn take(lines: &str, chronicle: &mut Chronicle) -> Option<()> {
    let mut start = 0;
    while start < lines.len() {
        let ([time, code, what, value, why, by], end) = line_cells(lines, start)?;
        let what = What::parse(&lines[what.range]).ok()?;
        let [time, code, value, why, by] = [time, code, value, why, by].map(|cell| {
            let text = &lines[cell.range];
            if cell.doubled {
                Cow::Owned(text.replace("\"\"", "\""))
            } else {
                Cow::Borrowed(text)
            }
        });
        let is_asked_for = what == What::Skipped || value == Status::Waiting.word();
        chronicle.tell(HistoryEntry {
            time: &time,
            code: &code,
            what,
            value: &value,
            why: if is_asked_for { &why } else { "" }.into(),
            by: by.strip_suffix('\r').unwrap_or(&by),
        });
        start = end + 1;
    }
    Some(())
}
