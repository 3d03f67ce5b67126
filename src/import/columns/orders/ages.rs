//! Tickets of children and of guests: nobody comes as one and as the grown-up who ordered.

use super::super::heading::heading;

/// Whose ticket it is.
const CHILD: &str = "child|children|kid|kids|infant|toddler|baby|junior|under 3|under 5|under 10|under 12|under 14|under 16|\
    under 18|under 3s|under 5s|under 10s|under 12s|under 14s|under 16s|under 18s|teen|teens|teenager|youth|young person|young people|plus one|plus 1|guest|guests|kind|kinder|kleinkind|enfant|enfants|bebe|nino|nina|ninos|menor|menores|infantil|dziecko|dziecka|dzieci|\
    plentyn|plant|bacha|bachay|bache|bachche";

/// Words beside these that leave it a child's, where any other may make it one for whoever looks after children or speaks of
/// them: `Child day ticket`, but not `Child protection`.
const BESIDE: &str = "free|gratis|gratuit|gratuite|frei|kostenlos|bezplatny|s|ticket|tickets|admission|entry|pass|place|seat|fare|rate|price|full|standard|general|early|bird|day|weekend|\
    member|non|concession|age|aged|ages|years|year|old|yrs|and|to|over|under|up|a|an|one|for|\
    monday|tuesday|wednesday|thursday|friday|saturday|sunday|\
    karte|eintritt|tageskarte|preis|tag|fur|ab|bis|jahre|jahren|unter|samstag|sonntag|\
    billet|place|entree|tarif|jour|plein|pour|de|des|moins|plus|ans|samedi|dimanche|\
    entrada|entradas|precio|dia|para|anos|mas|menos|hasta|sabado|domingo|\
    bilet|wstep|cena|dla|lat|do|od|sobota|niedziela|tocyn|tocynnau|mynediad|diwrnod|oed|dan|dros";

/// Tells whether a ticket is a child's or a guest's, if its name says so and nothing else.
pub(super) fn is_childs(ticket: &str) -> bool {
    let text = format!(" {} ", heading(ticket));
    let mut words = CHILD.split('|').map(|word| format!(" {word} "));
    // `Under 16` is both a number and whose it is.
    let found = words.find(|word| text.contains(word.as_str()));
    let is_beside = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_digit()) || BESIDE.split('|').any(|one| one == word)
    };
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
        for words in [CHILD, BESIDE].into_iter().flat_map(|list| list.split('|')) {
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
            assert!(is_childs(ticket), "{ticket}");
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
            assert!(!is_childs(ticket), "{ticket}");
        }
    }
}
