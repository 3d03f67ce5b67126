use super::attendance;
use super::columns::{Mapping, heading};
use super::field::Field;
use super::marks::{is_cross, says_so};
use super::read::RawRow;

/// What the source says about whether somebody comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Signed up, as far as the source says.
    #[default]
    Coming,
    /// Not decided there: not approved, not paid, only invited.
    Pending,
    /// On a waiting list there.
    Waiting,
    /// Refunded, declined, deleted there.
    Cancelled,
}

impl Standing {
    /// Returns which has a word, as [`word`](Self::word) gives it; coming if none has.
    pub(super) fn of_word(word: &str) -> Self {
        let all = [Self::Pending, Self::Waiting, Self::Cancelled];
        let mut all = all.into_iter();
        all.find(|standing| standing.word() == word)
            .unwrap_or_default()
    }

    /// Returns what a report calls it.
    pub(super) fn said(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            other => other.word(),
        }
    }

    /// Returns the word by which one other than coming is remembered; blank for coming.
    pub fn word(self) -> &'static str {
        match self {
            Self::Coming => "",
            Self::Pending => "pending",
            Self::Waiting => "waiting",
            Self::Cancelled => "cancelled",
        }
    }
}

const WORDS: &[(Standing, &[&str])] = &[
    (
        Standing::Coming,
        &[
            "attending",
            "confirmed",
            "approved",
            "completed",
            "complete",
            "paid",
            "active",
            "valid",
            "accepted",
            "yes",
            "going",
            "registered",
            "checked in",
            "attended",
            "free",
            "success",
            "successful",
            "manual",
            "offline",
            "ok",
            "coming",
            "booked",
            "issued",
            "processing",
            "present",
            "no show",
            "placed",
            "publish",
            "published",
            "new",
            "manual order",
            "registriert",
            "bestatigt",
            "teilgenommen",
            "inscrit",
            "inscrite",
            "inscrito",
            "valide",
            "validee",
            "confirmee",
            "confirmada",
            "pagada",
            "pago",
            "paga",
            "pagato",
            "confermato",
            "bevestigd",
            "betaald",
            "zarejestrowany",
            "zarejestrowana",
            // Whether somebody is on a mailing list is no word on whether they come.
            "subscribed",
            "unsubscribed",
            "cleaned",
            "true",
            "ja",
            "bezahlt",
            "zugesagt",
            "angemeldet",
            "oui",
            "paye",
            "confirme",
            "confirmado",
            "pagado",
            "si",
            "tak",
            "oplacone",
            "potwierdzone",
            "potwierdzony",
            "potwierdzona",
            "zatwierdzone",
            "partially refunded",
            "in person",
            "y",
            "zusage",
            "i will attend",
            "yes i will attend",
        ],
    ),
    (
        Standing::Pending,
        &[
            "pending",
            "pending approval",
            "approval pending",
            "invited",
            "unpaid",
            "maybe",
            "awaiting payment",
            "not paid",
            "unconfirmed",
            "partial",
            "started",
            "payment pending",
            "reserved",
            "on hold",
            "incomplete",
            "awaiting approval",
            "pay later",
            "draft",
            "tentative",
            "interested",
            "ausstehend",
            "offen",
            "en attente",
            "pendiente",
            "oczekujace",
            "oczekujacy",
            "oczekujaca",
            "vielleicht",
            "peut etre",
            "not sure",
            "unsure",
            "quiza",
            "moze",
        ],
    ),
    (
        Standing::Waiting,
        &[
            "waitlist",
            "waitlisted",
            "waiting",
            "waiting list",
            "on waitlist",
            "on waiting list",
            "warteliste",
            "auf warteliste",
            "auf der warteliste",
            "liste d attente",
            "lista de espera",
        ],
    ),
    (
        Standing::Cancelled,
        &[
            "not attending",
            "refunded",
            "refunded canceled",
            "cancelled",
            "canceled",
            "cancelled refunded",
            "declined",
            "rejected",
            "deleted",
            "transferred",
            "partially transferred",
            "expired",
            "payment failed",
            "failed",
            "abandoned",
            "no",
            "void",
            "voided",
            "not going",
            "storniert",
            "abgelaufen",
            "abgesagt",
            "nein",
            "absage",
            "annule",
            "rembourse",
            "expire",
            "non",
            "cancelado",
            "reembolsado",
            "anulowane",
            "nie",
            "n",
            "refund",
            "chargeback",
            "invalid",
            "withdrawn",
            "not coming",
            "removed",
            "denied",
            "fully refunded",
            "cancel",
            "timeout",
        ],
    ),
];

