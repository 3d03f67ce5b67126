//! Columns of which each is headed by an answer to whether people come, and ticked by those who give it: `Yes`, `No` and
//! `Maybe` side by side, `Coming` and `Not coming`, or all of them below one question.

use super::super::content;
use super::super::draft::Draft;
use super::super::heading::heading;
use super::super::options::parts;
use super::super::words;
use super::attending::is_to_come;
use super::occasions;
use super::unread;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::standing::{Standing, answers};
use crate::import::{read::RawRow, stamp};

/// Such columns stand among the first; to look at thousands takes long.
const MOST_COLUMNS: usize = 500;

/// A column that is ticked by those who give the answer above it.
#[derive(Clone, Debug)]
pub(in crate::import) struct Answer {
    pub(in crate::import) column: usize,
    /// What a tick says.
    said: Standing,
    /// The answer itself, as headings are written: some write it down instead of a tick.
    answer: String,
    /// It is a bare yes, no or maybe, which may be one to anything.
    is_bare: bool,
}

/// The columns of all answers to one question.
pub(in crate::import::columns) struct Group {
    answers: Vec<Answer>,
    /// What is asked, if it is written anywhere.
    question: Option<String>,
    /// Nothing but ticks stands in them, of which no row has two.
    is_plain: bool,
}

impl Answer {
    /// Returns what a cell says; none if it is not ticked.
    pub(in crate::import) fn said(&self, cell: &str) -> Option<Standing> {
        (self.is_ticked(cell) == Some(true)).then_some(self.said)
    }

    /// Tells whether a cell is ticked: with a mark, the answer or its first letter, the day on which it was given, or with how
    /// many it was given for; none if it is not known.
    fn is_ticked(&self, cell: &str) -> Option<bool> {
        if cell.is_empty() {
            return Some(false);
        }
        let word = heading(cell);
        let is_letter = || word.len() == 1 && self.answer.starts_with(&word);
        let is_off = self.said == Standing::Cancelled;
        let is_cross = || is_off && matches!(cell.trim_end_matches('\u{fe0f}'), "✗" | "✘" | "❌");
        if word == self.answer || is_letter() || is_cross() {
            return Some(true);
        }
        let count = (word.len() < 3).then(|| word.parse::<u8>().ok()).flatten();
        match consent::bare(cell) {
            Consent::Yes => Some(true),
            Consent::No => Some(false),
            Consent::Unclear if count.is_some() => Some(true),
            Consent::Unclear => stamp::is_stamp(cell).then_some(true),
        }
    }
}

/// Finds groups of such columns, and leaves them to nothing else.
pub(in crate::import::columns) fn find(draft: &mut Draft<'_>) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let mut open: Option<Group> = None;
    for column in 0..=draft.headings.len().min(MOST_COLUMNS) {
        let next = answer(draft, column);
        if let Some((question, answer)) = &next
            && let Some(group) = &mut open
            && group.question == *question
            && group.answers.iter().all(|other| other.said != answer.said)
        {
            group.answers.push(answer.clone());
            continue;
        }
        found.extend(open.take());
        open = next.map(|(question, answer)| Group {
            answers: vec![answer],
            question,
            is_plain: false,
        });
    }
    let says_no = |answer: &Answer| answer.said == Standing::Cancelled;
    found.retain(|group| group.answers.len() > 1 && group.answers.iter().any(says_no));
    for group in &mut found {
        group.is_plain = group.is_ticked(draft);
        if group.question.is_none() {
            let asked = asked_beside(draft, group);
            group.question = asked.filter(|asked| group.is_bare() || is_of_another_field(asked));
        }
        // The name of the event alone asks nothing.
        let names_it = |asked: &String| {
            occasions::names_it(&heading(asked), draft.held) && !is_to_come(asked, draft.held)
        };
        if group.is_bare() && group.question.as_ref().is_some_and(names_it) {
            group.question = None;
        }
    }
    found.extend(apart(draft).filter(|_| found.is_empty()));
    found.retain(|group| {
        // Answers that say by themselves what they are ones to are known one by one too.
        let is_ours = group.is_of_coming(draft);
        if group.is_plain && (is_ours && !group.is_open() || !group.is_bare()) {
            let columns = group.answers.iter().map(|answer| answer.column);
            draft.certain.extend(columns);
        }
        is_ours && (group.is_plain || group.is_bare())
    });
    found
}

