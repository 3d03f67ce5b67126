use clap::Command;

use super::cli::definition;
use super::context::Context;
use crate::error::{Error, Exit, Result, did_you_mean};

/// Explain a command, or one of: formats, exit-codes, environment, files, times, undo
///
/// `plenary help registration add` is the same as `plenary registration add --help`.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The words of a command, or a topic
    #[arg(value_name = "COMMAND|TOPIC")]
    words: Vec<String>,
}

/// Something to know that is no command's alone.
pub(super) struct Topic {
    pub(super) name: &'static str,
    text: &'static str,
}

impl Topic {
    /// Returns what it is about, in a line.
    pub(super) fn about(&self) -> &'static str {
        self.text.lines().next().unwrap_or_default()
    }

    /// Returns all that there is to know.
    pub(super) fn body(&self) -> &'static str {
        self.text.split_once("\n\n").map_or("", |(_, body)| body)
    }
}

/// Returns all topics.
pub(super) fn topics() -> impl Iterator<Item = Topic> {
    let topics = [
        ("formats", include_str!("topics/formats.txt")),
        ("exit-codes", include_str!("topics/exit-codes.txt")),
        ("environment", include_str!("topics/environment.txt")),
        ("files", include_str!("topics/files.txt")),
        ("times", include_str!("topics/times.txt")),
        ("undo", include_str!("topics/undo.txt")),
    ];
    topics.into_iter().map(|(name, text)| Topic { name, text })
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    if let [word] = args.words.as_slice()
        && let Some(topic) = topics().find(|topic| topic.name == word)
    {
        // A command of that name explains itself; the topic goes on where it ends.
        let mut root = definition();
        root.build();
        if let Some(command) = root.find_subcommand(word) {
            explain(command, context)?;
            context.screen.text("\n")?;
        }
        context.screen.heading(topic.about())?;
        context.screen.text("\n")?;
        context.screen.article(topic.body())?;
        return Ok(Exit::Done);
    }
    let mut name = "plenary".to_string();
    let mut command = definition();
    // What is built has the global flags and the whole name in every command.
    command.build();
    for word in &args.words {
        let inner = command.get_subcommands().find(|inner| {
            inner.get_name() == word || inner.get_all_aliases().any(|alias| alias == word)
        });
        let Some(inner) = inner.cloned() else {
            return Err(unknown(word, &name, &command));
        };
        name = format!("{name} {}", inner.get_name());
        command = inner;
    }
    explain(&command, context)?;
    Ok(Exit::Done)
}

fn explain(command: &Command, context: &mut Context) -> Result<()> {
    let text = command.clone().render_long_help();
    context
        .screen
        .help(&text.to_string(), &text.ansi().to_string())
}

fn unknown(word: &str, name: &str, command: &Command) -> Error {
    let topics = topics()
        .map(|topic| topic.name)
        .filter(|_| name == "plenary");
    let known = command
        .get_subcommands()
        .map(Command::get_name)
        .chain(topics);
    let hint = did_you_mean(word, known);
    Error::new(format!("`{name}` has no command `{word}`"))
        .hint(hint.unwrap_or_else(|| format!("`{name} --help` lists what there is")))
}
