use std::ops::Range;

use crate::error::{Place, Source};

/// Where a record was read from, so that a finding can point at the very value.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    source: Option<Source>,
    record: Range<usize>,
    fields: Vec<(String, Range<usize>)>,
}

impl Origin {
    /// A record that stands at a byte range of `source`, its values at theirs.
    pub fn new(source: Source, record: Range<usize>, fields: Vec<(String, Range<usize>)>) -> Self {
        Self {
            source: Some(source),
            record,
            fields,
        }
    }

    /// Tells whether the record has a value for a field.
    pub fn has(&self, field: &str) -> bool {
        self.fields.iter().any(|(name, _)| name == field)
    }

    /// Returns where the value of a field stands, or the record's first line if the field is absent.
    /// None for a record that was made in memory.
    pub fn place(&self, field: &str) -> Option<Place> {
        let range = self
            .fields
            .iter()
            .find(|(name, _)| name == field)
            .map_or(&self.record, |(_, range)| range);
        self.source
            .as_ref()
            .map(|source| source.place(range.clone()))
    }
}

/// Where something was read from is no part of what it is.
impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
