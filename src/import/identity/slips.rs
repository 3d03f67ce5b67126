//! The same name at two addresses of which one may be a slip of the keyboard: perhaps one person, who has signed up twice.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::crowd::Crowd;
use super::{Key, Ladder, Listed, Row, Whence, Who};
use crate::import::doubt::is_usual;
use crate::model::EmailAddress;

/// A name that more people have than this is no name, but `Guest`.
const MOST_NAMESAKES: u32 = 1_000;

/// So many addresses further on in their order one is looked for that is near.
const FURTHER: usize = 50;

/// Fewer letters before the `@` make another address too easily.
const FEW_LETTERS: usize = 5;

/// Somebody by their name, and where that and their address stand.
#[derive(Clone, Copy)]
struct Named {
    name: Key,
    who: Who,
    whence: Whence,
}

/// An address as addresses are compared, and whose it is.
struct Address {
    text: String,
    /// Where the `@` stands.
    at: usize,
    /// Of the digits before it; those of two addresses that are near are the same.
    digits: u64,
    who: Who,
}

/// Returns of those who are new whom they may be the same as, and the other way round. Of a name that nobody else has
/// nothing is looked at but how often it stands.
pub(super) fn find(
    ladder: &Ladder<'_>,
    listed: &Listed,
    (rows, found): (&[Row], &[Who]),
) -> HashMap<Who, Vec<Who>> {
    let known = Who::try_from(ladder.people.list.len()).unwrap_or(Who::MAX);
    let is_new = |(row, who): &(&Row, &Who)| {
        **who >= known && !row.keys.address.is_blank() && !row.keys.name.is_blank()
    };
    let new = || rows.iter().zip(found).filter(is_new);
    let mut slips = HashMap::new();
    if new().next().is_none() {
        return slips;
    }
    let wanted = Crowd::of(new().map(|(row, _)| row.keys.name));
    let here = new().map(|(row, who)| Named {
        name: row.keys.name,
        who: *who,
        whence: Whence::Row(row.row),
    });
    let there = listed.named().filter(|(name, _, _)| wanted.is_there(*name));
    let there = there.map(|(name, who, whence)| Named { name, who, whence });
    let all = here.chain(there);
    let crowd = Crowd::of(all.clone().map(|one| one.name));
    let shared = all.filter(|one| !crowd.is_alone(one.name));
    let mut counts: HashMap<Key, u32, RandomState> = HashMap::default();
    for one in shared.clone() {
        *counts.entry(one.name).or_default() += 1;
    }
    counts.retain(|_, count| *count <= MOST_NAMESAKES);
    let mut shared: Vec<Named> = match counts.is_empty() {
        true => Vec::new(),
        false => shared
            .filter(|one| counts.contains_key(&one.name))
            .collect(),
    };
    shared.sort_unstable_by_key(|one| (one.name, one.who));
    for namesakes in shared.chunk_by(|one, other| one.name == other.name) {
        let addresses = namesakes.iter().filter_map(|one| {
            let address = ladder.people.address(one.whence);
            Address::of(address, one.who)
        });
        among(addresses.collect(), known, &mut slips);
    }
    slips
}

/// Finds those among namesakes whose addresses are near, as far as one of them is new. Those with one domain and those with
/// one mailbox stand together, so that not every one is compared with every other.
fn among(mut all: Vec<Address>, known: Who, slips: &mut HashMap<Who, Vec<Who>>) {
    let mut note = |one: &Address, other: &Address| {
        if one.who != other.who && one.who.max(other.who) >= known {
            for (who, near) in [(one.who, other.who), (other.who, one.who)] {
                let slips = slips.entry(who).or_default();
                if !slips.contains(&near) {
                    slips.push(near);
                }
            }
        }
    };
    fn place(one: &Address) -> (&str, u64) {
        (one.domain(), one.digits)
    }
    all.sort_unstable_by(|a, b| (place(a), &a.text).cmp(&(place(b), &b.text)));
    for some in all.chunk_by(|a, b| place(a) == place(b)) {
        for (at, one) in some.iter().enumerate() {
            let others = some[at + 1..].iter().take(FURTHER);
            others
                .filter(|other| is_slip(one.mailbox(), other.mailbox()))
                .for_each(|other| note(one, other));
        }
    }
    all.sort_unstable_by(|a, b| (a.mailbox(), a.domain()).cmp(&(b.mailbox(), b.domain())));
    for some in all.chunk_by(|a, b| a.mailbox() == b.mailbox()) {
        for (at, one) in some.iter().enumerate() {
            let others = some[at + 1..].iter().take(FURTHER);
            others
                .filter(|other| are_near_domains(one.domain(), other.domain()))
                .for_each(|other| note(one, other));
        }
    }
}

impl Address {
    /// Takes an address, unless it is too short to tell anything.
    fn of(address: &str, who: Who) -> Option<Self> {
        let mut text = String::with_capacity(address.len());
        EmailAddress::fold_into(address, &mut text);
        let at = text.rfind('@')?;
        let mailbox = &text.as_bytes()[..at];
        let digits = mailbox.iter().filter(|byte| byte.is_ascii_digit());
        let add = |sum: u64, digit: &u8| sum.wrapping_mul(31).wrapping_add(u64::from(*digit));
        let digits = digits.fold(0, add);
        let letters = mailbox.iter().filter(|byte| is_letter(**byte)).count();
        (letters >= FEW_LETTERS).then_some(Self {
            text,
            at,
            digits,
            who,
        })
    }

