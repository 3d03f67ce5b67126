use std::collections::HashSet;

use super::super::content::{is_constant, is_one};
use super::super::draft::Draft;
use super::super::heading::without_role;
use super::super::words;
use super::reached::is_of_somebody_else;
use crate::import::clean;
use crate::import::field::Field;
use crate::model::{EmailAddress, order_by_key};

/// Words beside an address that may be anybody's: of few rows that have the same one it is not theirs.
const OF_OTHERS: [&str; 8] = [
    "user",
    "to",
    "contact",
    "owner",
    "host",
    "organiser",
    "organizer",
    "admin",
];

/// Decides which column holds people's addresses: the one with the most of them, whatever it is called, as long as it
/// is not about somebody else. Microsoft Forms has `anonymous` under `Email`, and the addresses under a question.
pub(in crate::import::columns) fn choose(draft: &mut Draft<'_>) {
    if draft.wished.contains(&Field::Email) {
        return;
    }
    let headed: Vec<usize> = draft.of(Field::Email).to_vec();
    let count = |column: usize| draft.contents[column].addresses;
    if headed
        .iter()
        .any(|column| draft.certain.contains(column) && count(*column) > 0)
    {
        return;
    }
    // One address in all rows is that of somebody who signed all the others up, or who asked them to.
    // A family may have one too.
    let is_of_others = |column: usize| {
        let heading = draft.headings.get(column).map_or("", String::as_str);
        OF_OTHERS.iter().any(|word| words::holds(heading, word))
    };
    let is_anybodys = |column: usize| {
        is_constant(draft.table, column) || is_of_others(column) && is_one(draft.table, column)
    };
    // Without headings, who bought for many can only be told from the many by standing in all their rows.
    let worth = |column: usize| match draft.headings.is_empty() {
        true => different(draft, column),
        false => count(column),
    };
    let about = |column: usize, test: fn(&str) -> bool| {
        draft.headings.get(column).is_some_and(|text| test(text))
    };
    // Who has no other name may have it beside their address.
    let named = [Field::Name, Field::First]
        .iter()
        .any(|field| !draft.of(*field).is_empty());
    let most = |test: &dyn Fn(usize) -> bool| {
        (0..draft.table.width())
            .filter(|column| !draft.is_used(*column) && !draft.certain.contains(column))
            .filter(|column| test(*column))
            .filter(|column| count(*column) * 2 >= draft.contents[*column].filled.max(1))
            .filter(|column| !named || is_alone(draft, *column))
            .filter(|column| !is_of_somebody_else(draft, *column))
            .max_by_key(|column| (worth(*column), std::cmp::Reverse(*column)))
    };
    let mut unnamed = most(&|column| !about(column, words::about_somebody_else));
    // `University Email` is somebody's own if they give no other.
    if unnamed.is_none() && headed.iter().all(|column| count(*column) == 0) {
        unnamed =
            most(&|column| about(column, words::through_work) && !is_constant(draft.table, column));
    }
    let mut columns = headed;
    leave_strangers_out(draft, &mut columns, &is_anybodys);
    // A question that is not called e-mail only counts where those that are hold less than half as many.
    let best = columns
        .iter()
        .map(|column| count(*column))
        .max()
        .unwrap_or(0);
    if let Some(unnamed) = unnamed.filter(|column| count(*column) > best * 2) {
        columns.push(unnamed);
    }
    // Stable: the one whose heading is the surest comes first, unless hardly anybody has filled it in.
    let most = columns.iter().map(|column| count(*column)).max();
    order_by_key(&mut columns, |column| {
        count(*column) * 2 < most.unwrap_or(0)
    });
    columns.retain(|column| count(*column) > 0);
    if columns.len() > 1 {
        let own = |column: &usize| !is_anybodys(*column);
        if columns.iter().any(own) {
            columns.retain(own);
        }
    }
    // Few addresses that stand in many rows are those of mentors, not the second ones of whoever they look after.
    let few = |column: &usize| different(draft, *column) * 2 < count(*column);
    let mut first = true;
    columns.retain(|column| std::mem::take(&mut first) || !few(column));
    if columns.len() > 1 {
        let note = used_where_blank(draft, &columns);
        draft.notes.push(note);
    }
    if let [chosen] = columns[..] {
        tell_of_others(draft, chosen);
    }
    draft.set(Field::Email, columns);
}

