//! Which column says whether people come: of a question only one about the event as such. One that adds how, with whom,
//! from where, when in part or for what is another question, and a no to it keeps nobody away.

use super::super::content;
use super::super::draft::Draft;
use super::super::heading::{heading, question};
use super::super::held::Held;
use super::super::words::days::{self, Day};
use super::super::words::event::{self, GATHERINGS};
use super::super::words::{self, coming, is_any, statements};
use super::cancelled;
use super::mails;
use super::stated;
use super::valid;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::standing::{self, Standing, marks, unanswered};

/// How sure a question is: less than a heading that is the very word.
pub(in crate::import::columns) const ASKED: f64 = 88.0;

/// Adds whether people come to what a heading may say, if it asks for just that.
pub(in crate::import::columns) fn ask(scores: &mut Vec<(Field, f64)>, text: &str, held: &Held) {
    let known = scores.iter().any(|(field, _)| *field == Field::Status);
    if !known && (asks(text, held) || text.contains(['?', '(']) && asks(first_sentence(text), held))
    {
        scores.push((Field::Status, ASKED));
    }
}

/// Returns the first sentence of a question, if what follows only says how to answer it.
pub(super) fn first_sentence(text: &str) -> &str {
    let Some(at) = text.find(['?', '(']) else {
        return text;
    };
    let rest = heading(&text[at..]);
    let only_how = rest.is_empty() || event::ANSWERING.iter().any(|how| rest.starts_with(how));
    if only_how { &text[..at] } else { "" }
}

/// Tells whether a text asks whether somebody comes to the event, and nothing else.
fn asks(text: &str, held: &Held) -> bool {
    is_asked(&question(&heading(text)), text, held)
}

/// As [`asks`], of what is left of a text without words that ask nothing else.
pub(super) fn is_asked(words: &str, text: &str, held: &Held) -> bool {
    let names = names(text);
    let means_it = |(before, behind): &(&str, &str)| {
        before.split_whitespace().all(coming::leads) && is_of_the_event(behind, text, &names, held)
    };
    coming::around_questions(words).iter().any(means_it)
        || coming::around_statements(words)
            .iter()
            .any(|around| means_it(around) && !stated::counts(around.1, held))
}

/// Tells whether a text says whether somebody comes in a statement alone, and in no question.
pub(super) fn states(text: &str, held: &Held) -> bool {
    let names = names(text);
    let asks_plainly = |text: &str| {
        let words = question(&heading(text));
        let around = coming::around_questions(&words);
        around.into_iter().any(|(before, behind)| {
            before.split_whitespace().all(coming::leads)
                && is_of_the_event(behind, text, &names, held)
        })
    };
    is_to_come(text, held)
        && !is_plain(&heading(text))
        && !asks_plainly(text)
        && !asks_plainly(first_sentence(text))
}

/// Tells whether what follows means the event as such. Its name may stand before `conference`, but not before `meeting`,
/// of which there are others beside it; a day is not enough without the event or a date.
fn is_of_the_event(words: &str, text: &str, names: &[String], held: &Held) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    let is_number = |word: &&str| word.len() <= 4 && word.starts_with(|c: char| c.is_ascii_digit());
    let said = words
        .iter()
        .any(|word| event::names_event(word) || is_number(word));
    let names_it = |at: usize| {
        let behind = &words[at..];
        let end = behind.iter().position(|word| GATHERINGS.contains(word));
        end.is_some_and(|end| {
            let mut before = behind[..end].iter();
            before.all(|word| names.iter().any(|name| name == word))
        })
    };
    let is_name =
        |word: Option<&&str>| word.is_some_and(|word| names.iter().any(|name| name == word));
    let named = words.iter().any(|word| event::names_event(word));
    // `in Blackburn` and `at the Town Hall` say where the conference is, and `to Blackburn` is where one comes.
    let is_place = |at: usize| match words[at] {
        "in" => named && is_name(words.get(at + 1)),
        _ if !is_name(words.get(at)) => false,
        _ => {
            let before = words[..at].iter().rev();
            let mut before = before.skip_while(|word| is_name(Some(word)));
            match before.next() {
                Some(&("in" | "to" | "for")) => true,
                Some(&"at") => named,
                Some(&"the") => named && matches!(before.next(), Some(&("at" | "in"))),
                _ => false,
            }
        }
    };
    // German puts it before a day; behind one, or with nothing behind it, it is the morning, but not in `10 am`.
    let is_morning = |at: usize| {
        let in_capitals = || text.split(' ').any(|word| word == "AM");
        words[at] == "am"
            && !is_an_hour(&words[..at])
            && (at + 1 == words.len() || in_capitals() && text.contains(char::is_lowercase))
    };
    let is_another = |two: &[&str]| matches!(two, ["a" | "an", what] if event::names_event(what));
    let is_a_part = event::part(&words).is_some_and(|part| !held.is_named(part));
    // `Attending day` is asked beside `Attending evening`.
    if matches!(words[..], ["day"]) || is_a_part || words.windows(2).any(is_another) {
        return false;
    }
    let mut all = words.iter().enumerate();
    all.all(|(at, word)| match days::of(word) {
        Some(_) => said,
        None if is_morning(at) => false,
        None => {
            event::is_plain(word)
                || is_number(word)
                || names_it(at)
                || is_place(at)
                || held.is_named(word)
        }
    })
}

