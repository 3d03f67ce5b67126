use super::super::draft::Draft;
use super::super::heading::names_role;
use super::super::{headless, words};
use super::children;
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};
use crate::model::order_by;

/// For whom they may only be signing.
const WARDS: &[&str] = &[
    "child", "children", "kid", "son", "daughter", "partner", "kind", "kindes", "enfant", "hijo",
    "hija", "dziecka", "plentyn",
];

/// Words around them that say nothing.
const JOINTS: &[&str] = &["s", "of", "the", "1", "or", "du", "de", "del", "des"];

/// Takes buyers, parents and teachers for those who come where no column says that somebody else does: an export of
/// orders knows nobody else, and is otherwise refused or leaves people without names.
pub(in crate::import::columns) fn stand_in(draft: &mut Draft<'_>) {
    let who = [Field::Name, Field::First, Field::Last];
    let wished = draft.wished.iter().any(|field| who.contains(field));
    // A blank column names nobody: `First Name (Shipping)` where nothing is sent.
    let is_blank = |draft: &Draft<'_>, field: Field| {
        let mut columns = draft.of(field).iter();
        columns.all(|at| draft.contents[*at].filled == 0)
    };
    // There a ticket without a name is nobody's yet.
    if draft.product.unassigned || wished || who.iter().any(|field| !is_blank(draft, *field)) {
        return;
    }
    if children::come(draft) {
        return;
    }
    // `Camper Name` is whoever comes, though the word is not known.
    let is_named = |at: usize| words::holds(&draft.headings[at], "name");
    let any = |draft: &Draft<'_>| {
        draft
            .headings
            .iter()
            .any(|heading| plain(heading).is_some())
    };
    if !any(draft) || headless::names(draft).into_iter().any(is_named) {
        return;
    }
    let addressed = |at: usize| {
        let heading = draft.headings[at].as_str();
        draft.contents[at].addresses * 2 >= draft.contents[at].filled.max(1)
            && !draft.certain.contains(&at)
            && !words::about_somebody_else(heading)
    };
    let has_address = (0..draft.headings.len()).any(addressed);
    // Parents with an address of their own beside children with one may be either: somebody must say who comes.
    let has_ward = draft.headings.iter().any(|heading| {
        WARDS.iter().any(|word| words::holds(heading, word)) && words::holds(heading, "name")
    });
    if has_ward && !has_address {
        return;
    }
    let mut found: Vec<(f64, Field, usize)> = Vec::new();
    for column in 0..draft.headings.len() {
        if draft.is_used(column) || draft.certain.contains(&column) {
            continue;
        }
        let Some(plain) = plain(&draft.headings[column]) else {
            continue;
        };
        let Some((field, score)) = words::best(&plain).filter(|(field, _)| field.is_identity())
        else {
            continue;
        };
        let wanted = is_blank(draft, field) && !(field == Field::Email && has_address);
        if wanted && draft.contents[column].filled > 0 && draft.bears_out(field, column) {
            found.push((score, field, column));
        }
    }
    // What few answered was asked of few: whose parents sign for them.
    let rows = draft.rows().count();
    let few = |(_, field, column): &(f64, Field, usize)| {
        who.contains(field) && draft.contents[*column].filled * 10 < rows * 6
    };
    if found.iter().any(few) {
        return;
    }
    let mut fields = found.iter().map(|(_, field, _)| field);
    if fields.any(|field| who.contains(field)) && headless::names_who_takes_part(draft) {
        return;
    }
    order_by(&mut found, |(one, _, at), (other, _, next)| {
        other.total_cmp(one).then(at.cmp(next))
    });
    let mut labels: Vec<String> = Vec::new();
    for (_, field, column) in found {
        if is_blank(draft, field) {
            labels.push(format!("\"{}\"", draft.table.header[column].trim()));
            draft.set(field, vec![column]);
        }
    }
    if !labels.is_empty() {
        draft.notes.push(format!(
            "no other column says who comes: {} {} taken for them",
            labels.join(", "),
            if labels.len() == 1 { "is" } else { "are" }
        ));
    }
}

/// What an order says of where an attendee is from and for whom they come, beside the attendee's name; the same headings
/// stand further behind for the address of the invoice.
const BESIDE: WordList = list![
    "company",
    "unternehmen",
    "firma",
    "entreprise",
    "societe",
    "empresa",
    "address",
    "adresse",
    "anschrift",
    "street",
    "strasse",
    "zip code",
    "zip",
    "postal code",
    "plz",
    "postleitzahl",
    "code postal",
    "direccion",
    "codigo postal",
    "city",
    "ort",
    "stadt",
    "ville",
    "ciudad",
    "country",
    "land",
    "pays",
    "pais",
    "provincia",
    "state",
    "bundesland",
];

/// Sets what is the buyer's aside where an order names attendees: who is not named yet does not come as the buyer.
pub(in crate::import::columns) fn set_aside(draft: &mut Draft<'_>) {
    let named = [Field::Name, Field::Email];
    let is_named = |at: &usize| draft.certain.contains(at) && draft.contents[*at].filled > 0;
    if draft.product.orderer.is_empty()
        || !named
            .iter()
            .flat_map(|field| draft.of(*field))
            .any(is_named)
    {
        return;
    }
    let is_attendees = |at: usize| {
        names_role(&draft.headings[at]) || named.iter().any(|field| draft.of(*field).contains(&at))
    };
    let is_beside = |at: usize| BESIDE.contains(draft.headings[at].as_str());
    let beside = |at: usize| {
        // A column without a heading parts nothing.
        let parts = |at: &usize| !is_beside(*at) && !draft.headings[*at].is_empty();
        let before = (0..at).rev().find(parts);
        before.is_some_and(is_attendees)
    };
    let columns = 0..draft.headings.len();
    let buyers = columns.filter(|at| {
        let heading = draft.headings[*at].as_str();
        draft.product.orderer.contains(heading) || is_beside(*at) && !beside(*at)
    });
    let buyers: Vec<usize> = buyers.collect();
    for field in [Field::Organisation, Field::Area] {
        let own = draft.of(field).iter().all(|at| !buyers.contains(at));
        if !own && !draft.wished.contains(&field) {
            draft.set(field, Vec::new());
        }
    }
    draft.certain.extend(buyers);
}

/// Returns what a heading asks of one of them; none if it is about somebody else.
fn plain(heading: &str) -> Option<String> {
    let words = heading.split(' ');
    if !words.clone().any(is_role) {
        return None;
    }
    let plain: Vec<&str> = words
        .filter(|word| !is_role(word) && !JOINTS.contains(word))
        .collect();
    let plain = match plain.join(" ") {
        none if none.is_empty() => "name".to_string(),
        plain => plain,
    };
    (!words::about_somebody_else(&plain)).then_some(plain)
}

fn is_role(word: &str) -> bool {
    word == "billing" || words::SIGNERS.contains(word)
}
