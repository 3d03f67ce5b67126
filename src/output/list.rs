use serde_json::Value;

/// A column of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What files and JSON call it.
    pub(super) key: String,
    /// Whether a table on the screen has it; CSV and JSON have every column.
    pub(super) shown: bool,
}

/// Several things of a kind: a table for people, an array of objects in JSON.
#[derive(Clone, Debug, Default)]
pub struct List {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Value>>,
}

impl List {
    /// A list whose table shows all columns.
    pub fn new(keys: &[&str]) -> Self {
        Self::showing(keys.iter().map(|key| (*key, true)))
    }

    /// A list of which each column says whether the table shows it.
    pub fn showing<'a>(columns: impl IntoIterator<Item = (&'a str, bool)>) -> Self {
        let columns = columns.into_iter().map(|(key, shown)| Column {
            key: key.to_string(),
            shown,
        });
        Self {
            columns: columns.collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row with a value for each column.
    pub fn push(&mut self, row: Vec<Value>) {
        self.rows.push(row);
    }

    /// Adds a row of texts.
    pub fn push_texts<'a>(&mut self, row: impl IntoIterator<Item = &'a str>) {
        self.rows.push(row.into_iter().map(Value::from).collect());
    }

    /// Returns it as a JSON array of objects with every column.
    pub fn value(&self) -> Value {
        let object = |row: &Vec<Value>| {
            let keys = self.columns.iter().map(|column| column.key.clone());
            Value::Object(keys.zip(row.iter().cloned()).collect())
        };
        Value::Array(self.rows.iter().map(object).collect())
    }

    /// Tells whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns how many rows it has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }
}

/// One thing, or the result of a command: lines of keys and values for people, an object in JSON.
#[derive(Clone, Debug, Default)]
pub struct Record {
    pub(super) fields: Vec<(String, Value)>,
}

impl Record {
    /// A record without fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a field.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.fields.push((key.to_string(), value.into()));
        self
    }

    /// Returns it as a JSON object.
    pub fn value(&self) -> Value {
        Value::Object(self.fields.iter().cloned().collect())
    }
}

/// Returns a value as people read it in a table or a CSV cell.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".to_string(),
        Value::Bool(false) => "no".to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let fields = fields.iter().filter(|(_, value)| !value.is_null());
            fields
                .map(|(key, value)| format!("{key} {}", plain(value)))
                .collect::<Vec<_>>()
                .join(", ")
        }
    }
}
