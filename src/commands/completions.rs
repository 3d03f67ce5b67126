use clap_complete::Shell;

use super::cli::definition;
use super::context::Context;
use crate::error::{Exit, Result};

/// Print the completion script of a shell
///
/// bash: plenary completions bash > ~/.local/share/bash-completion/completions/plenary
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Which shell
    shell: Shell,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut definition(), "plenary", &mut script);
    context.screen.bytes(&script)?;
    Ok(Exit::Done)
}
