use super::super::content;
use super::super::draft::Draft;
use super::super::heading::heading;
use super::super::{headless, words};
use super::ordinal;
use crate::import::field::Field;
use crate::import::name;
use crate::import::read::RawRow;
use crate::import::texts;

/// Who shares a row stands among the first columns; to compare thousands with each other takes long.
const MOST_COLUMNS: usize = 500;

/// Sets columns of others who share a row aside, so that their addresses do not fill the gaps of whom the row is about:
/// `Member 2 Email` beside `Member 1 Email`, and `Contact Email` where `Contact Name` is not `Name`.
pub(in crate::import::columns) fn set_aside(draft: &mut Draft<'_>) {
    counted(draft);
    to_be_asked(draft);
    guests(draft);
}

/// Sets those aside whose headings count them, and contacts.
fn counted(draft: &mut Draft<'_>) {
    let numbered: Vec<Option<(u32, String)>> = draft
        .headings
        .iter()
        .map(|heading| ordinal::of_person(heading))
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
        second(draft);
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
    let counts: Vec<u32> = numbered
        .iter()
        .flatten()
        .map(|(number, _)| *number)
        .collect();
    draft.certain.extend(others);
    if first == 1 {
        beside(draft, &counts);
    }
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
    second(draft);
    contacts(draft);
}

/// Sets aside what only has the number of somebody that was set aside: `Email 2` of `Adult 2`, beside `Email 1` of `Adult 1`.
fn beside(draft: &mut Draft<'_>, counts: &[u32]) {
    if draft.headings.len() > MOST_COLUMNS {
        return;
    }
    let ends = |at: &usize| draft.headings[*at].ends_with(|c: char| c.is_ascii_digit());
    let columns = (0..draft.headings.len()).filter(ends);
    let asked = columns.map(|at| (at, ordinal::of_question(&draft.headings, at)));
    let asked: Vec<(usize, (u32, &str))> = asked.collect();
    let is_theirs = |(_, (number, rest)): &&(usize, (u32, &str))| {
        *number > 1
            && counts.contains(number)
            && asked.iter().any(|(_, other)| *other == (1, rest))
            && words::best(rest).is_some_and(|(field, _)| field.is_identity())
    };
    let theirs: Vec<usize> = asked.iter().filter(is_theirs).map(|(at, _)| *at).collect();
    draft.certain.extend(theirs);
}

/// Sets the columns of a second person aside whose headings have only a number: `Name 2` and `Email 2`, where `Name 2` is
/// mostly another name than `Name`. A question that a form asks in two places has one answer in a row.
fn second(draft: &mut Draft<'_>) {
    if draft.headings.len() > MOST_COLUMNS {
        return;
    }
    let columns = 0..draft.headings.len();
    let asked: Vec<(u32, &str)> = columns
        .clone()
        .map(|at| ordinal::of_question(&draft.headings, at))
        .collect();
    let is_other = |at: &usize| {
        let (number, rest) = asked[*at];
        let first = asked.iter().position(|other| *other == (1, rest));
        number > 1
            && !draft.certain.contains(at)
            && asks_name(rest)
            && first.is_some_and(|first| differ(draft, first, *at))
    };
    let named: Vec<usize> = columns.clone().filter(is_other).collect();
    let theirs = columns.filter(|at| named.iter().any(|named| asked[*named].0 == asked[*at].0));
    let theirs: Vec<usize> = theirs.collect();
    draft.certain.extend(theirs);
    tell(draft, &named);
}

/// Sets whoever is to be asked aside where somebody else is named, unless they mostly are the same.
fn to_be_asked(draft: &mut Draft<'_>) {
    let mut columns = 0..draft.headings.len();
    let theirs = columns
        .clone()
        .filter(|at| words::is_to_be_asked(&draft.headings[*at]) && !draft.certain.contains(at));
    let theirs: Vec<usize> = theirs.collect();
    let is_name = |at: &usize| {
        let mut scores = words::scores(&draft.headings[*at]).into_iter();
        draft.contents[*at].filled > 0
            && !theirs.contains(at)
            && !draft.headings[*at].starts_with("contact")
            && scores.any(|(field, score)| {
                matches!(field, Field::Name | Field::First | Field::Last) && score > 90.0
            })
    };
    let Some(own) = columns.find(is_name) else {
        return;
    };
    let named = |at: &&usize| draft.mostly(**at, 0.8, content::is_name);
    let same = |at: &usize| draft.contents[*at].filled > 0 && !differ(draft, own, *at);
    if !theirs.iter().filter(named).any(same) {
        draft.certain.extend(theirs);
    }
}

