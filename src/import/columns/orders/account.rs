//! Who was signed in when a form was sent: Microsoft Forms puts their account before the questions, and Google Forms their
//! address. It is whoever filled the form in, perhaps for somebody else, so that an answer says better who comes.

use super::super::content::is_one;
use super::super::draft::Draft;
use super::super::words;
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};

const NAMES: [Field; 3] = [Field::Name, Field::First, Field::Last];

/// The columns of the account that were set aside.
#[derive(Default)]
pub(in crate::import::columns) struct Account {
    name: Option<usize>,
    address: Option<usize>,
}

/// Keeps the name of the account out where questions ask for the whole name, and gives questions back their words, which
/// the form has numbered because the account has the same.
pub(in crate::import::columns) fn set_aside(draft: &mut Draft<'_>) -> Account {
    let completed = draft.of(Field::Registered).first().copied();
    let (has_name, has_address) = match draft.product.name {
        "microsoft-forms" => (true, true),
        "google-forms" => (false, true),
        _ => (false, false),
    };
    let Some(completed) = completed.filter(|_| has_address) else {
        return Account::default();
    };
    // The address stands right behind the time, and the name behind it.
    let (address, name) = (completed + 1, completed + 2);
    if !asks(draft, address, &[Field::Email]) || has_name && !asks(draft, name, &NAMES) {
        return Account::default();
    }
    let mut account = Account::default();
    if draft.wished.contains(&Field::Email) || draft.certain.contains(&address) {
        return account;
    }
    let questions = name + usize::from(has_name)..draft.headings.len();
    if questions.clone().any(|at| asks_own_address(draft, at)) {
        account.address = Some(address);
    }
    if !has_name {
        return set_apart(draft, account);
    }
    for at in questions.clone() {
        let numbered = |own: usize| draft.headings[at] == format!("{}2", draft.headings[own]);
        if numbered(name) {
            draft.headings[at] = draft.headings[name].clone();
        } else if numbered(address) && draft.contents[at].filled > 0 {
            draft.headings[at] = draft.headings[address].clone();
            account.address = Some(address);
        }
    }
    // Whoever has filled the form in for several has one address in all their rows.
    let other = |at: &usize| {
        let content = draft.contents[*at];
        content.addresses > 0
            && content.addresses * 2 >= content.filled
            && !words::about_somebody_else(&draft.headings[*at])
    };
    if is_one(draft.table, address) && questions.clone().any(|at| other(&at)) {
        account.address = Some(address);
    }
    let is_asked = |field| {
        let own = |at: &usize| {
            draft.contents[*at].filled > 0
                && !["preferred", "badge", "nickname"]
                    .iter()
                    .any(|word| words::holds(&draft.headings[*at], word))
                && !words::about_somebody_else(&draft.headings[*at])
        };
        questions
            .clone()
            .filter(own)
            .any(|at| asks(draft, at, &[field]))
    };
    if is_asked(Field::Name) || is_asked(Field::First) && is_asked(Field::Last) {
        account.name = Some(name);
    }
    set_apart(draft, account)
}

fn set_apart(draft: &mut Draft<'_>, account: Account) -> Account {
    for own in [account.name, account.address].into_iter().flatten() {
        draft.headings[own].clear();
        draft.certain.push(own);
    }
    account
}

/// Words for an address beside the one that somebody has anyway.
const SECOND: WordList = list![
    "alternative",
    "alternate",
    "second",
    "secondary",
    "other",
    "another",
    "additional",
    "backup",
    "2",
    "confirm",
    "confirmation",
    "repeat",
    "again",
    "verify",
    "retype",
    "weitere",
    "zweite",
    "andere",
    "alternativ",
    "bestatigen",
    "wiederholen",
    "secondaire",
    "autre",
    "confirmer",
    "deuxieme",
    "alternativo",
    "otro",
    "secundario",
    "segundo",
    "repetir",
    "dodatkowy",
    "alternatywny",
    "drugi",
    "inny",
    "potwierdz",
    "powtorz",
    "arall",
    "cadarnhau",
    "doosra",
    "dusra",
    // Only a question for the address itself goes before the one with which somebody has signed in.
    "work",
    "personal",
    "home",
    "private",
    "zoom",
    "dienstlich",
    "dienstliche",
    "arbeit",
    "privat",
    "travail",
    "personnel",
    "personnelle",
    "trabajo",
    "sluzbowy",
    "prywatny",
    "gwaith",
    "personol",
];

/// Tells whether a question asks for the address of whoever comes, and not in the middle of what it asks about another.
fn asks_own_address(draft: &Draft<'_>, column: usize) -> bool {
    let heading = |at: usize| draft.headings[at].as_str();
    let any = |words: WordList| words.iter().any(|word| words::holds(heading(column), word));
    let content = draft.contents[column];
    let mut before = (column.saturating_sub(2)..column).map(heading);
    content.addresses > 0
        && content.addresses * 2 >= content.filled
        && words::is_own_address(heading(column))
        && words::best(heading(column)).is_some_and(|(field, _)| field == Field::Email)
        && !any(SECOND)
        && !before.any(|text| words::about_somebody_else(text) || words::about_guests(text))
}

/// Lets the account fill in for whoever has left the question open, unless it is one that filled the form in for all.
pub(in crate::import::columns) fn settle(draft: &mut Draft<'_>, account: &Account) {
    let own = [(Field::Name, account.name), (Field::Email, account.address)];
    for (field, column) in own {
        if let Some(column) = column
            && !draft.of(field).is_empty()
            && !is_one(draft.table, column)
        {
            if field == Field::Email {
                tell(draft, column);
                draft.account = Some(column);
            }
            draft.columns[field as usize].push(column);
        }
    }
}

/// Notes that mail goes to the account of whoever has given no address, if there is anybody.
fn tell(draft: &mut Draft<'_>, account: usize) {
    let asked = draft.of(Field::Email);
    let mut rows = draft.rows();
    let is_used = rows.any(|row| {
        let is_address = |at: usize| row.cell(at).contains('@');
        is_address(account) && !asked.iter().any(|at| is_address(*at))
    });
    let label = |at: usize| draft.table.header.get(at).map_or("", |label| label.trim());
    let first = asked.first().copied().filter(|_| is_used);
    let note = first.map(|first| {
        format!(
            "\"{}\" holds addresses too and is used where \"{}\" is blank",
            label(account),
            label(first)
        )
    });
    draft.notes.extend(note);
}

fn asks(draft: &Draft<'_>, column: usize, fields: &[Field]) -> bool {
    let heading = draft.headings.get(column).map_or("", String::as_str);
    let mut scores = words::scores(heading).into_iter();
    scores.any(|(field, score)| score > 80.0 && fields.contains(&field))
}
