//! Consents that a column alone does not tell: [boxes](boxes) with their text in another one, and [`offers`] of several.

pub(super) mod boxes;
pub(super) mod offers;
