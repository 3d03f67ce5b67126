use std::borrow::Cow;
use std::collections::BTreeMap;

use super::clean::Cleaned;
use super::doubt::Doubts;
use super::identity::Keys;
use super::standing::Standing;

/// What one row says about a person, as far as possible in the words of its file.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'t> {
    /// When it was sent: `YYYY-MM-DD HH:MM:SS` at the event, or as typed if that is doubtful, or blank.
    pub(super) sent: Cow<'t, str>,
    /// The product's own name for it.
    pub(super) source_id: Cow<'t, str>,
    /// Whether they come.
    pub(super) standing: Standing,
    /// What is not blank, by column.
    pub(super) values: Vec<(u16, Cow<'t, str>)>,
}

impl Candidate<'_> {
    /// Returns the value of a column, blank if there is none.
    pub(super) fn get(&self, column: u16) -> &str {
        let found = self.values.iter().find(|(number, _)| *number == column);
        found.map_or("", |(_, value)| value)
    }
}

/// What a row turned out to be.
pub(super) enum Reading<'t> {
    /// Somebody.
    Person(Candidate<'t>, Keys),
    /// Nothing at all.
    Blank,
    /// Nobody that could be told from others, and why.
    Nobody(String),
}

/// What was noticed while rows were read.
#[derive(Default)]
pub(super) struct Noticed {
    /// Certain repairs, with how often and the first line.
    pub(super) cleaned: BTreeMap<Cleaned, (usize, usize)>,
    /// Answers to consent questions that are no clear yes or no.
    pub(super) unclear: usize,
    /// What is doubtful but was left alone.
    pub(super) doubts: Doubts,
}

impl Noticed {
    pub(super) fn repair(&mut self, what: Cleaned, line: usize) {
        self.cleaned.entry(what).or_insert((0, line)).0 += 1;
    }

    /// Takes what was noticed in later rows.
    pub(super) fn extend(&mut self, later: Self) {
        for (what, (count, line)) in later.cleaned {
            self.cleaned.entry(what).or_insert((0, line)).0 += count;
        }
        self.unclear += later.unclear;
        self.doubts.list.extend(later.doubts.list);
    }
}
