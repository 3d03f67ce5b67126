//! Which columns say who has cancelled: in them a yes, a cross or a day takes a place away.

use super::super::content;
use super::super::draft::Draft;
use super::super::heading::{heading, question};
use super::super::words::{self, days};
use crate::import::field::Field;
use crate::import::name;
use crate::import::read::RawRow;
use crate::import::standing::marks::says_so;
use crate::import::standing::{self, Standing};
use crate::import::word_list::{WordList, list};

/// Headings of columns in which a yes, a cross or a day says that somebody does not come any more.
const OFF: WordList = list![
    "cancelled",
    "canceled",
    "has cancelled",
    "has canceled",
    "cancelled on",
    "cancelled at",
    "canceled at",
    "date cancelled",
    "cancellation date",
    "cancelled date",
    "date of cancellation",
    "refund date",
    "date refunded",
    "refunded on",
    "refunded at",
    "deleted",
    "deleted at",
    "storniert am",
    "stornodatum",
    "stornierungsdatum",
    "abgemeldet am",
    "date d annulation",
    "annule le",
    "fecha de cancelacion",
    "rezygnacja",
    "data rezygnacji",
    "is cancelled",
    "withdrawn",
    "dropped out",
    "not coming",
    "not attending",
    "no longer coming",
    "no longer attending",
    "declined",
    "storniert",
    "abgesagt",
    "abgemeldet",
    "annule",
    "annulee",
    "cancelado",
    "cancelada",
    "anulowane",
    "anulowano",
    "odwolane",
    "wedi canslo",
    "geannuleerd",
    "annullato",
    "refunded",
    "has been refunded",
    "void",
    "voided",
    "voided at",
    "voided on",
    "unable to attend",
    "unable to come",
    "cannot attend",
    "cannot come",
    "i cannot attend",
    "i cannot come",
    "i can t attend",
    "i can t come",
    "apologies",
    "sent apologies",
    "apologies sent",
    "apologies received",
    "apologies given",
    "absage",
    "erstattet",
    "rembourse",
    "remboursee",
    "reembolsado",
    "zwrocone",
];

/// As [`OFF`], in the words of whoever keeps a list by hand, between bars.
const OFF_BY_HAND: &str = "no longer going|will not attend|won t attend|won t come|can t come|can t attend|can t make it|\
    cannot make it|withdrew|withdrawn on|refund issued|refund given|refund sent|not able to attend|\
    kommt nicht|kommt nicht mehr|nimmt nicht teil|nicht mehr dabei|zuruckerstattet|zuruckgezogen|storno|stornierung|\
    abmeldung|abgesagt am|\
    ne vient pas|ne vient plus|ne viendra pas|ne participe pas|desistement|annulation|annule e|\
    no asiste|no viene|no vendra|ya no asiste|ya no viene|cancelacion|anulado|anulada|baja|reembolsada|\
    nie uczestniczy|nie przyjdzie|nie przyjedzie|nie bierze udzialu|anulowany|anulowana|wycofany|wycofana|zwrot|zwrocono|\
    ddim yn dod|ddim yn mynychu|canslwyd|wedi ei ganslo|nahi aa rahe|nahi aayenge|\
    i am unable to attend|i m unable to attend|i am unable to come|i m unable to come|i am not able to attend|\
    i am not able to come|i will not be able to attend|i won t be able to attend|i won t be able to come|\
    i will not attend|i will not come|i can no longer attend|i can no longer come|i can t make it|\
    ich kann nicht kommen|ich kann nicht teilnehmen|ich komme nicht|je ne peux pas venir|je ne pourrai pas venir|\
    je ne viendrai pas|je ne viens pas|no puedo asistir|no puedo venir|no podre asistir|no asistire|\
    nie moge przyjsc|nie przyjde|nie bede|ni allaf ddod|alla i ddim dod|ni fyddaf yn dod|fydda i ddim yn dod";

