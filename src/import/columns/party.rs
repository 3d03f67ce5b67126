use super::heading::{ROLES, heading};
use super::mapping::Draft;
use super::words;
use crate::import::field::Field;
use crate::import::name;

/// What people are called who share a row, beside [`ROLES`].
const PEOPLE: &[&str] = &[
    "member",
    "person",
    "guest",
    "player",
    "student",
    "volunteer",
];

/// Sets columns of others who share a row aside, so that their addresses do not fill the gaps of whom the row is about:
/// `Member 2 Email` beside `Member 1 Email`, and `Contact Email` where `Contact Name` is not `Name`.
pub(super) fn set_aside(draft: &mut Draft<'_>) {
    let numbered: Vec<Option<(u32, String)>> = draft
        .headings
        .iter()
        .map(|heading| number(heading))
        .collect();
    let columns = 0..numbered.len();
    let own = |at: usize| {
        numbered[at].is_none() && draft.contents[at].filled > 0 && asks_name(&draft.headings[at])
    };
    // Who has a name without a number is not the first of those with one.
    let first = match columns.clone().any(own) {
        true => 0,
        false => 1,
    };
    let is_first = |(number, _): &(u32, String)| *number == first;
    if first == 1 && !numbered.iter().flatten().any(is_first) {
        return contacts(draft);
    }
    let others = columns.filter(|at| {
        matches!(&numbered[*at], Some((number, _)) if *number > first)
            && !draft.certain.contains(at)
    });
    let others: Vec<usize> = others.collect();
    let named: Vec<usize> = others
        .iter()
        .copied()
        .filter(
            |at| matches!(&numbered[*at], Some((_, rest)) if rest.is_empty() || asks_name(rest)),
        )
        .collect();
    draft.certain.extend(others);
    for (at, one) in numbered.into_iter().enumerate() {
        if let Some((number, rest)) = one
            && number == first
        {
            draft.headings[at] = match rest {
                none if none.is_empty() => "name".to_string(),
                rest => rest,
            };
        }
    }
    tell(draft, &named);
    contacts(draft);
}

/// Sets the contacts of those who come aside.
fn contacts(draft: &mut Draft<'_>) {
    let find = |wanted: &[&str]| {
        let mut columns = 0..draft.headings.len();
        columns.find(|at| {
            wanted.contains(&draft.headings[*at].as_str()) && draft.contents[*at].filled > 0
        })
    };
    let contact = find(&["contact name", "contact person"]);
    let own = find(&["name", "full name", "last name", "surname"]);
    let (Some(contact), Some(own)) = (contact, own) else {
        return;
    };
    let (mut both, mut same) = (0_usize, 0_usize);
    for row in draft.table.rows().filter(|row| row.fault.is_none()) {
        let (contact, own) = (name::key(row.cell(contact)), name::key(row.cell(own)));
        if !contact.is_empty() && !own.is_empty() {
            both += 1;
            let mut words = own.split(' ');
            same += usize::from(words.any(|word| contact.split(' ').any(|other| other == word)));
        }
    }
    if same * 2 < both {
        let columns = 0..draft.headings.len();
        let theirs = columns.filter(|at| draft.headings[*at].starts_with("contact "));
        draft.certain.extend(theirs.collect::<Vec<usize>>());
    }
}

/// Notes which columns name people who are not signed up.
pub(super) fn tell(draft: &mut Draft<'_>, columns: &[usize]) {
    for column in columns {
        let rows = draft.table.rows().filter(|row| row.fault.is_none());
        let count = rows.filter(|row| names_somebody(row.cell(*column))).count();
        if count == 0 {
            continue;
        }
        let label = draft.table.header[*column].trim();
        let rows = match count {
            1 => "1 row".to_string(),
            _ => format!("{count} rows"),
        };
        draft.notes.push(format!(
            "\"{label}\" names more people in {rows}; they are kept there, but not signed up"
        ));
    }
}

/// Tells whether a cell names somebody, and does not only count them or say that there are some.
fn names_somebody(cell: &str) -> bool {
    const ANSWERS: [&str; 12] = [
        "yes", "no", "y", "n", "ja", "nein", "oui", "non", "si", "none", "true", "false",
    ];
    let letters = cell.chars().any(char::is_alphabetic);
    letters && !ANSWERS.contains(&heading(cell).as_str()) && !name::is_placeholder(cell)
}

/// Tells whether a heading asks for a name, in whatever words.
fn asks_name(words: &str) -> bool {
    let mut scores = words::scores(words).into_iter();
    !words::about_somebody_else(words)
        && scores.any(|(field, _)| [Field::Name, Field::First].contains(&field))
}

/// Returns which of several people a heading is about, and what it asks: 2 and `email` for `Member 2 Email`.
fn number(words: &str) -> Option<(u32, String)> {
    let mut rest: Vec<&str> = words.split(' ').collect();
    let digits = |c: char| c.is_ascii_digit();
    let at = rest.iter().position(|word| {
        let word = word.trim_end_matches(digits);
        PEOPLE.contains(&word) || ROLES.contains(&word)
    })?;
    let tail = rest[at].trim_start_matches(|c: char| !digits(c));
    let number = match tail {
        "" => rest.get(at + 1)?.parse().ok()?,
        tail => tail.parse().ok()?,
    };
    rest.drain(at..=at + usize::from(tail.is_empty()));
    (1..=99).contains(&number).then(|| (number, rest.join(" ")))
}
