//! Whom a row is about where it names several: whoever ordered, pays, brings or looks after somebody is not signed up by
//! that.
//!
//! [`account`] is who was signed in, [`registrants`] who filled the form in, [`booked`], [`bookers`], [`payers`] and [`shops`]
//! who ordered, by the headings that forms use for it, and [`orderer`] by what is known of a product; [`lent`] is whom their
//! address reaches, and [`delivery`] where an order goes. [`party`] are others in the same row, counted as [`ordinal`] reads
//! it, [`wards`] what is said of them, [`children`] those who come instead of their parents, and [`ages`] whose ticket is a
//! child's. [`several`], [`brought`], [`couples`] and [`stacked`] tell of people who come and are not named; [`extras`] are rows
//! about no person.

pub(super) mod account;
mod ages;
pub(super) mod booked;
pub(super) mod bookers;
mod brought;
mod children;
mod couples;
pub(super) mod delivery;
pub(super) mod extras;
pub(super) mod lent;
mod orderer;
pub(super) mod ordinal;
pub(super) mod party;
pub(super) mod payers;
pub(super) mod registrants;
pub(super) mod several;
pub(super) mod shops;
mod stacked;
pub(super) mod wards;