/// As [`OFF_BY_HAND`], of whoever takes their word back, between bars. Two of them may stand in a row.
const TAKEN_BACK: &str = "can no longer come|can no longer attend|can no longer make it|i can no longer come|\
    i can no longer attend|i can no longer make it|no longer able to come|no longer able to attend|\
    i am no longer able to come|i am no longer able to attend|i m no longer able to come|i m no longer able to attend|\
    i need to cancel|i need to cancel my place|i need to cancel my booking|i want to cancel my place|\
    i would like to cancel my place|i wish to cancel my place|please cancel my place|please cancel my booking|\
    please cancel my registration|cancel my place|cancel my booking|cancel my registration|do you need to cancel|\
    do you need to cancel your place|do you want to cancel your place|do you wish to cancel your place|\
    won t be coming|won t be attending|will not be coming|will not be attending|i won t be coming|i won t be attending|\
    not coming now|not coming any more|not coming anymore|pulled out|has pulled out|has dropped out|said no|regrets|\
    kann nicht mehr kommen|kann nicht mehr teilnehmen|ich kann nicht mehr kommen|ich kann nicht mehr teilnehmen|\
    ich muss absagen|ich muss meine anmeldung stornieren|bitte meine anmeldung stornieren|musst du absagen|\
    mussen sie absagen|zuruckgetreten|hat abgesagt|\
    je ne peux plus venir|ne peut plus venir|je dois annuler|je souhaite annuler mon inscription|\
    annuler mon inscription|veuillez annuler mon inscription|s est desiste|s est desistee|\
    ya no puedo venir|ya no puedo asistir|ya no puede venir|ya no puede asistir|necesito cancelar|\
    necesito cancelar mi plaza|cancelar mi plaza|ha cancelado|\
    juz nie moge przyjsc|nie moge juz przyjsc|musze zrezygnowac|rezygnuje|rezygnuje z udzialu|zrezygnowal|zrezygnowala|\
    prosze anulowac moje zgloszenie|\
    ni allaf ddod mwyach|alla i ddim dod mwyach|mae angen i mi ganslo|hoffwn ganslo fy lle|\
    ab nahi aa sakta|ab nahi aa sakti|ab nahi aa sakte";

/// Headings that may as well be about whether one may cancel, so that they are read only where few say yes, between bars.
const OF_FEW: &str = "cancellation|cancelation|cancel|cancelling|canceling";

/// Headings of the day on which somebody was off, between bars.
const OFF_SINCE: &str = "void date|date voided|declined at|declined on|declined date|date declined|withdrawn at|\
    withdrawal date|date withdrawn|date of withdrawal|trashed|is trashed|in trash|trashed at|\
    abmeldedatum|datum der abmeldung|absagedatum|datum der absage|datum der stornierung|storno am|abgelehnt am|\
    zuruckgezogen am|date de l annulation|date de desistement|date du desistement|annulee le|annule e le|desiste le|\
    fecha de anulacion|fecha anulacion|fecha de la anulacion|fecha cancelacion|fecha de la cancelacion|anulado el|\
    cancelado el|data anulowania|data anulacji|data odwolania|data wycofania|anulowano dnia|\
    dyddiad canslo|canslwyd ar|mansookhi ki tareekh|cancel ki tareekh";

/// Headings of the day on which money was given back, between bars: a part of it, a deposit, or what it cost to come, perhaps.
const MONEY_SINCE: &str = "date of refund|refunded date|erstattet am|erstattungsdatum|ruckerstattungsdatum|datum der erstattung|\
    date de remboursement|date du remboursement|rembourse le|fecha de reembolso|fecha del reembolso|reembolsado el|\
    data zwrotu pieniedzy|dyddiad ad dalu";

/// What agrees to something below such a heading and cancels nothing, between bars.
const CONSENTS: &str = "agree|i agree|agreed|ok|okay|accept|i accept|accepted|i understand|understood|yes i agree|yes i accept|\
    einverstanden|ich stimme zu|akzeptiert|ich akzeptiere|d accord|j accepte|accepte|acepto|de acuerdo|aceptado|\
    zgadzam sie|akceptuje|zgoda|cytuno|rwy n cytuno|dw i n cytuno|manzoor|theek hai|qabool";

