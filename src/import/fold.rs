use std::collections::BTreeMap;

use super::{column, name};
use crate::import::Standing;
use crate::model::Submission;

/// What all that somebody sent adds up to.
#[derive(Debug, Default)]
pub(super) struct Folded<'a> {
    /// The values by column; name, address and answers, not when, whence and whether.
    pub(super) values: BTreeMap<u16, &'a str>,
    /// When they signed up first.
    pub(super) registered: &'a str,
    /// Whence.
    pub(super) source: &'a str,
    /// Under which id there.
    pub(super) source_id: &'a str,
    /// Whether they come, as far as the sources say.
    pub(super) standing: Standing,
}

/// Adds up what somebody sent. A later submission wins field by field and a blank never does, so that the order in which
/// files are imported makes no difference; of two spellings of one name the richer one stays.
pub(super) fn fold<'a>(submissions: &[&'a Submission]) -> Folded<'a> {
    let mut sorted = submissions.to_vec();
    // Stable: of two sent at one time, the one that was imported later is the later one.
    sorted.sort_by(|one, other| moment(one).cmp(moment(other)));
    let mut folded = Folded::default();
    for submission in &sorted {
        for (column, value) in submission.values() {
            if column == column::STATUS {
                continue;
            }
            let before = folded.values.get(&column).copied().unwrap_or_default();
            let kept = column == column::NAME
                && name::richer(before, value)
                && name::key(before) == name::key(value);
            if !kept {
                folded.values.insert(column, value);
            }
        }
    }
    let stamped = |one: &&&Submission| is_moment(one.sent());
    if let Some(first) = sorted.iter().find(stamped).or(sorted.first()) {
        folded.registered = if first.sent().is_empty() {
            first.imported()
        } else {
            first.sent()
        };
    }
    // An id is worth more than an early date: by it the person is found again.
    let with_id = sorted.iter().find(|one| !one.source_id().is_empty());
    if let Some(origin) = with_id.or(sorted.first()) {
        (folded.source, folded.source_id) = origin.origin();
    }
    if let Some(last) = sorted.last() {
        let latest = sorted.iter().filter(|one| moment(one) == moment(last));
        let standings = latest.map(|one| standing(one));
        folded.standing = standings.min().unwrap_or_default();
    }
    folded
}

/// When a submission counts as sent: an unknown time is that of the import.
fn moment(submission: &Submission) -> &str {
    let sent = submission.sent();
    if is_moment(sent) {
        sent
    } else {
        submission.imported()
    }
}

/// Tells whether a text is a moment as plenary writes it, and not one as somebody typed it.
pub(super) fn is_moment(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 19 && bytes[4] == b'-' && bytes[10] == b' ' && bytes[0].is_ascii_digit()
}

/// Whether they come, as far as one submission says.
pub(super) fn standing(submission: &Submission) -> Standing {
    Standing::of_word(submission.get(column::STATUS))
}
