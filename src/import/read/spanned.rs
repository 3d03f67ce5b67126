//! Which cells of an OpenDocument spreadsheet are merged, which calamine does not say.

use std::collections::HashMap;

use calamine::Dimensions;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// What stands at a cell that goes on over several rows.
const SPANNED: &str = "table:number-rows-spanned";
/// A sheet has no more rows, and no more columns.
const MOST: u32 = 1 << 20;

/// Finds the merged cells of each sheet by its name, in `content.xml`: what it cannot read is merged with nothing.
pub(super) fn find(content: &str) -> HashMap<String, Vec<Dimensions>> {
    let mut found: HashMap<String, Vec<Dimensions>> = HashMap::new();
    // Nearly all spreadsheets end here.
    if !content.contains(SPANNED) {
        return found;
    }
    let mut reader = Reader::from_str(content);
    reader.config_mut().check_end_names = false;
    let mut sheet = String::new();
    let (mut row, mut column, mut repeated) = (0_u32, 0_u32, 1_u32);
    while let Ok(event) = reader.read_event() {
        let (tag, is_empty) = match &event {
            Event::Start(tag) => (tag, false),
            Event::Empty(tag) => (tag, true),
            Event::End(tag) if tag.name().as_ref() == "table:table-row" => {
                row = row.saturating_add(repeated);
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        match tag.name().as_ref() {
            "table:table" => {
                sheet = attribute(tag, "table:name").unwrap_or_default();
                row = 0;
            }
            "table:table-row" => {
                (column, repeated) = (0, number(tag, "table:number-rows-repeated"));
                if is_empty {
                    row = row.saturating_add(repeated);
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let rows = number(tag, SPANNED);
                if rows > 1 {
                    let columns = number(tag, "table:number-columns-spanned");
                    let end = (
                        row.saturating_add(rows - 1),
                        column.saturating_add(columns - 1),
                    );
                    let merged = found.entry(sheet.clone()).or_default();
                    merged.push(Dimensions::new((row, column), end));
                }
                column = column.saturating_add(number(tag, "table:number-columns-repeated"));
            }
            _ => {}
        }
    }
    found
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok().flatten()?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// How many of something an attribute says; one if it does not.
fn number(tag: &BytesStart<'_>, name: &str) -> u32 {
    let number = attribute(tag, name).and_then(|value| value.parse().ok());
    number.unwrap_or(1).clamp(1, MOST)
}
