use std::path::PathBuf;

use super::cli::definition;
use super::context::Context;
use super::help::{Topic, topics};
use crate::error::{Error, Exit, Result};
use crate::output::Record;
use crate::store;

/// Write the manual pages, one a command and one a topic of `plenary help`
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
    pages.extend(topics().map(|topic| (format!("plenary-{}.7", topic.name), page(&topic))));
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

/// Returns a topic as a page of section 7. Its text is laid out already, so that it is shown as it stands.
fn page(topic: &Topic) -> Vec<u8> {
    // A line that begins with a full stop or an apostrophe would be an order (groff_man(7)).
    let plain = |line: &str| {
        let line = line.replace('\\', "\\e").replace('-', "\\-");
        let order = line.starts_with(['.', '\'']);
        format!("{}{line}\n", if order { "\\&" } else { "" })
    };
    let body: String = topic.body().lines().map(plain).collect();
    let name = topic.name;
    format!(
        ".TH plenary\\-{} 7 \"\" \"plenary {}\"\n.SH NAME\nplenary\\-{} \\- {}\n.SH DESCRIPTION\n.nf\n{body}.fi\n",
        name.replace('-', "\\-"),
        env!("CARGO_PKG_VERSION"),
        name.replace('-', "\\-"),
        topic.about(),
    )
    .into_bytes()
}
