use std::borrow::Cow;

use calamine::{Cell, Data, Range};

use super::sheet::{self, Sheet};
use super::table::Table;
use crate::error::Result;
use crate::import::entities::resolved;

/// A cell that reaches over more columns than this was made to fill the memory.
const WIDEST: usize = 1_000;

/// Reads the table of people out of a web page, which many programs write and call `.xls`, or out of the XML of Excel
/// 2003, and the lists in it with the row in which each begins. None if there is none.
///
/// # Errors
/// As those of a sheet.
pub(super) fn read(text: &str) -> Result<Option<Vec<(usize, Table)>>> {
    let tables = tables(text);
    let sheets: Vec<Sheet> = tables
        .iter()
        .map(|range| Sheet::new("table", range, &[]))
        .collect();
    let fullest = sheets
        .iter()
        .max_by_key(|sheet| (sheet.addresses.len(), sheet.filled()));
    let Some(fullest) = fullest.filter(|sheet| !sheet.addresses.is_empty()) else {
        return Ok(None);
    };
    let format = match text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        true => "XML spreadsheet",
        false => "table of a web page",
    };
    let mut tables = sheet::tables(fullest, format)?;
    for (_, table) in &mut tables {
        table.how.sheet = Some(format!("table {}", 1 + position(&sheets, fullest)));
    }
    Ok(Some(tables))
}

fn position(sheets: &[Sheet], one: &Sheet) -> usize {
    sheets
        .iter()
        .position(|other| std::ptr::eq(other, one))
        .unwrap_or(0)
}

/// A table while it is read.
#[derive(Default)]
struct Reading {
    tables: Vec<Vec<Vec<String>>>,
    /// The cell at hand, if a cell is open.
    cell: Option<String>,
    /// How many blank ones follow it.
    span: usize,
}

impl Reading {
    fn rows(&mut self) -> &mut Vec<Vec<String>> {
        if self.tables.is_empty() {
            self.tables.push(Vec::new());
        }
        let last = self.tables.len() - 1;
        &mut self.tables[last]
    }

    fn close(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let span = std::mem::take(&mut self.span);
        let rows = self.rows();
        if rows.is_empty() {
            rows.push(Vec::new());
        }
        if let Some(row) = rows.last_mut() {
            row.push(plain(&cell));
            row.extend(std::iter::repeat_n(String::new(), span));
        }
    }

    /// Takes a tag: its name in lower case without prefix, and all of it.
    fn tag(&mut self, name: &str, tag: &str) {
        match name {
            "table" => {
                self.close();
                self.tables.push(Vec::new());
            }
            "tr" | "row" => {
                self.close();
                self.rows().push(Vec::new());
            }
            "td" | "th" | "cell" => {
                self.close();
                self.cell = Some(String::new());
                self.span = number(tag, "colspan=").saturating_sub(1);
                // The XML leaves blank cells out and says which the next one is.
                let wanted = number(tag, "index=").saturating_sub(1);
                if let Some(row) = self.rows().last_mut()
                    && wanted > row.len()
                {
                    row.resize(wanted, String::new());
                }
                if tag.ends_with('/') {
                    self.close();
                }
            }
            "/td" | "/th" | "/cell" | "/tr" | "/row" | "/table" => self.close(),
            "br" | "br/" | "/p" | "/div" | "/li" => self.text("\n"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            cell.push_str(text);
        }
    }
}

fn tables(text: &str) -> Vec<Range<Data>> {
    let mut reading = Reading::default();
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        reading.text(&spaced(&rest[..open]));
        let behind = &rest[open + 1..];
        let (end, skipped) = match behind {
            _ if behind.starts_with("!--") => (behind.find("-->"), 3),
            _ => (behind.find('>'), 1),
        };
        let Some(end) = end else { break };
        let tag = &behind[..end];
        let name = tag
            .split([' ', '\t', '\r', '\n'])
            .next()
            .unwrap_or_default();
        let (slash, name) = match name.strip_prefix('/') {
            Some(name) => ("/", name),
            None => ("", name),
        };
        let name = name.rsplit(':').next().unwrap_or_default();
        let name = format!("{slash}{}", name.trim_end_matches('/').to_lowercase());
        rest = &behind[end + skipped..];
        if name == "style" || name == "script" {
            let close = format!("</{name}");
            rest = rest.find(&close).map_or("", |at| &rest[at..]);
        }
        reading.tag(&name, tag);
    }
    reading.close();
    let cells = |rows: &Vec<Vec<String>>| {
        let numbered = (0_u32..).zip(rows).flat_map(|(row, cells)| {
            let filled = (0_u32..).zip(cells).filter(|(_, cell)| !cell.is_empty());
            filled.map(move |(column, cell)| Cell::new((row, column), Data::String(cell.clone())))
        });
        Range::from_sparse(numbered.collect())
    };
    reading.tables.iter().map(cells).collect()
}

