mod addressed;
mod called;

use std::borrow::Cow;

use super::candidate::{Candidate, Noticed, Reading};
use super::clean::{self, Cleaned};
use super::column;
use super::columns::{Mapping, is_aside, together};
use super::field::Field;
use super::filing::LastChange;
use super::identity::Keyring;
use super::products::is_paid_out;
use super::read::RawRow;
use super::standing::marked::{self, Mark};
use super::standing::{self, Standing};
use super::texts::{joined, part, spaced};
use super::{agreed, buyer, name, phone, remark, stamp};
use crate::model::{EmailAddress, Event, Submissions};

/// Reads rows into people.
pub(super) struct Reader<'a> {
    mapping: &'a Mapping,
    event: &'a Event,
    /// The kept columns with their numbers.
    kept: Vec<(usize, u16)>,
    /// The numbers of the columns in which something may be written beside a row.
    asides: Vec<u16>,
    /// The number of the column of groups, if the table tells of any.
    group: Option<u16>,
}

/// Of whom a row tells.
struct Who<'t> {
    name: Cow<'t, str>,
    email: Cow<'t, str>,
    /// Whether the address is one.
    sound: bool,
    phone: Cow<'t, str>,
    /// What else stood with the address.
    beside: Beside,
    /// Whether they come, as far as that stood with the name.
    marked: Option<Standing>,
}

/// What stands beside an address and belongs in the note.
#[derive(Default)]
struct Beside {
    others: Vec<EmailAddress>,
    more: String,
}

/// An address as it was found in a row.
#[derive(Default)]
struct Found<'t> {
    address: Option<Cow<'t, str>>,
    name: Option<String>,
    beside: Beside,
}

impl<'a> Reader<'a> {
    /// Prepares to read rows of a table; its kept columns get their numbers.
    pub(super) fn new(mapping: &'a Mapping, event: &'a Event, known: &mut Submissions) -> Self {
        let kept = mapping.numbered(known);
        let asides = kept.iter().filter(|(at, _)| is_aside(mapping.label(*at)));
        let asides = asides.map(|(_, number)| *number);
        Self {
            asides: asides.chain([column::NOTE]).collect(),
            kept,
            group: (!mapping.of(Field::Group).is_empty()).then(|| known.column("group")),
            mapping,
            event,
        }
    }

    /// Returns the kept columns with their numbers.
    pub(super) fn kept(&self) -> &[(usize, u16)] {
        &self.kept
    }

    /// Returns the column that says when a row was changed last.
    pub(super) fn changed(&self, known: &Submissions) -> Option<LastChange> {
        let changed = self.mapping.changed?;
        let kept = self.kept.iter().find(|(cell, _)| *cell == changed.column);
        // Where nobody has changed anything yet it is not kept.
        let before = || known.number(self.mapping.label(changed.column));
        Some(LastChange {
            column: kept.map(|(_, number)| *number).or_else(before)?,
            stamps: changed.stamps,
            blank_until: changed.blank_until,
        })
    }

