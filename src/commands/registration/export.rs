use std::path::{Path, PathBuf};

use super::row;
use crate::commands::context::{Context, counted};
use crate::error::{Exit, Result};
use crate::model::Condition;
use crate::output::{Format, Record};
use crate::store;

/// Write the list as CSV, every column, with the exact text
///
/// The file is for machines. A spreadsheet takes a cell that begins with = for a formula.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Where to write it; - or nothing for standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Only those whose column has this value; column!=value for all others, again to narrow further
    #[arg(long = "where", value_name = "COLUMN=VALUE")]
    conditions: Vec<String>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let conditions = args
        .conditions
        .iter()
        .map(|text| Condition::parse(text))
        .collect::<Result<Vec<_>>>()?;
    let registrations = folder.registrations()?;
    let chosen = Condition::select(&conditions, &registrations)?;
    let list = row::list(registrations.columns(), chosen);
    let format = if context.screen.format() == Format::Json {
        Format::Json
    } else {
        Format::Csv
    };
    let bytes = context.screen.written(&list, format)?;
    let Some(path) = args
        .output
        .as_deref()
        .filter(|path| *path != Path::new("-"))
    else {
        context.screen.listed(&bytes)?;
        return Ok(Exit::Done);
    };
    store::write_personal(path, &bytes, context.mode())?;
    let sentence = format!(
        "Wrote {} to {}.",
        counted(list.len(), "person/people"),
        path.display()
    );
    let result = Record::new()
        .with("output", path.display().to_string())
        .with("people", list.len());
    context.screen.done(&sentence, &result)?;
    Ok(Exit::Done)
}
