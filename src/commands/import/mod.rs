mod answer;
mod how;
mod lines;
mod told;

use std::path::PathBuf;

use chrono::Datelike;

use answer::Imported;

use super::context::Context;
use super::desk::{Desk, Likely, remark_moves};
use super::source::{self, Reading};
use crate::error::{Error, Exit, Finding, Place, Result};
use crate::import::read::{self, Table};
use crate::import::{self, Field, Ground, Mapping, Plan, Report, Settled};
use crate::model::{Event, Registrations, Submissions};
use crate::output::Format;
use crate::places::Book;
use crate::store::{self, Folder, Memory};

/// Bring sign-ups in from whatever form or spreadsheet they are in
///
/// Says how it read each file and gives every row a verdict. Nobody is lost, nobody is added twice: the same file can be
/// imported again at any time. What was changed by hand in registrations.csv stays.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The files; - for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    /// Which column is what, if it cannot be told, as in email="Your address"; again for more
    #[arg(long, value_name = "FIELD=HEADING")]
    map: Vec<String>,
    /// Keep what --map says in event.toml for every later import
    #[arg(long, requires = "map")]
    save_map: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let event = folder.read()?.trust(&[])?.event;
    let files = args.bytes(context)?;
    let mut recalling = folder.recall();
    let said = all(args.map.iter().map(|text| import::parse(text)))?;
    let now = context
        .now(event.zone)?
        .with_timezone(&event.zone)
        .naive_local();
    let held = import::Held::of(&event).on(now.date());
    let (tables, refused) = args.tables(files, (&folder, &event, &held), &said)?;
    let settled = Settled::new(folder.different()?);
    let ground = Ground {
        event: &event,
        settled: &settled,
        now,
    };
    let desk = Desk::open(&event, "import", context)?;
    let editor = folder.edit(context.mode())?;
    let format = context.screen.format();
    let rows = tables.iter().map(|(_, table, _)| table.len()).sum();
    let progress = context.screen.progress("Importing", rows);
    let mut draw = |limit| context.draw(limit);
    let plan = |list: &Registrations, known: &mut Submissions, at: usize| {
        let (_, table, mapping) = &tables[at];
        // Each row is read, and then decided about.
        let mut watch = |rows| progress.advance(rows / 2);
        Plan::watched(ground, list, known, (table, mapping), &mut watch)
    };
    let plan_first = |list: &Registrations| {
        let mut memory = recalling.memory(&editor)?;
        let first = plan(list, &mut memory.submissions, 0);
        Ok((memory, Some(first)))
    };
    let bring_in = |list: &mut Registrations, book: &mut Book<'_>, planned: Planned<'_>| {
        let (mut memory, mut first) = planned;
        let mut reports: Vec<Report> = Vec::new();
        let mut before = 0;
        let mut tell_last = |reports: &[Report], list: &Registrations, before: usize| {
            if let Some((report, (name, ..))) = reports.iter().zip(&tables).next_back() {
                told::tell(report, (list, before), name, book);
            }
        };
        for at in 0..tables.len() {
            tell_last(&reports, list, before);
            before = list.len();
            let known = &mut memory.submissions;
            let plan = first.take().unwrap_or_else(|| plan(list, known, at));
            reports.push(plan.apply(list, known, &mut draw));
        }
        let written = if reports.iter().any(|report| report.changed) {
            // While the last is told and the places are given out.
            Some(editor.write_down(memory))
        } else {
            // The process ends soon, as below.
            std::mem::forget(memory);
            None
        };
        tell_last(&reports, list, before);
        Ok((written, reports))
    };
    let ((mut imported, memory, rejected), moves) = desk.change_as_planned(
        &editor,
        likely(&tables, folder.list_length()),
        plan_first,
        bring_in,
        |list, (memory, mut reports), moves| {
            for report in &mut reports {
                report.seated(list);
            }
            let rejected = rejected(&tables, &reports);
            let mut imported = Imported::new(&tables, &reports, list, format);
            imported.moved(moves, &refused);
            Ok((imported, memory, rejected))
        },
    )?;
    if let Some(memory) = memory {
        editor.remember(memory).map_err(half_done)?;
    }
    drop(progress);
    for (name, text) in rejected {
        let file = editor.reject(&name, &text).map_err(half_done)?;
        imported.rejected.push(file);
    }
    if args.save_map {
        let pairs: Vec<(String, String)> = said
            .iter()
            .map(|(field, label)| (field.word().to_string(), label.clone()))
            .collect();
        editor.add_headings(&pairs).map_err(half_done)?;
    }
    context.screen.warn(&refused);
    let last = last(context.mode());
    imported.tell(&mut context.screen, last)?;
    remark_moves(&moves, context);
    let bad = imported.bad_news || !refused.is_empty();
    // The process ends here: giving back a million strings one by one would only keep people waiting.
    std::mem::forget(tables);
    Ok(if bad { Exit::BadNews } else { Exit::Done })
}

