use super::answer::{Answer, answers};
use super::json;
use crate::error::{Error, Result};
use crate::import::clean;
use crate::import::read::{self, How, Table, Wishes};
use crate::model::order_by_key;

/// A file of speakers as it was read.
#[derive(Clone, Debug, Default)]
pub struct SpeakerFile {
    /// What to call it.
    pub name: String,
    /// How it was read: `CSV (UTF-8, commas)`.
    pub how: String,
    /// What each column that counts says, with its label.
    pub found: Vec<(Answer, String)>,
    /// The labels of the columns that are left out.
    pub left_out: Vec<String>,
    /// One a row, in the order of the file.
    pub entries: Vec<Entry>,
}

/// One row of a file of speakers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The line in which it begins; in JSON which entry it is. From 1.
    pub line: usize,
    /// What it says, blank answers left out.
    pub answers: Vec<(Answer, String)>,
    /// Why it cannot be read.
    pub fault: Option<String>,
}

impl Entry {
    /// Returns an answer, blank if there is none.
    pub fn get(&self, wanted: Answer) -> &str {
        let found = self.answers.iter().find(|(answer, _)| *answer == wanted);
        found.map_or("", |(_, text)| text)
    }
}

impl SpeakerFile {
    /// Reads a file of any kind, by its content; a zip or workbook may hold several.
    ///
    /// # Errors
    /// When nothing in it can be read as a list of people.
    pub fn read(name: &str, bytes: &[u8], wishes: &Wishes) -> Result<Vec<Self>> {
        let files: Vec<Self> = match json::records(name, bytes)? {
            Some((labels, rows)) => {
                let rows = rows.into_iter().enumerate();
                let rows = rows.map(|(at, cells)| (at + 1, cells, None)).collect();
                vec![Self::of(name, "JSON".to_string(), &labels, rows)]
            }
            None => {
                let tables = read::read(name, bytes, wishes)?.into_iter();
                tables
                    .map(|(name, table)| of_table(&name, &table))
                    .collect()
            }
        };
        for file in &files {
            let says_who = |(answer, _): &(Answer, String)| {
                matches!(
                    answer,
                    Answer::Name | Answer::First | Answer::Last | Answer::PublicName
                )
            };
            if !file.entries.is_empty() && !file.found.iter().any(says_who) {
                return Err(
                    Error::new(format!("no column of `{}` says who speaks", file.name))
                        .hint("give the columns headings such as Name, Email, Biography, Role"),
                );
            }
        }
        Ok(files)
    }

    fn of(name: &str, how: String, labels: &[String], rows: Vec<Row>) -> Self {
        let answers = answers(labels);
        let columns = || answers.iter().zip(labels);
        let found = columns().filter_map(|(answer, label)| Some(((*answer)?, label.clone())));
        let left_out = columns().filter(|(answer, label)| answer.is_none() && !label.is_empty());
        Self {
            name: name.to_string(),
            how,
            left_out: left_out.map(|(_, label)| label.clone()).collect(),
            found: found.collect(),
            entries: rows
                .into_iter()
                .map(|(line, cells, fault)| Entry {
                    line,
                    answers: entry(&answers, &cells),
                    fault,
                })
                .collect(),
        }
    }
}

/// A line, its cells, and why it cannot be read.
type Row = (usize, Vec<String>, Option<String>);

fn of_table(name: &str, table: &Table) -> SpeakerFile {
    let rows = table.rows().map(|row| {
        let fault = row.fault.map(str::to_string);
        (row.line, row.cells().map(str::to_string).collect(), fault)
    });
    let labels: Vec<String> = table
        .header
        .iter()
        .map(|label| label.trim().to_string())
        .collect();
    SpeakerFile::of(name, how(&table.how), &labels, rows.collect())
}

fn how(how: &How) -> String {
    let encoding = (!how.encoding.is_empty()).then(|| how.encoding.clone());
    let delimiter = how.delimiter.map(|delimiter| match delimiter {
        ',' => "commas".to_string(),
        ';' => "semicolons".to_string(),
        '\t' => "tabs".to_string(),
        other => format!("`{other}`"),
    });
    let sheet = how.sheet.as_ref().map(|sheet| format!("sheet \"{sheet}\""));
    let ways: Vec<String> = [encoding, delimiter, sheet].into_iter().flatten().collect();
    if ways.is_empty() {
        how.format.to_string()
    } else {
        format!("{} ({})", how.format, ways.join(", "))
    }
}

fn entry(answers: &[Option<Answer>], cells: &[String]) -> Vec<(Answer, String)> {
    let mut said: Vec<(Answer, String)> = Vec::new();
    for (answer, cell) in answers.iter().zip(cells) {
        let text = clean::cell(cell, |_| {});
        if let (Some(answer), false) = (answer, text.is_empty()) {
            said.push((*answer, text.replace("\r\n", "\n")));
        }
    }
    let of = |said: &[(Answer, String)], wanted: Answer| {
        let found = said.iter().find(|(answer, _)| *answer == wanted);
        found.map(|(_, text)| text.clone())
    };
    let parts = [Answer::First, Answer::Last].map(|part| of(&said, part));
    let public = of(&said, Answer::PublicName);
    let name = of(&said, Answer::Name).or_else(|| {
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    });
    // A public name that is the name hides nobody.
    let name = name.or_else(|| public.clone());
    said.retain(|(answer, text)| match answer {
        Answer::Name | Answer::First | Answer::Last => false,
        Answer::PublicName => Some(text) != name.as_ref(),
        _ => true,
    });
    said.extend(name.map(|name| {
        let one_line: Vec<&str> = name.split_whitespace().collect();
        (Answer::Name, one_line.join(" "))
    }));
    order_by_key(&mut said, |(answer, _)| *answer);
    said
}
