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

/// So many unclear answers are named: enough to see what they are like.
const MOST_ANSWERS: usize = 3;

/// So many characters of each.
const LONGEST_ANSWER: usize = 60;

/// What was noticed while rows were read.
#[derive(Default)]
pub(super) struct Noticed {
    /// Certain repairs, with how often and the first line.
    pub(super) cleaned: BTreeMap<Cleaned, (usize, usize)>,
    /// Answers to consent questions that are no clear yes or no.
    pub(super) unclear: usize,
    /// The first of them that differ, on one line each.
    pub(super) unclear_answers: Vec<String>,
    /// What is doubtful but was left alone.
    pub(super) doubts: Doubts,
}

impl Noticed {
    pub(super) fn repair(&mut self, what: Cleaned, line: usize) {
        self.cleaned.entry(what).or_insert((0, line)).0 += 1;
    }

    /// Counts an answer that is no clear yes or no.
    pub(super) fn unclear(&mut self, answer: &str) {
        self.unclear += 1;
        self.name_unclear(answer);
    }

    fn name_unclear(&mut self, answer: &str) {
        // A column may have another answer in each of a million rows.
        if self.unclear_answers.len() < MOST_ANSWERS {
            let words: Vec<&str> = answer.split_whitespace().collect();
            let answer: String = words.join(" ").chars().take(LONGEST_ANSWER).collect();
            if !self.unclear_answers.contains(&answer) {
                self.unclear_answers.push(answer);
            }
        }
    }

    /// Takes what was noticed in later rows.
    pub(super) fn extend(&mut self, later: Self) {
        for (what, (count, line)) in later.cleaned {
            self.cleaned.entry(what).or_insert((0, line)).0 += count;
        }
        self.unclear += later.unclear;
        for answer in later.unclear_answers {
            self.name_unclear(&answer);
        }
        self.doubts.list.extend(later.doubts.list);
    }
}
