//! Columns that ask a second time whether people come, once they have said so: `Coming? (reconfirmed)`, `RSVP update`. What
//! they say then counts before what they had said. Beside them stand columns of whether a sign-up was approved.

use super::super::draft::Draft;
use super::super::heading::{heading, question};
use super::super::words::days;
use super::super::words::is_any;
use super::{attending, unread};
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::standing::{self, Standing};

/// What says by itself that it is asked once more, between bars.
const SURELY_AGAIN: &str = "reconfirmed|reconfirm|reconfirmation|update|updated|revised|\
    ruckbestatigt|erneut|aktualisiert|aktualisierung|reconfirme|reconfirmee|actualise|actualisee|\
    reconfirmado|reconfirmada|actualizado|actualizada|actualizacion|ponownie|aktualizacja|diweddariad|diweddarwyd|dobara";

/// What may stand beside that, between bars: what is `confirmed` by itself may be so by the organisers.
const AGAIN: &str = "confirmed|latest|now|mise|jour|potwierdzone|tazah";

/// Those of [`SURELY_AGAIN`] that may ask whether anything was said at all, between bars: there a no may be of whoever has not answered.
const DONE: &str = "reconfirmed|reconfirmation|updated|ruckbestatigt|aktualisiert|reconfirme|reconfirmee|actualise|actualisee|\
    reconfirmado|reconfirmada|actualizado|actualizada|diweddarwyd";

/// A box that is not ticked, between bars.
const UNTICKED: &str = "false|falsch|faux|falso|falsz|unchecked|not checked|unticked|not ticked";

/// What becomes of an approval that nobody has given in time, between bars.
const EXPIRED: &str =
    "expired|abgelaufen|expire|expiree|caducado|caducada|wygaslo|wygasle|wygasl|wedi dod i ben";

/// How a question begins that was asked before, between bars.
const STILL: &str = "still coming|still attending|are you still coming|are you still attending|will you still come|\
    will you still attend|will you still be coming|can you still come|can you still attend|can you still make it|\
    kommst du noch|kommen sie noch|kommst du immer noch|kommen sie immer noch|bist du noch dabei|noch dabei|\
    venez vous toujours|viens tu toujours|toujours present|sigues viniendo|sigue viniendo|todavia vienes|todavia viene|\
    nadal przyjdziesz|czy nadal przyjdziesz|dal i ddod|dal yn dod|ydych chi n dal i ddod";

/// Small words of when it was asked, between bars.
const ASKED: &str =
    "asked|as|at|of|on|in|the|st|nd|rd|th|am|vom|gefragt|le|du|el|del|dia|w|dnia|ar";

/// Headings of whether a sign-up was approved, between bars.
const APPROVAL: &str = "approval status|approval state|approval|status of approval|registration approval|\
    registration approval status|acceptance status|genehmigungsstatus|zulassungsstatus|freigabestatus|\
    statut d approbation|statut de l approbation|statut de validation|estado de aprobacion|estado de la aprobacion|\
    status zatwierdzenia|status akceptacji|statws cymeradwyo|statws cymeradwyaeth|manzoori ki haisiyat";

/// A column of whether people come below which some cells say only that nobody has answered yet.
#[derive(Debug)]
pub(in crate::import) struct Unanswered {
    column: usize,
    open: Open,
}

#[derive(Clone, Copy, Debug)]
enum Open {
    /// A no.
    No,
    /// A no, and what nobody has approved in time.
    Approval,
    /// A box that is not ticked.
    Box,
}

impl Unanswered {
    /// Tells whether a cell of a column is no answer.
    pub(in crate::import) fn is_by(&self, column: usize, cell: &str) -> bool {
        self.column == column
            && match self.open {
                Open::No => is_no(cell),
                Open::Approval => is_no(cell) || is_any(&heading(cell), EXPIRED),
                Open::Box => is_unticked(cell),
            }
    }
}

fn is_no(cell: &str) -> bool {
    cell == "0" || consent::bare(cell) == Consent::No
}

fn is_unticked(cell: &str) -> bool {
    matches!(cell, "0" | "☐") || is_any(&heading(cell), UNTICKED)
}

