//! Questions after one of several places, tickets or groups that people come for: `Which region?`

use super::{is_any, is_bare, scores};
use crate::import::field::Field;

/// How they begin, between bars.
pub(super) const WHICH: &str = "which|what|in which|from which|welche|welcher|welches|welchen|in welcher|in welchem|aus welcher|aus welchem|\
    quelle|quel|dans quelle|dans quel|de quelle|de quel|que|cual|de que|en que|cual es tu|cual es su|\
    ktory|ktora|ktore|jaki|jaka|jakie|pa|o ba|ym mha|kaunsa|kaunsi|kis";

/// How they end where they ask after a place, between bars.
pub(super) const THERE: &str = "are you in|are you from|are you based in|are you coming from|do you live in|do you come from|\
    wohnst du|wohnen sie|kommst du|kommen sie|habites tu|habitez vous|viens tu|venez vous|vives|vienes|\
    mieszkasz|ydych chi n byw|wyt ti n byw";

/// Returns after what such a question asks, and how sure that is; none if it is another one.
pub(in crate::import::columns) fn which_of(heading: &str) -> Option<(Field, f64)> {
    let parts = heading.match_indices(' ').take(3);
    let parts = parts.map(|(at, _)| (&heading[..at], &heading[at + 1..]));
    let (_, rest) = parts.filter(|(begins, _)| is_any(begins, WHICH)).last()?;
    let there = THERE.split('|').find_map(|end| rest.strip_suffix(end));
    let asked = there.unwrap_or(rest).trim_end();
    if is_bare(asked) {
        return None;
    }
    let fits = |(field, score): &(Field, f64)| match field {
        Field::Area => *score > 90.0,
        Field::Organisation | Field::Ticket => *score > 90.0 && there.is_none(),
        _ => false,
    };
    let found = scores(asked).into_iter().find(fits)?;
    Some((found.0, found.1 - 5.0))
}

#[cfg(test)]
mod tests {
    use super::super::super::heading;
    use super::*;

    #[test]
    fn which_one_is_asked_in_several_languages() {
        for text in [
            "Which region?",
            "Which county are you in?",
            "What borough do you live in?",
            "Welche Stadt?",
            "In welcher Stadt wohnst du?",
            "Quelle ville ?",
            "¿Qué ciudad?",
            "Jakie miasto?",
            "Pa sir?",
        ] {
            let asked = which_of(&heading(text)).map(|(field, _)| field);
            assert_eq!(asked, Some(Field::Area), "{text}");
        }
        for text in [
            "Which day?",
            "Which group?",
            "Which location?",
            "Which ticket are you from?",
            "Which",
            "Region",
        ] {
            assert_eq!(which_of(&heading(text)), None, "{text}");
        }
    }
}
