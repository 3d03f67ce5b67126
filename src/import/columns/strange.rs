use super::content::is_clock;
use super::draft::Draft;
use super::mapping::Mapping;
use crate::error::{Error, Result};
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};

/// What holds somebody's name.
const NAMES: [Field; 3] = [Field::Name, Field::First, Field::Last];

/// Fields that a list of people has and nothing else; an agenda has times, and notes too.
const OF_PEOPLE: [Field; 9] = [
    Field::Email,
    Field::Phone,
    Field::Organisation,
    Field::Area,
    Field::Ticket,
    Field::Updates,
    Field::Photo,
    Field::Access,
    Field::Diet,
];

/// So many rows of lower case are a list of names, and not a sentence that is broken into lines.
const FEW: usize = 3;

/// Small words in names.
const PARTICLES: WordList = list![
    "a", "al", "ab", "ap", "af", "av", "bin", "bint", "ben", "d", "da", "dal", "das", "de", "del",
    "della", "den", "der", "di", "do", "dos", "du", "e", "el", "ferch", "i", "ibn", "la", "las",
    "le", "los", "na", "nic", "ni", "op", "san", "st", "te", "ten", "ter", "und", "and", "van",
    "von", "y", "z", "zu",
];

/// Takes nothing for names that only looks like it in a file that says in no other way that it is about people: an
/// agenda, a letter. Returns how the column is called that looked so.
pub(super) fn set_aside(draft: &mut Draft<'_>) -> Option<usize> {
    let known = |field: &Field| !draft.of(*field).is_empty();
    let addressed = draft.contents.iter().any(|content| content.addresses > 0);
    if !draft.guessed || addressed || OF_PEOPLE.iter().any(known) {
        return None;
    }
    let column = NAMES
        .iter()
        .find_map(|field| draft.of(*field).first().copied())?;
    let columns = NAMES.iter().flat_map(|field| draft.of(*field));
    let columns: Vec<usize> = columns.copied().collect();
    let is_of_all = !draft.table.how.unparted;
    if draft.headings.is_empty() && is_of_all && !is_odd(draft) && are_names(draft, &columns) {
        return None;
    }
    NAMES.iter().for_each(|field| draft.set(*field, Vec::new()));
    Some(column)
}

/// Says whether what stands in some columns, taken together, can hardly be anything but names.
pub(super) fn are_names(draft: &Draft<'_>, columns: &[usize]) -> bool {
    let (mut all, mut upper, mut several, mut two) = (0, 0, 0, 0);
    for row in draft.rows() {
        let cells: Vec<&str> = columns.iter().map(|at| row.cell(*at)).collect();
        let name = cells.join(" ");
        // What somebody has written behind a name is no part of it.
        let name = name.split(['(', '[']).next().unwrap_or_default();
        let words: Vec<&str> = name.split_whitespace().collect();
        if words.is_empty() {
            continue;
        }
        all += 1;
        upper += usize::from(words.iter().all(|word| is_of_name(word)));
        several += usize::from(words.len() > 1 || !name.is_ascii());
        two += usize::from(words.len() == 2);
    }
    upper * 5 >= all * 4 && several * 2 >= all || all >= FEW && two * 5 >= all * 4
}

fn is_of_name(word: &str) -> bool {
    let begins = word.trim_start_matches(|c: char| !c.is_alphabetic());
    let mut parts = word.split(|c: char| !c.is_alphabetic());
    !begins.starts_with(char::is_lowercase)
        || parts
            .next_back()
            .is_some_and(|part| part.starts_with(char::is_uppercase))
        || word
            .split(|c: char| !c.is_alphabetic())
            .next()
            .is_some_and(|part| PARTICLES.contains(part))
}

/// Says whether a file without headings has a column of times of the day, or words above a column of numbers: an
/// agenda, or a header that nobody knows.
fn is_odd(draft: &Draft<'_>) -> bool {
    let rows = || draft.rows();
    let Some(first) = rows().next() else {
        return false;
    };
    let is_data = |cell: &str| {
        let digits = cell.chars().filter(char::is_ascii_digit).count();
        digits > 0 && digits > cell.chars().filter(|c| c.is_alphabetic()).count()
    };
    (0..draft.table.width()).any(|column| {
        let label = first.cell(column);
        let below = || rows().skip(1).map(|row| row.cell(column));
        let all = below().filter(|cell| !cell.is_empty()).count();
        let data = below().filter(|cell| is_data(cell)).count();
        let headed = label.chars().any(char::is_alphabetic) && !is_data(label);
        draft.mostly(column, 0.8, is_clock) || headed && all > 0 && data * 5 >= all * 4
    })
}

impl Mapping {
    /// Makes sure that something in a table says that it is about people. `name` is the file's.
    ///
    /// # Errors
    /// When only one column looks like names and nothing else says so.
    pub fn refuse_strange(&self, name: &str) -> Result<()> {
        let Some(column) = self.strange else {
            return Ok(());
        };
        let label = self.label(column);
        let message = format!(
            "`{name}` is no list of sign-ups as far as it says: no column is known to hold names, addresses or phone numbers"
        );
        let hint =
            format!("if it is one, say which column holds the names: --map name=\"{label}\"");
        Err(Error::new(message).hint(hint))
    }
}
