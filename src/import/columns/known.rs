//! What is known of a file by the product that wrote it, and what to do where nothing is.

use super::content::is_name;
use super::draft::Draft;
use super::names::addressed;
use super::words;
use crate::import::field::Field;
use crate::import::standing::is_unsent;

/// Who somebody is stands among the first columns; to compare thousands with all words takes long.
const MOST_COLUMNS: usize = 500;

impl Draft<'_> {
    /// Takes what is known of the product.
    pub(super) fn know(&mut self) {
        for (field, candidates) in self.product.columns {
            if !self.of(*field).is_empty() {
                continue;
            }
            let find = |name: &str| {
                let columns = name.split('+').map(|part| {
                    let mut all = self.headings.iter().enumerate();
                    // Of two columns with the same heading the filled one is meant, or else the first.
                    all.clone()
                        .find(|(at, heading)| *heading == part && self.contents[*at].filled > 0)
                        .or_else(|| all.find(|(_, heading)| *heading == part))
                        .map(|(at, _)| at)
                });
                columns.collect::<Option<Vec<usize>>>()
            };
            let filled =
                |columns: &Vec<usize>| columns.iter().any(|at| self.contents[*at].filled > 0);
            let all: Vec<Vec<usize>> = candidates.iter().filter_map(find).collect();
            let best = all.iter().find(|columns| filled(columns)).or(all.first());
            if let Some(best) = best.cloned() {
                self.certain.extend(&best);
                self.set(*field, best);
            }
        }
        let traps = self.headings.iter().enumerate();
        let traps = traps.filter(|(_, heading)| self.product.traps.contains(heading.as_str()));
        let traps: Vec<usize> = traps.map(|(at, _)| at).collect();
        self.certain.extend(traps);
    }

    /// Notes what to do where no column says who signed up.
    pub(super) fn tell_if_nobody(&mut self) {
        let who = [
            Field::Name,
            Field::First,
            Field::Last,
            Field::Email,
            Field::Phone,
        ];
        if who.iter().any(|field| !self.of(*field).is_empty()) {
            return self.tell_if_nameless();
        }
        if self.headings.is_empty() {
            return;
        }
        let columns = 0..self.headings.len();
        let open = columns.filter(|at| !self.headings[*at].is_empty());
        let likely = open.max_by_key(|at| (self.contents[*at].addresses, std::cmp::Reverse(*at)));
        if let Some(likely) = likely {
            let label = self
                .table
                .header
                .get(likely)
                .map_or("", |label| label.trim());
            let field = match self.contents[likely].addresses {
                0 => Field::Name,
                _ => Field::Email,
            };
            let word = field.word();
            self.notes.push(format!(
                "no column says who signed up; say which does, as in --map {word}=\"{label}\""
            ));
        }
    }

    /// Notes that people are known by no more than their addresses, though more is said of them: those who share one
    /// look like one person then.
    fn tell_if_nameless(&mut self) {
        let is_filled = |at: &usize| self.contents[*at].filled > 0;
        let named = [Field::Name, Field::First, Field::Last];
        let mut names = named.iter().flat_map(|field| self.of(*field));
        let filled = self.contents.iter().filter(|one| one.filled > 0).count();
        let is_addressed = self.of(Field::Email).iter().any(is_filled);
        if !is_addressed || filled < 2 || names.any(is_filled) {
            return;
        }
        if let Some((named, at)) = self.named.zip(addressed::rival(self)) {
            let [named, label] = [named, at].map(|at| self.table.header[at].trim());
            self.notes.push(format!(
                "people are called what stands before their addresses in \"{named}\"; if \"{label}\" says it, say --map name=\"{label}\""
            ));
            return;
        }
        if addressed::are_named(self) {
            return;
        }
        let is_open = |at: &usize| {
            let heading = self.headings.get(*at).map_or("", String::as_str);
            !self.is_used(*at)
                && !self.certain.contains(at)
                && !words::about_somebody_else(heading)
                && words::best(heading).is_none_or(|(field, _)| field.is_identity())
                && addressed::may_be_told(self, *at)
                && self.mostly(*at, 0.5, is_name)
        };
        let likely = (0..self.headings.len().min(MOST_COLUMNS)).find(is_open);
        let way = likely.map(|at| {
            let label = self.table.header[at].trim();
            format!("; if one does, say which, as in --map name=\"{label}\"")
        });
        let way = way.unwrap_or_default();
        let note = format!("no column says what people are called{way}");
        self.notes.push(note);
    }

    /// Returns the column that is blank, or says no, where somebody has not sent what they began, if others have, and notes how many rows
    /// that are: nobody has decided about them, least of all they themselves.
    pub(super) fn sent(&mut self) -> Option<usize> {
        let is_sent = |heading: &String| self.product.sent.contains(heading.as_str());
        let column = self.headings.iter().position(is_sent)?;
        if self.contents[column].filled == 0 || self.wished.contains(&Field::Status) {
            return None;
        }
        let rows = self.rows();
        let open = rows.filter(|row| {
            let is_filled = row.cells().any(|cell| !cell.is_empty());
            is_filled && is_unsent(row.cell(column))
        });
        let rows = match open.count() {
            0 => return None,
            1 => "1 row was begun and not sent".to_string(),
            count => format!("{count} rows were begun and not sent"),
        };
        let label = self.table.header[column].trim();
        let said = match self.any(column, is_unsent) {
            true => "says no",
            false => "is blank",
        };
        let note = format!("{rows}, where \"{label}\" {said}: pending");
        self.notes.push(note);
        Some(column)
    }
}
