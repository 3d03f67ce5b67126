use super::coming::{attending, parts};
use super::consents::offers;
use super::content;
use super::draft::Draft;
use super::heading::{heading, last_part, question, undecorated, unnumbered_before, without_role};
use super::held::Held;
use super::names::which;
use super::orders::bookers;
use super::{details, words};
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::texts::both;
use crate::model::order_by;

/// How sure a question is that asks just whether somebody may be written to.
const ASKED_TO_WRITE: f64 = 92.0;

impl Draft<'_> {
    /// Gives every other column to the field that its heading fits best, if its cells bear it out.
    pub(super) fn read_words(&mut self) {
        let mut claims: Vec<(f64, Field, usize)> = Vec::new();
        for column in 0..self.headings.len() {
            if self.certain.contains(&column) {
                continue;
            }
            let words = &self.headings[column];
            let mut scores = words::scores(words);
            if scores.is_empty() {
                let bare = undecorated(words);
                scores = words::scores(bare);
                scores.iter_mut().for_each(|(_, score)| *score -= 1.0);
            }
            if scores.is_empty() {
                scores.extend(uninstructed(self, column));
            }
            if let (true, Some(own)) = (scores.is_empty(), words.strip_prefix("your ")) {
                scores = words::scores(own);
                let is_answer = |field: &Field| !field.is_identity() && *field != Field::Status;
                scores.retain(|(field, score)| *score > 90.0 && is_answer(field));
            }
            if scores.is_empty() {
                scores.extend(words::which_of(words));
            }
            // The number of a question says nothing of what it asks.
            if let Some(bare) = unnumbered_before(words) {
                for (field, score) in words::scores(bare) {
                    match scores.iter_mut().find(|(known, _)| *known == field) {
                        Some((_, known)) => *known = known.max(score - 1.0),
                        None => scores.push((field, score - 1.0)),
                    }
                }
            }
            let last = self.table.header.get(column).map(String::as_str);
            if let (true, Some(part)) = (scores.is_empty(), last.and_then(last_part)) {
                scores = words::scores(&heading(part));
                // Less than sure: it may still be about somebody else.
                scores.iter_mut().for_each(|(_, score)| *score *= 0.85);
            }
            // `City` says more about `Your contact details: City` than the whole of it.
            if let Some(part) = last.and_then(last_part) {
                let parts = words::scores(&heading(part));
                for (field, score) in &mut scores {
                    let same = parts.iter().find(|(other, _)| other == field);
                    *score = score.max(same.map_or(0.0, |(_, part)| part * 0.85));
                }
            }
            if let Some(part) = last.and_then(last_part) {
                which::say_which(&mut scores, &heading(part));
            }
            if let Some(plain) = without_role(words) {
                let plain = words::scores(&plain);
                let plain = plain
                    .into_iter()
                    .map(|(field, score)| (field, score * 0.85));
                if scores.is_empty() {
                    scores = plain.collect();
                } else {
                    // `Prénom participant` says more about who comes than `Prénom émetteur`.
                    for (field, score) in plain {
                        let same = scores.iter_mut().find(|(other, _)| *other == field);
                        if let Some((_, known)) = same {
                            *known = known.max(score);
                        }
                    }
                }
            }
            let somebody_else = words::about_somebody_else(words);
            let text = self.table.header.get(column).map_or("", String::as_str);
            attending::ask(&mut scores, text, self.held);
            states(&mut scores, words);
            in_two_languages(&mut scores, text, self.held);
            if words::asks_to_write(&question(words)) {
                scores.push((Field::Updates, ASKED_TO_WRITE));
            }
            scores.retain(|(field, score)| {
                let exact = *score > 90.0;
                let consent = matches!(field, Field::Updates | Field::Photo);
                // What all rows have in common is about the event.
                let shared = *field == Field::SourceId || words::is_bare(words);
                if shared && content::is_constant(self.table, column) {
                    return false;
                }
                // `Newsletter 2023` says who had it then.
                if consent && self.held.is_of_a_past_year(words) && !words::wishes(words) {
                    return false;
                }
                let guests = || words::about_guests(words);
                if consent && !exact && (guests() || !words::asks_for(text, *field)) {
                    return false;
                }
                if consent && words::taken_back::of(words, text).is_some() {
                    return false;
                }
                let meal = || *field == Field::Diet && words::is_of_a_meal(words);
                // `Your contact details: Company` asks for that and for nothing beside it.
                let is_part = || {
                    let part = last.and_then(last_part).map(heading);
                    *field == Field::Organisation
                        && !somebody_else
                        && part.is_some_and(|part| words::is_exactly(&part, *field))
                };
                let beside = || words::is_beside(words, *field) && !is_part();
                if !exact && (beside() || meal() && answers_either(self, column)) {
                    return false;
                }
                let is_name = matches!(field, Field::Name | Field::First | Field::Last);
                if is_name && !exact && (words::is_either(words) || answers_either(self, column)) {
                    return false;
                }
                let plain = exact && *field == Field::Phone && self.holds_a_number(column);
                !(field.is_identity() && somebody_else && !exact)
                    && (plain || self.bears_out(*field, column))
            });
            for (field, score) in &mut scores {
                if field.is_identity() && content::is_constant(self.table, column) {
                    *score *= 0.5;
                }
            }
            order_by(&mut scores, |(_, a), (_, b)| b.total_cmp(a));
            // One column may ask for news and for photos.
            let is_consent =
                |(field, _): &(Field, f64)| matches!(field, Field::Updates | Field::Photo);
            let both = scores.first().is_some_and(is_consent) && offers::is_asked_for_both(text);
            let best = scores.iter().enumerate();
            let best = best.filter(|(at, one)| *at == 0 || both && is_consent(one));
            claims.extend(best.map(|(_, (field, score))| (*score, *field, column)));
        }
        parts::take_some_back(self, &mut claims);
        // A blank column says nothing, whatever it is called: Microsoft Forms has a blank `Name` beside the question.
        let blank = |column: usize| self.contents[column].filled == 0;
        order_by(&mut claims, |(a, _, one), (b, _, other)| {
            let filled = blank(*one).cmp(&blank(*other));
            filled.then(b.total_cmp(a)).then(one.cmp(other))
        });
        for (score, field, column) in claims {
            // One column holds addresses where another is blank, and the same goes for names; and whether somebody comes
            // may be asked once more.
            let asks = || attending::asks_to_come(self, column);
            let asked = field == Field::Status && (score == attending::ASKED || asks());
            let several = matches!(field, Field::Email | Field::Name) || asked;
            let several = several && !self.wished.contains(&field);
            if several || self.of(field).is_empty() {
                self.columns[field as usize].push(column);
            } else if let Field::Updates | Field::Photo | Field::Status = field {
                self.beside.push((field, column));
            } else {
                self.again.push((field, column));
            }
        }
    }

    /// Tells whether a column headed by nothing but a word for the phone holds a number, however few have given one.
    fn holds_a_number(&self, column: usize) -> bool {
        self.any(column, content::is_phone) && !answers_either(self, column)
    }

    fn hardly_holds_addresses(&self, column: usize) -> bool {
        self.contents[column].addresses * 2 <= self.contents[column].filled
    }

    /// Tells whether what a column holds can be what its heading says. A blank column may be anything.
    pub(super) fn bears_out(&self, field: Field, column: usize) -> bool {
        let is_blank = self.contents[column].filled == 0;
        let mostly =
            |fits: fn(&str) -> bool, least: f64| is_blank || self.mostly(column, least, fits);
        match field {
            Field::Email => is_blank || self.contents[column].addresses > 0,
            Field::Phone => mostly(content::is_phone, 0.4),
            Field::Status => attending::bears_out(self, column),
            Field::Registered => mostly(content::is_stamp, 0.5),
            // An address book has pictures of people, which say nothing of what they allow.
            Field::Photo => is_blank || !self.mostly(column, 0.5, content::is_picture),
            Field::Name | Field::First | Field::Last => {
                // `Guest` asks whether somebody is one as well as what they are called.
                self.hardly_holds_addresses(column)
                    && !bookers::numbers_orders(self, column)
                    && !(field == Field::Name && answers_in_a_word(self, column))
            }
            // A mark is none: `Rate these [Church]`.
            Field::Organisation if self.mostly(column, 0.5, content::is_figure) => false,
            Field::Area | Field::Organisation => {
                self.hardly_holds_addresses(column)
                    && (!answers_either(self, column) || details::ask_more(self, column))
            }
            _ => true,
        }
    }
}

