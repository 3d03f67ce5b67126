use super::beside::{comes_after_all, comes_but_not};
use super::{DOUBT, Since, Standing, exactly, since};
use crate::import::word_list::{WordList, list};

/// Words that say it whatever stands beside them: `Pending from pay later`, `Cancelled by attendee`.
pub(in crate::import::standing) const PLAIN: &[(Standing, WordList)] = &[
    (
        Standing::Cancelled,
        list![
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
            "withdrawn",
            "zuruckerstattet",
            "zuruckgezogen",
            "wycofany",
            "wycofana",
        ],
    ),
    (
        Standing::Waiting,
        list!["waitlist", "waitlisted", "waiting", "warteliste"],
    ),
    (
        Standing::Pending,
        list!["pending", "awaiting", "unpaid", "ausstehend", "attente"],
    ),
];

/// Returns what a word means that stands in the list.
pub(in crate::import) fn plainly(word: &str) -> Option<Standing> {
    exactly(word).or_else(|| {
        if since(word) == Some(Since::Cancelled) {
            return Some(Standing::Cancelled);
        }
        let mut parts = word.split(' ');
        if parts.clone().count() > 6 || parts.any(|part| DOUBT.contains(&part)) {
            return None;
        }
        if comes_but_not(word) || comes_after_all(word) {
            return None;
        }
        let says =
            |(_, plain): &&(Standing, WordList)| word.split(' ').any(|part| plain.contains(part));
        PLAIN.iter().find(says).map(|(standing, _)| *standing)
    })
}

/// Tells whether a word says that somebody does not come, in whatever column it stands; `no` does so only in some.
pub(in crate::import) fn is_plainly_off(word: &str) -> bool {
    let (_, plain) = PLAIN[0];
    plain.contains(word) || word.contains(' ') && plainly(word) == Some(Standing::Cancelled)
}
