use crate::error::{Error, Result, did_you_mean};

/// What a column of a sign-up file can say about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The whole name.
    Name,
    /// The given name.
    First,
    /// The family name.
    Last,
    /// The address.
    Email,
    /// The phone number.
    Phone,
    /// For whom they come.
    Organisation,
    /// Where they are from.
    Area,
    /// The kind of ticket.
    Ticket,
    /// Whether they come.
    Status,
    /// Whether they want to hear of later events.
    Updates,
    /// Whether they may appear in photos.
    Photo,
    /// What they need to take part.
    Access,
    /// What they eat.
    Diet,
    /// Anything else.
    Note,
    /// With whom they come, all together or not at all.
    Group,
    /// When they signed up.
    Registered,
    /// The product's own name for the sign-up.
    SourceId,
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Name,
        Self::First,
        Self::Last,
        Self::Email,
        Self::Phone,
        Self::Organisation,
        Self::Area,
        Self::Ticket,
        Self::Status,
        Self::Updates,
        Self::Photo,
        Self::Access,
        Self::Diet,
        Self::Note,
        Self::Group,
        Self::Registered,
        Self::SourceId,
    ];

    /// Returns the word for it, which is that of its column in `registrations.csv` where it has one.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::First => "first",
            Self::Last => "last",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Organisation => "organisation",
            Self::Area => "area",
            Self::Ticket => "ticket",
            Self::Status => "status",
            Self::Updates => "updates",
            Self::Photo => "photo",
            Self::Access => "access",
            Self::Diet => "diet",
            Self::Note => "note",
            Self::Group => "group",
            Self::Registered => "registered",
            Self::SourceId => "source_id",
        }
    }

    /// Takes the word for it.
    ///
    /// # Errors
    /// When there is no such field; the hint names a near one.
    pub fn parse(word: &str) -> Result<Self> {
        let known = Self::ALL
            .into_iter()
            .find(|field| field.word() == word.trim());
        known.ok_or_else(|| {
            let words = Self::ALL.map(Self::word);
            let hint = did_you_mean(word, words);
            Error::new(format!("there is no field `{word}`"))
                .hint(hint.unwrap_or_else(|| format!("the fields are {}", words.join(", "))))
        })
    }

    /// Tells whether it says who somebody is, so that the same words about somebody else must not be taken for it.
    pub(super) fn is_identity(self) -> bool {
        matches!(
            self,
            Self::Name | Self::First | Self::Last | Self::Email | Self::Phone
        )
    }
}
