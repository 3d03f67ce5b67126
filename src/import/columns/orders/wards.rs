use super::super::draft::Draft;
use super::super::heading::names_role;
use super::super::words;
use crate::import::field::Field;

/// Sets aside what is about the needs of somebody whom another brings, and about whose firm an order was for: `Allergies
/// of your child`, `Buyer postcode`. In a list of guests, children or buyers it is theirs who come.
pub(in crate::import::columns) fn set_aside(draft: &mut Draft<'_>) {
    let columns = 0..draft.headings.len();
    let theirs = columns.filter(|at| !draft.certain.contains(at) && is_anothers(draft, *at));
    let theirs: Vec<usize> = theirs.collect();
    if theirs.is_empty() {
        return;
    }
    let is_list_of = |test: fn(&str) -> bool| !is_named_otherwise(draft, test);
    let (wards, buyers) = (is_list_of(is_ward), is_list_of(words::is_of_a_buyer));
    let theirs = theirs.into_iter().filter(|at| {
        let of_buyer = words::is_of_a_buyer(&draft.headings[*at]);
        !(if of_buyer { buyers } else { wards })
    });
    let theirs: Vec<usize> = theirs.collect();
    draft.certain.extend(theirs);
}

/// Tells whether a column is about what another than whoever signs up needs, or about the firm of whoever pays.
fn is_anothers(draft: &Draft<'_>, column: usize) -> bool {
    let heading = draft.headings[column].as_str();
    let scores = words::scores(heading);
    scores.iter().any(|(field, _)| match field {
        Field::Diet | Field::Access => words::is_of_a_ward(heading, *field),
        Field::Organisation | Field::Area => words::is_of_a_buyer(heading),
        _ => false,
    })
}

fn is_ward(heading: &str) -> bool {
    words::about_guests(heading) || words::about_somebody_else(heading)
}

/// Tells whether a column names who comes that is not about these.
fn is_named_otherwise(draft: &Draft<'_>, is_these: fn(&str) -> bool) -> bool {
    let known = [Field::Name, Field::First, Field::Last, Field::Email];
    let is_known = |at: usize| known.iter().any(|field| draft.of(*field).contains(&at));
    let names = |at: &usize| {
        let heading = draft.headings[*at].as_str();
        let mut scores = words::scores(heading).into_iter();
        draft.contents[*at].filled > 0
            && !is_these(heading)
            && (words::booker(heading).is_none() || names_role(heading))
            && (is_known(*at)
                || !draft.certain.contains(at)
                    && scores.any(|(field, score)| score > 50.0 && known.contains(&field)))
    };
    let is_list = |at: usize| words::about_guests(&draft.headings[at]) && is_known_guest(draft, at);
    let mut columns = 0..draft.headings.len();
    !columns.clone().any(is_list) && columns.any(|at| names(&at))
}

/// Tells whether a column of guests is that of who comes: others have been set aside.
fn is_known_guest(draft: &Draft<'_>, column: usize) -> bool {
    let mut scores = words::scores(&draft.headings[column]).into_iter();
    !draft.certain.contains(&column)
        && scores.any(|(field, _)| matches!(field, Field::Name | Field::First))
}
