//! The event folder: files to model and back. The only room that touches the disk.
//!
//! Reading takes no lock. Changing goes through the [`Editor`], which alone can save: it holds the lock, applies an
//! operation to what stands in the file now, and replaces the file whole and durably.

mod create;
mod disk;
mod editor;
mod folder;
mod journal;
mod lock;
mod outbox;
mod outside;
mod reading;
mod records;
mod registrations;
mod secrets;
mod toml;

pub use create::{NewEvent, create, create_example, write_pages, write_personal};
pub use editor::{Editor, Mode};
pub use folder::Folder;
pub use journal::{Journalist, boot_id};
pub use lock::Lock;
pub use outside::read_outside;
pub use reading::Reading;
pub use records::Noun;
pub use registrations::Cells;
pub use secrets::{password_command, secret};
pub use toml::{FieldValue, Fields};
