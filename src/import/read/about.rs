//! What a product writes about an event above those who have signed up for it.

use super::address::is_address;
use super::below::names_addresses;
use super::grid::Grid;
use super::words::is_data;
use crate::import::columns::{heading, is_any, scores};
use crate::import::field::Field;

/// So far below it the header of the people is looked for.
const MOST_BETWEEN: usize = 8;

/// Words of headings that ask for nothing of a person, as [`heading`] writes them.
const OF_EVENTS: &str = "event|events|meeting|webinar|topic|topics|host|hosts|organiser|organizer|session|start|end|duration|\
    venue|veranstaltung|veranstalter|thema|gastgeber|besprechung|beginn|dauer|evenement|reunion|sujet|animateur|\
    organisateur|debut|duree|evento|tema|anfitrion|organizador|inicio|duracion|wydarzenie|spotkanie|temat|organizator|\
    gospodarz|poczatek|digwyddiad|cyfarfod|pwnc|trefnydd|dechrau|hyd";

/// Finds the header of the people below one of the event, with whoever holds that and their address. That one has two
/// such words and no column for anybody's first or last name, and the rows between them are no more than a few.
pub(super) fn people_below(text: &str, grid: &Grid, header: usize) -> Option<usize> {
    let labels: Vec<String> = grid.cells(text, header).map(heading).collect();
    let of_event = |label: &&String| {
        let mut words = label.split(' ');
        words.any(|word| is_any(word, OF_EVENTS))
    };
    let of_person = |label: &String| {
        let mut asked = scores(label).into_iter();
        let is_half = |field| matches!(field, Field::First | Field::Last);
        asked.any(|(field, score)| is_half(field) || field == Field::Name && score > 99.0)
    };
    if labels.iter().filter(of_event).count() < 2 || labels.iter().any(of_person) {
        return None;
    }
    let says = |record: usize| {
        let mut cells = grid.cells(text, record);
        cells.any(|cell| is_data(cell) || is_address(cell))
    };
    let below = header + 2..grid.len().min(header + MOST_BETWEEN);
    let mut below = below.filter(|record| names_addresses(text, grid, *record));
    below.next().filter(|_| says(header + 1))
}
