//! Which sheet of a workbook is read: the one with the most people, where that is plain.

use std::collections::HashSet;

use super::of_all::{self, Whose};
use super::sheet::Sheet;
use crate::error::{Error, Finding, Result};

/// Of fewer people who can be written to no sheet is preferred to another.
const FEWEST: usize = 3;

/// Finds the sheet with the most people, and notes what the others hold. If its name says plainly that it is of other people
/// and its columns do not say otherwise, one whose name says that they have signed up goes before it.
pub(super) fn fullest<'a, 'r>(
    name: &str,
    sheets: &'a [Sheet<'r>],
    years: &[i32],
    notes: &mut Vec<String>,
) -> Result<&'a Sheet<'r>> {
    let filled = sheets.iter().filter(|sheet| sheet.filled() > 0).count();
    // A single sheet is not looked through for names.
    let names = |sheet: &Sheet| match filled {
        0 | 1 => HashSet::new(),
        _ => sheet.names(),
    };
    let all: Vec<(&Sheet, HashSet<String>)> =
        sheets.iter().map(|sheet| (sheet, names(sheet))).collect();
    let is_of = |sheet: &Sheet, whose| {
        sheet.addresses.len() >= FEWEST && of_all::whose(sheet.title, years) == Some(whose)
    };
    let is_other = |sheet: &Sheet| is_of(sheet, Whose::Others) && !sheet.tells_of_places();
    let most = all
        .iter()
        .rev()
        .max_by_key(|(sheet, names)| (sheet.addresses.len(), names.len(), sheet.filled()));
    let is_passed = most.is_some_and(|(sheet, _)| is_other(sheet));
    let signed_up = all
        .iter()
        .rev()
        .filter(|(sheet, _)| is_passed && is_of(sheet, Whose::SignedUp));
    let signed_up = signed_up.max_by_key(|(sheet, _)| sheet.addresses.len());
    let is_passed = signed_up.is_some();
    let most = signed_up.or(most);
    let Some((best, people)) = most.filter(|(best, _)| best.filled() > 0) else {
        return Err(Error::new(format!("`{name}` is empty")).hint("export the sign-ups again"));
    };
    let is_list = of_all::is_of_all(best.title) && !best.is_of_form() && !best.says_who_comes();
    let is_answered = |(other, names): (&Sheet, &HashSet<String>)| {
        is_list
            && has_people(other, names)
            && (of_all::has_answered(other.title, years) || other.is_of_form())
    };
    let is_rival = |(other, names): (&Sheet, &HashSet<String>)| {
        other.addresses.is_empty()
            && names.difference(people).count() > people_of((*best, people))
            && may_be_meant(other, names.len(), (*best, years))
    };
    for (other, names) in &all {
        if is_answered((other, names)) {
            let answered = all
                .iter()
                .filter(|(sheet, names)| is_answered((sheet, names)));
            let answered = answered
                .map(|(sheet, names)| (sheet.title, people_of((sheet, names))))
                .collect();
            let most = (best.title, people_of((*best, people)));
            return Err(unsaid(name, most, answered));
        }
        let missing = other.addresses.difference(&best.addresses).count();
        // A list of other people is not meant, but whoever does not come must be known of.
        let is_other = is_passed && is_other(other) && of_all::of_title(other.title).is_none();
        if missing * 2 > best.addresses.len() && !is_other {
            let others = all.iter().map(|(sheet, _)| {
                (
                    sheet.title,
                    sheet.addresses.difference(&best.addresses).count(),
                )
            });
            let others = others.filter(|(_, others)| *others > 0).collect();
            return Err(undecided(name, (best.title, best.addresses.len()), others));
        }
        let unknown = names.difference(people).count();
        if best.addresses.is_empty() && unknown * 2 > people.len() && !is_other {
            let others = all
                .iter()
                .map(|(sheet, names)| (sheet.title, names.difference(people).count()));
            let others = others.filter(|(_, others)| *others > 0).collect();
            return Err(undecided(name, (best.title, people.len()), others));
        }
        if is_rival((*other, names)) {
            let others = all
                .iter()
                .filter(|(sheet, names)| is_rival((*sheet, names)));
            let others =
                others.map(|(sheet, names)| (sheet.title, names.difference(people).count()));
            let others = others.collect();
            return Err(undecided(
                name,
                (best.title, people_of((*best, people))),
                others,
            ));
        }
        let held = match (missing, unknown, other.rows()) {
            _ if std::ptr::eq(*other, *best) => continue,
            (0, 0, 0) => continue,
            (0, 0, _) if has_people(other, names) => {
                let count = names.len().max(other.addresses.len());
                let who = match count {
                    1 => "1 person, who stands".to_string(),
                    _ => format!("{count} people, who stand"),
                };
                format!("{who} in `{}` too,", best.title)
            }
            (0, 0, 1) => "1 row".to_string(),
            (0, 0, rows) => format!("{rows} rows"),
            (0, 1, _) => "1 other name".to_string(),
            (0, names, _) => format!("{names} other names"),
            (addresses, _, _) => format!("{addresses} other addresses"),
        };
        let title = other.title;
        notes.push(format!(
            "sheet `{title}` holds {held} and was not read; --sheet \"{title}\" reads it"
        ));
    }
    Ok(best)
}

