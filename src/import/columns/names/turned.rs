use std::ops::Range;

use memchr::memchr;

use super::super::draft::Draft;
use super::super::words::holds;
use crate::import::field::Field;
use crate::import::name;
use crate::sheet::abreast;

/// Headings that say that the family name stands first; the comma in each cell says where it ends.
const SAID: &[(&str, &str)] = &[
    ("surname", "first"),
    ("surname", "forename"),
    ("surname", "given"),
    ("surname", "name"),
    ("last", "first"),
    ("family name", "given"),
    ("family name", "first"),
    ("name", "vorname"),
    ("nachname", "vorname"),
    ("nom", "prenom"),
    ("apellidos", "nombre"),
    ("apellido", "nombre"),
    ("nazwisko", "imie"),
    ("cyfenw", "enw"),
];

/// Without such a heading fewer names say nothing.
const FEW: usize = 5;

/// Tells whether the names of a file are written as `Lawson, Jo`: as the heading says, or else as nearly all of them are.
pub(in crate::import::columns) fn is_turned(draft: &Draft<'_>) -> bool {
    let [column, ..] = *draft.of(Field::Name) else {
        return false;
    };
    let heading = draft.headings.get(column).map_or("", String::as_str);
    let said = SAID.iter().any(|(family, given)| {
        let behind = heading.find(family).map(|at| &heading[at + family.len()..]);
        holds(heading, family) && behind.is_some_and(|rest| holds(rest.trim_start(), given))
    });
    if said {
        return true;
    }
    let here = |stretch: Range<usize>| {
        let (mut filled, mut parted, mut short) = (0_usize, 0_usize, 0_usize);
        let rows = stretch.filter_map(|at| draft.table.row(at));
        for cell in rows
            .filter(|row| row.fault.is_none())
            .map(|row| row.cell(column))
        {
            if memchr(b' ', cell.as_bytes()).is_none() {
                continue;
            }
            filled += 1;
            if memchr(b',', cell.as_bytes()).is_some()
                && let Some((family, _)) = name::turned(cell).and(cell.split_once(','))
            {
                parted += 1;
                short += usize::from(!family.contains(' '));
            }
        }
        (filled, parted, short)
    };
    let (mut filled, mut parted, mut short) = (0, 0, 0);
    std::thread::scope(|scope| {
        for here in abreast(scope, draft.table.len(), here) {
            filled += here.0;
            parted += here.1;
            short += here.2;
            if (filled - parted) * 10 > draft.contents[column].filled {
                // Too many are not, whatever comes behind.
                break;
            }
        }
    });
    filled >= FEW && parted * 10 >= filled * 9 && short * 2 > parted
}
