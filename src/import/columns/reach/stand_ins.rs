//! Other columns of one's own that stand in where nothing else is said: the number at home for that of the mobile, the
//! postcode for the town.

use super::super::content::is_one;
use super::super::draft::Draft;
use super::super::heading::undecorated;
use super::super::words;
use crate::import::field::Field;

/// Takes columns that hold another number or another word for the place of whoever signs up. Who has filled in both is
/// known by the first, and so these columns are kept as well. Of a number of somebody else none is taken.
pub(in crate::import::columns) fn take(draft: &mut Draft<'_>) {
    if draft.headings.is_empty() || draft.ordered_by().is_some() {
        return;
    }
    for (field, things, beside) in [
        (Field::Phone, PHONES, OF_PHONES),
        (Field::Area, PLACES, OF_PLACES),
    ] {
        let Some(mut first) = draft.of(field).first().copied() else {
            continue;
        };
        if draft.wished.contains(&field) {
            continue;
        }
        let is_own = |draft: &Draft<'_>, at: usize| {
            let heading = undecorated(&draft.headings[at]);
            let mut parts = heading.split(' ');
            !draft.is_used(at)
                && !draft.certain.contains(&at)
                && draft.contents[at].filled > 0
                && draft.bears_out(field, at)
                && parts.clone().any(|word| is_in(things, word))
                && parts.all(|word| is_in(things, word) || is_in(beside, word))
        };
        let before = |at: &usize| is_own(draft, *at) && is_before_strangers(draft, *at, first);
        if !draft.certain.contains(&first)
            && let Some(own) = (0..first).find(before)
        {
            first = own;
            draft.set(field, vec![own]);
        }
        let fits = |at: &usize| {
            let known = &draft.headings[first];
            let next_to = at.abs_diff(first) == 1;
            is_own(draft, *at)
                && (next_to || draft.headings[*at] != *known)
                && !is_one(draft.table, *at)
                && !is_parted(draft, first, *at)
        };
        let more: Vec<usize> = (0..draft.headings.len()).filter(fits).collect();
        draft.stand_ins.extend(&more);
        let columns = draft.of(field).iter().copied().chain(more).collect();
        draft.set(field, columns);
    }
}

/// Tells whether a column stands before all that is asked of somebody else, and another one behind it.
fn is_before_strangers(draft: &Draft<'_>, own: usize, other: usize) -> bool {
    let is_theirs = |at: usize| {
        let heading = draft.headings[at].as_str();
        words::about_somebody_else(heading) || words::about_guests(heading)
    };
    !(0..own).any(is_theirs) && (own + 1..other).any(is_theirs)
}

/// Tells whether between two columns somebody else begins, whose number or place the further one may be.
fn is_parted(draft: &Draft<'_>, one: usize, other: usize) -> bool {
    let fields = [Field::Name, Field::First, Field::Last];
    let own = |at: usize| fields.iter().any(|field| draft.of(*field).contains(&at));
    let names = |at: usize| {
        let heading = draft.headings[at].as_str();
        let fits = |(field, _): &(Field, f64)| fields.contains(field);
        own(at) || words::holds(heading, "name") || words::scores(heading).iter().any(fits)
    };
    let strangers = || (0..draft.headings.len()).any(|at| names(at) && !own(at));
    // `Company, Phone` before `Name, Mobile` is the number of a firm.
    let firms = || {
        let firms = draft.of(Field::Organisation).iter();
        firms.into_iter().any(|at| *at < one.min(other))
    };
    // Where they come from themselves begins nobody else.
    let is_own = |at: usize| draft.of(Field::Organisation).contains(&at);
    let begins = |at: usize| {
        let heading = draft.headings[at].as_str();
        words::about_somebody_else(heading) && !is_own(at)
            || words::about_guests(heading)
            || names(at) && (!own(at) || strangers() || firms())
    };
    (one.min(other) + 1..one.max(other)).any(begins)
}

fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// Words for what has a number that rings.
const PHONES: &str = "phone telephone tel telno mobile mob cell cellphone landline whatsapp telefon telefonnummer \
    mobiltelefon mobil mobilnummer handy handynummer festnetz festnetznummer portable telefono movil celular fijo \
    komorka komorkowy stacjonarny ffon symudol";

/// Words that may stand beside these, of a number that is one's own.
const OF_PHONES: &str = "home work private personal own my your day daytime evening night other alternative alternate \
    second secondary additional primary preferred number no nr num privat private geschaftlich dienstlich arbeit \
    nummer fixe fix domicile travail personnel professionnel numero de du casa trabajo particular domowy sluzbowy \
    prywatny numer rhif cartref gwaith 1 2 3";

/// Words for where somebody lives.
const PLACES: &str = "town city village postcode zip zipcode postal post postleitzahl plz ort wohnort stadt ville \
    commune ciudad localidad municipio cp miasto miejscowosc pocztowy tref dinas pentref";

/// Words that may stand beside these.
const OF_PLACES: &str = "primary home your my code or de codigo code kod cod und";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::columns::heading;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for list in [PHONES, OF_PHONES, PLACES, OF_PLACES] {
            for word in list.split_whitespace() {
                assert_eq!(heading(word), word);
            }
        }
    }
}
