//! What the name of a file says of all who stand in it. A spreadsheet in the browser calls the download of one sheet
//! `<document> - <sheet>.csv`, and whoever saves a list by hand puts a day, the event or a `Copy of` beside the word.

use super::Wishes;
use super::part::{AWAY, LISTED, RESERVE, is_away};
use crate::import::columns::{heading, holds_any, is_any, is_weekday, means_event, month};
use crate::import::standing::{self, DOUBT, Standing, is_waiting_list, leaving};

/// What stands between the name of a document and that of its sheet.
const DASH: &str = " - ";

/// How the name of a copy begins, as [`heading`] writes it.
const COPY_OF: [&str; 6] = [
    "copy of ",
    "kopie von ",
    "copie de ",
    "copia de ",
    "kopia ",
    "copi o ",
];

/// Words beside others that say nothing of people, between bars.
const BESIDE: &str = "copy|kopie|copie|copia|kopia|copi|export|exported|download|final|latest|updated|neu|aktuell|\
    aktuelle|finale|ostateczna|diweddaraf";

/// Small words before a day, between bars.
const ON: &str =
    "as|at|of|on|up|to|from|until|am|vom|bis|stand|le|du|au|el|del|al|dia|dnia|z|do|ar|hyd|ko|tak";

/// Small words before what the event is called, between bars.
const FOR: &str = "for|of|the|our|to|s|fur|die|das|der|zur|zum|pour|la|l|para|el|na|ar|gyfer|y|yr";

/// What a list of those who have signed up is called, between bars, beside the event and its days. Whatever else a document is
/// called, it may be of something else that is cancelled or waited for: nobody can list all of that.
const SIGN_UPS: &str = "sign|signs|up|ups|signup|signups|attendee|attendees|attendance|guest|guests|participant|participants|\
    delegate|delegates|registration|registrations|registrants|response|responses|reply|replies|booking|bookings|ticket|\
    tickets|rsvp|rsvps|form|list|people|name|names|conf|meeting|\
    teilnehmer|teilnehmerinnen|teilnehmende|teilnehmerliste|anmeldung|anmeldungen|anmeldeliste|gaste|gasteliste|buchung|\
    buchungen|antworten|ruckmeldungen|formular|formularantworten|liste|treffen|\
    participantes|inscription|inscriptions|inscrits|inscrites|reservation|reservations|reponse|reponses|billets|\
    formulaire|rencontre|reunion|\
    asistente|asistentes|inscripcion|inscripciones|inscritos|inscritas|reservas|respuestas|entradas|formulario|lista|\
    encuentro|\
    uczestnik|uczestnicy|uczestnikow|goscie|gosci|zapisy|zapisow|zapisani|zgloszenia|zgloszen|rejestracja|rejestracje|\
    rezerwacje|odpowiedzi|bilety|formularz|formularza|spotkanie|\
    cofrestru|cofrestriad|cofrestriadau|mynychwyr|gwesteion|archebion|ymatebion|tocynnau|ffurflen|rhestr|cyfarfod|\
    naam|shuraka|mehman|indraj|jawab|jawabat|fehrist";

/// Small words between them, between bars.
const SMALL: &str = "von|de|o|a|in|at|i|r|and|und|et|e|all|our|fuer|w";

/// What else than the event somebody may cancel or wait for, beside [`standing::is_thing`], between bars: a document that is
/// called so is of that, also where the event is called so too.
const OF_ELSE: &str = "membership|memberships|member|members|newsletter|newsletters|mailing|subscription|subscriptions|\
    subscribers|donors|donations|debits|volunteer|volunteers|stewards|speaker|speakers|talk|talks|paper|papers|proposals|\
    workshops|session|sessions|course|courses|class|classes|training|party|gala|reception|tours|trips|excursion|\
    excursions|walk|coaches|transfer|transfers|rooms|camping|stall|stalls|stallholders|exhibitors|sponsors|suppliers|\
    events|meetings|conferences|agm|social|ceilidh|quiz|concert|merchandise|payments|invoices|equipment|allotment|allotments|\
    mitglied|mitglieder|mitgliedschaft|spenden|helfer|referenten|vortrage|kurs|kurse|feier|ausflug|fuhrung|rechnungen|\
    veranstaltungen|stande|aussteller|stadtfuhrung|abos|\
    adhesion|adhesions|adherents|membres|abonnes|abonnement|dons|benevoles|intervenants|atelier|ateliers|cours|fete|\
    visite|visites|sortie|evenements|factures|garderie|stands|\
    socios|miembros|suscripciones|donaciones|voluntarios|ponentes|taller|talleres|curso|cursos|fiesta|visita|excursiones|\
    eventos|facturas|guarderia|\
    czlonkowie|czlonkostwo|darowizny|wolontariusze|prelegenci|warsztat|warsztaty|kurs|kursy|impreza|wycieczka|\
    wydarzenia|faktury|parkingi|\
    aelodau|aelodaeth|rhoddion|gwirfoddolwyr|siaradwyr|gweithdy|gweithdai|cwrs|taith|digwyddiadau|anfonebau|\
    arakeen|razakar|muqarrireen";

