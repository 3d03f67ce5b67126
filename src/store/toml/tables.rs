use toml::Spanned;
use toml::de::DeTable;

use super::fields::Fields;
use crate::error::{Finding, Source};
use crate::model::Origin;

/// The tables of one file, read one after another; whatever nobody asked for is reported at the end.
pub(in crate::store) struct Tables<'a> {
    source: Source,
    root: Fields<'a>,
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
