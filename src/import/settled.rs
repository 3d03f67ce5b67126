use super::name;
use super::person::Candidate;
use crate::model::Registrations;

/// Pairs of people who look like one and are two, as somebody has said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// Two codes each.
    pub different: Vec<(String, String)>,
}

impl Settled {
    /// Tells whether a row that looks like somebody is known to be about somebody else: the one it is about was told
    /// apart from them before.
    pub(super) fn are_different(&self, list: &Registrations, who: usize, row: &Candidate) -> bool {
        let Some(person) = list.get(who) else {
            return false;
        };
        let others = self.different.iter().filter_map(|(one, other)| {
            if one == person.code() {
                Some(other)
            } else {
                (other == person.code()).then_some(one)
            }
        });
        let mut others = others.filter_map(|code| list.find(code).ok());
        others.any(|other| name::key(other.name()) == row.name)
    }
}
