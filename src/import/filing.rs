//! What each person has sent, from whichever source: which of it is new, what takes the place of what, and to what it
//! adds up ([`fold`]). Nothing that came later may be lost to something older that comes in once more ([`back`]), and no
//! source's word counts as another's ([`itself`]).

mod back;
pub(super) mod between;
pub(super) mod fold;
pub(super) mod handed;
mod itself;
mod last_change;
pub(super) mod named;
mod open_day;
mod returned;
pub(super) mod strays;

use std::cmp::Ordering;

use super::candidate::Candidate;
use super::orders::Orders;
use super::sequence::Sequence;
use super::spelling::Spelling;
use super::{Standing, column};
use crate::model::{Submission, Submissions};
use handed::is_handed_on;
pub(super) use last_change::LastChange;

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
    pub(super) fn is_another(&self) -> bool {
        self.replaces.is_none() && self.follows.is_none()
    }
}

/// The submissions of one person while rows about them come in.
pub(super) struct File<'a> {
    pub(super) known: Vec<(u32, &'a Submission)>,
    pub(super) filed: Vec<Filed>,
    /// What is known of things that have got their id only now, with it.
    pub(super) named: Vec<Filed>,
    /// The moments at which the rows have several things.
    pub(super) at_once: Vec<&'a str>,
    /// The places of those that rows without a time or an id have said once more.
    pub(super) repeated: Vec<u32>,
    /// Whether the rows are of an earlier export: what was said otherwise since stays.
    pub(super) is_earlier: bool,
    /// When the last of what the rows turn back was imported; blank if they turn nothing back.
    pub(super) turned_back: &'a str,
    /// Whether a list without times says again that they do not come, as it did before it said something else.
    pub(super) declines_again: bool,
    /// Whether such a list says of somebody who has declined twice that they come, as it did between.
    pub(super) returns_again: bool,
    /// The columns of consents whose yes was not taken, since there was a no after it.
    pub(super) refused: Vec<u16>,
}

/// What all rows of one table have in common.
pub(super) struct Origin<'t> {
    pub(super) source: &'static str,
    pub(super) imported: String,
    pub(super) has_standing: bool,
    pub(super) lasting_ids: bool,
    /// Where the number of an order stands.
    pub(super) orders: Orders,
    /// What says when a row was changed last.
    pub(super) changed: Option<LastChange>,
    pub(super) spelling: Spelling<'t>,
    pub(super) sequence: Sequence<'t>,
}

impl Origin<'_> {
    /// Tells whether a row was changed before a known submission was: it is of an older export, and says nothing new.
    pub(super) fn is_older(&self, row: &Candidate<'_>, known: &Submission) -> bool {
        self.age(row, known) == Some(Ordering::Less)
    }

    /// Tells whether a row was changed after a known submission was, as it says itself.
    pub(super) fn is_newer(&self, row: &Candidate<'_>, known: &Submission) -> bool {
        self.age(row, known) == Some(Ordering::Greater)
    }

    fn age(&self, row: &Candidate<'_>, known: &Submission) -> Option<Ordering> {
        self.changed?.age(row, known)
    }
}

impl<'a> File<'a> {
    pub(super) fn open(known: &'a Submissions, places: &[u32]) -> Self {
        let known = places.iter().map(|at| (*at, &known.list[*at as usize]));
        Self {
            known: known.collect(),
            filed: Vec::new(),
            named: Vec::new(),
            at_once: Vec::new(),
            repeated: Vec::new(),
            is_earlier: false,
            turned_back: "",
            declines_again: false,
            returns_again: false,
            refused: Vec::new(),
        }
    }

