use super::super::verdict::Report;
use crate::model::Registrations;

/// Returns who has no code, as somebody added them by hand, and is named in a report, as places in the list: by their code
/// people are told apart, and asked about.
pub(in crate::import) fn uncoded(list: &Registrations, report: &Report) -> Vec<u32> {
    let is_uncoded = |who: u32| {
        let person = list.get(who as usize);
        person.is_some_and(|person| person.code().is_empty())
    };
    let rows = || report.rows.iter();
    let details = rows().filter_map(|row| row.detail.as_deref());
    let others = details.flat_map(|detail| detail.shares.iter().chain(&detail.maybe));
    let others = others.chain(&report.missing).map(|who| *who as u32);
    let named = rows().filter_map(|row| row.who).chain(others);
    let mut uncoded: Vec<u32> = named.filter(|who| is_uncoded(*who)).collect();
    uncoded.sort_unstable();
    uncoded.dedup();
    uncoded
}
