use std::collections::HashMap;

use super::kept::unstarred;
use super::{Mapping, heading};
use crate::model::{COLUMNS, Submissions};

impl Mapping {
    /// Returns the kept columns with their numbers. One whose heading was known in other letters, as `T-SHIRT SIZE` for
    /// `T-shirt size`, is that one.
    pub(in crate::import) fn numbered(&self, known: &mut Submissions) -> Vec<(usize, u16)> {
        let counted = |names: &[String]| {
            let mut alike: HashMap<String, Vec<String>> = HashMap::new();
            for name in names {
                alike.entry(alike_as(name)).or_default().push(name.clone());
            }
            alike
        };
        let own: Vec<String> = self.kept.iter().map(|(_, name)| name.clone()).collect();
        let (before, here) = (counted(&known.names()[COLUMNS.len()..]), counted(&own));
        let only =
            |alike: &HashMap<String, Vec<String>>, name: &str| match alike.get(name)?.as_slice() {
                [one] => Some(one.clone()),
                _ => None,
            };
        let number = |(at, name): &(usize, String)| {
            let words = alike_as(name);
            let known_as = only(&here, &words).and_then(|_| only(&before, &words));
            let known_as = known_as.or_else(|| starred(name, known));
            (*at, known.column(&known_as.unwrap_or_else(|| name.clone())))
        };
        self.kept.iter().map(number).collect()
    }
}

/// Returns what two spellings of one heading have in common: where its words begin is told by capitals that not all have,
/// and one without a heading is called by its place, which may be another.
fn alike_as(name: &str) -> String {
    let digits = |rest: &&str| rest.bytes().all(|byte| byte.is_ascii_digit());
    match name.strip_prefix("column ").filter(digits) {
        Some(_) => "column".to_string(),
        None => heading(name).replace(' ', ""),
    }
}

/// Returns as what a column called `form: code` is known that was kept as `Code *` once.
fn starred(name: &str, known: &Submissions) -> Option<String> {
    let word = name.strip_prefix("form: ")?;
    let names = &known.names()[COLUMNS.len()..];
    if names.iter().any(|one| one == name) {
        return None;
    }
    let starred = |one: &&String| unstarred(one).eq_ignore_ascii_case(word);
    names.iter().find(starred).cloned()
}
