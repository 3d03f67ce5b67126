//! What stands around the people of a list, or between them, in the column of their names.

use super::columns::{heading, is_weekday, month};

/// Why a row of a heading is about nobody.
pub(super) const HEADING: &str = "it looks like the heading of a part of the list: if it is somebody, add an address or a number";

/// Words before a remark on whom to ask, as [`heading`] writes them.
const ASKING: &str = "question|questions|query|queries|enquiries|inquiries|contact|fragen|ruckfragen|kontakt|contacto|preguntas|\
    pytania|cwestiynau|cyswllt";

/// Words before somebody who has to do with the list and need not be on it.
const ROLES: &str = "organiser|organisers|organizer|organizers|organisator|organisation|organisateur|organisatrice|organizador|\
    organizadora|organizator|trefnydd|host|coordinator|author";

/// Words that go on a remark on whom to ask, where no mark does.
const JOINTS: &str = "to|at|about|for|us|an|bei|uber|a|au|pour|sur|para|sobre|do|na|i";

/// What sums up a column of numbers.
const SUMS: &str = "insgesamt|gesamtzahl|nombre de participants|nombre de personnes|nombre total|numero de asistentes|\
    liczba uczestnikow|ogolem|lacznie|headcount|head count|number of people|number of attendees|cyfanswm|average|\
    averages|avg|mean|median|count|number|durchschnitt|mittelwert|anzahl|moyenne|mediane|nombre|promedio|media|\
    cantidad|srednia|liczba|cyfartaledd|nifer";

/// How remarks begin that no name begins like.
const STARTS: &str = "key:|legend:|note:|notes:|nb:|n.b.:|p.s.|source:|hinweis:|anmerkung:|legende:|remarque|légende|nota:|\
    leyenda:|uwaga:|uwagi:|legenda:|nodyn:|last updated|end of |ende der |fin de la |fin du |fin de l|\
    koniec listy|diwedd y ";

/// How sentences begin that ask for something; they go on for two words at least.
const REQUESTS: &str = "please|bitte|merci de|por favor|prosimy|write to|email us";

/// Of what remarks tell how many they are.
const COUNTED: &str = "people|persons|names|attendees|participants|guests|entries|rows|in total|total|personen|teilnehmer|\
    teilnehmende|gaste|platze|personnes|inscrits|invites|places|personas|asistentes|inscritos|plazas|osob|osoby|\
    uczestnikow|miejsc|pobl|enwau";

/// Headings of parts of a list that are nobody's whole name.
const HEADINGS: &str = "speakers|attendees|participants|guests|volunteers|organisers|organizers|staff|members|committee|stewards|\
    helpers|delegates|children|adults|online|in person|on zoom|spare|spares|vacant|notes|remarks|comments|end|\
    the end|morning|afternoon|evening|confirmed|new|others|referenten|referentinnen|referierende|teilnehmer|\
    teilnehmende|teilnehmerinnen|gaste|helfer|helfende|mitglieder|vorstand|kinder|notizen|ende|vormittag|\
    nachmittag|abend|sonnabend|intervenants|intervenantes|invites|benevoles|membres|en ligne|sur place|\
    remarques|matin|apres midi|soir|ponentes|participantes|asistentes|invitados|voluntarios|voluntarias|\
    miembros|en linea|notas|prelegenci|prelegentki|uczestnicy|goscie|wolontariusze|czlonkowie|uwagi|koniec|\
    sroda|sobota|niedziela|siaradwyr|mynychwyr|gwesteion|gwirfoddolwyr|aelodau|nodiadau|diwedd|dydd gwener|\
    dydd sadwrn|dydd sul|bore|prynhawn|nos";

/// What is counted by a number in headings, and by a letter too as far as it is no surname.
const PARTS: &str = "table|group|team|tisch|gruppe|groupe|equipe|mesa|grupo|equipo|stolik|grupa|bwrdd|grwp|room|session|workshop|\
    page|day|part|list|bus|coach|slot|raum|seite|tag|liste|salle|jour|sala|dia|lista|dzien|strona|ystafell|\
    diwrnod";
/// How many of them may have a letter.
const LETTERED: usize = 14;

/// What may stand beside a day of the week.
const DAYTIMES: &str = "the|of|den|le|el|de|morning|afternoon|evening";

/// Tells whether a text says whom to ask about the list.
pub(super) fn asks(text: &str) -> bool {
    let (first, rest) = first_word(text);
    let marked = rest.starts_with([':', '?']);
    // Nearly all names end here: their second word has a capital letter.
    if !marked && !rest.trim_start().starts_with(char::is_lowercase) {
        return false;
    }
    let goes_on = || {
        let rest = heading(rest);
        holds(JOINTS, rest.split(' ').next().unwrap_or_default())
    };
    holds(ASKING, &heading(first)) && (marked || goes_on())
}

