use super::super::filing::Filed;
use super::super::filing::fold::{CONSENTS, Folded, fold, is_moment, moment, standing};
use super::super::orders::Orders;
use super::super::verdict::Change;
use super::super::{Standing, column, name, products, spelling};
use crate::model::{Registration, Status, Submission, Submissions};

/// What is to be done about one person.
#[derive(Debug)]
pub(in crate::import) enum Decision {
    /// They are new, and one row of the table tells of them.
    Row(Newcomer),
    /// Anything else.
    More(Other),
}

impl Decision {
    /// Returns what becomes of their status.
    pub(in crate::import) fn turn(&self) -> Turn {
        match self {
            Self::Row(newcomer) => newcomer.turn,
            Self::More(other) => other.turn,
        }
    }
}

/// Somebody new of whom one row of the table says it all. Of a million people it is 8 bytes each.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct Newcomer {
    /// Which row.
    pub(in crate::import) row: u32,
    /// What becomes of their status.
    pub(in crate::import) turn: Turn,
}

/// Somebody of whom there is more to say than one row does.
#[derive(Debug)]
pub(in crate::import) struct Other {
    /// Their place in the list after the import.
    pub(in crate::import) place: u32,
    /// What becomes of their status.
    pub(in crate::import) turn: Turn,
    pub(in crate::import) more: Box<More>,
}

/// What is to be done about somebody known, or of whom several rows tell.
#[derive(Debug, Default)]
pub(in crate::import) struct More {
    /// Values to set; of somebody new all of them are in what is filed.
    pub(in crate::import) sets: Vec<(u16, String)>,
    /// When they signed up, for the order of the waiting list.
    pub(in crate::import) registered: String,
    /// What is to be remembered.
    pub(in crate::import) filed: Vec<Filed>,
}

/// What becomes of a status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::import) enum Turn {
    /// It stays.
    #[default]
    Stay,
    /// They ask for a place, and wait until they get one.
    Seat,
    /// This one.
    To(Status),
}

impl Turn {
    /// Returns the status that somebody has now; none if theirs stays.
    pub(in crate::import) fn status(self) -> Option<Status> {
        match self {
            Self::Stay => None,
            Self::Seat => Some(Status::Waiting),
            Self::To(status) => Some(status),
        }
    }
}

/// What three-way comparison found about somebody who stands in the list.
#[derive(Debug, Default)]
pub(in crate::import) struct Difference {
    pub(in crate::import) sets: Vec<(u16, String)>,
    pub(in crate::import) changes: Vec<Change>,
    pub(in crate::import) conflicts: Vec<Change>,
    pub(in crate::import) turn: Turn,
    pub(in crate::import) cancelled: bool,
    /// What was sent while something else was said, and nobody knows which came later.
    pub(in crate::import) older: Vec<Change>,
    /// Whether the conflict over their status is no organiser's doing: the source has taken back a place that it had given.
    pub(in crate::import) keeps_place: bool,
    /// Whether the sources had said before that they do not come.
    was_cancelled: bool,
}

