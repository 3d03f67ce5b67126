//! Who ordered, where the product says so in columns of its own.

use super::mapping::Draft;
use crate::import::buyer::Buyer;
use crate::import::field::Field;

impl Draft<'_> {
    /// Returns the column with the address of who ordered, if the product has the phone numbers only of these.
    pub(super) fn ordered_by(&self) -> Option<usize> {
        let phone = self.of(Field::Phone).first()?;
        let of_order =
            |at: &usize| self.certain.contains(at) && !self.wished.contains(&Field::Phone);
        let address = |heading: &String| self.product.orderer.contains(&heading.as_str());
        let column = self.headings.iter().position(address);
        column.filter(|at| of_order(phone) && self.of(Field::Email).first() != Some(at))
    }

    /// Returns who ordered, if the product says so in columns that are not the person's.
    pub(super) fn buyer(&self) -> Option<Buyer> {
        let column = |name: &str| {
            let found = self.headings.iter().position(|heading| heading == name)?;
            let of_person = [Field::Email, Field::Name, Field::First, Field::Last];
            let is_first = |field: &Field| self.of(*field).first() == Some(&found);
            let is_theirs = of_person.iter().any(is_first);
            (!is_theirs).then_some(found)
        };
        self.product.buyers.iter().find_map(|(address, names)| {
            Some(Buyer {
                address: column(address)?,
                names: names.split('+').map(column).collect::<Option<_>>()?,
            })
        })
    }
}
