use super::row;
use crate::commands::context::{Context, counted};
use crate::commands::desk::{Desk, remark_moves};
use crate::error::Exit;
use crate::error::Result;
use crate::model::{Registration, Status, What};
use crate::output::{Format, List, Record};

/// Gives several people a status in one go: all of them, or nobody if a code is wrong or there are too few places.
pub(super) fn turn(
    codes: &[String],
    (status, force): (Status, bool),
    context: &mut Context,
) -> Result<Exit> {
    let folder = context.folder()?;
    let event = folder.read()?.trust(&[])?.event;
    let by = if status == Status::Cancelled {
        "cancel"
    } else {
        "confirm"
    };
    let desk = Desk::open(&event, by, context)?;
    let editor = folder.edit(context.mode())?;
    let change = desk.change(
        &editor,
        |list, book| {
            let mut people: Vec<Registration> = Vec::new();
            let mut before = 0;
            for code in codes {
                let at = list.place(code)?;
                if status == Status::Confirmed
                    && list.get(at).is_some_and(|one| one.status() != Some(status))
                {
                    book.passes_over(list, at);
                }
                let person = list.find_mut(code)?;
                if people.iter().any(|one| one.code() == person.code()) {
                    continue;
                }
                if person.status() == Some(status) {
                    before += 1;
                } else {
                    person.set_status(status);
                    person.set("offer", "");
                    book.tell(person.code(), What::Status, status.word(), "");
                }
                people.push(person.clone());
            }
            if !force {
                book.refuse_overbooking(list)?;
            }
            Ok((people, before))
        },
        |list, result, _| Ok((list.columns().clone(), result)),
    )?;
    let ((columns, (people, before)), moves) = change;
    if context.screen.format() != Format::Table {
        let list: List = row::list(&columns, &people);
        context.screen.list(&list)?;
        return Ok(Exit::Done);
    }
    let changed = counted(people.len() - before, "person/people");
    let already = if before > 0 {
        format!(", {before} already were")
    } else {
        String::new()
    };
    context
        .screen
        .done(&format!("{changed} now {status}{already}."), &Record::new())?;
    remark_moves(&moves, context);
    Ok(Exit::Done)
}
