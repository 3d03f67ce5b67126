//! What the name of a file or a sheet, or the title of a list, says of all who stand in it.

use super::part::{LISTED, RESERVE, is_away, is_coming, without_count};
use super::{How, Wishes, file_name};
use crate::import::columns::{heading, is_any};
use crate::import::standing::{self, Standing, answers};

/// Names of sheets of people who have not signed up, as [`heading`] writes them.
const OTHERS: &str = "mailing list|newsletter|newsletter list|all members|member list|members list|membership list|invite list|\
    invitation list|contacts|contact list|all contacts|subscribers|archive|archived|verteiler|mailverteiler|alle mitglieder|\
    mitgliederliste|kontakte|einladungsliste|archiv|liste de diffusion|tous les membres|tous les adherents|\
    lista de correo|todos los socios|todos los miembros|contactos|archivo|lista mailingowa|wszyscy czlonkowie|kontakty|\
    archiwum|rhestr bostio|pob aelod|cysylltiadau|archif";

/// Names of sheets of people who have.
const SIGNED_UP: &str = "sign ups|signups|signed up|rsvps|rsvp yes|rsvps yes|registrations|registered|attendees|attending|\
    bookings|booked|participants|delegates|coming|confirmed|anmeldungen|angemeldet|teilnehmer|teilnehmende|zusagen|\
    inscriptions|inscrits|inscripciones|inscritos|asistentes|zgloszenia|zapisy|zapisani|uczestnicy|\
    cofrestriadau|mynychwyr|yn dod";

/// Names of sheets of people of whom only some need have signed up, beside [`OTHERS`].
const ASKED: &str = "members|our members|invited|invitees|invites|invitations|mailing|address book|address list|supporters|\
    mitglieder|eingeladen|eingeladene|einladungen|adressbuch|adressliste|unterstutzer|membres|adherents|invitations envoyees|\
    carnet d adresses|socios|miembros|invitados|invitaciones|simpatizantes|libreta de direcciones|czlonkowie|zaproszeni|\
    zaproszenia|ksiazka adresowa|aelodau|gwahoddiadau|gwahoddedigion|llyfr cyfeiriadau|arakeen|davat";

/// Names of sheets of what was answered through a form, without numbers, beside [`SIGNED_UP`].
const ANSWERED: &str = "form responses|form response|responses|form answers|rsvp|replies|going|formularantworten|antworten|\
    reponses au formulaire|reponses|respuestas de formulario|respuestas del formulario|respuestas|odpowiedzi|\
    odpowiedzi z formularza|liczba odpowiedzi|ymatebion|ymatebion i r ffurflen|jawabat";

/// Tells whether the name of a sheet says that its people are those who might sign up, and not that they have.
pub(super) fn is_of_all(title: &str) -> bool {
    let words = without_numbers(title);
    let mut all = OTHERS.split('|').chain(ASKED.split('|'));
    all.any(|one| one == words)
}

/// Tells whether the name of a sheet says that its people have signed up or answered, for an event in some `years`.
pub(super) fn has_answered(title: &str, years: &[i32]) -> bool {
    let words = without_numbers(title);
    let is_answered = ANSWERED.split('|').any(|one| one == words);
    is_answered || whose(title, years) == Some(Whose::SignedUp)
}

/// The name of a sheet without its numbers.
fn without_numbers(title: &str) -> String {
    let said = heading(title);
    let is_word = |word: &&str| !word.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<&str> = said.split(' ').filter(is_word).collect();
    words.join(" ")
}

/// What the name of a sheet says of who its people are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// They have signed up for this event.
    SignedUp,
    /// They have not, or for that of another year, or do not come.
    Others,
}