/// Tells whether a text that stands for the name of somebody of whom nothing else is known is a remark.
pub(super) fn is_one(text: &str) -> bool {
    let text = text.trim();
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_alphabetic)
    };
    // Nearly all names are words with a capital letter each, as no remark is.
    if text.contains(' ') && text.split(' ').all(capital) {
        return false;
    }
    let (lower, said) = (text.to_lowercase(), heading(text));
    let (first, rest) = first_word(text);
    let small = text
        .split_whitespace()
        .nth(1)
        .is_some_and(|word| !word.starts_with(char::is_uppercase));
    let requests = |start: &str| {
        let rest = said
            .strip_prefix(start)
            .filter(|rest| rest.starts_with(' '));
        rest.is_some() && said.split(' ').count() > 2
    };
    // `Please, Jo` is somebody, and so is `N.B. Singh`.
    let asked = || small && (lower.starts_with("n.b. ") || REQUESTS.split('|').any(requests));
    let unnumbered = said.trim_start_matches(|c: char| c.is_ascii_digit());
    let counted = unnumbered.len() < said.len() && holds(COUNTED, unnumbered.trim());
    counted
        || rest.starts_with(':') && holds(ROLES, &heading(first))
        || is_framed(text)
        || holds(SUMS, without_number(&said))
        || STARTS.split('|').any(|start| lower.starts_with(start))
        || asked()
}

/// Tells whether a text that stands alone in its row is the heading of a part of a list: a day, a room, those who speak.
pub(super) fn is_heading(text: &str) -> bool {
    let said = heading(text);
    let words: Vec<&str> = said.split(' ').filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_part = match words[..] {
        [part, which] => PARTS
            .split('|')
            .position(|known| known == part)
            .is_some_and(|at| number(which) || at < LETTERED && which.len() == 1),
        _ => false,
    };
    let ordinal = |word: &str| {
        ["st", "nd", "rd", "th"]
            .iter()
            .any(|end| word.strip_suffix(*end).is_some_and(number))
    };
    let of_day = |word: &&str| {
        is_weekday(word)
            || month(word).is_some()
            || number(word)
            || ordinal(word)
            || holds(DAYTIMES, word)
    };
    let is_day = words.iter().any(|word| is_weekday(word)) && words.iter().all(of_day);
    is_day || is_part || text.trim_end().ends_with(':') || holds(HEADINGS, without_number(&said))
}

/// Leaves out how many somebody counted, at the end of a text.
fn without_number(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')
}

/// Tells whether a text is one of some words.
fn holds(words: &str, text: &str) -> bool {
    words.split('|').any(|word| word == text)
}

/// Parts a text behind its first word.
fn first_word(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| c.is_whitespace() || ":?,".contains(c));
    text.split_at(end.unwrap_or(text.len()))
}

/// Tells whether a text stands between lines of marks: `-- end --`, `*****`.
fn is_framed(text: &str) -> bool {
    let mark = |c: char| "-=*_~#–—".contains(c);
    let framed = |part: &str| part.chars().count() + 2 <= text.chars().count();
    framed(text.trim_start_matches(mark)) && framed(text.trim_end_matches(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_told_from_names() {
        for text in [
            "Questions? Write to a@example.org",
            "Questions to Jo",
            "Kontakt: Jo",
            "Preguntas a Jo",
        ] {
            assert!(asks(text), "{text}");
        }
        for text in [
            "Average",
            "Moyenne:",
            "End of report",
            "-- end --",
            "*** Ende ***",
            "12 people",
            "34 Personen",
            "Key: V = vegan",
            "N.B. doors open 9am",
            "Please print clearly",
            "Organiser: Jo Low",
        ] {
            assert!(is_one(text), "{text}");
        }
        for text in [
            "Saturday",
            "Sunday:",
            "Saturday 13 April 2024",
            "Samstag, 13. April",
            "Sobota",
            "Speakers",
            "Prelegenci",
            "Table 1",
            "Group B",
            "Tisch 2",
            "Siaradwyr (3)",
            "Day 2",
        ] {
            assert!(is_heading(text), "{text}");
        }
        for text in [
            "",
            "Ada Lovelace",
            "Sunday Okafor",
            "Jo",
            "Page",
            "Page J",
            "Day A",
            "N.B. Singh",
            "Please, Jo",
            "** Jo Low",
            "April",
            "May",
            "Contact Jo",
            "Frank Question",
            "Ende Kowalska",
            "Sol Media",
            "Organiser Jo",
            "Guest",
            "Noteboom",
            "Keya: Rao",
        ] {
            assert!(!asks(text) && !is_one(text) && !is_heading(text), "{text}");
        }
    }
}
