use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::entry::Entry;
use super::settle::ForeignSession;
use super::times::{Point, length, on, point};
use crate::error::{Finding, Place};
use crate::model::{Event, WallTime, instant};

/// How a file tells times, and the event.
pub(super) struct Clocks<'e> {
    pub(super) event: &'e Event,
    /// That of times without an offset.
    pub(super) zone: Tz,
    /// Until when the night belongs to the day before.
    pub(super) day_change: NaiveTime,
}

impl Clocks<'_> {
    /// Turns what a clock in the file's zone shows into what the one at the venue does.
    pub(super) fn at_the_venue(&self, wall: WallTime) -> Option<WallTime> {
        if self.zone == self.event.zone {
            return Some(wall);
        }
        let instant = instant(wall, self.zone).ok()?;
        Some(instant.with_timezone(&self.event.zone).naive_local())
    }
}

/// Tells that the times of a file were turned into those of another zone.
pub(super) fn other_zone(name: &str, clocks: &Clocks<'_>) -> Option<Finding> {
    let (theirs, ours) = (clocks.zone, clocks.event.zone);
    let message = format!(
        "the times of `{name}` are those of {theirs}; they were turned into those of {ours}"
    );
    let hint = format!("if the event is there, say timezone = \"{theirs}\" in event.toml first");
    let finding = Finding::note("zone", message).at(Place::file(name));
    (theirs != ours).then(|| finding.hint(hint))
}

/// Tells of the days with sessions that are none of the event.
pub(super) fn other_days(
    name: &str,
    sessions: &[ForeignSession],
    event: &Event,
) -> Option<Finding> {
    let night = event.day_ends.unwrap_or(NaiveTime::MIN);
    let mut days: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for start in sessions.iter().filter_map(|session| session.start) {
        let day = start.date();
        let known = |day: NaiveDate| event.dates.contains(&day);
        let eve = day
            .pred_opt()
            .filter(|eve| start.time() < night && known(*eve));
        if eve.is_none() && !known(day) {
            *days.entry(day).or_default() += 1;
        }
    }
    let (count, first) = (days.values().sum::<usize>(), days.keys().next()?);
    let sessions = if count == 1 {
        "session is"
    } else {
        "sessions are"
    };
    let more = match days.len() {
        1 => String::new(),
        2 => " and another day".to_string(),
        many => format!(" and {} other days", many - 1),
    };
    let message =
        format!("{count} {sessions} on {first}{more}, which `dates` of the event does not have");
    let finding = Finding::note("dates", message).at(Place::file(name));
    Some(
        finding.hint(
            "add the days to `dates` in event.toml, or nights to the day before with `day_ends`",
        ),
    )
}

/// Returns when it begins, as a clock in the file's zone shows it.
pub(super) fn start(
    entry: &Entry,
    clocks: &Clocks<'_>,
    findings: &mut Vec<Finding>,
    place: &Place,
) -> Option<WallTime> {
    let &Clocks {
        event,
        zone,
        day_change,
    } = clocks;
    let only_day = match event.dates.as_slice() {
        [day] => Some(*day),
        _ => None,
    };
    let parsed = |text: &str| (!text.is_empty()).then(|| point(text, zone));
    let (date, start) = (parsed(&entry.date), parsed(&entry.start));
    let wall = match (date, start) {
        (None, None) | (Some(Some(Point::Date(_))), None) => return None,
        (Some(Some(Point::Both(wall))), _) | (_, Some(Some(Point::Both(wall)))) => Some(wall),
        (Some(Some(Point::Date(date))), Some(Some(Point::Time(time)))) => {
            Some(on(date, time, day_change))
        }
        (None, Some(Some(Point::Time(time)))) => only_day.map(|day| on(day, time, day_change)),
        _ => None,
    };
    let text = [entry.date.as_str(), &entry.start].join(" ");
    let text = text.trim();
    let Some(wall) = wall else {
        let message = format!(
            "`{text}` is no time that is understood, so `{}` is left unscheduled",
            entry.title
        );
        let hint = "write it as in 2024-04-13 10:00, with the year first";
        findings.push(
            Finding::warning("time", message)
                .at(place.clone())
                .hint(hint),
        );
        return None;
    };
    if let Err(change) = instant(wall, zone) {
        let message = format!(
            "`{text}` is no time in {zone}: {change}; `{}` is left unscheduled",
            entry.title
        );
        findings.push(Finding::warning("time", message).at(place.clone()));
        return None;
    }
    Some(wall)
}

/// Returns how long it takes, by its length or its end.
pub(super) fn minutes(
    entry: &Entry,
    start: Option<WallTime>,
    clocks: &Clocks<'_>,
    findings: &mut Vec<Finding>,
    place: &Place,
) -> Option<u32> {
    if let Some(minutes) = length(&entry.duration) {
        return (minutes > 0).then_some(minutes);
    }
    if !entry.duration.is_empty() {
        let message = format!(
            "`{}` is no length that is understood, in `{}`",
            entry.duration, entry.title
        );
        let hint = "write it in minutes, or as in 00:45";
        findings.push(
            Finding::warning("length", message)
                .at(place.clone())
                .hint(hint),
        );
    }
    let start = start?;
    let end = match point(&entry.end, clocks.zone)? {
        Point::Both(end) => end,
        Point::Time(time) if time <= start.time() => {
            start.date().and_time(time) + TimeDelta::days(1)
        }
        Point::Time(time) => on(start.date(), time, NaiveTime::MIN),
        Point::Date(_) => return None,
    };
    u32::try_from((end - start).num_minutes())
        .ok()
        .filter(|minutes| *minutes > 0)
}
