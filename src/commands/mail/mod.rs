mod automatic;
mod changes;
mod check;
mod deliver;
mod dispatch;
mod dkim;
mod draft;
mod opened;
mod post;
mod preview;
mod recipients;
mod report;
mod resolve;
mod secrets;
mod send;
mod setting;
mod signing;
mod stale;
mod status;
mod test;
mod tidier;
mod waiting;
mod words;

pub(super) use automatic::{Sent, send_due};

use crate::commands::context::Context;
use crate::error::{Exit, Result};

/// Write to people, each of them once
#[derive(clap::Subcommand, Debug)]
pub(super) enum Command {
    Draft(draft::Args),
    Preview(preview::Args),
    Send(send::Args),
    Status(status::Args),
    Resolve(resolve::Args),
    Test(test::Args),
    Dkim(dkim::Args),
}

impl Command {
    pub(super) fn run(self, context: &mut Context) -> Result<Exit> {
        match self {
            Self::Draft(args) => draft::run(&args, context),
            Self::Preview(args) => preview::run(&args, context),
            Self::Send(args) => send::run(&args, context),
            Self::Status(args) => status::run(&args, context),
            Self::Resolve(args) => resolve::run(&args, context),
            Self::Test(args) => test::run(&args, context),
            Self::Dkim(args) => dkim::run(&args, context),
        }
    }
}

pub(super) use check::mail_findings;
pub(super) use setting::server_finding;
