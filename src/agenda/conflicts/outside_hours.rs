use super::conflict::{Conflict, Remedy};
use crate::agenda::board::Board;
use crate::agenda::words::{day, stretch};
use crate::model::Rule;

/// Finds sessions on no day of the event, or outside its hours. What is past midnight is judged with the day that it
/// belongs to.
pub(super) fn find<'a>(board: &Board<'a>) -> Vec<Conflict<'a>> {
    let event = &board.conference.event;
    let clock = event.clock();
    let mut found = Vec::new();
    for (at, sitting) in board.sittings.iter().enumerate() {
        if board
            .hours
            .as_ref()
            .is_some_and(|hours| hours.hold(sitting.span))
        {
            continue;
        }
        let date = clock.day_of(sitting.span.start);
        let on_a_day = event.dates.is_empty() || event.dates.contains(&date);
        let (session, span) = (sitting.session, sitting.span);
        let (message, field) = match event.hours {
            _ if !on_a_day => (
                format!(
                    "`{}` is on {}, which is no day of the event",
                    session.id,
                    day(date.and_time(span.start.time()))
                ),
                "dates",
            ),
            Some(hours) if !event.dates.is_empty() => (
                format!(
                    "`{}` is on {}, and the event is open from {} to {}",
                    session.id,
                    stretch(span),
                    hours.from.format("%H:%M"),
                    hours.to.format("%H:%M")
                ),
                "hours",
            ),
            _ => continue,
        };
        let conflict = Conflict::new(Rule::OutsideHours, vec![session], message)
            .at(session.origin.place("start"))
            .at(event.origin.place(field))
            .remedy(Remedy::Move(at));
        found.push(conflict);
    }
    found
}
