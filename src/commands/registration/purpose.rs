use clap::ValueEnum;

use super::row;
use crate::error::Result;
use crate::model::{Columns, Condition, Registration};
use crate::output::List;
use crate::report::{diets, door};

/// Who reads an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Purpose {
    /// Programs
    #[value(skip)]
    Machines,
    /// People with a spreadsheet: every column, as text
    Spreadsheet,
    /// The caterer: how many people eat what, without names
    Caterer,
    /// The people at the door: code, name, ticket, and a mark for access needs
    Door,
}

impl Purpose {
    /// Returns what a workbook calls its sheet.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Machines | Self::Spreadsheet => "registrations",
            Self::Caterer => "diets",
            Self::Door => "door",
        }
    }

    /// Returns whom it is about. Caterer and door deal with those who have a place, unless a status is named.
    pub(super) fn conditions(self, typed: &[String]) -> Result<Vec<Condition>> {
        let mut conditions = Condition::parse_all(typed)?;
        let comes = matches!(self, Self::Caterer | Self::Door);
        if comes
            && !conditions
                .iter()
                .any(|condition| condition.is_about("status"))
        {
            conditions.push(Condition::parse("status=confirmed")?);
        }
        Ok(conditions)
    }

    /// Returns the list for people who were chosen.
    pub(super) fn list(self, columns: &Columns, people: Vec<&Registration>) -> List {
        match self {
            Self::Machines | Self::Spreadsheet => row::list(columns, people),
            Self::Door => {
                let mut list = List::new(&["code", "name", "ticket", "access"]);
                for one in door(people) {
                    list.push(vec![
                        one.code.into(),
                        one.name.into(),
                        one.ticket.into(),
                        if one.access { "yes" } else { "" }.into(),
                    ]);
                }
                list
            }
            Self::Caterer => {
                let diets = diets(people);
                let mut list = List::new(&["diet", "people"]);
                for meal in diets.meals {
                    list.push(vec![meal.diet.into(), meal.people.into()]);
                }
                for (diet, people) in [
                    ("(something personal: ask the organisers)", diets.personal),
                    ("(nothing said)", diets.silent),
                ] {
                    if people > 0 {
                        list.push(vec![diet.into(), people.into()]);
                    }
                }
                list
            }
        }
    }
}
