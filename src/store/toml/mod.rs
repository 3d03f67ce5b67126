//! The organisers' TOML files: reading them with all findings at once, and editing them so that only the edited
//! lines differ.

mod agenda;
mod agenda_rules;
mod doubts;
mod edit;
mod event;
mod fields;
mod list;
mod pairs;
mod release;
mod speakers;
mod splice;
mod subjects;
mod tables;
mod waivers;

pub(super) use agenda::read_agenda;
pub(super) use doubts::SEVERAL_LINES;
pub use edit::{FieldValue, Fields};
pub(super) use edit::{add, remove, set};
pub(super) use event::read_event;
pub(super) use pairs::add_headings;
pub(super) use release::{read_release, release_text};
pub(super) use speakers::read_speakers;
pub(super) use tables::Tables;
