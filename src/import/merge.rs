use super::spelling::same_letters;
use crate::error::{Error, Result};
use crate::model::{Registrations, Status, Submissions};

/// Makes one person of two who are the same: the first keeps code and values and gets what only the second has. What the
/// second says otherwise is kept in the note, but a no to being written to counts. What was sent by the second counts as
/// sent by the first from now on, so that no import makes them two again. Returns the name of the second.
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
    let alive = |status: Option<Status>| match status {
        Some(Status::Confirmed) => 3,
        Some(Status::Waiting) => 2,
        Some(Status::Pending) => 1,
        _ => 0,
    };
    if let Some(status) = second
        .status()
        .filter(|_| alive(second.status()) > alive(first.status()))
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
