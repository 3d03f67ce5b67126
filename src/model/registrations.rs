use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::sieve::Sieve;
use super::{COLUMNS, Code, Columns, Registration, Status, Word};
use crate::error::{Error, Result, did_you_mean};

/// Everybody who signed up, in the order of `registrations.csv`.
#[derive(Clone, Debug, Default)]
pub struct Registrations {
    columns: Arc<Columns>,
    list: Vec<Registration>,
}

impl Registrations {
    /// A list with the columns of its file.
    pub fn new(columns: Arc<Columns>, list: Vec<Registration>) -> Self {
        Self { columns, list }
    }

    /// Returns the columns, standard ones and custom questions.
    pub fn columns(&self) -> &Arc<Columns> {
        &self.columns
    }

    /// Returns everybody.
    pub fn iter(&self) -> std::slice::Iter<'_, Registration> {
        self.list.iter()
    }

    /// Returns everybody, to change them.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, Registration> {
        self.list.iter_mut()
    }

    /// Returns who stands at a place in the list, counted from 0.
    pub fn get(&self, at: usize) -> Option<&Registration> {
        self.list.get(at)
    }

    /// Returns who stands at a place in the list, to change them.
    pub fn get_mut(&mut self, at: usize) -> Option<&mut Registration> {
        self.list.get_mut(at)
    }

    /// Returns how many there are, whatever their status.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Tells whether nobody signed up yet.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns a blank registration with the columns of this list, to be filled and [`push`](Self::push)ed.
    pub fn blank(&self) -> Registration {
        Registration::new(Arc::clone(&self.columns))
    }

    /// Makes room for so many more.
    pub fn reserve(&mut self, more: usize) {
        self.list.reserve(more);
    }

    /// Adds somebody at the end.
    pub fn push(&mut self, registration: Registration) {
        self.list.push(registration);
    }

    /// Takes somebody out. Saving refuses it, unless two rows were said to be one person.
    pub fn remove(&mut self, at: usize) -> Registration {
        self.list.remove(at)
    }

    /// Takes everybody out. Saving refuses it, unless the time of their data is up.
    pub fn clear(&mut self) {
        self.list.clear();
    }

    /// Finds the place of somebody in the list by code.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    pub fn place(&self, typed: &str) -> Result<usize> {
        self.position(typed)
    }

    /// Makes sure that a column exists.
    pub fn add_column(&mut self, name: &str) {
        if self.columns.position(name).is_some() {
            return;
        }
        let mut names = self.columns.names().to_vec();
        names.push(name.to_string());
        self.columns = Arc::new(Columns::new(names));
        for registration in &mut self.list {
            registration.set_columns(Arc::clone(&self.columns));
        }
    }

    /// Finds somebody by code, written as people type it.
    ///
    /// # Errors
    /// When it is no code or nobody has it; the hint names a near one.
    pub fn find(&self, typed: &str) -> Result<&Registration> {
        let at = self.position(typed)?;
        Ok(&self.list[at])
    }

    /// Finds somebody by code, to change them.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    pub fn find_mut(&mut self, typed: &str) -> Result<&mut Registration> {
        let at = self.position(typed)?;
        Ok(&mut self.list[at])
    }

    fn position(&self, typed: &str) -> Result<usize> {
        // A code that somebody typed into the file by hand need not have the shape of one.
        if let Some(at) = self.only(typed.trim())? {
            return Ok(at);
        }
        let code = Code::parse(typed)?;
        self.only(code.as_str())?.ok_or_else(|| {
            let near = did_you_mean(code.as_str(), self.list.iter().map(Registration::code));
            Error::new(format!("nobody has the code `{code}`")).hint(
                near.unwrap_or_else(|| "`plenary registration list` shows all codes".to_string()),
            )
        })
    }

    /// Returns the place of the only one with a code.
    fn only(&self, code: &str) -> Result<Option<usize>> {
        let mut places = (0..self.list.len()).filter(|at| self.list[*at].code() == code);
        match (places.next(), places.next()) {
            (Some(_), Some(_)) => Err(Error::new(format!(
                "the code `{code}` stands on more than one row"
            ))
            .hint("`plenary check` shows the rows: give one of them another code")),
            (first, _) => Ok(first),
        }
    }

    /// Returns somebody who is probably the same person: the same name at the same address, or without an address at
    /// the same phone number. Case and spacing do not matter.
    pub fn same_person(&self, somebody: &Registration) -> Option<&Registration> {
        let wanted = person_key(somebody)?;
        self.list
            .iter()
            .find(|one| one.row() != somebody.row() && person_key(one).as_ref() == Some(&wanted))
    }

    /// Draws a code that nobody has. `draw(n)` returns a random number below `n`.
    pub fn draw_code(&self, draw: impl FnMut(usize) -> usize) -> Code {
        Code::draw(draw, |code| self.has_code(code.as_str()))
    }

    /// Draws so many codes that nobody has, each of them once. `draw(n)` returns a random number below `n`.
    pub fn draw_codes(&self, count: usize, mut draw: impl FnMut(usize) -> usize) -> Vec<Code> {
        if count == 0 {
            return Vec::new();
        }
        let mut taken = Sieve::of(self.list.len() + count);
        let listed = self.list.iter().map(Registration::code);
        for code in listed.filter_map(|code| Word::of(code).short()) {
            taken.take(code);
        }
        let mut codes = Vec::with_capacity(count);
        while codes.len() < count {
            // First all are drawn, and then all are looked up: the processor need not wait for each.
            let free = codes.len();
            codes.extend((free..count).map(|_| Code::draw(&mut draw, |_| false)));
            let mut at = 0;
            codes.retain(|code: &Code| {
                at += 1;
                at <= free || taken.take((*code).into())
            });
        }
        codes
    }

    fn has_code(&self, code: &str) -> bool {
        self.list.iter().any(|one| one.code() == code)
    }

    /// Counts people by status; a word that is no status counts for none.
    pub fn count(&self, status: Status) -> usize {
        self.list
            .iter()
            .filter(|registration| registration.status() == Some(status))
            .count()
    }

    /// Counts people by status in one pass, in the order of [`Status::ALL`].
    pub fn counts(&self) -> [usize; Status::ALL.len()] {
        let mut counts = [0; Status::ALL.len()];
        for status in self.list.iter().filter_map(Registration::status) {
            counts[status as usize] += 1;
        }
        counts
    }

    /// Returns the places in the list of those whose code stands above them already, in whatever case.
    pub fn repeated(&self) -> Vec<usize> {
        let mut seen: HashSet<Cow<'_, str>, RandomState> =
            HashSet::with_capacity_and_hasher(self.list.len(), RandomState::default());
        let rows = self.list.iter().enumerate();
        rows.filter(|(_, one)| !one.code().is_empty() && !seen.insert(lower(one.code())))
            .map(|(at, _)| at)
            .collect()
    }

    /// Returns the codes that stand on more than one row, with these rows' places in the list.
    pub fn repeated_codes(&self) -> BTreeMap<&str, Vec<usize>> {
        let mut seen: HashSet<&str, RandomState> = HashSet::default();
        seen.reserve(self.list.len());
        let codes = || self.list.iter().map(Registration::code);
        let again = codes().filter(|code| !code.is_empty() && !seen.insert(code));
        let mut repeated: BTreeMap<&str, Vec<usize>> =
            again.map(|code| (code, Vec::new())).collect();
        // Nearly always there are none.
        if !repeated.is_empty() {
            for (at, code) in codes().enumerate() {
                repeated.entry(code).and_modify(|rows| rows.push(at));
            }
        }
        repeated
    }

    /// Checks the name of a column that somebody typed.
    ///
    /// # Errors
    /// When there is no such column; the hint names a near one.
    pub fn known_column<'a>(&self, name: &'a str) -> Result<&'a str> {
        if self.columns.position(name).is_some() || COLUMNS.contains(&name) {
            return Ok(name);
        }
        let names = self.columns.names().iter().map(String::as_str);
        let hint = did_you_mean(name, names)
            .unwrap_or_else(|| format!("the columns are {}", self.columns.names().join(", ")));
        Err(Error::new(format!("there is no column `{name}`")).hint(hint))
    }
}

