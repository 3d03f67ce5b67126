//! Consents that a column alone does not tell: [boxes](boxes) with their text in another one, [`offers`] of several, and
//! [`sentences`] with which one was given.

pub(super) mod boxes;
pub(super) mod offers;
pub(super) mod sentences;
