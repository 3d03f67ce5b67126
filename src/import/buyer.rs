use super::columns::Mapping;
use super::name;
use super::read::RawRow;

/// Where the address and the name of who ordered stand.
#[derive(Debug)]
pub(super) struct Buyer {
    pub(super) address: usize,
    pub(super) names: Vec<usize>,
}

/// Tells whether the phone number in a row is that of somebody else, who ordered for them: of an order it is the same in
/// all rows, and only who has the order's address is reached by it.
pub(super) fn has_phone(mapping: &Mapping, row: RawRow<'_>, email: &str) -> bool {
    mapping.ordered_by.is_some_and(|column| {
        let orderer = row.cell(column);
        !orderer.is_empty() && !orderer.eq_ignore_ascii_case(email)
    })
}

/// Returns the column with the address of who ordered, if somebody of that name has ordered for themselves.
pub(super) fn own_address(mapping: &Mapping, row: RawRow<'_>, name: &str) -> Option<usize> {
    let buyer = mapping.buyer.as_ref()?;
    let names = buyer.names.iter().map(|at| row.cell(*at));
    let ordered = name::key(&names.collect::<Vec<&str>>().join(" "));
    (!ordered.is_empty() && ordered == name::key(name)).then_some(buyer.address)
}
