use super::Standing;
use super::column;
use super::filing::fold::{fold, moment};
use super::orders::Orders;
use super::spelling::same_letters;
use crate::error::{Error, Result};
use crate::model::{Registration, Registrations, Status, Submission, Submissions};

/// Makes one person of two who are the same: the first keeps code and values and gets what only the second has. What the
/// second says otherwise is kept in the note, but a no to being written to counts, and so does an address that they gave
/// later: they have mended it. They come if one of them does, unless their last answer was that they do not. What was sent
/// by the second counts as sent by the first from now on, so that no import makes them two again. Returns the name of the
/// second.
///
/// # Errors
/// When nobody has one of the codes, or both are one.
pub fn merge(
    list: &mut Registrations,
    known: &mut Submissions,
    (kept, gone): (&str, &str),
) -> Result<String> {
    let (kept, gone) = (list.place(kept)?, list.place(gone)?);
    if kept == gone {
        return Err(Error::new("that is one code twice").hint("give the codes of two people"));
    }
    let columns = list.columns().names().to_vec();
    let second = list.get(gone).cloned();
    let last = match (list.get(kept), &second) {
        (Some(first), Some(second)) => Last::of(known, first, second),
        _ => Last::default(),
    };
    let (Some(first), Some(second)) = (list.get_mut(kept), second) else {
        return Err(Error::new("nobody has that code"));
    };
    let mut also = Vec::new();
    for column in &columns {
        let (ours, theirs) = (first.get(column), second.get(column));
        if theirs.is_empty() || same_letters(ours, theirs) {
            continue;
        }
        match column.as_str() {
            "code" | "status" | "source" | "source_id" => {}
            "registered" if ours.is_empty() || theirs < ours => first.set(column, theirs),
            "registered" => {}
            _ if ours.is_empty() => first.set(column, theirs),
            "email" if last.has_address => {
                also.push(ours.to_string());
                first.set(column, theirs);
            }
            "name" | "email" | "phone" | "note" => also.push(theirs.to_string()),
            // Who has said no once is not written to.
            "updates" | "photo" if theirs == "no" => first.set(column, theirs),
            "updates" | "photo" => {}
            // An allergy must not go with the row that told of it.
            _ => also.push(format!("{column}: {theirs}")),
        }
    }
    if !also.is_empty() {
        let note = first.get("note");
        let gap = if note.is_empty() { "" } else { "\n" };
        let note = format!("{note}{gap}also {}", also.join(", "));
        first.set("note", &note);
    }
    let is_off =
        last.is_off && [first.status(), second.status()].contains(&Some(Status::Cancelled));
    if is_off {
        first.set_status(Status::Cancelled);
    } else if alive(second.status()) > alive(first.status())
        && let Some(status) = second.status()
    {
        first.set_status(status);
    }
    let code = first.code().to_string();
    for submission in &mut known.list {
        if submission.code() == second.code() {
            submission.set_code(&code);
        }
    }
    let (name, email) = (second.name().to_string(), second.email().to_string());
    list.remove(gone);
    Ok(if name.is_empty() { email } else { name })
}

/// How much of a place a status is.
fn alive(status: Option<Status>) -> u8 {
    match status {
        Some(Status::Confirmed) => 3,
        Some(Status::Waiting) => 2,
        Some(Status::Pending) => 1,
        _ => 0,
    }
}

/// What two rows that are one person said last, as far as it was sent.
#[derive(Default)]
struct Last {
    /// Whether it is that they do not come, and nobody has given them a place by hand all the same.
    is_off: bool,
    /// Whether the second gave an address later than the first gave theirs, which nobody has changed by hand since.
    has_address: bool,
}

impl Last {
    fn of(known: &Submissions, first: &Registration, second: &Registration) -> Self {
        let sent = |by: &Registration| {
            let sent = known.list.iter().filter(|one| one.code() == by.code());
            sent.collect::<Vec<&Submission>>()
        };
        let (ours, theirs) = (sent(first), sent(second));
        let last = |sent: &[&Submission], counts: fn(&Submission) -> bool| {
            let sent = sent.iter().filter(|one| counts(one));
            sent.map(|one| moment(one).to_string()).max()
        };
        let gave = |sent| last(sent, |one| !one.get(column::EMAIL).is_empty());
        let said = |sent| last(sent, |_| true);
        let orders = Orders::default();
        let is_as_sent =
            fold(&ours, &orders).values.get(&column::EMAIL).copied() == Some(first.email());
        let all: Vec<&Submission> = ours.iter().chain(&theirs).copied().collect();
        let is_no = |sent: &[&Submission]| fold(sent, &orders).standing == Standing::Cancelled;
        let is_given = |row: &Registration, sent| is_no(sent) && alive(row.status()) > 0;
        let is_off = is_no(&all)
            && !is_given(first, &ours)
            && !is_given(second, &theirs)
            // Of two lines of one list nobody knows which is the later one.
            && said(&ours) != said(&theirs);
        // The address of a double that was struck is no newer one.
        let is_struck = !is_off && alive(second.status()) == 0 && alive(first.status()) > 0;
        Self {
            is_off,
            has_address: is_as_sent && !is_struck && gave(&theirs) > gave(&ours),
        }
    }
}