/// Sets guests aside where somebody else is asked who they are, since these bring them; in a list of guests they are who
/// comes.
fn guests(draft: &mut Draft<'_>) {
    let is_asked = |at: &usize| {
        let mut scores = words::scores(&draft.headings[*at]).into_iter();
        !draft.certain.contains(at) && scores.any(|(field, _)| field.is_identity())
    };
    let is_own = |at: &usize| {
        let heading = draft.headings[*at].as_str();
        draft.contents[*at].filled > 0
            && !words::about_guests(heading)
            && !words::about_somebody_else(heading)
            && (draft.contents[*at].addresses > 0 || is_asked(at))
    };
    let mut columns = 0..draft.headings.len();
    let known = Field::ALL.into_iter().filter(|field| field.is_identity());
    let known = known.flat_map(|field| draft.of(field)).count() > 0;
    if !known && !columns.any(|at| is_own(&at)) {
        return;
    }
    let is_guest = |at: &usize| words::about_guests(&draft.headings[*at]) && is_asked(at);
    let theirs: Vec<usize> = (0..draft.headings.len()).filter(is_guest).collect();
    let asks_name = |at: &usize| asks_name(&draft.headings[*at]);
    let mut columns = 0..draft.headings.len();
    let named = known || columns.any(|at| is_own(&at) && asks_name(&at));
    if let Some(name) = theirs.iter().find(|at| asks_name(at)).filter(|_| !named) {
        // A bare `Guest` beside another column of names is whom a member brings.
        let others = headless::names(draft);
        let brings =
            draft.headings[*name] == "guest" && others.iter().any(|at| !theirs.contains(at));
        if theirs.iter().all(|at| draft.contents[*at].addresses == 0) && !brings {
            // An invitation calls them so, and their addresses are nobody else's.
            return;
        }
        let label = draft.table.header[*name].trim();
        draft.notes.push(format!(
            "\"{label}\" is taken for the name of somebody else; if it is who comes, say --map name=\"{label}\""
        ));
    }
    draft.certain.extend(theirs);
}

/// Tells whether most names in a column are others than those in another.
fn differ(draft: &Draft<'_>, one: usize, other: usize) -> bool {
    let (mut filled, mut different) = (0_usize, 0_usize);
    for row in draft.rows() {
        let (one, other) = (name::key(row.cell(one)), name::key(row.cell(other)));
        if !other.is_empty() {
            filled += 1;
            different += usize::from(!one.is_empty() && one != other);
        }
    }
    different * 2 > filled
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
    for row in draft.rows() {
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
    let own = draft.of(Field::Email);
    let of_guests = |at: &usize| !own.contains(at) && words::about_guests(&draft.headings[*at]);
    let theirs: Vec<usize> = (0..draft.headings.len()).filter(of_guests).collect();
    for column in columns {
        let (mut rows, mut count, mut differs) = (0_usize, 0_usize, false);
        for row in draft.rows() {
            let cell = row.cell(*column);
            rows += 1;
            if names_somebody(cell) {
                count += 1;
                differs = differs
                    || name::key(cell) != name::key(&draft.written(&row))
                    || holds_another_address(draft, &row, &theirs);
            }
        }
        // Whoever a row is about is told once more in some exports, under the name of guests: in all rows, or nearly.
        if count == 0 || !differs && count * 10 >= rows * 9 {
            continue;
        }
        let label = draft.table.header[*column].trim();
        let rows = texts::rows(count);
        draft.notes.push(format!(
            "\"{label}\" names more people in {rows}; they are kept there, but not signed up"
        ));
    }
}

/// Tells whether one of some columns holds an address in a row that whoever it is about has not.
fn holds_another_address(draft: &Draft<'_>, row: &RawRow<'_>, columns: &[usize]) -> bool {
    let is_own = |cell: &str| {
        let mut own = draft.of(Field::Email).iter().map(|at| row.cell(*at));
        own.any(|own| own.eq_ignore_ascii_case(cell))
    };
    let mut cells = columns.iter().map(|at| row.cell(*at));
    cells.any(|cell| cell.contains('@') && !is_own(cell))
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
pub(super) fn asks_name(words: &str) -> bool {
    let mut scores = words::scores(words).into_iter();
    !words::about_somebody_else(words)
        && scores.any(|(field, _)| [Field::Name, Field::First].contains(&field))
}
