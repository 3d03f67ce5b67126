use std::collections::HashSet;

use chrono::DateTime;

use super::post::Post;
use super::report::clock_time;
use crate::commands::context::{Context, counted};
use crate::commands::due::is_anything_due;
use crate::commands::session::Times;
use crate::error::{Exit, Result};
use crate::mail::{Fate, Kind};
use crate::model::{MailKey, MailLine};
use crate::output::{Format, List, Record};

/// Show what was sent, what waits, and what went wrong
///
/// Ends with 1 while a mail is refused or in doubt.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {}

pub(super) fn run(_: &Args, context: &mut Context) -> Result<Exit> {
    let post = Post::open(context)?;
    let standing = post.standing(&post.folder.journal()?);
    let (keys, mut unfit) = post.waiting()?;
    let mut drafts = Vec::new();
    for key in keys.iter() {
        match post.open_draft(&key)? {
            Some(Ok(draft)) => drafts.push(draft.key),
            Some(Err(finding)) => unfit.push(finding),
            None => {}
        }
    }
    let drafted: HashSet<&MailKey> = drafts.iter().collect();
    let mut list = List::new(&[
        "person",
        "name",
        "kind",
        "state",
        "since",
        "reply",
        "message_id",
    ]);
    let sent = standing
        .iter()
        .filter(|mail| mail.fate == Fate::Accepted)
        .count();
    let (mut deferred, mut refused, mut in_doubt) = (0, 0, 0);
    for mail in standing.with(|fate| fate != Fate::Accepted) {
        let line = mail.line;
        let reply = line.reply();
        let (state, why) = match mail.fate {
            Fate::Accepted | Fate::Free => continue,
            // Another offer has taken its place, and nobody tries it again.
            Fate::Deferred if is_superseded(line, &drafted) => continue,
            Fate::Deferred => {
                deferred += 1;
                let again = mail.put_off.again();
                let again = again.filter(|again| *again > post.now);
                let reply = again.map_or_else(
                    || reply.to_string(),
                    |again| format!("{reply}; tried again from {}", clock_time(again, &post)),
                );
                ("deferred", reply)
            }
            Fate::Refused => {
                refused += 1;
                ("refused", reply.to_string())
            }
            Fate::InDoubt(phase) => {
                in_doubt += 1;
                ("in doubt", phase.words().to_string())
            }
        };
        list.push_texts([
            line.person(),
            post.name(line.person()),
            line.kind().as_str(),
            state,
            &since(line.time(), &post, context.times()),
            &why,
            &line.message_id(),
        ]);
    }
    let with = |wanted: fn(&Fate) -> bool| {
        let fates = drafts.iter().map(|key| standing.fate(key));
        fates.filter(wanted).count()
    };
    let waiting = with(|fate| matches!(fate, Fate::Free | Fate::Deferred));
    // A run that was killed had no time to remove them.
    let arrived = with(|fate| *fate == Fate::Accepted);
    let exit = if refused + in_doubt + unfit.len() > 0 {
        Exit::BadNews
    } else {
        Exit::Done
    };
    if context.screen.format() == Format::Json {
        let result = Record::new()
            .with("server", post.server.to_string())
            .with("sent", sent)
            .with("drafts", waiting)
            .with("unfit_drafts", unfit.len())
            .with("deferred", deferred)
            .with("refused", refused)
            .with("in_doubt", in_doubt)
            .with("mails", list.value());
        context.screen.record(&result)?;
        return Ok(exit);
    }
    context.screen.warn(&unfit);
    context.screen.list(&list)?;
    let mut parts = vec![
        format!("{} sent", counted(sent, "mail")),
        format!("{} in outbox/", counted(waiting, "draft")),
    ];
    let more = [
        (deferred, "put off"),
        (refused, "refused"),
        (in_doubt, "in doubt"),
    ];
    parts.extend(
        more.into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}")),
    );
    if arrived > 0 {
        parts.push(format!(
            "{} of what was sent",
            counted(arrived, "leftover draft")
        ));
    }
    let next = if in_doubt > 0 {
        "plenary mail resolve CODE --sent, or --resend"
    } else if refused > 0 {
        "correct the address, then: plenary mail resolve CODE --resend"
    } else if waiting + arrived > 0 {
        "plenary mail send"
    } else if is_anything_due(context)? {
        "plenary due"
    } else {
        ""
    };
    let next = if next.is_empty() {
        String::new()
    } else {
        format!(" Next: {next}")
    };
    context
        .screen
        .remark(&format!("{}.{next}", parts.join(", ")));
    Ok(exit)
}

/// Tells whether it is about an offer that stands no more: its draft is gone.
fn is_superseded(line: MailLine<'_>, drafts: &HashSet<&MailKey>) -> bool {
    Kind::family(line.kind()) == "offer" && !drafts.contains(&&line.key())
}

/// Returns a time of the journal as it is at the venue.
fn since(time: &str, post: &Post, times: Times) -> String {
    let Ok(instant) = DateTime::parse_from_rfc3339(time) else {
        return time.to_string();
    };
    let there = instant.with_timezone(&post.event.zone);
    match times {
        Times::Iso => there.to_rfc3339(),
        Times::Wall => there.format("%Y-%m-%d %H:%M").to_string(),
    }
}