    fn mailbox(&self) -> &str {
        &self.text[..self.at]
    }

    fn domain(&self) -> &str {
        &self.text[self.at + 1..]
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || !byte.is_ascii()
}

/// Tells whether one text is the other but for two letters that changed places, or one that is another, too few or too
/// many. Digits number people, and so does a letter by itself: `smith1` and `smith2`, `j.a.smith` and `j.b.smith`.
fn is_slip(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let same = |(a, b): &(&u8, &u8)| a == b;
    let before = one.iter().zip(other).take_while(same).count();
    let rest = one[before..].iter().rev().zip(other[before..].iter().rev());
    let behind = rest.take_while(same).count();
    let cut = |text: &'_ [u8]| before..text.len() - behind;
    let (here, there) = (&one[cut(one)], &other[cut(other)]);
    if here.iter().chain(there).any(u8::is_ascii_digit) {
        return false;
    }
    let is_alone = |text: &[u8]| {
        let is_letter = |at: usize| text.get(at).is_some_and(|byte| is_letter(*byte));
        is_letter(before) && !is_letter(before + 1) && !(before > 0 && is_letter(before - 1))
    };
    match (here, there) {
        ([_], []) => !is_alone(one),
        ([], [_]) => !is_alone(other),
        ([_], [_]) => !(is_alone(one) && is_alone(other)),
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// Tells whether one domain may be a slip for the other: they are not both where people have their mail, nor one firm's in
/// two countries.
fn are_near_domains(one: &str, other: &str) -> bool {
    let is_country = |end: &str| end.len() == 2;
    let in_two_countries = || {
        let ends = one.rsplit_once('.').zip(other.rsplit_once('.'));
        ends.is_some_and(|((a, x), (b, y))| a == b && is_country(x) && is_country(y))
    };
    is_slip(one, other) && !(is_usual(one) && is_usual(other)) && !in_two_countries()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tells whether two addresses of one name are near, of which the second one is new.
    fn are_near(one: &str, other: &str) -> bool {
        let mut slips = HashMap::new();
        let all = [(one, 0), (other, 1)];
        let all = all
            .into_iter()
            .filter_map(|(text, who)| Address::of(text, who));
        among(all.collect(), 1, &mut slips);
        !slips.is_empty()
    }

    #[test]
    fn addresses_are_near_that_one_slip_of_the_keyboard_parts() {
        for (one, other) in [
            ("ann.lee@example.org", "ann.le@example.org"),
            ("ann.lee@example.org", "Ann.Lea@example.org"),
            ("ann.lee@example.org", "an.nlee@example.org"),
            ("ann.lee@example.org", "annlee@example.org"),
            ("ann.lee7@example.org", "an.lee7@example.org"),
            ("annlee@gmail.com", "annlee@gmial.com"),
            ("annlee@gmail.com", "annlee@gmail.con"),
            ("annlee@gmail.com", "annlee@gmail.co"),
            ("annlee@example.org", "annlee@exampel.org"),
        ] {
            assert!(are_near(one, other), "{one} {other}");
            assert!(are_near(other, one), "{other} {one}");
        }
    }

    #[test]
    fn addresses_that_number_people_or_are_others_are_not_near() {
        for (one, other) in [
            ("smith1@example.org", "smith2@example.org"),
            ("smith@example.org", "smith1@example.org"),
            ("smith12@example.org", "smith21@example.org"),
            ("smith1a@example.org", "smith1b@example.org"),
            ("ann.j.lee@example.org", "ann.k.lee@example.org"),
            ("a.smith@example.org", "b.smith@example.org"),
            ("ann.lee+a@example.org", "ann.lee+b@example.org"),
            ("anna@example.org", "anne@example.org"),
            ("jan.nowak@example.org", "jan.nowak@example.com"),
            ("jan.nowak@gmail.com", "jan.nowak@mail.com"),
            ("jan.nowak@o2.pl", "jan.nowak@op.pl"),
            ("jan.nowak@example.pl", "jan.nowak@example.nl"),
            (
                "jan.nowak@school1.example.org",
                "jan.nowak@school2.example.org",
            ),
            ("jan.nowak@example.org", "jan.nowack1@example.org"),
            ("jan.nowak@example.org", "j.nowak@example.org"),
        ] {
            assert!(!are_near(one, other), "{one} {other}");
            assert!(!are_near(other, one), "{other} {one}");
        }
    }

    #[test]
    fn whoever_is_known_is_not_compared_with_others_who_are() {
        let all = ["annlee@example.org", "anlee@example.org"];
        let all = (0..)
            .zip(all)
            .filter_map(|(who, text)| Address::of(text, who));
        let mut slips = HashMap::new();
        among(all.collect(), 2, &mut slips);
        assert_eq!(slips, HashMap::new());
    }
}
