//! Columns that are called after the event, its day or the answer and hold nothing but answers to whether people come:
//! `13 April` and `Public meeting` above `Coming`, `Maybe` and `Can't come`.

use super::super::asides::is_aside;
use super::super::draft::Draft;
use super::super::heading::{heading, question};
use super::super::held::Held;
use super::super::words::{self, days, event, holds_any, is_any};
use super::{stated, unread};
use crate::import::field::Field;
use crate::import::standing::{Standing, answers, unanswered};

/// So many different answers there are at most.
const MOST_ANSWERS: usize = 24;

/// Such a column stands among the first; to look at thousands takes long.
const MOST_COLUMNS: usize = 500;

/// What an answer is called, between bars.
const ANSWERS: &str = "answer|answers|the answer|their answer|your answer|reply|replies|their reply|response|responses|\
    their response|said|says|they said|they say|what they said|what they say|what did they say|what was said|\
    answer given|answer on the phone|phone answer|coming or not|in or out|\
    antwort|antworten|ihre antwort|deine antwort|hat gesagt|was sie sagten|was sie gesagt haben|auskunft|\
    reponse|reponses|votre reponse|sa reponse|leur reponse|a dit|ce qu ils ont dit|ce qu elle a dit|ce qu il a dit|\
    respuesta|respuestas|su respuesta|tu respuesta|contestacion|dijo|lo que dijo|lo que dijeron|\
    odpowiedz|odpowiedzi|co powiedzieli|co powiedzial|co powiedziala|\
    ateb|atebion|eu hateb|eich ateb|ymateb|jawab|jawaab|un ka jawab|kya kaha";

/// What calendars write for an answer in languages in which no heading of theirs asks whether people come, between bars.
const CALENDARS: &str = "zugesagt|abgelehnt|mit vorbehalt|\
    zaakceptowano|zaakceptowane|odrzucono|odrzucone|wstepna akceptacja|wstepnie zaakceptowano|\
    derbyniwyd|gwrthodwyd|petrus";

/// What may stand beside the word for an event that is for all, between bars.
const FOR_ALL: &str = "public|open|big|general|community|town|local|our|offentliche|offentliches|offentlicher|grosse|\
    publique|ouverte|publica|abierta|publiczne|otwarte|cyhoeddus|agored|awami";

/// Words of something else that people come to or not, or of somebody else who does, between bars.
const OTHERS: &str = "party|social|reception|pub|bar|after|afterwards|afterparty|trip|coach|bus|minibus|lift|car|walk|hike|tour|\
    march|demo|rally|concert|ceilidh|disco|film|game|childcare|creche|training|rehearsal|practice|choir|band|set|setup|\
    setting|clear|cleaning|help|stall|leafleting|canvassing|committee|planning|workshop|workshops|session|sessions|talk|\
    seminar|course|class|panel|webinar|zoom|online|morning|afternoon|evening|night|breakfast|lunch|dinner|tea|drinks|\
    last|previous|past|former|next|other|another|partner|spouse|plus|child|children|kids|carer|helper|interpreter|\
    speaker|mp|press|photographer|agm|part|half|first|second|day|days|week|weekend|\
    feier|empfang|ausflug|fuhrung|fahrt|probe|aufbau|abbau|abend|vormittag|nachmittag|morgen|letzte|letztes|vorige|\
    nachste|kinder|\
    soiree|fete|visite|sortie|repetition|matin|midi|apres|dernier|derniere|prochain|prochaine|enfants|atelier|\
    fiesta|visita|excursion|ensayo|manana|tarde|noche|ultima|ultimo|proxima|proximo|ninos|taller|\
    impreza|wycieczka|proba|wieczor|rano|popoludnie|ostatnie|ostatni|ostatnia|nastepne|dzieci|warsztat|warsztaty|\
    parti|taith|ymarfer|bore|prynhawn|noson|diwethaf|nesaf|plant|gweithdy|\
    subah|sham|raat|pichla|pichli|agla|agli|bache";

/// Takes the only such column where nothing else says who comes.
pub(in crate::import::columns) fn read(draft: &mut Draft<'_>) {
    let is_said = draft
        .of(Field::Status)
        .iter()
        .any(|at| draft.contents[*at].filled > 0)
        || draft
            .beside
            .iter()
            .any(|(field, _)| *field == Field::Status);
    if is_said || draft.wished.contains(&Field::Status) {
        return;
    }
    let columns = 0..draft.headings.len().min(MOST_COLUMNS);
    // A bare answer below another word for the event is one to whether somebody comes there as well.
    let is_one = |at: &usize| {
        is_of_event(draft, *at) && answers_only(draft, *at) && !is_register(draft, *at)
    };
    let mut columns = columns.filter(is_one);
    if let (Some(column), None) = (columns.next(), columns.next())
        && says_only(draft, column)
        && !stated::is_of_a_neighbour(draft, column)
        && !(is_of_day(draft, column) && is_one_of_days(draft, column))
    {
        draft.columns[Field::Status as usize].push(column);
    }
}

/// Tells whether a column is headed by a day.
fn is_of_day(draft: &Draft<'_>, column: usize) -> bool {
    let mut words = draft.headings[column].split(' ');
    words.any(|word| days::of(word).is_some() || word.parse::<u32>().is_ok())
}

