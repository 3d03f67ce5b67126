use std::borrow::Cow;

use crate::commands::context::counted;
use crate::import::read::Table;
use crate::import::{Change, Detail, Outcome, Report, Verdict};
use crate::model::{COLUMNS, Registrations, Status};
use crate::output::visible;

/// How many lines of a kind a report shows; all rejected rows are shown.
const SHOWN: usize = 20;

/// How many characters of a rejected row are shown; the whole row stands in the file of rejected rows.
const MOST_RAW: usize = 500;

/// Returns "93 rows = 91 added + 2 repeated in this file".
pub(super) fn sum(report: &Report) -> String {
    let counts = report.counts().into_iter().zip(Verdict::ALL);
    let parts = counts.filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, verdict)| format!("{count} {}", verdict.words()))
        .collect();
    let rows = report.rows.len();
    match (rows, parts.is_empty()) {
        (_, true) => "0 rows".to_string(),
        (1, _) => format!("1 row = {}", parts.join(" + ")),
        _ => format!("{rows} rows = {}", parts.join(" + ")),
    }
}

/// Returns what there is to say about single rows.
pub(super) fn lines(table: &Table, report: &Report, list: &Registrations) -> String {
    let mut text = String::new();
    let person = |who: usize| match list.get(who) {
        Some(one) if one.name().is_empty() => format!("{} {}", one.code(), one.email()),
        Some(one) => format!("{} {}", one.code(), one.name()),
        None => String::new(),
    };
    let named = |row: &Outcome| row.who.map(|who| person(who as usize)).unwrap_or_default();
    // Of a million rows these are mostly few.
    let rows: Vec<(usize, &Outcome)> = report.told().collect();
    let of = |verdict: Verdict| {
        let rows = rows.iter().map(|(_, row)| *row);
        rows.filter(move |row| row.verdict == verdict)
    };
    let updated = of(Verdict::Updated).chain(of(Verdict::Conflict));
    let details = || {
        let rows = rows.iter().map(|(_, row)| *row);
        rows.filter_map(|row| Some((row, row.detail.as_deref()?)))
    };
    let is_news = |row: &&Outcome| ![Verdict::Unchanged, Verdict::Repeated].contains(&row.verdict);
    let numbered = |row: &Outcome| format!("line {}: {}", row.line, named(row));
    section(
        &mut text,
        "Taken for an earlier export, since it has what was changed since as it was before: of it only this came in, being new",
        report
            .rows
            .iter()
            .filter(|row| report.is_earlier && row.who.is_some() && is_news(row))
            .map(numbered),
    );
    section(
        &mut text,
        "No longer cancelled, says the source",
        details()
            .filter(|(_, detail)| detail.changes.iter().any(is_return))
            .map(|(row, detail)| {
                let status = detail.changes.iter().filter(|change| is_return(change));
                format!("{}: {}", numbered(row), changes(status))
            }),
    );
    section(
        &mut text,
        "Updated",
        updated.filter_map(|row| {
            let all = row.detail.as_ref()?.changes.iter();
            let changes = changes(all.filter(|change| !is_return(change)));
            (!changes.is_empty()).then(|| format!("line {}: {}: {changes}", row.line, named(row)))
        }),
    );
    section(
        &mut text,
        "Does not come, says the source: now cancelled",
        of(Verdict::Cancelled).map(|row| {
            let others = row.detail.iter().flat_map(|detail| &detail.changes);
            let others = others.filter(|change| change.column != "status");
            let others = changes(others);
            let gap = if others.is_empty() { "" } else { ": " };
            format!("line {}: {}{gap}{others}", row.line, named(row))
        }),
    );
    section(
        &mut text,
        "Waits at the source, and here until it says otherwise; plenary registration confirm CODE gives a place all the same",
        report.waits.iter().map(|who| person(*who as usize)),
    );
    section(
        &mut text,
        "In conflict: changed by hand here and at the source; what stands here stays",
        details().filter_map(|(row, detail)| {
            let by_hand = detail.conflicts.iter().filter(|one| !is_kept(detail, one));
            let conflicts = conflicts(by_hand);
            (!conflicts.is_empty()).then(|| format!("{}: {conflicts}", numbered(row)))
        }),
    );
    section(
        &mut text,
        "In conflict: has no place any more at the source and keeps the one here; if it is gone, edit the list",
        details().filter_map(|(row, detail)| {
            let kept = detail.conflicts.iter().find(|one| is_kept(detail, one))?;
            Some(format!("{}: {}", numbered(row), conflicts([kept])))
        }),
    );
    section(
        &mut text,
        "Cancelled at the source and has sent something or stands in a list besides, which brings nobody back; if they come after all, edit the list",
        details()
            .filter(|(_, detail)| detail.still_cancelled)
            .map(|(row, _)| format!("line {}: {}", row.line, named(row))),
    );
    section(
        &mut text,
        "Imported before and changed at the source since, which stays; if it was changed back there, edit the list",
        details()
            .filter(|(_, detail)| !detail.outdated.is_empty())
            .map(|(row, detail)| {
                let outdated = conflicts(&detail.outdated);
                format!("line {}: {}: {outdated}", row.line, named(row))
            }),
    );
    section(
        &mut text,
        "In conflict with what was said elsewhere, and which was said last is not known; what stands here stays, and if this is the last word, edit the list",
        details()
            .filter(|(_, detail)| !detail.older.is_empty())
            .map(|(row, detail)| {
                let older = conflicts(&detail.older);
                format!("line {}: {}: {older}", row.line, named(row))
            }),
    );
    section(
        &mut text,
        "Says yes here, and may have said no after it: no stays; if they have allowed it since, edit the list",
        details()
            .filter(|(_, detail)| !detail.refused.is_empty())
            .map(|(row, detail)| format!("{}: {}", numbered(row), conflicts(&detail.refused))),
    );
    section(
        &mut text,
        "None of their tickets here is good, and they come by one that is not in this file; if that is gone, plenary registration cancel CODE",
        details()
            .filter(|(_, detail)| detail.by_another)
            .map(|(row, _)| format!("line {}: {}", row.line, named(row))),
    );
    section(
        &mut text,
        "Repeated in this file: one person, the latest answers count",
        of(Verdict::Repeated).map(|row| {
            let seat = row
                .detail
                .as_ref()
                .is_some_and(|detail| detail.another_seat);
            let seat = if seat {
                " (another ticket under this name and address)"
            } else {
                ""
            };
            format!("line {}: {}{seat}", row.line, named(row))
        }),
    );
    section(
        &mut text,
        "Share an address and are two people",
        details()
            .filter(|(_, detail)| !detail.shares.is_empty() && detail.maybe.is_empty())
            .map(|(row, detail)| {
                let others: Vec<String> = detail.shares.iter().map(|who| person(*who)).collect();
                format!(
                    "line {}: {} and {}",
                    row.line,
                    named(row),
                    others.join(" and ")
                )
            }),
    );
    section(
        &mut text,
        "Maybe the same person, kept apart",
        details().flat_map(|(row, detail)| {
            let who = row.who.and_then(|who| list.get(who as usize)).map_or("", |one| one.code());
            detail.maybe.iter().map(move |other| {
                let code = list.get(*other).map_or("", |one| one.code());
                format!(
                    "line {}: {} and {}: plenary registration same {code} {who}, or different {code} {who}",
                    row.line,
                    named(row),
                    person(*other)
                )
            })
        }),
    );
    section(
        &mut text,
        "Looks wrong but was left as it is",
        report
            .doubts
            .iter()
            .map(|doubt| format!("line {}: {}: {}", doubt.line, doubt.value, doubt.message)),
    );
    section(
        &mut text,
        "Repaired",
        report
            .repaired
            .iter()
            .map(|(what, count, line)| format!("{count} × {what}, first in line {line}")),
    );
    if report.unclear > 0 {
        let answers = report.unclear_answers.iter();
        let answers: Vec<String> = answers.map(|answer| format!("`{answer}`")).collect();
        text.push_str(&format!(
            "  Counted as no, being no clear yes: {} ({})\n",
            counted(report.unclear, "answer"),
            answers.join(", ")
        ));
    }
    section(
        &mut text,
        "Taken out of the list by hand, and back with this file; plenary registration cancel CODE keeps somebody from coming",
        report.back.iter().map(|who| person(*who)),
    );
    section(
        &mut text,
        "Came with an earlier file and are not in this one; nothing was changed",
        report.missing.iter().map(|who| person(*who)),
    );
    rejected(&mut text, table, &rows);
    text
}

