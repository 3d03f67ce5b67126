use super::draft::Draft;
use super::options::says_only_yes;
use super::words;
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};
use crate::model::order_by_key;

/// How a question begins that asks more of those who have just said yes.
const MORE: WordList = list![
    "if yes",
    "if so",
    "if you answered yes",
    "if you ticked yes",
    "please specify",
    "please give details",
    "please provide details",
    "please describe",
    "please tell us more",
    "details",
    "wenn ja",
    "falls ja",
    "bitte angeben",
    "si oui",
    "precisez",
    "en caso afirmativo",
    "si es asi",
    "jesli tak",
    "os ydw",
    "os oes",
    "agar haan",
];

/// Takes the answer to `If yes, please give details` for that to the question before it, which has only a yes.
pub(super) fn follow(draft: &mut Draft<'_>) {
    for field in [Field::Access, Field::Diet, Field::Organisation] {
        let [column] = *draft.of(field) else {
            continue;
        };
        let next = column + 1;
        if !ask_more(draft, column)
            || draft.wished.contains(&field)
            || draft.is_used(next)
            || draft.certain.contains(&next)
        {
            continue;
        }
        if says_only_yes(draft, column) {
            // A yes is what somebody needs, but nobody's organisation.
            let columns = match field {
                Field::Organisation => vec![next],
                _ => vec![next, column],
            };
            draft.set(field, columns);
        }
    }
}

/// Tells whether the next question asks more of those who have said yes to one.
pub(super) fn ask_more(draft: &Draft<'_>, column: usize) -> bool {
    let next = draft.headings.get(column + 1);
    next.is_some_and(|heading| MORE.iter().any(|more| heading.starts_with(more)))
}

/// Words with which a second question asks for what the first has not told.
const ELSE: WordList = list![
    "other",
    "others",
    "else",
    "further",
    "additional",
    "more about",
    "specify",
    "describe",
    "details",
    "detail",
    "tell us",
    "explain",
    "allergies",
    "allergy",
    "intolerances",
    "andere",
    "weitere",
    "sonstige",
    "sonstiges",
    "angeben",
    "beschreiben",
    "erlautern",
    "allergien",
    "unvertraglichkeiten",
    "autre",
    "autres",
    "precisez",
    "preciser",
    "otro",
    "otra",
    "otros",
    "otras",
    "especifique",
    "alergias",
    "inne",
    "inny",
    "opisz",
    "podac",
    "alergie",
    "arall",
    "eraill",
    "manylion",
    "alergeddau",
    "doosri",
    "tafseel",
    "bataein",
];

/// Takes what a second question asks about food or access together with the first: `Other dietary requirements` is what
/// somebody may not eat, however the first was answered.
pub(super) fn join(draft: &mut Draft<'_>) {
    if draft.headings.is_empty() {
        return;
    }
    for field in [Field::Access, Field::Diet] {
        if draft.of(field).is_empty() || draft.wished.contains(&field) {
            continue;
        }
        let is_more = |at: usize| {
            let heading = draft.headings.get(at).map_or("", String::as_str);
            ELSE.iter().any(|word| words::holds(heading, word))
        };
        // `Allergies` may have been taken for the first question where the other asks for the diet.
        let has_first = !draft.of(field).iter().all(|at| is_more(*at));
        let belongs = |at: &usize| {
            let heading = draft.headings[*at].as_str();
            let asks = || words::best(heading).is_some_and(|(best, _)| best == field);
            let is_first = || !has_first && words::is_exactly(heading, field);
            !draft.is_used(*at)
                && !draft.certain.contains(at)
                && draft.contents[*at].filled > 0
                && (is_more(*at) && asks() || is_first())
                && !words::is_beside(heading, field)
                && !words::about_guests(heading)
                && !words::is_of_others(&draft.table.header[*at])
                && !says_only_yes(draft, *at)
        };
        let more: Vec<usize> = (0..draft.headings.len()).filter(belongs).collect();
        // Options of one question keep their order.
        if more.is_empty() {
            continue;
        }
        let mut columns: Vec<usize> = draft.of(field).iter().copied().chain(more).collect();
        order_by_key(&mut columns, |at| is_more(*at));
        draft.set(field, columns);
    }
}
