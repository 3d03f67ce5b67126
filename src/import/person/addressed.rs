use super::{Beside, Found, Reader};
use crate::import::candidate::Noticed;
use crate::import::clean::{self, Cleaned};
use crate::import::field::Field;
use crate::import::read::RawRow;
use crate::import::texts::part;
use crate::model::EmailAddress;

impl Reader<'_> {
    /// Returns the first address of a row, with what else stood in its cell.
    pub(super) fn addresses<'t>(&self, row: RawRow<'t>, noticed: &mut Noticed) -> Found<'t> {
        for at in self.mapping.of(Field::Email) {
            if self.mapping.booked.is_anothers_address(row, *at) {
                continue;
            }
            let cell = self.cell(row, *at, noticed);
            if EmailAddress::is_one(&cell) {
                return Found {
                    address: Some(part(cell, str::trim)),
                    ..Found::default()
                };
            }
            let found = clean::addresses(&cell);
            if let Some(first) = found.first {
                let what = if !found.more.is_empty() {
                    Cleaned::BesideAddress
                } else if found.others.is_empty() {
                    Cleaned::AroundAddress
                } else {
                    Cleaned::SecondAddress
                };
                noticed.repair(what, row.line);
                return Found {
                    address: Some(first.as_str().to_string().into()),
                    name: found.name,
                    beside: Beside {
                        others: found.others,
                        more: found.more,
                    },
                };
            }
        }
        Found::default()
    }
}
