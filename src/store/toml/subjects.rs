use super::fields::Fields;
use crate::model::Subject;

impl Fields<'_> {
    /// Returns the subjects of mails: one text for all, or a table with one for each kind.
    pub(super) fn subjects(&mut self, key: &'static str) -> Vec<Subject> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        if let Some(text) = value.get_ref().as_str() {
            return vec![Subject {
                kind: None,
                text: text.to_string(),
                place: self.place(value.span()),
            }];
        }
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_kind(key, value, "a text in quotes, or a table of kinds of mail");
            return Vec::new();
        };
        let mut subjects = Vec::new();
        for (kind, value) in table {
            match value.get_ref().as_str() {
                Some(text) => subjects.push(Subject {
                    kind: Some(kind.get_ref().to_string()),
                    text: text.to_string(),
                    place: self.place(value.span()),
                }),
                None => self.wrong_kind(kind.get_ref(), value, "a text in quotes"),
            }
        }
        subjects
    }
}
