use super::candidate::Candidate;
use super::column;
use super::identity::contains;
use crate::model::{Submission, Submissions};

/// What is new about the submissions of one person: one that takes the place of a known one, or one more.
#[derive(Debug)]
pub(super) struct Filed {
    /// The place of the known submission that it replaces.
    pub(super) replaces: Option<u32>,
    /// What it says now.
    pub(super) submission: Submission,
}

/// The submissions of one person while rows about them come in.
pub(super) struct File<'a> {
    known: Vec<(u32, &'a Submission)>,
    pub(super) filed: Vec<Filed>,
}

/// What all rows of one table have in common.
pub(super) struct Origin {
    pub(super) source: &'static str,
    pub(super) imported: String,
    pub(super) has_standing: bool,
    pub(super) lasting_ids: bool,
}

impl<'a> File<'a> {
    pub(super) fn open(known: &'a Submissions, places: &[u32]) -> Self {
        let known = places.iter().map(|at| (*at, &known.list[*at as usize]));
        Self {
            known: known.collect(),
            filed: Vec::new(),
        }
    }

    /// Files a row. What was sent before is known by its id, or by its moment, or by saying nothing else; then it is
    /// brought up to date, where a blank overwrites nothing. Returns whether it is another ticket of one product.
    pub(super) fn take(&mut self, row: Candidate<'_>, origin: &Origin) -> bool {
        if let Some(filed) = self
            .filed
            .iter_mut()
            .find(|filed| is_it(&filed.submission, &row, origin))
        {
            update(&mut filed.submission, &row, origin);
            return false;
        }
        if let Some(at) = self
            .known
            .iter()
            .position(|(_, one)| is_it(one, &row, origin))
        {
            let (place, old) = self.known[at];
            if says_more(&row, old, origin) {
                let mut new = old.clone();
                update(&mut new, &row, origin);
                self.known.swap_remove(at);
                self.filed.push(Filed {
                    replaces: Some(place),
                    submission: new,
                });
            }
            return false;
        }
        let another = origin.lasting_ids
            && !row.source_id.is_empty()
            && self
                .all()
                .any(|one| one.source() == origin.source && !one.source_id().is_empty());
        self.filed.push(Filed {
            replaces: None,
            submission: submission(&row, origin),
        });
        another
    }

    /// Everything that is known of the person, with what came in, in the order in which it will be remembered.
    pub(super) fn all(&self) -> impl Iterator<Item = &Submission> {
        let known = self.known.iter().map(|(at, one)| (*at, *one));
        let filed = self.filed.iter();
        let filed = filed.map(|one| (one.replaces.unwrap_or(u32::MAX), &one.submission));
        let mut all: Vec<(u32, &Submission)> = known.chain(filed).collect();
        // Stable: what is new stands behind in the order of its rows.
        all.sort_by_key(|(at, _)| *at);
        all.into_iter().map(|(_, one)| one)
    }

    /// Gives back what says the same as before after all, because a later row took back what an earlier one changed.
    pub(super) fn close(&mut self, known: &'a Submissions) {
        let old = |filed: &Filed| {
            let at = filed.replaces?;
            let old = known.list.get(at as usize)?;
            (*old == filed.submission).then_some((at, old))
        };
        let same: Vec<(u32, &Submission)> = self.filed.iter().filter_map(old).collect();
        self.filed.retain(|filed| old(filed).is_none());
        self.known.extend(same);
    }
}

/// Returns what a row says as a submission that nobody has sent yet.
fn submission(row: &Candidate<'_>, origin: &Origin) -> Submission {
    let own = [
        "",
        origin.source,
        &row.source_id,
        &row.sent,
        &origin.imported,
    ];
    let mut values = row.values.iter().peekable();
    let width = row.values.last().map_or(0, |(last, _)| last + 1);
    let columns = (0..width).map(|number| {
        let value = values.next_if(|(column, _)| *column == number);
        value.map_or("", |(_, value)| value)
    });
    Submission::new(own.into_iter().chain(columns).collect())
}

fn is_it(known: &Submission, row: &Candidate<'_>, origin: &Origin) -> bool {
    let (source, id) = known.origin();
    if source == origin.source && !id.is_empty() && !row.source_id.is_empty() {
        let same = id == row.source_id;
        if origin.lasting_ids || !same {
            return same;
        }
    }
    let sent = known.sent();
    if super::fold::is_moment(sent) && super::fold::is_moment(&row.sent) {
        return sent == row.sent;
    }
    // Who paid and then got the money back has sent one thing, and the later row says what became of it.
    let says =
        |(column, value): &(u16, _)| *column == column::STATUS || known.get(*column) == value;
    match origin.has_standing {
        true => row.values.iter().all(says),
        false => contains(known, row),
    }
}

/// Tells whether [`update`] would change anything.
fn says_more(row: &Candidate<'_>, known: &Submission, origin: &Origin) -> bool {
    let differs =
        |(column, value): &(u16, _)| *column != column::STATUS && known.get(*column) != value;
    let (source, id) = known.origin();
    row.values.iter().any(differs)
        || origin.has_standing && known.get(column::STATUS) != row.standing.word()
        || super::fold::is_moment(&row.sent) && !super::fold::is_moment(known.sent())
        || id.is_empty() && source == origin.source && !row.source_id.is_empty()
}

/// Brings a submission up to date.
fn update(known: &mut Submission, row: &Candidate<'_>, origin: &Origin) {
    for (column, value) in &row.values {
        if *column != column::STATUS && known.get(*column) != value {
            known.set(*column, value);
        }
    }
    if origin.has_standing {
        known.set(column::STATUS, row.standing.word());
    }
    if super::fold::is_moment(&row.sent) && !super::fold::is_moment(known.sent()) {
        known.set_sent(&row.sent);
    }
    if known.source_id().is_empty() && known.source() == origin.source {
        known.set_source_id(&row.source_id);
    }
}
