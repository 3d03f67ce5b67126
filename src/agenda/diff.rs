use super::Programme;
use super::change::{Change, Difference, Slot, Times, Turnover};
use crate::model::{Id, Session};

/// Returns what changed from one agenda to another, session by session: those of the former agenda in its order, then
/// the new ones. Texts about a session, its kind and its track are no change that anybody has to be told.
///
/// People are compared by id and named as `after` names them, so that nobody's new wish not to be named shows up as
/// one leaving and another joining.
pub fn differences(before: &Programme<'_>, after: &Programme<'_>) -> Vec<Change> {
    let known = before.sessions.iter().map(|one| &one.id);
    let new = after.sessions.iter().map(|one| &one.id);
    let new = new.filter(|id| before.session(id).is_none());
    known
        .chain(new)
        .filter_map(|id| change(id, before, after))
        .collect()
}

fn change(id: &Id, before: &Programme<'_>, after: &Programme<'_>) -> Option<Change> {
    let (old, new) = (before.session(id), after.session(id));
    let title = &old.or(new)?.title;
    let differences = match (old, new) {
        (Some(old), Some(new)) => between(before, old, after, new),
        // What was called off and is taken off the list, or the other way round, is off before and after.
        (Some(old), None) if !old.cancelled => vec![Difference::Removed(slot(before, old))],
        (None, Some(new)) if !new.cancelled => vec![Difference::Added(slot(after, new))],
        _ => Vec::new(),
    };
    (!differences.is_empty()).then(|| Change {
        session: id.clone(),
        title: title.clone(),
        differences,
    })
}

fn between<'a>(
    before: &Programme<'a>,
    old: &'a Session,
    after: &Programme<'a>,
    new: &'a Session,
) -> Vec<Difference> {
    let mut differences = Vec::new();
    match (old.cancelled, new.cancelled) {
        (true, true) => return differences,
        // Where it would have been is of no interest.
        (false, true) => return vec![Difference::Cancelled(slot(before, old))],
        (true, false) => differences.push(Difference::Reinstated(slot(after, new))),
        (false, false) => {
            differences.extend(when(before, old, after, new));
            let (old_room, new_room) = (before.room(old), after.room(new));
            let told = matches!(
                differences.first(),
                Some(Difference::Scheduled(_) | Difference::Unscheduled(_))
            );
            if old_room != new_room && !told {
                let rooms = [old_room, new_room].map(String::from);
                let [old_room, new_room] = rooms;
                differences.push(Difference::Rehoused(old_room, new_room));
            }
        }
    }
    if old.title != new.title {
        differences.push(Difference::Renamed(new.title.clone()));
    }
    let name = |id: &Id| {
        let name = after.person(id).or_else(|| before.person(id));
        (id.clone(), name.unwrap_or(id.as_str()).to_string())
    };
    let turnover = |old: &[Id], new: &[Id]| {
        let left = old.iter().filter(|id| !new.contains(id));
        let joined = new.iter().filter(|id| !old.contains(id));
        let turnover = Turnover {
            left: left.map(name).collect(),
            joined: joined.map(name).collect(),
        };
        (turnover != Turnover::default()).then_some(turnover)
    };
    let speakers = turnover(&old.speakers, &new.speakers);
    differences.extend(speakers.map(Difference::Speakers));
    let chair = turnover(old.chair.as_slice(), new.chair.as_slice());
    differences.extend(chair.map(Difference::Chair));
    let interpreters = turnover(&old.interpreters, &new.interpreters);
    differences.extend(interpreters.map(Difference::Interpreters));
    differences
}

fn when<'a>(
    before: &Programme<'a>,
    old: &'a Session,
    after: &Programme<'a>,
    new: &'a Session,
) -> Vec<Difference> {
    let (from, to) = match (times(old), times(new)) {
        (None, None) => return Vec::new(),
        (None, Some(_)) => return vec![Difference::Scheduled(slot(after, new))],
        (Some(_), None) => return vec![Difference::Unscheduled(slot(before, old))],
        (Some(from), Some(to)) => (from, to),
    };
    let mut differences = Vec::new();
    if from.start != to.start {
        differences.push(Difference::Moved(from, to));
    }
    // A length that is told for the first time is a longer one.
    match from.minutes.cmp(&to.minutes) {
        std::cmp::Ordering::Less => differences.push(Difference::Lengthened(from, to)),
        std::cmp::Ordering::Greater => differences.push(Difference::Shortened(from, to)),
        std::cmp::Ordering::Equal => {}
    }
    differences
}

fn times(session: &Session) -> Option<Times> {
    Some(Times {
        start: session.start?,
        minutes: session.minutes,
    })
}

fn slot<'a>(programme: &Programme<'a>, session: &'a Session) -> Slot {
    Slot {
        times: times(session),
        room: programme.room(session).to_string(),
    }
}