    /// Files a row. What was sent before is known by its id, or by its moment, or by saying nothing else; then it is
    /// brought up to date, where a blank overwrites nothing. Returns whether it is another ticket of one product.
    pub(super) fn take(&mut self, row: &Candidate<'_>, origin: &Origin<'_>) -> bool {
        let Some(row) = self.without_old(row, origin) else {
            return false;
        };
        let row = &*row;
        // Of two rows of one table only one of which says when it was sent nobody knows whether they are one.
        let here = self.filed.iter_mut().filter_map(|filed| {
            let how = how_surely(&filed.submission, row, origin)?;
            let alike = fold::is_moment(filed.submission.sent()) == fold::is_moment(&row.sent);
            let is_one = match how {
                Surely::AtOnce => true,
                Surely::ByTheDay => false,
                Surely::ByItsWords | Surely::ByItsSource => alike,
            };
            is_one.then_some((how, filed))
        });
        if let Some((_, filed)) = surest(here) {
            update(&mut filed.submission, row, origin);
            return false;
        }
        let latest = self.latest(row, origin);
        if let Some(at) = latest.filter(|at| !self.is_one_of_several(*at, row)) {
            let (place, old) = self.known[at];
            let (refines, differs) = (refines(row, old, origin), differs(row, old, origin));
            // A list without times that says what it said before that was changed at the source says nothing new.
            let is_undated = row.source_id.is_empty() && !fold::is_moment(&row.sent);
            if differs && is_undated && fold::is_moment(old.sent()) && self.knows(row, origin) {
                return false;
            }
            if (refines || differs) && !origin.is_older(row, old) {
                let is_kept = self.name(at, row, origin);
                let refines = refines && !is_kept;
                let mut new = if refines { old.clone() } else { old.anew() };
                update(&mut new, row, origin);
                if refines {
                    self.known.retain(|(at, _)| *at != place);
                }
                self.filed.push(Filed {
                    replaces: refines.then_some(place),
                    follows: (!refines).then_some(place),
                    submission: new,
                });
            } else if !differs && !can_be_followed(old) {
                self.repeated.push(place);
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
    pub(super) fn latest(&self, row: &Candidate<'_>, origin: &Origin<'_>) -> Option<usize> {
        let known = || self.known.iter().map(|(_, one)| *one);
        let sure = known().enumerate();
        let sure = sure.filter_map(|(at, one)| Some((how_surely(one, row, origin)?, at)));
        let (how, found) = surest(sure)?;
        let is_later = |one: &Submission| match can_be_followed(self.known[found].1) {
            true => follows(one, self.known[found].1),
            // Of what has neither time nor id the last that is the same but for the status.
            false => how_surely(one, row, origin) == Some(how),
        };
        Some(known().rposition(is_later).unwrap_or(found))
    }

    /// Tells whether a row would say when a submission was sent that its source has said otherwise before or since, of
    /// which nobody knows when: the one would become older than the others.
    fn is_one_of_several(&self, at: usize, row: &Candidate<'_>) -> bool {
        let one = self.known[at].1;
        let is_bare = |one: &Submission| !can_be_followed(one) && one.sent().is_empty();
        let others = self.known.iter().map(|(_, other)| *other);
        let mut others = others.filter(|other| !std::ptr::eq(*other, one));
        fold::is_moment(&row.sent)
            && is_bare(one)
            && others.any(|other| other.source() == one.source() && is_bare(other))
    }

    /// Tells whether a row says nothing that was not imported once, be it the latest or not.
    pub(super) fn knows(&self, row: &Candidate<'_>, origin: &Origin<'_>) -> bool {
        self.known.iter().any(|(_, one)| is_known(row, one, origin))
    }

    /// Everything that is known of the person, with what came in, in the order in which it will be remembered.
    pub(super) fn all(&self) -> impl Iterator<Item = &Submission> {
        let known = self.known.iter().map(|(at, one)| (*at, *one));
        let filed = self.named.iter().chain(&self.filed);
        let filed = filed.map(|one| (one.replaces.unwrap_or(u32::MAX), &one.submission));
        let mut all: Vec<(u32, &Submission)> = known.chain(filed).collect();
        // Stable: what is new stands behind in the order of its rows.
        all.sort_by_key(|(at, _)| *at);
        all.into_iter().map(|(_, one)| one)
    }

    /// Gives back what says the same as before after all, because a later row took back what an earlier one changed.
    pub(super) fn close(&mut self, known: &'a Submissions, origin: &Origin<'_>) {
        self.refuse_again();
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
fn submission(row: &Candidate<'_>, origin: &Origin<'_>) -> Submission {
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

/// How surely a row tells of a known submission.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Surely {
    /// It says nothing else, but comes from elsewhere.
    ByItsWords,
    /// Its source says nothing else of them, but perhaps whether they come.
    ByItsSource,
    /// It was sent at the same moment, as far as a spreadsheet has left it.
    ByTheDay,
    /// It was sent at the same moment, or has the same id.
    AtOnce,
}

/// Returns the first of those that are the surest.
fn surest<T>(all: impl Iterator<Item = (Surely, T)>) -> Option<(Surely, T)> {
    all.reduce(|best, one| if one.0 > best.0 { one } else { best })
}

fn how_surely(known: &Submission, row: &Candidate<'_>, origin: &Origin<'_>) -> Option<Surely> {
    let (source, id) = known.origin();
    let (sent, both_sent) = (known.sent(), [known.sent(), &row.sent]);
    let are_dated = both_sent.into_iter().all(fold::is_moment);
    if source == origin.source && !id.is_empty() && !row.source_id.is_empty() {
        let same = id == row.source_id;
        if origin.lasting_ids || !same || !are_dated {
            return same.then_some(Surely::AtOnce);
        }
    }
    if sent == row.sent && are_dated {
        return Some(Surely::AtOnce);
    }
    if are_dated {
        let may_be = source == origin.source && id == row.source_id;
        return (may_be && is_one_moment(sent, &row.sent)).then_some(Surely::ByTheDay);
    }
    // Who paid and then got the money back has sent one thing, and the later row says what became of it. What another
    // source says of whether they come is its own word, and not what became of that.
    let is_own = source == origin.source;
    let is_said = row.values.iter().all(|(column, value)| {
        let is_standing = origin.has_standing && *column == column::STATUS;
        is_standing && (is_own || says(known, *column, value, origin))
            || origin.spelling.is_same(*column, known.get(*column), value)
    });
    // Where nothing but its words says that it was sent then, it was not if it says more: the rest would become as old.
    let is_dated_now = fold::is_moment(&row.sent) && !fold::is_moment(sent);
    let says_more = || {
        let mut values = known.values();
        values.any(|(column, _)| column != column::STATUS && row.get(column).is_empty())
    };
    // And it was not if it was imported before that.
    let is_later = || fold::is_to_come(&row.sent, known.imported());
    let how = match is_own {
        true => Surely::ByItsSource,
        false => Surely::ByItsWords,
    };
    (is_said && !(is_dated_now && (is_later() || says_more()))).then_some(how)
}

/// Tells whether two moments are one, of which a spreadsheet may have left out the seconds or the time of day.
fn is_one_moment(one: &str, other: &str) -> bool {
    let (day, minute) = ("0000-00-00".len(), "0000-00-00 00:00".len());
    let is_day = |moment: &str| moment.ends_with(" 00:00:00");
    let is_minute = |moment: &str| moment.ends_with(":00");
    one[..day] == other[..day] && (is_day(one) || is_day(other))
        || one[..minute] == other[..minute] && (is_minute(one) || is_minute(other))
}

/// Tells whether two submissions are one thing that was sent, the later one as it was changed at the source. Of rows with
/// neither a time nor an id that cannot be said: they may be of two lists, or two rows of one.
pub(super) fn follows(later: &Submission, earlier: &Submission) -> bool {
    let (sent, before) = (later.sent(), earlier.sent());
    // By its id it is known also where one export says when it was sent and another one does not.
    let is_dated_now =
        || !(earlier.source_id().is_empty() || fold::is_moment(sent) && fold::is_moment(before));
    later.origin() == earlier.origin()
        && (sent == before || is_dated_now())
        && can_be_followed(earlier)
}

/// Tells whether a submission can be told from others of the same person.
pub(super) fn can_be_followed(one: &Submission) -> bool {
    fold::is_moment(one.sent()) || !one.source_id().is_empty()
}

/// Tells whether a row says nothing that a known submission does not.
pub(super) fn is_known(row: &Candidate<'_>, known: &Submission, origin: &Origin<'_>) -> bool {
    how_surely(known, row, origin).is_some() && says_no_more(row, known, origin)
}

/// Tells whether a row that is known says nothing more than it did.
pub(super) fn says_no_more(row: &Candidate<'_>, known: &Submission, origin: &Origin<'_>) -> bool {
    !differs(row, known, origin) && !refines(row, known, origin)
}

/// Tells whether a row says something else than a known submission.
fn differs(row: &Candidate<'_>, known: &Submission, origin: &Origin<'_>) -> bool {
    let mut values = row.values.iter();
    is_handed_on(known) || values.any(|(column, value)| !says(known, *column, value, origin))
}

/// Tells whether a submission says of a column what a row does.
pub(super) fn says(one: &Submission, column: u16, value: &str, origin: &Origin<'_>) -> bool {
    let before = one.get(column);
    // What can be told from others says that somebody comes by having been sent, in a word or without.
    let is_implied = || {
        column == column::STATUS
            && before.is_empty()
            && value == Standing::Coming.answer()
            && can_be_followed(one)
    };
    origin.spelling.is_same(column, before, value) || is_implied()
}

/// Tells whether a row tells of a known submission when it was sent or under which id, which was not known.
fn refines(row: &Candidate<'_>, known: &Submission, origin: &Origin<'_>) -> bool {
    let (source, id) = known.origin();
    fold::is_moment(&row.sent) && !fold::is_moment(known.sent())
        || id.is_empty() && source == origin.source && !row.source_id.is_empty()
}

/// Brings a submission up to date.
fn update(known: &mut Submission, row: &Candidate<'_>, origin: &Origin<'_>) {
    if is_handed_on(known) {
        // It came back.
        known.set(column::STATUS, "");
    }
    for (column, value) in &row.values {
        if !origin.spelling.is_same(*column, known.get(*column), value) {
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
