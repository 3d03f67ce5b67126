//! What people answer in their own words to whether they will come.

mod away;
mod coming;
mod parting;

use away::{COURTESY, DEEDS, FOLLOWS, NO, NOT, STAYS_AWAY, TURNS, WHOLE};
use coming::{AT, COMES, COMPANY, GLAD, HOURS, OPEN, TO_COME, UNDOES, YES};
use parting::{Behind, leaves};

use super::super::Standing;
use super::super::word_list::{WordList, list};
use super::states::{Since, since};

/// Returns what an answer says, as [`super::columns::heading`] writes it; none if it is not plain. Whom it is doubtful of
/// must not lose their place.
pub(super) fn of_answer(answer: &str) -> Option<Standing> {
    // Urdu is spelt both ways.
    if answer.contains("nahin") {
        return of_answer(&answer.replace("nahin", "nahi"));
    }
    if behind_any(answer, OPEN).is_some() {
        Some(Standing::Pending)
    } else if stays_away(answer) {
        Some(Standing::Cancelled)
    } else {
        let comes = || behind_any(answer, YES).is_some() || comes(answer);
        match since(answer) {
            Some(Since::Cancelled) => Some(Standing::Cancelled),
            Some(Since::Unclear) => None,
            None => comes().then_some(Standing::Coming),
        }
    }
}

/// Tells whether somebody says in a sentence that they come: late, with somebody, or gladly.
fn comes(answer: &str) -> bool {
    let is_done = |behind: &str| {
        let own = behind.split(' ').take_while(|word| !TURNS.contains(word));
        let own: Vec<&str> = own.collect();
        let undone = own.iter().position(|word| UNDOES.contains(word));
        // Who does not come before eleven comes then, and who has no problem comes gladly.
        undone.is_none_or(|at| match &own[at + 1..] {
            ["vor" | "avant", hour @ ..] => is_hour(hour),
            ["de", what, ..] => matches!(*what, "probleme" | "souci"),
            _ => false,
        })
    };
    let is_at = |behind: &str| is_hour(&behind.split(' ').collect::<Vec<&str>>());
    let is_with = |behind: &str| behind.split(' ').all(|word| COMPANY.contains(word));
    let glad = behind_any(answer, GLAD).and_then(|behind| behind_any(behind, TO_COME));
    behind_any(answer, COMES).or(glad).is_some_and(is_done)
        || behind_any(answer, list!["bede z"]).is_some_and(is_with)
        || behind_any(answer, AT).is_some_and(is_at)
}

/// Tells whether words are an hour of the day and nothing else: `11`, `11 30 uhr`, `11h30`; `20 mai` is none.
fn is_hour(words: &[&str]) -> bool {
    let is_number = |word: &str| {
        let mut parts = word.split('h');
        let is_part = |part: &str| part.len() <= 2 && part.bytes().all(|c| c.is_ascii_digit());
        word.starts_with(|c: char| c.is_ascii_digit()) && parts.all(is_part)
    };
    !words.is_empty()
        && words
            .iter()
            .all(|word| HOURS.contains(word) || is_number(word))
}

/// Tells whether an answer says plainly that somebody does not come: no, not to what.
fn stays_away(answer: &str) -> bool {
    let but = behind_any(answer, list!["no but", "no sorry but"]);
    let said = but.unwrap_or(answer);
    if said.split(' ').any(|word| TURNS.contains(word)) {
        return false;
    }
    if let Some(wish) = but {
        return leaves(wish, Behind::But);
    }
    let (mut rest, mut no) = (answer, None);
    loop {
        rest = match behind_any(rest, COURTESY) {
            Some(behind) => behind,
            None => match behind_no(rest) {
                // What begins with its no may go on to say what cannot be.
                Some((behind, said)) if behind_any(rest, STAYS_AWAY).is_none() => {
                    no = Some(said);
                    behind
                }
                _ => break,
            },
        };
    }
    let who = list!["i am", "i m", "we are", "i", "we"];
    let rest = behind_any(rest, who).unwrap_or(rest);
    let is_all = |behind: &str| behind.is_empty() || WHOLE.contains(behind) || follows(behind);
    if behind_any(rest, STAYS_AWAY).is_none() {
        // `No` and `yes` alone are words of their own.
        return no.is_some_and(|no| rest.is_empty() || leaves(rest, no));
    }
    behind_each(rest, STAYS_AWAY)
        .any(|behind| is_all(behind) || behind_each(behind, DEEDS).any(is_all))
}