/// Tells whether words end in an hour, `10` or `9 30`, and not in a day: `april 12`, `13 4 25`.
fn is_an_hour(words: &[&str]) -> bool {
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_hour = |word: &str| word.parse().is_ok_and(|hour: u32| (1..=12).contains(&hour));
    let is_minute =
        |word: &str| word.len() == 2 && word.parse().is_ok_and(|minute: u32| minute < 60);
    match words {
        [before @ .., hour, minute]
            if is_hour(hour) && is_minute(minute) && !before.last().is_some_and(is_number) =>
        {
            true
        }
        // In `13 april 10` the month has its day already.
        [before @ .., hour] => {
            let is_month = |word: &str| matches!(days::of(word), Some(Day::Month(_)));
            let is_day = match before {
                [.., day, month] => is_month(month) && !is_number(day),
                [month] => is_month(month),
                [] => false,
            };
            is_hour(hour) && !is_day
        }
        [] => false,
    }
}

/// Returns the words with a capital letter, unless most have one: then it says nothing.
pub(super) fn names(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    let names: Vec<String> = words
        .iter()
        .filter(capital)
        .map(|word| heading(word))
        .collect();
    if names.len() * 2 > words.len() {
        Vec::new()
    } else {
        names
    }
}

/// Tells whether a word is an hour: `10am`, `14h`, `9h30`.
pub(super) fn is_hour(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_behind = matches!(digits, "am" | "pm") || digits.starts_with('h') && digits.len() <= 3;
    digits.len() < word.len() && is_behind
}

/// Tells whether the cells of a column say whether people come. A cross is a no only where others have a tick.
pub(in crate::import::columns) fn bears_out(draft: &Draft<'_>, column: usize) -> bool {
    if draft.any(column, marks::is_cross) && !draft.any(column, marks::comes) {
        return false;
    }
    let heading = draft.headings.get(column);
    if mails::are_meant(draft, column) {
        return false;
    }
    // There a no means that somebody comes, and so does one to whoever asked to cancel.
    if heading.is_some_and(|heading| words::is_of_cancelling(heading)) {
        let is_answer =
            |cell: &str| consent::bare(cell) != Consent::Unclear || cancelled::is_kept(cell);
        return draft.any(column, content::is_off)
            && draft.mostly(column, 0.8, content::is_standing)
            && !draft.any(column, is_answer);
    }
    if heading.is_some_and(|heading| words::is_loose(heading)) {
        // A yes is an answer to whatever was asked.
        let is_state =
            |cell: &str| content::is_standing(cell) && consent::bare(cell) == Consent::Unclear;
        return draft.mostly(column, 0.8, is_state);
    }
    // Such a question is answered in more words than are known, and so is what became of an order: what is not
    // understood is told. A state may be one of a country, of which some are words too.
    let is_country = heading.is_some_and(|heading| heading == "state");
    let least = if is_country { 0.8 } else { 0.5 };
    draft.contents[column].filled == 0
        || draft.mostly(column, least, content::is_standing)
        || draft.any(column, content::is_off)
        || is_ticked(draft, column)
        || is_mostly_open(draft, column)
}

/// Words for whether people come that are no question, between bars.
const ANSWERED: &str = "rsvp|attend|will attend|participation|teilnahme|zusage|ruckmeldung|kommt|anwesend|\
    je participe|je viens|participe|vient|reponse|asiste|asistire|asistira|respuesta|udzial|przyjde|wezme udzial|obecnosc";