/// What a name holds that may say of all that they wait or do not come, between bars.
const MAY_SAY: &str = "waiting list|waitlist|wait list|waitlisted|waitinglist|reserve list|warteliste|nachruckliste|\
    liste d attente|lista de espera|lista rezerwowa|rhestr aros|intezar ki list|not coming|not attending|no longer coming|\
    no longer attending|dropped out|kommt nicht|kommen nicht|ne viennent pas|no vienen|nie przyjda|ddim yn dod";

/// Words that say of somebody that they are not in it, between bars.
const WITHOUT: &str = "without|excluding|excl|except|minus|removed|ohne|ausser|sans|sauf|hors|sin|excepto|bez|oprocz|heb|baghair";

/// Returns what the name of a file, or of one sheet of a document, says plainly of all who stand in it, if the document is of
/// those who sign up for an event: that they wait or do not come.
pub(super) fn said(name: &str, event: &Wishes) -> Option<Standing> {
    if name.contains('?') {
        return None;
    }
    let (document, sheet) = parts(name)?;
    let is_meant = is_of_sign_ups(&document, &heading(&event.event));
    if !is_meant || names_another_year(&document, &event.years) {
        return None;
    }
    of_sheet(&sheet, &event.years)
}

/// Returns what a name calls a document, which may be nothing, and its sheet, as [`heading`] writes both; none if it says
/// what was rejected here, which is not told from what a source has rejected.
fn parts(name: &str) -> Option<(String, String)> {
    let name = name.replace(" \u{2013} ", DASH).replace(" \u{2014} ", DASH);
    let mut parts: Vec<&str> = name.split(DASH).collect();
    let sheet = parts.pop()?;
    parts.push(sheet.split('.').next().unwrap_or(sheet));
    while parts.len() > 1 && parts.last().is_some_and(|part| is_beside(part)) {
        parts.pop();
    }
    let sheet = heading(parts.pop()?);
    let document = heading(&parts.join(" "));
    let is_rejected = document.contains("reject") || sheet.contains("reject");
    (!is_rejected).then_some((document, sheet))
}

/// Tells whether a document is called by nothing but the sign-ups, the event and its days.
fn is_of_sign_ups(document: &str, event: &str) -> bool {
    let all = || document.split(' ').filter(|word| !word.is_empty());
    let is_dated = all().any(is_number);
    let is_own = |word: &str| {
        word.len() > 3
            && event.split(' ').any(|own| own == word)
            && !is_any(word, OF_ELSE)
            && !standing::is_thing(word)
    };
    let known = [SIGN_UPS, SMALL, BESIDE, ON, FOR];
    all().all(|word| {
        // One weekday of several may be cancelled by itself.
        let is_of_day = is_number(word) || is_day(word) && is_dated && !starts_with_digit(word);
        let is_month = is_day(word) && !starts_with_digit(word) && !is_weekday(word);
        let is_doubted = DOUBT.contains(&word) || is_any(word, WITHOUT);
        let is_known = || known.iter().any(|words| is_any(word, words)) || means_event(word);
        !is_doubted && (is_of_day || is_month || is_known() || is_own(word))
    })
}