/// What was imported before, and the plan for the first table.
type Planned<'t> = (Memory, Option<Plan<'t>>);

/// A table, what it is called, and which column says what.
type Read = (String, Table, Mapping);

impl Args {
    fn bytes(&self, context: &Context) -> Result<Vec<(String, Vec<u8>)>> {
        all(self.files.iter().map(|path| source::file(path, context)))
    }

    /// Reads all tables of all files. A file that cannot be read does not keep the others out.
    fn tables(
        &self,
        files: Vec<(String, Vec<u8>)>,
        (folder, event, held): (&Folder, &Event, &import::Held),
        said: &[(Field, String)],
    ) -> Result<(Vec<Read>, Vec<Finding>)> {
        let saved = event.sign_up.headings.iter();
        let saved = all(saved.map(|(field, label)| {
            let field = Field::parse(field).map_err(|error| error.at(Place::file("event.toml")))?;
            Ok((field, label.clone()))
        }))?;
        let saved = saved
            .into_iter()
            .filter(|(field, _)| said.iter().all(|(one, _)| one != field));
        let mapped: Vec<(Field, String)> = said.iter().cloned().chain(saved).collect();
        let wishes = read::Wishes {
            years: event.dates.iter().map(Datelike::year).collect(),
            event: [&*event.name, &event.venue.name, &event.venue.address].join(" "),
            ..self.reading.wishes()
        };
        let (mut tables, mut refused) = (Vec::new(), Vec::new());
        for (name, bytes) in files {
            match read::read(&name, bytes, &wishes) {
                Ok(found) => {
                    for (name, table) in found {
                        let mapping = Mapping::find(&table, &mapped, held);
                        let sound = mapping.refuse_strange(&name);
                        match sound.and_then(|()| refuse_own(folder, &name, &table)) {
                            Ok(()) => tables.push((name, table, mapping)),
                            Err(error) => refused.extend(error.findings),
                        }
                    }
                }
                Err(error) => refused.extend(error.findings),
            }
        }
        match (tables.is_empty(), refused.is_empty()) {
            (true, true) => return Err(Error::new("there is no table in any of the files")),
            (true, false) => return Err(Error::from_findings(refused)),
            (false, _) => {}
        }
        import::refuse_unknown(tables.iter().map(|(_, table, _)| table), said)?;
        Ok((tables, refused))
    }
}

/// Makes sure that a table is no export of the list.
fn refuse_own(folder: &Folder, name: &str, table: &Table) -> Result<()> {
    match import::codes(table).as_slice() {
        [] => Ok(()),
        codes => import::refuse_own(name, codes, &folder.registrations()?),
    }
}

/// Says what an import will probably do: a file of about as many people as stand in the list is mostly one that was
/// imported before.
fn likely<'t>(tables: &[Read], listed: u64) -> Likely<Planned<'t>> {
    let text = |table: &Table| table.shared_text().len() as u64;
    match tables {
        [(_, table, _)] if listed > 0 && text(table) * 2 >= listed => {
            Likely::Nothing(|(_, plan)| plan.as_ref().is_some_and(|plan| !plan.report().changed))
        }
        _ => Likely::Change,
    }
}

/// What failed once the list was saved must not say that nothing was changed.
fn half_done(error: Error) -> Error {
    error.hint("the people are saved; mend what is wrong and import the same again, which adds nobody twice")
}

fn last(mode: store::Mode) -> &'static str {
    match mode {
        store::Mode::Real => "",
        store::Mode::DryRun => "Nothing was written: this is a dry run.",
    }
}

/// The rejected rows of each file, as files of their own.
fn rejected(tables: &[Read], reports: &[Report]) -> Vec<(String, String)> {
    let both = tables.iter().zip(reports);
    both.filter_map(|((name, table, mapping), report)| {
        // Mended, they are read under the name that says of all of them whether they come.
        let sheet = table.how.titled.as_ref().or(table.how.sheet.as_ref());
        let sheet = sheet.filter(|_| mapping.tells_of_all());
        let rejected = import::rejected(table, mapping, report)?;
        Some((sheet.unwrap_or(name).clone(), rejected))
    })
    .collect()
}

/// Returns everything, or the errors of all that failed.
fn all<T>(results: impl Iterator<Item = Result<T>>) -> Result<Vec<T>> {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(one) => good.push(one),
            Err(error) => bad.extend(error.findings),
        }
    }
    if bad.is_empty() {
        Ok(good)
    } else {
        Err(Error::from_findings(bad))
    }
}

/// Whether the report is built for people or for programs.
pub(super) fn for_people(format: Format) -> bool {
    format == Format::Table
}
