use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Error, Finding, Place, Result, Severity, Source, did_you_mean};
use crate::model::{Id, Origin, Span, WallClock, WallTime};

/// The fields of one table, asked for by name. Every answer that does not fit becomes a finding and counts as
/// absent, so that one run reports all of them.
pub(in crate::store) struct Fields<'a> {
    source: Source,
    table: Option<&'a DeTable<'a>>,
    span: Range<usize>,
    /// How a finding names the table: `[event]`, `this [[session]]`.
    what: String,
    asked: Vec<&'static str>,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(
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

    pub(super) fn value(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.push(key);
        self.table?
            .iter()
            .find(|(name, _)| name.get_ref().as_ref() == key)
            .map(|(_, value)| value)
    }

    /// Returns where a range of the file stands.
    pub(super) fn place(&self, span: Range<usize>) -> Place {
        self.source.place(span)
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

    /// Reports a value that does not fit but does no harm.
    pub(super) fn doubt(&mut self, span: Range<usize>, rule: &'static str, error: Error) {
        let known = self.findings.len();
        self.report(span, rule, error);
        for finding in &mut self.findings[known..] {
            finding.severity = Severity::Warning;
        }
    }

    pub(super) fn wrong_kind(&mut self, key: &str, value: &Spanned<DeValue<'a>>, wanted: &str) {
        let found = match value.get_ref().as_integer() {
            Some(number) => format!("`{}`", number.as_str()),
            None => {
                let kind = value.get_ref().type_str();
                format!("{} {kind}", article(kind))
            }
        };
        let error = Error::new(format!("`{key}` must be {wanted}, and here it is {found}"));
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

    /// Returns the texts of a list, or the only one, each with where it stands.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<(String, Range<usize>)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let all = match value.get_ref().as_array() {
            Some(array) => array.iter().collect(),
            None => vec![value],
        };
        let texts = all.into_iter();
        let texts = texts.filter_map(|one| Some((as_text(one.get_ref())?, one.span())));
        texts.collect()
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

    /// Returns windows of time, from one text or a list of texts; one without a date is on each day of the event.
    pub(in crate::store) fn windows(
        &mut self,
        key: &'static str,
        clock: WallClock<'_>,
    ) -> Vec<Span> {
        let one = self
            .table
            .and_then(|table| {
                table
                    .iter()
                    .find(|(name, _)| name.get_ref().as_ref() == key)
            })
            .is_some_and(|(_, value)| as_text(value.get_ref()).is_some());
        let windows = if one {
            Vec::from_iter(self.parsed(key, "hours", |text| clock.windows(text)))
        } else {
            self.list(key, "hours", |text| clock.windows(text))
        };
        windows.concat()
    }

    /// Returns the id of the record, which must be there.
    pub(in crate::store) fn id(&mut self) -> Option<Id> {
        let id = self.parsed("id", "id", Id::parse);
        if id.is_none() && !self.findings.iter().any(|finding| finding.rule == "id") {
            self.missing("id");
        }
        id
    }

    /// Returns a wall-clock time that is an instant at the event.
    pub(in crate::store) fn time(
        &mut self,
        key: &'static str,
        clock: WallClock<'_>,
    ) -> Option<WallTime> {
        self.parsed(key, "time", |text| clock.time(text))
    }

    /// Tells whether something was found wrong under a rule.
    pub(in crate::store) fn has_findings(&self, rule: &str) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.rule == rule || finding.rule == "wrong-kind")
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

    pub(super) fn finish(mut self, findings: &mut Vec<Finding>) -> Origin {
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
