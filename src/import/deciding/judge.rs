use super::super::Standing;
use super::super::column;
use super::super::filing::fold::{fold, is_moment, standing};
use super::super::filing::handed::Holders;
use super::super::filing::named::at_once;
use super::super::filing::strays::Strays;
use super::super::filing::{File, Origin};
use super::super::identity::Row;
use super::super::said::Said;
use super::super::verdict::{Change, Verdict};
use super::super::{OfPerson, products};
use super::decision::{Decision, More, Newcomer, Other, Turn, differ, minute};
use crate::model::{Registrations, Status, Submission, Submissions};

/// Decides about people one by one: what their rows say together, and what that changes.
#[derive(Clone, Copy)]
pub(super) struct Judge<'a> {
    pub(super) list: &'a Registrations,
    pub(super) known: &'a Submissions,
    pub(super) of_person: &'a OfPerson,
    pub(super) said: &'a Said,
    pub(super) origin: &'a Origin<'a>,
    pub(super) holders: &'a Holders<'a>,
    pub(super) strays: &'a Strays<'a>,
    /// Whether the table is an earlier export, of which only that counts which was never imported.
    pub(super) is_earlier: bool,
}

/// What was decided about one person.
pub(super) struct Judgement {
    /// The row that stands for them.
    pub(super) row: u32,
    pub(super) verdict: Verdict,
    /// What is to be done, if anything is.
    pub(super) decision: Option<Decision>,
    /// Whether any of their rows says what was never imported.
    pub(super) is_news: bool,
    /// What there is to say, if there is more.
    pub(super) remarks: Option<Box<Remarks>>,
}

/// What there is to say about one person beyond the verdict.
#[derive(Default)]
pub(super) struct Remarks {
    pub(super) changes: Vec<Change>,
    pub(super) conflicts: Vec<Change>,
    /// Whether the conflict over their status is no organiser's doing.
    pub(super) keeps_place: bool,
    /// Whether they have sent something since the source cancelled them, and stay cancelled.
    pub(super) still_cancelled: bool,
    /// What was sent while something else was said, and nobody knows which came later.
    pub(super) older: Vec<Change>,
    /// Whether none of their tickets in this file is good, and they come by one that is not in it.
    pub(super) by_another: bool,
    /// The rows that are another ticket of theirs.
    pub(super) seats: Vec<u32>,
    /// Consents of which no yes was taken, since there was a no after it or may have been.
    pub(super) refused: Vec<Change>,
    /// When the last of what their rows turn back was imported; blank if they turn nothing back.
    pub(super) turned_back: String,
    /// Whether a list without times says again that they do not come, as it did before it said something else.
    pub(super) declines_again: bool,
}