/// Returns a yes and a no that do not stand side by side: other columns may be about whoever stands below each.
fn apart(draft: &Draft<'_>) -> Option<Group> {
    let columns = 0..draft.headings.len().min(MOST_COLUMNS);
    let all = columns.filter_map(|column| answer(draft, column));
    let bare = all.filter(|(question, answer)| question.is_none() && answer.is_bare);
    let answers: Vec<Answer> = bare.map(|(_, answer)| answer).collect();
    let mut said: Vec<Standing> = answers.iter().map(|answer| answer.said).collect();
    said.dedup();
    let is_one = said.contains(&Standing::Coming) && said.contains(&Standing::Cancelled);
    (is_one && said.len() == answers.len()).then_some(Group {
        answers,
        question: None,
        is_plain: false,
    })
}

/// Returns the question of a column that is headed by an answer, and that.
fn answer(draft: &Draft<'_>, column: usize) -> Option<(Option<String>, Answer)> {
    let text = draft.table.header.get(column)?;
    let is_wished = draft.of(Field::Status).contains(&column);
    if draft.certain.contains(&column) && !is_wished || text.len() > 200 {
        return None;
    }
    let known = |word: &str| {
        let bare = answers::bare(word).map(|said| (said, true));
        bare.or_else(|| answers::of_coming(word).map(|said| (said, false)))
    };
    let made = |text: &str| {
        let answer = heading(text);
        let (said, is_bare) = known(&answer)?;
        Some(Answer {
            column,
            said,
            answer,
            is_bare,
        })
    };
    if let Some(whole) = made(text) {
        return Some((None, whole));
    }
    let (question, own) = parts(text)?;
    // The label of another column is carried on where the question has none of its own.
    let is_label = draft.table.header.iter().any(|label| label == question);
    Some(((!is_label).then(|| question.to_string()), made(own)?))
}

/// Returns what is asked above a group, or in a column before it in which nothing stands.
fn asked_beside(draft: &Draft<'_>, group: &Group) -> Option<String> {
    let first = group.answers.first()?.column;
    let asked = |text: &str| Some(text.trim().to_string()).filter(|text| !text.is_empty());
    let above = asked(draft.table.above_column(first));
    // The title of the list may ask something else too.
    // And it asks whether people come only where no other column asks anything but who somebody is.
    let of_person = [
        Field::Name,
        Field::First,
        Field::Last,
        Field::Email,
        Field::Phone,
    ];
    let is_known = |at: usize| {
        let is_own = group.answers.iter().any(|answer| answer.column == at);
        let best = || words::best(&draft.headings[at]);
        is_own
            || draft.headings[at].is_empty()
            || best().is_some_and(|(best, _)| of_person.contains(&best))
    };
    let asks = |title: &String| {
        is_of_another_field(title)
            || is_to_come(title, draft.held) && (0..draft.headings.len()).all(is_known)
    };
    let title = || asked(draft.table.above_column(0)).filter(asks);
    let before = || {
        let before = first.checked_sub(1)?;
        let label = asked(&draft.table.header[before])?;
        (draft.contents[before].filled == 0).then_some(label)
    };
    above.or_else(title).or_else(before)
}

/// Tells whether a text asks for a consent, or for what somebody eats or needs.
fn is_of_another_field(text: &str) -> bool {
    let words = heading(text);
    let others = [Field::Updates, Field::Photo, Field::Diet, Field::Access];
    let asked = words::scores(&words);
    words::is_a_meal(&words) || asked.iter().any(|(field, _)| others.contains(field))
}

