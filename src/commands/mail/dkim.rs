use super::post::Post;
use super::signing::signer;
use crate::commands::context::Context;
use crate::error::{Error, Exit, Result};
use crate::output::{Format, Record};

/// Show the DNS record by which others can check the signatures of your mails
///
/// Most people need none of this: their mail provider signs what they send. With a mail server of your own, put
/// dkim_selector = "plenary" into [mail] of event.toml, keep the key outside the event folder, and name its file in
/// PLENARY_DKIM_KEY_FILE or as dkim_key in ~/.config/plenary/config.toml. Mails are signed as they go out.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {}

pub(super) fn run(_: &Args, context: &mut Context) -> Result<Exit> {
    let post = Post::open(context)?;
    let Some(signer) = signer(&post)? else {
        return Err(Error::new("[mail] of event.toml has no `dkim_selector`, so mails are not signed")
            .hint("most mail providers sign what goes through them; `plenary mail dkim --help` tells how to do it yourself"));
    };
    let (name, text) = signer.record();
    if context.screen.format() != Format::Table {
        let record = Record::new()
            .with("name", name.as_str())
            .with("type", "TXT")
            .with("text", text.as_str());
        context.screen.record(&record)?;
        return Ok(Exit::Done);
    }
    context.screen.text(&format!("{name}. TXT \"{text}\"\n"))?;
    Ok(Exit::Done)
}