/// Tells whether a column that asks whether people come has few answers and hardly anything else but what stands for none:
/// they are as good as among others. What is not understood is most often an answer to another question.
fn is_mostly_open(draft: &Draft<'_>, column: usize) -> bool {
    const HARDLY_ANYTHING_ELSE: f64 = 0.9;
    let is_asked = || {
        asks_to_come(draft, column)
            || is_any(&question(&draft.headings[column]), ANSWERED)
            || stands_for_states(draft, column)
    };
    let is_either = |cell: &str| content::is_standing(cell) || unanswered::is_none(cell);
    is_asked()
        && draft.any(column, content::is_standing)
        && draft.mostly(column, HARDLY_ANYTHING_ELSE, is_either)
}

/// Tells whether a column of states says of somebody that they do not come, and not by a bare no, which may be one to anything.
fn stands_for_states(draft: &Draft<'_>, column: usize) -> bool {
    let is_off = |cell: &str| {
        standing::of_cell(cell) == Some(Standing::Cancelled)
            && consent::bare(cell) == Consent::Unclear
    };
    words::is_exactly(&draft.headings[column], Field::Status) && draft.any(column, is_off)
}

/// Tells whether a heading asks whether people come, and not what became of an order or a payment.
pub(in crate::import::columns) fn asks_to_come(draft: &Draft<'_>, column: usize) -> bool {
    let Some(heading) = draft.headings.get(column) else {
        return false;
    };
    is_plain(heading) || asks(&draft.table.header[column], draft.held)
}

/// As [`asks_to_come`], of a text that need not be a heading by itself.
pub(super) fn is_to_come(text: &str, held: &Held) -> bool {
    is_plain(&heading(text)) || asks(text, held) || asks(first_sentence(text), held)
}

/// Tells whether a heading is no more than a word for it.
pub(super) fn is_plain(heading: &str) -> bool {
    const WORDS: [&str; 8] = [
        "rsvp",
        "rsvp status",
        "attending",
        "attendance",
        "coming",
        "going",
        "reply",
        "response",
    ];
    WORDS.contains(&question(heading).as_str())
}

/// Returns the columns of whether people come in which `1` and `0` are yes and no.
pub(in crate::import::columns) fn ticked(draft: &Draft<'_>) -> Vec<usize> {
    let columns = draft.of(Field::Status).iter().copied();
    let headed = |at: &usize| *at < draft.headings.len();
    columns
        .filter(headed)
        .filter(|at| is_ticked(draft, *at))
        .collect()
}

/// Returns the columns of states that ask whether somebody has paid.
pub(in crate::import::columns) fn paid(draft: &Draft<'_>) -> Vec<usize> {
    let columns = draft.of(Field::Status).iter().copied();
    let asks = |at: &usize| {
        let heading = draft.headings.get(*at);
        heading.is_some_and(|heading| words::is_of_payment(heading))
    };
    let wished = draft.wished.contains(&Field::Status);
    columns.filter(|at| !wished && asks(at)).collect()
}

/// Returns the columns of a question in Welsh, in which `Na` is a no and not what stands for nothing.
pub(in crate::import::columns) fn welsh(draft: &Draft<'_>) -> Vec<usize> {
    const BEGINNINGS: [&str; 13] = [
        "fyddwch",
        "fyddi",
        "ydych",
        "wyt ti",
        "allwch",
        "dod",
        "yn dod",
        "mynychu",
        "yn mynychu",
        "gallu",
        "bydd",
        "dw i",
        "rwy n",
    ];
    let columns = draft.of(Field::Status).iter().copied();
    let asks = |at: &usize| {
        let heading = draft.headings.get(*at).map(|heading| question(heading));
        let heading = heading.unwrap_or_default();
        let heading = heading.strip_prefix("a ").unwrap_or(&heading);
        BEGINNINGS.iter().any(|start| heading.starts_with(start))
    };
    columns.filter(asks).collect()
}

/// Tells whether a column has nothing but `1` and `0` below a question; below `Status` these may be any two. Below one how many
/// come each number but nought is a yes, where somebody has said that it tells whether they do.
fn is_ticked(draft: &Draft<'_>, column: usize) -> bool {
    let is_number = |cell: &str| cell.parse::<u16>().is_ok();
    asks_to_come(draft, column) && draft.mostly(column, 1.0, |cell| matches!(cell, "0" | "1"))
        || asks_how_many(draft, column) && draft.mostly(column, 1.0, is_number)
        || valid::is_count(draft, column)
}

/// Tells whether a heading asks how many come.
pub(super) fn asks_how_many(draft: &Draft<'_>, column: usize) -> bool {
    let heading = question(&draft.headings[column]);
    let behind = statements::of_how_many(&heading);
    behind
        .is_some_and(|behind| is_of_the_event(behind, &draft.table.header[column], &[], draft.held))
}
