use super::super::content;
use super::super::draft::Draft;
use super::super::words;
use super::{brought, party};
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};

/// Headings of columns that say for how many people a row is.
const PEOPLE: WordList = list![
    "quantity",
    "qty",
    "valid tickets",
    "number of tickets",
    "no of tickets",
    "ticket quantity",
    "number of people",
    "how many people",
    "number of places",
    "places",
    "seats",
    "party size",
    "group size",
    "size of group",
    "size of party",
    "number attending",
    "no attending",
    "number of attendees",
    "number in group",
    "number in party",
    "number of persons",
    "number of seats",
    "no of people",
    "no of persons",
    "no of attendees",
    "no of places",
    "no of seats",
    "headcount",
    "head count",
    "pax",
    "tickets",
    "tickets purchased",
    "ticket count",
    "how many attending",
    "menge",
    "anzahl",
    "anzahl personen",
    "anzahl der personen",
    "anzahl tickets",
    "anzahl der tickets",
    "anzahl karten",
    "anzahl platze",
    "anzahl teilnehmer",
    "anzahl der teilnehmer",
    "personenzahl",
    "personenanzahl",
    "teilnehmerzahl",
    "gruppengrosse",
    "nombre de places",
    "nombre de personnes",
    "nombre de participants",
    "nombre de billets",
    "taille du groupe",
    "effectif",
    "numero de personas",
    "numero de asistentes",
    "numero de entradas",
    "numero de plazas",
    "tamano del grupo",
    "cantidad",
    "liczba osob",
    "liczba uczestnikow",
    "liczba biletow",
    "liczba miejsc",
    "ilosc osob",
    "wielkosc grupy",
    "nifer",
    "nifer o bobl",
    "nifer y bobl",
    "maint y grwp",
    "afraad ki tadaad",
    "logon ki tadaad",
    "tadaad",
];

/// Headings of columns that say how many others somebody brings.
const OTHERS: &[&str] = &[
    "guests",
    "number of guests",
    "no of guests",
    "additional guests",
    "plus ones",
    "how many guests",
    "begleitpersonen",
    "anzahl begleitpersonen",
    "accompagnants",
    "acompanantes",
];

/// Headings of columns that name those whom somebody brings.
const NAMES: WordList = list![
    "guest names",
    "names of guests",
    "name of guests",
    "name of guest",
    "guest name s",
    "additional guests",
    "additional guest names",
    "additional attendees",
    "other attendees",
    "plus one",
    "plus ones",
    "plus one name",
    "plus one s name",
    "plus 1",
    "plus 1 name",
    "name of plus one",
    "companion",
    "companions",
    "companion name",
    "companion names",
    "bringing",
    "who are you bringing",
    "begleitung",
    "begleitperson",
    "name der begleitperson",
    "namen der begleitpersonen",
    "accompagnant",
    "nom de l accompagnant",
    "noms des accompagnants",
    "acompanante",
    "nombre del acompanante",
    "nombre de acompanantes",
    "osoba towarzyszaca",
    "partner",
    "your partner",
    "spouse",
    "partnerin",
    "partenaire",
    "conjoint",
    "pareja",
    "osoba towarzyszaca imie i nazwisko",
    "gwestai",
    "mehman",
    "saathi",
    "partner s name",
    "partner name",
    "name of partner",
    "name of your partner",
    "spouse s name",
    "spouse name",
];

/// Words in questions after those whom somebody brings.
const AMONG: &[&str] = &[
    "names of others",
    "names of other people",
    "names of other attendees",
    "names of additional",
    "names of your guests",
    "names of people",
    "names of everyone",
    "coming with you",
    "namen der begleitpersonen",
    "noms des accompagnants",
];

