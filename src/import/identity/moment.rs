use std::collections::{HashMap, HashSet};

use super::{Ladder, Who};
use crate::import::person::Candidate;
use crate::import::{column, name};

/// Returns rows whose address was mended at the source: same name and same moment as something known, where both are the
/// only ones of that moment. Forms have no lasting id; when somebody sent a form is as good as one.
pub(super) fn mended(
    ladder: &Ladder<'_>,
    rows: &[Candidate],
    found: &[Option<Who>],
) -> HashMap<usize, Who> {
    let open = |at: &usize| {
        let row = &rows[*at];
        found[*at].is_none() && row.timed && !row.name.is_empty()
    };
    let known = &ladder.known.list;
    if ladder.product.lasting_ids || known.is_empty() || !(0..rows.len()).any(|at| open(&at)) {
        return HashMap::new();
    }
    let wanted: HashSet<&str> = (0..rows.len())
        .filter(open)
        .map(|at| &*rows[at].sent)
        .collect();
    let mut by_moment: HashMap<(&str, String), Option<Who>> = HashMap::new();
    for (who, sent) in (0..).zip(ladder.of_person) {
        let sent = sent.iter().map(|at| &known[*at as usize]);
        for submission in sent.filter(|one| wanted.contains(&*one.sent)) {
            let key = (&*submission.sent, name::key(submission.get(column::NAME)));
            by_moment
                .entry(key)
                .and_modify(|known| *known = known.filter(|known| *known == who))
                .or_insert(Some(who));
        }
    }
    let taken: HashSet<Who> = found.iter().flatten().copied().collect();
    let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
    for row in rows.iter().filter(|row| wanted.contains(&*row.sent)) {
        *counts.entry((&row.sent, &row.name)).or_default() += 1;
    }
    let mended = (0..rows.len()).filter(open).filter_map(|at| {
        let row = &rows[at];
        let who = (*by_moment.get(&(&*row.sent, row.name.clone()))?)?;
        let alone = counts.get(&(&*row.sent, row.name.as_str())) == Some(&1);
        (alone && !taken.contains(&who)).then_some((at, who))
    });
    mended.collect()
}
