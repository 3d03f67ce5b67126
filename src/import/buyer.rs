use super::columns::Mapping;
use super::read::RawRow;

/// Tells whether the phone number in a row is that of somebody else, who ordered for them: of an order it is the same in
/// all rows, and only who has the order's address is reached by it.
pub(super) fn has_phone(mapping: &Mapping, row: RawRow<'_>, email: &str) -> bool {
    mapping.ordered_by.is_some_and(|column| {
        let orderer = row.cell(column);
        !orderer.is_empty() && !orderer.eq_ignore_ascii_case(email)
    })
}
