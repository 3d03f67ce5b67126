use crate::import::word_list::{WordList, list};

/// Words that stand above columns and hardly ever in an answer, lower case, without accents of their own language.
///
/// Words that are surnames or places as well (ward, first, area) are left out: a person taken for a header is lost.
const WORDS: WordList = list![
    "email",
    "mail",
    "e-mail",
    "emails",
    "courriel",
    "correo",
    "name",
    "names",
    "firstname",
    "lastname",
    "surname",
    "fullname",
    "username",
    "vorname",
    "nachname",
    "familienname",
    "telefon",
    "telefonnummer",
    "handy",
    "phone",
    "telephone",
    "mobile",
    "tel",
    "postcode",
    "zip",
    "plz",
    "timestamp",
    "zeitstempel",
    "horodateur",
    "marca",
    "organisation",
    "organization",
    "organisatie",
    "company",
    "firma",
    "verein",
    "ticket",
    "attendee",
    "order",
    "rsvp",
    "registration",
    "anmeldung",
    "inscription",
    "prenom",
    "prénom",
    "nom",
    "telephone",
    "téléphone",
    "portable",
    "nombre",
    "apellido",
    "apellidos",
    "telefono",
    "teléfono",
    "organizacion",
    "organización",
    "imie",
    "imię",
    "nazwisko",
    "organizacja",
    "adres",
    "adresse",
    "address",
    "adresa",
    "direccion",
    "dirección",
    "enw",
    "cyfenw",
    "ebost",
    "e-bost",
    "ffon",
    "ffôn",
    "sefydliad",
    "cyfeiriad",
    "naam",
    "id",
    "uuid",
    "status",
    "submission",
    "submitted",
    "respondent",
    "collector",
    "dietary",
    "diet",
    "allergies",
    "ernährung",
    "newsletter",
    "consent",
    "approval",
    "quantity",
    "currency",
    "question",
    "bemerkung",
    "note",
    "notes",
    "comments",
    "kommentar",
    "ort",
    "stadt",
    "city",
    "date",
    "datum",
    "time",
    "user",
    "number",
    "optin",
    "organisation(s)",
    "person",
    "people",
    "attendees",
    "participant",
    "participants",
    "delegates",
    "members",
    "subscribers",
    "contacts",
];

/// Labels that form products put into a second header line, below the question.
const SUBLABELS: &[&str] = &["response", "open-ended response", "other (please specify)"];

/// Says whether a cell reads like the label of a column: it has one of the known words, in few languages.
pub(super) fn is_label(cell: &str) -> bool {
    // A tab stands between cells, and in none that somebody typed.
    if cell.is_empty() || cell.contains(['@', '\t']) || is_data(cell) {
        return false;
    }
    let apart = |c: char| !c.is_alphanumeric() && c != '-';
    split_case(cell)
        .to_lowercase()
        .split(apart)
        .map(|word| word.trim_matches('-'))
        // Contact Form 7 calls its fields `your-name` and `your-tel`.
        .any(|word| WORDS.contains(word.strip_prefix("your-").unwrap_or(word)))
}

pub(super) fn is_sublabel(cell: &str) -> bool {
    SUBLABELS.contains(&cell.to_lowercase().as_str())
}

/// Says whether a label names the column of the addresses.
pub(super) fn is_mail_label(cell: &str) -> bool {
    let cell = cell.to_lowercase();
    ["mail", "courriel", "correo", "e-bost", "ebost"]
        .iter()
        .any(|word| cell.contains(word))
}

/// Says whether a label names a column of names.
pub(super) fn is_name_label(cell: &str) -> bool {
    const WORDS: [&str; 8] = [
        "name", "nom", "nombre", "naam", "apellido", "imię", "nazwisko", "enw",
    ];
    let cell = cell.to_lowercase();
    WORDS.iter().any(|word| cell.contains(word))
}

/// Says whether a label names a column of money.
pub(super) fn is_price_label(cell: &str) -> bool {
    const WORDS: WordList = list![
        "price", "prix", "preis", "precio", "prezzo", "prijs", "cena", "pris", "preço", "amount",
        "montant", "betrag", "bedrag", "importe", "importo", "kwota", "paid", "fee", "tax",
        "total", "cost", "kosten",
    ];
    let cell = cell.to_lowercase();
    WORDS.iter().any(|word| cell.contains(word))
}

/// Says whether a cell is mostly digits: a number, a date, a telephone number; no label is.
pub(super) fn is_data(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    digits > 0 && digits > cell.chars().filter(|c| c.is_alphabetic()).count()
}

/// Says whether a cell is what people write into a field that they leave blank.
pub(super) fn is_placeholder(cell: &str) -> bool {
    let cell = cell.to_lowercase();
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    // In Chinese two letters are a word.
    letters == 0
        || letters < 3 && cell.is_ascii()
        || ["none", "n/a", "null", "anonymous", "keine", "nein", "aucun"].contains(&cell.as_str())
}

/// Parts `FirstName` into words, and leaves `LASTNAME` as it is.
fn split_case(cell: &str) -> String {
    let mut parted = String::with_capacity(cell.len() + 4);
    let mut lower = false;
    for c in cell.chars() {
        if lower && c.is_uppercase() {
            parted.push(' ');
        }
        lower = c.is_lowercase();
        parted.push(c);
    }
    parted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_in_several_languages_and_spellings() {
        for label in [
            "Email Address",
            "your-email",
            "first_name",
            "FirstName",
            "LASTNAME",
            "Vorname*",
            "Imię i nazwisko",
            "What is your name?",
            "E-bost",
            "\"E-mail\"",
        ] {
            assert!(is_label(label), "{label}");
        }
        for person in ["Ward", "Jo Smith", "ada@example.org", "07700 900123", ""] {
            assert!(!is_label(person), "{person}");
        }
    }
}
