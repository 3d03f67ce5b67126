/// What became of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It is on the programme; whether it is settled is not said.
    Accepted,
    /// It is on the programme and settled.
    Confirmed,
    /// It was on the programme and was called off.
    Cancelled,
    /// It is not on the programme, or not yet.
    LeftOut,
}

/// Returns the state that a word stands for, in the languages of pretalx's exports; none for a strange word.
pub(super) fn state(word: &str) -> Option<State> {
    let word = word.trim().to_lowercase();
    Some(match word.as_str() {
        "" | "accepted" | "angenommen" | "akzeptiert" | "accepté" | "acceptée" | "scheduled"
        | "unscheduled" | "published" => State::Accepted,
        "confirmed" | "bestätigt" | "confirmé" | "confirmée" => State::Confirmed,
        "canceled" | "cancelled" | "abgesagt" | "annulé" | "annulée" => State::Cancelled,
        "submitted" | "eingereicht" | "soumis" | "soumise" | "proposée" | "rejected"
        | "abgelehnt" | "rejeté" | "rejetée" | "refusé" | "refusée" | "withdrawn"
        | "zurückgezogen" | "retiré" | "retirée" | "draft" | "entwurf" | "brouillon"
        | "deleted" | "gelöscht" | "declined" | "waitlisted" | "waitlist" | "nominated"
        | "accept_queue" | "decline_queue" => State::LeftOut,
        _ => return None,
    })
}
