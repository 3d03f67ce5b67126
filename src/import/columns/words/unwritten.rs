//! Sentences by which somebody does not want us to write: `Tick this box if you do not want us to write to you about
//! future events`. A yes to them is a no. Only where the writer is us: the venue may be told not to write as well.

use super::is_any;
use super::sentences::sentences as sentences_of;
use crate::import::columns::heading::heading;

/// What may stand before the refusal, between bars.
const BEFORE: &str = "please|tick|tick if|tick here if|tick this if|tick this box if|tick the box if|tick below if|\
    check if|check here if|check this box if|check the box if|select if|mark here if|put a cross if|if|that|i confirm that|\
    i understand that|i would prefer that|i would like that|thank you but|thanks but";

/// How one says to us that we do not write to them, before `write to me`, between bars.
const I_REFUSE: &str = "do not|don t|dont|never|i do not want you to|i don t want you to|i do not wish you to|\
    i don t wish you to|i would not like you to|i wouldn t like you to|i would rather you did not|i d rather you did not|\
    i would rather you didn t|i d rather you didn t|i would prefer you did not|i would prefer you not to|\
    i d prefer you not to|i would prefer you didn t|i d prefer you didn t|i d prefer you did not|you may not|you must not|you should not|you can not|\
    you cannot|you can t|i do not agree that you may|i do not agree to you|i object to you|i do not consent to you|i am not happy for you to|\
    i m not happy for you to";

/// As [`I_REFUSE`], where we ask, before `write to you`.
const YOU_REFUSE: &str = "you do not want us to|you don t want us to|you do not wish us to|you don t wish us to|\
    you would not like us to|you wouldn t like us to|you would rather we did not|you d rather we did not|\
    you would rather we didn t|you d rather we didn t|you would prefer us not to|you d prefer us not to|\
    you would prefer we did not|you would prefer we didn t|you d prefer we didn t|you would prefer that we did not|you are not happy for us to|do you mind if we|would you mind if we|\
    do you mind us|would you mind us|do you object if we|would you object if we|do you object to us|\
    would you object to us|would it bother you if we|does it bother you if we|is it a problem if we|\
    would it be a problem if we|you mind if we|you object to us|would you rather we did not|would you rather we didn t|would you prefer us not to";

/// As [`I_REFUSE`], before `be written to`, whoever says so.
const REFUSES_TO_BE: &str = "do not want to be|don t want to be|do not wish to be|don t wish to be|would not like to be|\
    wouldn t like to be|would rather not be|d rather not be|would prefer not to be|d prefer not to be|do not agree to be|\
    do not consent to be|do not consent to being|object to being|do you mind being|would you mind being|would you rather not be|would you prefer not to be";

/// What would be done, and to whom it is in each case, between bars.
const WRITE: &str = "write to|wrote to|writing to|emailed|contacted|email|emailing|e mail|e mailing|mail|mailing|contact|contacting|get in touch with|keep in touch with";
const WRITTEN: &str = "written to|emailed|e mailed|mailed|contacted";

/// As [`I_REFUSE`], which says a refusal only where it is ticked: `We may not write to you unless you tick`.
const WHERE_TICKED: &str = "we may not|we should not|we shouldn t|we must not|we mustn t";

/// By which way, and when, between bars.
const WAY: &str = "by email|by e mail|via email|via e mail|again|afterwards|in future|in the future|after the event|at all|please|anymore|any more";

/// What may be written about: events, and not those of today or a change to them, between bars.
const LATER: &str =
    "events|conferences|meetings|campaigns|activities|actions|news|newsletters|updates";
const WHICH: &str =
    "your|our|other|future|upcoming|forthcoming|similar|further|later|more|any|next|and|or";

/// What is done to say so, where it stands behind, between bars.
const TICK: &str = "tick|tick here|tick this box|tick the box|please tick|please tick here|please tick this box|\
    please tick the box|check this box|please check this box";

/// Tells whether a heading has a sentence that does not want us to write, or to write of later events.
pub(in crate::import::columns) fn is_unwritten(text: &str) -> bool {
    sentences_of(text)
        .iter()
        .any(|(sentence, _)| refuses(&heading(sentence)))
}

fn refuses(words: &str) -> bool {
    let (mut rest, mut is_ticked) = (words, false);
    loop {
        let by_me = after(rest, I_REFUSE).and_then(|rest| done_to(rest, "me"));
        let by_you = || after(rest, YOU_REFUSE).and_then(|rest| done_to(rest, "you"));
        let ticked = || after(rest, WHERE_TICKED).filter(|_| is_ticked);
        let of_us = || ticked().and_then(|rest| done_to(rest, "you"));
        let passive = || {
            let who = after(rest, "i|you|would you|do you").unwrap_or(rest);
            after(who, REFUSES_TO_BE).and_then(|rest| after(rest, WRITTEN))
        };
        if let Some(of_what) = by_me.or_else(by_you).or_else(of_us).or_else(passive) {
            return is_of_later(of_what);
        }
        let Some(shorter) = after(rest, BEFORE) else {
            return false;
        };
        is_ticked |= rest.starts_with("tick") || rest.starts_with("check");
        rest = shorter;
    }
}

/// Returns what follows the longest of some words, between bars, with which a sentence begins.
fn after<'w>(words: &'w str, all: &str) -> Option<&'w str> {
    let begins = |one: &str| {
        let rest = words.strip_prefix(one)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim_start())
    };
    all.split('|')
        .filter_map(begins)
        .min_by_key(|rest| rest.len())
}

fn done_to<'w>(words: &'w str, whom: &str) -> Option<&'w str> {
    after(after(words, WRITE)?, whom)
}

/// Tells whether nothing else is said than the way and that it is about later events.
fn is_of_later(mut words: &str) -> bool {
    while let Some(rest) = after(words, WAY) {
        words = rest;
    }
    if words.is_empty() || is_any(words, TICK) {
        return true;
    }
    let Some(mut about) = after(words, "about|regarding|concerning") else {
        return false;
    };
    let mut is_named = false;
    while let Some(rest) = after(about, WHICH).or_else(|| after(about, WAY)) {
        about = rest;
    }
    while let Some(rest) = after(about, LATER) {
        (about, is_named) = (rest, true);
        while let Some(rest) = after(about, WHICH).or_else(|| after(about, WAY)) {
            about = rest;
        }
    }
    is_named && (about.is_empty() || is_any(about, TICK))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for list in [
            BEFORE,
            I_REFUSE,
            YOU_REFUSE,
            REFUSES_TO_BE,
            WRITE,
            WRITTEN,
            WHERE_TICKED,
            WAY,
            LATER,
            WHICH,
            TICK,
        ] {
            for words in list.split('|') {
                assert_eq!(heading(words), words);
            }
        }
    }
}
