use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Error, Finding, Result, Source, did_you_mean};
use crate::model::{Id, Origin, WallTime, instant, parse_wall_time};

/// The tables of one file, read one after another; whatever nobody asked for is reported at the end.
pub(in crate::store) struct Tables<'a> {
    source: Source,
    root: Fields<'a>,
}

/// The fields of one table, asked for by name. Every answer that does not fit becomes a finding and counts as
/// absent, so that one run reports all of them.
pub(in crate::store) struct Fields<'a> {
    source: Source,
    table: Option<&'a DeTable<'a>>,
    span: Range<usize>,
    /// How a finding names the table: `[event]`, `this [[session]]`.
    what: String,
    asked: Vec<&'static str>,
    findings: Vec<Finding>,
}

impl<'a> Tables<'a> {
    pub(in crate::store) fn new(source: &Source, root: &'a Spanned<DeTable<'a>>) -> Self {
        let fields = Fields::new(
            source,
            Some(root.get_ref()),
            root.span(),
            "the file".to_string(),
        );
        Self {
            source: source.clone(),
            root: fields,
        }
    }

    /// Hands `[name]` to `read`, which sees a table without fields if the file has none.
    pub(in crate::store) fn table<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Fields<'a>) -> T,
    ) -> (T, Origin) {
        let value = self.root.value(name);
        let (table, span) = match value {
            Some(value) => {
                if value.get_ref().as_table().is_none() {
                    self.root
                        .wrong_kind(name, value, &format!("a table [{name}]"));
                }
                (value.get_ref().as_table(), value.span())
            }
            None => (None, 0..0),
        };
        let mut fields = Fields::new(&self.source, table, span, format!("[{name}]"));
        let read = read(&mut fields);
        (read, fields.finish(&mut self.root.findings))
    }

    /// Hands each `[[name]]` to `read`, which returns none for one that lacks what it must have.
    pub(in crate::store) fn each<T>(
        &mut self,
        name: &'static str,
        mut read: impl FnMut(&mut Fields<'a>) -> Option<T>,
    ) -> Vec<(T, Origin)> {
        let Some(value) = self.root.value(name) else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            self.root
                .wrong_kind(name, value, &format!("tables [[{name}]]"));
            return Vec::new();
        };
        let mut all = Vec::new();
        for element in array {
            let table = element.get_ref().as_table();
            if table.is_none() {
                self.root
                    .wrong_kind(name, element, &format!("tables [[{name}]]"));
                continue;
            }
            let mut fields = Fields::new(
                &self.source,
                table,
                element.span(),
                format!("this [[{name}]]"),
            );
            let read = read(&mut fields);
            let origin = fields.finish(&mut self.root.findings);
            all.extend(read.map(|read| (read, origin)));
        }
        all
    }

    /// Returns all findings, also about tables that nobody asked for.
    pub(in crate::store) fn finish(self) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.root.finish(&mut findings);
        findings
    }
}

impl<'a> Fields<'a> {
    fn new(
        source: &Source,
        table: Option<&'a DeTable<'a>>,
        span: Range<usize>,
        what: String,
    ) -> Self {
        Self {
            source: source.clone(),
            table,
            span,
            what,
            asked: Vec::new(),
            findings: Vec::new(),
        }
    }

    fn value(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.push(key);
        self.table?
            .iter()
            .find(|(name, _)| name.get_ref().as_ref() == key)
            .map(|(_, value)| value)
    }

    /// Reports a value that does not fit.
    pub(in crate::store) fn report(
        &mut self,
        span: Range<usize>,
        rule: &'static str,
        error: Error,
    ) {
        for finding in error.findings {
            self.findings
                .push(Finding { rule, ..finding }.at(self.source.place(span.clone())));
        }
    }

    fn wrong_kind(&mut self, key: &str, value: &Spanned<DeValue<'a>>, wanted: &str) {
        let found = value.get_ref().type_str();
        let error = Error::new(format!(
            "`{key}` must be {wanted}, and here it is {} {found}",
            article(found)
        ));
        self.report(value.span(), "wrong-kind", error);
    }

    /// Returns a text, blank if it is absent.
    pub(in crate::store) fn text(&mut self, key: &'static str) -> String {
        let Some(value) = self.value(key) else {
            return String::new();
        };
        match value.get_ref().as_str() {
            Some(text) => text.to_string(),
            None => {
                self.wrong_kind(key, value, "a text in quotes");
                String::new()
            }
        }
    }

    /// Returns a text that must be there; its absence is a finding.
    pub(in crate::store) fn required(&mut self, key: &'static str) -> Option<String> {
        let text = self.text(key);
        if text.trim().is_empty() {
            self.missing(key);
            return None;
        }
        Some(text)
    }

