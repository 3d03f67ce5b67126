use chrono::{DateTime, Utc};

use super::post::Post;
use super::words::{skipped_record, skipped_words};
use crate::commands::context::{Context, counted};
use crate::error::{Error, Finding, Result};
use crate::mail::{Outgoing, PutOff, Summary, Trouble};
use crate::model::{MailKey, MailState};
use crate::output::Record;

/// Tells that nothing was sent, or what would have been.
pub(super) fn tell_nothing_sent(
    outgoing: &Outgoing,
    would_send: &[MailKey],
    post: &Post,
    context: &mut Context,
) -> Result<()> {
    let words = why_skipped(outgoing, post);
    let words = if words.is_empty() {
        String::new()
    } else {
        format!(" ({})", words.join(", "))
    };
    let sentence = if would_send.is_empty() {
        format!("Nothing to send{words}.")
    } else {
        format!("Would send {}{words}.", counted(would_send.len(), "mail"))
    };
    let files = would_send.iter().map(|key| format!("{key}.eml"));
    let result = Record::new()
        .with("sent", 0)
        .with("would_send", files.collect::<Vec<_>>())
        .with("skipped", skipped_record(&outgoing.skipped()).value());
    context.screen.done(&sentence, &result)
}

/// Tells what became of the mails of a run.
pub(super) fn tell_sent(
    summary: &Summary,
    outgoing: &Outgoing,
    post: &Post,
    context: &mut Context,
) -> Result<()> {
    // What ended the run is said once, and not again about the mail that met it.
    let end = summary.stopped.as_ref().map(ToString::to_string);
    let ended_it = |trouble: &&Trouble| {
        trouble.state == MailState::Released && end.as_ref() == Some(&trouble.reply)
    };
    let troubles = summary.troubles.iter();
    let findings: Vec<Finding> = troubles
        .filter(|trouble| !ended_it(trouble))
        .map(|trouble| finding(trouble, outgoing, post))
        .collect();
    context.screen.warn(&findings);
    if let Some(error) = &summary.stopped {
        context.screen.error(&Error {
            findings: error.findings.clone(),
            exit: error.exit,
        });
    }
    let mut parts = vec![format!("Sent {}", counted(summary.accepted, "mail"))];
    let more = [
        (summary.refused(), "refused"),
        (summary.deferred(), "put off"),
        (summary.in_doubt(), "in doubt"),
        (summary.lost() + summary.not_tried, "not tried"),
    ];
    let more = more.into_iter().filter(|(count, _)| *count > 0);
    parts.extend(more.map(|(count, word)| format!("{count} {word}")));
    parts.extend(why_skipped(outgoing, post));
    let result = Record::new()
        .with("sent", summary.accepted)
        .with("refused", summary.refused())
        .with("deferred", summary.deferred())
        .with("in_doubt", summary.in_doubt())
        .with("not_tried", summary.lost() + summary.not_tried)
        .with("skipped", skipped_record(&outgoing.skipped()).value());
    context.screen.done(
        &format!("{} through {}.", parts.join(", "), post.server),
        &result,
    )
}

/// Says of one mail what happened to it and what to do.
fn finding(trouble: &Trouble, outgoing: &Outgoing, post: &Post) -> Finding {
    let (code, kind) = (&trouble.key.person, &trouble.key.kind);
    let who = format!("{code} {}", post.name(code));
    let state = match trouble.state {
        MailState::Released => "not sent",
        state => state.word(),
    };
    let message = format!("{kind} to {}: {state}: {}", who.trim(), trouble.reply);
    let finding = Finding::warning("not-delivered", message);
    let of_kind = match kind.as_str() {
        "confirmation" => String::new(),
        kind => format!(" --kind {kind}"),
    };
    match trouble.state {
        MailState::Refused => finding.hint(format!(
            "correct the address: plenary registration edit {code} --email …; then: plenary mail resolve {code}{of_kind} \
             --resend"
        )),
        MailState::Doubtful => finding.hint(format!(
            "ask them, then: plenary mail resolve {code}{of_kind} --sent, or --resend"
        )),
        MailState::Deferred => {
            let before = outgoing
                .mails()
                .find(|mail| mail.key == trouble.key)
                .map_or(0, |mail| mail.put_off);
            let again = clock_time(post.now + PutOff::pause(before + 1), post);
            finding.hint(format!(
                "it stays in outbox/; `plenary mail send` tries again from {again}"
            ))
        }
        _ => finding.hint("it stays in outbox/; the next `plenary mail send` tries again"),
    }
}

/// Returns why mails are not sent, with the time at which the first of them may go.
fn why_skipped(outgoing: &Outgoing, post: &Post) -> Vec<String> {
    let mut words = skipped_words(&outgoing.skipped());
    if let (Some(last), Some(next)) = (words.last_mut(), outgoing.next()) {
        last.push_str(&format!(" until {}", clock_time(next, post)));
    }
    words
}

/// Returns a time as the clock at the venue shows it, with the day if that is not today.
pub(super) fn clock_time(time: DateTime<Utc>, post: &Post) -> String {
    let (time, now) = (
        time.with_timezone(&post.event.zone),
        post.now.with_timezone(&post.event.zone),
    );
    let form = if time.date_naive() == now.date_naive() {
        "%H:%M"
    } else {
        "%Y-%m-%d %H:%M"
    };
    time.format(form).to_string()
}
