//! What the answers of somebody to several questions for one thing say together.

use std::borrow::Cow;

use super::heading::heading;
use super::options::{Tick, offered};
use crate::import::consent::{self, Consent};

/// Tells whether one answer says all that another one does, in small letters or in capitals.
fn holds_all(answer: &str, other: &str) -> bool {
    fn small(text: &str) -> impl Iterator<Item = char> {
        text.chars().flat_map(char::to_lowercase)
    }
    other.split(", ").all(|other| {
        let mut said = answer.split(", ");
        said.any(|one| small(one).eq(small(other)))
    })
}

/// Returns what the answers of somebody to the options of a question say together.
pub(in crate::import) fn together<'t, 'm>(
    answers: Vec<(Cow<'t, str>, Option<&'m Tick>)>,
) -> Cow<'t, str> {
    // A yes beside its details says no more than they do, and a no beside a yes is that to another question.
    let bare = |answer: &str| consent::bare(answer);
    let says_more = answers.iter().any(|(answer, tick)| match bare(answer) {
        Consent::Unclear => !answer.is_empty(),
        said => said == Consent::Yes && tick.is_some(),
    });
    let is_yes = |(answer, _): &(Cow<'t, str>, _)| bare(answer) == Consent::Yes;
    let is_yes = answers.iter().any(is_yes);
    let is_said = |(answer, tick): &(Cow<'t, str>, Option<&'m Tick>)| match bare(answer) {
        _ if answer.is_empty() => false,
        Consent::Yes => tick.is_some() || !says_more,
        Consent::No => !says_more && !is_yes,
        Consent::Unclear => true,
    };
    let mut all: Cow<'t, str> = "".into();
    for (answer, tick) in answers.into_iter().filter(is_said) {
        let said = match tick {
            Some(tick) => match (bare(&answer), tick.option()) {
                (Consent::No, _) => continue,
                (Consent::Yes, option) => Cow::Owned(option.to_string()),
                (_, option) if heading(&answer).contains(&heading(option)) => answer,
                _ if tick.is_asked && offered(&answer).is_some() => answer,
                (_, option) => Cow::Owned(format!("{option}: {answer}")),
            },
            None => answer,
        };
        let is_no = |answer: &str| bare(answer) == Consent::No;
        if holds_all(&all, &said) || !all.is_empty() && is_no(&all) && is_no(&said) {
            continue;
        }
        if all.is_empty() || holds_all(&said, &all) {
            all = said;
        } else {
            // A list of answers ends with what parts them.
            let ends = |c: char| c.is_whitespace() || [';', ','].contains(&c);
            all = format!(
                "{}, {}",
                all.trim_end_matches(ends),
                said.trim_end_matches(ends)
            )
            .into();
        }
    }
    all
}
