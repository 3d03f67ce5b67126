use super::changed::Changed;
use super::coming::again::Unanswered;
use super::coming::answers::Answer;
use super::coming::begun::{self, Begun};
use super::coming::{
    again, answers, cancelled, choices, manner, occasions, queue, reasons, refunded, stated,
    unclear, unread, valid,
};
use super::consents::boxes;
use super::consents::offers::Offers;
use super::consents::sentences::Sentences;
use super::content::{Content, contents};
use super::draft::Draft;
use super::heading::{are_counted, heading, in_one_word, unnumbered_before};
use super::held::Held;
use super::names::{addressed, which};
use super::options::{self, Tick};
use super::orders::account::{self, Account};
use super::orders::{
    booked, bookers, delivery, lent, party, payers, registrants, several, shops, wards,
};
use super::parted::{self, Parts};
use super::reach::{address, reached, stand_ins};
use super::{
    branches, clocks, details, events, groups, headless, kept, needs, slips, strange, tickets,
    zoned,
};
use crate::import::buyer::{Booked, Buyer};
use crate::import::consent::Left;
use crate::import::field::Field;
use crate::import::products::{Product, recognise};
use crate::import::read::Table;
use crate::import::stamp::StampReading;
use crate::import::standing::Standing;
use crate::import::{name, phone};

/// Which column of a file says what.
#[derive(Debug)]
pub struct Mapping {
    /// What the file looks like.
    pub product: &'static Product,
    /// The columns of each field, in the order of [`Field::ALL`]: of an address the best first, of a time or id all
    /// that it is made of.
    pub(super) columns: [Vec<usize>; Field::ALL.len()],
    /// The columns that are kept under their own heading, with the name they get.
    pub(in crate::import) kept: Vec<(usize, String)>,
    /// How each column is called in the file.
    pub(super) labels: Vec<String>,
    /// How the times are written.
    pub(in crate::import) stamps: StampReading,
    /// The column that says when a row was changed last.
    pub(in crate::import) changed: Option<Changed>,
    /// Whether names are written as `Lawson, Jo`.
    pub(in crate::import) turned: bool,
    /// The column with the address of who ordered, if the phone number is theirs.
    pub(in crate::import) ordered_by: Option<usize>,
    /// Who ordered, where that may be the person of the row.
    pub(in crate::import) buyer: Option<Buyer>,
    /// Who booked, where the file says who comes beside.
    pub(in crate::import) booked: Booked,
    /// The column of whole names that stands in where one in two halves is blank.
    pub(in crate::import) stand_in: Option<usize>,
    /// The column of addresses in which those stand with their names who have no other.
    pub(in crate::import) named: Option<usize>,
    /// The column that is filled where a row is an extra to a ticket.
    pub(in crate::import) extra: Option<usize>,
    /// The column that says whether the organisers have paid somebody.
    pub(in crate::import) paid_out: Option<usize>,
    /// The rows that are headings of parts of the list.
    pub(in crate::import) parts: Parts,
    /// The columns that only say yes or no to an option.
    pub(in crate::import) ticks: Vec<Tick>,
    /// The columns of states in which a yes says that somebody does not come.
    pub(in crate::import) turned_round: Vec<usize>,
    /// Those of them that hold why somebody does not come, in words of any kind.
    pub(in crate::import) reasons: Vec<usize>,
    /// The columns of whether people come that were asked first, and the one that was asked once more.
    pub(in crate::import) asked_again: Option<(Vec<usize>, usize)>,
    /// The columns of whether people come below which some cells are no answer.
    pub(in crate::import) unanswered: Vec<Unanswered>,
    /// The columns that are ticked by those who give the answer above them to whether they come.
    pub(in crate::import) answers: Vec<Answer>,
    /// The columns of states that ask whether somebody has paid.
    pub(in crate::import) paid: Vec<usize>,
    /// The columns of a question in Welsh of whether people come.
    pub(in crate::import) welsh: Vec<usize>,
    /// The columns in which a yes, a number or a day says that somebody is on a waiting list.
    pub(in crate::import) waiting: Vec<usize>,
    /// The columns that say which forms were begun and not sent.
    pub(in crate::import) begun: Vec<Begun>,
    /// The columns that ask something else, below which some say plainly that they do not come.
    pub(in crate::import) leaving: Vec<usize>,
    /// The column that is blank, or says no, where somebody has not sent what they began.
    pub(in crate::import) sent: Option<usize>,
    /// The columns of whether people come in which `1` and `0` are yes and no.
    pub(in crate::import) ticked: Vec<usize>,
    /// The columns of consents in which a cross may be a no.
    pub(in crate::import) crossed: Vec<usize>,
    /// The columns that ask for several consents at once.
    pub(in crate::import) offers: Vec<Offers>,
    /// The columns of a consent that was given, or not, in whole sentences.
    pub(in crate::import) sentences: Vec<Sentences>,
    /// The columns that say that somebody has left the mailing list, and how each of them does.
    pub(in crate::import) left: Vec<(usize, Left)>,
    /// The columns in which a yes says that somebody may not appear in photos.
    pub(in crate::import) unseen: Vec<usize>,
    /// Columns that ask for a consent once more, where a no is a no, or that tell of something else than of coming what
    /// may take a place away: `Payment status`.
    pub(in crate::import) beside: Vec<(Field, usize)>,
    /// What the name of the sheet or the file says of all who stand in it.
    pub(in crate::import) all_are: Option<Standing>,
    /// The column that looks like names in a table that is about no people as far as it says.
    pub(super) strange: Option<usize>,
    /// The columns of a number or a place that stand in where another one is blank.
    pub(in crate::import) stand_ins: Vec<usize>,
    /// The column with the address of the account that fills in where a question for an address was left open.
    pub(in crate::import) account: Option<usize>,
    /// The column that says why a row was rejected, of a file of such rows.
    pub(in crate::import) rejected: Option<usize>,
    /// What somebody should know: sentences in lower case without a full stop.
    pub notes: Vec<String>,
}

