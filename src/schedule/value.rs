use serde_json::Value;

/// Returns the text of a JSON value: of a name in several languages the English one or the first, of an object its
/// name, of a list a line each.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_string(),
        Value::Array(items) => {
            let texts: Vec<String> = items
                .iter()
                .map(text)
                .filter(|one| !one.is_empty())
                .collect();
            texts.join("\n")
        }
        Value::Object(fields) => ["public_name", "name", "fullName", "title", "en", "slug"]
            .iter()
            .find_map(|key| fields.get(*key).map(text).filter(|one| !one.is_empty()))
            .or_else(|| fields.values().find(|one| one.is_string()).map(text))
            .unwrap_or_default(),
        other => other.to_string(),
    }
}

/// Returns the text of the first of these keys that has one.
pub(super) fn of(object: &Value, keys: &[&str]) -> String {
    let texts = keys.iter().filter_map(|key| object.get(*key)).map(text);
    texts
        .into_iter()
        .find(|one| !one.is_empty())
        .unwrap_or_default()
}

/// Returns the items of a list under a key.
pub(super) fn items<'v>(object: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    object
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}
