//! Columns of what became of the mail that confirms a sign-up: `Confirmation status` is `Sent` or `Failed`.

use super::super::content;
use super::super::draft::Draft;
use super::super::heading::heading;
use super::super::words;
use crate::import::consent::{self, Consent};

/// What becomes of a mail and of nobody, between bars.
const SENT: &str = "sent|resent|delivered|bounced|failed|opened|not sent|not delivered|undelivered|unsent|\
    gesendet|versendet|verschickt|versandt|zugestellt|fehlgeschlagen|nicht gesendet|nicht versendet|nicht zugestellt|\
    envoye|envoyee|delivre|delivree|distribue|echoue|echouee|echec|non envoye|non envoyee|\
    enviado|enviada|entregado|entregada|rebotado|fallido|fallida|no enviado|no enviada|\
    wyslane|wyslano|wyslany|dostarczone|dostarczono|niewyslane|nie wyslano|niepowodzenie|\
    anfonwyd|wedi ei anfon|methodd|heb ei anfon|bheja gaya|nahi bheja";

/// What is said of mails and of people alike, between bars.
const EITHER: &str = "pending|queued|scheduled|waiting|error|ausstehend|en attente|pendiente|oczekuje|oczekujace|yn aros";

/// Tells whether a column headed by a confirmation is about the mail: what stands there is said of mails, and nothing is
/// said of people alone.
pub(super) fn are_meant(draft: &Draft<'_>, column: usize) -> bool {
    let headed = draft.headings.get(column);
    let is_sent = |cell: &str| words::is_any(&heading(cell), SENT);
    let is_of_people = |cell: &str| {
        let is_either = || words::is_any(&heading(cell), EITHER);
        let is_answer = || consent::bare(cell) != Consent::Unclear;
        content::is_standing(cell) && !is_sent(cell) && !is_either() && !is_answer()
    };
    headed.is_some_and(|heading| words::is_of_confirmation(heading))
        && draft.any(column, is_sent)
        && !draft.any(column, is_of_people)
}
