use std::borrow::Cow;

use super::{Found, Reader};
use crate::import::candidate::Noticed;
use crate::import::clean::Cleaned;
use crate::import::columns::addressed;
use crate::import::field::Field;
use crate::import::name;
use crate::import::read::RawRow;
use crate::import::texts::{is_spaced, spaced};

impl Reader<'_> {
    /// Returns what the person of a row is called: in one column or in two halves, or else beside their address.
    pub(super) fn name<'t>(
        &self,
        row: RawRow<'t>,
        found: &mut Found<'_>,
        noticed: &mut Noticed,
    ) -> Cow<'t, str> {
        let whole = self.first(row, Field::Name, noticed);
        if !whole.is_empty() {
            let turned = self.mapping.turned.then(|| name::turned(&whole)).flatten();
            if let Some(turned) = turned {
                noticed.repair(Cleaned::Turned, row.line);
                return spaced(&turned).into();
            }
            return if is_spaced(&whole) {
                whole
            } else {
                spaced(&whole).into()
            };
        }
        let first = self.first(row, Field::First, noticed);
        let mut last = self.first(row, Field::Last, noticed);
        if last.is_empty() && !first.is_empty() {
            last = self.null(row);
        }
        let mut joined = match holds_last(&first, &last) {
            true => spaced(&first),
            false => spaced(&format!("{first} {last}")),
        };
        if let (true, Some(whole)) = (joined.is_empty(), self.mapping.stand_in) {
            joined = spaced(&self.cell(row, whole, noticed));
        }
        if joined.is_empty() || name::is_placeholder(&joined) {
            return match found.name.take() {
                Some(name) => name.into(),
                None => self.told(row, noticed).into(),
            };
        }
        joined.into()
    }

    /// Returns what stands by itself or before another address in a column of addresses that people are named in.
    fn told(&self, row: RawRow<'_>, noticed: &mut Noticed) -> String {
        let named = self.mapping.named;
        let told = named.and_then(|at| addressed::told(&self.cell(row, at, noticed)));
        told.map_or(String::new(), |name| spaced(&name))
    }

    /// Returns the family name of those whom a database would call nothing: the one cell of a row that says so, and written
    /// as a name or with an address that has it too.
    fn null<'t>(&self, row: RawRow<'t>) -> Cow<'t, str> {
        let is_null = |cell: &&str| cell.trim().eq_ignore_ascii_case("null");
        let cell = |at: &usize| row.cell(*at);
        let mut lasts = self.mapping.of(Field::Last).iter().map(cell);
        let Some(last) = lasts.find(is_null) else {
            return "".into();
        };
        let mut addresses = self.mapping.of(Field::Email).iter().map(cell);
        let is_in_address = addresses.any(|cell| {
            let mailbox = cell.split('@').next().unwrap_or_default();
            mailbox.to_lowercase().contains("null")
        });
        let is_name = last.trim() == "Null" || is_in_address;
        match is_name && row.cells().filter(is_null).count() == 1 {
            true => last.trim().into(),
            false => "".into(),
        }
    }
}

/// Tells whether a first name is a whole one, with the last name behind it.
fn holds_last(first: &str, last: &str) -> bool {
    let before = first.trim().strip_suffix(last.trim());
    !last.is_empty()
        && (first == last && last.contains(' ') || before.is_some_and(|name| name.ends_with(' ')))
}
