use super::Repair;

/// Counts what was repaired.
#[derive(Clone, Debug, Default)]
pub(super) struct Repairs(pub(super) Vec<Repair>);

/// A quote that opens a cell and has no partner; it is left out.
pub(super) const UNCLOSED: &str = "quote that is never closed";
/// Quotes inside a quoted cell that are not doubled; they are kept.
pub(super) const UNDOUBLED: &str = "quote inside a quoted cell";
/// A quote inside a quoted cell with a backslash for the second one; it is kept, and the backslash left out.
pub(super) const ESCAPED: &str = "quote with a backslash before it";
/// A row that was put in quotes as if it were one cell.
pub(super) const WRAPPED: &str = "whole row in quotes";
/// A delimiter inside a cell without quotes around it.
pub(super) const REJOINED: &str = "cell with a delimiter but no quotes";
/// A cell to the right of the header's last label; it is kept.
pub(super) const UNLABELLED: &str = "row with more cells than the header has labels";
/// A line end inside a cell without quotes around it.
pub(super) const BROKEN: &str = "row broken over several lines";

/// The number of a line in a list that somebody typed; it is left out.
pub(super) const ITEM: &str = "number of a line before a name";
/// The dash or the dot of an item; it is left out.
pub(super) const DASHED: &str = "dash or dot before a name";
/// A name and a telephone number in one cell; they are parted.
pub(super) const TOGETHER: &str = "name and telephone number in one cell";

/// A mark that says whether somebody comes, before or behind a name; it is read and left out.
pub(super) const MARKED: &str = "mark of who comes beside a name";

/// A cell of a sheet that goes on over several rows; it stands in each of them.
pub(super) const MERGED: &str = "row with a cell that is merged with one above";

impl Repairs {
    pub(super) fn count(&mut self, what: &'static str, line: usize) {
        match self.0.iter_mut().find(|repair| repair.what == what) {
            Some(repair) => {
                repair.count += 1;
                repair.line = repair.line.min(line);
            }
            None => self.0.push(Repair {
                what,
                count: 1,
                line,
            }),
        }
    }
}
