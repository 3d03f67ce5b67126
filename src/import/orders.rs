//! What numbers orders or tickets, of which one good one is enough.

use super::columns::heading;
use super::{Field, Mapping, products};
use crate::import::word_list::{WordList, list};
use crate::model::{Submission, Submissions};

/// Headings of columns that hold the number of an order.
const ORDERS: WordList = list![
    "order id",
    "order no",
    "order number",
    "order reference",
    "order ref",
    "booking id",
    "booking no",
    "booking number",
    "participant id",
    "invoice number",
    "bestellnummer",
    "bestellung nr",
    "bestell nr",
    "auftragsnummer",
    "buchungsnummer",
    "numero de commande",
    "n de commande",
    "reference commande",
    "numero de reservation",
    "numero de pedido",
    "n de pedido",
    "numero de reserva",
    "numer zamowienia",
    "nr zamowienia",
    "numer rezerwacji",
    "rhif archeb",
    "rhif yr archeb",
];

/// Headings of columns of ids that are those of tickets.
const TICKETS: WordList = list![
    "ticket id",
    "ticket no",
    "ticket number",
    "ticket code",
    "ticket reference",
];

/// Tells whether a heading is that of the number of an order.
pub(super) fn numbers_orders(heading: &str) -> bool {
    ORDERS.contains(heading) || matches!(heading, "order" | "order code" | "bestellung")
}

/// Where the number of an order stands in what is remembered.
#[derive(Debug, Default)]
pub(super) struct Orders {
    /// The columns of such numbers.
    columns: Vec<u16>,
    /// Whether the ids of a table whose product is not known number orders or tickets, and not answers to a form.
    are_ids: bool,
}

impl Orders {
    /// Finds where such numbers stand, by the names of the columns.
    pub(super) fn of(mapping: &Mapping, known: &Submissions) -> Self {
        let columns = (0..).zip(known.names());
        let columns = columns.filter(|(_, name)| ORDERS.contains(heading(name).as_str()));
        let labels = mapping.of(Field::SourceId).iter();
        let mut labels = labels.map(|at| heading(mapping.label(*at)));
        Self {
            columns: columns.map(|(number, _)| number).collect(),
            are_ids: labels.any(|label| [ORDERS, TICKETS].iter().any(|all| all.contains(&label))),
        }
    }

    /// Returns the number of the order or the ticket that a submission is of, if it has one. What is sent through a form has
    /// none that counts: it says anew whether they come.
    pub(super) fn number<'s>(&self, one: &'s Submission) -> Option<&'s str> {
        let (source, id) = one.origin();
        if products::asks_anew(source) {
            return None;
        }
        let id = Some(id).filter(|_| self.are_ids || source != products::PLAIN.name);
        let numbers = self.columns.iter().map(|column| one.get(*column));
        id.into_iter()
            .chain(numbers)
            .find(|number| !number.is_empty())
    }
}
