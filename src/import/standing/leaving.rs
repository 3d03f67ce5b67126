//! Who says that they do not come where something else is asked: which ticket they want, or how they will attend.

use super::super::columns::{heading, holds_any, is_any};
use super::super::texts::both;
use super::attendance;
use super::{Standing, exactly};

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

/// What whoever does not come to the place but by another way names, between bars.
const WAYS: &str = "online|on line|zoom|link|links|stream|streaming|livestream|live stream|webinar|webcast|remote|remotely|\
    virtual|virtually|video|video call|video conference|teams|hybrid|dial in|from home|\
    virtuell|digital|per video|videokonferenz|von zu hause|von zuhause|aus der ferne|\
    en ligne|a distance|distanciel|en distanciel|visio|en visio|visioconference|virtuellement|lien|\
    en linea|a distancia|enlace|virtualmente|videollamada|videoconferencia|por internet|remoto|remota|\
    zdalnie|zdalny|zdalna|zdalnego|wirtualnie|linku|linka|przez internet|z domu|transmisja|transmisje|transmisji|\
    ar lein|o bell|rhithiol|yn rhithiol|dolen|ddolen|linc|ffrwd|ffrydio|o gartref|internet se|ghar se";

/// Tells whether a cell says plainly that somebody does not come, in one language or in two.
pub(in crate::import) fn is_said(cell: &str) -> bool {
    is_away(cell) && !names_way(cell)
}

/// Tells whether a cell says that somebody does not come and names a way to be there all the same: `I can't make it, Zoom
/// please`. Whether it says that they want it or that they do not want it either is more than can be told.
pub(in crate::import) fn is_said_of_one_way(cell: &str) -> bool {
    is_away(cell) && names_way(cell)
}

fn names_way(cell: &str) -> bool {
    holds_any(&heading(cell), WAYS)
}

fn is_away(cell: &str) -> bool {
    if cell.len() > LONGEST || cell.trim_end().ends_with('?') {
        return false;
    }
    let in_both = || both(cell).is_some_and(|(one, other)| says(one) && says(other));
    says(cell) || in_both()
}

/// Tells whether an answer to in which of two ways somebody comes may say that they do not.
pub(in crate::import) fn is_neither(cell: &str) -> bool {
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
