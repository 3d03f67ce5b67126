//! When a sign-up was changed last, as some products tell: of two exports the one that says so later is the newer one.

use super::mapping::Draft;
use crate::import::stamp::StampReading;
use crate::import::word_list::{WordList, list};

/// Headings that say so and nothing else.
const CHANGED: WordList = list![
    "ticket last updated date",
    "last changed",
    "last update",
    "last updated",
    "last updated at",
    "last modified",
    "last modified date",
    "last modified time",
    "last modified at",
    "last edited",
    "last edited at",
    "updated",
    "updated at",
    "updated on",
    "date updated",
    "modified",
    "modified at",
    "modified time",
    "date modified",
    "letzte anderung",
    "zuletzt geandert",
    "derniere modification",
    "ultima modificacion",
    "ostatnia zmiana",
];

/// The column that says when a row was changed last, and how it writes that.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct Changed {
    pub(in crate::import) column: usize,
    pub(in crate::import) stamps: StampReading,
}

/// Returns the column that says when each row was changed last, if one does.
pub(super) fn column(draft: &Draft<'_>) -> Option<Changed> {
    let says_so = |heading: &String| CHANGED.contains(heading.as_str());
    let column = draft.headings.iter().position(says_so)?;
    if draft.is_used(column) || draft.contents[column].filled == 0 {
        return None;
    }
    Some(Changed {
        column,
        stamps: draft.stamps(&[column]),
    })
}
