//! Exports over several events at once: whoever signed up for another one is not told from the others.

use super::draft::Draft;
use super::heading::heading;
use super::words::is_any;

/// How the column is called that names the event, between bars.
const HEADINGS: &str = "event|event name|event title|name of event|name of the event|title of event|title of the event|\
    event name no|campaign name|\
    veranstaltung|veranstaltungsname|name der veranstaltung|veranstaltungstitel|titel der veranstaltung|kampagnenname|\
    evenement|nom de l evenement|titre de l evenement|nom evenement|nom de la campagne|\
    evento|nombre del evento|titulo del evento|nombre de la campana|\
    wydarzenie|nazwa wydarzenia|tytul wydarzenia|digwyddiad|enw r digwyddiad|enw y digwyddiad|teitl y digwyddiad|taqreeb";

/// Of so many events it is said how many rows each has.
const MOST: usize = 6;

/// Notes the events that a column names, if they are several.
pub(super) fn tell(draft: &mut Draft<'_>) {
    let names = |at: &usize| is_any(&draft.headings[*at], HEADINGS) && !draft.is_used(*at);
    let columns: Vec<usize> = (0..draft.headings.len()).filter(names).collect();
    for column in columns {
        let mut events: Vec<(&str, String, usize)> = Vec::new();
        let rows = draft.rows();
        let cells = rows.map(|row| row.cell(column));
        for cell in cells.filter(|cell| !cell.is_empty()) {
            let known = events.iter().position(|(known, ..)| *known == cell);
            // A name is one in whatever letters.
            let name = || heading(cell);
            let known = known.or_else(|| {
                let name = name();
                events.iter().position(|(_, known, _)| *known == name)
            });
            match known {
                Some(known) => events[known].2 += 1,
                None => events.push((cell, name(), 1)),
            }
            if events.len() > MOST {
                break;
            }
        }
        let label = draft.table.header[column].trim();
        let events = match events.len() {
            0 | 1 => continue,
            many if many > MOST => format!("names more than {MOST} events"),
            many => {
                let events = events.iter().map(|(name, _, count)| {
                    let rows = if *count == 1 { "row" } else { "rows" };
                    format!("\"{name}\" in {count} {rows}")
                });
                let events: Vec<String> = events.collect();
                format!("names {many} events: {}", events.join(", "))
            }
        };
        draft.notes.push(format!(
            "\"{label}\" {events}; who signed up for any of them is taken, so leave the rows of the others out of the file where only one is meant"
        ));
    }
}
