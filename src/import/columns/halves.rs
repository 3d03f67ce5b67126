//! The other half of a name: a heading that is that of the first name but for the one word.

use super::mapping::Draft;
use super::words;

/// Words for a given name, each with those for the family name beside it.
const HALVES: &[(&str, &[&str])] = &[
    ("prenom", &["nom"]),
    ("prenoms", &["nom", "noms"]),
    ("vorname", &["nachname", "name", "familienname"]),
    ("nombre", &["apellido", "apellidos"]),
    ("nombres", &["apellido", "apellidos"]),
    ("imie", &["nazwisko"]),
    ("first", &["last", "family"]),
    ("1st", &["2nd"]),
    ("given", &["family"]),
    ("forename", &["surname"]),
];

/// Words that say nothing of whose name it is.
const SMALL: [&str; 26] = [
    "a", "cual", "cuales", "d", "de", "del", "des", "du", "el", "es", "ihr", "is", "l", "la",
    "las", "le", "les", "los", "mi", "mis", "quel", "son", "su", "sus", "tu", "tus",
];

/// Returns the column of the family name that belongs to one of the given name, if no other is meant.
pub(super) fn family(draft: &Draft<'_>, given: usize) -> Option<usize> {
    beside(draft, given, is_pair)
}

/// Returns the column of the given name that belongs to one of the family name.
pub(super) fn given(draft: &Draft<'_>, family: usize) -> Option<usize> {
    beside(draft, family, |family, given| is_pair(given, family))
}

fn beside(draft: &Draft<'_>, half: usize, is_other: fn(&str, &str) -> bool) -> Option<usize> {
    let known = draft.headings.get(half)?;
    let fits = |at: &usize| {
        let heading = &draft.headings[*at];
        !draft.is_used(*at)
            && !draft.certain.contains(at)
            && draft.contents[*at].filled > 0
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
