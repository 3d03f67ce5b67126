//! Children whom a parent signs up: `Child's name` beside `Parent/carer name` and `Parent/carer email`.

use super::super::content::is_name;
use super::super::draft::Draft;
use super::super::headless::{self, MOSTLY_WHOLE, several_words};
use super::super::words::{self, is_any};
use crate::import::field::Field;

/// One child; of several no cell is one person's name.
const CHILD: &str = "child|childs|kid|son|daughter|kind|kindes|kinds|enfant|hijo|hija|nino|nina|menor|dziecko|dziecka|plentyn|blentyn|bacha|bachay|bache";

/// Who signs them up.
const PARENT: &str = "parent|parents|guardian|guardians|carer|carers|caregiver|mother|father|mum|mom|dad|\
    eltern|elternteil|elternteils|mutter|vater|erziehungsberechtigte|erziehungsberechtigten|erziehungsberechtigter|\
    mere|pere|tuteur|tutrice|responsable|legal|padre|madre|padres|tutor|tutora|\
    rodzic|rodzica|opiekun|opiekuna|opiekunki|matki|ojca|rhiant|rhieni|gwarcheidwad|gofalwr|walid|walidain|sarparast";

/// Words around them that say nothing.
const JOINTS: &str = "s|of|the|your|my|or|and|primary|main|1|a|of the|des|der|die|das|ihres|deines|und|oder|du|de|d|l|la|le|votre|ou|et|\
    del|su|tu|o|y|i|lub|r|y|neu|eich|ka|ki";

/// Takes children for those who come where nobody else is named but whoever signed them up, and tells whether it did. They
/// are reached as these are where they have no address and number of their own. Children of whom no more than the given
/// name was asked come along with a parent.
pub(super) fn come(draft: &mut Draft<'_>) -> bool {
    let columns = 0..draft.headings.len();
    let is_parents = |at: usize| asked(&draft.headings[at], PARENT).is_some();
    if !columns.clone().any(is_parents) || headless::names_who_takes_part(draft) {
        return false;
    }
    let rows = draft.rows().count();
    let one = |draft: &Draft<'_>, field: Field, who: &str| {
        columns.clone().find(|at| {
            !draft.is_used(*at)
                && !draft.certain.contains(at)
                && draft.contents[*at].filled * 10 >= rows * 6
                && asked(&draft.headings[*at], who) == Some(field)
                && draft.bears_out(field, *at)
        })
    };
    let named = |field| one(draft, field, CHILD).filter(|at| draft.mostly(*at, 0.8, is_name));
    let is_whole = |at: &usize| several_words(draft, *at) >= MOSTLY_WHOLE;
    let halves = || named(Field::First).zip(named(Field::Last));
    // `Nom` is the family name beside a given one, and the whole one otherwise.
    let whole = || {
        [Field::Name, Field::Last]
            .into_iter()
            .find_map(|field| named(field).filter(is_whole))
    };
    let names = match (halves(), named(Field::Name)) {
        (Some((first, last)), None) => vec![(Field::First, first), (Field::Last, last)],
        _ => whole().map_or(Vec::new(), |whole| vec![(Field::Name, whole)]),
    };
    if names.is_empty() {
        return false;
    }
    let has_address = columns.clone().any(|at| {
        draft.contents[at].addresses * 2 >= draft.contents[at].filled.max(1)
            && !draft.certain.contains(&at)
            && !words::about_somebody_else(&draft.headings[at])
    });
    let mut reached = Vec::new();
    for field in [Field::Email, Field::Phone] {
        let is_open = draft.of(field).is_empty() && !(field == Field::Email && has_address);
        let own = one(draft, field, CHILD);
        let way = own.or_else(|| one(draft, field, PARENT));
        if let Some(way) = way.filter(|_| is_open && !draft.wished.contains(&field)) {
            reached.push((field, way));
        }
    }
    let label = |(_, at): &(Field, usize)| format!("\"{}\"", draft.table.header[*at].trim());
    let labels = |of: &[(Field, usize)]| of.iter().map(label).collect::<Vec<_>>().join(", ");
    let verb = if names.len() == 1 { "is" } else { "are" };
    let mut note = format!(
        "no other column says who comes: {} {verb} taken for them",
        labels(&names)
    );
    if !reached.is_empty() {
        note.push_str(&format!(", who are reached by {}", labels(&reached)));
    }
    for (field, column) in names.into_iter().chain(reached) {
        draft.set(field, vec![column]);
    }
    draft.notes.push(note);
    true
}

/// Returns what a heading asks of one of some people, between bars; none if it is about nobody of them, or of others too.
fn asked(heading: &str, who: &str) -> Option<Field> {
    let words = || heading.split(' ');
    if !words().any(|word| is_any(word, who)) {
        return None;
    }
    let others: Vec<&str> = words().filter(|word| !is_any(word, who)).collect();
    // Between two words of what is asked they belong to it: `Imię i nazwisko dziecka`.
    let says = |word: &&str| !is_any(word, JOINTS);
    let ends = others
        .iter()
        .position(says)
        .zip(others.iter().rposition(says));
    let plain = ends.map_or(String::new(), |(first, last)| {
        others[first..=last].join(" ")
    });
    if plain.is_empty() {
        return Some(Field::Name);
    }
    let (field, score) = words::best(&plain)?;
    (score >= EXACT && field.is_identity() && !words::about_somebody_else(&plain)).then_some(field)
}

/// How well words fit that ask for nothing else.
const EXACT: f64 = 85.0;
