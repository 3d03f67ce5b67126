use super::list::{List, plain};
use crate::error::{Error, Result};

/// With what a cell begins that a spreadsheet takes for a formula (CWE-1236); its wide forms count too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

impl List {
    /// Returns it as CSV that is meant for a spreadsheet and its reader: with an apostrophe before whatever would be
    /// a formula. `plenary import` takes the apostrophe off again.
    ///
    /// # Errors
    /// When memory cannot be written, which does not happen.
    pub fn disarmed(&self) -> Result<Vec<u8>> {
        let failed = |cause: csv::Error| Error::new(format!("cannot write CSV: {cause}"));
        let mut writer = csv::Writer::from_writer(Vec::new());
        let heads = self.columns.iter().map(|column| harmless(&column.key));
        writer.write_record(heads).map_err(failed)?;
        for row in &self.rows {
            let cells = row.iter().map(|value| match value {
                serde_json::Value::String(text) => harmless(text),
                other => plain(other),
            });
            writer.write_record(cells).map_err(failed)?;
        }
        writer
            .into_inner()
            .map_err(|cause| Error::new(format!("cannot write CSV: {cause}")))
    }
}

/// Returns text that no spreadsheet computes. One that begins with an apostrophe gets another: the first is eaten.
fn harmless(text: &str) -> String {
    let first = text.trim_start_matches(' ').chars().next();
    if first.is_some_and(|c| FORMULA.contains(&c) || c == '\'') {
        format!("'{text}")
    } else {
        text.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_a_formula_is_text() {
        let mut list = List::new(&["name", "=phone", "people"]);
        list.push(vec![
            "=cmd|' /C calc'!A0".into(),
            "+44 161 496 0000".into(),
            (-3).into(),
        ]);
        list.push(vec![
            " @SUM(1)".into(),
            "'quoted".into(),
            serde_json::Value::Null,
        ]);
        let expected =
            "name,'=phone,people\n'=cmd|' /C calc'!A0,'+44 161 496 0000,-3\n' @SUM(1),''quoted,\n";
        assert_eq!(
            String::from_utf8(list.disarmed().expect("written")).expect("UTF-8"),
            expected
        );
    }
}
