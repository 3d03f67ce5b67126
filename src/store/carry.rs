use toml_edit::{DocumentMut, Item, Table, Value};

/// Returns the tables of these keys with all that stands in them, in their order, and without a comment: nobody knows
/// whom a comment names.
pub(super) fn carried(old: &DocumentMut, keys: &[&str]) -> DocumentMut {
    let mut new = DocumentMut::new();
    for (key, item) in old.iter().filter(|(key, _)| keys.contains(key)) {
        let item = match item.clone().into_table() {
            Ok(table) => Item::Table(table),
            Err(item) => match item.into_array_of_tables() {
                Ok(tables) => Item::ArrayOfTables(tables),
                // A value at the top is no table, so the event does not know it.
                Err(_) => continue,
            },
        };
        new.insert(key, item);
    }
    for (_, item) in new.iter_mut() {
        strip(item);
    }
    new
}

/// Takes the comments out of whatever this is.
pub(super) fn strip(item: &mut Item) {
    match item {
        Item::None => {}
        Item::Value(value) => strip_value(value),
        Item::Table(table) => strip_table(table),
        Item::ArrayOfTables(tables) => tables.iter_mut().for_each(strip_table),
    }
}

fn strip_table(table: &mut Table) {
    table.decor_mut().set_prefix("\n");
    table.decor_mut().set_suffix("");
    for (mut key, item) in table.iter_mut() {
        key.leaf_decor_mut().clear();
        key.dotted_decor_mut().clear();
        strip(item);
    }
}

fn strip_value(value: &mut Value) {
    match value {
        Value::Array(array) => {
            array.iter_mut().for_each(strip_value);
            array.fmt();
        }
        Value::InlineTable(table) => {
            for (mut key, value) in table.iter_mut() {
                key.leaf_decor_mut().clear();
                strip_value(value);
            }
            table.fmt();
        }
        _ => {}
    }
    value.decor_mut().clear();
}

/// Returns a text in TOML without the tables of these keys. The comment lines right above a header belong to it.
pub(super) fn without(text: &str, keys: &[&str]) -> String {
    let mut kept = String::new();
    let mut comments = String::new();
    let mut goes = false;
    for line in text.split_inclusive('\n') {
        if let Some(header) = line.strip_prefix('[') {
            let header = header.trim_start_matches('[');
            let key = header.split([']', '.']).next().unwrap_or_default().trim();
            goes = keys.contains(&key);
        } else if line.starts_with('#') {
            comments.push_str(line);
            continue;
        }
        let above = std::mem::take(&mut comments);
        if !goes {
            kept.push_str(&above);
            kept.push_str(line);
        }
    }
    if !goes {
        kept.push_str(&comments);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_carried_in_their_order_and_without_comments() {
        let old: DocumentMut = "# a\nevent = 1\n# b\n[mail] # c\n# d\nserver = \"x\" # e\nfrom = \"y\"\n[[room]] # f\nid = \"one\"\nopen = [ # g\n \"1\",\n]\n[mail.subjects]\nplace = \"z\"\n"
            .parse()
            .expect("TOML");
        assert_eq!(
            carried(&old, &["room", "mail"]).to_string(),
            "\n[mail]\nserver = \"x\"\nfrom = \"y\"\n\n[[room]]\nid = \"one\"\nopen = [\"1\"]\n\n[mail.subjects]\nplace = \"z\"\n"
        );
    }

    #[test]
    fn a_table_goes_with_the_comments_in_it_and_above_it() {
        let text = "# top\n\n[event]\nid = 1\n\n# about the venue\n[venue]\n# name = 2\n\n# [[room]]\n# id = 3\n\n[mail]\nserver = 4\n";
        assert_eq!(
            without(text, &["venue", "room"]),
            "# top\n\n[event]\nid = 1\n\n[mail]\nserver = 4\n"
        );
        assert_eq!(without(text, &[]), text);
    }
}
