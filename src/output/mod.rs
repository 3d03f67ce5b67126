//! The only room that prints: answers on standard output, everything else on standard error. Knows rows and
//! findings, not speakers; decides colour and width once.

mod findings;
mod fit;
mod formula;
mod grid;
mod json;
mod list;
mod progress;
mod reflow;
mod screen;
mod settings;
mod stream;
mod table;
mod visible;
mod workbook;

pub use grid::Grid;
pub use list::{Column, List, Record};
pub use progress::Progress;
pub use screen::Screen;
pub use settings::{Colour, Format, Settings};
pub use visible::{visible, visible_lines};
