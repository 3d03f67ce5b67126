use crate::commands::context::counted;
use crate::mail::{Drafts, Kind, Skipped};
use crate::output::Record;

/// Returns "12 were sent before, 3 wait in outbox/".
pub(super) fn skipped_words(skipped: &Skipped) -> Vec<String> {
    [
        (skipped.sent, "sent before"),
        (skipped.drafted, "drafted before"),
        (skipped.in_doubt, "in doubt"),
        (skipped.refused, "refused before"),
        (skipped.put_off, "put off"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, words)| format!("{count} {words}"))
    .collect()
}

/// Returns the same for programs.
pub(super) fn skipped_record(skipped: &Skipped) -> Record {
    Record::new()
        .with("sent", skipped.sent)
        .with("drafted", skipped.drafted)
        .with("in_doubt", skipped.in_doubt)
        .with("refused", skipped.refused)
        .with("put_off", skipped.put_off)
        .with("not_due", skipped.not_due)
}

/// Returns "Drafted 3 mails (2 sent before)."
pub(super) fn drafted_sentence(drafts: &Drafts, kind: &Kind) -> String {
    let skipped = skipped_words(&drafts.skipped);
    let skipped = if skipped.is_empty() {
        String::new()
    } else {
        format!(" ({})", skipped.join(", "))
    };
    format!(
        "Drafted {}{skipped}.",
        counted(drafts.names.len(), &noun(kind))
    )
}

/// Returns what mails of a kind are called: `confirmation`, `waiting mail`, and one of the organisers' own as it is named.
pub(super) fn noun(kind: &Kind) -> String {
    match kind.name().as_str() {
        noun @ ("confirmation" | "reminder" | "invitation") => noun.to_string(),
        name if name.starts_with("reminder-") => "reminder".to_string(),
        name if name.starts_with("offer-") => "offer mail".to_string(),
        name => format!("{name} mail"),
    }
}