/// Returns what a heading says but for how it is to be treated: `Status (do not edit)`.
fn uninstructed(draft: &Draft<'_>, column: usize) -> Vec<(Field, f64)> {
    const INSTRUCTIONS: [&str; 4] = ["do not", "don t", "internal", "office use"];
    let label = draft
        .table
        .header
        .get(column)
        .and_then(|label| label.split_once('('));
    let is_instruction = |(_, behind): &(&str, &str)| {
        let behind = heading(behind);
        INSTRUCTIONS.iter().any(|start| behind.starts_with(start))
    };
    let before = label
        .filter(is_instruction)
        .map(|(before, _)| heading(before));
    before
        .map(|before| words::scores(&before))
        .unwrap_or_default()
}

/// How sure a heading is that asks for the state of a sign-up in words of its own, and one that may do so: more than a
/// question, and less than the very word.
const STATE: f64 = 91.0;
const LOOSE_STATE: f64 = 90.5;

/// Adds that a heading asks for the state of a sign-up.
fn states(scores: &mut Vec<(Field, f64)>, words: &str) {
    let score = match words {
        _ if scores.iter().any(|(field, _)| *field == Field::Status) => return,
        _ if words::is_of_sign_up(words) => STATE,
        _ if words::is_loose(words) => LOOSE_STATE,
        _ => return,
    };
    scores.push((Field::Status, score));
}

