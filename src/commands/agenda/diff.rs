use serde_json::{Value, json};

use crate::agenda::{Change, Difference, Programme, Slot, Times, Turnover, differences};
use crate::commands::context::Context;
use crate::commands::ids::iso;
use crate::error::{Error, Exit, Result};
use crate::model::{Conference, Discretion, Event, Release};
use crate::output::{Format, List};

/// Show what changed between two releases, or since one
///
/// A and B are numbers of releases, or `draft` for agenda.toml as it stands. Without B it is the draft, without A the
/// latest release.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// From which release
    #[arg(value_name = "A")]
    from: Option<String>,
    /// To which release
    #[arg(value_name = "B", default_value = DRAFT)]
    to: String,
}

const DRAFT: &str = "draft";

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let conference = folder.read()?.trust(&["speakers.toml", "agenda.toml"])?;
    let releases = folder.releases()?;
    let from = match (&args.from, releases.last()) {
        (Some(from), _) => from.clone(),
        (None, Some(latest)) => latest.number.to_string(),
        (None, None) => return Err(no_release()),
    };
    let before = programme(&from, &releases, &conference)?;
    let after = programme(&args.to, &releases, &conference)?;
    let discretion = Discretion::of(&conference);
    let changes = differences(&before, &after).into_iter();
    let changes: Vec<Change> = changes.map(|one| one.told_with(&discretion)).collect();
    if context.screen.format() == Format::Table {
        let sentences: Vec<String> = changes.iter().flat_map(Change::sentences).collect();
        for sentence in &sentences {
            context.screen.text(&format!("{sentence}\n"))?;
        }
        if sentences.is_empty() {
            let (from, to) = (named(&from), named(&args.to));
            context
                .screen
                .remark(&format!("Nothing differs between {from} and {to}."));
        }
        return Ok(Exit::Done);
    }
    let mut list = List::new(&["session", "title", "change", "before", "after", "words"]);
    for change in &changes {
        for (difference, sentence) in change.differences.iter().zip(change.sentences()) {
            let (old, new) = values(&conference.event, change, difference);
            let session = change.session.as_str().into();
            let title = change.title.as_str().into();
            let word = difference.word().into();
            list.push(vec![session, title, word, old, new, sentence.into()]);
        }
    }
    context.screen.list(&list)?;
    Ok(Exit::Done)
}

fn no_release() -> Error {
    Error::new("there is no release to compare with")
        .hint("make the first one with `plenary agenda release -m \"First agenda\"`")
}

fn programme<'a>(
    typed: &str,
    releases: &'a [Release],
    conference: &'a Conference,
) -> Result<Programme<'a>> {
    if typed == DRAFT {
        return Ok(conference.into());
    }
    let number: Option<u32> = typed.parse().ok();
    let release = releases.iter().find(|one| Some(one.number) == number);
    release.map(Programme::from).ok_or_else(|| {
        let error = Error::new(format!("there is no release `{typed}`"));
        match releases {
            [] => no_release(),
            [only] => error.hint(format!("there is only release {}", only.number)),
            [first, .., last] => error.hint(format!(
                "there are releases {} to {}, and `{DRAFT}` is agenda.toml as it stands",
                first.number, last.number
            )),
        }
    })
}

fn named(typed: &str) -> String {
    if typed == DRAFT {
        "the draft".to_string()
    } else {
        format!("release {typed}")
    }
}

/// Returns what was and what is, for programs.
fn values(event: &Event, change: &Change, difference: &Difference) -> (Value, Value) {
    let slot = |slot: &Slot| {
        json!({
            "start": iso(event, slot.times.map(|times| times.start)),
            "minutes": slot.times.and_then(|times| times.minutes),
            "room": (!slot.room.is_empty()).then_some(&slot.room),
        })
    };
    let start = |times: &Times| Value::from(iso(event, Some(times.start)));
    let people = |turnover: &Turnover| {
        let ids = |people: &[(crate::model::Id, String)]| -> Value {
            people.iter().map(|(id, _)| id.as_str()).collect()
        };
        (ids(&turnover.left), ids(&turnover.joined))
    };
    match difference {
        Difference::Added(new) | Difference::Reinstated(new) | Difference::Scheduled(new) => {
            (Value::Null, slot(new))
        }
        Difference::Removed(old) | Difference::Cancelled(old) | Difference::Unscheduled(old) => {
            (slot(old), Value::Null)
        }
        Difference::Moved(old, new) => (start(old), start(new)),
        Difference::Shortened(old, new) | Difference::Lengthened(old, new) => {
            (old.minutes.into(), new.minutes.into())
        }
        Difference::Rehoused(old, new) => (old.as_str().into(), new.as_str().into()),
        Difference::Renamed(title) => (change.title.as_str().into(), title.as_str().into()),
        Difference::Speakers(turnover)
        | Difference::Chair(turnover)
        | Difference::Interpreters(turnover) => people(turnover),
    }
}
