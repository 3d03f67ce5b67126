use super::damage::{DAMAGES, Damage, write};
use super::people::people;
use super::shapes::{SHAPES, Sheet, surveymonkey};
use crate::import::read::{Wishes, read};

fn sheets() -> Vec<(String, Sheet)> {
    let mut sheets = Vec::new();
    for central in [false, true] {
        let people = people(central);
        let region = if central { "Central" } else { "Western" };
        for (name, shape) in SHAPES {
            sheets.push((format!("{name}, {region}"), Sheet::new(shape, &people)));
        }
        sheets.push((format!("SurveyMonkey, {region}"), surveymonkey(&people)));
    }
    sheets
}

/// Reads a damaged sheet, and says what is not as it was.
fn trouble(sheet: &Sheet, damages: &[Damage]) -> Option<String> {
    let file = write(sheet, damages)?;
    let tables = match read("a.csv", &file.bytes, &Wishes::default()) {
        Ok(tables) => tables,
        Err(error) => return Some(error.to_string()),
    };
    let table = &tables[0].1;
    let plain = |cells: &[String]| {
        let mut cells: Vec<String> = cells.iter().map(|cell| cell.trim().to_string()).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        cells
    };
    if sheet.sublabels.is_empty() && plain(&table.header) != plain(&file.header) {
        return Some(format!("header: {:?}", table.header));
    }
    let rows: Vec<Vec<String>> = table
        .rows()
        .filter(|row| row.fault.is_none())
        .map(|row| plain(&row.cells().map(Into::into).collect::<Vec<_>>()))
        .collect();
    for row in table.rows() {
        if let Some(fault) = row.fault {
            return Some(format!("line {}: {fault}: {}", row.line, row.raw()));
        }
    }
    let expected: Vec<_> = file.rows.iter().map(|row| plain(row)).collect();
    for (row, expected) in rows.iter().zip(&expected) {
        if row != expected {
            return Some(format!("{row:?}\n  not  {expected:?}"));
        }
    }
    let (count, right) = (rows.len(), expected.len());
    (count != right).then(|| format!("{count} rows: {:?}", rows.last()))
}

#[test]
fn every_shape_survives_every_damage() {
    let mut troubles = Vec::new();
    for (name, sheet) in sheets() {
        for damage in DAMAGES {
            if let Some(trouble) = trouble(&sheet, &[*damage]) {
                troubles.push(format!("{name} {damage:?}: {trouble}"));
            }
        }
    }
    assert!(troubles.is_empty(), "{}", troubles.join("\n"));
}

/// In a slow build only every so-many-th pair is tried with each shape.
const PAIRS: usize = if cfg!(debug_assertions) { 41 } else { 1 };

#[test]
fn every_shape_survives_two_damages_at_once() {
    let mut troubles = Vec::new();
    let mut count = 0;
    for (index, (name, sheet)) in sheets().iter().enumerate() {
        for (at, one) in DAMAGES.iter().enumerate() {
            for (next, other) in DAMAGES[..at].iter().enumerate() {
                if (at + next) % PAIRS != index % PAIRS {
                    continue;
                }
                count += 1;
                if let Some(trouble) = trouble(sheet, &[*one, *other]) {
                    troubles.push(format!("{name} {one:?} {other:?}: {trouble}"));
                }
            }
        }
    }
    assert!(
        troubles.is_empty(),
        "{} of {count}\n{}",
        troubles.len(),
        troubles.join("\n")
    );
}

/// In the dev profile only one in so many triples of damages is tried with each shape; `PLENARY_ALL_DAMAGES=1 cargo test
/// --release` tries all, every night.
const TRIPLES: usize = if cfg!(debug_assertions) { 1511 } else { 17 };

#[test]
fn every_shape_survives_three_damages_at_once() {
    let all = std::env::var("PLENARY_ALL_DAMAGES").is_ok();
    let every = if all { 1 } else { TRIPLES };
    let mut troubles = Vec::new();
    let mut count = 0;
    for (index, (name, sheet)) in sheets().iter().enumerate() {
        for (a, one) in DAMAGES.iter().enumerate() {
            for (b, other) in DAMAGES[..a].iter().enumerate() {
                for (c, third) in DAMAGES[..b].iter().enumerate() {
                    if (a + 41 * b + 1381 * c) % every != index % every {
                        continue;
                    }
                    count += 1;
                    let damages = [*one, *other, *third];
                    if let Some(trouble) = trouble(sheet, &damages) {
                        troubles.push(format!("{name} {damages:?}: {trouble}"));
                    }
                }
            }
        }
    }
    let many = troubles.len();
    assert!(
        many * 100 <= count,
        "{many} of {count}\n{}",
        troubles.join("\n")
    );
}
