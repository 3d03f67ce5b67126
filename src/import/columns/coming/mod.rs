//! Which columns say whether people come, each kind in a file of its own.
//!
//! [`attending`] is the question itself, and a state that a source gives; [`choices`] a column for each answer to it,
//! and [`answers`] such columns that are ticked; [`parts`] of the event are asked after too. [`manner`] is how somebody
//! attends or with which ticket, [`cancelled`] whether they have cancelled since, [`confirmed`] whether the organisers have
//! said yes, [`reasons`] why they have cancelled, [`queue`] whether they wait, [`begun`] whether they have sent what they
//! began, [`valid`] whether their ticket is still good, and [`refunded`] who got their money back: a yes or a no means
//! something else in each. [`again`] asks once more,
//! [`occasions`] are called after the event, [`stated`] ask in the words of an answer, and [`mails`] only look alike.
//! What is not understood is told by [`unclear`], and what was not read by [`unread`].

pub(in crate::import) mod again;
pub(super) mod answers;
pub(super) mod attending;
pub(in crate::import) mod begun;
pub(super) mod cancelled;
pub(super) mod choices;
mod confirmed;
mod mails;
pub(super) mod manner;
pub(super) mod occasions;
pub(super) mod parts;
pub(super) mod queue;
pub(in crate::import) mod reasons;
pub(super) mod refunded;
pub(super) mod stated;
pub(super) mod unclear;
pub(super) mod unread;
pub(super) mod valid;
