use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

use crate::import::columns::is_any;

/// Whose letters a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Western,
    Central,
    Turkish,
}

impl Family {
    pub(super) fn of(encoding: &Encoding) -> Self {
        match is_western(encoding) {
            true => Self::Western,
            false => Self::Central,
        }
    }
}

/// The letters that are not ASCII of the languages of the West, which Windows-1252 has: German, French, Spanish and Catalan,
/// Portuguese, Italian, Welsh and Gaelic, those of the North, Icelandic, Dutch, Turkish as far as it has them, Estonian.
const WESTERN: [&str; 11] = [
    "äöüß",
    "àâæçéèêëîïôœùûüÿ",
    "áéíóúüñïçàèòº",
    "ãáâàçéêíóôõúü",
    "àèéìíòóùú",
    "âêîôûáéíóúïöäàèìòù",
    "åäöéüæø",
    "áðéíóúýþæö",
    "ëéïöüèêáíóú",
    "çöüâîû",
    "äöõüšž",
];

/// Those of the languages of the middle of Europe, which Windows-1250 has: Polish, Czech, Slovak, Hungarian, those of the
/// South Slavs, Romanian, German, Slovene with names of others.
const CENTRAL: [&str; 8] = [
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž",
    "áäčďéíĺľňóôŕšťúýž",
    "áéíóöőúüű",
    "čćđšž",
    "ăâîşţ",
    "äöüß",
    "čšžäöüë",
];

/// Those of Turkish; the `i` is what is left of its capital.
const TURKISH: [&str; 1] = ["çğıöşüâîûi"];

/// Words of headings that tell the language, in lower case: of German, French, Spanish and Welsh.
const WESTERN_WORDS: &str = "vorname|nachname|familienname|straße|ernährung|einverständnis|einverständniserklärung|unverträglichkeiten|\
    anmeldung|geburtstag|wohnort|übernachtung|größe|telefonnummer|bemerkung|bemerkungen|zeitstempel|verein|\
    für|über|möchte|begleitperson|mitglied|prénom|nom|téléphone|société|régime|présence|préférences|\
    horodateur|courriel|adresse|numéro|ville|âge|nombre|apellido|apellidos|teléfono|\
    correo|electrónico|dirección|organización|asistencia|año|inscripción|fecha|niños|alimentación|población|\
    enw|cyfenw|ffôn|sefydliad|cyfeiriad|ebost|anghenion";

/// Such words of Turkish.
const TURKISH_WORDS: &str =
    "ad|adı|soyad|soyadı|isim|posta|eposta|kurum|unvan|cep|şehir|katılım|telefonu";

/// Such words of Polish.
const POLISH_WORDS: &str = "imię|imie|nazwisko|zgłoszenie|zgłoszenia|zgoda|zgodę|miejscowość|organizacja|płatność|wpłata|wyżywienie|\
    posiłek|obecność|osoba|osób|wiek|członek|sygnatura|telefonu|zdjęcia|zdjęć|uczestnik|uczestnika|\
    uczestnictwo|dostępność|źródło|czasowa|język|językowa|uwagi|będę|czy";

/// So much of a file may be its headings.
const MOST: usize = 2_000;

/// What a language that the headings are in is worth to the encodings that have its letters: it decides where the letters
/// do not, and no more.
const HEADINGS: i64 = 1;

fn is_western(encoding: &Encoding) -> bool {
    encoding == WINDOWS_1252 || encoding == MACINTOSH
}

/// What the words of the headings say for an encoding, of which the first line that holds any known word tells.
pub(super) fn headings(bytes: &[u8], encoding: &'static Encoding) -> i64 {
    let start = &bytes[..bytes.len().min(MOST)];
    let text = encoding.decode_without_bom_handling(start).0.to_lowercase();
    let count = |line: &str, known: &str| {
        let words = line.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| is_any(word, known)).count()
    };
    let counts = text
        .lines()
        .map(|line| (count(line, WESTERN_WORDS), count(line, POLISH_WORDS)));
    let (western, polish) = counts
        .into_iter()
        .find(|(western, polish)| western + polish > 0)
        .unwrap_or_default();
    let (own, other) = match is_western(encoding) {
        true => (western, polish),
        false => (polish, western),
    };
    if own > other { HEADINGS } else { 0 }
}

/// What the words of the headings say for Turkish.
pub(super) fn turkish_headings(text: &str) -> i64 {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let known = |word: &str| is_any(word, TURKISH_WORDS);
    i64::from(words.any(known)) * HEADINGS
}

/// Says whether one language has all letters of a word that are not ASCII, of those that a table is for.
pub(super) fn is_of_one(word: &[char], family: Family) -> bool {
    let alphabets: &[&str] = match family {
        Family::Western => &WESTERN,
        Family::Central => &CENTRAL,
        Family::Turkish => &TURKISH,
    };
    let lower = |c: &char| c.to_lowercase().next().unwrap_or(*c);
    let foreign = || word.iter().filter(|c| !c.is_ascii()).map(lower);
    alphabets
        .iter()
        .any(|letters| foreign().all(|c| letters.contains(c)))
}

/// Says whether a word is all Polish letters, some of which are the bytes of no letter in any other script.
pub(super) fn is_polish(word: &[char]) -> bool {
    let foreign = || word.iter().filter(|c| !c.is_ascii());
    foreign().all(|c| "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ".contains(*c))
        && foreign().any(|c| "ąłśźżŁŚŹŻ".contains(*c))
}
