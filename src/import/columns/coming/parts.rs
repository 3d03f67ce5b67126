//! Questions about less than the event, or about another time: a day, half a day, a year, a meeting held there. Whoever says
//! no to one of them may come all the same.

use super::super::draft::Draft;
use super::super::heading::heading;
use super::super::held::Held;
use super::super::words::event::{self, GATHERINGS};
use super::super::words::{days, holds};
use super::attending::{asks_to_come, first_sentence, is_hour, names};
use super::stated;
use crate::import::field::Field;

/// Takes questions back that are about another day than the event's, and those of which each is about a day or a
/// gathering of its own: who cannot come on Friday may come on Saturday. One that is called the main one stays.
pub(in crate::import::columns) fn take_some_back(
    draft: &Draft<'_>,
    claims: &mut Vec<(f64, Field, usize)>,
) {
    stated::leave_out(draft, claims);
    let is_of_a_year = |at: usize| Held::names_year(&draft.headings[at]) && asks_to_come(draft, at);
    let asks = |(score, field, at): &(f64, Field, usize)| {
        let is_question = || *score < 90.0 || is_of_a_year(*at);
        *field == Field::Status && draft.contents[*at].filled > 0 && is_question()
    };
    leave_other_years_out(draft, claims);
    leave_hours_out(draft, claims);
    leave_parts_out(draft, claims, asks);
    let several = of_several(draft, claims, asks);
    claims.retain(|claim| {
        let (_, _, at) = claim;
        let text = draft.table.header[*at].as_str();
        let question = match first_sentence(text) {
            "" => heading(text),
            first => heading(first),
        };
        !asks(claim) || !several.contains(at) && !draft.held.is_another_day(&question)
    });
}

/// Leaves out what is asked of an hour or half of the day where anything else says who comes, or is asked of another hour: who is
/// not there at 9 am may come at noon.
fn leave_hours_out(draft: &Draft<'_>, claims: &mut Vec<(f64, Field, usize)>) {
    let is_filled = |(_, field, at): &(f64, Field, usize)| {
        *field == Field::Status && draft.contents[*at].filled > 0
    };
    // `10am`, `10 am`, `Attending AM`, but not the German `am 13. April`.
    let names_hour = |at: usize, half: &str| {
        let words: Vec<&str> = draft.headings[at].split(' ').collect();
        let mut all = words.iter().enumerate();
        all.any(|(nth, word)| match word.strip_suffix(half) {
            Some("") => nth + 1 == words.len() || nth > 0 && is_number(words[nth - 1]),
            Some(hour) => is_number(hour),
            None => false,
        })
    };
    let asked: Vec<usize> = claims
        .iter()
        .filter(|claim| is_filled(claim))
        .map(|(_, _, at)| *at)
        .collect();
    let is_half = |at: usize| names_hour(at, "am") || names_hour(at, "pm");
    let has_other = |at: usize| {
        asked.iter().any(|other| *other != at)
            || (0..draft.headings.len()).any(|other| other != at && is_half(other))
    };
    claims.retain(|claim| {
        let (_, _, at) = claim;
        !is_filled(claim) || !is_half(*at) || !has_other(*at)
    });
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Leaves out what is asked of a year in which the event is not: who did not come last year may come now. A state may as
/// well be called by the year in which somebody signed up, unless another one is called by the year of the event.
fn leave_other_years_out(draft: &Draft<'_>, claims: &mut Vec<(f64, Field, usize)>) {
    let is_another = |at: usize| draft.held.is_another_year(&draft.headings[at]);
    let is_filled = |(_, field, at): &(f64, Field, usize)| {
        *field == Field::Status && draft.contents[*at].filled > 0
    };
    let any_own = claims.iter().any(|claim| {
        let (_, _, at) = claim;
        is_filled(claim) && Held::names_year(&draft.headings[*at]) && !is_another(*at)
    });
    claims.retain(|claim| {
        let (_, _, at) = claim;
        !is_filled(claim) || !is_another(*at) || !any_own && !asks_to_come(draft, *at)
    });
}

/// Leaves out questions about less than a conference beside one about the whole: who comes may leave out the meeting that
/// is held there.
fn leave_parts_out(
    draft: &Draft<'_>,
    claims: &mut Vec<(f64, Field, usize)>,
    asks: impl Fn(&(f64, Field, usize)) -> bool,
) {
    let is_less = |at: usize| {
        let gathering = event::gathering(&draft.headings[at]);
        gathering.is_some_and(|(word, is_less)| is_less && !draft.held.is_named(word))
    };
    let whole = claims.iter().any(|(_, field, at)| {
        *field == Field::Status
            && draft.contents[*at].filled > 0
            && asks_to_come(draft, *at)
            && !is_less(*at)
    });
    claims.retain(|claim| !whole || !asks(claim) || !is_less(claim.2));
}

/// Returns the columns of questions that are each about a day or a gathering of its own.
fn of_several(
    draft: &Draft<'_>,
    claims: &[(f64, Field, usize)],
    asks: impl Fn(&(f64, Field, usize)) -> bool,
) -> Vec<usize> {
    let label = |at: usize| draft.headings[at].as_str();
    let is_main = |(_, _, at): &(f64, Field, usize)| holds(label(*at), "main");
    if claims.iter().filter(|claim| asks(claim)).count() < 2 {
        return Vec::new();
    }
    // Two plain ones are about the same.
    let says_which = |(_, _, at): &(f64, Field, usize)| {
        let mut words = label(*at).split(' ');
        words.any(|word| days::of(word).is_some() || word.parse::<u32>().is_ok() || is_hour(word))
            || !names(&draft.table.header[*at]).is_empty()
                && GATHERINGS.iter().any(|one| holds(label(*at), one))
    };
    let any_main = claims.iter().any(|claim| asks(claim) && is_main(claim));
    let own = claims
        .iter()
        .filter(|claim| asks(claim) && !is_main(claim) && (any_main || says_which(claim)));
    own.map(|(_, _, at)| *at).collect()
}