/// Takes what was asked once more beside another question whether people come, and what became of a sign-up beside its state.
pub(in crate::import::columns) fn take(draft: &mut Draft<'_>) {
    if draft.wished.contains(&Field::Status) {
        return;
    }
    let approvals = draft.beside.iter().filter(|(field, at)| {
        *field == Field::Status && is_any(&question(&draft.headings[*at]), APPROVAL)
    });
    let approvals: Vec<usize> = approvals.map(|(_, at)| *at).collect();
    draft
        .beside
        .retain(|(field, at)| *field != Field::Status || !approvals.contains(at));
    draft.columns[Field::Status as usize].extend(&approvals);
    let open = |open: Open| move |column: usize| Unanswered { column, open };
    draft
        .unanswered
        .extend(approvals.into_iter().map(open(Open::Approval)));

    let is_filled = |at: &usize| draft.contents[*at].filled > 0;
    let is_later = |at: &usize| {
        let is_own = draft.of(Field::Status).contains(at);
        let is_free = !draft.is_used(*at) && !draft.beside.iter().any(|(_, beside)| beside == at);
        (is_own || is_free)
            && is_filled(at)
            && !draft.certain.contains(at)
            && is_once_more(&draft.headings[*at])
            && !draft.held.is_another_year(&draft.headings[*at])
            && attending::bears_out(draft, *at)
    };
    let later: Vec<usize> = (0..draft.headings.len()).filter(is_later).collect();
    let is_asked = |at: &usize| {
        let own = [&later, &draft.turned_round, &draft.waiting];
        is_filled(at)
            && !own.iter().any(|own| own.contains(at))
            && !draft.answers.iter().any(|answer| answer.column == *at)
            && attending::asks_to_come(draft, *at)
    };
    let asked = draft.of(Field::Status).iter().copied();
    let asked: Vec<usize> = asked.filter(is_asked).collect();
    if asked.is_empty() || later.is_empty() {
        return;
    }
    for column in &later {
        if !draft.of(Field::Status).contains(column) {
            draft.columns[Field::Status as usize].push(*column);
        }
        let mut words = draft.headings[*column].split(' ');
        let unticked = draft.rows().filter(|row| is_unticked(row.cell(*column)));
        if words.any(|word| is_any(word, DONE)) {
            draft.unanswered.push(open(Open::No)(*column));
        } else if unticked.count() * 2 > draft.table.len() {
            draft.unanswered.push(open(Open::Box)(*column));
        }
    }
    if let [later] = later[..] {
        draft.asked_again = Some((asked, later));
        return;
    }
    let labels = later
        .iter()
        .map(|at| format!("\"{}\"", draft.table.header[*at].trim()));
    let labels = labels.collect::<Vec<String>>().join(" and ");
    draft.notes.push(format!(
        "{labels} ask once more who comes, and it cannot be told which was asked last: of different answers the one that says the least for it counts"
    ));
}

/// Notes in how many rows nothing but what is no answer says that somebody does not come.
pub(in crate::import::columns) fn tell(draft: &mut Draft<'_>) {
    let mut told = Vec::new();
    for own in &draft.unanswered {
        let rows = draft.rows();
        let rows = rows.filter(|row| own.is_by(own.column, row.cell(own.column)));
        let rows = rows.filter(|row| !unread::is_said(draft, |at| row.cell(at)));
        let rows = match rows.count() {
            0 => continue,
            1 => "1 row says".to_string(),
            count => format!("{count} rows say"),
        };
        let label = draft.table.header[own.column].trim();
        told.push(format!(
            "{rows} no to \"{label}\", which cancels nobody; if it asks whether they come at all, say --map status=\"{label}\""
        ));
    }
    draft.notes.extend(told);
}

/// Tells whether an answer to what was asked once more leaves no doubt, so that it counts before what was said first.
pub(in crate::import) fn is_answer(cell: &str) -> bool {
    matches!(
        standing::of_cell(cell),
        Some(Standing::Coming | Standing::Cancelled)
    )
}

/// Tells whether what was said first gives way to a later answer. Who waits has not got a place by that, and who cancelled on
/// some day may have done so since.
pub(in crate::import) fn gives_way(cell: &str) -> bool {
    cell.is_empty() || consent::bare(cell) != Consent::Unclear
}

/// Tells whether a heading asks once more whether people come, and asks nothing else.
fn is_once_more(heading: &str) -> bool {
    let is_when = |word: &str| {
        is_any(word, ASKED)
            || days::of(word).is_some()
            || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let words = || heading.split(' ');
    let has_asked_still = STILL.split('|').any(|start| {
        let rest = heading.strip_prefix(start);
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(' ') && rest.split_whitespace().all(is_when)
        })
    });
    let left: Vec<&str> = words()
        .filter(|word| !is_any(word, AGAIN) && !is_any(word, SURELY_AGAIN) && !is_when(word))
        .collect();
    has_asked_still
        || words().any(|word| is_any(word, SURELY_AGAIN)) && attending::is_plain(&left.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::super::heading::heading;
    use super::*;

    #[test]
    fn what_asks_once_more_is_told_from_what_asks_for_something_else() {
        for text in [
            "Coming? (reconfirmed)",
            "RSVP update",
            "Updated RSVP",
            "Attending (updated 5 April)",
            "Still coming?",
            "Still coming? (asked 5 April)",
            "Can you still come?",
            "Kommst du noch?",
        ] {
            assert!(is_once_more(&heading(text)), "{text}");
        }
        for text in [
            "Coming?",
            "RSVP",
            "Reconfirmed?",
            "Update",
            "Email updates",
            "RSVP confirmation",
            "Attending now",
            "Still coming to dinner?",
            "Are you still a member?",
            "Updated",
            "Last updated",
            "RSVP update sent by",
        ] {
            assert!(!is_once_more(&heading(text)), "{text}");
        }
    }

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [
            AGAIN,
            SURELY_AGAIN,
            DONE,
            UNTICKED,
            EXPIRED,
            STILL,
            ASKED,
            APPROVAL,
        ] {
            for word in words.split('|') {
                assert_eq!(heading(word), word);
            }
        }
    }
}
