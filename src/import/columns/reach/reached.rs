//! How somebody is reached, in one column: below `Contact details` stands an address, a number or both.

use std::collections::HashSet;

use super::super::content;
use super::super::draft::Draft;
use super::super::heading::undecorated;
use super::super::words;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::holder::Holder;
use crate::import::word_list::{WordList, list};
use crate::import::{clean, name, phone};
use crate::model::EmailAddress;

/// Headings that ask how somebody is reached, and leave open by what.
const HEADINGS: WordList = list![
    "contact",
    "contacts",
    "contact detail",
    "contact details",
    "contact info",
    "contact infos",
    "contact information",
    "contact data",
    "best contact",
    "preferred contact",
    "your contact",
    "your contact details",
    "your contact info",
    "your contact information",
    "my contact details",
    "how to reach you",
    "how to reach me",
    "how to reach them",
    "how to contact you",
    "how to contact them",
    "how can we reach you",
    "how can we contact you",
    "how do we reach you",
    "how do we contact you",
    "how we can reach you",
    "how we can contact you",
    "how should we contact you",
    "where can we reach you",
    "best way to reach you",
    "best way to contact you",
    // German
    "kontakt",
    "kontakte",
    "kontaktdaten",
    "kontaktinfo",
    "kontaktinfos",
    "kontaktinformation",
    "kontaktinformationen",
    "kontaktangaben",
    "kontaktmoglichkeit",
    "dein kontakt",
    "deine kontaktdaten",
    "ihre kontaktdaten",
    "eure kontaktdaten",
    "erreichbar",
    "erreichbar unter",
    "erreichbarkeit",
    "wie erreichen wir dich",
    "wie erreichen wir sie",
    "wie erreichen wir euch",
    "wie konnen wir dich erreichen",
    "wie konnen wir sie erreichen",
    // French
    "coordonnees",
    "vos coordonnees",
    "tes coordonnees",
    "votre contact",
    "infos de contact",
    "informations de contact",
    "comment vous joindre",
    "comment te joindre",
    "comment vous contacter",
    "comment te contacter",
    // Spanish
    "contacto",
    "tu contacto",
    "su contacto",
    "datos de contacto",
    "tus datos de contacto",
    "sus datos de contacto",
    "informacion de contacto",
    "como contactarte",
    "como contactarle",
    "como podemos contactarte",
    // Polish
    "dane kontaktowe",
    "twoje dane kontaktowe",
    "dane do kontaktu",
    "informacje kontaktowe",
    "jak sie z toba skontaktowac",
    // Welsh
    "cyswllt",
    "manylion cyswllt",
    "eich manylion cyswllt",
    "gwybodaeth gyswllt",
    "sut i gysylltu a chi",
    // Urdu
    "rabta",
    "raabta",
    "rabta ki tafseel",
    "raabta ki tafseel",
    "rabta ki maloomat",
    "raabta ki maloomat",
    "aap se rabta kaise karein",
];

/// What else than [`words::about_somebody_else`] stands above somebody whom one has to reach or knows, between bars.
const OTHERS: &str = "relationship|relation|buddy|pa|family member|lift from|chauffeur|fahrer|fahrerin|conductor|conductora|kierowca|gyrrwr|\
    beziehung|verhaltnis|verwandtschaft|verwandtschaftsverhaltnis|familienmitglied|mitfahrer|mitfahrerin|begleiter|begleiterin|\
    lien de parente|membre de la famille|binome|parrain|marraine|relacion|parentesco|familiar|companero|companera|\
    pokrewienstwo|stopien pokrewienstwa|czlonek rodziny|opiekun|opiekunka|perthynas|aelod o r teulu|cyfaill|\
    rishta|rishtedar|saathi";

/// Names of somebody's own that are known as somebody else's, between bars.
const OWN: &str = "middle|maiden";

