//! The event folder: files to model and back. The only room that touches the disk.
//!
//! Reading takes no lock. Changing goes through the [`Editor`], which alone can save: it holds the lock, applies an
//! operation to what stands in the file now, and replaces the file whole and durably.

mod beside;
mod carry;
mod claim;
mod create;
mod disk;
mod editor;
mod folder;
mod forget;
mod given;
mod history;
mod journal;
mod lock;
mod meanwhile;
mod next;
mod outbox;
mod published;
mod reading;
mod records;
mod registrations;
mod rejected;
mod releases;
mod revised;
mod secrets;
mod settled;
mod staged;
mod strangers;
mod submissions;
mod tail;
mod target;
mod told;
mod toml;
mod undo;
mod values;
mod whole;

pub use create::{NewEvent, create, create_example, write_pages, write_personal, write_shared};
pub use disk::read_bytes;
pub use editor::{Editor, Mode};
pub use folder::Folder;
pub use forget::NEEDS;
pub use journal::{Journalist, boot_id};
pub use lock::Lock;
pub use meanwhile::Meanwhile;
pub use next::{NextEvent, TakeOver};
pub use outbox::Stamp;
pub use published::Published;
pub use reading::Reading;
pub use records::Noun;
pub use registrations::{Cells, Happened, History, Recorded};
pub use releases::release_number;
pub use secrets::{key_file, password_command, private_key, secret};
pub use staged::Staged;
pub use submissions::Memory;
pub use toml::{FieldValue, Fields};
pub use undo::{Direction, Logged, Plan, Run, Telling, Touched};
use undo::{Made, Prepared};

// Commands know the store and not the sheets that it reads.
pub use crate::sheet::together;