fn rejected(text: &mut String, table: &Table, rows: &[(usize, &Outcome)]) {
    let rejected = |(_, row): &&(usize, &Outcome)| row.verdict == Verdict::Rejected;
    let mut rows = rows.iter().filter(rejected).peekable();
    if rows.peek().is_none() {
        return;
    }
    text.push_str("  Rejected:\n");
    for (at, row) in rows {
        let reason = row
            .detail
            .as_ref()
            .and_then(|detail| detail.reason.as_deref())
            .unwrap_or_default();
        let raw = table.row(*at).map_or("", |row| row.raw());
        text.push_str(&format!(
            "    line {}: {}\n      {}\n",
            row.line,
            visible(reason),
            visible(&start(raw))
        ));
    }
}

/// The start of a row, and how much more there is.
fn start(raw: &str) -> Cow<'_, str> {
    match raw.char_indices().nth(MOST_RAW) {
        Some((at, _)) => format!("{} … and {} bytes more", &raw[..at], raw.len() - at).into(),
        None => raw.into(),
    }
}

/// Adds a heading and the lines below it, if there are any.
fn section(text: &mut String, heading: &str, lines: impl Iterator<Item = String>) {
    let mut count = 0_usize;
    for line in lines {
        if count == 0 {
            text.push_str(&format!("  {heading}:\n"));
        }
        if count < SHOWN {
            text.push_str(&format!("    {}\n", visible(&line)));
        }
        count += 1;
    }
    if count > SHOWN {
        text.push_str(&format!(
            "    … and {} more; --json has all of them\n",
            count - SHOWN
        ));
    }
}