impl Mapping {
    /// Finds out which column says what. `wishes` are fields and the headings that somebody gave for them; those that
    /// the file does not have are passed over. `held` is what is known of the event.
    pub fn find(table: &Table, wishes: &[(Field, String)], held: &Held) -> Self {
        let coded = zoned::are_coded(&table.header);
        let labels = table.header.iter();
        let labels = labels.map(|label| heading(zoned::plain(label, coded)));
        let mut headings: Vec<String> = labels.collect();
        let mut contents = contents(table);
        // A file of rejected rows is otherwise the one that it came from.
        let reason = kept::reason(table);
        if let Some(reason) = reason {
            headings[reason].clear();
            contents[reason] = Content::default();
        }
        if are_counted(&headings) {
            for heading in &mut headings {
                *heading = unnumbered_before(heading).unwrap_or_default().to_string();
            }
        }
        let mut original = headings.clone();
        if let Some(reason) = reason {
            original.remove(reason);
        }
        let product = recognise(&original);
        headings.iter_mut().for_each(in_one_word);
        let mut draft = Draft {
            product,
            contents,
            columns: Default::default(),
            certain: reason.into_iter().collect(),
            wished: Vec::new(),
            ticks: Vec::new(),
            turned_round: Vec::new(),
            reasons: Vec::new(),
            asked_again: None,
            unanswered: Vec::new(),
            answers: Vec::new(),
            waiting: Vec::new(),
            begun: Vec::new(),
            leaving: Vec::new(),
            beside: Vec::new(),
            again: Vec::new(),
            half_understood: Vec::new(),
            guessed: false,
            stand_in: None,
            named: None,
            stand_ins: Vec::new(),
            account: None,
            booked: Booked::default(),
            notes: Vec::new(),
            headings,
            table,
            held,
        };
        let mut account = Account::default();
        draft.wish(wishes);
        if draft.headings.is_empty() {
            headless::guess(&mut draft);
        } else {
            draft.know();
            account = account::set_aside(&mut draft);
            payers::set_aside(&mut draft);
            shops::read(&mut draft);
            registrants::tell_apart(&mut draft);
            delivery::set_aside(&mut draft);
            party::set_aside(&mut draft);
            wards::set_aside(&mut draft);
            booked::set_aside(&mut draft);
            boxes::read(&mut draft);
            let answers = answers::find(&mut draft);
            let choices = choices::find(&mut draft);
            draft.read_words();
            which::prefer_roles(&mut draft);
            choices::settle(&mut draft, &choices);
            tickets::settle(&mut draft);
            cancelled::take_back(&mut draft);
            answers::settle(&mut draft, answers);
            stated::settle(&mut draft);
            occasions::read(&mut draft);
            queue::wait(&mut draft);
            valid::take(&mut draft);
            reasons::read(&mut draft);
            again::take(&mut draft);
            manner::leave(&mut draft);
            payers::stand_in(&mut draft);
        }
        reached::take(&mut draft);
        address::choose(&mut draft);
        reached::tell(&mut draft);
        if !draft.headings.is_empty() {
            slips::forgive(&mut draft);
            addressed::find(&mut draft);
            headless::name_by_content(&mut draft);
            slips::phone_by_content(&mut draft);
        }
        clocks::join(&mut draft);
        needs::prefer(&mut draft);
        details::follow(&mut draft);
        options::settle(&mut draft);
        details::join(&mut draft);
        groups::settle(&mut draft);
        which::settle(&mut draft);
        booked::stand_in(&mut draft);
        branches::follow(&mut draft);
        needs::gather(&mut draft);
        stand_ins::take(&mut draft);
        account::settle(&mut draft, &account);
        bookers::settle(&mut draft);
        lent::settle(&mut draft);
        shops::take_back(&mut draft);
        let strange = strange::set_aside(&mut draft);
        draft.tell_if_nobody();
        several::tell(&mut draft);
        events::tell(&mut draft);
        begun::find(&mut draft);
        valid::tell(&mut draft);
        unclear::tell(&mut draft);
        unread::tell(&mut draft);
        reasons::tell(&mut draft);
        again::tell(&mut draft);
        refunded::tell(&mut draft);
        if let Some((standing, said)) = &table.how.all_are
            && *standing != Standing::Coming
        {
            draft.notes.push(said.clone());
        } else if let Some(said) = &table.how.may_be
            && draft.of(Field::Status).is_empty()
        {
            draft.notes.push(said.clone());
        }
        Self {
            parts: parted::find(&draft),
            strange,
            all_are: table.how.all_are.as_ref().map(|(standing, _)| *standing),
            ..draft.finish()
        }
    }