/// Says of several columns of addresses that the first one that is filled counts.
pub(in crate::import::columns) fn used_where_blank(draft: &Draft<'_>, columns: &[usize]) -> String {
    let label = |column: &usize| match draft.table.header.get(*column) {
        Some(label) => format!("\"{}\"", label.trim()),
        None => format!("column {}", column + 1),
    };
    let labels: Vec<String> = columns.iter().map(label).collect();
    let (first, others) = labels.split_first().unzip();
    format!(
        "{} holds addresses too and is used where {} is blank",
        others.unwrap_or_default().join(", "),
        first.map_or("", String::as_str)
    )
}

/// So many times as many addresses as under the very word `Email` may only be people's own, whatever else is said of them.
const MANY: usize = 5;

/// Leaves out columns that only hold the word for an address among others which may make it somebody else's, where one
/// that is headed by nothing else holds addresses: mail to a stranger is worse than none.
fn leave_strangers_out(
    draft: &Draft<'_>,
    columns: &mut Vec<usize>,
    is_anybodys: &impl Fn(usize) -> bool,
) {
    let count = |column: usize| draft.contents[column].addresses;
    let heading = |column: usize| draft.headings.get(column).map_or("", String::as_str);
    let is_plainly = |heading: &str| words::is_exactly(heading, Field::Email);
    let is_plain = |column: usize| is_plainly(heading(column));
    let is_of_whoever_comes =
        |at: usize| without_role(heading(at)).is_some_and(|rest| is_plainly(&rest));
    let plain = columns.iter().copied();
    let plain = plain.filter(|at| is_plain(*at) && !is_anybodys(*at));
    let held = plain.map(count).max().unwrap_or(0);
    columns.retain(|column| {
        let at = *column;
        held == 0
            || is_plain(at)
            || words::is_own_address(heading(at))
            || is_of_whoever_comes(at)
            || words::is_through_a_club(heading(at)) && are_own(draft, at)
            || count(at) > held * MANY
    });
}

/// Mailboxes that are nobody's own.
const SHARED: &str = "info|office|contact|secretary|admin|hello|enquiries|mail|post|club|society|committee|chair|treasurer|team";

/// Tells whether the addresses of a column may be people's own: each another one, and none of a whole club.
fn are_own(draft: &Draft<'_>, column: usize) -> bool {
    let shared = |cell: &str| {
        let mailbox = cell.split_once('@').map_or("", |(mailbox, _)| mailbox);
        words::is_any(&mailbox.to_lowercase(), SHARED)
    };
    different(draft, column) == draft.contents[column].addresses && !draft.any(column, shared)
}

/// Tells whether the addresses of a column mostly have their cells for themselves: in a sentence one may be a friend's.
fn is_alone(draft: &Draft<'_>, column: usize) -> bool {
    let alone = |cell: &str| {
        let found = clean::addresses(cell);
        found.first.is_some() && found.more.is_empty()
    };
    let (alone, filled) = draft.share(column, |cell| {
        cell.contains('@') && (EmailAddress::is_one(cell) || alone(cell))
    });
    alone * filled as f64 * 2.0 >= draft.contents[column].addresses as f64
}

/// Notes which other columns of a file without headings hold addresses: they may be people too.
fn tell_of_others(draft: &mut Draft<'_>, chosen: usize) {
    if !draft.headings.is_empty() {
        return;
    }
    let others = (0..draft.table.width()).filter(|at| {
        *at != chosen && draft.contents[*at].addresses * 2 >= draft.contents[*at].filled.max(1)
    });
    let others: Vec<String> = others.map(|at| format!("column {}", at + 1)).collect();
    if !others.is_empty() {
        draft.notes.push(format!(
            "{} holds addresses too; they are kept, but nobody is signed up for them",
            others.join(", ")
        ));
    }
}

/// How many different addresses a column holds.
fn different(draft: &Draft<'_>, column: usize) -> usize {
    let rows = draft.rows();
    let addresses = rows
        .map(|row| row.cell(column))
        .filter(|cell| cell.contains('@'));
    addresses.collect::<HashSet<&str>>().len()
}