/// Tells whose sheet one is whose name says so plainly and nothing else, for an event in some `years`.
pub(super) fn whose(title: &str, years: &[i32]) -> Option<Whose> {
    let said = heading(title);
    let year = |word: &str| word.parse().ok().filter(|year| (2000..2100).contains(year));
    let named: Vec<i32> = said.split(' ').filter_map(year).collect();
    let words: Vec<&str> = said
        .split(' ')
        .filter(|word| year(word).is_none())
        .collect();
    let words = words.join(" ");
    let is_one_of = |known: &str| is_any(&words, known);
    let is_of_year = named.iter().all(|year| years.contains(year));
    if is_one_of(OTHERS) || of_title(title) > Some(Standing::Pending) {
        return Some(Whose::Others);
    }
    match (words.is_empty(), named.is_empty() || years.is_empty()) {
        (true, false) if is_of_year => Some(Whose::SignedUp),
        (true, false) => (named.len() == 1).then_some(Whose::Others),
        _ => (is_of_year && is_one_of(SIGNED_UP)).then_some(Whose::SignedUp),
    }
}

/// Returns what the title of a list beside others, the name of a sheet, or that of a file without one says of all who
/// stand in it, and a note that says so: that they do not come, or wait. Only such a title says that they come.
/// The name of a file counts for the `event` that is read for, and for the only sheet that nobody has named.
pub(super) fn all_are(file: &str, how: &How, event: &Wishes) -> Option<(Standing, String)> {
    let counts = |standing: Standing| {
        let word = standing.said();
        format!("counts as {word} if the row says nothing else")
    };
    if let Some(title) = &how.titled
        && let Some(standing) = of_title(title).or(how.answered)
    {
        let note = format!(
            "its columns stand below \"{title}\": whoever stands in them {}",
            counts(standing)
        );
        return Some((standing, note));
    }
    let sheet = named_sheet(how);
    let title = sheet.unwrap_or_else(|| without_folder(file));
    // What stands in `list.rejected.csv` was not rejected by any source.
    let stem = title.split('.').next().unwrap_or(title);
    let standing = match sheet {
        Some(title) => stated_of(title),
        None if heading(stem).contains("rejected") => None,
        None => stated_of(stem).or_else(|| file_name::said(title, event)),
    }?;
    let title = sheet.unwrap_or_else(|| without_ending(title));
    let what = match sheet {
        Some(_) => "sheet",
        None => "file",
    };
    let note = format!(
        "the {what} is called \"{title}\": whoever stands in it {}",
        counts(standing)
    );
    Some((standing, note))
}

/// Returns a note where the name of a file, or of a sheet, may say that all in it wait or do not come and [`all_are`] does not
/// take it at its word.
pub(super) fn may_be(file: &str, how: &How) -> Option<String> {
    let name = without_ending(without_folder(file));
    let sheet = how
        .sheet
        .as_deref()
        .filter(|title| file_name::may_say(title));
    let (what, title) = match sheet {
        Some(title) => ("sheet", title),
        None => ("file", Some(name).filter(|name| file_name::may_say(name))?),
    };
    let is_told = how.all_are.is_some() || how.titled.is_some();
    (!is_told).then(|| {
        format!(
            "the {what} is called \"{title}\", which takes nobody's place away; if nobody in it comes, or all of them wait, \
             call it \"Cancelled\" or \"Waiting list\""
        )
    })
}

/// What a sheet is called that nobody has given a name, without its number, as [`heading`] writes it, between bars.
const UNNAMED: &str =
    "sheet|worksheet|tabelle|tabellenblatt|feuil|feuille|hoja|arkusz|taflen|data|export";

/// The name of the sheet that was taken, if somebody has given it one.
fn named_sheet(how: &How) -> Option<&str> {
    let is_named = |title: &&str| {
        let said = heading(title);
        let word = without_count(&said);
        !word.is_empty() && !is_any(word, UNNAMED)
    };
    how.sheet.as_deref().filter(is_named)
}

fn without_folder(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

fn without_ending(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(name, _)| name)
}

/// Returns what the title of one of several lists says of all who stand in it, if it says nothing else: what is cancelled may
/// be a workshop, and what a yes or a no answers stands elsewhere.
pub(super) fn of_title(title: &str) -> Option<Standing> {
    let words = heading(title);
    let words = without_count(&words);
    if words.len() < 4 || standing::is_no(words) {
        return None;
    }
    let own: Vec<&str> = words
        .split(' ')
        .filter(|word| !LISTED.contains(word))
        .collect();
    let own = own.join(" ");
    let pends = || standing::exactly(&own).filter(|said| *said == Standing::Pending);
    let comes =
        || (own.is_empty() || is_coming(words) || is_coming(&own)).then_some(Standing::Coming);
    stated_of(title).or_else(pends).or_else(comes)
}