/// How a heading ends that goes on with somebody, between bars: `Lift with`, `Signed up by`.
const GOES_ON: &str =
    "with|by|mit|bei|von|durch|avec|par|chez|con|por|przez|z|u|gan|gyda|saath|sath";

/// Who comes along or is only known, between bars, and how a heading ends that names them.
const COMPANIONS: &str = "partner|partners|spouse|husband|wife|buddy|friend|friends|child|children|kid|kids|son|daughter|\
    relationship|relation|plus one|companion|invited by|family member|roommate|room mate|housemate|flatmate|\
    mentor|mp|support worker|personal assistant|partnerin|ehepartner|kind|kinder|freund|freundin|\
    begleitung|begleitperson|begleiter|begleiterin|beziehung|verhaltnis|verwandtschaft|familienmitglied|eingeladen von|conjoint|conjointe|\
    enfant|enfants|ami|amie|accompagnant|accompagnante|lien de parente|membre de la famille|binome|invite par|pareja|hijo|hija|hijos|amigo|\
    amiga|acompanante|relacion|parentesco|familiar|companero|companera|invitado por|partnerka|malzonek|dziecko|dzieci|\
    przyjaciel|osoba towarzyszaca|pokrewienstwo|perthynas|partner neu|plentyn|plant|ffrind|cyfaill|rishta|bachche|saathi";
const CALLED: &str = "emergency|next of kin|parent|parents|guardian|guardians|carer|notfall|notfallkontakt|eltern|urgence|parents|\
    emergencia|padres|awaryjny|rodzic|rodzice|argyfwng|rhiant";
const ALONG: &str = "with|mit|avec|con|z|gyda|saath|sath";

/// So large a part of the cells must say how somebody is reached and nothing else.
const MOST: f64 = 0.8;

/// So large a part of the cells is enough to say what a column tells of somebody.
const HALF: f64 = 0.5;

/// A number by which somebody is reached has no fewer digits.
const FEWEST_DIGITS: usize = 6;

/// Takes the one column of how people are reached for that of their addresses, where no other holds any: what else stands in
/// its cells is read as beside any address.
pub(in crate::import::columns) fn take(draft: &mut Draft<'_>) {
    let columns = find(draft);
    let [column] = columns[..] else {
        return;
    };
    if is_theirs(draft, column) && draft.mostly(column, MOST, reaches) {
        let numbers = draft.of(Field::Phone).iter().copied();
        let numbers = numbers.filter(|at| *at != column).collect();
        draft.set(Field::Phone, numbers);
        let mut all = draft.of(Field::Email).to_vec();
        all.push(column);
        draft.set(Field::Email, all);
    }
}

/// Notes where addresses stand in such a column and were not taken, if none were.
pub(in crate::import::columns) fn tell(draft: &mut Draft<'_>) {
    if !draft.of(Field::Email).is_empty() {
        return;
    }
    for column in find(draft) {
        let label = draft.table.header[column].trim();
        let note = format!(
            "\"{label}\" holds addresses, which were not read; if they are theirs who come, say --map email=\"{label}\""
        );
        // Two may have the same heading.
        if !draft.notes.contains(&note) {
            draft.notes.push(note);
        }
    }
}

/// Returns the columns of how people are reached that hold addresses, if no column of addresses does.
fn find(draft: &Draft<'_>) -> Vec<usize> {
    let holds = |at: usize| draft.contents[at].addresses > 0;
    let known = draft.of(Field::Email);
    if draft.wished.contains(&Field::Email) || known.iter().any(|at| holds(*at)) {
        return Vec::new();
    }
    // `Rabta` is a number mostly.
    let is_free = |at: usize| draft.of(Field::Phone).contains(&at) || !draft.is_used(at);
    let columns = 0..draft.headings.len();
    let found = columns
        .filter(|at| asks(draft, *at) && !draft.certain.contains(at) && holds(*at) && is_free(*at));
    found.collect()
}