    /// Reads one row, and notices what had to be repaired for it.
    pub(super) fn read<'t>(
        &self,
        row: RawRow<'t>,
        keyring: &mut Keyring,
        noticed: &mut Noticed,
    ) -> Reading<'t> {
        let is_extra = |at: usize| self.mapping.product.is_beside(row.cell(at));
        let is_paid_out = |at: usize| is_paid_out(row.cell(at));
        if row.cells().all(str::is_empty)
            || self.mapping.extra.is_some_and(is_extra)
            || self.mapping.paid_out.is_some_and(is_paid_out)
        {
            return Reading::Blank;
        }
        let who = self.who(row, noticed);
        if self.mapping.product.addressed && who.name.is_empty() {
            return Reading::Nobody(self.nobody(""));
        }
        let address = if who.sound { &who.email } else { "" };
        let keys = keyring.of(address, &who.name, &who.phone);
        if keys.are_blank() {
            if !self.is_blanked(row) {
                if !self.mapping.product.unassigned && row.is_only_counted() {
                    return Reading::Blank;
                }
                return Reading::Nobody(self.nobody(&who.email));
            }
            // Of whom, the id may tell.
            return Reading::Person(self.candidate(row, who, noticed), keys);
        }
        let known = who.sound || !keys.phone.is_blank();
        let is_wordless = name::is_wordless(&who.name);
        let is_remark = remark::asks(&who.name) || !known && remark::is_one(&who.name);
        if is_remark || !known && (is_wordless || row.cells().any(name::is_total)) {
            return Reading::Nobody(remark::REMARK.to_string());
        }
        if let Some(at) = self.mapping.rejected.filter(|_| !known) {
            // Nothing but the name beside why it was rejected.
            let is_alone = || row.cells().filter(|cell| !cell.is_empty()).take(3).count() < 3;
            if let Some(doubt) = remark::doubt(row.cell(at), is_alone) {
                return Reading::Nobody(doubt);
            }
        }
        let is_part = self.mapping.parts.is_heading(row.line);
        if !known && (is_part || self.is_heading(row, &who.name)) {
            return Reading::Nobody(remark::HEADING.to_string());
        }
        if is_wordless && who.name.contains(|c: char| c.is_ascii_digit()) {
            let why = format!(
                "its name is `{}`: a cell may be missing or be one too many",
                who.name
            );
            return Reading::Nobody(why);
        }
        if !known && self.mapping.parts.may_be_heading(row.line) {
            noticed.doubts.heading(row.line, &who.name);
        }
        let sound = who.sound;
        let candidate = self.candidate(row, who, noticed);
        noticed.doubts.look(&candidate.values, row.line, sound);
        if candidate.standing == Standing::Coming {
            let asides = &self.asides;
            noticed
                .doubts
                .look_aside(&candidate.values, row.line, asides);
        }
        Reading::Person(candidate, keys)
    }

    /// Tells whether a row is the heading of a part of the list: nothing but a word that is one, where others have an address
    /// or a number.
    fn is_heading(&self, row: RawRow<'_>, name: &str) -> bool {
        let reached = [Field::Email, Field::Phone];
        let reached = reached
            .iter()
            .any(|field| !self.mapping.of(*field).is_empty());
        let filled = row.cells().filter(|cell| !cell.is_empty());
        reached && filled.take(2).count() == 1 && remark::is_heading(name)
    }

    /// Reads of whom a row tells.
    fn who<'t>(&self, row: RawRow<'t>, noticed: &mut Noticed) -> Who<'t> {
        let mut found = self.addresses(row, noticed);
        let mut name = self.name(row, &mut found, noticed);
        let mut marked_so = None;
        match marked::beside(&name) {
            Some(Mark::Plain(rest, standing)) => {
                noticed.repair(Cleaned::Marked, row.line);
                (name, marked_so) = (rest.into(), Some(standing));
            }
            Some(Mark::Doubtful) => noticed.doubts.name(row.line, &name),
            None => {}
        }
        if found.address.is_none() {
            let own = buyer::own_address(self.mapping, row, &name);
            let own = own.map(|at| self.cell(row, at, noticed));
            found.address = own.filter(|own| EmailAddress::is_one(own));
        }
        let sound = found.address.is_some();
        let mut email = match found.address.take() {
            Some(address) => address,
            // What stands where an address should is kept as it is, so that somebody can mend it.
            None => self.first(row, Field::Email, noticed),
        };
        // Below `Name` stands that of whoever has no address among the addresses of others.
        if !sound && self.mapping.named.is_some() && spaced(&email) == name {
            email = "".into();
        }
        let mut phone = match buyer::has_phone(self.mapping, row, &email) {
            true => Cow::Borrowed(""),
            false => self.first(row, Field::Phone, noticed),
        };
        let more = &mut found.beside.more;
        if phone.is_empty()
            && let Some(number) = phone::alone(more)
        {
            phone = number.to_string().into();
            more.clear();
        }
        // `Phone/Email` is answered with either.
        if phone.is_empty()
            && !sound
            && let Some(number) = phone::alone(&email)
        {
            noticed.repair(Cleaned::PhoneForAddress, row.line);
            phone = number.to_string().into();
            email = "".into();
        }
        // What stands before an address as a name, where the name is known, may be something else.
        if let Some(other) = found.name.filter(|other| !name::is_part(other, &name)) {
            *more = format!("{other} {more}").trim().to_string();
        }
        Who {
            name,
            sound,
            phone,
            beside: found.beside,
            marked: marked_so,
            email,
        }
    }

    fn candidate<'t>(&self, row: RawRow<'t>, who: Who<'t>, noticed: &mut Noticed) -> Candidate<'t> {
        let mut values: Vec<(u16, Cow<'t, str>)> = Vec::with_capacity(8 + self.kept.len());
        let beside = who.beside;
        let mut put = |column: u16, value: Cow<'t, str>| {
            if !value.is_empty() {
                values.push((column, value));
            }
        };
        put(column::NAME, who.name);
        put(column::EMAIL, who.email);
        put(column::PHONE, who.phone);
        for (field, number) in [
            (Field::Organisation, column::ORGANISATION),
            (Field::Area, column::AREA),
            (Field::Access, column::ACCESS),
            (Field::Diet, column::DIET),
        ] {
            let cell = self.answer(row, field, noticed);
            put(number, part(cell, |text| text.trim_end_matches([';', ' '])));
        }
        put(column::TICKET, self.ticket(row, noticed));
        let standing = standing::of_row(self.mapping, row).max(who.marked);
        put(column::STATUS, standing.map_or("", Standing::answer).into());
        put(
            column::UPDATES,
            agreed::to(self.mapping, row, Field::Updates, noticed).into(),
        );
        put(
            column::PHOTO,
            agreed::to(self.mapping, row, Field::Photo, noticed).into(),
        );
        put(column::NOTE, self.note(row, &beside, noticed));
        if let Some(number) = self.group {
            put(number, self.first(row, Field::Group, noticed));
        }
        for (cell, number) in &self.kept {
            if !self.mapping.has_read_as_phone(*cell, row.cell(*cell)) {
                put(*number, self.cell(row, *cell, noticed));
            }
        }
        values.sort_unstable_by_key(|(column, _)| *column);
        Candidate {
            sent: self.sent(row, standing.is_some()),
            source_id: self.id(row),
            standing: standing.unwrap_or_default(),
            values,
        }
    }

    fn cell<'t>(&self, row: RawRow<'t>, column: usize, noticed: &mut Noticed) -> Cow<'t, str> {
        clean::cell(row.cell(column), |what| noticed.repair(what, row.line))
    }

    /// The first cell of a field that is not blank and does not stand for nothing.
    fn first<'t>(&self, row: RawRow<'t>, field: Field, noticed: &mut Noticed) -> Cow<'t, str> {
        for at in self.mapping.of(field) {
            if self.mapping.booked.is_strangers(row, *at) {
                continue;
            }
            let cell = self.cell(row, *at, noticed);
            if cell.is_empty() {
                continue;
            }
            let says_something = match field {
                Field::Name => !name::is_placeholder(&cell) && name::says_something(&cell),
                // `Guest` and `Na` are family names: of a part of a name only marks are no name.
                Field::First | Field::Last => name::says_something(&cell) && !name::is_mark(&cell),
                Field::Email => !name::is_placeholder(&cell),
                // What else stands there is kept under its heading.
                Field::Phone => !name::is_placeholder(&cell) && !phone::is_none(&cell),
                _ => !name::is_mark(&cell),
            };
            if says_something {
                return cell;
            }
            if &*cell != "null" && !field.is_identity() {
                noticed.repair(Cleaned::Mark, row.line);
            }
        }
        Cow::Borrowed("")
    }

    /// What the columns of a field say; together, if some are options that can be ticked.
    fn answer<'t>(&self, row: RawRow<'t>, field: Field, noticed: &mut Noticed) -> Cow<'t, str> {
        let columns = self.mapping.of(field);
        let tick = |at: usize| self.mapping.ticks.iter().find(|tick| tick.column == at);
        let stand_in = |at: &usize| self.mapping.stand_ins.contains(at);
        if columns.iter().any(stand_in)
            || columns.len() < 2 && columns.iter().all(|at| tick(*at).is_none())
        {
            return self.first(row, field, noticed);
        }
        let answers = columns
            .iter()
            .map(|at| (self.cell(row, *at, noticed), tick(*at)));
        together(
            answers
                .filter(|(answer, _)| !name::is_mark(answer))
                .collect(),
        )
    }

    /// Tells whether a row says of a ticket that its person does not come, who is not named any more.
    fn is_blanked(&self, row: RawRow<'_>) -> bool {
        self.mapping.product.lasting_ids
            && standing::of_row(self.mapping, row) == Some(Standing::Cancelled)
            && !self.id(row).is_empty()
    }

    /// Says why a row with this for an address is about nobody.
    pub(super) fn nobody(&self, email: &str) -> String {
        if self.mapping.product.unassigned {
            return "the ticket is not assigned to anybody yet".to_string();
        }
        if !email.is_empty() {
            return match EmailAddress::parse(email) {
                Err(error) => format!("no name, and {error}"),
                Ok(_) => "no name".to_string(),
            };
        }
        "no name, no address and no phone number".to_string()
    }

    fn id<'t>(&self, row: RawRow<'t>) -> Cow<'t, str> {
        joined(row, self.mapping.of(Field::SourceId), "-")
    }

    /// When it was sent, as [`Candidate::sent`] has it, given whether it says who comes.
    fn sent<'t>(&self, row: RawRow<'t>, has_standing: bool) -> Cow<'t, str> {
        let typed = joined(row, self.mapping.of(Field::Registered), " ");
        if typed == "null" {
            return "".into();
        }
        let left = agreed::left_on(self.mapping, row, has_standing);
        let sent = self.mapping.stamps.read(&typed);
        match sent.max(left).map(stamp::written) {
            // It need not be written once more.
            Some(written) if written == typed => typed,
            Some(written) => written.into(),
            None => clean::cell_of(typed),
        }
    }

    /// The id of the ticket if the event has one of that name, or else what is written.
    fn ticket<'t>(&self, row: RawRow<'t>, noticed: &mut Noticed) -> Cow<'t, str> {
        let wanted = part(self.first(row, Field::Ticket, noticed), str::trim);
        let known = self.event.tickets.iter().find(|ticket| {
            ticket.id.as_str() == wanted || ticket.name.to_lowercase() == wanted.to_lowercase()
        });
        known.map_or(wanted, |ticket| ticket.id.to_string().into())
    }

    fn note<'t>(&self, row: RawRow<'t>, beside: &Beside, noticed: &mut Noticed) -> Cow<'t, str> {
        let mut note = self.first(row, Field::Note, noticed);
        let more = Some(beside.more.clone()).filter(|more| !more.is_empty());
        let others = beside.others.iter().map(|other| format!("also {other}"));
        for line in more.into_iter().chain(others) {
            let gap = if note.is_empty() { "" } else { "\n" };
            note.to_mut().push_str(&format!("{gap}{line}"));
        }
        note
    }
}
