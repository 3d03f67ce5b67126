//! Mail: who is due one, what it says, and sending it once. Letters, standing and summaries are data; sending tells
//! its caller each step through one closure and gives each mail to a carrier, so that it knows neither disk nor
//! network.

mod blame;
mod built_in;
mod carrier;
mod courier;
mod dkim;
mod draft;
mod drafts;
mod example;
mod form;
mod headers;
mod history;
mod hostile;
mod html;
mod identity;
mod invitation;
mod kind;
mod letterhead;
mod mailing;
mod message;
mod notice;
mod notices;
mod outgoing;
mod person;
mod programme;
mod rate;
mod recipient;
mod rehearsal;
mod rules;
#[cfg(test)]
mod sample;
mod send;
mod standing;
mod stationery;
mod step;
mod summary;
mod templates;
pub mod transport;
mod trial;
mod variables;
mod wire;

pub use carrier::{Carrier, Delivery, Folder};
pub use courier::Courier;
pub use dkim::{Signer, SigningKey, outgoing_bytes, signed_domain};
pub use draft::Draft;
pub use drafts::{Desk, Drafts, Revision, Skipped, draft};
pub use example::Example;
pub use history::History;
pub use invitation::is_dated;
pub use kind::Kind;
pub use notice::Notice;
pub use notices::{Knowledge, draft_notices};
pub use outgoing::Outgoing;
pub use person::Person;
pub use rate::{Pace, Rate};
pub use rehearsal::rehearse;
pub use send::send;
pub use standing::{Fate, Phase, Record, Standing};
pub use stationery::{Letter, Setting, Stationery};
pub use step::Step;
pub use summary::{Summary, Trouble};
pub use templates::Templates;
pub use trial::trial;
