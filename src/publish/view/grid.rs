use std::rc::Rc;

use serde::Serialize;

use super::Clock;
use super::day::Item;
use crate::model::{Event, Room, Session, WallTime};

/// A day as a table: a row for each time at which something begins, a column a room.
#[derive(Serialize)]
pub(super) struct Grid<'a> {
    columns: Vec<&'a str>,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    time: Clock,
    cells: Vec<Cell<'a>>,
}

/// A cell, as tables in HTML count them: one that is covered by another is not there.
#[derive(Serialize)]
struct Cell<'a> {
    rows: usize,
    columns: usize,
    /// Several where they overlap in one room.
    items: Vec<Rc<Item<'a>>>,
}

/// What stands where, before covered cells are taken away.
#[derive(Clone, Default)]
struct Place<'a> {
    rows: usize,
    columns: usize,
    covered: bool,
    items: Vec<Rc<Item<'a>>>,
}

/// Returns the grid of a day; none where it would have fewer than two columns.
pub(super) fn grid<'a>(
    event: &'a Event,
    sessions: &[(WallTime, &'a Session)],
    items: &[Rc<Item<'a>>],
) -> Option<Grid<'a>> {
    let used = |room: &&Room| {
        sessions
            .iter()
            .any(|(_, one)| one.room.as_ref() == Some(&room.id))
    };
    let rooms: Vec<&Room> = event.rooms.iter().filter(used).collect();
    if rooms.len() < 2 {
        return None;
    }
    let mut times: Vec<WallTime> = sessions.iter().map(|(start, _)| *start).collect();
    times.dedup();
    // What has no room is everywhere, if nothing else is on meanwhile; else it gets a column of its own.
    let alone = |session: &Session| {
        let span = session.span();
        let others = sessions.iter().filter(|(_, other)| other.id != session.id);
        let mut spans = others.filter_map(|(_, other)| other.span());
        !spans.any(|other| {
            span.is_some_and(|span| span.overlaps(&other) || span.start == other.start)
        })
    };
    let column = |session: &Session| {
        rooms
            .iter()
            .position(|room| Some(&room.id) == session.room.as_ref())
    };
    let elsewhere = sessions
        .iter()
        .any(|(_, one)| column(one).is_none() && !alone(one));
    let width = rooms.len() + usize::from(elsewhere);
    let mut places = vec![vec![Place::default(); width]; times.len()];
    for ((start, session), item) in sessions.iter().zip(items) {
        let row = times.partition_point(|time| time < start);
        let end = session.end().unwrap_or(*start);
        let rows = times[row..]
            .iter()
            .take_while(|time| **time < end)
            .count()
            .max(1);
        let (first, columns) = match column(session) {
            Some(column) => (column, 1),
            None if alone(session) => (0, width),
            None => (width - 1, 1),
        };
        put(&mut places, row, first, rows, columns, item);
    }
    let mut columns: Vec<&str> = rooms.iter().map(|room| room.name.as_str()).collect();
    if elsewhere {
        columns.push("Elsewhere");
    }
    let rows = times.into_iter().zip(places).map(|(time, places)| Row {
        time: Clock::new(time),
        cells: cells(places),
    });
    Some(Grid {
        columns,
        rows: rows.collect(),
    })
}

fn put<'a>(
    places: &mut [Vec<Place<'a>>],
    row: usize,
    first: usize,
    rows: usize,
    columns: usize,
    item: &Rc<Item<'a>>,
) {
    let free = |place: &Place<'_>| !place.covered && place.items.is_empty();
    let area = || row..row + rows;
    let all_free = area().all(|row| places[row][first..first + columns].iter().all(free));
    if !all_free {
        // It overlaps: it joins the one that is there, or the nearest above that covers its place.
        let above = (0..=row)
            .rev()
            .find(|row| !places[*row][first].items.is_empty());
        places[above.unwrap_or(row)][first]
            .items
            .push(Rc::clone(item));
        let home = &mut places[above.unwrap_or(row)][first];
        home.rows = home.rows.max(1);
        home.columns = home.columns.max(1);
        return;
    }
    for line in &mut places[area()] {
        for place in &mut line[first..first + columns] {
            place.covered = true;
        }
    }
    places[row][first] = Place {
        rows,
        columns,
        covered: false,
        items: vec![Rc::clone(item)],
    };
}

fn cells(places: Vec<Place<'_>>) -> Vec<Cell<'_>> {
    let shown = places.into_iter().filter(|place| !place.covered);
    let cells = shown.map(|place| Cell {
        rows: place.rows.max(1),
        columns: place.columns.max(1),
        items: place.items,
    });
    cells.collect()
}
