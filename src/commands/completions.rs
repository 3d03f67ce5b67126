use clap_complete::Shell;
use clap_complete::env::Shells;

use super::complete::VARIABLE;
use super::context::Context;
use crate::error::{Error, Exit, Result};

/// Print the script by which a shell completes words with the tab key
///
/// It knows commands and flags, and the codes, ids, rooms, columns and kinds of mail of the event folder, but never
/// prints what somebody is called. Load it whenever a shell starts, so that it fits the plenary that is installed.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
  bash  in ~/.bashrc:                   source <(plenary completions bash)
  zsh   in ~/.zshrc, below compinit:    source <(plenary completions zsh)
  fish  in ~/.config/fish/config.fish:  plenary completions fish | source")]
pub(super) struct Args {
    /// Which shell
    shell: Shell,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let shells = Shells::builtins();
    let name = args.shell.to_string();
    let Some(shell) = shells.completer(&name) else {
        return Err(Error::new(format!("there is no script for {name}")));
    };
    let mut script = Vec::new();
    shell
        .write_registration(VARIABLE, "plenary", "plenary", "plenary", &mut script)
        .map_err(|cause| Error::system("write the script", &cause))?;
    context.screen.bytes(&script)?;
    Ok(Exit::Done)
}
