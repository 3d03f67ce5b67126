//! Tickets by age: nobody comes as an adult and as a child.

use super::heading::heading;

/// For whom a ticket is by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Age {
    Adult,
    Child,
}

const ADULT: &str = "adult|adults|grown up|erwachsen|erwachsene|erwachsener|erwachsenen|adulte|adultes|adulto|adulta|adultos|\
    dorosly|dorosla|dorosli|doroslego|doroslych|oedolyn|oedolion|baligh|bara|baray";

const CHILD: &str = "child|children|kid|kids|infant|toddler|baby|junior|under 3|under 5|under 10|under 12|under 14|under 16|\
    under 18|kind|kinder|kleinkind|enfant|enfants|bebe|nino|nina|ninos|menor|menores|infantil|dziecko|dziecka|dzieci|\
    plentyn|plant|bacha|bachay|bache|bachche";

/// Words beside these that leave it a ticket of somebody of that age, where any other may make it one for whoever looks after
/// children or speaks of them: `Adult day ticket`, but not `Child protection`.
const BESIDE: &str = "ticket|tickets|admission|entry|pass|place|seat|fare|rate|price|full|standard|general|early|bird|day|weekend|\
    member|non|concession|age|aged|ages|years|year|old|yrs|and|to|over|under|up|a|an|one|for|\
    monday|tuesday|wednesday|thursday|friday|saturday|sunday|\
    karte|eintritt|tageskarte|preis|tag|fur|ab|bis|jahre|jahren|unter|samstag|sonntag|\
    billet|place|entree|tarif|jour|plein|pour|de|des|moins|plus|ans|samedi|dimanche|\
    entrada|entradas|precio|dia|para|anos|mas|menos|hasta|sabado|domingo|\
    bilet|wstep|cena|dla|lat|do|od|sobota|niedziela|tocyn|tocynnau|mynediad|diwrnod|oed|dan|dros";

/// Returns for whom a ticket is, if its name says so and nothing else.
pub(super) fn of_ticket(ticket: &str) -> Option<Age> {
    let ticket = heading(ticket);
    let without = |list: &str| {
        let text = format!(" {ticket} ");
        let mut words = list.split('|').map(|word| format!(" {word} "));
        let word = words.find(|word| text.contains(word.as_str()))?;
        Some(text.replacen(&word, " ", 1))
    };
    let is_beside = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_digit()) || BESIDE.split('|').any(|one| one == word)
    };
    let (age, rest) = match (without(ADULT), without(CHILD)) {
        (Some(rest), None) => (Age::Adult, rest),
        (None, Some(rest)) => (Age::Child, rest),
        _ => return None,
    };
    rest.split_whitespace().all(is_beside).then_some(age)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [ADULT, CHILD, BESIDE]
            .into_iter()
            .flat_map(|list| list.split('|'))
        {
            assert_eq!(heading(words), words);
        }
    }

    #[test]
    fn a_ticket_is_for_an_age_if_its_name_says_nothing_else() {
        for (ticket, age) in [
            ("Adult", Some(Age::Adult)),
            ("Adult (18+)", Some(Age::Adult)),
            ("Erwachsene", Some(Age::Adult)),
            ("Tarif adulte", Some(Age::Adult)),
            ("Child (5-15)", Some(Age::Child)),
            ("Child under 12", Some(Age::Child)),
            ("Kinder bis 14 Jahre", Some(Age::Child)),
            ("Entrada infantil", Some(Age::Child)),
            ("Bilet dla dziecka", Some(Age::Child)),
            ("Tocyn plentyn", Some(Age::Child)),
            ("Saturday", None),
            ("Standard", None),
            ("Adult and child", None),
            ("Childcare", None),
            ("Child care place", None),
            ("Child protection", None),
            ("Adult social care workshop", None),
            ("Kinderbetreuung", None),
        ] {
            assert_eq!(of_ticket(ticket), age, "{ticket}");
        }
    }
}
