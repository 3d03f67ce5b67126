use super::mapping::Draft;
use super::options::says_only_yes;
use crate::import::field::Field;

/// How a question begins that asks more of those who have just said yes.
const MORE: &[&str] = &[
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
