use super::acquaintances::is_either;
use super::holds;
use crate::import::field::Field;

/// What is asked about an organisation, beside which it is.
const OF_ORGANISATIONS: &[&str] = &[
    "people",
    "members",
    "names",
    "how many",
    "number of",
    "size",
    "role in",
    "your role",
    "position in",
    "your position",
    "job in",
    "stall",
    "stand",
    "banner",
    "logo",
    "website",
    "email",
    "e mail",
    "phone",
    "address",
    "postcode",
    "contact",
    "sponsor",
    "donate",
    "advertise",
];

/// Questions that may be answered with yes or with the organisation.
const WHETHER_ANY: &[&str] = &["are you", "do you", "is this", "are you here"];

/// What somebody does with food that is not what they eat.
const WITH_FOOD: &[&str] = &[
    "bring",
    "bringing",
    "share",
    "serve",
    "serving",
    "cook",
    "cooking",
    "coming to",
    "come to",
    "stay for",
    "staying for",
    "join",
    "joining",
    "attend",
    "attending",
    "contribute",
    "donate",
    "bank",
    "banks",
    "help",
    "volunteer",
    "prepare",
    "mitbringen",
    "kochen",
    "apporter",
    "traer",
    "przyniesc",
];

/// Words that leave no doubt that it is what they eat.
const EATEN: &[&str] = &[
    "diet",
    "dietary",
    "allergy",
    "allergies",
    "vegan",
    "vegetarian",
    "veggie",
    "halal",
    "kosher",
    "gluten",
    "intolerances",
];

/// Tells whether a question is only about whether somebody wants a meal: `Would you like lunch?`
pub(in crate::import::columns) fn is_of_a_meal(heading: &str) -> bool {
    is_either(heading) && !EATEN.iter().any(|word| holds(heading, word))
}

/// What has an area that is no place.
const NO_PLACES: &[&str] = &[
    "of work",
    "of interest",
    "of expertise",
    "of study",
    "of law",
    "of responsibility",
    "of practice",
    "of focus",
    "area of",
    "work area",
    "are you interested",
    "do you work in",
    "subject",
    "town hall",
    "workshop",
];

/// Tells whether a heading that holds a word of a field asks for something else around it: `Would your organisation like a
/// stall?`, `Can you bring food?`, `Which area of work are you in?`
pub(in crate::import::columns) fn is_beside(heading: &str, field: Field) -> bool {
    let any = |words: &[&str]| words.iter().any(|word| holds(heading, word));
    let either = is_either(heading);
    match field {
        Field::Organisation => {
            let whether = WHETHER_ANY.iter().any(|start| heading.starts_with(start));
            either && !whether || any(OF_ORGANISATIONS)
        }
        Field::Diet => any(WITH_FOOD) && !any(EATEN),
        Field::Area => either || any(NO_PLACES),
        _ => false,
    }
}