/// As [`said`], of the part that is no document's name.
fn of_sheet(words: &str, years: &[i32]) -> Option<Standing> {
    let copied = COPY_OF
        .into_iter()
        .find_map(|before| words.strip_prefix(before));
    let all: Vec<&str> = copied.unwrap_or(words).split(' ').collect();
    let is_said = |word: &&str| !is_day(word) && !is_any(word, BESIDE);
    let mut own: Vec<&str> = all.iter().copied().filter(is_said).collect();
    if all.iter().any(|word| is_day(word)) {
        while own.len() > 1 && own.last().is_some_and(|word| is_any(word, ON)) {
            own.pop();
        }
    }
    if let Some(said) = plainly(&own) {
        return Some(said);
    }
    if !own.iter().any(|word| means_event(word)) || names_another_year(words, years) {
        return None;
    }
    let is_left = |word: &&str| !means_event(word) && !is_any(word, FOR);
    let left: Vec<&str> = own.into_iter().filter(is_left).collect();
    // `Conference cancelled` is said of the conference.
    plainly(&left)
        .filter(|said| *said == Standing::Waiting || AWAY.contains(left.join(" ").as_str()))
}

/// Returns what words say that say nothing else, but for whom they list.
fn plainly(words: &[&str]) -> Option<Standing> {
    let of = |words: &str| {
        let waits = || is_waiting_list(words) || RESERVE.contains(&words);
        let is_off = || is_away(words) || words == "apologies" || leaving::is_said(words);
        if waits() {
            return Some(Standing::Waiting);
        }
        (words.len() > 3 && is_off()).then_some(Standing::Cancelled)
    };
    let unlisted = words.iter().copied().filter(|word| !LISTED.contains(word));
    let unlisted = || unlisted.collect::<Vec<&str>>().join(" ");
    of(&words.join(" ")).or_else(|| of(&unlisted()))
}

/// Tells whether the name of a file or a sheet holds words that may say it, among others.
pub(super) fn may_say(name: &str) -> bool {
    let words = heading(name);
    let is_off =
        |word: &str| is_away(word) || standing::is_plainly_off(word) && !word.starts_with("reject");
    let is_doubted = |word: &str| DOUBT.contains(&word) || is_any(word, WITHOUT);
    let of_part = || {
        let parts = parts(name).filter(|(document, _)| !document.is_empty());
        parts.and_then(|(_, sheet)| of_sheet(&sheet, &[]))
    };
    (words.split(' ').any(is_off) || holds_any(&words, MAY_SAY) || of_part().is_some())
        && !words.split(' ').any(is_doubted)
}

/// Tells whether a part of a name says only when it was made, or that it is a copy.
fn is_beside(part: &str) -> bool {
    let words = heading(part);
    let all = || words.split(' ');
    all().any(|word| !word.is_empty())
        && all().all(|word| is_day(word) || is_any(word, BESIDE) || is_any(word, ON))
}

