use std::collections::HashSet;

use super::read::Table;
use crate::error::{Error, Result};
use crate::model::{Code, Registrations};

/// Returns the codes of people in a table that has them under that very name, as an export of a list has; none if there
/// are none, or if they are codes of something else.
pub fn codes(table: &Table) -> Vec<&str> {
    let is_code = |label: &String| label.trim().eq_ignore_ascii_case("code");
    let Some(column) = table.header.iter().position(is_code) else {
        return Vec::new();
    };
    let rows = table.rows().filter(|row| row.fault.is_none());
    let cells = rows.map(|row| row.cell(column).trim());
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let codes = cells.iter().filter(|cell| Code::parse(cell).is_ok());
    match codes.count() * 2 > cells.len() {
        true => cells,
        false => Vec::new(),
    }
}

/// Makes sure that a file with these codes is not the list itself as it was once. What it says was said by the sources, or
/// was changed here since: to take it for something new would turn that back.
///
/// # Errors
/// When most of the codes are those of people in the list.
pub fn refuse_own(name: &str, codes: &[&str], list: &Registrations) -> Result<()> {
    let code = |typed: &str| Code::parse(typed).ok();
    let here: HashSet<Code> = list.iter().filter_map(|one| code(one.code())).collect();
    let is_here = |typed: &&&str| code(typed).is_some_and(|code| here.contains(&code));
    let known = codes.iter().filter(is_here).count();
    if known * 2 < codes.len() {
        return Ok(());
    }
    let message = format!(
        "`{name}` is an export of this very list: {known} of its {} codes stand in registrations.csv",
        codes.len()
    );
    Err(Error::new(message).hint(
        "to change people, edit registrations.csv or use `plenary registration edit`; to bring it in as new answers all the same, take its column `code` out",
    ))
}
