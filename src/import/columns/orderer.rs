//! Who ordered, where the product says so in columns of its own.

use std::collections::HashMap;

use super::mapping::Draft;
use crate::import::buyer::{Alone, Buyer};
use crate::import::field::Field;
use crate::import::read::RawRow;

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

    /// Returns who ordered, if the product says so in columns that are not the person's. `extra` is the column that is
    /// filled where a row is no ticket.
    pub(super) fn buyer(&mut self, extra: Option<usize>) -> Option<Buyer> {
        let column = |name: &str| {
            let found = self.headings.iter().position(|heading| heading == name)?;
            let of_person = [Field::Email, Field::Name, Field::First, Field::Last];
            let is_first = |field: &Field| self.of(*field).first() == Some(&found);
            let is_theirs = of_person.iter().any(is_first);
            (!is_theirs).then_some(found)
        };
        let names = |names: &&str| names.split('+').map(column).collect::<Option<Vec<usize>>>();
        let address = self.product.buyers.iter().find_map(|name| column(name))?;
        let names = self.product.buyer_names.iter().find_map(names);
        let alone = self.alone(address, extra);
        if alone.is_some() {
            let label = self.table.header[address].trim();
            self.notes.push(format!(
                "only who ordered was asked for an address: \"{label}\" is taken for that of whoever has an order to themselves, unless it names somebody else"
            ));
        }
        (names.is_some() || alone.is_some()).then(|| Buyer {
            address,
            names: names.unwrap_or_default(),
            alone,
        })
    }

    /// Returns the orders of a single ticket, where nobody was asked for an address but whoever ordered: with several tickets
    /// it may be that of any of them.
    fn alone(&self, address: usize, extra: Option<usize>) -> Option<Alone> {
        let order = *self.of(Field::SourceId).first()?;
        let own = self.of(Field::Email);
        let is_named = |at: &usize| self.certain.contains(at) && self.contents[*at].filled > 0;
        let named = self.of(Field::Name).iter().any(is_named);
        let asked = own.iter().any(|at| self.contents[*at].filled > 0);
        let is_order = !self.product.orderer.is_empty();
        if !is_order || !named || asked || self.contents[address].addresses == 0 {
            return None;
        }
        let is_extra =
            |row: &RawRow<'_>| extra.is_some_and(|column| self.product.is_beside(row.cell(column)));
        let mut orders: HashMap<&str, bool> = HashMap::new();
        for row in self.table.rows().filter(|row| !is_extra(row)) {
            let alone = |alone: &mut bool| *alone = false;
            orders
                .entry(row.cell(order))
                .and_modify(alone)
                .or_insert(true);
        }
        let orders = orders.into_iter().filter(|(_, alone)| *alone);
        let orders = orders.map(|(order, _)| order.to_string()).collect();
        Some(Alone { order, orders })
    }
}
