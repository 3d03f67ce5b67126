use std::path::PathBuf;

use serde_json::Value;

use crate::commands::context::Context;
use crate::commands::source::{self, Reading};
use crate::error::{Error, Exit, Result};
use crate::import::{SpeakerFile, SpeakerOutcome, SpeakerPlan, SpeakerVerdict};
use crate::model::{EmailAddress, Id, Speaker};
use crate::output::{Format, List, Record};
use crate::store::{FieldValue, Fields, Noun};

/// Bring speakers in from a spreadsheet or from pretalx: its exports as CSV or JSON, or a schedule with its persons
///
/// Gives every row a verdict. Who is new is added. Of somebody who is known, by the other tool's id, by address and name,
/// or by a name without an address, what stands in speakers.toml stays; with --update the values of the file are taken.
/// Nothing is ever taken away, and importing the same file again changes nothing.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The files; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Take the file's values where ours differ
    #[arg(long)]
    update: bool,
    #[command(flatten)]
    reading: Reading,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let files = args.read(context)?;
    let editor = folder.edit(context.mode())?;
    let speakers = folder.read()?.trust(&["speakers.toml"])?.speakers;
    let plan = SpeakerPlan::new(&files, &speakers, args.update);
    let new = plan
        .added
        .iter()
        .map(|at| fields(&plan.speakers[*at], None));
    editor.add_all(Noun::Speaker, &new.collect::<Vec<_>>())?;
    if !plan.updated.is_empty() {
        let edits = plan.updated.iter().map(|(at, keys)| {
            let speaker = &plan.speakers[*at];
            (speaker.id.clone(), fields(speaker, Some(keys)))
        });
        editor.set_all(Noun::Speaker, &edits.collect::<Vec<(Id, Fields)>>())?;
    }
    for file in &files {
        context.screen.remark(&how(file));
    }
    tell(&files, &plan, context)?;
    let rejected = count(&plan, SpeakerVerdict::Rejected);
    Ok(if rejected > 0 {
        Exit::BadNews
    } else {
        Exit::Done
    })
}

impl Args {
    /// Reads all files, or says of each what is wrong with it.
    fn read(&self, context: &Context) -> Result<Vec<SpeakerFile>> {
        let wishes = self.reading.wishes();
        let (mut files, mut wrong) = (Vec::new(), Vec::new());
        for path in &self.files {
            let file = source::file(path, context);
            match file.and_then(|(name, bytes)| SpeakerFile::read(&name, &bytes, &wishes)) {
                Ok(read) => files.extend(read),
                Err(error) => wrong.extend(error.findings),
            }
        }
        if wrong.is_empty() {
            Ok(files)
        } else {
            Err(Error::from_findings(wrong))
        }
    }
}

