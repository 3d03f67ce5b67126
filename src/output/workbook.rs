use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use serde_json::Value;

use super::list::{List, plain};
use crate::error::{Error, Result};

/// The parts of a workbook that are always the same (ECMA-376, Part 1, sections 12 and 18; Part 2 for the package).
const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#;
const PACKAGE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
/// Style 1 is text (number format 49, `@`), also for what somebody types into such a cell later; style 2 is a heading.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#;

/// What a sheet can hold: rows with the header, columns, and UTF-16 units in a cell.
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;
const LONGEST: usize = 32_767;

impl List {
    /// Returns it as a workbook of one sheet (`.xlsx`). Texts are text cells: a code is no number, a phone number keeps
    /// its zeros, and nothing is a formula. The same list gives the same bytes.
    ///
    /// # Errors
    /// When there are more rows or columns than a sheet can hold, or a text is longer than a cell.
    pub fn workbook(&self, title: &str) -> Result<Vec<u8>> {
        if self.rows.len() >= MOST_ROWS || self.columns.len() > MOST_COLUMNS {
            return Err(Error::new("the list is larger than a sheet can hold")
                .hint("write it as CSV, or choose people with --where"));
        }
        let book = format!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{}" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
            escaped(title)
        );
        let sheet = sheet(self)?;
        packed(&[
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", PACKAGE),
            ("xl/workbook.xml", &book),
            ("xl/_rels/workbook.xml.rels", PARTS),
            ("xl/styles.xml", STYLES),
            ("xl/worksheets/sheet1.xml", &sheet),
        ])
        .map_err(|cause| Error::system("make the workbook", &std::io::Error::other(cause)))
    }
}

/// Packs the parts of a workbook into a zip.
fn packed(parts: &[(&str, &str)]) -> std::result::Result<Vec<u8>, rawzip::Error> {
    let mut bytes = Vec::new();
    let mut zip = ZipArchiveWriter::new(&mut bytes);
    for (name, text) in parts {
        let part = zip.new_file(*name);
        let (mut part, config) = part
            .compression_method(CompressionMethod::DEFLATE)
            .start()?;
        let mut writer = config.wrap(DeflateEncoder::new(&mut part, Compression::default()));
        writer.write_all(text.as_bytes())?;
        let (deflated, sizes) = writer.finish()?;
        deflated.finish()?;
        part.finish(sizes)?;
    }
    zip.finish()?;
    Ok(bytes)
}

/// The header stays in sight when people scroll, and has arrows to filter by.
fn sheet(list: &List) -> Result<String> {
    let corner = format!(
        "{}{}",
        letters(list.columns.len().max(1)),
        list.rows.len() + 1
    );
    let mut text = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#,
    );
    for (at, column) in list.columns.iter().enumerate() {
        let longest = list
            .rows
            .iter()
            .map(|row| plain(&row[at]).chars().count())
            .max()
            .unwrap_or(0);
        let wide = longest.max(column.key.chars().count()).clamp(6, 48) + 2;
        text += &format!(
            r#"<col min="{0}" max="{0}" width="{wide}" customWidth="1" style="1"/>"#,
            at + 1
        );
    }
    text += "</cols><sheetData><row>";
    for column in &list.columns {
        text += &words(&column.key, 2)?;
    }
    text += "</row>";
    for row in &list.rows {
        text += "<row>";
        for value in row {
            match value {
                Value::Number(number) => text += &format!("<c><v>{number}</v></c>"),
                value => text += &words(&plain(value), 1)?,
            }
        }
        text += "</row>";
    }
    text += &format!(r#"</sheetData><autoFilter ref="A1:{corner}"/></worksheet>"#);
    Ok(text)
}

fn words(text: &str, style: u8) -> Result<String> {
    if text.is_empty() {
        return Ok(format!("<c s=\"{style}\"/>"));
    }
    if text.encode_utf16().count() > LONGEST {
        let start: String = text.chars().take(30).collect();
        return Err(
            Error::new(format!("a text is longer than a cell can hold: `{start}…`"))
                .hint("write the list as CSV, or shorten the text"),
        );
    }
    Ok(format!(
        r#"<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>"#,
        escaped(text)
    ))
}

/// Returns the name of a column counted from 1: A, Z, AA.
fn letters(mut number: usize) -> String {
    let mut name = Vec::new();
    while number > 0 {
        number -= 1;
        name.insert(0, char::from(b'A' + (number % 26) as u8));
        number /= 26;
    }
    name.into_iter().collect()
}

/// Returns text as XML 1.0 may hold it; other characters as `_x001B_`, which spreadsheets understand (ECMA-376 Part 1,
/// section 22.9.2.19), and what looks like that by itself is kept from being understood so.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '_' if looks_escaped(&text[at..]) => safe.push_str("_x005F_"),
            '\t' | '\n' => safe.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {
                safe.push_str(&format!("_x{:04X}_", u32::from(c)));
            }
            c => safe.push(c),
        }
    }
    safe
}

fn looks_escaped(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() > 6
        && bytes[1] == b'x'
        && bytes[6] == b'_'
        && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use super::*;

    #[test]
    fn another_reader_finds_texts_as_texts_and_numbers_as_numbers() {
        let mut list = List::new(&["code", "phone", "people"]);
        list.push(vec!["1e5-0042".into(), "=1+1".into(), 7.into()]);
        list.push(vec![
            "a <b> & \"c\"\nd".into(),
            "00441614960000".into(),
            Value::Null,
        ]);
        list.push(vec!["_x0041_".into(), "a\u{1b}b".into(), true.into()]);
        let bytes = list.workbook("Door & more").expect("a workbook");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).expect("it opens");
        assert_eq!(book.sheet_names(), ["Door & more"]);
        let range = book
            .worksheet_range_at(0)
            .expect("a sheet")
            .expect("it reads");
        let seen: Vec<Vec<Data>> = range.rows().map(<[Data]>::to_vec).collect();
        let text = |text: &str| Data::String(text.to_string());
        assert_eq!(seen[0], [text("code"), text("phone"), text("people")]);
        assert_eq!(seen[1], [text("1e5-0042"), text("=1+1"), Data::Float(7.0)]);
        assert_eq!(
            seen[2],
            [
                text("a <b> & \"c\"\nd"),
                text("00441614960000"),
                Data::Empty
            ]
        );
        assert_eq!(seen[3], [text("_x0041_"), text("a\u{1b}b"), text("yes")]);
        assert_eq!(list.workbook("Door & more"), Ok(bytes));
    }

    #[test]
    fn what_no_cell_can_hold_is_refused() {
        let mut list = List::new(&["note"]);
        list.push(vec!["x".repeat(32_768).into()]);
        assert!(list.workbook("x").is_err());
    }

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        assert_eq!([1, 26, 27, 703].map(letters), ["A", "Z", "AA", "AAA"]);
    }
}
