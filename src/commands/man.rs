use std::path::PathBuf;

use super::cli::definition;
use super::context::Context;
use crate::error::{Error, Exit, Result};
use crate::output::Record;
use crate::store;

/// Write the manual pages, one a command
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The folder to write them into; it is made if it is not there
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let mut pages = Vec::new();
    let mut root = definition();
    root.build();
    render("plenary", &root, &mut pages)?;
    store::write_pages(&args.out, &pages, context.mode())?;
    let sentence = format!(
        "Wrote {} manual pages to {}.",
        pages.len(),
        args.out.display()
    );
    let names: Vec<String> = pages.iter().map(|(name, _)| name.clone()).collect();
    context.screen.done(
        &sentence,
        &Record::new()
            .with("out", args.out.display().to_string())
            .with("pages", names),
    )?;
    Ok(Exit::Done)
}

fn render(name: &str, command: &clap::Command, pages: &mut Vec<(String, Vec<u8>)>) -> Result<()> {
    let mut page = Vec::new();
    // Without a date of its own, the same version makes the same bytes.
    let man = clap_mangen::Man::new(command.clone().name(name.to_string())).date("");
    man.render(&mut page)
        .map_err(|cause| Error::new(format!("cannot make the page of {name}: {cause}")))?;
    pages.push((format!("{name}.1"), page));
    for sub in command
        .get_subcommands()
        .filter(|sub| sub.get_name() != "help")
    {
        render(&format!("{name}-{}", sub.get_name()), sub, pages)?;
    }
    Ok(())
}
