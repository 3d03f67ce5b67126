//! Who says that they do not come where something else is asked: which ticket they want, or how they will attend.

use super::attendance;
use super::columns::heading;
use super::standing::{Standing, exactly};
use super::texts::both;

/// Longer than this nobody says it there.
const LONGEST: usize = 80;

/// Words that say it by themselves, between bars. Many another word of a state does not, as `expired` and `no`, nor does one
/// among others: `Flexible (free cancellation)` is a ticket.
const ALONE: &str = "cancelled|canceled|refunded|declined|withdrawn|storniert|abgesagt|abgemeldet|annule|annulee|rembourse|\
    remboursee|cancelado|cancelada|anulado|anulada|reembolsado|reembolsada|anulowane|anulowano|anulowany|anulowana|\
    wycofany|wycofana|canslwyd|mansookh|absent|absente|abwesend|ausente|nieobecny|nieobecna|absennol";

/// States in several words that are about money or a box and not about a person, between bars.
const OTHERWISE: &str = "payment failed|not checked|not ticked|partially transferred|geld zuruck|zwrot pieniedzy|zwrot kosztow|\
    full refund|tynnu n ol|nie moze";

/// Neither of two ways of coming, between bars.
const NEITHER: &str = "neither|neither of these|neither of them|not at all|weder noch|gar nicht|pas du tout|wcale|keins von beiden|ni l un ni l autre|ninguno|ninguna|\
    ninguno de los dos|ninguna de las dos|ani tak ani tak|zadne z nich|y naill na r llall|dono nahi|dono nahin";

/// Tells whether a cell says plainly that somebody does not come, in one language or in two.
pub(super) fn is_said(cell: &str) -> bool {
    if cell.len() > LONGEST || cell.trim_end().ends_with('?') {
        return false;
    }
    let in_both = || both(cell).is_some_and(|(one, other)| says(one) && says(other));
    says(cell) || in_both()
}

/// Tells whether an answer to in which of two ways somebody comes may say that they do not.
pub(super) fn is_neither(cell: &str) -> bool {
    is_any(&heading(cell), NEITHER)
}

fn says(text: &str) -> bool {
    let words = heading(text);
    if !words.contains(' ') {
        return is_any(&words, ALONE);
    }
    let said = exactly(&words).or_else(|| attendance::of_answer(&words));
    // No thanks may be one for whatever was offered.
    said == Some(Standing::Cancelled)
        && !is_any(&words, OTHERWISE)
        && !words.starts_with("no thank")
}

fn is_any(words: &str, known: &str) -> bool {
    known.split('|').any(|one| one == words)
}
