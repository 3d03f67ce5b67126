use std::collections::{HashMap, HashSet};

use super::ladder::People;
use super::{Row, Who};
use crate::import::{column, name};

/// Returns rows whose address was mended at the source: same name and same moment as something known, where both are the
/// only ones of that moment. Forms have no lasting id; when somebody sent a form is as good as one.
pub(super) fn mended(
    people: &People<'_>,
    rows: &[Row],
    found: &[Option<Who>],
) -> HashMap<usize, Who> {
    let open =
        |at: &usize| found[*at].is_none() && rows[*at].timed && !rows[*at].keys.name.is_blank();
    let known = &people.known.list;
    if people.product.lasting_ids || known.is_empty() || !(0..rows.len()).any(|at| open(&at)) {
        return HashMap::new();
    }
    let sent = |at: usize| people.reader.sent_again(people.table, rows[at].row);
    let wanted: HashSet<String> = (0..rows.len()).filter(open).map(sent).collect();
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
        let sent = sent(at);
        if wanted.contains(&sent) {
            *counts.entry((sent, row.keys.name)).or_insert(0) += 1;
        }
    }
    let mended = (0..rows.len()).filter(open).filter_map(|at| {
        let (moment, name) = (sent(at), people.name(super::Whence::Row(rows[at].row)));
        let who = (*by_moment.get(&(moment.as_str(), name))?)?;
        let alone = counts.get(&(moment, rows[at].keys.name)) == Some(&1);
        (alone && !taken.contains(&who)).then_some((at, who))
    });
    mended.collect()
}
