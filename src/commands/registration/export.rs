use std::path::{Path, PathBuf};

use super::purpose::Purpose;
use crate::commands::context::{Context, counted};
use crate::error::{Error, Exit, Result};
use crate::model::Condition;
use crate::output::{Format, List, Record};
use crate::store;

/// Write the list, whole and exact, or as what somebody needs on paper or in a spreadsheet
///
/// Without --for it is CSV for machines: every column with the exact text, and a spreadsheet takes a cell that begins
/// with = for a formula. With --for, nothing in it is a formula; a file named .xlsx is written as a workbook.
#[derive(clap::Args, Debug)]
#[command(after_long_help = "\
Examples:
  plenary registration export --for door -o door.xlsx
  plenary registration export --for caterer
  plenary registration export --for spreadsheet --where updates=yes -o people.xlsx")]
pub(crate) struct Args {
    /// Where to write it, readable by you alone; - or nothing for standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Who reads it
    #[arg(long = "for", value_name = "WHOM")]
    purpose: Option<Purpose>,
    /// Only those whose column has this value; column!=value for all others, again to narrow further
    #[arg(long = "where", value_name = "COLUMN=VALUE")]
    conditions: Vec<String>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let purpose = args.purpose.unwrap_or(Purpose::Machines);
    let conditions = purpose.conditions(&args.conditions)?;
    let registrations = folder.registrations()?;
    let chosen = Condition::select(&conditions, &registrations)?;
    let people = chosen.len();
    let list = purpose.list(registrations.columns(), chosen);
    let path = args
        .output
        .as_deref()
        .filter(|path| *path != Path::new("-"));
    if let Some(path) = path {
        folder.spare(path)?;
    }
    let bytes = written(&list, purpose, path, context)?;
    let Some(path) = path else {
        context.screen.listed(&bytes)?;
        return Ok(Exit::Done);
    };
    store::write_personal(path, &bytes, context.mode())?;
    let sentence = format!(
        "Wrote {} to {}.",
        counted(people, "person/people"),
        path.display()
    );
    let result = Record::new()
        .with("output", path.display().to_string())
        .with("people", people);
    context.screen.done(&sentence, &result)?;
    Ok(Exit::Done)
}

/// Returns the list as the file that was named holds it.
fn written(
    list: &List,
    purpose: Purpose,
    path: Option<&Path>,
    context: &Context,
) -> Result<Vec<u8>> {
    let ending = path.and_then(Path::extension).unwrap_or_default();
    let ending = ending.to_string_lossy().to_lowercase();
    match ending.as_str() {
        "xlsx" if purpose != Purpose::Machines => return list.workbook(purpose.title()),
        "xlsx" => {
            return Err(
                Error::new("the exact list is CSV, and a workbook is for people")
                    .hint("name a file that ends in .csv, or say --for spreadsheet"),
            );
        }
        "ods" | "xls" | "numbers" => {
            return Err(
                Error::new(format!("plenary does not write .{ending} files"))
                    .hint("name a file that ends in .xlsx: every spreadsheet program opens it"),
            );
        }
        _ => {}
    }
    match (context.screen.format(), purpose) {
        (Format::Json, _) => context.screen.written(list, Format::Json),
        (_, Purpose::Machines) => context.screen.written(list, Format::Csv),
        // The byte order mark makes every spreadsheet program take the file for UTF-8.
        _ if path.is_some() => Ok(["\u{feff}".as_bytes(), &list.disarmed()?].concat()),
        _ => list.disarmed(),
    }
}
