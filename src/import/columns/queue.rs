//! Columns of a waiting list beside whatever else says whether people come.

use super::content::share;
use super::heading::question;
use super::mapping::Draft;
use crate::import::field::Field;
use crate::import::{marks, name};

/// Headings of columns in which a yes, a number or a day says that somebody waits, between bars.
const HEADINGS: &str = "waiting list|waitlist|wait list|waiting|waitlisted|wait listed|on waiting list|on waitlist|on wait list|\
    on the waiting list|on the waitlist|waiting list position|waitlist position|wait list position|position on waiting list|\
    position on the waiting list|waiting list number|waiting list no|waiting list place|waitlist no|waitlist number|\
    reserve list|on reserve list|reserve|added to waiting list|waitlisted at|waitlisted on|\
    warteliste|auf warteliste|auf der warteliste|wartelistenplatz|warteplatz|platz auf der warteliste|wartelistenposition|\
    wartelistennummer|nachrucker|\
    liste d attente|en liste d attente|sur liste d attente|sur la liste d attente|position sur liste d attente|\
    place sur liste d attente|rang sur liste d attente|\
    lista de espera|en lista de espera|puesto en lista de espera|posicion en lista de espera|\
    lista rezerwowa|na liscie rezerwowej|rezerwa|lista oczekujacych|pozycja na liscie rezerwowej|\
    rhestr aros|ar y rhestr aros|safle ar y rhestr aros|intezar list|intezar ki list";

/// Finds them: who waits must not be taken for somebody who comes because another column says nothing.
pub(super) fn wait(draft: &mut Draft<'_>) {
    if draft.wished.contains(&Field::Status) {
        return;
    }
    for column in 0..draft.headings.len() {
        let heading = question(&draft.headings[column]);
        let is_free = || !draft.certain.contains(&column) && !draft.is_used(column);
        if !HEADINGS.split('|').any(|known| known == heading) || !is_free() {
            continue;
        }
        let (known, filled) = share(draft.table, column, is_known);
        if filled > 0 && known >= 0.8 {
            draft.columns[Field::Status as usize].push(column);
            draft.waiting.push(column);
        }
    }
}

fn is_known(cell: &str) -> bool {
    marks::waits(cell).is_some() || name::is_mark(cell)
}
