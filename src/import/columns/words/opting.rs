use super::{FieldWords, list};
use crate::import::field::Field;

/// What products and people call it whether somebody may be written to, in more ways than a question for news.
pub(super) const WORDS: &[FieldWords] = &[(
    Field::Updates,
    list![
        "communication consent",
        "communications consent",
        "contact preferences email",
        "contact preference email",
        "opt in email",
        "opt in to email contact",
    ],
)];
