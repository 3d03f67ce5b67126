//! Which columns hold the name of whom a row is about: [`which`] of several, its [`halves`], both of them or whole ones
//! where no heading says so ([`both`], [`owner`]), or that they stand beside addresses ([`addressed`]), and whether it is
//! [`turned`], the family name first.

pub(in crate::import) mod addressed;
pub(super) mod both;
pub(super) mod halves;
pub(super) mod owner;
pub(super) mod turned;
pub(super) mod which;