/// Tells whether somebody who was cancelled comes again, or asks to.
fn is_return(change: &Change) -> bool {
    let was = Status::from_word(&change.old) == Some(Status::Cancelled);
    change.column == "status" && was
}

/// Tells whether a conflict is over a place that the source has taken back, and no organiser has given.
fn is_kept(detail: &Detail, conflict: &Change) -> bool {
    detail.keeps_place && conflict.column == "status"
}

/// Tells changes one by one; those of kept columns are many and only counted.
fn changes<'c>(changes: impl Iterator<Item = &'c Change>) -> String {
    let (own, kept): (Vec<&Change>, Vec<&Change>) =
        changes.partition(|change| COLUMNS.contains(&change.column.as_str()));
    let told = own.iter().map(|change| {
        let old = if change.old.is_empty() {
            "blank"
        } else {
            &change.old
        };
        format!("{}: {old} → {}", change.column, change.new)
    });
    let kept = (!kept.is_empty()).then(|| counted(kept.len(), "kept column"));
    told.chain(kept).collect::<Vec<_>>().join("; ")
}

fn conflicts<'c>(conflicts: impl IntoIterator<Item = &'c Change>) -> String {
    let told = conflicts.into_iter().map(|change| {
        format!(
            "{}: {} here, {} there",
            change.column, change.old, change.new
        )
    });
    told.collect::<Vec<_>>().join("; ")
}
