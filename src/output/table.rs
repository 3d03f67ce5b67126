use std::borrow::Cow;

use anstyle::Style;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::fit::{cut, widths, wrapped};
use super::list::{List, Record, plain};
use super::visible::{visible, visible_lines};

/// Blank columns between two columns.
const GAP: usize = 2;

/// Returns a table, one line a row, that fits into `room` columns if that is known, and how many columns of the list
/// had to be left out for it.
pub(super) fn list(list: &List, room: Option<usize>, heading: Style) -> (String, usize) {
    if list.rows.is_empty() {
        return (String::new(), 0);
    }
    let blank = |at: usize| list.rows.iter().all(|row| shown_text(&row[at]).is_empty());
    // On a terminal, where room is scarce, a column without a single value only takes it from the others.
    let wanted =
        |at: &usize| list.columns[*at].shown && (room.is_none() || *at == 0 || !blank(*at));
    let shown: Vec<usize> = (0..list.columns.len()).filter(wanted).collect();
    let heads: Vec<String> = shown
        .iter()
        .map(|at| list.columns[*at].key.to_uppercase())
        .collect();
    let mut natural: Vec<usize> = heads.iter().map(|head| head.width()).collect();
    for row in &list.rows {
        for (wide, at) in natural.iter_mut().zip(&shown) {
            *wide = shown_text(&row[*at]).width().max(*wide);
        }
    }
    let widths = room.map_or_else(|| natural.clone(), |room| widths(&natural, GAP, room));
    let kept: Vec<usize> = (0..shown.len()).filter(|at| widths[*at] > 0).collect();
    let mut lines = String::new();
    let cells = kept.iter().map(|at| (heads[*at].as_str(), widths[*at]));
    line(
        &mut lines,
        cells.map(|(head, wide)| (head.into(), wide, false)),
    );
    let head = lines.trim_end().to_string();
    lines = format!("{heading}{head}{heading:#}\n");
    for row in &list.rows {
        let cells = kept.iter().map(|at| {
            let value = &row[shown[*at]];
            (shown_text(value), widths[*at], value.is_number())
        });
        line(&mut lines, cells);
    }
    (lines, shown.len() - kept.len())
}

/// Returns a value as a cell of a table shows it.
fn shown_text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => visible(text),
        other => Cow::Owned(visible(&plain(other)).into_owned()),
    }
}

/// Adds a line of cells, each with its width and whether it stands to the right.
fn line<'a>(text: &mut String, cells: impl Iterator<Item = (Cow<'a, str>, usize, bool)>) {
    let start = text.len();
    for (at, (cell, wide, right)) in cells.enumerate() {
        if at > 0 {
            text.extend(std::iter::repeat_n(' ', GAP));
        }
        let cell = if cell.width() > wide {
            cut(&cell, wide).into()
        } else {
            cell
        };
        let blank = std::iter::repeat_n(' ', wide.saturating_sub(cell.width()));
        if right {
            text.extend(blank);
            text.push_str(&cell);
        } else {
            text.push_str(&cell);
            text.extend(blank);
        }
    }
    text.truncate(start + text[start..].trim_end().len());
    text.push('\n');
}

/// Returns a record as lines of keys and values, wrapped into `room` columns if that is known. Blank values are left
/// out; further lines of a value are indented.
pub(super) fn record(record: &Record, room: Option<usize>, heading: Style) -> String {
    let filled = || {
        record
            .fields
            .iter()
            .filter(|(_, value)| !plain(value).is_empty())
    };
    let wide = filled().map(|(key, _)| key.width()).max().unwrap_or(0);
    let mut text = String::new();
    for (key, value) in filled() {
        let value = plain(value);
        let lines = match room {
            Some(room) => wrapped(value.trim_end(), room.saturating_sub(wide + GAP).max(10)),
            None => visible_lines(value.trim_end())
                .lines()
                .map(String::from)
                .collect(),
        };
        let gap = " ".repeat(wide - key.width() + GAP);
        let indent = format!("\n{:width$}", "", width = wide + GAP);
        text += &format!(
            "{heading}{}{heading:#}{gap}{}\n",
            visible(key),
            lines.join(&indent)
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people() -> List {
        let mut list = List::showing([
            ("code", true),
            ("name", true),
            ("guests", true),
            ("note", false),
        ]);
        list.push(vec![
            "krt-mwxb".into(),
            "Ada\x1b[2J Lovelace".into(),
            2.into(),
            "secret".into(),
        ]);
        list.push(vec!["bcd-fghj".into(), Value::Null, 10.into(), Value::Null]);
        list
    }

    #[test]
    fn a_table_has_one_line_a_row_and_no_trailing_space() {
        let (text, left_out) = list(&people(), None, Style::new());
        assert_eq!(
            text,
            "CODE      NAME              GUESTS\n\
             krt-mwxb  Ada␛[2J Lovelace       2\n\
             bcd-fghj                        10\n"
        );
        assert_eq!(left_out, 0);
    }

    #[test]
    fn a_table_fits_the_terminal() {
        let (text, left_out) = list(&people(), Some(26), Style::new());
        assert_eq!(
            text,
            "CODE      NAME      GUESTS\nkrt-mwxb  Ada␛[2J…       2\nbcd-fghj                10\n"
        );
        assert_eq!(left_out, 0);
        let (text, left_out) = list(&people(), Some(20), Style::new());
        assert_eq!(text, "CODE      NAME\nkrt-mwxb  Ada␛[2J L…\nbcd-fghj\n");
        assert_eq!(left_out, 1);
    }

    #[test]
    fn a_record_shows_what_is_filled() {
        let one = Record::new()
            .with("name", "Ada")
            .with("phone", "")
            .with("access", "one\ntwo");
        assert_eq!(
            record(&one, None, Style::new()),
            "name    Ada\naccess  one\n        two\n"
        );
    }
}
