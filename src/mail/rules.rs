/// What plenary knows about a kind of mail. One more kind is one more of these, and templates of its name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rules {
    /// The name of the kind, and of every kind that begins with it and a dash.
    pub(super) name: &'static str,
    pub(super) audience: Audience,
    pub(super) attached: Attached,
    pub(super) purpose: Purpose,
}

/// Who is due a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Audience {
    /// Who has a place and has not been told so.
    Confirmed,
    /// Who has a place after being told of the waiting list, or that they had none any more.
    MovedUp,
    /// Who has a place.
    Coming,
    /// Who is on the waiting list.
    Waiting,
    /// Who is on the waiting list and is offered a place.
    Offered,
    /// Who has cancelled and had been written to before.
    Gone,
    /// Who has asked for updates.
    Subscribed,
    /// Who is on the programme.
    Speakers,
    /// For whom the agenda has changed since they were last told: they are worked out from its releases.
    Changed,
    /// Whom the organisers pick; if they pick nobody, who has a place.
    Own,
}

/// What is attached to a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attached {
    /// Nothing.
    Nothing,
    /// The days of the event as a calendar file.
    Event,
    /// The same days, struck out; nothing for somebody whose calendar never had them.
    EventStruckOut,
}

/// Why a mail is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// It belongs to what the person asked for by signing up or by speaking.
    Service,
    /// It is direct marketing by the law: only for those who asked, with a way to stop it.
    News,
}

/// The kinds of plenary's own.
pub(super) static RULES: &[Rules] = &[
    service("confirmation", Audience::Confirmed, Attached::Event),
    service("waiting", Audience::Waiting, Attached::Nothing),
    service("offer", Audience::Offered, Attached::Nothing),
    service("place", Audience::MovedUp, Attached::Event),
    service("reminder", Audience::Coming, Attached::Event),
    service("cancelled", Audience::Gone, Attached::EventStruckOut),
    service("speaker", Audience::Speakers, Attached::Nothing),
    service("change", Audience::Changed, Attached::Nothing),
    news("invitation"),
    news("updates"),
];

/// Every other kind, for which the organisers have written a template.
pub(super) static OWN: Rules = service("", Audience::Own, Attached::Nothing);

const fn service(name: &'static str, audience: Audience, attached: Attached) -> Rules {
    Rules {
        name,
        audience,
        attached,
        purpose: Purpose::Service,
    }
}

const fn news(name: &'static str) -> Rules {
    Rules {
        name,
        audience: Audience::Subscribed,
        attached: Attached::Nothing,
        purpose: Purpose::News,
    }
}
