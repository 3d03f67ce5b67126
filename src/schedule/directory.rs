use std::collections::HashMap;

use serde_json::Value;

use super::entry::Guest;
use super::value::{of, text};

/// Rooms, tracks or people that a file lists once and names elsewhere by number, code, slug or UUID.
pub(super) struct Directory<'v> {
    by_key: HashMap<String, &'v Value>,
}

const KEYS: [&str; 4] = ["guid", "code", "id", "slug"];

impl<'v> Directory<'v> {
    /// Takes the lists of these names out of these objects.
    pub(super) fn new(objects: &[&'v Value], lists: &[&str]) -> Self {
        let mut by_key = HashMap::new();
        let listed = objects
            .iter()
            .flat_map(|object| lists.iter().filter_map(|list| object.get(*list)));
        for item in listed.filter_map(Value::as_array).flatten() {
            for key in KEYS {
                let name = of(item, &[key]);
                if !name.is_empty() {
                    by_key.entry(name).or_insert(item);
                }
            }
        }
        Self { by_key }
    }

    /// Returns the item that a value points to.
    fn find(&self, value: &Value) -> Option<&'v Value> {
        let found = |key: &str| self.by_key.get(key).copied();
        match value {
            Value::String(text) => found(text.trim()),
            Value::Number(number) => found(&number.to_string()),
            Value::Object(_) => KEYS.iter().find_map(|key| found(&of(value, &[key]))),
            _ => None,
        }
    }

    /// Returns the name of what a value is or points to; `otherwise` says what a number is that points nowhere.
    pub(super) fn name(&self, value: &Value, otherwise: fn(&Value) -> String) -> String {
        let named = value.as_object().is_some_and(|fields| {
            ["name", "title", "public_name"]
                .iter()
                .any(|key| fields.contains_key(*key))
        });
        match self.find(value) {
            Some(item) if !named => text(item),
            None if value.is_number() => otherwise(value),
            _ => text(value),
        }
    }

    /// Returns somebody, with what only the list tells of them.
    pub(super) fn guest(&self, person: &Value) -> Guest {
        let listed = self.find(person);
        let either = |keys: &[&str]| {
            let own = of(person, keys);
            let listed = listed.map(|one| of(one, keys));
            Some(own)
                .filter(|text| !text.is_empty())
                .or(listed)
                .unwrap_or_default()
        };
        let name = either(&["public_name", "name", "full_public_name", "fullName"]);
        let parts = [
            either(&["firstName", "first_name"]),
            either(&["lastName", "familyName", "last_name"]),
        ];
        // Some write the surname first there.
        let name = if parts.iter().all(|part| !part.is_empty())
            && (name.is_empty() || name.contains(", "))
        {
            parts.join(" ")
        } else {
            name
        };
        Guest {
            key: either(&KEYS[..3]),
            name: match person {
                Value::String(text) if name.is_empty() => text.trim().to_string(),
                _ => name,
            },
            bio: either(&["biography", "bio"]),
        }
    }
}
