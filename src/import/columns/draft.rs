use std::ops::Range;

use super::coming::again::Unanswered;
use super::coming::answers::Answer;
use super::coming::attending;
use super::coming::begun::Begun;
use super::consents::{boxes, left, offers, sentences};
use super::content::Content;
use super::held::Held;
use super::mapping::Mapping;
use super::names::turned;
use super::options::Tick;
use super::orders::extras;
use super::parted::Parts;
use super::{changed, kept, wish, words, zoned};
use crate::import::buyer::Booked;
use crate::import::field::Field;
use crate::import::products::Product;
use crate::import::read::{RawRow, Table};
use crate::import::stamp::{Open, StampReading};
use crate::sheet::abreast;

/// A mapping while it is made.
pub(super) struct Draft<'t> {
    pub(super) table: &'t Table,
    pub(super) held: &'t Held,
    pub(super) headings: Vec<String>,
    pub(super) contents: Vec<Content>,
    pub(super) product: &'static Product,
    pub(super) columns: [Vec<usize>; Field::ALL.len()],
    /// Columns that somebody has named, or that mean something by what is known of the product.
    pub(super) certain: Vec<usize>,
    /// Fields of which somebody has said which column they are.
    pub(super) wished: Vec<Field>,
    pub(super) ticks: Vec<Tick>,
    pub(super) turned_round: Vec<usize>,
    /// Those of them that hold why somebody does not come.
    pub(super) reasons: Vec<usize>,
    /// The columns of whether people come that were asked first, and the one that was asked once more.
    pub(super) asked_again: Option<(Vec<usize>, usize)>,
    /// The columns of whether people come below which some cells are no answer.
    pub(super) unanswered: Vec<Unanswered>,
    pub(super) answers: Vec<Answer>,
    pub(super) waiting: Vec<usize>,
    /// The columns that say which forms were begun and not sent.
    pub(super) begun: Vec<Begun>,
    /// Columns that ask something else, below which some say plainly that they do not come.
    pub(super) leaving: Vec<usize>,
    pub(super) beside: Vec<(Field, usize)>,
    /// Columns that would be read for a field if no other one were.
    pub(super) again: Vec<(Field, usize)>,
    /// The columns of states that say something which is not understood.
    pub(super) half_understood: Vec<usize>,
    /// The columns of names are known only by what stands in them.
    pub(super) guessed: bool,
    /// A column of whole names that stands in where one in two halves is blank.
    pub(super) stand_in: Option<usize>,
    /// The column of addresses that names people too by its heading.
    pub(super) named: Option<usize>,
    /// Columns of a number or a place that stand in where another one is blank.
    pub(super) stand_ins: Vec<usize>,
    /// The column of the account that fills in where no address was given.
    pub(super) account: Option<usize>,
    pub(super) booked: Booked,
    pub(super) notes: Vec<String>,
}

impl<'t> Draft<'t> {
    /// Returns the rows that could be read.
    pub(super) fn rows(&self) -> impl Iterator<Item = RawRow<'t>> + use<'t> {
        self.table.rows().filter(|row| row.fault.is_none())
    }

    pub(super) fn of(&self, field: Field) -> &[usize] {
        &self.columns[field as usize]
    }

    pub(super) fn set(&mut self, field: Field, columns: Vec<usize>) {
        self.columns[field as usize] = columns;
    }

    pub(super) fn is_used(&self, column: usize) -> bool {
        self.columns.iter().flatten().any(|used| *used == column)
    }

    /// Takes what somebody has said.
    pub(super) fn wish(&mut self, wishes: &[(Field, String)]) {
        for (field, label) in wishes {
            if let Some(column) = wish::column(self.table, label) {
                self.columns[*field as usize].push(column);
                self.certain.push(column);
                self.wished.push(*field);
            }
        }
    }

    /// Decides how the times of some columns are written, by the first of them.
    pub(super) fn stamps(&self, times: &[usize]) -> StampReading {
        let utc = self.product.utc
            || times.iter().any(|at| {
                self.headings
                    .get(*at)
                    .is_some_and(|heading| words::holds(heading, "utc"))
            });
        let header = &self.table.header;
        let mut named = times.iter();
        let named = named.find_map(|at| zoned::offset(header.get(*at)?));
        let offset = named.or(utc.then_some(0));
        let table = self.table;
        let open = |last| {
            let Some(time) = times.first().copied() else {
                return Open::default();
            };
            let here = move |stretch: Range<usize>| {
                let rows = stretch.filter_map(|at| table.row(at));
                let rows = rows.filter(|row| row.fault.is_none());
                Open::of(rows.map(|row| row.cell(time)), last)
            };
            std::thread::scope(|scope| {
                let all = abreast(scope, table.len(), here);
                all.fold(Open::default(), Open::and)
            })
        };
        let where_and_when = (self.held.zone, self.held.today);
        StampReading::of_column(open, self.product.order, offset, where_and_when)
    }

    /// Puts together what was found.
    pub(super) fn finish(mut self) -> Mapping {
        let extra = extras::column(&mut self);
        let paid_out = extras::paid_out(&mut self, extra);
        let stamps = self.stamps(self.of(Field::Registered));
        let labels = kept::labels(self.table);
        let ordered_by = self.ordered_by();
        let buyer = self.buyer(extra);
        let sent = self.sent();
        Mapping {
            product: self.product,
            changed: changed::column(&self),
            turned: turned::is_turned(&self),
            kept: kept::columns(&self, &labels),
            crossed: boxes::crossed(&self),
            ticked: attending::ticked(&self),
            welsh: attending::welsh(&self),
            paid: attending::paid(&self),
            left: left::left(&self),
            sent,
            offers: offers::read(&self),
            sentences: sentences::read(&self),
            unseen: left::unseen(&self),
            columns: self.columns,
            labels,
            stamps,
            ordered_by,
            buyer,
            rejected: kept::reason(self.table),
            account: self.account,
            booked: self.booked,
            stand_in: self.stand_in,
            named: self.named,
            stand_ins: self.stand_ins,
            extra,
            paid_out,
            ticks: self.ticks,
            turned_round: self.turned_round,
            reasons: self.reasons,
            asked_again: self.asked_again,
            unanswered: self.unanswered,
            answers: self.answers,
            waiting: self.waiting,
            begun: self.begun,
            leaving: self.leaving,
            beside: self.beside,
            all_are: None,
            parts: Parts::default(),
            strange: None,
            notes: self.notes,
        }
    }
}
