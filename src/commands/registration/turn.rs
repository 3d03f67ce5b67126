use super::row;
use crate::commands::context::{Context, counted};
use crate::error::{Exit, Result};
use crate::model::{Registration, Status};
use crate::output::{Format, List, Record};

/// Gives several people a status in one go: all of them, or nobody if a code is wrong.
pub(super) fn turn(codes: &[String], status: Status, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let editor = folder.edit(context.mode())?;
    let (columns, people, before) = editor.registrations(|list| {
        let mut people = Vec::new();
        let mut before = 0;
        for code in codes {
            let person = list.find_mut(code)?;
            if people
                .iter()
                .any(|one: &Registration| one.code() == person.code())
            {
                continue;
            }
            before += usize::from(person.status() == Some(status));
            person.set_status(status);
            people.push(person.clone());
        }
        Ok((list.columns().clone(), people, before))
    })?;
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
    Ok(Exit::Done)
}