/// The number behind a word in a tag, in quotes or not; 0 if there is none.
fn number(tag: &str, word: &str) -> usize {
    let lower = tag.to_lowercase();
    let Some((_, behind)) = lower.split_once(word) else {
        return 0;
    };
    let digits = behind.trim_start_matches(['"', '\'']);
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    digits[..end]
        .parse()
        .map_or(0, |number: usize| number.min(WIDEST))
}

/// Line ends of the source are spaces.
fn spaced(text: &str) -> String {
    text.replace(['\r', '\n', '\t'], " ")
}

/// The text of a cell: entities as what they stand for, single spaces, no blank lines around it.
fn plain(cell: &str) -> String {
    let lines = cell.split('\n').map(|line| {
        let words: Vec<Cow<'_, str>> = line.split_whitespace().map(resolved).collect();
        words.join(" ")
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_string()
}

#[cfg(test)]
mod tests {
    use crate::import::read::{Wishes, read};

    fn rows(text: &str) -> (String, Vec<Vec<String>>) {
        let tables = read("a.xls", text.as_bytes(), &Wishes::default()).expect("it reads");
        let table = &tables[0].1;
        let cells = table
            .rows()
            .map(|row| row.cells().map(String::from).collect());
        (table.header.join("|"), cells.collect())
    }

    #[test]
    fn a_web_page_that_is_called_xls_is_read() {
        let page = "<html><head><style>td { color: red }</style></head><body><table><tr><td>Report</td></tr></table>\n\
                    <TABLE border=1>\n<tr><th>Name<th>E-mail<th>Note</tr>\n\
                    <tr><td colspan=\"1\">Jo\n  &amp; Al</td><td><a href=\"mailto:jo@example.org\">jo@example.org</a></td><td>one<br>two &#233;&lt;</td></tr>\n\
                    <tr><td>Bo</td><td>bo@example.org</td></tr></TABLE></body></html>";
        let expected = vec![
            vec!["Jo & Al", "jo@example.org", "one\ntwo é<"],
            vec!["Bo", "bo@example.org", ""],
        ];
        let (header, rows) = rows(page);
        assert_eq!(header, "Name|E-mail|Note");
        assert_eq!(rows, expected);
    }

    #[test]
    fn the_xml_of_excel_2003_is_read() {
        let cell = |text: &str| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>");
        let page = format!(
            "<?xml version=\"1.0\"?>\n<Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Table>\
             <Row>{}{}{}</Row><Row>{}<Cell ss:Index=\"3\"><Data>jo@example.org</Data></Cell></Row></Table></Worksheet></Workbook>",
            cell("Name"),
            cell("Town"),
            cell("Email"),
            cell("Jo"),
        );
        let (header, rows) = rows(&page);
        assert_eq!(header, "Name|Town|Email");
        assert_eq!(rows, [["Jo", "", "jo@example.org"]]);
    }

    #[test]
    fn a_page_without_people_is_no_table() {
        let page = b"<html><table><tr><td>Name</td></tr></table></html>";
        let error = read("a.xls", page, &Wishes::default()).err();
        let said = error.map(|error| error.to_string());
        assert_eq!(said.as_deref(), Some("`a.xls` is no table but a web page"));
    }
}
