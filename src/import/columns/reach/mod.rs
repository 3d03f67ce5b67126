//! Which columns say how somebody is reached: the [`address`], one for address and number both ([`reached`]), and what
//! [stands in](stand_ins) where neither is given.

pub(super) mod address;
pub(super) mod reached;
pub(super) mod stand_ins;
