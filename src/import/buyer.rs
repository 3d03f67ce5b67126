use std::collections::HashSet;

use super::columns::Mapping;
use super::field::Field;
use super::read::RawRow;
use super::{called, name};

/// The columns that say who comes and, where somebody else may have booked for them, what is said of these.
#[derive(Debug, Default)]
pub(super) struct Booked {
    pub(super) own: Vec<(Field, usize)>,
    pub(super) theirs: Vec<(Field, usize)>,
    /// The lines of those who have given no address and are reached by that of whoever booked, who is not named and booked for
    /// nobody else.
    pub(super) reached: HashSet<usize>,
    /// The further lines of orders that were taken back, which only the first line says.
    pub(super) taken_back: HashSet<usize>,
}

impl Booked {
    /// Tells whether a column is about whoever booked.
    pub(super) fn holds(&self, column: usize) -> bool {
        self.theirs.iter().any(|(_, at)| *at == column)
    }

    /// Tells whether what a row says in a column is about somebody who has booked for whom the row is about.
    pub(super) fn is_anothers(&self, row: RawRow<'_>, column: usize) -> bool {
        if !self.holds(column) {
            return false;
        }
        let both = |is_name| {
            let said = |of| Self::said(row, of, is_name);
            (said(&self.own), said(&self.theirs))
        };
        let ((name, booker), (address, other)) = (both(true), both(false));
        match name.is_empty() || booker.is_empty() {
            true if address.is_empty() => !name.is_empty(),
            true => address != other,
            false => name != booker,
        }
    }

    /// As [`is_anothers`](Self::is_anothers), of an address: who is nowhere named may have booked for themselves.
    pub(super) fn is_anothers_address(&self, row: RawRow<'_>, column: usize) -> bool {
        self.is_anothers(row, column) && !self.reached.contains(&row.line)
    }

    /// Returns the columns of their own address and that of whoever booked.
    pub(super) fn addresses(&self) -> Option<(usize, usize)> {
        let address = |of: &[(Field, usize)]| {
            let mut of = of.iter();
            of.find(|(field, _)| *field == Field::Email)
                .map(|(_, at)| *at)
        };
        address(&self.own).zip(address(&self.theirs))
    }

    /// Tells whether a column says what whoever booked is called.
    pub(super) fn names_booker(&self) -> bool {
        self.theirs
            .iter()
            .any(|(field, _)| matches!(field, Field::Name | Field::First | Field::Last))
    }

    /// As [`is_anothers`](Self::is_anothers), or they have given another address: who agrees to mail agrees to it there.
    pub(super) fn is_not_agreed(&self, row: RawRow<'_>, column: usize) -> bool {
        let differ = || {
            let own = Self::said(row, &self.own, false);
            let theirs = Self::said(row, &self.theirs, false);
            !own.is_empty() && !theirs.is_empty() && own != theirs
        };
        self.is_anothers(row, column) || self.holds(column) && differ()
    }

    /// As [`is_anothers`](Self::is_anothers), and they do not even have their address in common: a number that is not theirs
    /// reaches both of those who have.
    pub(super) fn is_strangers(&self, row: RawRow<'_>, column: usize) -> bool {
        self.is_anothers(row, column) && {
            let address = Self::said(row, &self.own, false);
            address.is_empty() || address != Self::said(row, &self.theirs, false)
        }
    }

    /// What a row says of the names, or of the addresses, in some columns, to compare by.
    fn said(row: RawRow<'_>, of: &[(Field, usize)], is_name: bool) -> String {
        let cells = of.iter().filter(|(field, _)| match field {
            Field::Email => !is_name,
            Field::Name | Field::First | Field::Last => is_name,
            _ => false,
        });
        let cells: Vec<&str> = cells.map(|(_, at)| row.cell(*at)).collect();
        name::key(&cells.join(" "))
    }
}

/// Where the address and the name of who ordered stand.
#[derive(Debug)]
pub(super) struct Buyer {
    pub(super) address: usize,
    pub(super) names: Vec<usize>,
    /// The orders of one ticket each, where these were not asked for addresses of their own.
    pub(super) alone: Option<Alone>,
    /// The lines with further seats in the name of who ordered, of whom nobody has given an address.
    pub(super) seats: HashSet<usize>,
}

/// The orders of a file that are for one ticket each.
#[derive(Debug)]
pub(super) struct Alone {
    /// The column with the order.
    pub(super) order: usize,
    pub(super) orders: HashSet<String>,
}

/// Tells whether the phone number in a row is that of somebody else, who ordered for them: of an order it is the same in
/// all rows, and only who has the order's address is reached by it.
pub(super) fn has_phone(mapping: &Mapping, row: RawRow<'_>, email: &str) -> bool {
    mapping.ordered_by.is_some_and(|column| {
        let orderer = row.cell(column);
        !orderer.is_empty() && !orderer.eq_ignore_ascii_case(email)
    })
}

impl Buyer {
    /// Tells whether whoever has this name, as it is compared without titles, has ordered a row for themselves, or has the
    /// only ticket of an order that says no name.
    pub(super) fn is(&self, row: RawRow<'_>, own: &str) -> bool {
        let names: Vec<&str> = self.names.iter().map(|at| row.cell(*at)).collect();
        let ordered = called::untitled(&names.join(" "));
        let is_alone = |alone: &Alone| alone.orders.contains(row.cell(alone.order));
        match ordered.is_empty() {
            true => !own.is_empty() && self.alone.as_ref().is_some_and(is_alone),
            false => ordered == own,
        }
    }
}

/// Returns the column with the address of who ordered, if it is that of somebody of that name.
pub(super) fn own_address(mapping: &Mapping, row: RawRow<'_>, name: &str) -> Option<usize> {
    let buyer = mapping.buyer.as_ref()?;
    let is_theirs = buyer.is(row, &called::untitled(name)) && !buyer.seats.contains(&row.line);
    is_theirs.then_some(buyer.address)
}
