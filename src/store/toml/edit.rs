use std::ops::Range;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value, value};

use super::list;
use super::splice::{line_end, splice};
use crate::error::{Error, Result};
use crate::model::Id;

/// A value to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u32),
    /// `true` or `false`.
    Flag(bool),
    /// A list of texts.
    List(Vec<String>),
    /// No value: the key is taken away.
    Nothing,
}

impl FieldValue {
    /// A text; a blank one takes the key away.
    pub fn text(text: &str) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text.to_string())
        }
    }

    /// A list of texts; without any, or with just a blank one, the key is taken away.
    pub fn list(texts: Vec<String>) -> Self {
        let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        if texts.is_empty() {
            Self::Nothing
        } else {
            Self::List(texts)
        }
    }

    fn into_value(self) -> Option<Value> {
        Some(match self {
            Self::Text(text) => text.into(),
            Self::Number(number) => i64::from(number).into(),
            Self::Flag(flag) => flag.into(),
            Self::List(texts) => Value::Array(Array::from_iter(texts)),
            Self::Nothing => return None,
        })
    }
}

/// Fields of a record by key, in the order in which new ones are written.
pub type Fields = Vec<(&'static str, FieldValue)>;

/// Returns a table with these fields.
pub(super) fn table(fields: Fields) -> Table {
    let mut table = Table::new();
    for (key, field) in fields {
        if let Some(new) = field.into_value() {
            table.insert(key, value(new));
        }
    }
    table
}

/// Returns the text with new `[[noun]]` records at its end.
pub(in crate::store) fn add(text: &str, noun: &str, records: Vec<Fields>) -> Result<String> {
    let mut record = DocumentMut::new();
    let new_tables = ArrayOfTables::from_iter(records.into_iter().map(table));
    record.insert(noun, Item::ArrayOfTables(new_tables));
    let line_end = line_end(text);
    let mut new = text.to_string();
    if !new.trim_start_matches('\u{feff}').is_empty() {
        new.push_str(if new.ends_with('\n') {
            line_end
        } else {
            "\n\n"
        });
    }
    // Whatever the file holds, it stays; only that the whole is still sound must be seen to.
    new.push_str(&record.to_string());
    if line_end == "\r\n" {
        new.replace_range(
            text.len()..,
            &new[text.len()..]
                .replace("\r\n", "\n")
                .replace('\n', "\r\n"),
        );
    }
    tables(&mut parse(&new)?, noun)?;
    Ok(new)
}

/// Returns the text with some fields of one record changed. Comments beside a value stay.
pub(in crate::store) fn set(text: &str, noun: &str, id: &Id, fields: Fields) -> Result<String> {
    let mut document = parse(text)?;
    let at = find(&mut document, noun, id)?;
    let lines = record_lines(text, noun, id);
    let Some(table) = tables(&mut document, noun)?.get_mut(at) else {
        return Err(unknown(noun, id));
    };
    for (key, field) in fields {
        match (
            field.into_value(),
            table.get_mut(key).and_then(Item::as_value_mut),
        ) {
            (Some(mut new), Some(old)) => {
                if let (Value::Array(old), Value::Array(new)) = (&mut *old, &new)
                    && list::put(old, new)
                {
                    continue;
                }
                // A value assigned as it is would lose the comment behind the old one.
                *new.decor_mut() = old.decor().clone();
                *old = new;
            }
            (Some(new), None) => {
                table.insert(key, value(new));
            }
            (None, _) => {
                table.remove(key);
            }
        }
    }
    splice(text, &document.to_string(), lines)
}

/// Returns the text without one record and the comment right above it.
pub(in crate::store) fn remove(text: &str, noun: &str, id: &Id) -> Result<String> {
    let mut document = parse(text)?;
    find(&mut document, noun, id)?;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let Range { mut start, end } = record_lines(text, noun, id);
    while start > 0 && lines[start - 1].trim_start().starts_with('#') {
        start -= 1;
    }
    // A comment that opens the file is about the file, unless a blank line sets the record's own apart.
    if start == 0 {
        start = record_lines(text, noun, id).start;
    }
    let blank = |line: &str| line.trim().is_empty();
    if start > 0 && blank(lines[start - 1]) && lines.get(end).is_none_or(|line| blank(line)) {
        start -= 1;
    }
    Ok(lines[..start]
        .iter()
        .chain(&lines[end..])
        .copied()
        .collect())
}

fn parse(text: &str) -> Result<DocumentMut> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.parse().map_err(|error: toml_edit::TomlError| {
        Error::new(format!("the file is no TOML: {}", error.message()))
            .hint("`plenary check` shows where")
    })
}

fn tables<'d>(document: &'d mut DocumentMut, noun: &str) -> Result<&'d mut ArrayOfTables> {
    document
        .get_mut(noun)
        .and_then(Item::as_array_of_tables_mut)
        .ok_or_else(|| {
            Error::new(format!("`{noun}` is not written as [[{noun}]] tables")).hint(format!(
                "write each one under a [[{noun}]] of its own, then plenary can edit them"
            ))
        })
}

fn find(document: &mut DocumentMut, noun: &str, id: &Id) -> Result<usize> {
    let all = tables(document, noun)?;
    let is_it = |table: &Table| table.get("id").and_then(Item::as_str) == Some(id.as_str());
    all.iter().position(is_it).ok_or_else(|| unknown(noun, id))
}

