//! Who ordered, where the product says so in columns of its own.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::super::draft::Draft;
use super::super::heading::heading;
use super::ages;
use crate::import::buyer::{Alone, Buyer};
use crate::import::called;
use crate::import::field::Field;
use crate::import::holder::Holder;
use crate::import::orders::numbers_orders;
use crate::import::read::RawRow;
use crate::import::standing::{self, Standing};
use crate::model::order_by_key;

/// So many of those who are not given an address are named.
pub(super) const NAMED: usize = 5;

impl<'t> Draft<'t> {
    /// Returns the column with the address of who ordered, if the product has the phone numbers only of these.
    pub(in crate::import::columns) fn ordered_by(&self) -> Option<usize> {
        let phone = self.of(Field::Phone).first()?;
        let of_order =
            |at: &usize| self.certain.contains(at) && !self.wished.contains(&Field::Phone);
        let address = |heading: &String| self.product.orderer.contains(heading.as_str());
        let column = self.headings.iter().position(address);
        column.filter(|at| of_order(phone) && self.of(Field::Email).first() != Some(at))
    }

    /// Returns who ordered, if the product says so in columns that are not the person's. `extra` is the column that is
    /// filled where a row is no ticket.
    pub(in crate::import::columns) fn buyer(&mut self, extra: Option<usize>) -> Option<Buyer> {
        let column = |name: &str| {
            let found = self.headings.iter().position(|heading| heading == name)?;
            let of_person = [Field::Email, Field::Name, Field::First, Field::Last];
            let is_first = |field: &Field| self.of(*field).first() == Some(&found);
            let is_theirs = of_person.iter().any(is_first);
            (!is_theirs).then_some(found)
        };
        let names = |names: &str| names.split('+').map(column).collect::<Option<Vec<usize>>>();
        let address = self.product.buyers.iter().find_map(column)?;
        let names = self.product.buyer_names.iter().find_map(names);
        let names = names.unwrap_or_default();
        let mut buyer = Buyer {
            address,
            alone: self.alone(address, &names, extra),
            names,
            seats: HashSet::new(),
        };
        buyer.seats = self.seats(&buyer);
        self.tell_of(&buyer);
        (!buyer.names.is_empty() || buyer.alone.is_some()).then_some(buyer)
    }

    /// Notes whose address that of whoever ordered is taken for, or that nobody is reached by any.
    fn tell_of(&mut self, buyer: &Buyer) {
        if self.contents[buyer.address].addresses == 0 {
            return;
        }
        let own = self.of(Field::Email);
        let asked = own.iter().any(|at| self.contents[*at].addresses > 0);
        let is_reached = |row: &RawRow<'_>| own.iter().any(|at| row.cell(*at).contains('@'));
        let mut open = self.rows().filter(|row| !is_reached(row));
        let is_used = open.any(|row| buyer.is(row, &self.named(&row)));
        let label = self.table.header[buyer.address].trim();
        let unless = "unless it names somebody else or stands on orders for others too";
        let note = match (&buyer.alone, asked) {
            _ if !is_used && !asked => format!(
                "nobody is given an address: \"{label}\" is that of whoever ordered, and tells of nobody that they come themselves"
            ),
            (Some(_), false) => format!(
                "only who ordered was asked for an address: \"{label}\" is taken for that of whoever has an order to themselves, {unless}"
            ),
            _ if !is_used => return,
            (Some(_), true) => format!(
                "where who comes has given no address, \"{label}\" is taken for that of whoever has an order to themselves and is named in it, unless it stands on orders for others too"
            ),
            (None, _) => format!(
                "where who comes has given no address, \"{label}\" is taken for that of whoever ordered in the same name"
            ),
        };
        self.notes.push(note);
    }

