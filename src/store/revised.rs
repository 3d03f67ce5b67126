use crate::error::Result;
use crate::sheet::{Rows, Sheet};

/// What a sheet is to become: with its edits, and with rows behind the others, of which there may be a million and which
/// are therefore made only while it is written.
pub(super) struct Revised {
    sheet: Sheet,
    new: Option<Box<New>>,
}

/// Adds the new rows.
type New = dyn Fn(&mut Rows<'_>) -> Result<()> + Send;

impl Revised {
    /// A sheet with its edits.
    pub(super) fn new(sheet: Sheet) -> Self {
        Self { sheet, new: None }
    }

    /// Says which rows are new, if any are.
    pub(super) fn with(self, new: impl Fn(&mut Rows<'_>) -> Result<()> + Send + 'static) -> Self {
        Self {
            new: Some(Box::new(new)),
            ..self
        }
    }

    /// Returns the text that the sheet was read from.
    pub(super) fn read_from(&self) -> &str {
        self.sheet.text()
    }

    /// Says whether it differs from that.
    pub(super) fn is_changed(&self) -> bool {
        self.new.is_some() || self.sheet.is_changed()
    }

    /// Hands it out part by part; what was not edited are pieces of the text that it was read from, in their order.
    ///
    /// # Errors
    /// If a new row cannot be written, as one with a NUL character.
    pub(super) fn write(&self, out: &mut dyn FnMut(&str)) -> Result<()> {
        let rows = |rows: &mut Rows<'_>| self.new.as_ref().map_or(Ok(()), |new| new(rows));
        self.sheet.write_with(rows, out)
    }
}
