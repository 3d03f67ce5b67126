//! How people will attend, and with which ticket: whoever answers there that they do not come has said so.

use super::super::draft::Draft;
use super::super::heading::{heading, question};
use super::super::held::Held;
use super::super::tickets;
use super::super::words::is_any;
use super::attending::{first_sentence, is_asked};
use super::unread;
use crate::import::field::Field;
use crate::import::standing::leaving;

/// How the question begins that goes on as one whether somebody comes, between bars.
const HOW: &str = "how|in what way|in which way|wie|auf welche weise|in welcher form|comment|de quelle maniere|\
    sous quelle forme|como|de que forma|de que manera|jak|w jaki sposob|w jakiej formie|sut|sut y";

/// What else it may go on with, between bars, and how [`is_asked`] knows it.
const GOES_ON: &[(&str, &str)] = &[
    ("be joining us|be joining|be participating", "be attending"),
    ("joining us|joining|participating", "attending"),
    ("join us|join|participate in|participate", "attend"),
    ("would you prefer to|do you prefer to", "would you like to"),
];

/// Two ways to come, between bars. A question for only one of them may be answered by whoever comes by the other.
const WAYS: &str = "in person or online|in person or virtually|in person or virtual|in person or remotely|\
    in person or via zoom|in person or on zoom|in person or by zoom|in person or over zoom|online or in person|\
    virtually or in person|virtual or in person|remotely or in person|face to face or online|on site or online|\
    onsite or online|\
    vor ort oder online|online oder vor ort|in prasenz oder online|online oder in prasenz|prasenz oder online|\
    personlich oder online|\
    sur place ou en ligne|en ligne ou sur place|en presentiel ou a distance|en presentiel ou en ligne|\
    en presentiel ou en distanciel|a distance ou en presentiel|en personne ou en ligne|\
    presencial o en linea|presencialmente o en linea|en persona o en linea|presencial u online|en persona u online|\
    presencial o virtual|presencial o virtualmente|\
    stacjonarnie czy online|stacjonarnie lub online|online czy stacjonarnie|osobiscie czy online|osobiscie lub online|\
    na miejscu czy online|\
    wyneb yn wyneb neu ar lein|yn bersonol neu ar lein|mewn person neu ar lein|khud ya online|zaati taur par ya online";

/// Whole headings of columns of how people come, between bars.
const MANNERS: &str = "attendance mode|mode of attendance|attendance type|type of attendance|attendance format|\
    attendance method|method of attendance|attendance preference|attendance option|participation mode|\
    mode of participation|participation type|type of participation|participation format|\
    teilnahmeart|art der teilnahme|teilnahmeform|form der teilnahme|teilnahmemodus|\
    mode de participation|modalite de participation|modalites de participation|type de participation|\
    forme de participation|mode de presence|\
    modalidad de asistencia|modalidad de participacion|forma de asistencia|forma de participacion|\
    tipo de asistencia|tipo de participacion|\
    forma uczestnictwa|forma udzialu|tryb uczestnictwa|tryb udzialu|sposob uczestnictwa|rodzaj uczestnictwa|\
    dull mynychu|dull presenoldeb|math o bresenoldeb|shirkat ka tareeqa|shirkat ka tariqa";

/// Of so many kinds of ticket one may be that of those who do not come.
const MOST_TICKETS: usize = 40;

/// Takes from each such column who says there that they do not come. Nobody else says anything by it.
pub(in crate::import::columns) fn leave(draft: &mut Draft<'_>) {
    if draft.wished.contains(&Field::Status) {
        return;
    }
    for column in 0..draft.headings.len() {
        let is_told = draft.certain.contains(&column) && !draft.of(Field::Ticket).contains(&column)
            || draft.of(Field::Status).contains(&column)
            || draft.contents[column].filled == 0;
        if is_told {
            continue;
        }
        let is_ticket =
            draft.of(Field::Ticket).contains(&column) || tickets::is_other(draft, column);
        let leaves = if is_ticket {
            // Mostly there are millions of tickets of a few kinds.
            let kinds = unread::words(draft, column, MOST_TICKETS).unwrap_or_default();
            let waits = draft.beside.contains(&(Field::Status, column));
            waits || kinds.into_iter().any(leaving::is_said)
        } else {
            let is_free = !draft.is_used(column);
            is_free && asks_how(draft, column) && draft.any(column, leaving::is_said)
        };
        if leaves {
            draft.leaving.push(column);
        }
    }
}

/// Tells whether a column asks in which way somebody will attend the event.
pub(super) fn asks_how(draft: &Draft<'_>, column: usize) -> bool {
    let text = draft.table.header.get(column).map_or("", String::as_str);
    let first = match text.contains(['?', '(']) {
        true => first_sentence(text),
        false => "",
    };
    is_how(text, draft.held) || !first.is_empty() && is_how(first, draft.held)
}

fn is_how(text: &str, held: &Held) -> bool {
    let words = question(&heading(text));
    if is_any(&words, MANNERS) || is_any(&words, WAYS) {
        return true;
    }
    let mut how = HOW.split('|');
    let how = how.find_map(|how| words.strip_prefix(how)?.strip_prefix(' '));
    let mut ways = WAYS.split('|');
    let ways = ways.find_map(|ways| {
        let (before, behind) = words.split_once(ways)?;
        let is_whole = before.ends_with(' ') && (behind.is_empty() || behind.starts_with(' '));
        is_whole.then(|| format!("{}{behind}", before.trim_end()))
    });
    let asked = how.map(String::from).or(ways);
    asked.is_some_and(|asked| is_asked(&in_known_words(asked), text, held))
}

fn in_known_words(mut asked: String) -> String {
    for (words, known) in GOES_ON {
        let mut words = words.split('|');
        if let Some(word) = words.find(|word| super::super::words::holds(&asked, word)) {
            asked = asked.replacen(word, known, 1);
        }
    }
    asked
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::London;

    use super::*;

    #[test]
    fn how_somebody_attends_the_event_is_told_from_how_they_do_something_else() {
        let held = Held::in_zone(London);
        for text in [
            "How will you attend?",
            "How will you be joining us?",
            "How do you plan to attend the conference?",
            "How would you prefer to participate?",
            "Will you attend in person or online?",
            "Will you be attending the conference in person or via Zoom?",
            "In person or online?",
            "Attendance mode",
            "Wie nehmen Sie teil?",
            "Nimmst du vor Ort oder online teil?",
            "Comment participerez-vous ?",
            "¿Cómo vas a asistir?",
            "Jak będziesz uczestniczyć?",
            "Sut fyddwch chi'n mynychu?",
        ] {
            assert!(is_how(text, &held), "{text}");
        }
        for text in [
            "How will you attend the dinner?",
            "How will you attend on Friday?",
            "How will your guest attend?",
            "How did you hear about us?",
            "How will you travel?",
            "How many people will attend?",
            "Will you attend in person?",
            "Will you attend the dinner in person or online?",
            "Dinner attendance",
            "Wie kommen Sie zum Abendessen?",
            "Would you join us on the coach?",
        ] {
            assert!(!is_how(text, &held), "{text}");
        }
    }
}
