use super::{Registration, Registrations};
use crate::error::{Error, Result};

/// What `--where` says: `status=confirmed`, `area!=London`, `diet=` for a blank one.
///
/// Values are compared whole, without case and surrounding space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    column: String,
    value: String,
    equal: bool,
}

impl Condition {
    /// Takes a condition as typed.
    ///
    /// # Errors
    /// When it has no `=`.
    pub fn parse(text: &str) -> Result<Self> {
        let Some((column, value)) = text.split_once('=') else {
            return Err(Error::new(format!("`{text}` is no condition")).hint(
                "write column=value, as in --where status=confirmed; column!=value for all others",
            ));
        };
        let (column, equal) = match column.strip_suffix('!') {
            Some(column) => (column, false),
            None => (column, true),
        };
        Ok(Self {
            column: column.trim().to_string(),
            value: value.trim().to_lowercase(),
            equal,
        })
    }

    /// Takes several conditions as typed.
    ///
    /// # Errors
    /// When one of them is none.
    pub fn parse_all(texts: &[String]) -> Result<Vec<Self>> {
        texts.iter().map(|text| Self::parse(text)).collect()
    }

    /// Tells whether it is about a column.
    pub fn is_about(&self, column: &str) -> bool {
        self.column == column
    }

    /// Tells whether a registration fulfils it. A blank status counts as `pending`, a blank consent as `no`.
    pub fn holds(&self, registration: &Registration) -> bool {
        let value = registration.get(&self.column).trim();
        let value = match (self.column.as_str(), value) {
            ("status", "") => "pending",
            ("updates" | "photo", "") => "no",
            _ => value,
        };
        (value.to_lowercase() == self.value) == self.equal
    }

    /// Returns those who fulfil all conditions.
    ///
    /// # Errors
    /// When a condition names a column that the list does not have.
    pub fn select<'a>(
        conditions: &[Self],
        list: &'a Registrations,
    ) -> Result<Vec<&'a Registration>> {
        for condition in conditions {
            list.known_column(&condition.column)?;
        }
        Ok(list
            .iter()
            .filter(|registration| conditions.iter().all(|c| c.holds(registration)))
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Registrations {
        let mut list = Registrations::default();
        for (name, status, area) in [
            ("Ada", "confirmed", "Leeds"),
            ("Bo", "", ""),
            ("Cy", "cancelled", "leeds "),
        ] {
            let mut one = list.blank();
            one.set("name", name);
            one.set("status", status);
            one.set("area", area);
            list.push(one);
        }
        list
    }

    fn names(conditions: &[&str]) -> Vec<String> {
        let list = list();
        let conditions: Vec<_> = conditions
            .iter()
            .map(|c| Condition::parse(c).expect(c))
            .collect();
        let chosen = Condition::select(&conditions, &list).expect("known columns");
        chosen.iter().map(|one| one.name().to_string()).collect()
    }

    #[test]
    fn conditions_choose_whole_values_without_case() {
        assert_eq!(names(&[]), ["Ada", "Bo", "Cy"]);
        assert_eq!(names(&["area=LEEDS"]), ["Ada", "Cy"]);
        assert_eq!(names(&["area=leeds", "status!=cancelled"]), ["Ada"]);
        assert_eq!(names(&["area="]), ["Bo"]);
        assert_eq!(names(&["status=pending"]), ["Bo"]);
        assert_eq!(names(&["updates=no"]), ["Ada", "Bo", "Cy"]);
    }

    #[test]
    fn an_unknown_column_is_answered_with_the_one_meant() {
        let condition = Condition::parse("stauts=confirmed").expect("a condition");
        let error = Condition::select(&[condition], &list()).expect_err("no such column");
        assert_eq!(error.to_string(), "there is no column `stauts`");
        assert_eq!(
            error.findings[0].hint.as_deref(),
            Some("did you mean `status`?")
        );
        assert!(Condition::parse("status").is_err());
    }
}
