//! Whether a question that holds a field's word asks for something else around it.

use super::acquaintances::is_either;
use super::elsewhere::{
    BEFORE_SESSIONS, EATEN, ENDS_OF_ACCESS, ENDS_OF_FOOD, ENDS_OF_ORGANISATIONS, FORMERLY, HEARD,
    NAMING, NO_NEEDS, NO_PLACES, NOT_EATEN, OF_ORGANISATIONS, OF_TICKETS, OWN_PLACE, SESSIONS,
    STARTS, WITH_A_PLACE, WITH_FOOD,
};
use super::{holds_any, is_any};
use crate::import::field::Field;

/// Questions that may be answered with yes or with the organisation.
const WHETHER_ANY: &[&str] = &["are you", "do you", "is this", "are you here"];

/// Words for what is served, between bars.
const MEALS: &str = "meal|meals|mahlzeiten|comidas|posilki|prydau|lunch|lunches|dinner|breakfast|supper|menu|main|main course|starter|dessert|drink|drinks|\
    mahlzeit|mittagessen|abendessen|fruhstuck|gericht|hauptgericht|repas|dejeuner|diner|plat|comida|almuerzo|cena|\
    desayuno|plato|posilek|obiad|kolacja|sniadanie|danie|pryd|cinio|swper|brecwast";

/// More words than these do not stand in a heading that is about the place of the event.
const MOST_OF_A_PLACE: usize = 7;

/// Words with which somebody has something for a part of the programme.
const FOR_SESSIONS: &str = "for|during|at|in|fur|pour|para|dla";

/// Tells whether a question is only about whether somebody wants a meal: `Would you like lunch?`
pub(in crate::import::columns) fn is_of_a_meal(heading: &str) -> bool {
    is_either(heading) && !holds_any(heading, EATEN)
}

/// Tells whether a heading asks which dish or meal somebody wants, which is not what they may not eat.
pub(in crate::import::columns) fn is_a_meal(heading: &str) -> bool {
    holds_any(heading, MEALS) && !holds_any(heading, EATEN)
}

/// Tells whether a heading that holds a word of a field asks for something else around it: `Would your organisation like
/// a stall?`, `Can you bring food?`, `Which area of work are you in?`, `How did you hear about our organisation?`
pub(in crate::import::columns) fn is_beside(heading: &str, field: Field) -> bool {
    let any = |words: &str| holds_any(heading, words);
    match field {
        Field::Organisation => {
            let mut whether = WHETHER_ANY.iter();
            let whether = whether.any(|start| heading.starts_with(start));
            is_either(heading) && !whether
                || any(OF_ORGANISATIONS)
                || ends(heading, ENDS_OF_ORGANISATIONS)
                || asks_how(heading)
        }
        Field::Diet => {
            any(WITH_FOOD) && !any(EATEN)
                || any(NOT_EATEN)
                || ends(heading, ENDS_OF_FOOD)
                || any(HEARD)
                || is_a_session(heading)
        }
        Field::Access => {
            any(NO_NEEDS) || ends(heading, ENDS_OF_ACCESS) || any(HEARD) || is_a_session(heading)
        }
        Field::Area => {
            is_either(heading) || any(NO_PLACES) || is_of_a_place(heading) || asks_how(heading)
        }
        Field::Ticket => any(OF_TICKETS) || asks_how(heading),
        Field::Name | Field::First | Field::Last => is_former(heading),
        _ => false,
    }
}

/// Tells whether a heading is about what somebody was called, or where they were, before.
pub(in crate::import::columns) fn is_former(heading: &str) -> bool {
    holds_any(heading, FORMERLY)
}

/// Tells whether a question is about how, why or when something is, and so asks for no name of anything.
fn asks_how(heading: &str) -> bool {
    let begins = |start: &str| {
        let rest = heading.strip_prefix(start);
        rest.is_some_and(|rest| rest.starts_with(' '))
    };
    holds_any(heading, HEARD) || STARTS.split('|').any(begins) && !holds_any(heading, NAMING)
}

/// Tells whether a heading ends with a word of a thing that the words before it belong to: `Organisation type`, `Access
/// code`, but not `Needs during this session`.
fn ends(heading: &str, things: &str) -> bool {
    let mut words = heading.rsplit(' ');
    let last = words.next().unwrap_or_default();
    let before = words.next();
    let is_at = || holds_any(heading, FOR_SESSIONS);
    is_any(last, things)
        && !is_at()
        && before.is_some_and(|before| !is_any(before, BEFORE_SESSIONS))
}

/// Tells whether a heading is about a part of the programme on something: `Vegan talk`.
fn is_a_session(heading: &str) -> bool {
    let words: Vec<&str> = heading.split(' ').collect();
    let is_one = |two: &[&str]| match two {
        [before, thing] => is_any(thing, SESSIONS) && !is_any(before, BEFORE_SESSIONS),
        _ => false,
    };
    words.windows(2).any(is_one) && !holds_any(heading, FOR_SESSIONS)
}

/// Tells whether a heading is about where the event or a firm is.
fn is_of_a_place(heading: &str) -> bool {
    let mut words = heading.split(' ');
    let first = words.next().unwrap_or_default();
    let last = heading.rsplit(' ').next().unwrap_or_default();
    (is_any(first, WITH_A_PLACE) || is_any(last, WITH_A_PLACE))
        && words.count() < MOST_OF_A_PLACE
        && !holds_any(heading, OWN_PLACE)
}