/// Adds what a heading in two languages says in each: `Fyddwch chi'n dod? / Will you attend?`. A half that is no question
/// may also say of what the other half is, as in `Bus / Attendance`: of whether people come it says nothing.
fn in_two_languages(scores: &mut Vec<(Field, f64)>, text: &str, held: &Held) {
    let Some((one, other)) = both(text) else {
        return;
    };
    for half in [one, other] {
        if half.contains('?') {
            attending::ask(scores, half, held);
        }
        for (field, score) in words::scores(&heading(half)) {
            let is_known = scores.iter().any(|(known, _)| *known == field);
            if field != Field::Status && !is_known {
                scores.push((field, score * 0.9));
            }
        }
    }
    // `Group / organisation` is for whom somebody comes, and not with whom.
    if scores
        .iter()
        .any(|(field, _)| *field == Field::Organisation)
    {
        scores.retain(|(field, _)| *field != Field::Group);
    }
}

/// As [`answers_either`], in one word: nearly all names have two, and nobody need look closer at them.
fn answers_in_a_word(draft: &Draft<'_>, column: usize) -> bool {
    let says_more = |cell: &str| cell.contains(' ') || consent::bare(cell) == Consent::Unclear;
    draft.contents[column].filled > 0 && !draft.mostly(column, 0.5, says_more)
}

/// Tells whether most cells of a column are no more than a yes or a no.
fn answers_either(draft: &Draft<'_>, column: usize) -> bool {
    // A yes or a no is short and without digits, but for `1` and `0`: most cells are seen not to be one at once.
    let may_be = |cell: &str| {
        cell.len() == 1 || cell.len() < 40 && !cell.bytes().any(|byte| byte.is_ascii_digit())
    };
    let says_more = |cell: &str| !may_be(cell) || consent::bare(cell) == Consent::Unclear;
    draft.contents[column].filled > 0 && !draft.mostly(column, 0.5, says_more)
}