/// Compares what was imported last, what stands in the list now, and what the sources say now. Only what changed at the
/// source comes in; where the list was changed by hand too, it stays as it is.
///
/// Returns what the sources say now with it.
pub(in crate::import) fn differ<'n>(
    (names, orders): (&Submissions, &Orders),
    person: &Registration,
    (before, now, filed): (&[&Submission], &[&'n Submission], &[Filed]),
) -> (Difference, Folded<'n>) {
    let mut difference = Difference::default();
    let (base, new) = (fold(before, orders), fold(now, orders));
    let remembered = !before.is_empty();
    // Of two rows that are one person what stands in the list may have been said by the other one.
    let mut called = before.iter().map(|one| name::key(one.get(column::NAME)));
    let first = called.next();
    let is_of_two = called.any(|name| Some(name) != first);
    for (number, value) in &new.values {
        let base = base.values.get(number).copied().unwrap_or_default();
        let local = person.get(column::name(names, *number));
        let is_answer = ![column::NAME, column::EMAIL, column::PHONE].contains(number);
        let says_so = |one: &&Submission| spelling::same(*number, one.get(*number), local);
        let was_said = || before.iter().any(says_so);
        let base = match is_of_two && is_answer && was_said() {
            true => local,
            false => base,
        };
        // Where a source takes back what it allowed itself, it does not matter what another one said of that.
        let takes_back = |new: &Filed| {
            new.submission.get(*number) == "no" && new.answered(names, before, *number) == "yes"
        };
        let is_withdrawn = local == "yes"
            && *value == "no"
            && CONSENTS.contains(number)
            && filed.iter().any(takes_back);
        let base = if is_withdrawn { local } else { base };
        difference.value(names, person, *number, (base, value, remembered));
    }
    let known = before.iter().map(|one| moment(one)).max();
    let is_later = |one: &&&Submission| is_moment(one.sent()) && Some(moment(one)) > known;
    // What a source allowed after that nobody has allowed by hand.
    let by_hand = |number: &u16| base.values.get(number) != Some(&"yes");
    for number in CONSENTS.into_iter().filter(by_hand) {
        let again = now.iter().filter(is_later);
        let last = again.max_by_key(|one| moment(one));
        // So it is with the first no of what does not say when.
        let refuses = |new: &Filed| {
            let is_moved = !new.is_another() || !is_moment(new.submission.sent());
            is_moved
                && new.submission.get(number) == "no"
                && new.answered(names, before, number).is_empty()
        };
        let is_no = new.values.get(&number) == Some(&"no");
        if last.is_some_and(|one| one.get(number) == "no") || is_no && filed.iter().any(refuses) {
            difference.refused(names, person, number);
        }
    }
    let whence = [
        (
            column::REGISTERED,
            minute(base.registered),
            minute(new.registered),
        ),
        (column::SOURCE, base.source, new.source),
        (column::SOURCE_ID, base.source_id, new.source_id),
    ];
    for (number, base, value) in whence {
        let local = person.get(column::name(names, number));
        // Where somebody came from is no matter of dispute: what the organisers wrote stays without a word.
        if value != base && local == base && !value.is_empty() {
            if number == column::REGISTERED {
                // By it the queue for places is ordered.
                difference.changes.push(Change {
                    column: column::name(names, number).to_string(),
                    old: local.to_string(),
                    new: value.to_string(),
                });
            }
            difference.sets.push((number, value.to_string()));
        }
    }
    difference.was_cancelled = base.standing == Standing::Cancelled;
    let has_come = base.standing == Standing::Coming
        || before.iter().any(|one| standing(one) == Standing::Coming);
    let says_no = |one: &&Filed| standing(&one.submission) == Standing::Cancelled;
    let mut no = filed.iter().filter(says_no).peekable();
    let is_refused =
        no.peek().is_some() && no.all(|one| products::refuses(one.submission.source()));
    difference.standing(person, (&base, has_come, is_refused), &new);
    let declines = |one: &Filed| {
        let answered = one.answered(names, before, column::STATUS);
        standing(&one.submission) == Standing::Cancelled
            && Standing::of_word(answered) != Standing::Cancelled
    };
    if difference.was_cancelled && new.standing == Standing::Cancelled && filed.iter().any(declines)
    {
        difference.dispute_place(person, new.standing);
    }
    (difference, new)
}

impl Difference {
    fn value(
        &mut self,
        names: &Submissions,
        person: &Registration,
        number: u16,
        (base, new, remembered): (&str, &str, bool),
    ) {
        let column = column::name(names, number);
        let local = person.get(column);
        let is_same = |one, other| spelling::same(number, one, other);
        if is_same(new, base) || is_same(new, local) {
            return;
        }
        let change = || Change {
            column: column.to_string(),
            old: local.to_string(),
            new: new.to_string(),
        };
        let same_name = number == column::NAME && name::key(local) == name::key(new);
        let untouched = is_same(local, base) && (remembered || local.is_empty());
        if untouched || same_name && !remembered && name::richer(new, local) {
            self.changes.push(change());
            self.sets.push((number, new.to_string()));
        } else if !(same_name || same_but_for_case(number, local, new)) {
            self.conflicts.push(change());
        }
    }

    /// Somebody has said no once more to what the organisers have allowed in their name.
    fn refused(&mut self, names: &Submissions, person: &Registration, number: u16) {
        let column = column::name(names, number);
        let is_told = |one: &Change| one.column == column;
        if person.get(column) == "yes" && !self.changes.iter().chain(&self.conflicts).any(is_told) {
            self.conflicts.push(Change {
                column: column.to_string(),
                old: "yes".to_string(),
                new: "no".to_string(),
            });
        }
    }

    /// Somebody who is cancelled has signed up once more: they stay cancelled, but not without a word. Returns whether it
    /// was the source that had cancelled them; otherwise the organisers had.
    pub(in crate::import) fn dispute_return(&mut self, person: &Registration) -> bool {
        let is_cancelled = person.status() == Some(Status::Cancelled) && self.turn == Turn::Stay;
        if is_cancelled && !self.was_cancelled {
            self.conflicts.push(Change {
                column: "status".to_string(),
                old: person.get("status").to_string(),
                new: Standing::Coming.said().to_string(),
            });
        }
        is_cancelled && self.was_cancelled
    }

    /// `has_come` is whether a source has ever said that they come: otherwise organisers have given the place that they have.
    /// `is_refused` is whether it is only a host or a seller of tickets that says no: of a place that organisers have given
    /// it knows nothing. What somebody has answered in a form or stands in a list is the last word on it.
    fn standing(
        &mut self,
        person: &Registration,
        (base, has_come, is_refused): (&Folded<'_>, bool, bool),
        new: &Folded<'_>,
    ) {
        if base.standing == new.standing {
            return;
        }
        let local = person.status();
        let was = |standing, status| base.standing == standing && local == Some(status);
        let waited = was(Standing::Cancelled, Status::Cancelled)
            || was(Standing::Pending, Status::Pending)
            || was(Standing::Waiting, Status::Waiting);
        let has_place = local == Some(Status::Confirmed);
        let is_given = has_place && !has_come && is_refused;
        self.turn = match new.standing {
            Standing::Cancelled if local == Some(Status::Cancelled) => Turn::Stay,
            Standing::Cancelled if is_given => Turn::Stay,
            Standing::Cancelled => Turn::To(Status::Cancelled),
            Standing::Coming if waited => Turn::Seat,
            Standing::Pending if waited => Turn::To(Status::Pending),
            Standing::Waiting if waited => Turn::To(Status::Waiting),
            _ => Turn::Stay,
        };
        self.cancelled = self.turn == Turn::To(Status::Cancelled);
        if has_place && self.turn == Turn::Stay && new.standing != Standing::Coming {
            self.keeps_place = has_come;
            self.dispute_place(person, new.standing);
        }
    }

    /// Somebody has a place here and none at the source: they keep it, but not without a word.
    fn dispute_place(&mut self, person: &Registration, standing: Standing) {
        if ![None, Some(Status::Cancelled)].contains(&person.status()) {
            self.conflicts.push(Change {
                column: "status".to_string(),
                old: person.get("status").to_string(),
                new: standing.word().to_string(),
            });
        }
    }
}

/// An address in other letters is the same address, and `Yes` is `yes`.
fn same_but_for_case(number: u16, local: &str, new: &str) -> bool {
    let folds = [column::EMAIL, column::UPDATES, column::PHOTO].contains(&number);
    folds && local.trim().eq_ignore_ascii_case(new)
}

/// A moment to the minute, as it stands in the list; anything else as typed.
pub(in crate::import) fn minute(moment: &str) -> &str {
    if crate::import::filing::fold::is_moment(moment) {
        &moment[..16]
    } else {
        moment
    }
}
