//! Delimited text (RFC 4180) read with every byte accounted for, and written back so that only what changed differs.
//! Knows rows and cells, not what a column means, where the text came from or where it goes.

mod abreast;
mod audit;
mod cell;
mod delimiter;
mod edit;
mod fault;
mod halves;
mod journal;
mod line;
mod plain;
mod position;
#[cfg(test)]
mod properties;
mod quote;
mod row;
mod scan;
mod table;
mod write;

pub use abreast::{STRETCH, abreast, together};
pub use delimiter::Delimiter;
pub use fault::{Fault, FaultKind};
pub use journal::{Journal, Torn};
pub use line::line_cells;
pub use plain::{delimiters, find};
pub use row::Row;
pub use table::Sheet;
pub use write::Rows;
