//! Two whole names in one cell with no word between them: one below the other, or behind a comma beside two addresses.

use super::super::names::both::{is_organisation, is_surname};
use super::super::words::is_any;
use crate::import::holder::Holder;
use crate::import::name;

/// More lines are no names.
const MOST: usize = 4;

/// Words of what somebody does and of where they live, which may stand below their name, as [`name::key`] writes them.
const OF_ONE: &str = "chair|chairman|chairwoman|chairperson|vice|deputy|assistant|secretary|treasurer|officer|manager|director|\
    councillor|cllr|organiser|organizer|coordinator|president|head|lead|leader|member|delegate|representative|rep|mp|msp|\
    speaker|volunteer|steward|editor|engineer|teacher|nurse|doctor|professor|student|retired|minister|mayor|advisor|adviser|\
    consultant|researcher|policy|community|street|road|avenue|lane|close|house|court|north|south|east|west|upper|lower|the|\
    vorsitz|vorsitzende|vorsitzender|stellvertretende|stellvertretender|leiter|leiterin|kassenwart|sprecher|sprecherin|\
    verein|verband|stadt|strasse|presidente|presidenta|secretario|secretaria|tesorero|tesorera|directeur|directrice|\
    secretaire|tresorier|tresoriere|responsable|rue|calle|ville|parti|syndicat|director|directora|przewodniczacy|\
    przewodniczaca|skarbnik|sekretarz|prezes|dyrektor|ulica|rada|partia|cadeirydd|ysgrifennydd|trysorydd|cyfarwyddwr|\
    cyngor|plaid|heol|stryd|sadar|nazim|news|media|radio|times|energy|solar|green|greens|unison|unite|police|fire|\
    hospital|bank|shop|store|cafe|hotel|theatre|museum|services|service|solutions|systems|partners|associates|limited|plc";

/// Tells whether whole names stand one below the other in a cell, and how surely: those of one family are two people, while
/// others may be what somebody is called and what they do.
pub(super) fn are_stacked(cell: &str) -> Option<Stacked> {
    if !cell.contains('\n') {
        return None;
    }
    let names = whole_names(cell, '\n')?;
    let family = |name: &&str| name::key(name.rsplit(' ').next().unwrap_or_default());
    let families: Vec<String> = names.iter().map(family).collect();
    Some(match families.iter().all(|one| *one == families[0]) {
        true => Stacked::OneFamily,
        false => Stacked::Others,
    })
}

/// How two names that stand one below the other belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stacked {
    OneFamily,
    Others,
}

/// Tells whether a cell may hold two whole names that nothing but a line end or a comma parts.
pub(super) fn may_be_two(cell: &str) -> bool {
    ['\n', ',', ';']
        .into_iter()
        .any(|mark| cell.contains(mark) && whole_names(cell, mark).is_some())
}

/// Tells whether each of two people in a cell has an address of their own among those of the row.
pub(super) fn have_addresses(cell: &str, addresses: &[&str]) -> bool {
    let parted = ['\n', ',', ';'].into_iter();
    let mut parted = parted.filter_map(|mark| whole_names(cell, mark));
    parted.any(|names| {
        let [one, other, ..] = names[..] else {
            return false;
        };
        let is_of = |address: &str, own: &str, other: &str| {
            let of = |name: &str| Holder::of(address, name) == Holder::Named;
            of(own) && !of(other)
        };
        addresses.iter().any(|address| is_of(address, one, other))
            && addresses.iter().any(|address| is_of(address, other, one))
    })
}

/// The names that a mark parts, if they are two or more, all whole, and none the same.
fn whole_names(cell: &str, mark: char) -> Option<Vec<&str>> {
    let trimmed = |part| str::trim_matches(part, |c: char| c.is_whitespace() || ",;".contains(c));
    let parts = cell.split(mark).map(trimmed);
    let parts: Vec<&str> = parts
        .filter(|part| !part.is_empty())
        .take(MOST + 1)
        .collect();
    let is_first =
        |at: usize| (0..at).all(|before| name::key(parts[before]) != name::key(parts[at]));
    let are_names = (2..=MOST).contains(&parts.len())
        && parts.iter().all(|part| is_whole(part))
        && (0..parts.len()).all(is_first);
    are_names.then_some(parts)
}

/// Tells whether a text is two given and family names or three, and nothing that stands below one: what somebody does, where
/// they belong, or the family names that found no place in the line of the given ones.
fn is_whole(text: &str) -> bool {
    // `Di` is a first name too.
    let is_own =
        |(at, word): &(usize, &str)| *at == 0 || !name::PARTICLES.contains(&word.to_lowercase());
    let words = text.split_whitespace().enumerate().filter(is_own);
    let words: Vec<&str> = words.map(|(_, word)| word).collect();
    let is_word = |word: &&str| {
        word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
            && word
                .chars()
                .all(|c| c.is_alphabetic() || "'’-.".contains(c))
    };
    let is_of_one = |word: &&str| is_any(&name::key(word), OF_ONE);
    (2..=3).contains(&words.len())
        && words.iter().all(is_word)
        && !words.iter().any(is_of_one)
        && !words.iter().all(|word| is_surname(word))
        && !is_organisation(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_whole_names_one_below_the_other_are_told_from_one_name_with_more_below() {
        for cell in [
            "Ann Bell\nBill Bell",
            "Ann Bell,\nBob Cole",
            "Ann Bell\n\nBob Cole",
            "Anna Maria Bell\nJan van der Berg",
            "Siân Prys\nHuw Llwyd",
            "Di Eve\nEd Eve",
        ] {
            assert!(are_stacked(cell).is_some(), "{cell:?}");
        }
        for cell in [
            "Ann Bell",
            "Ann\nBell",
            "Ann Maria\nBell",
            "Ann\nde la Cruz",
            "María José\nGarcía Márquez\nDíaz",
            "María José\nGarcía Gómez",
            "Ann Bell\nVice Chair",
            "Ann Bell\nPolicy Lead",
            "Ann Bell\nGreen Party",
            "Ann Bell\nActon Town Council",
            "Ann Bell\n(she/her)",
            "Ann Bell\nann@example.org",
            "Ann Bell\n12 High Street",
            "Ann Bell\nHigh Street",
            "Ann Bell\nAnn Bell",
            "Ann Bell\nbrings cake",
        ] {
            assert!(are_stacked(cell).is_none(), "{cell:?}");
        }
    }

    #[test]
    fn two_names_behind_a_comma_are_two_people_where_each_has_an_address() {
        let both = ["ann@example.org", "bob.cole@example.org"];
        assert!(have_addresses("Ann Bell, Bob Cole", &both));
        assert!(have_addresses("Ann Bell\nBob Cole", &both));
        for name in [
            "Bell, Ann",
            "Ann Bell, Green Party",
            "Ann Bell",
            "Ann Bell, Cy Dunn",
        ] {
            assert!(!have_addresses(name, &both), "{name}");
        }
        assert!(!have_addresses(
            "Ann Bell, Bob Cole",
            &["ann@example.org", "ann.bell@example.net"]
        ));
    }
}