impl Judge<'_> {
    /// Decides about somebody whom these rows are about, the first of them first.
    pub(super) fn judge(
        self,
        who: u32,
        rows: impl Iterator<Item = Row> + Clone,
    ) -> Option<Judgement> {
        let mut others = rows.clone();
        let first = others.next()?.row;
        let is_only = others.next().is_none();
        if self.list.get(who as usize).is_none() && is_only {
            return Some(self.newcomer(first));
        }
        let places = self.of_person.places(who as usize);
        if let [place] = places
            && is_only
            && self.is_again(first, *place)
        {
            let remarks = self.is_unmarked(who, rows).then(|| Remarks {
                still_cancelled: true,
                ..Remarks::default()
            });
            return Some(Judgement {
                row: first,
                verdict: Verdict::Unchanged,
                decision: None,
                is_news: false,
                remarks: remarks.map(Box::new),
            });
        }
        let mut remarks = Remarks::default();
        let mut file = File::open(self.known, places);
        file.is_earlier = self.is_earlier;
        let mut in_turn: Vec<u32> = rows.clone().map(|row| row.row).collect();
        self.origin.sequence.put_in_turn(&mut in_turn, self.said);
        if !is_only {
            let rows = in_turn.iter();
            file.at_once =
                at_once(rows.map(|row| (self.said.sent(*row).0, self.said.source_id(*row))));
        }
        for row in in_turn.iter().copied() {
            if let Some(candidate) = self.said.candidate(row)
                && file.take(&candidate, self.origin)
            {
                remarks.seats.push(row);
            }
        }
        file.hand_on(who, self.holders, self.origin);
        file.close(self.known, self.origin);
        let is_news = !file.filed.is_empty() && {
            let before = File::open(self.known, places);
            let knows = |row: Row| {
                let candidate = self.said.candidate(row.row);
                candidate.is_none_or(|candidate| {
                    before.knows(&candidate, self.origin)
                        && !before.is_another_word(&candidate, self.origin)
                        || self.strays.knows(&candidate, self.origin)
                })
            };
            !rows.clone().all(knows)
        };
        remarks.turned_back = file.turned_back.to_string();
        remarks.declines_again = file.declines_again;
        let returns = file.returns_again
            && self
                .list
                .get(who as usize)
                .is_some_and(|one| one.status() == Some(Status::Cancelled));
        if !is_news && file.turned_back.is_empty() {
            let last = file.filed.iter().filter_map(|filed| filed.follows);
            let last = last.filter_map(|at| self.known.list.get(at as usize));
            let last = last.map(|one| one.imported()).max();
            remarks.turned_back = last.unwrap_or_default().to_string();
        }
        if let Some(person) = self.list.get(who as usize) {
            let refused = file.refused.iter();
            let refused = refused.map(|number| (column::name(self.known, *number), "yes"));
            let refused = refused.filter(|(name, _)| person.get(name) == "no");
            remarks.refused = refused
                .map(|(name, yes)| Change {
                    column: name.to_string(),
                    old: "no".to_string(),
                    new: yes.to_string(),
                })
                .collect();
        }
        let (verdict, decision) = match file.filed.is_empty() {
            true => (Verdict::Unchanged, None),
            false => {
                let (verdict, decision) = self.weigh((who, places), file, &mut remarks);
                let is_good = |row: &u32| self.said.standing(*row) == Standing::Coming;
                let known = self.list.get(who as usize).and_then(|one| one.status());
                remarks.by_another &= products::sells_tickets(self.origin.source)
                    && ![None, Some(Status::Cancelled)].contains(&known)
                    && verdict != Verdict::Cancelled
                    && !in_turn.iter().any(is_good);
                (verdict, Some(decision))
            }
        };
        // The row that says so stands for whoever is cancelled, and for others the first.
        let is_off = |row: &u32| self.said.standing(*row) == Standing::Cancelled;
        let off = rows.clone().map(|row| row.row).find(is_off);
        let row = off
            .filter(|_| verdict == Verdict::Cancelled)
            .unwrap_or(first);
        // The others are told to be more tickets.
        for seat in remarks.seats.iter_mut().filter(|seat| **seat == row) {
            *seat = in_turn.first().copied().unwrap_or(row);
        }
        let is_off = |turn| matches!(turn, Turn::Stay | Turn::To(Status::Cancelled));
        let stays = decision.as_ref().is_none_or(|one| is_off(one.turn()));
        remarks.still_cancelled |=
            stays && (returns || self.is_unmarked(who, rows.clone()) || self.is_named(who, rows));
        let is_silent = remarks.changes.is_empty()
            && remarks.conflicts.is_empty()
            && remarks.seats.is_empty()
            && remarks.older.is_empty()
            && remarks.refused.is_empty()
            && remarks.turned_back.is_empty()
            && !remarks.by_another
            && !remarks.still_cancelled;
        Some(Judgement {
            row,
            verdict,
            decision,
            is_news,
            remarks: (!is_silent).then(|| Box::new(remarks)),
        })
    }

    /// Tells whether the source says no more of somebody that they do not come, as it did whenever it named them: a mark
    /// beside their name was taken away, or a cell was emptied. That brings nobody back, since a copy without the mark
    /// looks just the same, but it must not happen without a word.
    fn is_unmarked(self, who: u32, mut rows: impl Iterator<Item = Row>) -> bool {
        let person = self.list.get(who as usize);
        // Nearly all people end here.
        if person.is_none_or(|one| one.status() != Some(Status::Cancelled)) {
            return false;
        }
        let places = self.of_person.places(who as usize);
        let known = || places.iter().map(|at| &self.known.list[*at as usize]);
        rows.all(|row| {
            let candidate = self.said.candidate(row.row);
            candidate.is_some_and(|row| {
                let origin = (self.origin.source, row.source_id.as_ref());
                let mut same =
                    known().filter(|one| one.origin() == origin && one.sent() == row.sent);
                let said = same.clone().next_back();
                row.get(column::STATUS).is_empty()
                    && said.is_some_and(|one| standing(one) == Standing::Cancelled)
                    && same.all(|one| !one.get(column::STATUS).is_empty())
            })
        })
    }

    /// Tells whether somebody whom a source has cancelled is named by one that did not name them before: it says that they
    /// come, or it is a list that says nothing of that. A form that only asks what they eat and a list of contacts do not
    /// name who comes.
    fn is_named(self, who: u32, mut rows: impl Iterator<Item = Row> + Clone) -> bool {
        let person = self.list.get(who as usize);
        if person.is_none_or(|one| one.status() != Some(Status::Cancelled)) {
            return false;
        }
        let source = self.origin.source;
        let places = self.of_person.places(who as usize);
        let mut known = places.iter().map(|at| &self.known.list[*at as usize]);
        let is_off = |row: Row| self.said.standing(row.row) == Standing::Cancelled;
        let names = |row: Row| {
            let candidate = self.said.candidate(row.row);
            candidate.is_some_and(|row| {
                let says_so = !row.get(column::STATUS).is_empty();
                row.standing == Standing::Coming
                    && (says_so || !is_moment(&row.sent) && !products::asks_anew(source))
            })
        };
        known
            .clone()
            .any(|one| standing(one) == Standing::Cancelled)
            && known.all(|one| one.source() != source)
            && rows.clone().any(names)
            && !rows.any(is_off)
    }

    fn is_again(self, row: u32, place: u32) -> bool {
        let known = self.known.list.get(place as usize);
        known.is_some_and(|known| self.said.is_again(row, known))
    }

    /// Decides about somebody new of whom one row tells.
    fn newcomer(self, row: u32) -> Judgement {
        let (verdict, turn) = arrival(self.said.standing(row));
        Judgement {
            row,
            verdict,
            decision: Some(Decision::Row(Newcomer { row, turn })),
            is_news: !self.is_stray(row),
            remarks: None,
        }
    }

    /// Tells whether a row says nothing that was not remembered of somebody whom the organisers have taken out of the list.
    fn is_stray(self, row: u32) -> bool {
        let candidate = || self.said.candidate(row);
        !self.strays.are_none()
            && candidate().is_some_and(|one| self.strays.knows(&one, self.origin))
    }

    /// Decides about somebody of whom something new is filed.
    fn weigh(
        self,
        (who, places): (u32, &[u32]),
        file: File<'_>,
        remarks: &mut Remarks,
    ) -> (Verdict, Decision) {
        let orders = &self.origin.orders;
        let now: Vec<&Submission> = file.all().collect();
        let mut more = More::default();
        let (verdict, turn) = match self.list.get(who as usize) {
            Some(person) => {
                let before = places.iter().map(|at| &self.known.list[*at as usize]);
                let before: Vec<&Submission> = before.collect();
                let news = (&*before, &*now, &*file.filed);
                let (mut difference, folded) = differ((self.known, orders), person, news);
                for filed in &file.filed {
                    let all = (&*before, &*now, &folded);
                    difference.outrun(self.known, all, person, &filed.submission);
                }
                for filed in &file.filed {
                    let refused =
                        difference.not_allowed(self.known, person, (filed, &now, &folded));
                    remarks.refused.extend(refused);
                }
                remarks.older = std::mem::take(&mut difference.older);
                if file.comes_again(&before) {
                    remarks.still_cancelled = difference.dispute_return(person);
                }
                remarks.by_another = folded.standing == Standing::Coming;
                remarks.still_cancelled |= difference.cancelled && file.had_come_again(&before);
                let verdict = if difference.cancelled {
                    Verdict::Cancelled
                } else if !(difference.conflicts.is_empty() && remarks.older.is_empty()) {
                    Verdict::Conflict
                } else if !difference.sets.is_empty() || difference.turn != Turn::Stay {
                    Verdict::Updated
                } else {
                    Verdict::Unchanged
                };
                (remarks.changes, remarks.conflicts) = (difference.changes, difference.conflicts);
                remarks.keeps_place = difference.keeps_place;
                more.sets = difference.sets;
                more.registered = person.get("registered").to_string();
                (verdict, difference.turn)
            }
            None => {
                let folded = fold(&now, orders);
                more.registered = minute(folded.registered).to_string();
                arrival(folded.standing)
            }
        };
        more.filed = file.filed;
        more.filed.extend(file.named);
        let other = Other {
            place: who,
            turn,
            more: Box::new(more),
        };
        (verdict, Decision::More(other))
    }
}

/// What becomes of somebody new.
fn arrival(standing: Standing) -> (Verdict, Turn) {
    match standing {
        Standing::Coming => (Verdict::Added, Turn::Seat),
        Standing::Pending => (Verdict::Added, Turn::To(Status::Pending)),
        Standing::Waiting => (Verdict::Added, Turn::To(Status::Waiting)),
        Standing::Cancelled => (Verdict::Cancelled, Turn::To(Status::Cancelled)),
    }
}