/// Words that say it whatever stands beside them: `Pending from pay later`, `Cancelled by attendee`.
const PLAIN: &[(Standing, &[&str])] = &[
    (
        Standing::Cancelled,
        &[
            "cancelled",
            "canceled",
            "cancellation",
            "refunded",
            "declined",
            "rejected",
            "voided",
            "storniert",
            "abgesagt",
            "abgemeldet",
            "annule",
            "annulee",
            "rembourse",
            "cancelado",
            "cancelada",
            "reembolsado",
            "anulowane",
            "anulowano",
            "anulowany",
            "anulowana",
            "odwolane",
            "zwrocone",
            "remboursee",
            "reembolsada",
            "annullato",
            "annullata",
            "rimborsato",
            "geannuleerd",
            "terugbetaald",
        ],
    ),
    (
        Standing::Waiting,
        &["waitlist", "waitlisted", "waiting", "warteliste"],
    ),
    (
        Standing::Pending,
        &["pending", "awaiting", "unpaid", "ausstehend", "attente"],
    ),
];

/// Words that turn what stands beside them around, or make it a part of the truth.
const DOUBT: &[&str] = &[
    "not",
    "no",
    "never",
    "un",
    "non",
    "partially",
    "partly",
    "nicht",
    "pas",
    "nie",
    "if",
    "was",
    "previously",
];

/// Returns what a word of a status column means, as [`super::columns::heading`] writes it; none if it is not known.
pub(super) fn of_word(word: &str) -> Option<Standing> {
    plainly(word).or_else(|| attendance::of_answer(word))
}

/// Tells whether a cell of a status column says more than a product or a list of answers would.
pub(super) fn is_in_own_words(answer: &str) -> bool {
    answer.split(' ').count() > 2 && plainly(answer).is_none()
}

/// Returns what a word means that stands in the list.
pub(super) fn plainly(word: &str) -> Option<Standing> {
    let exact = WORDS.iter().find(|(_, words)| words.contains(&word));
    exact.map(|(standing, _)| *standing).or_else(|| {
        let mut parts = word.split(' ');
        if parts.clone().count() > 6 || parts.any(|part| DOUBT.contains(&part)) {
            return None;
        }
        let says =
            |(_, plain): &&(Standing, &[&str])| word.split(' ').any(|part| plain.contains(&part));
        PLAIN.iter().find(says).map(|(standing, _)| *standing)
    })
}

/// Tells whether a word says that somebody does not come, in whatever column it stands; `no` does so only in some.
pub(super) fn is_plainly_off(word: &str) -> bool {
    let (_, plain) = PLAIN[0];
    plain.contains(&word) || word.contains(' ') && plainly(word) == Some(Standing::Cancelled)
}

/// Returns whether the person of a row comes: of all columns that tell of it the one that says the least for it.
pub(super) fn of_row(mapping: &Mapping, row: RawRow<'_>) -> Standing {
    let product = mapping.product;
    let mut standing = Standing::Coming;
    for at in mapping.of(Field::Status) {
        let cell = row.cell(*at);
        if mapping.turned_round.contains(at) {
            if says_so(cell) == Some(true) {
                standing = Standing::Cancelled;
            }
            continue;
        }
        if is_cross(cell) {
            standing = Standing::Cancelled;
        }
        let cell = heading(cell);
        if cell.is_empty() || cell == "null" {
            continue;
        }
        let cancels = product.cancels.contains(&cell.as_str());
        let said = match of_word(&cell) {
            _ if cancels => Standing::Cancelled,
            // There a no is the answer to whether it was cancelled.
            Some(Standing::Cancelled) if !product.cancels.is_empty() && is_no(&cell) => {
                Standing::Coming
            }
            Some(standing) => standing,
            None => Standing::Coming,
        };
        standing = standing.max(said);
    }
    standing
}

fn is_no(word: &str) -> bool {
    ["no", "n", "non", "nein", "nie"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_known_among_other_words_unless_they_turn_it_around() {
        for (word, standing) in [
            ("pending from pay later", Some(Standing::Pending)),
            ("cancelled by attendee", Some(Standing::Cancelled)),
            ("on the waiting list", Some(Standing::Waiting)),
            ("partially refunded", Some(Standing::Coming)),
            ("not cancelled", None),
            ("was refunded", None),
            ("vegan", None),
        ] {
            assert_eq!(of_word(word), standing, "{word}");
        }
    }
}
