//! The other half of a name: a heading that is that of the first name but for the one word.

use super::super::content::is_name;
use super::super::draft::Draft;
use super::super::words;
use crate::import::consent::{self, Consent};
use crate::import::word_list::{WordList, list};

/// Words for a given name, each with those for the family name beside it.
const HALVES: &[(&str, WordList)] = &[
    ("prenom", list!["nom"]),
    ("prenoms", list!["nom", "noms"]),
    ("vorname", list!["nachname", "name", "familienname"]),
    ("nombre", list!["apellido", "apellidos"]),
    ("nombres", list!["apellido", "apellidos"]),
    ("imie", list!["nazwisko"]),
    ("first", list!["last", "family"]),
    ("1st", list!["2nd"]),
    ("given", list!["family", "surname", "last"]),
    ("forename", list!["surname"]),
    ("known", list!["surname", "last", "family"]),
    ("nickname", list!["surname", "last", "family"]),
    ("preferred", list!["surname", "last", "family"]),
    ("member", list!["household", "name", "surname"]),
];

/// Words that say nothing of whose name it is.
const SMALL: WordList = list![
    "a", "as", "cual", "cuales", "d", "de", "del", "des", "du", "el", "es", "ihr", "is", "l", "la",
    "las", "le", "les", "los", "mi", "mis", "name", "quel", "son", "su", "sus", "tu", "tus",
];

/// Words that stand before a name and tell a couple apart.
const TITLES: [&str; 7] = [
    "title",
    "titles",
    "salutation",
    "anrede",
    "civilite",
    "tratamiento",
    "teitl",
];

/// Returns the column of the family name that belongs to one of the given name, if no other is meant.
pub(super) fn family(draft: &Draft<'_>, given: usize) -> Option<usize> {
    beside(draft, given, is_pair).or_else(|| behind(draft, given))
}

/// Returns the column of the given name that belongs to one of the family name.
pub(super) fn given(draft: &Draft<'_>, family: usize) -> Option<usize> {
    let named = beside(draft, family, |family, given| is_pair(given, family));
    named.or_else(|| before(draft, family))
}

/// Returns the columns of both halves where neither heading alone says that it asks for a name: `Given` and `Family`,
/// `Member` and `Household`.
pub(super) fn both(draft: &Draft<'_>) -> Option<[usize; 2]> {
    const PAIRS: [(&str, &str); 3] = [
        ("given", "family"),
        ("member", "household"),
        ("member", "family"),
    ];
    let column = |word: &str| {
        let found = draft.headings.iter().position(|heading| heading == word)?;
        (!draft.is_used(found) && holds_names(draft, found)).then_some(found)
    };
    let both = |(given, family): &(&str, &str)| Some([column(given)?, column(family)?]);
    PAIRS.iter().find_map(both)
}

/// Returns the column right before that of the family name, if it has no heading and holds names, or is that of the title:
/// without either of them a couple would look like one person.
fn before(draft: &Draft<'_>, family: usize) -> Option<usize> {
    let column = family.checked_sub(1)?;
    let heading = draft.headings.get(column)?;
    let is_title = TITLES.contains(&heading.as_str());
    let is_free = !draft.is_used(column) && !draft.certain.contains(&column);
    let fits = is_title || heading.is_empty() && holds_names(draft, column);
    (is_free && fits && draft.contents[column].filled > 0).then_some(column)
}

/// Returns the column right behind that of the given name, if it has no heading and holds names.
fn behind(draft: &Draft<'_>, given: usize) -> Option<usize> {
    let column = given + 1;
    let heading = draft.headings.get(column)?;
    let is_free = !draft.is_used(column) && !draft.certain.contains(&column);
    (is_free && heading.is_empty() && holds_names(draft, column)).then_some(column)
}

/// Tells whether a column holds names, as far as it can be seen, and no answers.
fn holds_names(draft: &Draft<'_>, column: usize) -> bool {
    let may_be = |cell: &str| {
        is_name(cell)
            && !cell.starts_with(char::is_lowercase)
            && consent::bare(cell) == Consent::Unclear
    };
    draft.contents[column].filled > 0 && draft.mostly(column, 0.8, may_be)
}

fn beside(draft: &Draft<'_>, half: usize, is_other: fn(&str, &str) -> bool) -> Option<usize> {
    let known = draft.headings.get(half)?;
    let fits = |at: &usize| {
        let heading = &draft.headings[*at];
        !draft.is_used(*at)
            && !draft.certain.contains(at)
            && holds_names(draft, *at)
            && !words::about_somebody_else(heading)
            && is_other(known, heading)
    };
    let mut all = (0..draft.headings.len()).filter(fits);
    all.next().filter(|_| all.next().is_none())
}

/// Tells whether two headings ask for the two halves of one name.
fn is_pair(given: &str, family: &str) -> bool {
    let rest = |heading: &str, without: &str| {
        let words = heading.split(' ');
        let words = words.filter(|word| *word != without && !SMALL.contains(word));
        words.map(String::from).collect::<Vec<String>>()
    };
    HALVES.iter().any(|(one, others)| {
        words::holds(given, one)
            && others.iter().any(|other| {
                words::holds(family, other)
                    && !words::holds(family, one)
                    && rest(given, one) == rest(family, other)
            })
    })
}

#[cfg(test)]
mod tests {
    use super::is_pair;

    #[test]
    fn the_other_half_of_a_name_is_asked_for_in_the_same_words() {
        for (given, family) in [
            ("prenom adherent", "nom adherent"),
            ("prenom de l adherent", "nom de l adherent"),
            ("quel est votre prenom", "quel est votre nom"),
            ("mon prenom", "mon nom"),
            ("vorname teilnehmer in", "name teilnehmer in"),
            ("nombres", "apellidos"),
            ("cual es su nombre", "cuales son sus apellidos"),
            ("1st name", "2nd name"),
            ("known as", "surname"),
            ("nickname", "last name"),
            ("family member", "family name"),
            ("member", "household"),
        ] {
            assert!(is_pair(given, family), "{given}");
        }
        for (given, other) in [
            ("prenom", "nom de l entreprise"),
            ("prenom", "nom du conjoint"),
            ("first name", "last login"),
            ("vorname", "name der firma"),
            ("prenom", "prenom et nom"),
        ] {
            assert!(!is_pair(given, other), "{other}");
        }
    }
}
