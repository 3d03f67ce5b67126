//! What the name of a file or a sheet, or the title of a list, says of all who stand in it.

use super::How;
use super::part::{LISTED, RESERVE, is_away, is_coming, without_count};
use crate::import::columns::heading;
use crate::import::standing::{self, Standing};

/// Words in the names of sheets of people who have not signed up, as [`heading`] writes them.
const OTHERS: &str = "mailing|newsletter|member|members|membership|invite|invites|invited|invitees|invitations|contacts|\
    supporters|subscribers|verteiler|mitglieder|eingeladene|einladungen|kontakte|membres|adherents|contactos|\
    miembros|socios|invitados|czlonkowie|zaproszeni|kontakty|aelodau|gwahoddiadau|cysylltiadau";

/// Words that say that they have signed up all the same.
const SIGNED_UP: &str = "sign|signup|signups|rsvp|rsvps|registration|registrations|registered|attendee|attendees|attending|\
    booking|bookings|booked|participants|delegates|coming|confirmed|anmeldung|anmeldungen|angemeldet|teilnehmer|\
    inscription|inscriptions|inscrits|inscripciones|inscritos|asistentes|zgloszenia|zapisy|uczestnicy|mynychwyr";

/// Words in the names of sheets that hold for nothing any more, or never did.
const VOID: &str = "old|archive|archived|template|example|last year|previous|vorlage|archiv|vorjahr|letztes jahr|modele|ancien|\
    anciens|anciennes|plantilla|antiguo|antiguos|archivo|szablon|archiwum|stare|templed|hen|archif";

/// Tells whether the name of a sheet says that its people have not signed up for an event in some `years`: a mailing list,
/// those of last year, and those who do not come.
pub(super) fn is_of_others(title: &str, years: &[i32]) -> bool {
    let said = format!(" {} ", heading(title));
    let has = |words: &str| {
        words
            .split('|')
            .any(|word| said.contains(&format!(" {word} ")))
    };
    let year = |word: &str| word.parse().ok().filter(|year| (2000..2100).contains(year));
    let named: Vec<i32> = said.split(' ').filter_map(year).collect();
    let is_of_year = named.is_empty() || named.iter().any(|year| years.contains(year));
    of_title(title) > Some(Standing::Coming)
        || !years.is_empty() && !is_of_year
        || has(VOID)
        || has(OTHERS) && !has(SIGNED_UP)
}

/// Returns what the title of a list beside others, the name of a sheet, or that of a file without one says of all who
/// stand in it, and a note that says so: that they do not come, or wait. Only such a title says that they come.
pub(super) fn all_are(file: &str, how: &How) -> Option<(Standing, String)> {
    let counts = |standing: Standing| {
        let word = standing.said();
        format!("counts as {word} if the row says nothing else")
    };
    if let Some(title) = &how.titled
        && let Some(standing) = of_title(title)
    {
        let note = format!(
            "its columns stand below \"{title}\": whoever stands in them {}",
            counts(standing)
        );
        return Some((standing, note));
    }
    let sheet = how.sheet.as_deref();
    let title = sheet.unwrap_or_else(|| {
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        // What stands in `list.rejected.csv` was not rejected by any source.
        name.split('.').next().unwrap_or(name)
    });
    if sheet.is_none() && heading(title).contains("rejected") {
        return None;
    }
    let standing = stated_of(title)?;
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

/// As [`all_are`], of a name alone.
fn stated_of(title: &str) -> Option<Standing> {
    let words = heading(title);
    let said = |fits: fn(&str) -> bool| {
        let left: Vec<&str> = words.split(' ').filter(|word| fits(word)).collect();
        stated(&left.join(" "))
    };
    let is_word = |word: &str| !word.starts_with(|c: char| c.is_ascii_digit());
    said(is_word).or_else(|| {
        said(|word| !word.starts_with(|c: char| c.is_ascii_digit()) && !LISTED.contains(word))
    })
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
    fn the_name_of_a_sheet_may_say_that_it_is_of_other_people() {
        for title in [
            "2023",
            "Sign ups 2023",
            "Mailing list",
            "All members",
            "Invite list",
            "Contacts",
            "Old",
            "Template",
            "Vorlage",
            "Mitglieder",
            "Zaproszeni",
            "Not coming",
            "Waiting list",
        ] {
            assert!(is_of_others(title, &[2024]), "{title}");
        }
        for title in [
            "2024",
            "Sheet1",
            "2023-2024",
            "Conference",
            "Sign ups",
            "RSVPs yes",
            "Members who signed up: bookings",
            "Coming",
            "Invited and confirmed",
        ] {
            assert!(!is_of_others(title, &[2024]), "{title}");
        }
        assert!(!is_of_others("2023", &[]));
    }

    #[test]
    fn the_name_of_a_sheet_or_a_file_may_say_it_of_all() {
        let said = |file: &str, sheet: Option<&str>| {
            let how = How {
                sheet: sheet.map(String::from),
                ..How::default()
            };
            all_are(file, &how).map_or("", |(standing, _)| standing.word())
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