fn is_day(word: &str) -> bool {
    // `list` begins a Polish month.
    let is_month = || month(word).is_some() && !LISTED.contains(word);
    starts_with_digit(word) || is_weekday(word) || is_month()
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Tells whether a word is a number, or the count of a day.
fn is_number(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    starts_with_digit(word) && is_any(rest, "|st|nd|rd|th")
}

/// Tells whether a name is, or may be, that of an event of another year: two digits are one where they are no day.
fn names_another_year(words: &str, years: &[i32]) -> bool {
    if years.is_empty() {
        return false;
    }
    let words: Vec<&str> = words.split(' ').collect();
    let year = |word: &&str| word.parse().ok().filter(|year| (2000..2100).contains(year));
    let mut named = words.iter().filter_map(year).peekable();
    if named.peek().is_some() {
        return named.any(|year| !years.contains(&year));
    }
    let short = |word: &str| word.parse().ok().filter(|_| word.len() == 2);
    let is_another = |year: i32| !years.contains(&(2000 + year));
    let is_month = |at: usize| words.get(at).is_some_and(|word| month(word).is_some());
    let is_digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut at = 0;
    words
        .chunk_by(|one, other| is_digits(one) == is_digits(other))
        .any(|run| {
            at += run.len();
            match run {
                [one] => !is_month(at) && short(one).is_some_and(is_another),
                // A day in numbers begins or ends with the year.
                [one, _, other] if is_digits(one) => {
                    let mut ends = [one, other].into_iter();
                    ends.all(|end| short(end).is_none_or(is_another))
                }
                _ => false,
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(name: &str) -> &'static str {
        let event = Wishes {
            years: vec![2024],
            event: "Members' Assembly Blackburn".to_string(),
            ..Wishes::default()
        };
        said(name, &event).map_or("", Standing::word)
    }

    #[test]
    fn the_name_of_a_file_says_it_of_all_where_it_says_nothing_else() {
        for name in [
            "Conference sign-ups - Cancelled.csv",
            "Conference sign-ups - Cancelled (1).csv",
            "Conf. sign-ups 2024 \u{2013} Cancellations.csv",
            "Blackburn, 13 April - Not coming.csv",
            "Sign-ups - Cancelled - Copy.csv",
            "Sign-ups - Apologies.csv",
            "Anmeldungen - Abgesagt.csv",
            "Inscriptions - D\u{e9}sistements.csv",
            "Inscripciones - Cancelados.csv",
            "Zapisy - Anulowani.csv",
            "Cofrestru - Wedi canslo.csv",
            "Naam - cancel ho gaya.csv",
            "Cancellations April.csv",
            "Conference cancellations.csv",
            "Copy of Cancelled.csv",
            "Copy of Event registration form (Responses) - Cancelled.csv",
            "Guest list 13.04.24 - Cancelled.csv",
            "Conference 24 - Cancelled.csv",
            "G\u{e4}steliste - Abgesagt.csv",
            "Lista uczestnik\u{f3}w - Anulowani.csv",
            "Conference sign-ups - Cancelled.rejected-2.csv",
        ] {
            assert_eq!(word(name), "cancelled", "{name}");
        }
        for name in [
            "Conference sign-ups - Waiting list.csv",
            "Conference waiting list.csv",
            "Waiting list for the conference 2024.csv",
            "Waiting list 3 April.csv",
            "Waiting list as at 3 April.csv",
            "Waiting list - 3 April.csv",
            "Copy of Waiting list.csv",
            "waitlist-export.csv",
            "Kopie von Warteliste.csv",
            "Copia de Lista de espera.csv",
            "Warteliste Konferenz.csv",
        ] {
            assert_eq!(word(name), "waiting", "{name}");
        }
    }

    #[test]
    fn a_name_that_is_of_something_else_says_nothing_of_all() {
        for name in [
            "Cancelled event 2023 - attendees.csv",
            "Cancelled - Attendees.csv",
            "Conference cancelled.csv",
            "Abgesagte Konferenz.csv",
            "Conference 2023 - Cancelled.csv",
            "Conference 2023 waiting list.csv",
            "no-show list.csv",
            "refund policy - attendees.csv",
            "Waiting list and attendees.csv",
            "Waiting list - now confirmed.csv",
            "Waiting list (moved up).csv",
            "Jo Waiting.csv",
            "Sign-ups - not cancelled.csv",
            "Sign-ups without - cancelled.csv",
            "Sign-ups - Cancelled?.csv",
            "Membership - Cancelled.csv",
            "Members - Expired.csv",
            "Members - Cancelled.csv",
            "Standing orders - Cancelled.csv",
            "Direct debit - Cancelled.csv",
            "Magazine - Cancelled.csv",
            "Candidates - Withdrawn.csv",
            "Zoom - Cancelled.csv",
            "Fringe - Waiting list.csv",
            "Last year - Cancelled.csv",
            "Saturday - Cancelled.csv",
            "Spring conference 23 - Cancelled.csv",
            "Conference 23 - Cancelled.csv",
            "Sign-ups 13.04.23 - Cancelled.csv",
            "Attendees 13 April 23 - Cancelled.csv",
            "Workshop 2 - Waiting list.csv",
            "Friday dinner - Cancelled.csv",
            "Events - Cancelled.csv",
            "Workshop waiting list.csv",
            "Talks - Rejected.csv",
            "Newsletter - Failed.csv",
            "Sign-ups - Sheet1.csv",
            "Sign-ups.csv",
            "3 April.csv",
            " - .csv",
            "",
        ] {
            assert_eq!(word(name), "", "{name}");
        }
    }

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [SIGN_UPS, SMALL, BESIDE, ON, FOR, OF_ELSE, MAY_SAY, WITHOUT] {
            for word in words.split('|') {
                assert_eq!(heading(word), word);
            }
        }
    }
}