/// Returns what stands behind a no or a not.
fn behind_no(answer: &str) -> Option<(&str, Behind)> {
    let not = behind_any(answer, NOT).map(|rest| (rest, Behind::Not));
    not.or_else(|| Some((behind_any(answer, NO)?, Behind::No)))
}

/// Tells whether words go on after what cannot be without making it less.
fn follows(rest: &str) -> bool {
    behind_any(rest, FOLLOWS).is_some()
}

/// Returns what stands behind the first of these that an answer begins with.
fn behind_any(answer: &str, all: WordList) -> Option<&str> {
    behind_each(answer, all).next()
}

/// Returns what stands behind each of these that an answer begins with.
fn behind_each(answer: &str, all: WordList) -> impl Iterator<Item = &str> {
    all.iter().filter_map(move |start| {
        let behind = answer.strip_prefix(start)?;
        (behind.is_empty() || behind.starts_with(' ')).then(|| behind.trim_start())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_in_their_own_words_whether_they_come_is_understood() {
        for (answer, standing) in [
            ("yes i ll be there", Some(Standing::Coming)),
            ("yes but a bit late", Some(Standing::Coming)),
            ("sorry can t make it", Some(Standing::Cancelled)),
            ("no i will not attend", Some(Standing::Cancelled)),
            ("leider nicht", Some(Standing::Cancelled)),
            ("maybe", Some(Standing::Pending)),
            ("no i only come for lunch", None),
            ("no but keep me informed", Some(Standing::Cancelled)),
            ("no away", Some(Standing::Cancelled)),
            ("not this time", Some(Standing::Cancelled)),
            ("no but keep me a place if i can", None),
            ("no but i ll come for lunch", None),
            ("no preference", None),
            ("can t wait", None),
            ("i can t wait to come", None),
            ("i won t miss it", None),
            ("i will not miss it", None),
            ("unable to stay for dinner", None),
            ("sorry no dietary needs", None),
            ("no i will be there in person", None),
            ("no we are coming both", None),
            ("not able to come before 10", None),
            ("i cannot come before noon", None),
            ("i cannot come to dinner", None),
            ("i can t make it for lunch", None),
            ("i can t make it", Some(Standing::Cancelled)),
            ("no i can t come this time", Some(Standing::Cancelled)),
            ("sorry i m unable to attend", Some(Standing::Cancelled)),
            ("unfortunately not", Some(Standing::Cancelled)),
            ("si puedo", None),
            ("je serai absent e", Some(Standing::Cancelled)),
            ("je serai absente", Some(Standing::Cancelled)),
            ("je serai present e", Some(Standing::Coming)),
            ("je serai absent le matin", None),
            ("je serai absent mais represente", None),
            ("je serai en vacances", None),
            ("je ne serai pas present", Some(Standing::Cancelled)),
            ("je ne serai pas la le matin", None),
            ("je ne peux pas venir", Some(Standing::Cancelled)),
            ("je ne peux pas venir au diner", None),
            ("je ne peux pas manger de gluten", None),
            ("je viens pas", None),
            ("je viens plus tard", Some(Standing::Coming)),
            ("bede nieobecny", Some(Standing::Cancelled)),
            ("bede obecna", Some(Standing::Coming)),
            ("bede w pracy", None),
            ("nie nie bede mogla przyjsc", Some(Standing::Cancelled)),
            ("nie bede na obiedzie", None),
            ("nie wiem", Some(Standing::Pending)),
            ("nein ich nehme nicht teil", Some(Standing::Cancelled)),
            ("ich nehme leider nicht teil", Some(Standing::Cancelled)),
            ("ich nehme nicht am essen teil", None),
            (
                "ich kann nicht an der konferenz teilnehmen",
                Some(Standing::Cancelled),
            ),
            ("ich bin nicht dabei", Some(Standing::Cancelled)),
            ("ich bin dabei", Some(Standing::Coming)),
            ("ich komme nicht mehr", Some(Standing::Cancelled)),
            ("ich komme nicht allein", None),
            ("ich komme nicht vor 11", Some(Standing::Coming)),
            ("ich komme nicht vor 11 30 uhr", Some(Standing::Coming)),
            ("ich komme nicht vor 20 mai", None),
            ("ich komme nicht vor ort", None),
            ("ich komme nicht vor lauter arbeit", None),
            ("je viens pas avant 11h", Some(Standing::Coming)),
            ("je viens pas de probleme", Some(Standing::Coming)),
            ("je viens pas de paris", None),
            ("je viens la prochaine fois", None),
            ("je serai accompagnee de ma fille", Some(Standing::Coming)),
            ("je serai ravie de venir", Some(Standing::Coming)),
            ("je serai ravi de venir la prochaine fois", None),
            ("je serai ravie de recevoir le compte rendu", None),
            ("je serai avec ma famille ce jour la", None),
            ("bede z zona", Some(Standing::Coming)),
            ("bede z mezem i corka", Some(Standing::Coming)),
            ("bede z zona na urlopie", None),
            ("bede z dala", None),
            ("bede z powrotem w maju", None),
            ("bede o 11", Some(Standing::Coming)),
            ("bede o tym pamietac", None),
            ("bede po operacji", None),
            ("bede po 11 30", Some(Standing::Coming)),
            ("ich komme aber nicht zum essen", Some(Standing::Coming)),
            ("ji haan", Some(Standing::Coming)),
            ("ji nahin", Some(Standing::Cancelled)),
            ("jee nahi", Some(Standing::Cancelled)),
            ("nahin aa sakta", Some(Standing::Cancelled)),
            ("main nahi aa sakungi", Some(Standing::Cancelled)),
            ("nahi khana nahi chahiye", None),
            ("shayad", Some(Standing::Pending)),
            ("no voy a asistir", Some(Standing::Cancelled)),
            ("no puedo comer gluten", None),
            ("fydda i ddim yn dod", Some(Standing::Cancelled)),
            ("dw i ddim yn bwyta cig", None),
            ("i cannot attend the conference", Some(Standing::Cancelled)),
            ("i cannot attend the conference dinner", None),
            ("no but keep me a seat on sunday", None),
            ("no but please send the link i will join online", None),
            ("no please send me the zoom link", None),
            ("no please send me the notes", Some(Standing::Cancelled)),
            (
                "no but let me know about the next one",
                Some(Standing::Cancelled),
            ),
            ("no but let me know the address", None),
            ("not working that day so yes", None),
            ("not busy", None),
            ("i m not away", None),
            ("no not away", None),
            ("not away will come", None),
            ("no away on saturday coming sunday", None),
            (
                "no working that weekend so can t come",
                Some(Standing::Cancelled),
            ),
            ("no working will try next year", Some(Standing::Cancelled)),
            ("no on holiday back on monday", Some(Standing::Cancelled)),
            (
                "no please send me the slides after",
                Some(Standing::Cancelled),
            ),
            (
                "no sorry working hope to be there next time",
                Some(Standing::Cancelled),
            ),
            (
                "no away for the first half of april",
                Some(Standing::Cancelled),
            ),
            (
                "no but please keep me on the list",
                Some(Standing::Cancelled),
            ),
            (
                "not this time as i have no childcare",
                Some(Standing::Cancelled),
            ),
            ("no i m away then", Some(Standing::Cancelled)),
            ("no this year i am away", Some(Standing::Cancelled)),
            ("no but please keep me on the waiting list", None),
            ("no busy in the morning", None),
            ("no away on the 13th", Some(Standing::Cancelled)),
            ("no working that day so i can come", None),
            ("no i m working that day", Some(Standing::Cancelled)),
            ("no busy with exams", Some(Standing::Cancelled)),
            ("no but this year", None),
            ("no this year i m coming", None),
            ("no this year as a speaker", None),
            ("no not this year i m afraid", Some(Standing::Cancelled)),
            ("not this year as i m abroad", Some(Standing::Cancelled)),
            ("not this time maybe next year", Some(Standing::Cancelled)),
            ("not next time", None),
            ("no maybe next time", Some(Standing::Cancelled)),
            ("no have a great day", Some(Standing::Cancelled)),
        ] {
            assert_eq!(of_answer(answer), standing, "{answer}");
        }
    }

    #[test]
    fn all_words_are_written_as_headings_are() {
        let coming = [YES, COMES, UNDOES, OPEN, GLAD, TO_COME, COMPANY, AT, HOURS];
        let away = [NO, NOT, COURTESY, STAYS_AWAY, DEEDS, WHOLE, FOLLOWS, TURNS];
        for word in coming.into_iter().chain(away).flatten() {
            assert_eq!(crate::import::columns::heading(word), word);
        }
    }
}