/// Returns what `speakers.toml` says of somebody; only these keys, if there are any.
fn fields(speaker: &Speaker, keys: Option<&[&'static str]>) -> Fields {
    let text = |text: &str| FieldValue::text(text);
    let email = speaker.email.as_ref().map_or("", EmailAddress::as_str);
    let mut fields = vec![
        ("id", text(speaker.id.as_str())),
        ("name", text(&speaker.name)),
        ("role", text(&speaker.role)),
        ("affiliation", text(&speaker.affiliation)),
        ("area", text(&speaker.area)),
        ("bio", text(&speaker.bio)),
        ("quote", text(&speaker.quote)),
        ("email", text(email)),
        ("phone", text(&speaker.phone)),
        (
            "confirmed",
            speaker
                .confirmed
                .map_or(FieldValue::Nothing, FieldValue::Flag),
        ),
        ("access", text(&speaker.access)),
        ("public_name", text(&speaker.alias)),
        (
            "anonymous",
            if speaker.anonymous {
                FieldValue::Flag(true)
            } else {
                FieldValue::Nothing
            },
        ),
        ("source_id", text(&speaker.source_id)),
    ];
    match keys {
        Some(keys) => fields.retain(|(key, _)| keys.contains(key)),
        None => fields.retain(|(_, value)| *value != FieldValue::Nothing),
    }
    fields
}

/// Returns the line that says how a file was read.
fn how(file: &SpeakerFile) -> String {
    let quoted = |label: &String| format!("\"{label}\"");
    let found = file.found.iter();
    let found: Vec<String> = found
        .map(|(answer, label)| format!("{} from {}", answer.key(), quoted(label)))
        .collect();
    let mut line = format!("Read {} as {}: {}.", file.name, file.how, found.join(", "));
    if !file.left_out.is_empty() {
        let left_out: Vec<String> = file.left_out.iter().map(quoted).collect();
        line += &format!(" Left out: {}.", left_out.join(", "));
    }
    line
}

fn tell(files: &[SpeakerFile], plan: &SpeakerPlan, context: &mut Context) -> Result<()> {
    let sentence = sentence(plan);
    let format = context.screen.format();
    if format == Format::Json {
        return context.screen.record(&record(files, plan));
    }
    let keys = ["file", "line", "verdict", "id", "name", "detail"];
    let mut list = List::showing(keys.map(|key| (key, key != "file" || files.len() > 1)));
    for (file, outcomes) in files.iter().zip(&plan.outcomes) {
        for row in outcomes {
            let silent = matches!(
                row.verdict,
                SpeakerVerdict::Unchanged | SpeakerVerdict::Blank
            );
            if silent && row.maybe.is_empty() && format == Format::Table {
                continue;
            }
            list.push(vec![
                file.name.as_str().into(),
                row.line.into(),
                row.verdict.word().into(),
                row.id.as_ref().map(Id::as_str).into(),
                row.name.as_str().into(),
                detail(row).into(),
            ]);
        }
    }
    if format == Format::Csv || !list.is_empty() {
        context.screen.list(&list)?;
    }
    context.screen.remark(&sentence);
    Ok(())
}

fn detail(row: &SpeakerOutcome) -> String {
    let mut parts = Vec::new();
    if !row.fields.is_empty() {
        parts.push(row.fields.join(", "));
    }
    if !row.maybe.is_empty() && row.reason.is_none() {
        let others: Vec<&str> = row.maybe.iter().map(Id::as_str).collect();
        parts.push(format!("maybe the same as {}", others.join(", ")));
    }
    parts.extend(row.reason.clone());
    parts.join("; ")
}

fn count(plan: &SpeakerPlan, verdict: SpeakerVerdict) -> usize {
    let rows = plan.outcomes.iter().flatten();
    rows.filter(|row| row.verdict == verdict).count()
}

/// Returns "3 rows = 2 added + 1 rejected."
fn sentence(plan: &SpeakerPlan) -> String {
    let rows = plan.outcomes.iter().map(Vec::len).sum::<usize>();
    let counts = SpeakerVerdict::ALL.map(|verdict| (count(plan, verdict), verdict.word()));
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let noun = if rows == 1 { "row" } else { "rows" };
    let mut sentence = if counts.is_empty() {
        "0 rows.".to_string()
    } else {
        format!("{rows} {noun} = {}.", counts.join(" + "))
    };
    if count(plan, SpeakerVerdict::Differs) > 0 {
        sentence += " What stands in speakers.toml stays; --update takes the values of the file.";
    }
    sentence
}

fn record(files: &[SpeakerFile], plan: &SpeakerPlan) -> Record {
    let mut result = Record::new().with(
        "changed",
        !plan.added.is_empty() || !plan.updated.is_empty(),
    );
    for verdict in SpeakerVerdict::ALL {
        result = result.with(verdict.word(), count(plan, verdict));
    }
    let files = files.iter().zip(&plan.outcomes).map(|(file, outcomes)| {
        let columns = file.found.iter();
        let columns = columns.fold(Record::new(), |record, (answer, label)| {
            record.with(answer.key(), label.as_str())
        });
        let outcomes = outcomes.iter().map(|row| {
            let maybe: Vec<&str> = row.maybe.iter().map(Id::as_str).collect();
            Record::new()
                .with("line", row.line)
                .with("verdict", row.verdict.word())
                .with("id", row.id.as_ref().map(Id::as_str))
                .with("name", row.name.as_str())
                .with("fields", row.fields.clone())
                .with("maybe_the_same_as", maybe)
                .with("reason", row.reason.clone())
                .value()
        });
        Record::new()
            .with("file", file.name.as_str())
            .with("read_as", file.how.as_str())
            .with("columns", columns.value())
            .with("left_out", file.left_out.clone())
            .with("outcomes", Value::Array(outcomes.collect()))
            .value()
    });
    result.with("files", Value::Array(files.collect()))
}
