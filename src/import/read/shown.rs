//! What a cell shows where that is more than the number it holds: a telephone number with its zero.

use std::io::{Cursor, Read, Write};

use rawzip::{CompressionMethod, ZipArchiveWriter};
use zip::ZipArchive;

/// The cells of an OpenDocument spreadsheet, in its zip.
const CONTENT: &str = "content.xml";
/// What else of that zip says what it is, and whether it is locked. Styles and pictures are nobody.
const BESIDE: [&str; 2] = ["mimetype", "META-INF/manifest.xml"];
/// More text than any list has.
const MOST_BYTES: u64 = 1 << 30;

/// What stands in the tag of a cell that holds a number.
const FLOAT: &str = "office:value-type=\"float\"";
const VALUE: &str = " office:value=\"";

/// A whole number as a format of Excel shows it, if that is nothing but digits with zeros before them, and signs between
/// them: `00000000000`, `00000 000000`, `"+"0`.
pub(super) fn as_format(number: f64, format: &str) -> Option<String> {
    let first = format.split(';').next().unwrap_or_default();
    let plain: String = first.chars().filter(|c| !matches!(c, '"' | '\\')).collect();
    let zeros = plain.matches('0').count();
    if zeros == 0 || !plain.chars().all(|c| "0 -()+/".contains(c)) {
        return None;
    }
    if !(0.0..1e15).contains(&number) || number.fract() != 0.0 {
        return None;
    }
    let digits = format!("{number:0>zeros$.0}");
    // More digits than zeros stand where the first zero does.
    let (mut more, mut rest) = (digits.len() - zeros, digits.chars());
    let mut shown = String::new();
    for c in plain.chars() {
        if c == '0' {
            shown.extend(rest.by_ref().take(1 + std::mem::take(&mut more)));
        } else {
            shown.push(c);
        }
    }
    Some(shown.trim().to_string())
}

/// Returns the cells of an OpenDocument spreadsheet as they are written; none if they cannot be read.
pub(super) fn content(bytes: &[u8]) -> Option<String> {
    text(&mut ZipArchive::new(Cursor::new(bytes)).ok()?, CONTENT)
}

fn text(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    let entry = zip.by_name(name).ok()?;
    entry.take(MOST_BYTES).read_to_string(&mut text).ok()?;
    Some(text)
}

/// An OpenDocument spreadsheet with this [`content`] in which the numbers that show more digits than they have are text.
/// None if there are no such, or it cannot be read.
pub(super) fn as_text(bytes: &[u8], content: &str) -> Option<Vec<u8>> {
    let content = with_texts(content)?;
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = vec![(CONTENT, content)];
    for name in BESIDE {
        parts.extend(text(&mut zip, name).map(|text| (name, text)));
    }
    stored(&parts).ok()
}

/// Puts texts into a zip as they are.
fn stored(parts: &[(&str, String)]) -> Result<Vec<u8>, rawzip::Error> {
    let mut bytes = Vec::new();
    let mut zip = ZipArchiveWriter::new(&mut bytes);
    for (name, text) in parts {
        let part = zip.new_file(*name);
        let part = part.compression_method(CompressionMethod::STORE);
        let (mut part, config) = part.start()?;
        let mut writer = config.wrap(&mut part);
        writer.write_all(text.as_bytes())?;
        let (_, sizes) = writer.finish()?;
        part.finish(sizes)?;
    }
    zip.finish()?;
    Ok(bytes)
}

/// The cells with those that show more digits than their number has as text; none if there are none.
fn with_texts(content: &str) -> Option<String> {
    let mut texts = String::new();
    let mut done = 0;
    for (at, _) in content.match_indices(FLOAT) {
        let Some((start, end)) = tag(content, at) else {
            continue;
        };
        let Some(value) = content[start..end].find(VALUE).map(|value| start + value) else {
            continue;
        };
        let number = &content[value + VALUE.len()..end];
        let number = &number[..number.find('"').unwrap_or(0)];
        let rest = &content[end..];
        let text = rest
            .strip_prefix("><text:p>")
            .and_then(|rest| rest.split_once('<'));
        if !text.is_some_and(|(text, _)| shows_more(text, number)) {
            continue;
        }
        let behind = value + VALUE.len() + number.len() + 1;
        let without = [&content[start..value], &content[behind..end]].concat();
        texts.push_str(&content[done..start]);
        texts.push_str(&without.replacen(FLOAT, "office:value-type=\"string\"", 1));
        done = end;
    }
    texts.push_str(&content[done..]);
    (done > 0).then_some(texts)
}

/// Where a tag begins and ends, without its `>`, in which something stands.
fn tag(content: &str, at: usize) -> Option<(usize, usize)> {
    let start = content[..at].rfind('<')?;
    let end = at + content[at..].find('>')?;
    (!content[start..at].contains('>')).then_some((start, end))
}

/// Says whether a text is a whole number with a zero or a plus before it.
fn shows_more(text: &str, number: &str) -> bool {
    let sign = |c: char| c.is_ascii_digit() || " +-()/".contains(c);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    text.starts_with(['0', '+', '('])
        && text.chars().all(sign)
        && !number.is_empty()
        && digits.trim_start_matches('0') == number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shown_as_its_format_says() {
        for (number, format, expected) in [
            (7_700_900_001.0, "00000000000", Some("07700900001")),
            (7_700_900_001.0, "00000\\ 000000;@", Some("07700 900001")),
            (447_700_900_001.0, "\"+\"0", Some("+447700900001")),
            (42.0, "0", Some("42")),
            (1234.0, "(00)00", Some("(12)34")),
            (12_345.0, "00-00", Some("123-45")),
            (7_700_900_001.0, "#,##0", None),
            (0.5, "00", None),
            (3.0, "0.00", None),
            (3.0, "General", None),
        ] {
            assert_eq!(as_format(number, format).as_deref(), expected, "{format}");
        }
    }

    #[test]
    fn only_numbers_with_a_zero_before_them_become_text() {
        let cell = |value: &str, text: &str| {
            format!(
                "<c office:value-type=\"float\" office:value=\"{value}\" x=\"1\"><text:p>{text}</text:p></c>"
            )
        };
        let plain = cell("7", "7") + &cell("5", "0.50") + &cell("12", "12,00");
        assert_eq!(with_texts(&plain), None);
        let text = "<c office:value-type=\"string\" x=\"1\"><text:p>07700 900001</text:p></c>";
        let shown = with_texts(&(plain.clone() + &cell("7700900001", "07700 900001") + &plain));
        assert_eq!(shown, Some(format!("{plain}{text}{plain}")));
    }
}