fn unknown(noun: &str, id: &Id) -> Error {
    Error::new(format!("there is no {noun} `{id}`"))
        .hint(format!("`plenary {noun} list` shows all of them"))
}

/// Returns which lines a record takes up, counted from 0: from its header to its last value.
fn record_lines(text: &str, noun: &str, id: &Id) -> Range<usize> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let shift = text.len() - bare.len();
    let Ok(document) = toml_edit::Document::parse(bare) else {
        return 0..0;
    };
    let all = document.get(noun).and_then(Item::as_array_of_tables);
    let mut tables = all.into_iter().flat_map(ArrayOfTables::iter);
    let table = tables.find(|table| table.get("id").and_then(Item::as_str) == Some(id.as_str()));
    let Some(table) = table else { return 0..0 };
    let header = table.span().unwrap_or(0..0);
    let values = table.iter().filter_map(|(_, item)| item.span());
    let end = values.map(|span| span.end).fold(header.end, usize::max);
    let line = |at: usize| text[..(at + shift).min(text.len())].matches('\n').count();
    line(header.start)..line(end) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = "\u{feff}# who speaks\r\n\r\n[[speaker]]\r\nid = \"ada\"   # the first\r\nname = 'Ada'  # keep me\r\n\r\n# about Bo\r\n[[speaker]]\r\nid = \"bo\"\r\nname = \"Bo\"";

    fn id(text: &str) -> Id {
        Id::parse(text).expect(text)
    }

    fn text(text: &str) -> FieldValue {
        FieldValue::Text(text.to_string())
    }

    #[test]
    fn only_the_edited_lines_differ() {
        let new = set(
            TWO,
            "speaker",
            &id("ada"),
            vec![("name", text("Ada Example")), ("area", text("Leeds"))],
        );
        let expected = TWO.replace(
            "name = 'Ada'  # keep me\r\n",
            "name = \"Ada Example\"  # keep me\r\narea = \"Leeds\"\r\n",
        );
        assert_eq!(new, Ok(expected));
        let new = set(
            TWO,
            "speaker",
            &id("ada"),
            vec![("name", FieldValue::Nothing)],
        );
        assert_eq!(new, Ok(TWO.replace("name = 'Ada'  # keep me\r\n", "")));
    }

    #[test]
    fn a_list_over_several_lines_keeps_its_comments() {
        let list = "\
[[session]]
id = \"a\"
speakers = [ # in this order
    \"ada\", # has the slides
    # She comes late.
    \"bo\" , # from Leeds

    \"cy\" # a guest
    # nobody else
] # the team
room = \"main\"
";
        let new = |ids: &[&str]| {
            let ids = ids.iter().map(ToString::to_string).collect();
            set(
                list,
                "session",
                &id("a"),
                vec![("speakers", FieldValue::List(ids))],
            )
        };
        assert_eq!(new(&["ada", "bo", "cy"]), Ok(list.to_string()));
        assert_eq!(
            new(&["cy", "dee", "ada"]),
            Ok(list
                .replace("    # She comes late.\n    \"bo\" , # from Leeds\n", "")
                .replace(
                    "    \"ada\", # has the slides\n\n    \"cy\" # a guest\n",
                    "\n    \"cy\", # a guest\n    \"dee\",\n    \"ada\" # has the slides\n"
                ))
        );
        assert_eq!(
            set(
                TWO,
                "speaker",
                &id("ada"),
                vec![(
                    "available",
                    FieldValue::List(vec!["10:00-12:00".to_string()])
                )]
            ),
            Ok(TWO.replace(
                "keep me\r\n",
                "keep me\r\navailable = [\"10:00-12:00\"]\r\n"
            ))
        );
    }

    #[test]
    fn a_new_record_comes_last() {
        let fields = vec![("id", text("cy")), ("confirmed", FieldValue::Flag(true))];
        let new = add(TWO, "speaker", vec![fields.clone()]);
        assert_eq!(
            new,
            Ok(format!(
                "{TWO}\r\n\r\n[[speaker]]\r\nid = \"cy\"\r\nconfirmed = true\r\n"
            ))
        );
        assert_eq!(
            add("", "speaker", vec![fields]),
            Ok("[[speaker]]\nid = \"cy\"\nconfirmed = true\n".to_string())
        );
        let commented = "# nobody yet\n";
        let new = add(commented, "speaker", vec![vec![("id", text("cy"))]]);
        assert_eq!(
            new,
            Ok("# nobody yet\n\n[[speaker]]\nid = \"cy\"\n".to_string())
        );
    }

    #[test]
    fn a_removed_record_takes_its_own_comment_along_and_no_other() {
        assert_eq!(
            remove(TWO, "speaker", &id("bo")),
            Ok("\u{feff}# who speaks\r\n\r\n[[speaker]]\r\nid = \"ada\"   # the first\r\nname = 'Ada'  # keep me\r\n".to_string())
        );
        assert_eq!(
            remove(TWO, "speaker", &id("ada")),
            Ok("\u{feff}# who speaks\r\n\r\n# about Bo\r\n[[speaker]]\r\nid = \"bo\"\r\nname = \"Bo\"".to_string())
        );
        assert!(remove(TWO, "speaker", &id("cy")).is_err());
    }
}
