use std::borrow::Cow;
use std::collections::BTreeMap;

use super::filing::follows;
use super::handed::is_handed_on;
use super::stamp::{self, DayOrder};
use super::{column, name, phone, products, spelling};
use crate::import::Standing;
use crate::model::{Submission, WallTime};

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

/// A submission among others of the same person.
struct Told<'a> {
    submission: &'a Submission,
    /// When it was sent, as far as that is known.
    sent: Cow<'a, str>,
    /// When it counts as told: what was changed at the source was told by the time of that import.
    moment: Cow<'a, str>,
    /// When it first said of them whether they come what it says now.
    settled: Cow<'a, str>,
    /// The places of what it was before it was changed at the source, the last first.
    before: Vec<usize>,
}

impl Told<'_> {
    /// Tells whether it came from one table with another one that stands at `other`, and behind that.
    fn is_behind(&self, at: usize, (other, told): (usize, &Told<'_>)) -> bool {
        let (one, two) = (self.submission, told.submission);
        one.imported() == two.imported()
            && one.source() == two.source()
            && (&self.sent, at) > (&told.sent, other)
            && !follows(one, two)
    }
}

/// What nobody may be taken to have said without being sure.
pub(super) const CONSENTS: [u16; 2] = [column::UPDATES, column::PHOTO];

/// Adds up what somebody sent. A later submission wins field by field and a blank never does, so that the order in which
/// files are imported makes no difference; of two spellings of one name the richer one stays. What was changed at the
/// source was changed by the time of that import, whenever it was sent first, and the rest of it says nothing new; but
/// what a later row of the same file answered otherwise was as good as answered before. `orders` are the columns that hold
/// the number of an order.
pub(super) fn fold<'a>(submissions: &[&'a Submission], orders: &[u16]) -> Folded<'a> {
    let told = told(submissions);
    let standing = standing_of(&told, orders);
    let mut folded = Folded::default();
    // Consents that were refused at a known time. A yes of which nobody knows when it was given takes that back no more.
    let mut refused = [false; CONSENTS.len()];
    for Part { at, only, not } in parts(&told) {
        let Told {
            submission, before, ..
        } = &told[at];
        for (column, value) in submission.values() {
            if only.is_some_and(|only| only != column) || not.contains(&column) {
                continue;
            }
            let mut said = before.iter().map(|one| submissions[*one].get(column));
            let said = said.find(|before| !before.is_empty());
            let is_known = said.is_some_and(|said| spelling::same(column, said, value));
            if column == column::STATUS || is_known {
                continue;
            }
            if let Some(at) = CONSENTS.iter().position(|consent| *consent == column) {
                let is_dated = is_moment(submission.sent());
                if !is_dated && refused[at] && value == "yes" {
                    continue;
                }
                refused[at] = is_dated && value == "no" || refused[at] && !is_dated;
            }
            let before = folded.values.get(&column).copied().unwrap_or_default();
            let kept = match column {
                column::NAME => {
                    name::richer(before, value) && name::key(before) == name::key(value)
                }
                column::PHONE => phone::is_spoilt(value, before),
                _ => false,
            };
            if !kept {
                folded.values.insert(column, value);
            }
        }
    }
    let stamped = |one: &&&Submission| is_moment(one.sent());
    let mut sorted: Vec<&Told<'_>> = told.iter().collect();
    sorted.sort_by(|one, other| one.moment.cmp(&other.moment));
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
    folded.standing = standing;
    folded
}

/// What is taken of a submission at one time.
struct Part {
    /// The place of the submission.
    at: usize,
    /// The only column of it that counts then; none if all do.
    only: Option<u16>,
    /// Columns of it that counted before.
    not: Vec<u16>,
}

/// Returns what counts, the earliest first. Of two told at one time, the one that was imported later is the later one.
fn parts(told: &[Told<'_>]) -> Vec<Part> {
    let mut parts = Vec::with_capacity(told.len());
    // Where nothing was changed at the source the rows of a table stand as they were sent.
    let any_changed = told.iter().any(|one| !one.before.is_empty());
    for (at, one) in told.iter().enumerate() {
        let mut not = Vec::new();
        let behind = told.iter().enumerate();
        let behind = behind.filter(|(other, two)| any_changed && two.is_behind(*other, (at, one)));
        let behind: Vec<usize> = behind.map(|(other, _)| other).collect();
        let answered = |column: u16| {
            let all = behind
                .iter()
                .filter(|other| !told[**other].submission.get(column).is_empty());
            all.map(|other| answered_since(told, *other, column))
                .min_by_key(|other| &told[*other].moment)
        };
        for (column, _) in one.submission.values().filter(|_| !behind.is_empty()) {
            if let Some(since) = answered(column) {
                let since_then = (&*told[since].moment, since, false, at);
                parts.push((
                    since_then.min((&*one.sent, at, true, at)),
                    Part {
                        at,
                        only: Some(column),
                        not: Vec::new(),
                    },
                ));
                not.push(column);
            }
        }
        parts.push((
            (&*one.moment, at, true, at),
            Part {
                at,
                only: None,
                not,
            },
        ));
    }
    parts.sort_by_key(|(order, _)| *order);
    parts.into_iter().map(|(_, part)| part).collect()
}

/// Returns the place of what a submission was when it first answered what it answers now.
fn answered_since(told: &[Told<'_>], at: usize, column: u16) -> usize {
    let says = told[at].submission.get(column);
    let mut since = at;
    for before in &told[at].before {
        let said = told[*before].submission.get(column);
        if !said.is_empty() && !spelling::same(column, said, says) {
            break;
        }
        if !said.is_empty() {
            since = *before;
        }
    }
    since
}

/// Says of each submission, in the order in which they were imported, what it was before.
fn told<'a>(submissions: &[&'a Submission]) -> Vec<Told<'a>> {
    let mut all: Vec<Told<'a>> = Vec::with_capacity(submissions.len());
    let mut open = String::new();
    for submission in submissions {
        let earlier = all.iter().enumerate().rev();
        let before = earlier.filter(|(_, one)| follows(submission, one.submission));
        let before: Vec<usize> = before.map(|(at, _)| at).collect();
        let sent = match sent_before(submission) {
            Some(end) if end.as_str() < submission.imported() => {
                // Of two whose day is open the one that was imported later stays the later one.
                open = end.max(open);
                Cow::from(open.clone())
            }
            _ => moment(submission).into(),
        };
        let moment = match before.first() {
            Some(_) => submission.imported().into(),
            None => sent.clone(),
        };
        let settled = before.first().map(|at| &all[*at]);
        let settled = settled.filter(|one| standing(one.submission) == standing(submission));
        all.push(Told {
            submission,
            settled: settled.map_or_else(|| moment.clone(), |one| one.settled.clone()),
            before,
            sent,
            moment,
        });
    }
    all
}

