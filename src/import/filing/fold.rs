use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::Standing;
use super::super::orders::Orders;
use super::super::{column, name, products, spelling};
use super::between::Between;
use super::follows;
use super::handed::is_handed_on;
use super::open_day::OpenDay;
use crate::model::{Submission, WallTime};

/// What all that somebody sent adds up to.
#[derive(Debug, Default)]
pub(in crate::import) struct Folded<'a> {
    /// The values by column; name, address and answers, not when, whence and whether.
    pub(in crate::import) values: BTreeMap<u16, &'a str>,
    /// When they signed up first.
    pub(in crate::import) registered: &'a str,
    /// Whence.
    pub(in crate::import) source: &'a str,
    /// Under which id there.
    pub(in crate::import) source_id: &'a str,
    /// Whether they come, as far as the sources say.
    pub(in crate::import) standing: Standing,
}

/// A submission among others of the same person.
struct Told<'a> {
    submission: &'a Submission,
    /// When it was sent, as far as that is known.
    sent: Cow<'a, str>,
    /// When it counts as told.
    moment: Cow<'a, str>,
    /// When it first said of them whether they come what it says now.
    settled: Cow<'a, str>,
    /// What it was before it was changed at the source, the last first.
    before: Vec<&'a Submission>,
}

/// What nobody may be taken to have said without being sure.
pub(in crate::import) const CONSENTS: [u16; 2] = [column::UPDATES, column::PHOTO];

/// Adds up what somebody sent. A later submission wins field by field and a blank never does, so that the order in which
/// files are imported makes no difference; of two spellings of one name the richer one stays. What was changed at the
/// source was changed by the time of that import, whenever it was sent first, and the rest of it says nothing new. `orders`
/// says what numbers an order.
pub(in crate::import) fn fold<'a>(submissions: &[&'a Submission], orders: &Orders) -> Folded<'a> {
    let mut sorted = told(submissions);
    let comes = standing_of(&sorted, orders);
    // Stable: of two told at one time, the one that was imported later is the later one.
    sorted.sort_by(|one, other| one.moment.cmp(&other.moment));
    let mut folded = Folded::default();
    // When consents were refused last. A yes of which nobody knows whether it was given after that does not take it back.
    let mut refused = [""; CONSENTS.len()];
    // Whether the ticket is one by which they come.
    let mut is_good = false;
    for one in &sorted {
        let Told {
            submission, before, ..
        } = one;
        for (column, value) in submission.values() {
            let mut said = before.iter().map(|one| one.get(column));
            let said = said.find(|before| !before.is_empty());
            let is_known = said.is_some_and(|said| spelling::same(column, said, value));
            let is_better = column == column::TICKET
                && comes == Standing::Coming
                && standing(submission) == Standing::Coming
                && !is_good;
            if column == column::STATUS || is_known && !is_better {
                continue;
            }
            if let Some(at) = CONSENTS.iter().position(|consent| *consent == column) {
                let is_dated = is_moment(submission.sent());
                if value == "yes"
                    && Between::told(before.first().copied(), submission).since < refused[at]
                {
                    continue;
                }
                refused[at] = match (is_dated, value) {
                    (true, "no") => &one.moment,
                    (true, _) => "",
                    (false, _) => refused[at],
                };
            }
            let before = folded.values.get(&column).copied().unwrap_or_default();
            let kept = match column {
                column::NAME => {
                    name::richer(before, value) && name::key(before) == name::key(value)
                }
                // Whoever comes does so by another ticket than one that was given back, or only waits.
                column::TICKET => {
                    let is_worse = standing(submission) != Standing::Coming;
                    is_good |= !is_worse;
                    is_worse && comes == Standing::Coming && !before.is_empty()
                }
                _ => spelling::says_less(column, before, value),
            };
            if !kept {
                folded.values.insert(column, value);
            }
        }
    }
    let stamped = |one: &&&Submission| is_moment(one.sent());
    let all: Vec<&Submission> = sorted.iter().map(|one| one.submission).collect();
    if let Some(first) = all.iter().find(stamped).or(all.first()) {
        folded.registered = if first.sent().is_empty() {
            first.imported()
        } else {
            first.sent()
        };
    }
    // An id is worth more than an early date: by it the person is found again.
    let with_id = all.iter().find(|one| {
        let last = || all.iter().rfind(|other| other.origin() == one.origin());
        !one.source_id().is_empty() && !last().is_some_and(|last| is_handed_on(last))
    });
    if let Some(origin) = with_id.or(all.first()) {
        (folded.source, folded.source_id) = origin.origin();
    }
    folded.standing = comes;
    folded
}

