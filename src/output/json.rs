use serde_json::Value;

use super::visible::turns_or_hides;

/// Returns one JSON document with a line break at its end. Characters that could fool a terminal are escaped, those
/// beyond ASCII too; a program reads the same text.
pub(super) fn document(value: &Value) -> String {
    let plain = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut text = String::with_capacity(plain.len() + 1);
    for c in plain.chars() {
        // Outside of strings a JSON document has only ASCII, so whatever is escaped here stands in a string.
        if c != '\n' && (c.is_control() || turns_or_hides(c)) {
            text.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            text.push(c);
        }
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::List;

    #[test]
    fn a_list_is_an_array_with_every_column() {
        let mut people = List::showing([("code", true), ("note", false)]);
        assert_eq!(document(&people.value()), "[]\n");
        people.push_texts(["krt-mwxb", "x\u{202e}y\u{9b}"]);
        assert_eq!(
            document(&people.value()),
            "[\n  {\n    \"code\": \"krt-mwxb\",\n    \"note\": \"x\\u202ey\\u009b\"\n  }\n]\n"
        );
    }
}