/// Whether somebody comes: as was said last. Whoever has several tickets or orders comes as long as one of them is good;
/// a list that neither says so nor when it was written takes nothing back.
fn standing_of(all: &[Told<'_>], orders: &[u16]) -> Standing {
    let is_last = |at: usize| {
        let later = &all[at + 1..];
        !later
            .iter()
            .any(|one| follows(one.submission, all[at].submission))
    };
    let last = (0..all.len()).filter(|at| is_last(*at));
    let last = last.map(|at| (at, &all[at]));
    let has_own = last.clone().any(|(_, one)| !is_handed_on(one.submission));
    let last = last.filter(|(_, one)| !(has_own && is_handed_on(one.submission)));
    let any_says = last.clone().any(|(_, one)| says(one.submission));
    let last = last.filter(|(_, one)| !any_says || says(one.submission));
    let last: Vec<(usize, &Told<'_>)> = last.collect();
    let mut without_id: Option<(&str, Standing)> = None;
    let mut said: Vec<(&str, Standing)> = Vec::new();
    let mut cancelled: Vec<(&str, &str)> = Vec::new();
    let mut sold: BTreeMap<&str, (&str, Standing)> = BTreeMap::new();
    for (at, one) in &last {
        let (source, id) = one.submission.origin();
        let says = (settled((*at, *one), &last), standing(one.submission));
        let has_order = || {
            orders
                .iter()
                .any(|order| !one.submission.get(*order).is_empty())
        };
        if id.is_empty() && (products::asks_anew(source) || !has_order()) {
            // Of two that count as sent at one time the later row is the later word.
            if without_id.is_none_or(|(moment, _)| moment <= says.0) {
                without_id = Some(says);
            }
            continue;
        }
        if products::asks_anew(source) {
            said.push(says);
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

/// Returns when it was first said whether they come. What a later row of the same file says otherwise was as good as said
/// when it was sent.
fn settled<'t>((at, one): (usize, &'t Told<'_>), last: &[(usize, &'t Told<'_>)]) -> &'t str {
    let behind = last
        .iter()
        .filter(|(other, two)| two.is_behind(*other, (at, one)));
    let behind = behind.map(|(_, two)| &*two.settled).min();
    let settled = &*one.settled;
    behind.map_or(settled, |behind| settled.min(&*one.sent).min(behind))
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
pub(super) fn moment(submission: &Submission) -> &str {
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

/// Returns by when something was sent of which nobody knows which is the day and which the month: after the later one of
/// its readings, whatever the zone.
fn sent_before(submission: &Submission) -> Option<String> {
    let sent = submission.sent();
    if sent.is_empty() || is_moment(sent) {
        return None;
    }
    let typed = stamp::typed(sent)?;
    let readings = [DayOrder::DayFirst, DayOrder::MonthFirst];
    let last = readings
        .into_iter()
        .filter_map(|order| typed.date.read(order))
        .max()?;
    let end = last.and_time(typed.time.unwrap_or_default()) + chrono::Duration::days(1);
    Some(stamp::written(end))
}

/// Tells whether a moment is more than a day later than another: clocks and zones may be wrong by less.
fn is_to_come(moment: &str, now: &str) -> bool {
    let read = |text| WallTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").ok();
    moment > now
        && match (read(moment), read(now)) {
            (Some(moment), Some(now)) => moment > now + chrono::Duration::days(1),
            _ => false,
        }
}

/// Tells whether a text is a moment as plenary writes it, and not one as somebody typed it.
pub(super) fn is_moment(text: &str) -> bool {
    let fits = |(byte, of): (u8, u8)| match of {
        b'0' => byte.is_ascii_digit(),
        mark => byte == mark,
    };
    let pattern = "0000-00-00 00:00:00";
    text.len() == pattern.len() && text.bytes().zip(pattern.bytes()).all(fits)
}

/// Whether they come, as far as one submission says.
pub(super) fn standing(submission: &Submission) -> Standing {
    Standing::of_word(submission.get(column::STATUS))
}