/// Says of each submission, in the order in which they were imported, what it was before.
fn told<'a>(submissions: &[&'a Submission]) -> Vec<Told<'a>> {
    let mut all: Vec<Told<'a>> = Vec::with_capacity(submissions.len());
    let mut open: Vec<(OpenDay<'_>, String)> = Vec::new();
    for submission in submissions {
        let earlier = all.iter().rev();
        let before = earlier.filter(|one| follows(submission, one.submission));
        let before: Vec<&Told<'_>> = before.collect();
        let day = OpenDay::of(submission).map(|day| (day.end(), day));
        let sent = match day {
            Some((end, day)) if end.as_str() < submission.imported() => {
                // Of two whose day is open the one that was imported later stays the later one, but where it cannot be.
                let known = open
                    .iter()
                    .filter(|(other, _)| !day.is_surely_before(other));
                let end = known.map(|(_, end)| end.clone()).fold(end, String::max);
                open.push((day, end.clone()));
                Cow::from(end)
            }
            _ => moment(submission).into(),
        };
        let moment = match before.first() {
            Some(_) => submission.imported().into(),
            None => sent.clone(),
        };
        let settled = before.first();
        let settled = settled.filter(|one| standing(one.submission) == standing(submission));
        all.push(Told {
            submission,
            settled: settled.map_or_else(|| moment.clone(), |one| one.settled.clone()),
            before: before.iter().map(|one| one.submission).collect(),
            sent,
            moment,
        });
    }
    all
}

/// Whether somebody comes: as was said last. Whoever has several tickets or orders comes as long as one of them is good; a
/// list that neither says so nor when it was written takes nothing back.
fn standing_of(all: &[Told<'_>], orders: &Orders) -> Standing {
    let is_last = |at: usize| {
        let this = all[at].submission;
        let mut later = all[at + 1..].iter();
        let mut others = all.iter();
        !later.any(|one| follows(one.submission, this))
            && !others.any(|one| is_of_one_order(one.submission, this, orders))
    };
    let last = (0..all.len()).filter(|at| is_last(*at)).map(|at| &all[at]);
    let has_own = last.clone().any(|one| !is_handed_on(one.submission));
    let last = last.filter(|one| !(has_own && is_handed_on(one.submission)));
    let any_says = last.clone().any(|one| says(one.submission));
    let last = last.filter(|one| !any_says || says(one.submission));
    let last = without_worse(last.collect(), orders);
    let mut without_id: Option<(&str, Standing)> = None;
    let mut said: Vec<(&str, Standing)> = Vec::new();
    let mut cancelled: Vec<(&str, &str)> = Vec::new();
    let mut sold: BTreeMap<&str, (&str, Standing)> = BTreeMap::new();
    for one in &last {
        let (source, id) = one.submission.origin();
        let says = (settled(one, &last), standing(one.submission));
        if orders.number(one.submission).is_none() {
            if !id.is_empty() {
                said.push(says);
            } else if without_id.is_none_or(|(moment, _)| moment <= says.0) {
                // Of two that count as sent at one time the later row is the later word.
                without_id = Some(says);
            }
            continue;
        }
        if says.1 == Standing::Cancelled && products::sells_tickets(source) {
            cancelled.push((says.0, one.submission.imported()));
        }
        let of_source = sold.entry(source).or_insert(says);
        *of_source = (of_source.0.max(says.0), of_source.1.min(says.1));
    }
    // Nobody knows when a ticket was cancelled that was never seen otherwise: before it was imported, and hardly on the day
    // of the order. As long as another one is good, that does not matter.
    let is_good = |(_, standing): &(&str, Standing)| *standing == Standing::Coming;
    if !sold.values().any(is_good) {
        for (moment, imported) in cancelled {
            let of_source = sold.values_mut().filter(|(last, _)| *last == moment);
            let gone = of_source.filter(|(_, standing)| *standing == Standing::Cancelled);
            gone.for_each(|of_source| of_source.0 = of_source.0.max(imported));
        }
    }
    said.extend(sold.into_values().chain(without_id));
    let latest = said.iter().map(|(moment, _)| *moment).max();
    let latest = said.iter().filter(|(moment, _)| Some(*moment) == latest);
    latest
        .map(|(_, standing)| *standing)
        .min()
        .unwrap_or_default()
}

/// Leaves out the tickets that were given back or taken away, or only wait, while one of another seller is good: they come
/// by that one, whatever came first.
fn without_worse<'t, 'a>(mut last: Vec<&'t Told<'a>>, orders: &Orders) -> Vec<&'t Told<'a>> {
    let is_worse = |one: &Told<'_>| standing(one.submission) != Standing::Coming;
    if !last.iter().any(|one| is_worse(one)) {
        return last;
    }
    let is_good = |one: &&&Told<'_>| {
        !is_worse(one)
            && products::sells_tickets(one.submission.source())
            && orders.number(one.submission).is_some()
    };
    let sellers: Vec<&str> = last
        .iter()
        .filter(is_good)
        .map(|one| one.submission.source())
        .collect();
    let has_other = |source: &str| sellers.iter().any(|seller| *seller != source);
    last.retain(|one| {
        let source = one.submission.source();
        !(is_worse(one) && has_other(source) && products::sells_tickets(source))
    });
    last
}