fn lower(code: &str) -> Cow<'_, str> {
    if code.bytes().any(|byte| byte.is_ascii_uppercase()) {
        code.to_ascii_lowercase().into()
    } else {
        code.into()
    }
}

/// Returns what two rows of one person share; none if too little is known to tell.
fn person_key(registration: &Registration) -> Option<(String, String)> {
    let name: Vec<String> = registration
        .name()
        .split_whitespace()
        .map(str::to_lowercase)
        .collect();
    let reach = match registration.address() {
        Some(address) => address.key(),
        None => registration
            .get("phone")
            .chars()
            .filter(char::is_ascii_digit)
            .collect(),
    };
    (!name.is_empty() && !reach.is_empty()).then(|| (name.join(" "), reach))
}

impl<'a> IntoIterator for &'a Registrations {
    type Item = &'a Registration;
    type IntoIter = std::slice::Iter<'a, Registration>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_gets_a_code_that_somebody_has() {
        let mut list = Registrations::default();
        let mut person = list.blank();
        person.set("code", "bbb-bbbb");
        list.push(person);
        let mut next = 0;
        let codes = list.draw_codes(3, |letters| {
            next += 1;
            (next - 1) / 7 % letters
        });
        let codes = codes.iter().map(Code::as_str);
        assert_eq!(
            codes.collect::<Vec<_>>(),
            ["ccc-cccc", "ddd-dddd", "fff-ffff"]
        );
    }

    #[test]
    fn no_two_get_the_same_code_however_often_it_is_drawn() {
        let mut drawn = "bcbdcbfgh".bytes().flat_map(|letter| [letter; 7]);
        let letters = "bcdfgh";
        let codes = Registrations::default().draw_codes(4, |_| {
            let letter = drawn.next().expect("few are drawn");
            letters.find(char::from(letter)).expect("a letter")
        });
        let codes = codes.iter().map(Code::as_str);
        assert_eq!(
            codes.collect::<Vec<_>>(),
            ["bbb-bbbb", "ccc-cccc", "ddd-dddd", "fff-ffff"]
        );
    }
}
