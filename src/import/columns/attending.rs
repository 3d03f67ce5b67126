use super::mapping::Draft;
use super::words;
use crate::import::field::Field;

/// What is only a part of an event, so that a no to it keeps nobody away from the rest.
const PARTS: &[&str] = &[
    "social",
    "socials",
    "dinner",
    "lunch",
    "breakfast",
    "meal",
    "drinks",
    "party",
    "pub",
    "reception",
    "bbq",
    "workshop",
    "workshops",
    "session",
    "sessions",
    "tour",
    "walk",
    "training",
    "webinar",
    "evening",
    "afterwards",
    "abendessen",
    "abend",
    "mittagessen",
    "feier",
    "diner",
    "dejeuner",
    "soiree",
    "atelier",
    "ateliers",
    "cena",
    "fiesta",
    "taller",
    "talleres",
    "kolacja",
    "obiad",
    "warsztat",
    "warsztaty",
    "warsztatach",
    "swper",
    "cinio",
    "gweithdy",
];

/// Tells whether a heading asks for no more than a part of the event: `Will you attend the social?`.
pub(super) fn is_of_a_part(heading: &str) -> bool {
    PARTS.iter().any(|part| words::holds(heading, part))
}

/// Takes questions back of which each is about a day of its own: who cannot come on Friday may come on Saturday. One that
/// is called the main one stays.
pub(super) fn of_several(draft: &Draft<'_>, claims: &mut Vec<(f64, Field, usize)>) {
    let asks = |(score, field, at): &(f64, Field, usize)| {
        *field == Field::Status && *score < 90.0 && draft.contents[*at].filled > 0
    };
    let is_main = |(_, _, at): &(f64, Field, usize)| words::holds(&draft.headings[*at], "main");
    if claims.iter().filter(|claim| asks(claim)).count() > 1 {
        claims.retain(|claim| !asks(claim) || is_main(claim));
    }
}