    /// Returns the lines of further seats in the name of who ordered: a child, or a guest without a name yet, has a ticket beside
    /// that of whoever ordered. Other tickets under one name are mostly one person's, who comes on
    /// both days or to a workshop too. A ticket that counts goes before one that was taken back; of several it is the same in
    /// whatever order they stand.
    fn seats(&self, buyer: &Buyer) -> HashSet<usize> {
        if buyer.names.is_empty() {
            return HashSet::new();
        }
        let first_of = |row: &RawRow<'t>, field| {
            let mut cells = self.of(field).iter().map(|at| row.cell(*at));
            cells.find(|cell| !cell.is_empty()).unwrap_or_default()
        };
        let mut childs: HashMap<&str, bool> = HashMap::new();
        for row in self.rows() {
            let ticket = first_of(&row, Field::Ticket);
            childs
                .entry(ticket)
                .or_insert_with(|| ages::is_childs(ticket));
        }
        let has = |childs_own| childs.values().any(|own| *own == childs_own);
        if !has(true) || !has(false) {
            return HashSet::new();
        }
        let mut headings = self.headings.iter();
        let order = headings.position(|heading| numbers_orders(heading));
        let order = order.or(self.of(Field::Registered).first().copied());
        let is_off = |cell: &str| {
            standing::of_cell(cell) == Some(Standing::Cancelled)
                || self.product.cancels.contains(&heading(cell))
        };
        let said = || {
            let rows = self.rows();
            let rows = rows.filter(|row| !first_of(row, Field::Ticket).is_empty());
            let rows = rows.filter(|row| buyer.is(*row, &self.named(row)));
            rows.map(|row| {
                (
                    row,
                    childs.get(first_of(&row, Field::Ticket)) == Some(&true),
                )
            })
        };
        let number = |row: &RawRow<'t>| order.map_or("", |order| row.cell(order));
        let key = |row: &RawRow<'t>| (number(row), lower(row.cell(buyer.address)));
        // Of each order whose seat has the address.
        let mut first: HashMap<_, (bool, bool, bool)> = HashMap::new();
        for (row, is_childs) in said() {
            let is_reached = first_of(&row, Field::Email).contains('@');
            let rank = (
                is_off(first_of(&row, Field::Status)),
                !is_reached,
                is_childs,
            );
            let known = first.entry(key(&row)).or_insert(rank);
            *known = (*known).min(rank);
        }
        let is_further = |(row, is_childs): &(RawRow<'t>, bool)| {
            let first = first.get(&key(row));
            first.is_some_and(|(_, _, first)| first != is_childs)
        };
        let further = said().filter(is_further);
        further.map(|(row, _)| row.line).collect()
    }

    /// The name of whoever comes, to compare by: of several columns the first that is filled.
    pub(super) fn named(&self, row: &RawRow<'_>) -> String {
        called::untitled(&self.written(row))
    }

    /// The name of whoever comes, as it was written.
    pub(in crate::import::columns) fn written<'r>(&self, row: &RawRow<'r>) -> Cow<'r, str> {
        let cells = |field| self.of(field).iter().map(|at| row.cell(*at));
        let whole = cells(Field::Name).find(|cell| !cell.is_empty());
        let halves = || cells(Field::First).chain(cells(Field::Last));
        match whole {
            Some(whole) => whole.into(),
            None => halves().collect::<Vec<&str>>().join(" ").into(),
        }
    }

    /// Returns the orders of a single ticket, of which the address may be that of whoever has it: with several tickets it may
    /// be that of any of them, and so it may if there is another order with it for somebody else: an office that
    /// places an order for each of its people.
    fn alone(&mut self, address: usize, names: &[usize], extra: Option<usize>) -> Option<Alone> {
        let order = *self.of(Field::SourceId).first()?;
        let own = self.of(Field::Email);
        let is_named = |at: &usize| self.certain.contains(at) && self.contents[*at].filled > 0;
        let named = self.of(Field::Name).iter().any(is_named);
        let is_order = !self.product.orderer.is_empty();
        if !is_order || !named || self.contents[address].addresses == 0 {
            return None;
        }
        let is_extra =
            |row: &RawRow<'_>| extra.is_some_and(|column| self.product.is_beside(row.cell(column)));
        // Of each order its row, if it is the only one.
        let mut orders: HashMap<&str, Option<RawRow<'_>>> = HashMap::new();
        for row in self.table.rows().filter(|row| !is_extra(row)) {
            let only = |only: &mut Option<RawRow<'_>>| *only = None;
            orders
                .entry(row.cell(order))
                .and_modify(only)
                .or_insert(Some(row));
        }
        let given = self.table.rows().filter(|row| !is_extra(row));
        let given = given.map(|row| (row, self.named(&row)));
        let given = given.filter(|(_, name)| !name.is_empty());
        let shared = shared(given.flat_map(|(row, name)| {
            let own = own.iter().map(move |at| row.cell(*at));
            let own = own.filter(|cell| cell.contains('@'));
            own.chain([row.cell(address)])
                .map(move |cell| (cell, name.clone()))
        }));
        let is_one = |row: &RawRow<'_>| !shared.contains(&lower(row.cell(address)));
        // Whoever was asked for an address of their own and gave none need not have that of the order.
        let asked = own.iter().any(|at| self.contents[*at].addresses > 0);
        let is_theirs = |row: &RawRow<'_>| match Holder::of(row.cell(address), &self.written(row)) {
            Holder::Named => true,
            Holder::Anybody => !asked,
            Holder::Another => false,
        };
        let single = orders.into_values().flatten().filter(is_one);
        let (own, strange): (Vec<RawRow<'_>>, Vec<RawRow<'_>>) = single.partition(is_theirs);
        let is_left = |row: &&RawRow<'_>| {
            let is_said = |at: &usize| !row.cell(*at).is_empty();
            row.cell(address).contains('@')
                && !names.iter().any(is_said)
                && !self.named(row).is_empty()
        };
        let orders = own.iter().map(|row| row.cell(order).to_string()).collect();
        if !asked {
            let mut left: Vec<&RawRow<'_>> = strange.iter().filter(is_left).collect();
            order_by_key(&mut left, |row| row.line);
            let note = self.withheld(address, &left);
            self.notes.extend(note);
        }
        Some(Alone { order, orders })
    }

    /// Notes who has an order to themselves and is not given its address.
    fn withheld(&self, address: usize, left: &[&RawRow<'_>]) -> Option<String> {
        let label = self.table.header[address].trim();
        let name = |row: &&RawRow<'_>| format!("{} (line {})", self.written(row), row.line);
        let named: Vec<String> = left.iter().take(NAMED).map(name).collect();
        let more = if left.len() > NAMED { " and more" } else { "" };
        let orders = match left.len() {
            0 => return None,
            1 => "1 order".to_string(),
            count => format!("{count} orders"),
        };
        Some(format!(
            "\"{label}\" names somebody else or an office in {orders} of one ticket, whose people are given no address: {}{more}",
            named.join(", ")
        ))
    }
}

/// Returns the addresses, as they are compared, that stand with more than one name.
pub(super) fn shared<'r>(given: impl Iterator<Item = (&'r str, String)>) -> HashSet<Cow<'r, str>> {
    let mut names: HashMap<Cow<'_, str>, String> = HashMap::new();
    let mut shared = HashSet::new();
    for (address, name) in given {
        let address = lower(address);
        if names.get(&address).is_some_and(|first| *first != name) {
            shared.insert(address);
        } else {
            names.entry(address).or_insert(name);
        }
    }
    shared
}

/// An address as it is compared.
pub(super) fn lower(address: &str) -> Cow<'_, str> {
    match address.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(address.to_ascii_lowercase()),
        false => Cow::Borrowed(address),
    }
}
