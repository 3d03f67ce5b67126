use unicode_width::UnicodeWidthStr;

use super::fit::wrapped;

/// A timetable: a row a time, a column a room, and items that concern every column.
#[derive(Clone, Debug)]
pub struct Grid {
    columns: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    label: String,
    /// One for each column; several items of the same time stand below each other.
    cells: Vec<Vec<String>>,
    across: Vec<String>,
}

/// Columns narrower than this are no help: then the items are listed one after the other.
const NARROWEST: usize = 14;
/// What a column takes where nothing limits it, at most.
const WIDEST: usize = 40;

impl Grid {
    /// A grid with these columns.
    pub fn new(columns: Vec<String>) -> Self {
        Self {
            columns,
            rows: Vec::new(),
        }
    }

    /// Puts an item of one or more lines at a time, into a column or across all of them. Items come in order of time.
    pub fn put(&mut self, label: &str, column: Option<usize>, item: String) {
        if self.rows.last().is_none_or(|row| row.label != label) {
            let cells = vec![Vec::new(); self.columns.len()];
            self.rows.push(Row {
                label: label.to_string(),
                cells,
                across: Vec::new(),
            });
        }
        let Some(row) = self.rows.last_mut() else {
            return;
        };
        match column.and_then(|column| row.cells.get_mut(column)) {
            Some(cell) => cell.push(item),
            None => row.across.push(item),
        }
    }

    /// Returns the grid as text for `room` columns of a terminal, or without limit.
    pub(super) fn text(&self, room: Option<usize>) -> String {
        let label = self
            .rows
            .iter()
            .map(|row| row.label.width())
            .max()
            .unwrap_or(0)
            .max(5);
        let count = self.columns.len().max(1);
        let room = room.unwrap_or(label + count * (WIDEST + 2));
        let width = (room.saturating_sub(label + 2 * count) / count).min(WIDEST);
        if self.columns.len() > 1 && width < NARROWEST {
            return self.listed(label, room);
        }
        let mut text = String::new();
        if !self.columns.is_empty() {
            line(
                &mut text,
                "",
                label,
                &self
                    .columns
                    .iter()
                    .map(|name| name.to_uppercase())
                    .collect::<Vec<_>>(),
                width,
            );
        }
        for row in &self.rows {
            let across = (width + 2) * count - 2;
            let mut name = row.label.as_str();
            for part in row.across.iter().flat_map(|item| wrapped(item, across)) {
                line(&mut text, name, label, &[part], across);
                name = "";
            }
            let cells: Vec<Vec<String>> = row
                .cells
                .iter()
                .map(|items| items.iter().flat_map(|item| wrapped(item, width)).collect())
                .collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(0);
            for at in 0..height {
                let parts: Vec<String> = cells
                    .iter()
                    .map(|cell| cell.get(at).cloned().unwrap_or_default())
                    .collect();
                line(&mut text, name, label, &parts, width);
                name = "";
            }
        }
        text
    }

    fn listed(&self, label: usize, room: usize) -> String {
        let width = room.saturating_sub(label + 2).max(10);
        let mut text = String::new();
        for row in &self.rows {
            let across = row.across.iter().cloned();
            let cells = row.cells.iter().zip(&self.columns);
            let named = cells
                .flat_map(|(items, name)| items.iter().map(move |item| format!("{name}: {item}")));
            let mut time = row.label.as_str();
            for part in across.chain(named).flat_map(|item| wrapped(&item, width)) {
                line(&mut text, time, label, &[part], width);
                time = "";
            }
        }
        text
    }
}

fn line(text: &mut String, label: &str, label_width: usize, parts: &[String], width: usize) {
    let mut line = pad(label, label_width);
    for part in parts {
        line.push_str("  ");
        line.push_str(&pad(part, width));
    }
    text.push_str(line.trim_end());
    text.push('\n');
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Grid {
        let mut grid = Grid::new(vec!["Main hall".into(), "Loft".into()]);
        grid.put("09:30", None, "Arrival".into());
        grid.put(
            "10:00",
            Some(0),
            "Starting a group in your neighbourhood\nAda Example".into(),
        );
        grid.put("10:00", Some(1), "Across towns".into());
        grid
    }

    #[test]
    fn a_grid_has_a_column_a_room() {
        let expected = "       MAIN HALL         LOFT\n\
                        09:30  Arrival\n\
                        10:00  Starting a group  Across towns\n\
                        \x20      in your\n\
                        \x20      neighbourhood\n\
                        \x20      Ada Example\n";
        assert_eq!(day().text(Some(41)), expected);
    }

    #[test]
    fn a_narrow_terminal_gets_one_item_after_the_other() {
        let expected = "09:30  Arrival\n\
                        10:00  Main hall: Starting a\n\
                        \x20      group in your\n\
                        \x20      neighbourhood\n\
                        \x20      Ada Example\n\
                        \x20      Loft: Across towns\n";
        assert_eq!(day().text(Some(30)), expected);
    }
}