    /// Tells whether the name of the sheet or the file says of all who stand in it that they do not come, or wait.
    pub fn tells_of_all(&self) -> bool {
        self.all_are > Some(Standing::Coming)
    }

    /// Returns the columns of a field.
    pub(in crate::import) fn of(&self, field: Field) -> &[usize] {
        &self.columns[field as usize]
    }

    /// Returns what each field that was found is called in the file.
    pub fn found(&self) -> Vec<(Field, Vec<&str>)> {
        let columns = |field| {
            let own = self.of(field);
            let named = self.named.filter(|_| field == Field::Name);
            let is_new = |at: &usize| !own.contains(at);
            own.iter().copied().chain(named.filter(is_new))
        };
        let labels = |field| columns(field).map(|at| self.labels[at].as_str()).collect();
        let all = Field::ALL.into_iter().map(|field| (field, labels(field)));
        all.filter(|(_, labels): &(Field, Vec<&str>)| !labels.is_empty())
            .collect()
    }

    /// Returns how a column is called in the file.
    pub(in crate::import) fn label(&self, column: usize) -> &str {
        &self.labels[column]
    }

    /// Tells whether what stands in a kept column has been read for the phone number, or says that there is none.
    pub(in crate::import) fn has_read_as_phone(&self, column: usize, text: &str) -> bool {
        self.ordered_by.is_none()
            && !self.stand_ins.contains(&column)
            && !self.booked.holds(column)
            && self.of(Field::Phone).contains(&column)
            && (name::is_placeholder(text) || !phone::is_none(text))
    }

    /// Returns how many columns are kept under their own heading.
    pub fn kept_count(&self) -> usize {
        self.kept.len()
    }
}
