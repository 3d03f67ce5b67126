use crate::model::Submissions;

/// The numbers that plenary's own columns have in every [`Submissions`]: their places in [`crate::model::COLUMNS`].
pub(super) const CODE: u16 = 0;
pub(super) const NAME: u16 = 1;
pub(super) const EMAIL: u16 = 2;
pub(super) const PHONE: u16 = 3;
pub(super) const ORGANISATION: u16 = 4;
pub(super) const AREA: u16 = 5;
pub(super) const TICKET: u16 = 6;
pub(super) const STATUS: u16 = 7;
pub(super) const UPDATES: u16 = 8;
pub(super) const PHOTO: u16 = 9;
pub(super) const ACCESS: u16 = 10;
pub(super) const DIET: u16 = 11;
pub(super) const NOTE: u16 = 12;
pub(super) const REGISTERED: u16 = 13;
pub(super) const SOURCE: u16 = 14;
pub(super) const SOURCE_ID: u16 = 15;

/// Returns what a column is called.
pub(super) fn name(submissions: &Submissions, column: u16) -> &str {
    submissions
        .names()
        .get(usize::from(column))
        .map_or("", String::as_str)
}