/// A box that is ticked, which may be one for how one cancels, between bars.
const TICKED: &str = "checked|ticked|true|wahr|vrai|verdadero|prawda|gwir";

/// Headings of columns of what became of the money that somebody asked back, between bars.
const REFUND: &str = "refund|refund status|refund state|status of refund|refunds|erstattung|erstattungsstatus|ruckerstattung|\
    remboursement|statut du remboursement|reembolso|estado del reembolso|devolucion|status zwrotu|ad daliad|\
    statws ad daliad";

/// What is said there of money that was not given back, and of whoever was not let off, between bars.
const KEPT: &str = "declined|rejected|denied|refused|abgelehnt|refuse|rechazado|denegado|odrzucony|odrzucone|gwrthodwyd";

/// How headings begin that are about money, below which a word may say how much of it or why not, between bars.
const MONEY: &str =
    "refund|date refund|has been refund|erstattet|zuruckerstattet|rembours|reembols|zwrot|zwrocon";

/// What somebody cancels who comes all the same, in no more words than that, between bars.
pub(super) const PARTS: &str = "am|pm|morning|afternoon|evening|sat|sun|fri|thu|thurs|wed|tue|tues|mon|vormittag|nachmittag|abend|\
    vormittags|nachmittags|abends|matin|apres midi|soir|manana|tarde|noche|rano|popoludnie|wieczor|bore|prynhawn|nos|\
    subah|shaam";

/// Small words beside them, between bars.
const SMALL: &str = "only|and|or|the|in|on|to|from|for|until|und|nur|am|der|et|le|la|seulement|y|solo|el|i|tylko|w|a|dim|ond|aur";

/// What is said there of nobody, in more words than a no, between bars.
const NOTHING: &str =
    "none|nil|not cancelled|not canceled|keine|nicht|aucune|ninguna|ninguno|brak|dim";

/// Finds the columns of who has cancelled, beside whatever else says whether people come.
pub(in crate::import::columns) fn take_back(draft: &mut Draft<'_>) {
    for column in 0..draft.headings.len() {
        let heading = question(&draft.headings[column]);
        let is_refund = words::is_any(&heading, REFUND);
        let is_cancelling = words::is_of_cancelling(&heading);
        let is_sign_up = words::is_sign_up_off(&heading);
        let is_off = || {
            let is_told = is_refund || is_cancelling || is_sign_up;
            is_told
                || words::is_any(&heading, OFF_SINCE)
                || OFF.contains(heading.as_str())
                || words::is_any(&heading, OFF_BY_HAND)
                || is_of_few(&heading) && is_said_by_few(draft, column, &heading)
        };
        let fits = is_off()
            && !draft.certain.contains(&column)
            && !draft.wished.contains(&Field::Status)
            && (!draft.is_used(column) || draft.of(Field::Status).contains(&column));
        if !fits {
            continue;
        }
        let filled = draft.contents[column].filled;
        // Until when something can be cancelled stands in all rows.
        let is_deadline = ["date", "datum", "fecha", "data", "dyddiad", "tareekh"]
            .iter()
            .any(|word| heading.contains(word))
            && filled == draft.table.len()
            && filled > 1;
        let says = |cell: &str| !(is_refund && is_kept(cell)) && says_so_or_not(cell);
        let is_asked_for = (is_cancelling || is_sign_up) && draft.any(column, is_kept);
        let is_read = || {
            let is_plain = !is_cancelling && !is_of_money(&heading);
            draft.mostly(column, 0.8, says) || is_plain && is_marked(draft, column)
        };
        if !is_deadline && !is_asked_for && is_read() {
            if !draft.of(Field::Status).contains(&column) {
                draft.columns[Field::Status as usize].push(column);
            }
            draft.turned_round.push(column);
        }
    }
}

fn is_taken_back(heading: &str) -> bool {
    let is_one = |words: &str| words::is_any(words, TAKEN_BACK);
    let is_parted = |(at, _): (usize, &str)| is_one(&heading[..at]) && is_one(&heading[at + 1..]);
    is_one(heading) || heading.match_indices(' ').any(is_parted)
}

