use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::context::{Context, counted};
use crate::error::Result;
use crate::model::{Event, Registrations};
use crate::places::{Book, Moves, Reach};
use crate::store::{Editor, Happened, History, Recorded, together};

/// At which changes of the list are made: whoever changes it opens the book of places, and closes it behind.
pub(super) struct Desk<'a> {
    event: &'a Event,
    now: DateTime<Utc>,
    by: &'static str,
    reached: Option<HashMap<String, Reach>>,
}

/// What a change that is planned on the list will probably do to it.
pub(super) enum Likely<P> {
    /// Something.
    Change,
    /// Nothing; a plan for that is known by this.
    Nothing(fn(&P) -> bool),
}

/// Names more people than this by their number.
const NAMED: usize = 5;

impl<'a> Desk<'a> {
    /// Opens it; `by` is the command.
    pub(super) fn open(event: &'a Event, by: &'static str, context: &Context) -> Result<Self> {
        Ok(Self {
            event,
            now: context.now(event.zone)?,
            by,
            reached: None,
        })
    }

    /// Says who knows of their offer: only then do offers run out.
    pub(super) fn reaching(self, reached: HashMap<String, Reach>) -> Self {
        Self {
            reached: Some(reached),
            ..self
        }
    }

    /// Applies a change to the list, gives out places, saves both list and history, and returns what `answer` makes of
    /// the list as it is then.
    pub(super) fn change<T, U>(
        &self,
        editor: &Editor<'_>,
        mut change: impl FnMut(&mut Registrations, &mut Book<'_>) -> Result<T>,
        mut answer: impl FnMut(&Registrations, T, &Moves) -> Result<U>,
    ) -> Result<(U, Moves)> {
        editor.registrations(History::AtOnce, |list, happened| {
            self.at(list, happened, &mut change, &mut answer)
        })
    }

    /// As [`change`](Self::change), for one that is planned on the list as it stands: there may be a million people in it,
    /// and the book is opened meanwhile; or, if it is `likely` that nothing will change, only once something does.
    pub(super) fn change_as_planned<P, T, U>(
        &self,
        editor: &Editor<'_>,
        likely: Likely<P>,
        mut plan: impl FnMut(&Registrations) -> Result<P>,
        mut change: impl FnMut(&mut Registrations, &mut Book<'_>, P) -> Result<T>,
        mut answer: impl FnMut(&Registrations, T, &Moves) -> Result<U>,
    ) -> Result<(U, Moves)> {
        let history = match likely {
            Likely::Change => History::AtOnce,
            Likely::Nothing(_) => History::WhenAsked,
        };
        editor.registrations(history, |list, happened| {
            let (planned, mut book) = match likely {
                Likely::Change => {
                    let (planned, book) = together(|| plan(list), || self.book(list, happened));
                    (planned?, book?)
                }
                Likely::Nothing(is_nothing) => {
                    let planned = plan(list)?;
                    let at_rest = is_nothing(&planned)
                        .then(|| Book::at_rest(list, self.setting()))
                        .flatten();
                    let book = at_rest.map_or_else(|| self.book(list, happened), Ok);
                    (planned, book?)
                }
            };
            let result = change(list, &mut book, planned)?;
            Self::close(list, book, result, &mut answer)
        })
    }

    /// As [`change`](Self::change), for one that makes one row of two.
    pub(super) fn merge<T, U>(
        &self,
        editor: &Editor<'_>,
        mut change: impl FnMut(&mut Registrations, &mut Book<'_>) -> Result<T>,
        mut answer: impl FnMut(&Registrations, T, &Moves) -> Result<U>,
    ) -> Result<(U, Moves)> {
        editor.merging(|list, happened| self.at(list, happened, &mut change, &mut answer))
    }

    /// Takes everybody out of the list, and hands those who were in it to `tell` first.
    pub(super) fn empty(
        &self,
        editor: &Editor<'_>,
        tell: impl Fn(&Registrations, &mut Book<'_>),
    ) -> Result<()> {
        editor.emptying(|list, happened| {
            let mut book = self.book(list, happened)?;
            tell(list, &mut book);
            list.clear();
            Ok(((), book.close(list).entries))
        })
    }

    fn at<T, U>(
        &self,
        list: &mut Registrations,
        happened: &Happened,
        change: &mut impl FnMut(&mut Registrations, &mut Book<'_>) -> Result<T>,
        answer: &mut impl FnMut(&Registrations, T, &Moves) -> Result<U>,
    ) -> Result<Recorded<(U, Moves)>> {
        let mut book = self.book(list, happened)?;
        let result = change(list, &mut book)?;
        Self::close(list, book, result, answer)
    }

    fn book<'b>(&'b self, list: &Registrations, happened: &'b Happened) -> Result<Book<'b>> {
        let book = Book::open(list, happened.get()?, self.setting());
        Ok(match &self.reached {
            Some(reached) => book.reaching(reached.clone()),
            None => book,
        })
    }

    fn setting(&self) -> (&'a Event, DateTime<Utc>, &'static str) {
        (self.event, self.now, self.by)
    }

    fn close<T, U>(
        list: &mut Registrations,
        book: Book<'_>,
        result: T,
        answer: &mut impl FnMut(&Registrations, T, &Moves) -> Result<U>,
    ) -> Result<Recorded<(U, Moves)>> {
        let mut moves = book.close(list);
        let entries = std::mem::take(&mut moves.entries);
        Ok(((answer(list, result, &moves)?, moves), entries))
    }
}

/// Remarks who has moved besides those whom the command is about.
pub(super) fn remark_moves(moves: &Moves, context: &mut Context) {
    let all = [
        (
            &moves.moved_up,
            "moves up from the waiting list",
            "move up from the waiting list",
        ),
        (&moves.offered, "is offered a place", "are offered a place"),
        (
            &moves.expired,
            "has let an offer run out",
            "have let an offer run out",
        ),
        (
            &moves.renewed,
            "was not told of the offer yet and has longer to answer",
            "were not told of the offer yet and have longer to answer",
        ),
    ];
    for (codes, one, many) in all {
        match codes.as_slice() {
            [] => {}
            [code] => context.screen.remark(&format!("{code} {one}.")),
            codes if codes.len() <= NAMED => {
                context
                    .screen
                    .remark(&format!("{} {many}.", codes.join(", ")));
            }
            codes => {
                let people = counted(codes.len(), "person/people");
                context.screen.remark(&format!("{people} {many}."));
            }
        }
    }
}
