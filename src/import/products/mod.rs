//! What is known of products that people sign up with: by which headings their exports are recognised, which columns
//! are ids and states, and which are traps.

mod door;
mod forms;
mod lists;
mod payments;
mod tickets;

use super::columns::heading;
use super::field::Field;
use super::stamp::DayOrder;
use crate::import::word_list::{WordList, list};

/// A product, or the plain list that somebody typed. Headings are as [`super::columns::heading`] writes them.
#[derive(Debug)]
pub struct Product {
    /// The short name that stands in the column `source`.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// Sets of headings; a table that has all of one set is one of its exports.
    pub(super) signatures: &'static [WordList],
    /// Headings of which one is that of the first column; none if the first may be any.
    pub(super) first: WordList,
    /// What is in which column, the surest heading first. When, which and whether may be told by several columns, then
    /// their headings are joined by `+`.
    pub(super) columns: &'static [(Field, WordList)],
    /// Headings of the address of who ordered, where the phone number is theirs and the first column of the id is the order.
    pub(super) orderer: WordList,
    /// Headings of the address of who ordered.
    pub(super) buyers: WordList,
    /// Headings of their name, joined by `+`: whoever has it ordered for themselves.
    pub(super) buyer_names: WordList,
    /// Headings that are not about the person, whatever their words.
    pub(super) traps: WordList,
    /// Headings of the column that is filled where a row is an extra to a ticket and no ticket.
    pub(super) extras: WordList,
    /// Words of that column by which money is given back, where anything else below it is no extra.
    pub(super) returns: WordList,
    /// Headings of amounts, of which one that is negative was paid by the organisers, not to them, and of what says so.
    pub(super) amounts: WordList,
    /// Whether an id is one sign-up's for ever, or only one of a form or an order.
    pub(super) lasting_ids: bool,
    /// The order of day and month that the product always writes.
    pub(super) order: Option<DayOrder>,
    /// Whether its times are UTC where they do not say otherwise.
    pub(super) utc: bool,
    /// Words of the status column that mean "does not come" only here.
    pub(super) cancels: WordList,
    /// Words of the status column that mean "not decided" only here.
    pub(super) pends: WordList,
    /// Headings of the column that is blank, or says no, where somebody has not sent what they began.
    pub(super) sent: WordList,
    /// Headings of columns that say that somebody has left the mailing list, which is no word on whether they come.
    pub(super) unsubscribed: WordList,
    /// Whether it sells tickets that may belong to nobody yet.
    pub(super) unassigned: bool,
    /// Whether such a ticket has an address all the same, which is that of whoever ordered it.
    pub(super) addressed: bool,
}

impl Product {
    /// Tells whether a row is no ticket by what it says in the column of extras.
    pub(super) fn is_beside(&self, cell: &str) -> bool {
        if self.returns.is_empty() {
            !cell.is_empty()
        } else {
            self.returns.contains(&heading(cell))
        }
    }
}

/// What says of a payment that it was one of the organisers, as [`heading`] writes it.
const DEBIT: [&str; 9] = [
    "debit",
    "soll",
    "belastung",
    "lastschrift",
    "debito",
    "cargo",
    "obciazenie",
    "winien",
    "debyt",
];

/// Tells whether a cell says that money went from the organisers to somebody: below zero, or in a word.
pub(super) fn is_paid_out(cell: &str) -> bool {
    let is_minus = |c: char| "-\u{2212}".contains(c);
    let is_amount = cell.contains(|c: char| ('1'..='9').contains(&c));
    is_amount && (cell.contains(is_minus) || cell.starts_with('(') && cell.ends_with(')'))
        || DEBIT.contains(&heading(cell).as_str())
}

/// A list of which nothing is known but its headings.
pub(super) const PLAIN: Product = Product {
    name: "csv",
    title: "a plain list",
    signatures: &[],
    first: list![],
    columns: &[],
    orderer: list![],
    buyers: list![],
    buyer_names: list![],
    traps: list![],
    extras: list![],
    returns: list![],
    amounts: list![],
    lasting_ids: false,
    order: None,
    utc: false,
    cancels: list![],
    pends: list![],
    sent: list![],
    unsubscribed: list![],
    unassigned: false,
    addressed: false,
};

static UNKNOWN: Product = PLAIN;

/// Returns the product whose export has these headings.
pub(super) fn recognise(headings: &[String]) -> &'static Product {
    let has = |wanted: &str| headings.iter().any(|heading| heading == wanted);
    let fits = |product: &Product| {
        let begins = product.first.is_empty()
            || headings
                .first()
                .is_some_and(|first| product.first.contains(first.as_str()));
        let all = |set: &WordList| set.iter().all(&has);
        begins && product.signatures.iter().any(all)
    };
    // A list for the door has the headings of the tickets that it is of.
    let all = [
        door::ALL,
        tickets::ALL,
        forms::ALL,
        lists::ALL,
        payments::ALL,
    ];
    let mut all = all.into_iter().flatten();
    all.find(|product| fits(product)).unwrap_or(&UNKNOWN)
}

/// Tells whether a product sells tickets that are told apart for ever.
pub(super) fn sells_tickets(name: &str) -> bool {
    let mut all = tickets::ALL.iter();
    all.any(|product| product.name == name && product.lasting_ids)
}

/// Products in which people say themselves whether they come, though they are listed like tickets.
const ANSWERED: [&str; 2] = ["meetup", "mobilize"];

/// Tells whether a product is a seller or a host that refuses somebody of itself, and not what people answer.
pub(super) fn refuses(name: &str) -> bool {
    let mut all = tickets::ALL.iter();
    all.any(|product| product.name == name) && !ANSWERED.contains(&name)
}

/// Tells whether a product is a form through which people answer.
pub(super) fn is_form(name: &str) -> bool {
    forms::ALL.iter().any(|product| product.name == name)
}

/// Tells whether the ids of a product are those of what somebody sent through a form, or of a contact: each says anew
/// whether they come.
pub(super) fn asks_anew(name: &str) -> bool {
    let mut all = forms::ALL.iter().chain(lists::ALL);
    all.any(|product| product.name == name)
}
