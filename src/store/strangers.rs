use super::{Folder, disk};
use crate::error::Result;

/// Tables that are plenary's own, or that it knows.
pub(super) const KNOWN: [&str; 4] = [
    "registrations.csv",
    "mail.csv",
    "history.csv",
    "invited.csv",
];

/// How the names of files end that forms and spreadsheets write.
const TABLES: [&str; 12] = [
    ".csv", ".tsv", ".tab", ".xls", ".xlsx", ".ods", ".numbers", ".zip", ".gz", ".json", ".html",
    ".vcf",
];

/// How the names of copies end that editors leave.
const COPIES: [&str; 6] = ["~", ".bak", ".orig", ".old", ".swp", ".swo"];

/// What file managers write into the name of a copy.
const COPIED: [&str; 2] = ["(copy", " copy"];

impl Folder {
    /// Returns the files in the event folder that may hold people's data and that plenary neither made nor deletes: the
    /// sign-ups as they were downloaded, exports, copies that editors leave. Names within the folder.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn strangers(&self) -> Result<Vec<String>> {
        let mut strangers = disk::all_names(self.root())?;
        strangers.retain(|name| {
            let lower = name.to_lowercase();
            let is_copy = COPIES.iter().any(|end| lower.ends_with(end))
                || COPIED.iter().any(|word| lower.contains(word));
            let is_table = TABLES.iter().any(|end| lower.ends_with(end));
            (is_copy || is_table && !name.starts_with('.')) && !KNOWN.contains(&name.as_str())
        });
        for folder in ["signups", "exports"] {
            let names = disk::file_names(&self.path(folder))?;
            strangers.extend(names.iter().map(|name| format!("{folder}/{name}")));
        }
        Ok(strangers)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_forms_and_editors_left_is_found_and_nothing_of_plenarys_own() {
        let root = tempfile::tempdir().expect("a folder");
        fs::create_dir(root.path().join("signups")).expect("a folder");
        for name in [
            "event.toml",
            "registrations.csv",
            "registrations.csv~",
            "history.csv",
            "Form.XLSX",
            "speakers.toml.bak",
            "notes.txt",
            "attendees.json",
            ".hidden.json",
            "list (copy).txt",
            ".registrations.csv.swp",
            "signups/paper.csv",
        ] {
            fs::write(root.path().join(name), "").expect("a file");
        }
        let folder = Folder::at(root.path()).expect("an event folder");
        assert_eq!(
            folder.strangers(),
            Ok([
                ".registrations.csv.swp",
                "Form.XLSX",
                "attendees.json",
                "list (copy).txt",
                "registrations.csv~",
                "speakers.toml.bak",
                "signups/paper.csv"
            ]
            .map(String::from)
            .to_vec())
        );
    }
}
