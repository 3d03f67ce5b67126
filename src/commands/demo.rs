use std::mem;
use std::path::PathBuf;

use super::cli::parse;
use super::context::Context;
use crate::error::{Error, Exit, Result};
use crate::model::Status;
use crate::output::{Format, Record, Screen};
use crate::store::{Mode, create_example};

/// Make a folder with an invented conference and show what plenary does with it
///
/// Nobody is written to: the mails land in a folder.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The folder, which must not be there yet
    #[arg(default_value = "plenary-demo", value_name = "DIR")]
    folder: PathBuf,
}

const FILES: [(&str, &[u8]); 6] = [
    (
        "speakers.toml",
        include_bytes!("../../examples/blackburn-2024/speakers.toml"),
    ),
    (
        "agenda.toml",
        include_bytes!("../../examples/blackburn-2024/agenda.toml"),
    ),
    (
        "signups/google-forms.csv",
        include_bytes!("../../examples/blackburn-2024/signups/google-forms.csv"),
    ),
    (
        "signups/eventbrite.csv",
        include_bytes!("../../examples/blackburn-2024/signups/eventbrite.csv"),
    ),
    (
        "signups/anmeldungen-excel.csv",
        include_bytes!("../../examples/blackburn-2024/signups/anmeldungen-excel.csv"),
    ),
    (
        "event.toml",
        include_bytes!("../../examples/blackburn-2024/event.toml"),
    ),
];

/// What is shown, as somebody would type it inside the folder.
const STEPS: [&str; 5] = [
    "plenary import signups/google-forms.csv signups/eventbrite.csv signups/anmeldungen-excel.csv",
    "plenary check",
    "plenary agenda show",
    "plenary mail send confirmation",
    "plenary status",
];

const NEXT: &str = "  plenary registration list --where area=Blackburn
  plenary mail preview confirmation
  plenary session move opening --to 11:15     # refused: the hall is taken then
  plenary import signups/google-forms.csv
  plenary --help
";

/// The conference is over by now; the demo is given some days before it.
const DAY: &str = "2024-04-02 09:00";

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    create_example(&args.folder, &FILES, context.mode())?;
    let name = args.folder.display().to_string();
    if context.mode() == Mode::DryRun {
        context.screen.done(
            &format!(
                "Would make `{name}` and play {} commands in it.",
                STEPS.len()
            ),
            &Record::new(),
        )?;
        return Ok(Exit::Done);
    }
    context.screen.remark(&format!(
        "Made `{name}` with an invented conference and its sign-ups. These commands follow, as if it were {DAY}:"
    ));
    context.enter(&args.folder)?;
    context.pretend(DAY);
    let exit = if context.screen.format() == Format::Table {
        steps(context)?
    } else {
        unseen(context)?
    };
    if context.screen.format() != Format::Table {
        context.screen.record(&result(context, name)?)?;
        return Ok(exit);
    }
    context.screen.remark(&format!(
        "\nThe mails are in {name}/delivered. Try next:\n\n  cd {name}\n{NEXT}"
    ));
    if let Ok(program) = std::env::current_exe() {
        context.screen.remark(&format!(
            "Where `plenary` is not on your path: alias plenary={}",
            program.display()
        ));
    }
    Ok(exit)
}

/// Plays the commands, each under the line that one would type.
fn steps(context: &mut Context) -> Result<Exit> {
    let mut exit = Exit::Done;
    for line in STEPS {
        context.screen.text("\n")?;
        context.screen.heading(&format!("$ {line}"))?;
        let (cli, typed) = parse(line.split(' ')).map_err(|error| Error::new(error.to_string()))?;
        context.begin(typed);
        exit = exit.max(cli.command.run(context)?);
    }
    Ok(exit)
}

/// Plays the commands for a program, which gets one document at the end.
fn unseen(context: &mut Context) -> Result<Exit> {
    let screen = mem::replace(&mut context.screen, Screen::hidden());
    let exit = steps(context);
    context.screen = screen;
    exit
}

fn result(context: &Context, name: String) -> Result<Record> {
    let registrations = context.folder()?.registrations()?;
    Ok(Record::new()
        .with("folder", name)
        .with("registrations", registrations.len())
        .with("confirmed", registrations.count(Status::Confirmed)))
}
