//! What somebody adds to a no and still does not come: where they are, that it is for another time, what they want to
//! hear of it. Who is said to come in other words is not said to stay away.

use super::behind_any;
use crate::import::word_list::{WordList, list};

/// What an answer has said before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    No,
    /// It denies what it stands before: who is not away comes.
    Not,
    /// It takes something back of the no.
    But,
}

/// Where somebody is who does not come.
const ELSEWHERE: WordList = list![
    "away",
    "abroad",
    "on holiday",
    "on leave",
    "working",
    "busy"
];

/// Which time it is not.
const NOW: WordList = list!["this time", "this year"];

/// For when somebody puts it off.
const ANOTHER_TIME: WordList = list![
    "maybe next time",
    "maybe next year",
    "next time",
    "next year",
    "another time",
];

const WISHES: WordList = list!["good luck", "have a good", "have a great"];

/// How somebody asks to be told of it, whatever it is.
const TELL: WordList = list![
    "keep me informed",
    "keep me updated",
    "keep me posted",
    "keep me in the loop",
    "keep me in touch",
];

/// How somebody asks for something, of which only [`NEWS`] say nothing of a place.
const SEND: WordList = list![
    "send",
    "do send",
    "email",
    "do email",
    "let me know",
    "do let me know",
    "keep me",
];

/// What is sent to those who were not there.
const NEWS: WordList = list![
    "news",
    "newsletter",
    "mailing",
    "notes",
    "minutes",
    "slides",
    "materials",
    "handouts",
    "papers",
    "presentation",
    "presentations",
    "recording",
    "recordings",
    "report",
    "summary",
    "write up",
    "transcript",
    "photos",
    "how it goes",
    "how it went",
    "next one",
    "next time",
    "next year",
    "future",
    "on the list",
    "on your list",
    "mailing list",
];

/// Words of those who come all the same, in part or by other means, and of a place.
const COMING: WordList = list![
    "come",
    "comes",
    "coming",
    "join",
    "joins",
    "joining",
    "attend",
    "attending",
    "arrive",
    "arriving",
    "online",
    "zoom",
    "teams",
    "link",
    "stream",
    "livestream",
    "hybrid",
    "remote",
    "remotely",
    "virtual",
    "virtually",
    "yes",
    "seat",
    "seats",
    "place",
    "places",
    "space",
    "spot",
    "ticket",
    "tickets",
    "waiting",
    "reserve",
    "speaker",
    "speaking",
    "volunteer",
    "volunteering",
    "helping",
    "otherwise",
    "instead",
    "later",
    "part",
    "partly",
    "morning",
    "afternoon",
    "evening",
    "lunch",
    "dinner",
];

/// Before a word of coming they say that nobody does.
const DENIED: WordList = list!["can t", "cannot", "can not", "won t", "not", "unable to"];

/// Tells whether what stands behind a no leaves it one.
pub(super) fn leaves(rest: &str, behind: Behind) -> bool {
    let asked = behind_any(rest, list!["please"]).unwrap_or(rest);
    let is_told = || behind_any(asked, TELL).is_some_and(stays);
    let is_sent = || {
        let sent = behind_any(asked, SEND);
        sent.is_some_and(|sent| NEWS.stands_in(sent) && stays(sent))
    };
    let is_wished = || {
        let wished = behind_any(rest, WISHES);
        wished.is_some_and(stays)
    };
    let is_put_off = || behind_any(rest, ANOTHER_TIME).is_some_and(ends);
    let is_not_now = || {
        let rest = behind_any(rest, NOW);
        rest.is_some_and(stays)
    };
    match behind {
        Behind::Not => is_not_now(),
        Behind::But => is_told() || is_sent() || is_wished() || is_put_off(),
        Behind::No => {
            let is_elsewhere = || behind_any(rest, ELSEWHERE).is_some_and(stays);
            is_elsewhere() || is_not_now() || is_told() || is_sent() || is_wished() || is_put_off()
        }
    }
}

/// Tells whether nothing follows but what is polite.
fn ends(rest: &str) -> bool {
    let polite = list![
        "sorry",
        "unfortunately",
        "thanks",
        "thank you",
        "i m afraid",
        "i am afraid",
        "good luck",
        "have a good",
        "have a great",
    ];
    rest.is_empty() || behind_any(rest, polite).is_some_and(stays)
}

/// Tells whether words say nothing of coming, or only that it cannot be, or that it is for another time.
fn stays(rest: &str) -> bool {
    if ANOTHER_TIME.stands_in(rest) {
        return true;
    }
    let words: Vec<&str> = rest.split(' ').collect();
    let is_denied = |before: &[&str]| {
        let before = before.join(" ");
        let ends = |denied: &str| before == denied || before.ends_with(&format!(" {denied}"));
        DENIED.iter().any(ends)
    };
    let mut coming = (0..words.len()).filter(|at| COMING.contains(words[*at]));
    coming.all(|at| is_denied(&words[..at]))
}
