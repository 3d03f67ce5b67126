//! Consents that a column alone does not tell: [boxes](boxes) with their text in another one, [`offers`] of several,
//! [`sentences`] with which one was given, and what another column [takes back](left).

pub(super) mod boxes;
pub(super) mod left;
pub(super) mod offers;
pub(super) mod sentences;