/// Tells whether a heading asks how somebody is reached, and leaves open by what.
fn asks(draft: &Draft<'_>, column: usize) -> bool {
    let heading = draft.headings.get(column);
    heading.is_some_and(|heading| HEADINGS.contains(undecorated(heading)))
}

/// Tells whether a column does not say how somebody else is reached: whoever stands in a column between their name and it,
/// the few who look after many, or others than those whose numbers stand in a column of their own.
fn is_theirs(draft: &Draft<'_>, column: usize) -> bool {
    let rows = draft.rows().map(|row| row.cell(column));
    let cells: HashSet<&str> = rows.filter(|cell| !cell.is_empty()).collect();
    let is_thing = |at: usize| at + 1 == column && words::about_somebody_else(&draft.headings[at]);
    !follows_somebody(draft, column, |at| {
        is_person(&draft.headings[at]) || is_thing(at)
    }) && cells.len() * 2 > draft.contents[column].filled
        && !content::is_one(draft.table, column)
        && !has_other_numbers(draft, column)
}

/// Tells whether a column asks how somebody is reached who is named between whoever comes and it.
pub(super) fn is_of_somebody_else(draft: &Draft<'_>, column: usize) -> bool {
    asks(draft, column)
        && follows_somebody(draft, column, |at| {
            let heading = &draft.headings[at];
            is_person(heading)
                && !words::about_guests(heading)
                && !is_companion(heading)
                && is_named_beside(draft, at, column)
        })
}

/// Tells whether somebody comes along, or is known to whoever comes, so that these are asked how they are reached themselves.
/// Whoever is to be called is reached by it, be it a partner or a friend.
fn is_companion(heading: &str) -> bool {
    let last = heading.rsplit(' ').next().unwrap_or_default();
    let is_one = words::holds_any(heading, COMPANIONS) || words::is_any(last, ALONG);
    is_one && !words::holds_any(heading, CALLED)
}

/// Tells whether mostly a name stands in a column wherever an address stands in another one: who names nobody there gives
/// their own.
fn is_named_beside(draft: &Draft<'_>, named: usize, column: usize) -> bool {
    let begins = |word: &str| !word.starts_with(char::is_lowercase);
    let is_name = |cell: &str| {
        let mut words = cell.split_whitespace();
        content::is_name(cell)
            && words.next().is_some_and(begins)
            && words.next_back().is_none_or(begins)
    };
    let (mut addresses, mut names) = (0_usize, 0_usize);
    for row in draft.rows().filter(|row| row.cell(column).contains('@')) {
        addresses += 1;
        names += usize::from(is_name(row.cell(named)));
    }
    names * 5 >= addresses * 4
}

/// Tells whether somebody else is named in a column between the name of whoever comes and this one, and nothing says that it
/// is not they who are reached so.
fn follows_somebody(draft: &Draft<'_>, column: usize, is_other: impl Fn(usize) -> bool) -> bool {
    let is_name = |at: &usize| {
        let mut names = [Field::Name, Field::First, Field::Last].into_iter();
        names.any(|field| draft.of(field).contains(at))
    };
    let name = (0..column).rev().find(is_name);
    let between = name.map_or(0, |at| at + 1)..column;
    // What is asked of somebody in between, as what they eat, leaves open whose the rest is.
    let others = between.filter(|at| {
        is_other(*at)
            && draft.any(*at, |cell| !is_count(cell))
            && !draft.mostly(*at, HALF, is_reached)
    });
    let others: Vec<usize> = others.collect();
    !others.is_empty() && !name_who_comes(draft, column, &others)
}

/// Tells whether a cell says how somebody is reached: nobody asks for that once more in another column.
fn is_reached(cell: &str) -> bool {
    cell.contains('@') || cell.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS
}

