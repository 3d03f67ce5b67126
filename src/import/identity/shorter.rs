//! Whoever is known by a shorter name: without the name in the middle or the second family name, for which a list may have
//! a column of its own or none.

use std::collections::{HashMap, HashSet};

use super::{Key, Ladder, Row, Whence, Who};
use crate::import::columns::{is_given, is_second};
use crate::import::{column, name};

impl Ladder<'_> {
    /// Same address, and the name but for what stands in such a column on one side: nobody else at the address is known who
    /// fits, and no other row names somebody else who does. Of whom the other side says another such name is another
    /// person. Whoever has a row of their own has been found before.
    pub(super) fn by_shorter_names(
        &self,
        rows: &[Row],
        found: &[Option<Who>],
    ) -> Vec<(usize, Who)> {
        let labels = self.people.known.names().iter();
        let columns = (0..).zip(labels).filter(|(_, label)| is_second(label));
        let columns: Vec<u16> = columns.map(|(number, _)| number).collect();
        if columns.is_empty() || self.people.list.is_empty() {
            return Vec::new();
        }
        let taken: HashSet<Who> = found.iter().flatten().copied().collect();
        let mut fits: Vec<(usize, Who)> = Vec::new();
        // Under which names a row may be about somebody.
        let mut names: HashMap<Who, HashSet<Key>> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            let known = self.index.at_address(row.keys.address);
            if found[at].is_some() || row.keys.name.is_blank() || known.is_empty() {
                continue;
            }
            let Some(says) = self.people.said.candidate(row.row) else {
                continue;
            };
            let here = Called {
                name: self.people.name(Whence::Row(row.row)),
                second: second(&columns, |number| says.get(number)),
            };
            let fitting = known.filter(|alias| {
                let is_named = !alias.name.is_blank() && !taken.contains(&alias.who);
                is_named
                    && self.is_called(alias.who, &self.people.name(alias.whence), &here, &columns)
            });
            let fitting: HashSet<Who> = fitting.map(|alias| alias.who).collect();
            for who in &fitting {
                names.entry(*who).or_default().insert(row.keys.name);
            }
            if let (1, Some(who)) = (fitting.len(), fitting.into_iter().next()) {
                fits.push((at, who));
            }
        }
        fits.retain(|(_, who)| names.get(who).is_some_and(|names| names.len() == 1));
        fits
    }

    /// Tells whether somebody known by a name may be called as a row has it, or the other way round.
    fn is_called(&self, who: Who, known: &str, here: &Called, columns: &[u16]) -> bool {
        let sent = self.people.sent_by(who).map(|one| Called {
            name: name::key(one.get(column::NAME)),
            second: second(columns, |number| one.get(number)),
        });
        let mut all = sent.filter(|one| !one.second.is_empty()).peekable();
        match here.second.is_empty() {
            false => here.adds_to(known) && all.all(|one| one.second == here.second),
            true => {
                all.peek().is_some() && all.all(|one| one.name == known && one.adds_to(&here.name))
            }
        }
    }
}

/// What somebody is called, as names are compared.
struct Called {
    name: String,
    /// The words of what stands in columns of their own.
    second: Vec<String>,
}

impl Called {
    /// Tells whether a name is this one without some of the words that have a column of their own.
    fn adds_to(&self, shorter: &str) -> bool {
        let rest = name::rest(&self.name, shorter);
        rest.is_some_and(|rest| {
            let mut rest = rest.iter();
            rest.all(|word| self.second.iter().any(|own| own == word))
        })
    }
}

/// Returns the words in columns of their own, in order.
fn second<'a>(columns: &[u16], cell: impl Fn(u16) -> &'a str) -> Vec<String> {
    let cells = columns.iter().map(|number| cell(*number));
    let keys = cells.filter(|cell| is_given(cell)).map(name::key);
    let mut words: Vec<String> = keys
        .flat_map(|key| key.split(' ').map(str::to_string).collect::<Vec<String>>())
        .collect();
    words.sort_unstable();
    words
}