/// Tells whether a heading says who has cancelled only if few say yes below it: most take note of how one cancels.
pub(super) fn is_of_few(heading: &str) -> bool {
    let is_known = || OFF.contains(heading) || words::is_any(heading, OFF_BY_HAND);
    words::is_any(heading, OF_FEW) || is_taken_back(heading) && !is_known()
}

/// Tells whether no more than half of all say yes, and nobody only agrees: whoever accepts how one may cancel does so with
/// the others, or is among the first who were asked.
fn is_said_by_few(draft: &Draft<'_>, column: usize, off: &str) -> bool {
    let is_short = words::is_any(off, OF_FEW);
    let agrees = |cell: &str| {
        let said = heading(cell);
        words::is_any(&said, CONSENTS) || is_short && words::is_any(&said, TICKED)
    };
    if draft.any(column, agrees) {
        return false;
    }
    let says = |row: &RawRow<'_>| says_so(row.cell(column)) == Some(true);
    draft.rows().filter(says).count() * 2 <= draft.table.len()
}

/// Tells whether a column holds mostly days and ticks, and some words beside them: who has cancelled, and of some how.
/// Where one counts something, or names what was cancelled, all may be about that.
fn is_marked(draft: &Draft<'_>, column: usize) -> bool {
    let is_of_else = |cell: &str| {
        let says_nothing = says_so(cell).is_none();
        says_nothing && (content::is_figure(cell) || is_a_part(&heading(cell)))
    };
    draft.any(column, |cell| says_so(cell) == Some(true))
        && draft.mostly(column, 0.5, |cell| !is_unknown(cell))
        && !draft.any(column, is_of_else)
}

/// Tells whether words are nothing but a part of the event, or something else that somebody has booked.
fn is_a_part(words: &str) -> bool {
    let is_known = |word: &str| {
        let is_part = words::is_any(word, PARTS) || days::of(word).is_some();
        is_part || words::is_any(word, SMALL) || standing::is_thing(word)
    };
    standing::is_thing(words) || words::is_any(words, PARTS) || words.split(' ').all(is_known)
}

/// Returns the columns of who has cancelled below which words may be told that are not understood; of money there is more
/// to say than that.
pub(super) fn told(draft: &Draft<'_>) -> Vec<usize> {
    let columns = draft.turned_round.iter().copied();
    let is_plain = |at: &usize| {
        let heading = question(&draft.headings[*at]);
        !words::is_of_cancelling(&heading) && !is_of_money(&heading) && !draft.reasons.contains(at)
    };
    columns.filter(is_plain).collect()
}

/// Tells whether a cell below the heading of who has cancelled says something which is not understood.
pub(super) fn is_unknown(cell: &str) -> bool {
    let is_nothing = || {
        let is_zero = content::is_figure(cell) && !cell.contains(|c| matches!(c, '1'..='9'));
        is_zero || name::is_mark(cell) || words::is_any(&heading(cell), NOTHING)
    };
    let comes = || standing::of_cell(cell) == Some(Standing::Coming);
    !cell.is_empty() && says_so(cell).is_none() && !is_nothing() && !comes()
}

/// Tells whether a column holds days on which money was given back that may not be all of a ticket's.
pub(super) fn is_of_some_money(draft: &Draft<'_>, column: usize) -> bool {
    words::is_any(&question(&draft.headings[column]), MONEY_SINCE)
}

fn is_of_money(heading: &str) -> bool {
    let is_of = |of: &str| heading.starts_with(of) || heading.contains(&format!(" {of}"));
    MONEY.split('|').any(is_of)
}

/// Tells whether a cell says that money was not given back, or somebody not let off.
pub(super) fn is_kept(cell: &str) -> bool {
    words::is_any(&heading(cell), KEPT)
}

fn says_so_or_not(cell: &str) -> bool {
    says_so(cell).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [OFF_SINCE, MONEY_SINCE] {
            for word in words.split('|') {
                assert_eq!(heading(word), word);
            }
        }
    }
}
