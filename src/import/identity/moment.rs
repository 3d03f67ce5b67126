use std::collections::{HashMap, HashSet};

use super::{People, Row, Whence, Who};
use crate::import::{column, name};

/// Returns rows whose address was mended at the source: same name and same moment as something known, where both are the
/// only ones of that moment. Forms have no lasting id; when somebody sent a form is as good as one.
pub(super) fn mended(
    people: &People<'_>,
    rows: &[Row],
    found: &[Option<Who>],
) -> HashMap<usize, Who> {
    let known = &people.known.list;
    if people.product.lasting_ids || known.is_empty() {
        return HashMap::new();
    }
    let sent = |at: usize| people.said.sent(rows[at].row);
    // Of rows about nobody known, and of a moment to the minute.
    let open = |at: usize| {
        let candidate = found[at].is_none() && !rows[at].keys.name.is_blank();
        let (moment, timed) = if candidate { sent(at) } else { return None };
        timed.then_some((at, moment))
    };
    let open: Vec<(usize, &str)> = (0..rows.len()).filter_map(open).collect();
    if open.is_empty() {
        return HashMap::new();
    }
    let wanted: HashSet<&str> = open.iter().map(|(_, moment)| *moment).collect();
    let mut by_moment: HashMap<(&str, String), Option<Who>> = HashMap::new();
    for who in 0..people.list.len() {
        let places = people.of_person.places(who).iter();
        for submission in places.map(|at| &known[*at as usize]) {
            let sent = submission.sent();
            if !wanted.contains(sent) {
                continue;
            }
            let who = who as Who;
            by_moment
                .entry((sent, name::key(submission.get(column::NAME))))
                .and_modify(|known| *known = known.filter(|known| *known == who))
                .or_insert(Some(who));
        }
    }
    if by_moment.is_empty() {
        return HashMap::new();
    }
    let taken: HashSet<Who> = found.iter().flatten().copied().collect();
    let mut counts = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let (moment, _) = sent(at);
        if let Some(moment) = wanted.get(moment) {
            *counts.entry((*moment, row.keys.name)).or_insert(0) += 1;
        }
    }
    let mended = open.iter().filter_map(|(at, moment)| {
        let (row, moment) = (&rows[*at], *moment);
        let who = (*by_moment.get(&(moment, people.name(Whence::Row(row.row))))?)?;
        let alone = counts.get(&(moment, row.keys.name)) == Some(&1);
        (alone && !taken.contains(&who)).then_some((*at, who))
    });
    mended.collect()
}