/// How a question begins that is answered with a number, and whom it counts.
const HOW_MANY: &[(&str, WordList)] = &[
    (
        "how many",
        list![
            "people are coming",
            "people are attending",
            "people will be coming",
            "people will be attending",
            "people will attend",
            "people in your party",
            "people in your group",
            "of you are coming",
            "of you are attending",
            "of you will be coming",
            "of you will attend",
            "will be attending",
            "will be coming",
            "are coming",
            "are attending",
            "places",
            "tickets",
            "seats",
        ],
    ),
    ("number", list!["of people coming", "of people attending"]),
    (
        "wie viele",
        list!["personen kommen", "personen", "kommt ihr", "leute"],
    ),
    ("combien", list!["de personnes", "serez vous", "etes vous"]),
    ("cuantas", list!["personas"]),
    ("cuantos", list!["seran", "sois", "vienen"]),
    ("ile osob", list![""]),
    ("faint ohonoch", list![""]),
    ("faint o bobl", list![""]),
    ("kitne log", list![""]),
    ("kitne afraad", list![""]),
];

/// Tells whether a question asks for how many people a row is: `How many people are coming?`
fn counts_people(heading: &str) -> bool {
    HOW_MANY.iter().any(|(start, whom)| {
        let rest = heading.strip_prefix(start);
        rest.is_some_and(|rest| whom.iter().any(|whom| rest.trim_start().starts_with(whom)))
    })
}

/// Returns the columns that name who comes along besides some that are known to: by their surnames only where nothing else is
/// asked of them, and by what stands there where the heading only says who they are.
fn companions(draft: &Draft<'_>, known: &[usize]) -> Vec<usize> {
    let is_free = |at: &usize| {
        let is_told = known.contains(at) || draft.contents[*at].filled == 0;
        !is_told && !draft.is_used(*at) && !words::about_guests(&draft.headings[*at])
    };
    let columns = (0..draft.headings.len()).filter(is_free);
    let asked = columns.filter_map(|at| {
        let rest = words::of_companion(&draft.headings[at])?;
        let is_name = |cell: &str| content::is_name(cell) && cell.starts_with(char::is_uppercase);
        let named = || draft.mostly(at, 0.8, is_name);
        let field = match rest.is_empty() {
            true => Field::Name,
            false => words::best(&rest).filter(|(_, score)| *score > 90.0)?.0,
        };
        (!rest.is_empty() || named()).then_some((field, at))
    });
    let asked: Vec<(Field, usize)> = asked.collect();
    let of = |fields: &[Field]| {
        let of = asked.iter().filter(|(field, _)| fields.contains(field));
        of.map(|(_, at)| *at).collect::<Vec<usize>>()
    };
    match of(&[Field::Name, Field::First]) {
        none if none.is_empty() => of(&[Field::Last]),
        named => named,
    }
}

/// Notes where rows are for more people than they name: these are not invented, and not passed over in silence.
pub(in crate::import::columns) fn tell(draft: &mut Draft<'_>) {
    brought::tell(draft);
    let names = |at: &usize| {
        let heading = draft.headings[*at].as_str();
        !draft.is_used(*at)
            && (NAMES.contains(heading)
                || OTHERS.contains(&heading)
                || words::about_guests(heading) && party::asks_name(heading)
                || AMONG.iter().any(|words| words::holds(heading, words)))
    };
    let mut names: Vec<usize> = (0..draft.headings.len()).filter(names).collect();
    names.extend(companions(draft, &names));
    names.sort_unstable();
    party::tell(draft, &names);
    for column in 0..draft.headings.len() {
        let heading = draft.headings[column].as_str();
        let counts = PEOPLE.contains(heading) || counts_people(heading);
        let most = match (counts, OTHERS.contains(&heading)) {
            (true, _) => 1,
            (_, true) => 0,
            _ => continue,
        };
        let rows = draft.rows();
        let more = |cell: &str| cell.parse::<u32>().is_ok_and(|count| count > most);
        let count = rows.filter(|row| more(row.cell(column))).count();
        if count > 0 {
            let label = draft.table.header[column].trim();
            let rows = match count {
                1 => "1 row is".to_string(),
                _ => format!("{count} rows are"),
            };
            draft.notes.push(format!(
                "\"{label}\" says that {rows} for more than one person; only who is named was signed up"
            ));
        }
    }
}