/// Tells whether another column has such answers for another day: who does not come on one may come on the other.
fn is_one_of_days(draft: &Draft<'_>, column: usize) -> bool {
    let mut others = (0..draft.headings.len().min(MOST_COLUMNS)).filter(|at| *at != column);
    others.any(|at| is_of_day(draft, at) && says_only(draft, at))
}

/// Tells whether a column is called after the event, its day or the answer, and means nothing else.
pub(super) fn is_of_event(draft: &Draft<'_>, column: usize) -> bool {
    let is_free = !draft.is_used(column) && !draft.certain.contains(&column);
    is_free && draft.contents[column].filled > 0 && names_it(&draft.headings[column], draft.held)
}

/// Tells whether a heading is a word for the answer, or the event or its day.
pub(super) fn names_it(text: &str, held: &Held) -> bool {
    // The number of a day is not that of a question.
    if is_any(text, ANSWERS) || is_any(&question(text), ANSWERS) || held.is_its_day(text) {
        return true;
    }
    let words: Vec<&str> = text.split(' ').collect();
    let names = |word: &str| event::names_event(word) && word != "day" || held.is_named(word);
    let is_of_it = |word: &str| names(word) || event::is_plain(word) || is_any(word, FOR_ALL);
    let others = words.iter().filter(|word| !is_of_it(word));
    let others: Vec<&str> = others.copied().collect();
    let is_part = event::part(&words).is_some_and(|part| !held.is_named(part));
    words.iter().any(|word| names(word))
        && !is_part
        && (others.is_empty() || held.is_its_day(&others.join(" ")) || held.is_its_year(&others))
}

/// Tells whether a column holds nothing but answers to whether somebody comes, and not only those that leave it open.
fn says_only(draft: &Draft<'_>, column: usize) -> bool {
    let said = unread::words(draft, column, MOST_ANSWERS).unwrap_or_default();
    is_calendar(draft, column, &said)
        || said
            .iter()
            .any(|cell| answers::said_of_coming(cell).is_some())
            && said.iter().all(|cell| {
                let is_open = || answers::bare(&heading(cell)) == Some(Standing::Pending);
                answers::said_of_coming(cell).is_some() || is_open()
            })
}

/// Tells whether a column holds nothing but answers, be it to whether somebody comes or to anything.
fn answers_only(draft: &Draft<'_>, column: usize) -> bool {
    let said = unread::words(draft, column, MOST_ANSWERS).unwrap_or_default();
    let is_answer = |cell: &&str| {
        answers::said_of_coming(cell).is_some() || answers::bare(&heading(cell)).is_some()
    };
    !said.is_empty() && said.iter().all(is_answer) || is_calendar(draft, column, &said)
}

/// Tells whether a column is called after the answer and holds those that a calendar writes, and at least one that is a word
/// of calendars and neither a plain answer nor what stands for none.
fn is_calendar(draft: &Draft<'_>, column: usize, said: &[&str]) -> bool {
    let is_reply = |cell: &&str| is_any(&heading(cell), CALENDARS);
    let is_plain = |cell: &&str| {
        answers::said_of_coming(cell).is_some()
            || answers::bare(&heading(cell)) == Some(Standing::Pending)
            || unanswered::is_none(cell)
    };
    is_any(&draft.headings[column], ANSWERS)
        && said.iter().any(is_reply)
        && said.iter().all(|cell| is_reply(cell) || is_plain(cell))
}

/// Tells whether a column below a gathering holds the list of who was there and who was not, in which nobody says that they
/// are coming: that gathering may as well be one that is over.
fn is_register(draft: &Draft<'_>, column: usize) -> bool {
    let text = &draft.headings[column];
    let is_answer = is_any(text, ANSWERS) || is_any(&question(text), ANSWERS);
    if is_answer || draft.held.is_its_day(text) {
        return false;
    }
    let said = unread::words(draft, column, MOST_ANSWERS).unwrap_or_default();
    let comes = |cell: &&str| {
        answers::said_of_coming(cell) == Some(Standing::Coming) && !answers::is_of_a_list(cell)
    };
    said.iter().any(|cell| answers::is_of_a_list(cell)) && !said.iter().any(comes)
}

/// Tells whether a heading says that its answers are about something else than the event.
pub(super) fn is_of_another(draft: &Draft<'_>, column: usize) -> bool {
    let words = &draft.headings[column];
    is_aside(words)
        || is_of_day(draft, column) && !names_it(words, draft.held)
        || holds_any(words, OTHERS)
        || words::is_a_meal(words)
        || words::is_former(words)
        || words::about_others(words)
        || words::about_guests(words)
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::London;

    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [ANSWERS, CALENDARS, FOR_ALL, OTHERS] {
            for word in words.split('|') {
                assert_eq!(heading(word), word);
            }
        }
    }

    #[test]
    fn the_event_is_told_from_what_else_people_come_to() {
        let held = Held::in_zone(London);
        for text in [
            "Public meeting",
            "The conference",
            "Answer",
            "What they said",
            "Réponse",
        ] {
            assert!(names_it(&heading(text), &held), "{text}");
        }
        for text in [
            "Last meeting",
            "Planning meeting",
            "Dinner",
            "Meeting 2",
            "AGM",
            "Day 1",
            "Choir",
            "13 April",
        ] {
            assert!(!names_it(&heading(text), &held), "{text}");
        }
    }
}
