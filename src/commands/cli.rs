use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use super::context::Context;
use super::{
    agenda, check, complete, completions, demo, due, help, import, init, log, mail, man, publish,
    registration, report, session, speaker, status, typed, undo,
};
use crate::error::{Exit, Result};
use crate::output::{Colour, Format, Screen, Settings};
use crate::store::Direction;

/// Organises a conference out of plain files
///
/// An event is a folder: event.toml, speakers.toml and agenda.toml are yours to edit, registrations.csv holds who
/// signed up, and mail.csv remembers who was written to. plenary finds the folder by walking up from where you are.
#[derive(Debug, Parser)]
#[command(
    name = "plenary",
    version,
    arg_required_else_help = true,
    propagate_version = false,
    disable_help_subcommand = true
)]
#[command(
    after_help = "Begin with `plenary demo`, or `plenary init my-event`. Exit codes: 0 done, 1 done with bad \
                        news, 2 could not run, 75 try again later."
)]
pub(super) struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Flags that every command takes, before or after its name.
#[derive(Args, Debug)]
#[command(next_help_heading = "Global options")]
pub(super) struct Global {
    /// The event folder, if it is not this one or one above
    #[arg(
        short = 'C',
        long = "dir",
        global = true,
        value_name = "DIR",
        env = "PLENARY_DIR"
    )]
    pub(super) dir: Option<PathBuf>,
    /// How the answer is written
    #[arg(long, global = true, value_name = "FORMAT", default_value = "table")]
    format: FormatFlag,
    /// Short for --format json
    #[arg(long, global = true)]
    json: bool,
    /// Leave out remarks; the answer and warnings stay
    #[arg(short, long, global = true)]
    quiet: bool,
    /// Go the whole way, but write and send nothing
    #[arg(short = 'n', long, global = true)]
    pub(super) dry_run: bool,
    /// Answer every question with yes
    #[arg(short, long, global = true)]
    pub(super) yes: bool,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColourFlag,
    /// Take this for the present time: "2024-04-10 09:00" at the event, or RFC 3339
    #[arg(long, global = true, value_name = "TIME", env = "PLENARY_NOW")]
    pub(super) now: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatFlag {
    Table,
    Csv,
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ColourFlag {
    Auto,
    Always,
    Never,
}

/// Every command; its help is the comment on its arguments.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Init(init::Args),
    Demo(demo::Args),
    Status(status::Args),
    Check(check::Args),
    #[command(subcommand)]
    Speaker(speaker::Command),
    #[command(subcommand)]
    Session(session::Command),
    #[command(subcommand, alias = "reg")]
    Registration(registration::Command),
    Import(import::Args),
    #[command(subcommand)]
    Agenda(agenda::Command),
    #[command(subcommand)]
    Mail(mail::Command),
    Publish(publish::Args),
    Due(due::Args),
    Report(report::Args),
    Log(log::Args),
    Undo(undo::Args),
    Redo(undo::RedoArgs),
    Completions(completions::Args),
    Man(man::Args),
    Help(help::Args),
}

impl Command {
    pub(super) fn run(self, context: &mut Context) -> Result<Exit> {
        match self {
            Self::Init(args) => init::run(&args, context),
            Self::Demo(args) => demo::run(&args, context),
            Self::Status(args) => status::run(&args, context),
            Self::Check(args) => check::run(&args, context),
            Self::Speaker(command) => command.run(context),
            Self::Session(command) => command.run(context),
            Self::Registration(command) => command.run(context),
            Self::Import(args) => import::run(&args, context),
            Self::Agenda(command) => command.run(context),
            Self::Mail(command) => command.run(context),
            Self::Publish(args) => publish::run(&args, context),
            Self::Due(args) => due::run(&args, context),
            Self::Report(args) => report::run(&args, context),
            Self::Log(args) => log::run(&args, context),
            Self::Undo(_) => undo::run(Direction::Undo, context),
            Self::Redo(_) => undo::run(Direction::Redo, context),
            Self::Completions(args) => completions::run(&args, context),
            Self::Man(args) => man::run(&args, context),
            Self::Help(args) => help::run(&args, context),
        }
    }
}

/// Returns the whole command line as clap sees it.
pub(super) fn definition() -> clap::Command {
    Cli::command()
}

/// Runs plenary with these arguments, the first being its name, and returns what the process ends with.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(exit) = complete::answer(&arguments) {
        return ExitCode::from(exit.code());
    }
    let exit = match parse(arguments) {
        Ok((cli, typed)) => run(cli, typed),
        Err(message) => usage(&message),
    };
    ExitCode::from(exit.code())
}

/// Returns what was typed, and how the log calls it.
pub(super) fn parse(
    arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>,
) -> std::result::Result<(Cli, String), clap::Error> {
    let mut definition = definition();
    let matches = definition.try_get_matches_from_mut(arguments)?;
    let typed = typed::sentence(&definition, &matches);
    Ok((Cli::from_arg_matches(&matches)?, typed))
}

fn run(cli: Cli, typed: String) -> Exit {
    let mut context = Context::new(Screen::new(settings(&cli.global)), cli.global);
    context.begin(typed);
    let result = cli.command.run(&mut context);
    result.unwrap_or_else(|error| {
        context.screen.error(&error);
        error.exit
    })
}

fn settings(global: &Global) -> Settings {
    Settings {
        format: match global.format {
            _ if global.json => Format::Json,
            FormatFlag::Table => Format::Table,
            FormatFlag::Csv => Format::Csv,
            FormatFlag::Json => Format::Json,
        },
        quiet: global.quiet,
        dry_run: global.dry_run,
        colour: match global.color {
            ColourFlag::Auto => Colour::Auto,
            ColourFlag::Always => Colour::Always,
            ColourFlag::Never => Colour::Never,
        },
        columns: std::env::var("COLUMNS")
            .ok()
            .and_then(|columns| columns.parse().ok()),
    }
}

/// Prints help, version or what is wrong with the arguments.
fn usage(message: &clap::Error) -> Exit {
    let mut screen = Screen::new(Settings::default());
    let text = message.render();
    let (plain, coloured) = (text.to_string(), text.ansi().to_string());
    if message.exit_code() != 0 {
        screen.usage(&plain, &coloured);
        return Exit::CouldNotRun;
    }
    match screen.help(&plain, &coloured) {
        Ok(()) => Exit::Done,
        Err(error) => {
            screen.error(&error);
            error.exit
        }
    }
}