    /// Reports that a key is absent or blank.
    pub(in crate::store) fn missing(&mut self, key: &'static str) {
        if self
            .findings
            .iter()
            .any(|finding| finding.rule == "wrong-kind")
        {
            return;
        }
        let finding = Finding::error("missing-key", format!("{} has no `{key}`", self.what))
            .at(self.source.place(self.span.clone()))
            .hint(format!("add {key} = \"…\""));
        self.findings.push(finding);
    }

    /// Returns a whole number from 0.
    pub(in crate::store) fn number(&mut self, key: &'static str) -> Option<u32> {
        let value = self.value(key)?;
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok());
        if number.is_none() {
            self.wrong_kind(key, value, "a whole number from 0, without quotes");
        }
        number
    }

    /// Returns `true` or `false`.
    pub(in crate::store) fn flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.value(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_kind(key, value, "true or false, without quotes");
        }
        flag
    }

    /// Returns a text that `parse` understands; a blank one counts as absent. A native TOML date or time is taken
    /// as its text.
    pub(in crate::store) fn parsed<T>(
        &mut self,
        key: &'static str,
        rule: &'static str,
        parse: impl FnOnce(&str) -> Result<T>,
    ) -> Option<T> {
        let value = self.value(key)?;
        let Some(text) = as_text(value.get_ref()) else {
            self.wrong_kind(key, value, "a text in quotes");
            return None;
        };
        if text.trim().is_empty() {
            return None;
        }
        parse(&text)
            .map_err(|error| self.report(value.span(), rule, error))
            .ok()
    }

    /// Returns a list of texts that `parse` understands; those that it does not are findings.
    pub(in crate::store) fn list<T>(
        &mut self,
        key: &'static str,
        rule: &'static str,
        mut parse: impl FnMut(&str) -> Result<T>,
    ) -> Vec<T> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_kind(key, value, "a list in square brackets, as in [\"…\"]");
            return Vec::new();
        };
        let mut list = Vec::new();
        for element in array {
            match as_text(element.get_ref()).map(|text| parse(&text)) {
                Some(Ok(item)) => list.push(item),
                Some(Err(error)) => self.report(element.span(), rule, error),
                None => self.wrong_kind(key, element, "a list of texts in quotes"),
            }
        }
        list
    }

    /// Returns the keys of a table with their texts, one pair a text.
    pub(in crate::store) fn pairs(&mut self, key: &'static str) -> Vec<(String, String)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_kind(key, value, "a table, as in [import.map]");
            return Vec::new();
        };
        let mut pairs = Vec::new();
        for (name, value) in table {
            let several = value.get_ref().as_array();
            let texts: Vec<&Spanned<DeValue<'a>>> = match several {
                Some(texts) => texts.iter().collect(),
                None => vec![value],
            };
            for text in texts {
                match text.get_ref().as_str() {
                    Some(text) => pairs.push((name.get_ref().to_string(), text.to_string())),
                    None => self.wrong_kind(name.get_ref(), text, "a text in quotes"),
                }
            }
        }
        pairs
    }

    /// Returns the id of the record, which must be there.
    pub(in crate::store) fn id(&mut self) -> Option<Id> {
        let id = self.parsed("id", "id", Id::parse);
        if id.is_none() && !self.findings.iter().any(|finding| finding.rule == "id") {
            self.missing("id");
        }
        id
    }

    /// Returns a wall-clock time that is an instant in `zone`.
    pub(in crate::store) fn time(
        &mut self,
        key: &'static str,
        dates: &[chrono::NaiveDate],
        zone: chrono_tz::Tz,
    ) -> Option<WallTime> {
        self.parsed(key, "time", |text| {
            let wall = parse_wall_time(text, dates)?;
            instant(wall, zone)
                .map_err(|change| Error::new(format!("`{text}` is no time in {zone}: {change}")))
                .map(|_| wall)
        })
    }

    /// Returns where the value of a key stands, or the table if it is absent.
    pub(in crate::store) fn span(&self, key: &str) -> Range<usize> {
        let value = self.table.and_then(|table| {
            table
                .iter()
                .find(|(name, _)| name.get_ref().as_ref() == key)
        });
        value.map_or_else(|| self.span.clone(), |(_, value)| value.span())
    }

    fn finish(mut self, findings: &mut Vec<Finding>) -> Origin {
        let mut fields = Vec::new();
        for (name, value) in self.table.into_iter().flatten() {
            let key = name.get_ref().as_ref();
            fields.push((key.to_string(), value.span()));
            if !self.asked.contains(&key) {
                let what = &self.what;
                let finding =
                    Finding::warning("unknown-key", format!("{what} has an unknown key `{key}`"))
                        .at(self.source.place(name.span()))
                        .maybe_hint(did_you_mean(key, self.asked.iter().copied()));
                self.findings.push(finding);
            }
        }
        findings.append(&mut self.findings);
        Origin::new(self.source, self.span, fields)
    }
}

fn as_text(value: &DeValue<'_>) -> Option<String> {
    value
        .as_str()
        .map(String::from)
        .or_else(|| value.as_datetime().map(ToString::to_string))
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    }
}