/// Tells whether most addresses of a column have a part of the name of whoever comes, and none of that of the `others`.
fn name_who_comes(draft: &Draft<'_>, column: usize, others: &[usize]) -> bool {
    let (mut addresses, mut own) = (0_usize, 0_usize);
    for row in draft.rows() {
        if let Some(address) = clean::addresses(row.cell(column)).first {
            let names = |name: &str| Holder::of(address.as_str(), name) == Holder::Named;
            let is_own =
                names(&draft.written(&row)) && !others.iter().any(|at| names(row.cell(*at)));
            addresses += 1;
            own += usize::from(is_own);
        }
    }
    own * 2 > addresses
}

/// Tells whether a cell only says whether there is somebody, or how many: there a heading as `Children` names nobody.
fn is_count(cell: &str) -> bool {
    let is_number = cell.len() <= 3 && cell.bytes().all(|c| c.is_ascii_digit());
    is_number || consent::bare(cell) != Consent::Unclear || name::is_placeholder(cell)
}

/// Tells whether a heading is about a person other than whoever comes.
fn is_person(heading: &str) -> bool {
    let last = heading.rsplit(' ').next().unwrap_or_default();
    words::about_others(heading) && !words::holds_any(heading, OWN)
        || words::about_guests(heading)
        || words::booker(heading).is_some()
        || words::holds_any(heading, OTHERS)
        || heading != last && words::is_any(last, GOES_ON)
}

/// Tells whether most of the numbers of a column are other ones than those of the same rows in a column of numbers.
fn has_other_numbers(draft: &Draft<'_>, column: usize) -> bool {
    let columns = draft.of(Field::Phone).iter().copied();
    let columns: Vec<usize> = columns.filter(|at| *at != column).collect();
    if columns.is_empty() {
        return false;
    }
    let key = |text: &str| {
        let mut key = String::new();
        phone::fold_into(text, &mut key);
        key
    };
    let (mut both, mut others) = (0_usize, 0_usize);
    for row in draft.rows() {
        let cell = row.cell(column);
        let beside = clean::addresses(cell);
        let number = phone::alone(if beside.first.is_some() {
            &beside.more
        } else {
            cell
        });
        let known = columns.iter().map(|at| key(row.cell(*at)));
        let mut known = known.filter(|known| !known.is_empty()).peekable();
        if let (Some(number), true) = (number.map(key), known.peek().is_some()) {
            both += 1;
            others += usize::from(known.all(|known| known != number));
        }
    }
    others * 2 > both
}

/// Tells whether a cell says how somebody is reached, and nothing else but that it does not say so.
fn reaches(cell: &str) -> bool {
    let cell = &*clean::cell(cell, |_| ());
    if EmailAddress::is_one(cell) || phone::alone(cell).is_some() || name::is_placeholder(cell) {
        return true;
    }
    let found = clean::addresses(cell);
    found.first.is_some()
        && found.name.is_none()
        && (found.more.is_empty() || content::is_phone(&found.more))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::columns::heading;

    #[test]
    fn a_cell_says_how_somebody_is_reached_or_something_else() {
        for cell in [
            "ann@example.org",
            "ann@example.org 020 7946 0101",
            "020 7946 0101 / ann@example.org",
            "E: ann@example.org T: 020 7946 0101",
            "ann@example.org, al@example.org",
            "ann@example.org 020 7946 0101 or 07700 900101",
            "+44 7700 900101",
            "tel. 020 7946 0101",
            "n/a",
            "-",
        ] {
            assert!(reaches(cell), "{cell}");
        }
        for cell in [
            "Bo Cane, bo@example.org",
            "Bo <bo@example.org>",
            "via Bo",
            "yes",
            "ask bo@example.org",
            "@ann",
            "2024-04-13",
            "12 High Street, 020 7946 0101",
        ] {
            assert!(!reaches(cell), "{cell}");
        }
    }

    #[test]
    fn what_asks_how_somebody_is_reached_is_written_as_headings_are() {
        for words in HEADINGS.iter() {
            assert_eq!(heading(words), *words);
        }
        for words in [OTHERS, OWN, GOES_ON].iter().flat_map(|all| all.split('|')) {
            assert_eq!(heading(words), words);
        }
    }
}