/// As [`of_title`], of a title that is one of several answers: `Yes` says so only beside a `No`.
pub(super) fn of_answer(title: &str) -> Option<Standing> {
    answers::bare(without_count(&heading(title)))
}

/// As [`all_are`], of a name alone.
fn stated_of(title: &str) -> Option<Standing> {
    let words = heading(title);
    let said = |fits: fn(&str) -> bool| {
        let left: Vec<&str> = words.split(' ').filter(|word| fits(word)).collect();
        stated(&left.join(" "))
    };
    said(is_word).or_else(|| said(|word| is_word(word) && !LISTED.contains(word)))
}

/// Tells whether it is no number, which counts those in the list or says when it was made.
fn is_word(word: &str) -> bool {
    !word.starts_with(|c: char| c.is_ascii_digit())
}

fn stated(words: &str) -> Option<Standing> {
    let off = || standing::is_plainly_off(words) && !words.contains(' ');
    let known = standing::exactly(words).or_else(|| off().then_some(Standing::Cancelled));
    let known = known.or_else(|| {
        let of_part = || is_away(words).then_some(Standing::Cancelled);
        let waits = RESERVE.contains(&words).then_some(Standing::Waiting);
        waits.or_else(of_part)
    });
    known.filter(|standing| words.len() > 3 && *standing > Standing::Pending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_sheet_may_say_plainly_whose_it_is() {
        for title in [
            "2023",
            "Mailing list",
            "Mailing list 2024",
            "All members",
            "Contacts",
            "Not coming",
            "Warteliste",
        ] {
            assert_eq!(whose(title, &[2024]), Some(Whose::Others), "{title}");
        }
        for title in [
            "2024",
            "Sign-ups",
            "Sign ups 2024",
            "RSVP yes",
            "Anmeldungen",
        ] {
            assert_eq!(whose(title, &[2024]), Some(Whose::SignedUp), "{title}");
        }
        for title in [
            "",
            "Members",
            "Invited",
            "Sheet1",
            "Sign ups 2023",
            "Sign-ups Dec 2023",
            "2023-24",
            "2023-12-20",
            "Tickets (from 1 Nov 2023)",
            "Guest tickets",
            "Rota",
        ] {
            assert_eq!(whose(title, &[2024]), None, "{title}");
        }
        assert_eq!(whose("2023", &[]), None);
    }

    #[test]
    fn the_name_of_a_sheet_or_a_file_may_say_it_of_all() {
        let wishes = Wishes {
            years: vec![2024],
            ..Wishes::default()
        };
        let said = |file: &str, sheet: Option<&str>| {
            let how = How {
                sheet: sheet.map(String::from),
                ..How::default()
            };
            all_are(file, &how, &wishes).map_or("", |(standing, _)| standing.word())
        };
        for (title, expected) in [
            ("Cancelled", "cancelled"),
            ("Refunded orders 2024", "cancelled"),
            ("Absagen", "cancelled"),
            ("Waiting list", "waiting"),
            ("Warteliste (12)", "waiting"),
            ("Reserves", "waiting"),
            ("Attending", ""),
            ("Attending and cancelled", ""),
            ("Not cancelled", ""),
            ("Pending", ""),
            ("Sheet1", ""),
            ("List", ""),
            ("", ""),
        ] {
            assert_eq!(said("a.xlsx", Some(title)), expected, "{title}");
        }
        for (file, expected) in [
            ("lists/cancelled.csv", "cancelled"),
            ("imports/cancelled.rejected-2.csv", "cancelled"),
            ("waiting-list.csv", "waiting"),
            ("imports/list.rejected.csv", ""),
            ("rejected.csv", ""),
            ("cancelled/attending.csv", ""),
            ("signups.csv", ""),
        ] {
            assert_eq!(said(file, None), expected, "{file}");
        }
    }
}
