use std::collections::BTreeSet;

use crate::damage::{self, Damage, Encoding, NONE};
use crate::desk::Desk;
use crate::further::FURTHER;
use crate::people::PEOPLE;
use crate::shapes::{SHAPES, Shape};
use plenary::import::Verdict;

fn shapes() -> impl Iterator<Item = &'static Shape> {
    SHAPES.iter().chain(FURTHER)
}

fn expected(shape: &Shape) -> BTreeSet<(String, String)> {
    let email = |email: &str| {
        if shape.addresses {
            email.to_string()
        } else {
            String::new()
        }
    };
    let people = PEOPLE.iter();
    people.map(|one| (one.name(), email(one.email))).collect()
}

/// Imports a damaged file, twice, and then the sound one: the same people each time. Returns what went wrong.
fn go(shape: &Shape, damage: Damage) -> Option<String> {
    let sheet = shape.sheet();
    let bytes = damage.write(&sheet);
    let mut desk = Desk::new();
    let first = desk.import("damaged.csv", &bytes);
    let Some(report) = first.first() else {
        return Some("not read".to_string());
    };
    // People without address are only told apart by more than a name: two John Smiths are two by their ids.
    if desk.people() != expected(shape) || desk.list.len() != PEOPLE.len() {
        let (is, should) = (desk.people(), expected(shape));
        let lost: Vec<_> = should.difference(&is).collect();
        let invented: Vec<_> = is.difference(&should).collect();
        return Some(format!(
            "{} people, lost {lost:?}, invented {invented:?}",
            desk.list.len()
        ));
    }
    if report.count(Verdict::Added) != PEOPLE.len() {
        return Some(format!("{} added", report.count(Verdict::Added)));
    }
    let before = desk.everything();
    for (name, bytes) in [
        ("again.csv", bytes.clone()),
        ("sound.csv", NONE.write(&sheet)),
        ("damaged.csv", bytes),
    ] {
        for report in desk.import(name, &bytes) {
            if report.changed {
                let row = report
                    .rows
                    .iter()
                    .find(|row| row.verdict != Verdict::Unchanged);
                return Some(format!("{name} changes something: {row:?}"));
            }
        }
        if desk.everything() != before {
            return Some(format!("{name} changes somebody"));
        }
    }
    None
}

/// Polish headings cannot be written in Windows-1252, and which of pretix's two cities is the attendee's can only be told
/// by their order, as can what is kept of a file without header.
fn can_be_written(shape: &Shape, damage: &Damage) -> bool {
    match shape.name {
        "polish" => damage.encoding != Encoding::Windows1252,
        "pretix" | "no header" => damage.columns == NONE.columns,
        _ => true,
    }
}

#[test]
fn nobody_is_lost_invented_or_merged_whatever_happened_to_the_file() {
    all_damages(0);
}

#[test]
fn nobody_is_lost_invented_or_merged_in_the_other_half_of_the_shapes() {
    all_damages(1);
}

fn all_damages(half: usize) {
    let mut faults = Vec::new();
    let damages = damage::all();
    for (at, shape) in shapes().enumerate().filter(|(at, _)| at % 2 == half) {
        // All damages of every shape take minutes in the dev profile: each shape takes its share, and all the mild ones.
        let share = |(number, damage): &(usize, &Damage)| {
            **damage == NONE
                || (number + at) % 12 == 0
                || std::env::var("PLENARY_ALL_DAMAGES").is_ok()
        };
        for (_, damage) in damages.iter().enumerate().filter(share) {
            if can_be_written(shape, damage)
                && let Some(fault) = go(shape, *damage)
            {
                faults.push(format!("{}: {damage:?}: {fault}", shape.name));
            }
        }
    }
    assert_eq!(
        faults.len(),
        0,
        "{}",
        faults[..faults.len().min(3)].join("\n")
    );
}

#[test]
fn every_shape_after_every_other_adds_nobody_twice() {
    let mut desk = Desk::new();
    let with_addresses = || shapes().filter(|shape| shape.addresses);
    for shape in with_addresses() {
        desk.import(shape.name, &NONE.write(&shape.sheet()));
        assert_eq!(desk.list.len(), PEOPLE.len(), "after {}", shape.name);
    }
    let before = desk.everything();
    for shape in with_addresses() {
        desk.import(shape.name, &NONE.write(&shape.sheet()));
        assert_eq!(desk.everything(), before, "after {} again", shape.name);
    }
}
