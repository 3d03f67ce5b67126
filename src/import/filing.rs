use super::candidate::Candidate;
use super::identity::contains;
use super::{Standing, column, fold};
use crate::model::{Submission, Submissions};

/// What is new about the submissions of one person: one that takes the place of a known one, or one more.
#[derive(Debug)]
pub(super) struct Filed {
    /// The place of the known submission that it replaces, since it says when or under which id that was sent, or nothing
    /// does.
    pub(super) replaces: Option<u32>,
    /// The place of the known submission that says the same thing as it was before: it was changed at the source.
    pub(super) follows: Option<u32>,
    /// What it says now.
    pub(super) submission: Submission,
}

impl Filed {
    /// Tells whether it is one more, and not a known one that says something else.
    fn is_another(&self) -> bool {
        self.replaces.is_none() && self.follows.is_none()
    }
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
    pub(super) fn take(&mut self, row: &Candidate<'_>, origin: &Origin) -> bool {
        if let Some(filed) = self
            .filed
            .iter_mut()
            .find(|filed| is_it(&filed.submission, row, origin))
        {
            update(&mut filed.submission, row, origin);
            return false;
        }
        if let Some(at) = self.latest(row, origin) {
            let (place, old) = self.known[at];
            let (refines, differs) = (refines(row, old, origin), differs(row, old));
            if refines || differs {
                let in_place = refines || !can_be_followed(old);
                let mut new = if in_place { old.clone() } else { old.anew() };
                update(&mut new, row, origin);
                if in_place {
                    self.known.remove(at);
                }
                self.filed.push(Filed {
                    replaces: in_place.then_some(place),
                    follows: (!in_place).then_some(place),
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
            follows: None,
            submission: submission(row, origin),
        });
        another
    }

    /// Returns where the known submission is that a row tells of, as it was last.
    fn latest(&self, row: &Candidate<'_>, origin: &Origin) -> Option<usize> {
        let known = || self.known.iter().map(|(_, one)| *one);
        let found = known().position(|one| is_it(one, row, origin))?;
        let last = known().rposition(|one| follows(one, self.known[found].1));
        Some(last.unwrap_or(found))
    }

    /// Tells whether a row says nothing that was not imported once, be it the latest or not.
    pub(super) fn knows(&self, row: &Candidate<'_>, origin: &Origin) -> bool {
        let same = |one: &Submission| {
            is_it(one, row, origin) && !differs(row, one) && !refines(row, one, origin)
        };
        self.known.iter().any(|(_, one)| same(one))
    }

    /// Tells whether they have signed up once more, after all that was known.
    pub(super) fn comes_again(&self, before: &[&Submission]) -> bool {
        let last = before.iter().map(|known| fold::moment(known)).max();
        let filed = self.filed.iter().filter(|filed| filed.is_another());
        let mut filed = filed.map(|filed| &filed.submission);
        filed.any(|one| {
            // A list without times says again who is in it whenever it says something else.
            fold::is_moment(one.sent())
                && Some(one.sent()) > last
                && fold::standing(one) == Standing::Coming
        })
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
    pub(super) fn close(&mut self, known: &'a Submissions, origin: &Origin) {
        let old = |filed: &Filed| {
            let at = filed.replaces.or(filed.follows)?;
            let old = known.list.get(at as usize)?;
            let same = old.all().eq(filed.submission.all());
            same.then_some((filed.replaces, old))
        };
        let same = self.filed.iter().filter_map(old);
        let same: Vec<_> = same.filter_map(|(at, old)| Some((at?, old))).collect();
        self.filed.retain(|filed| old(filed).is_none());
        self.known.extend(same);
        for filed in &mut self.filed {
            if filed.follows.is_some() {
                filed.submission.set_imported(&origin.imported);
            }
        }
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
    if fold::is_moment(sent) && fold::is_moment(&row.sent) {
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

/// Tells whether two submissions are one thing that was sent, the later one as it was changed at the source. Of rows with
/// neither a time nor an id that cannot be said: they may be of two lists, or two rows of one.
pub(super) fn follows(later: &Submission, earlier: &Submission) -> bool {
    later.origin() == earlier.origin() && later.sent() == earlier.sent() && can_be_followed(earlier)
}

/// Tells whether a submission can be told from others of the same person.
pub(super) fn can_be_followed(one: &Submission) -> bool {
    fold::is_moment(one.sent()) || !one.source_id().is_empty()
}

/// Tells whether a row says something else than a known submission.
fn differs(row: &Candidate<'_>, known: &Submission) -> bool {
    // What can be told from others says that somebody comes by having been sent, in a word or without.
    let is_implied = |column: u16, value: &str, before: &str| {
        column == column::STATUS
            && before.is_empty()
            && value == Standing::Coming.answer()
            && can_be_followed(known)
    };
    row.values.iter().any(|(column, value)| {
        let before = known.get(*column);
        before != value && !is_implied(*column, value, before)
    })
}

/// Tells whether a row tells of a known submission when it was sent or under which id, which was not known.
fn refines(row: &Candidate<'_>, known: &Submission, origin: &Origin) -> bool {
    let (source, id) = known.origin();
    fold::is_moment(&row.sent) && !fold::is_moment(known.sent())
        || id.is_empty() && source == origin.source && !row.source_id.is_empty()
}

/// Brings a submission up to date.
fn update(known: &mut Submission, row: &Candidate<'_>, origin: &Origin) {
    for (column, value) in &row.values {
        if known.get(*column) != value {
            known.set(*column, value);
        }
    }
    if fold::is_moment(&row.sent) && !fold::is_moment(known.sent()) {
        known.set_sent(&row.sent);
    }
    if known.source_id().is_empty() && known.source() == origin.source {
        known.set_source_id(&row.source_id);
    }
}
