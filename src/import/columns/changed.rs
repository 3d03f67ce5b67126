//! When a sign-up was changed last, as some products tell: of two exports the one that says so later is the newer one.

use super::draft::Draft;
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
    "uhrzeit der letzten anderung",
    "zeitpunkt der letzten anderung",
    "heure de la derniere modification",
    "hora de la ultima modificacion",
    "godzina ostatniej modyfikacji",
    "czas ostatniej modyfikacji",
];

/// The product that leaves the column blank until somebody changes what they sent.
const BLANK_UNTIL_CHANGED: &str = "microsoft-forms";

/// The column that says when a row was changed last, and how it writes that.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct Changed {
    pub(in crate::import) column: usize,
    pub(in crate::import) stamps: StampReading,
    /// Whether it is blank where nothing was changed since it was sent.
    pub(in crate::import) blank_until: bool,
}

/// Returns the column that says when each row was changed last, if one does.
pub(super) fn column(draft: &Draft<'_>) -> Option<Changed> {
    let says_so = |heading: &String| CHANGED.contains(heading.as_str());
    let column = draft.headings.iter().position(says_so)?;
    let blank_until = draft.product.name == BLANK_UNTIL_CHANGED;
    if draft.is_used(column) || draft.contents[column].filled == 0 && !blank_until {
        return None;
    }
    Some(Changed {
        column,
        blank_until,
        stamps: draft.stamps(&[column]),
    })
}