/// Tells whether a submission says what has become of another one, from which nothing but the number of one order tells
/// that: with it came the later word on that order.
fn is_of_one_order(later: &Submission, earlier: &Submission, orders: &Orders) -> bool {
    let are_dated = is_moment(later.sent()) && is_moment(earlier.sent());
    let [sent, before] = [later, earlier].map(|one| are_dated.then(|| one.sent()));
    let has_no_id = |one: &Submission| one.source_id().is_empty();
    (sent, later.imported()) > (before, earlier.imported())
        && later.source() == earlier.source()
        && has_no_id(later)
        && has_no_id(earlier)
        && orders
            .number(earlier)
            .is_some_and(|number| orders.number(later) == Some(number))
}

/// Returns when it was first said whether they come. What was cancelled at the source was cancelled before that was sent
/// which came in with it, or after it, and says when it was sent: who cancels and books again has booked again.
fn settled<'t>(one: &'t Told<'_>, last: &[&'t Told<'_>]) -> &'t str {
    let settled = &*one.settled;
    if one.before.is_empty() || standing(one.submission) != Standing::Cancelled {
        return settled;
    }
    let came_behind = |other: &&Told<'_>| {
        let (new, old) = (other.submission, one.submission);
        other.before.is_empty()
            && new.imported() >= old.imported()
            && new.source() == old.source()
            && is_moment(new.sent())
            && other.sent > one.sent
    };
    match last.iter().any(came_behind) {
        true => settled.min(&one.sent),
        false => settled,
    }
}

/// Tells whether a submission says that somebody comes or does not: in a word, or as a ticket. A form that only asks what
/// they eat says so of nobody, whenever it was sent, and so does a list of contacts.
fn says(one: &Submission) -> bool {
    let is_ticket = || !one.source_id().is_empty() && products::sells_tickets(one.source());
    !one.get(column::STATUS).is_empty() || is_ticket()
}

/// Tells whether somebody has begun to fill in a form and never sent it.
fn is_unfinished(one: &Submission) -> bool {
    one.sent().is_empty()
        && standing(one) == Standing::Pending
        && !one.source_id().is_empty()
        && products::asks_anew(one.source())
}

/// When a submission counts as sent: an unknown time is that of the import, and so is one of a day that had yet to come
/// then, which must have been misread. What was never sent counts before all that was.
pub(in crate::import) fn moment(submission: &Submission) -> &str {
    let (sent, imported) = (submission.sent(), submission.imported());
    if is_unfinished(submission) {
        return "";
    }
    if is_moment(sent) && !is_to_come(sent, imported) {
        sent
    } else {
        imported
    }
}

/// Tells whether a moment is more than a day later than another: clocks and zones may be wrong by less.
pub(in crate::import) fn is_to_come(moment: &str, now: &str) -> bool {
    let read = |text| WallTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").ok();
    moment > now
        && match (read(moment), read(now)) {
            (Some(moment), Some(now)) => moment > now + chrono::Duration::days(1),
            _ => false,
        }
}

/// Tells whether a text is a moment as plenary writes it, and not one as somebody typed it.
pub(in crate::import) fn is_moment(text: &str) -> bool {
    let fits = |(byte, of): (u8, u8)| match of {
        b'0' => byte.is_ascii_digit(),
        mark => byte == mark,
    };
    let pattern = "0000-00-00 00:00:00";
    text.len() == pattern.len() && text.bytes().zip(pattern.bytes()).all(fits)
}

/// Whether they come, as far as one submission says.
pub(in crate::import) fn standing(submission: &Submission) -> Standing {
    Standing::of_word(submission.get(column::STATUS))
}
