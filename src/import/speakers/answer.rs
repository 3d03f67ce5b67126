use crate::import::columns::{heading, scores};
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};
use crate::model::order_by;

/// What a column of a speakers' file can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
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
    /// What they are.
    Role,
    /// For whom they speak.
    Affiliation,
    /// Where they are from.
    Area,
    /// A few sentences about them.
    Bio,
    /// Words of theirs.
    Quote,
    /// What they need to take part.
    Access,
    /// Whether they have said yes.
    Confirmed,
    /// The name to use in public.
    PublicName,
    /// Whether they want no name in public.
    Anonymous,
    /// What the other tool knows them by.
    SourceId,
}

/// The words that sign-up files do not have, or that mean something else in a speakers' file; the surest first.
const WORDS: &[(Answer, WordList)] = &[
    (
        Answer::SourceId,
        list![
            "code",
            "speaker id",
            "source id",
            "id",
            "guid",
            "speaker code",
        ],
    ),
    (
        Answer::Bio,
        list![
            "biography",
            "bio",
            "short biography",
            "speaker bio",
            "speaker biography",
            "biografie",
            "biographie",
            "kurzbiografie",
            "kurzbiographie",
            "lebenslauf",
            "biografia",
            "bywgraffiad",
            "zyciorys",
            "about you",
            "about me",
            "abstract",
        ],
    ),
    (
        Answer::Role,
        list![
            "role",
            "job title",
            "position",
            "tag line",
            "tagline",
            "profession",
            "funktion",
            "rolle",
            "fonction",
            "cargo",
            "funkcja",
        ],
    ),
    (
        Answer::Affiliation,
        list!["affiliation", "affilation", "company", "employer"],
    ),
    (Answer::Quote, list!["quote", "zitat", "citation", "cita"]),
    (
        Answer::Confirmed,
        list![
            "confirmed",
            "bestatigt",
            "zugesagt",
            "confirme",
            "confirmado",
            "confirmada",
            "potwierdzone",
        ],
    ),
    (
        Answer::PublicName,
        list!["public name", "stage name", "pen name", "full public name"],
    ),
    (
        Answer::Anonymous,
        list![
            "anonymous",
            "anonym",
            "anonyme",
            "anonimowo",
            "anonimo",
            "keep my name private",
            "do not name",
        ],
    ),
    (Answer::Name, list!["speaker", "speaker name", "name"]),
    (Answer::Email, list!["speaker email", "email"]),
];

impl Answer {
    /// Returns the key in `speakers.toml`; for a part of the name `name`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Name | Self::First | Self::Last => "name",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Role => "role",
            Self::Affiliation => "affiliation",
            Self::Area => "area",
            Self::Bio => "bio",
            Self::Quote => "quote",
            Self::Access => "access",
            Self::Confirmed => "confirmed",
            Self::PublicName => "public_name",
            Self::Anonymous => "anonymous",
            Self::SourceId => "source_id",
        }
    }

    fn of_field(field: Field) -> Option<Self> {
        Some(match field {
            Field::Name => Self::Name,
            Field::First => Self::First,
            Field::Last => Self::Last,
            Field::Email => Self::Email,
            Field::Phone => Self::Phone,
            Field::Organisation => Self::Affiliation,
            Field::Area => Self::Area,
            Field::Access => Self::Access,
            _ => return None,
        })
    }
}

/// Returns what each column says; none for those that are left out. Of several that say the same, the surest one counts.
pub(super) fn answers(labels: &[String]) -> Vec<Option<Answer>> {
    let mut claims: Vec<(f64, Answer, usize)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        let words = heading(label);
        let own = WORDS.iter().find_map(|(answer, known)| {
            let rank = known.iter().position(|word| *word == words)?;
            Some((200.0 - rank as f64, *answer))
        });
        let known = || {
            let fields = scores(&words).into_iter();
            let answers =
                fields.filter_map(|(field, score)| Some((score, Answer::of_field(field)?)));
            answers.max_by(|(one, _), (other, _)| one.total_cmp(other))
        };
        claims.extend(
            own.or_else(known)
                .map(|(score, answer)| (score, answer, at)),
        );
    }
    order_by(&mut claims, |(one, _, a), (other, _, b)| {
        other.total_cmp(one).then(a.cmp(b))
    });
    let mut answers = vec![None; labels.len()];
    for (_, answer, at) in claims {
        if !answers.contains(&Some(answer)) {
            answers[at] = Some(answer);
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::Answer::*;
    use super::*;

    fn of(labels: &[&str]) -> Vec<Option<Answer>> {
        answers(
            &labels
                .iter()
                .map(|label| label.to_string())
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn the_headings_of_pretalx_and_of_spreadsheets_are_understood() {
        assert_eq!(
            of(&["name", "email", "confirmed"]),
            [Some(Name), Some(Email), Some(Confirmed)]
        );
        assert_eq!(
            of(&[
                "ID",
                "Name",
                "Biography",
                "E-Mail",
                "Picture",
                "Proposal IDs"
            ]),
            [
                Some(SourceId),
                Some(Name),
                Some(Bio),
                Some(Email),
                None,
                None
            ]
        );
        assert_eq!(
            of(&[
                "Vorname",
                "Nachname",
                "E-Mail-Adresse",
                "Telefon",
                "Organisation",
                "Funktion"
            ]),
            [
                Some(First),
                Some(Last),
                Some(Email),
                Some(Phone),
                Some(Affiliation),
                Some(Role)
            ]
        );
    }

    #[test]
    fn who_wants_no_name_is_understood() {
        assert_eq!(of(&["name", "Anonymous?"]), [Some(Name), Some(Anonymous)]);
    }

    #[test]
    fn of_several_ids_the_one_that_stays_counts() {
        assert_eq!(
            of(&["id", "code", "guid", "name", "public_name"]),
            [None, Some(SourceId), None, Some(Name), Some(PublicName)]
        );
    }
}