/// How many people a sheet holds.
fn people_of((sheet, names): (&Sheet, &HashSet<String>)) -> usize {
    sheet.addresses.len().max(names.len())
}

/// Says whether a sheet with so many `names`, and no address, may be the list of those who signed up, rather than the
/// `best` of those with addresses: one of a few speakers, or of settings. One that asks what sign-ups are asked is meant.
fn may_be_meant(sheet: &Sheet, names: usize, (best, years): (&Sheet, &[i32])) -> bool {
    let whose = |sheet: &Sheet| of_all::whose(sheet.title, years);
    match (whose(sheet), whose(best)) {
        (Some(Whose::Others), _) => false,
        (Some(Whose::SignedUp), Some(Whose::SignedUp)) => !best.asks_for_sign_ups(),
        (Some(Whose::SignedUp), _) => true,
        (None, Some(Whose::SignedUp)) => false,
        (None, _) if best.asks_for_sign_ups() => false,
        _ => {
            best.addresses.len() < FEWEST || sheet.tells_of_places() || sheet.numbers() * 2 >= names
        }
    }
}

fn has_people(sheet: &Sheet, names: &HashSet<String>) -> bool {
    !sheet.addresses.is_empty() || !names.is_empty()
}

/// Says that several sheets hold people: so many the fullest, and so many others each other one.
fn undecided(name: &str, fullest: (&str, usize), others: Vec<(&str, usize)>) -> Error {
    asked(name, fullest, "others", &others)
}

/// Says that the fullest sheet may be the list of all, of whom so many have answered in each other one.
fn unsaid(name: &str, fullest: (&str, usize), answered: Vec<(&str, usize)>) -> Error {
    asked(name, fullest, "who signed up", &answered)
}

fn asked(name: &str, (fullest, all): (&str, usize), who: &str, others: &[(&str, usize)]) -> Error {
    let count = match others.len() {
        1 => "two".to_string(),
        others => (others + 1).to_string(),
    };
    let held = others
        .iter()
        .map(|(title, count)| format!("`{title}` with {count} {who}"));
    let held = listed(held.collect(), "and");
    let message = format!("{count} sheets of `{name}` hold people: `{fullest}` with {all}{held}");
    let flags = others
        .iter()
        .map(|(title, _)| format!("--sheet \"{title}\""));
    let flags = listed(flags.collect(), "or");
    let hint = format!("say which is meant: --sheet \"{fullest}\"{flags}");
    let finding = Finding::error("undecided-sheet", message).hint(hint);
    Error::from_findings(vec![finding])
}

/// Returns what follows the first of a list.
fn listed(mut others: Vec<String>, and: &str) -> String {
    let last = others.pop().unwrap_or_default();
    let others: String = others.iter().map(|one| format!(", {one}")).collect();
    format!("{others} {and} {last}")
}
