//! Speakers from a stranger's file, CSV or JSON: which heading says what, who is among the speakers already, and a
//! verdict for every row. Whatever organisers have written about somebody stays, unless they want the file's word.

mod answer;
mod entries;
mod json;
mod ladder;
mod plan;

pub use answer::Answer;
pub use entries::{Entry, SpeakerFile};
pub use plan::{SpeakerOutcome, SpeakerPlan, SpeakerVerdict};
