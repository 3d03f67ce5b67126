//! For whom tickets are, by their fares: nobody comes as a child or a guest and as the grown-up who ordered, nor as an adult
//! and a student.

use super::super::heading::heading;
use crate::import::columns::is_any;

/// Whose ticket it is if it is a child's or a guest's.
const CHILD: &str = "child|children|kid|kids|infant|toddler|baby|junior|under 3|under 5|under 10|under 12|under 14|under 16|\
    under 18|under 3s|under 5s|under 10s|under 12s|under 14s|under 16s|under 18s|teen|teens|teenager|youth|young person|young people|plus one|plus 1|guest|guests|kind|kinder|kleinkind|enfant|enfants|bebe|nino|nina|ninos|menor|menores|infantil|dziecko|dziecka|dzieci|\
    plentyn|plant|bacha|bachay|bache|bachche";

/// Fares of others, each with its words: the full one, what those pay who have less, that of students, that of the old.
const FARES: [&str; 4] = [
    "adult|adults|waged|full price|full fare|standard|erwachsene|erwachsener|normalpreis|adulte|adultes|plein tarif|tarif plein|adulto|adultos|\
     dorosly|dorosli|doroslych|normalny|oedolyn|oedolion",
    "concession|concessions|concessionary|unwaged|low income|low waged|reduced|ermassigt|ermassigung|reduziert|tarif reduit|reduit|reducida|\
     reducido|ulgowy|gostyngol",
    "student|students|studierende|studenten|etudiant|etudiante|etudiants|estudiante|estudiantes|studencki|studenci|myfyriwr|myfyrwyr",
    "senior|seniors|pensioner|pensioners|oap|oaps|rentner|senioren|retraite|retraites|jubilado|jubilados|emeryt|emeryci|pensiynwr",
];

/// Words beside these that leave it a child's, where any other may make it one for whoever looks after children or speaks of
/// them: `Child day ticket`, but not `Child protection`.
const BESIDE: &str = "free|gratis|gratuit|gratuite|frei|kostenlos|bezplatny|s|ticket|tickets|admission|entry|pass|place|seat|fare|rate|price|full|standard|general|early|bird|day|weekend|\
    member|non|concession|age|aged|ages|years|year|old|yrs|and|to|over|under|up|a|an|one|for|\
    monday|tuesday|wednesday|thursday|friday|saturday|sunday|\
    karte|eintritt|tageskarte|preis|tag|fur|ab|bis|jahre|jahren|unter|samstag|sonntag|\
    billet|place|entree|tarif|jour|plein|pour|de|des|moins|plus|ans|samedi|dimanche|\
    entrada|entradas|precio|dia|para|anos|mas|menos|hasta|sabado|domingo|\
    bilet|wstep|cena|dla|lat|do|od|sobota|niedziela|tocyn|tocynnau|mynediad|diwrnod|oed|dan|dros";

/// Whose a ticket is, if its name says so and nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fare {
    /// Of that its name says nothing: it is for a day or a workshop.
    #[default]
    Unknown,
    /// That of a grown-up, by its place among them.
    Grown(usize),
    /// That of a child or a guest.
    Childs,
}

impl Fare {
    /// Returns that of a ticket, by its name.
    pub(super) fn of(ticket: &str) -> Self {
        let text = format!(" {} ", heading(ticket));
        if is_of(&text, CHILD) {
            return Self::Childs;
        }
        let fare = FARES.iter().position(|words| is_of(&text, words));
        fare.map_or(Self::Unknown, Self::Grown)
    }

    /// Tells whether two tickets are for two people. Where one of them does not count any more, somebody may have been given
    /// another fare.
    pub(super) fn is_anothers(self, other: Self, both_count: bool) -> bool {
        match (self, other) {
            (Self::Grown(one), Self::Grown(other)) => one != other && both_count,
            _ => (self == Self::Childs) != (other == Self::Childs),
        }
    }
}

/// Tells whether a name, between blanks, has one of some words, and nothing else that says what it is.
fn is_of(text: &str, words: &str) -> bool {
    let mut words = words.split('|').map(|word| format!(" {word} "));
    // `Under 16` is both a number and whose it is.
    let found = words.find(|word| text.contains(word.as_str()));
    let is_beside =
        |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) || is_any(word, BESIDE);
    found.is_some_and(|word| {
        let rest = text.replacen(&word, " ", 1);
        rest.split_whitespace().all(is_beside)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        let all = [CHILD, BESIDE].into_iter().chain(FARES);
        for words in all.flat_map(|list| list.split('|')) {
            assert_eq!(heading(words), words);
        }
    }

    #[test]
    fn a_ticket_is_a_childs_or_a_guests_if_its_name_says_nothing_else() {
        for ticket in [
            "Child (5-15)",
            "Child (free)",
            "Child under 12",
            "Under 16s",
            "Teen",
            "Plus one",
            "Guest",
            "Kinder bis 14 Jahre",
            "Enfant (gratuit)",
            "Entrada infantil",
            "Bilet dla dziecka",
            "Tocyn plentyn",
        ] {
            assert_eq!(Fare::of(ticket), Fare::Childs, "{ticket}");
        }
        for ticket in [
            "Adult",
            "Saturday",
            "Adult and child",
            "Childcare",
            "Child care place",
            "Child protection",
            "Adult social care workshop",
            "Kinderbetreuung",
            "Guest lecture",
            "",
        ] {
            assert_ne!(Fare::of(ticket), Fare::Childs, "{ticket}");
        }
    }

    #[test]
    fn a_fare_is_a_grown_ups_if_nothing_else_is_said() {
        for (ticket, fare) in [
            ("Adult (16+)", Fare::Grown(0)),
            ("Full price", Fare::Grown(0)),
            ("Concession", Fare::Grown(1)),
            ("Unwaged / low income", Fare::Unknown),
            ("Tarif réduit", Fare::Grown(1)),
            ("Student ticket", Fare::Grown(2)),
            ("Senior 65+", Fare::Grown(3)),
            ("Adult Saturday", Fare::Grown(0)),
            ("Student union lunch", Fare::Unknown),
            ("Adult social care", Fare::Unknown),
            ("Workshop", Fare::Unknown),
        ] {
            assert_eq!(Fare::of(ticket), fare, "{ticket}");
        }
    }
}
