use std::cell::OnceCell;
use std::collections::HashSet;

use crate::model::{Registration, Registrations, Status};

/// Who is on the list in another row: of two rows of one person, one is often cancelled by hand, and whoever comes must
/// not read that they do not.
pub(super) struct Registered<'a> {
    list: &'a Registrations,
    here: OnceCell<HashSet<(String, String)>>,
}

impl<'a> Registered<'a> {
    pub(super) fn new(list: &'a Registrations) -> Self {
        Self {
            list,
            here: OnceCell::new(),
        }
    }

    /// Tells whether somebody who has cancelled stands on the list once more, under the same name and address.
    pub(super) fn again(&self, person: &Registration) -> bool {
        let here = self.here.get_or_init(|| {
            let stay = |one: &&Registration| one.status() != Some(Status::Cancelled);
            self.list.iter().filter(stay).map(who).collect()
        });
        here.contains(&who(person))
    }
}

fn who(person: &Registration) -> (String, String) {
    let plain = |text: &str| text.trim().to_lowercase();
    (plain(person.email()), plain(person.name()))
}
