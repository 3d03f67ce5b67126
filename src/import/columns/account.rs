//! Who was signed in when a form was sent: Microsoft Forms puts their account before the questions. It is whoever filled
//! the form in, perhaps for somebody else, so that an answer says better who comes.

use super::mapping::Draft;
use super::words;
use crate::import::field::Field;

const NAMES: [Field; 3] = [Field::Name, Field::First, Field::Last];

/// Keeps the name of the account out where a question asks for the name, and gives questions back their words, which the
/// form has numbered because the account has the same.
pub(super) fn set_aside(draft: &mut Draft<'_>) {
    if draft.product.name != "microsoft-forms" {
        return;
    }
    let Some(completed) = draft.of(Field::Registered).first().copied() else {
        return;
    };
    // The address stands right behind the time, and the name behind it.
    let (address, account) = (completed + 1, completed + 2);
    let says = |at: usize, fields: &[Field]| {
        let heading = draft.headings.get(at).map_or("", String::as_str);
        let mut scores = words::scores(heading).into_iter();
        scores.any(|(field, score)| score > 80.0 && fields.contains(&field))
    };
    if !says(address, &[Field::Email]) || !says(account, &NAMES) {
        return;
    }
    let mut asked_again = Vec::new();
    for at in account + 1..draft.headings.len() {
        let own = [address, account].into_iter();
        let numbered = |one: &usize| draft.headings[at] == format!("{}2", draft.headings[*one]);
        if let Some(own) = own.clone().find(numbered) {
            draft.headings[at] = draft.headings[own].clone();
            asked_again.push(own);
        }
    }
    let says = |at: &usize| {
        let heading = &draft.headings[*at];
        let mut scores = words::scores(heading).into_iter();
        scores.any(|(field, score)| score > 80.0 && NAMES.contains(&field))
            && !words::about_somebody_else(heading)
    };
    let mut questions = account + 1..draft.headings.len();
    if questions.any(|at| says(&at) && draft.contents[at].filled > 0) {
        asked_again.push(account);
    }
    for own in asked_again {
        draft.headings[own].clear();
        draft.certain.push(own);
    }
}