impl Group {
    /// Tells whether none of the answers says by itself what it is one to.
    fn is_bare(&self) -> bool {
        self.answers.iter().all(|answer| answer.is_bare)
    }

    /// Tells whether they may be answers to anything.
    fn is_open(&self) -> bool {
        self.is_bare() && self.question.is_none()
    }

    /// Tells whether the question is whether people come, or none is known.
    fn is_of_coming(&self, draft: &Draft<'_>) -> bool {
        let asks = |question: &String| {
            is_to_come(question, draft.held) || occasions::names_it(&heading(question), draft.held)
        };
        self.question.as_ref().is_none_or(asks)
    }

    /// Tells whether its columns hold nothing but ticks, of which no row has two.
    fn is_ticked(&self, draft: &Draft<'_>) -> bool {
        let filled = |answer: &Answer| draft.contents[answer.column].filled;
        let ticks = |row: RawRow<'_>| {
            let ticked = |answer: &Answer| answer.is_ticked(row.cell(answer.column));
            let ticked: Option<Vec<bool>> = self.answers.iter().map(ticked).collect();
            ticked.map(|ticked| ticked.into_iter().filter(|is| *is).count())
        };
        self.answers.iter().map(filled).sum::<usize>() > 0
            && draft
                .rows()
                .all(|row| ticks(row).is_some_and(|ticks| ticks < 2))
    }

    fn labels(&self, draft: &Draft<'_>) -> String {
        let labels = self.answers.iter();
        let labels =
            labels.map(|answer| format!("\"{}\"", draft.table.header[answer.column].trim()));
        let labels: Vec<String> = labels.collect();
        match labels.split_last() {
            Some((last, others)) if !others.is_empty() => {
                format!("{} and {last}", others.join(", "))
            }
            _ => labels.join(""),
        }
    }
}

/// Lets these columns say whether people come. Of answers that may be ones to anything it is told that they were not read.
pub(in crate::import::columns) fn settle(draft: &mut Draft<'_>, groups: Vec<Group>) {
    let others = draft.of(Field::Status).to_vec();
    for group in groups {
        let is_wished = group
            .answers
            .iter()
            .any(|answer| others.contains(&answer.column));
        let is_meant = match draft.wished.contains(&Field::Status) {
            true => is_wished,
            false => group.is_plain && !group.is_open(),
        };
        if !is_meant {
            tell(draft, &group);
            continue;
        }
        for answer in group.answers {
            if !draft.of(Field::Status).contains(&answer.column) {
                draft.columns[Field::Status as usize].push(answer.column);
            }
            draft.answers.push(answer);
        }
    }
}

/// Notes who has ticked a no that was not read, of which no other column says that its person does not come.
fn tell(draft: &mut Draft<'_>, group: &Group) {
    let no = group
        .answers
        .iter()
        .find(|answer| answer.said == Standing::Cancelled);
    let Some(no) = no.filter(|_| !draft.wished.contains(&Field::Status)) else {
        return;
    };
    // It may as well be the number of something.
    if draft.is_used(no.column) || draft.mostly(no.column, 1.0, content::is_figure) {
        return;
    }
    let says_no = |cell: &str| !cell.is_empty() && no.is_ticked(cell) != Some(false);
    let rows = draft.rows().filter(|row| says_no(row.cell(no.column)));
    let rows = match rows
        .filter(|row| !unread::is_said(draft, |at| row.cell(at)))
        .count()
    {
        0 => return,
        1 => "1 row has".to_string(),
        count => format!("{count} rows have"),
    };
    let label = draft.table.header[no.column].trim();
    draft.notes.push(format!(
        "{} were not read: {rows} something below \"{label}\", which cancels nobody; if it answers whether they come, say --map status=\"{label}\"",
        group.labels(draft)
    ));
}
