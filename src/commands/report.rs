use std::path::PathBuf;

use serde_json::Value;

use super::context::Context;
use crate::error::{Exit, Result};
use crate::model::Condition;
use crate::output::{Format, List, Record};
use crate::report::{Counts, Line, Report, plot};
use crate::store;

/// Count the sign-ups by day, area, ticket and source
///
/// Who came is counted if registrations.csv has a column `came`. There is no name in it.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Only those whose column has this value; column!=value for all others, again to narrow further
    #[arg(long = "where", value_name = "COLUMN=VALUE")]
    conditions: Vec<String>,
    /// Draw the sign-ups by day as a picture (SVG) into this file as well; - draws it instead of the answer
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let event = folder.read()?.event;
    let event = event.map_or_else(|| "Sign-ups".to_string(), |event| event.name);
    let conditions = Condition::parse_all(&args.conditions)?;
    let registrations = folder.registrations()?;
    let report = Report::new(Condition::select(&conditions, &registrations)?);
    if let Some(path) = &args.svg {
        let picture = plot(&event, report.known_days());
        if path.as_os_str() == "-" {
            context.screen.bytes(picture.as_bytes())?;
            return Ok(Exit::Done);
        }
        folder.spare(path)?;
        store::write_shared(path, picture.as_bytes(), context.mode())
            .map_err(|error| error.hint("name a file in a folder that is there"))?;
        context
            .screen
            .remark(&format!("Drew the sign-ups by day: {}.", path.display()));
    }
    let came = registrations.columns().position("came").is_some();
    if context.screen.format() == Format::Json {
        context.screen.record(&record(&report, came))?;
    } else {
        context.screen.list(&list(&report, came))?;
    }
    Ok(Exit::Done)
}

/// The groups of a report: what one line of each is called, what all are called, and the lines.
fn groups(report: &Report) -> [(&'static str, &'static str, &[Line]); 4] {
    [
        ("day", "days", &report.days),
        ("area", "areas", &report.areas),
        ("ticket", "tickets", &report.tickets),
        ("source", "sources", &report.sources),
    ]
}

fn numbers(counts: Counts, came: bool) -> [(&'static str, Value); 6] {
    [
        ("sign_ups", counts.sign_ups.into()),
        ("confirmed", counts.confirmed.into()),
        ("pending", counts.pending.into()),
        ("waiting", counts.waiting.into()),
        ("cancelled", counts.cancelled.into()),
        ("came", came.then_some(counts.came).into()),
    ]
}

/// Returns one table of all groups. A group that tells nothing, where nobody said anything, has no lines.
fn list(report: &Report, came: bool) -> List {
    let mut list = List::new(&[
        "by",
        "value",
        "sign_ups",
        "confirmed",
        "pending",
        "waiting",
        "cancelled",
        "came",
    ]);
    let mut push = |by: &str, value: &str, counts: Counts| {
        let numbers = numbers(counts, came).map(|(_, number)| number);
        list.push(
            [by.into(), value.into()]
                .into_iter()
                .chain(numbers)
                .collect(),
        );
    };
    push("all", "", report.total);
    for (by, _, lines) in groups(report) {
        let silent = lines.iter().all(|line| line.value.is_empty());
        for line in lines.iter().filter(|_| !silent) {
            let known = !line.value.is_empty();
            push(
                by,
                if known { &line.value } else { "(not known)" },
                line.counts,
            );
        }
    }
    list
}

fn record(report: &Report, came: bool) -> Record {
    let counted = |record: Record, counts: Counts| {
        let numbers = numbers(counts, came);
        numbers
            .into_iter()
            .fold(record, |record, (key, number)| record.with(key, number))
    };
    let mut record = counted(Record::new(), report.total);
    for (by, all, lines) in groups(report) {
        let lines = lines.iter().map(|line| {
            let value = (!line.value.is_empty()).then_some(line.value.as_str());
            counted(Record::new().with(by, value), line.counts).value()
        });
        record = record.with(all, lines.collect::<Vec<_>>());
    }
    record
}
