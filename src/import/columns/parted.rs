//! Headings that part a list of people who can be reached: a line with nothing but a word or two below `Name`, such as
//! `Blackburn branch`, above those who belong to it.

use std::collections::HashMap;

use super::content::is_name;
use super::draft::Draft;
use super::names::both::is_organisation;
use crate::import::columns::{heading, is_any};
use crate::import::field::Field;
use crate::import::read::RawRow;
use crate::import::remark;

/// So many in ten rows that say more than a name must say how somebody is reached.
const MOST: usize = 9;

/// Words of organisations that are surnames too: `Michelle Branch`.
const SURNAMES: &str = "branch|church|college|school|council|library|forum|action|friends|labour";

/// Words behind which the place of a group stands, or which end with it, in other languages, as [`heading`] writes them.
const GROUPS: &str = "ortsverein|ortsgruppe|ortsverband|kreisverband|landesverband|bezirksverband|gewerkschaft|verein|verband|\
    betriebsrat|section|syndicat|parti|comite|collectif|federation|seccion|comite|colectivo|asamblea|agrupacion|federacion|\
    oddzial|zwiazek|partia|stowarzyszenie|komitet|komisja|cangen|plaid|undeb|cyngor|cymdeithas|pwyllgor|rhanbarth|\
    sindicato|partido|asociacion|constituency|region|delegation";

/// What people eat and when they come, which is nobody's name, as [`heading`] writes it.
const CHOICES: &str = "vegetarian|vegetarians|vegan|vegans|halal|kosher|gluten free|meat eaters|omnivore|no dietary requirements|\
    both days|all day|full day|half day|whole weekend|one day only|morning only|afternoon only|evening only|saturday only|\
    sunday only|students|concessions|unwaged|waged|early bird|\
    vegetarisch|vegetarier|veganer|beide tage|ganztags|halbtags|nur samstag|nur sonntag|studierende|ermassigt|\
    vegetarien|vegetariens|vegetarienne|vegetariennes|les deux jours|toute la journee|tarif reduit|etudiants|\
    vegetariano|vegetarianos|vegetariana|vegetarianas|ambos dias|todo el dia|estudiantes|\
    wegetarianie|wegetarianskie|wegetarianska|weganie|oba dni|caly dzien|studenci|\
    llysieuol|llysieuwyr|figan|y ddau ddiwrnod|trwy r dydd|myfyrwyr|\
    sabzi khor|dono din|poora din";

/// The lines of a list that are headings of its parts, and those that may be.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Parts {
    /// Those that are nobody, in their order.
    headings: Vec<usize>,
    /// Those that may be a heading or somebody, in their order.
    doubtful: Vec<usize>,
}

impl Parts {
    /// Tells whether a line is the heading of a part.
    pub(in crate::import) fn is_heading(&self, line: usize) -> bool {
        self.headings.binary_search(&line).is_ok()
    }

    /// Tells whether a line may be the heading of a part.
    pub(in crate::import) fn may_be_heading(&self, line: usize) -> bool {
        self.doubtful.binary_search(&line).is_ok()
    }
}

/// A row that only has a name, or what looks like one.
struct Lone<'t> {
    line: usize,
    said: &'t str,
    /// Whether somebody who can be reached stands right above it.
    is_apart: bool,
    /// Whether somebody who can be reached stands right below it.
    is_above: bool,
}

/// Finds the headings between the rows of a list in which everybody else says how they are reached.
///
/// What says so in its words is one, unless those who are reached are called so too: then the list is one of organisations.
/// Where there is one, a single word above people of several words each is another; where there is none, it may be.
pub(super) fn find(draft: &Draft<'_>) -> Parts {
    let mut parts = Parts::default();
    let lone = lone(draft);
    if lone.is_empty() {
        return parts;
    }
    let ends = ends(&lone);
    let says_so = |one: &Lone<'_>| is_one(one.said) || is_of_several(one, &ends);
    let are_told = lone.iter().any(says_so) && !are_organisations(draft);
    let is_whole = |cell: &str| cell.contains(' ') || !cell.is_ascii();
    let names = draft.of(Field::Name).first().copied();
    let are_whole = names.is_some_and(|at| {
        let reached = draft.rows().filter(|row| is_reached(draft, *row));
        let (mut all, mut whole) = (0_usize, 0_usize);
        for row in reached.take(MOST_LOOKED) {
            all += 1;
            whole += usize::from(is_whole(row.cell(at)));
        }
        whole * 10 >= all * 9
    });
    for one in &lone {
        let is_word = !is_whole(one.said) && are_whole && one.is_above;
        match are_told && says_so(one) {
            true => parts.headings.push(one.line),
            false if is_word && are_told => parts.headings.push(one.line),
            false if is_word || are_told && one.is_above => parts.doubtful.push(one.line),
            false => {}
        }
    }
    parts
}

/// So many rows say what people are called.
const MOST_LOOKED: usize = 500;

/// Returns the rows that only have a name, of a list in which nearly all others say how somebody is reached.
fn lone<'t>(draft: &Draft<'t>) -> Vec<Lone<'t>> {
    let reach: Vec<usize> = reach(draft).collect();
    let Some(name) = name(draft) else {
        return Vec::new();
    };
    let most = reach.iter().map(|at| draft.contents[*at].filled).max();
    let (Some(most), named) = (most, draft.contents[name].filled) else {
        return Vec::new();
    };
    // In nearly all lists everybody is reached, or so many are not that a name by itself says nothing.
    if reach.contains(&name) || most == 0 || most >= named.max(draft.table.len()) {
        return Vec::new();
    }
    let (mut found, mut reached, mut others) = (Vec::new(), 0_usize, 0_usize);
    let (mut told, mut is_apart) = (0, true);
    for row in draft.table.rows() {
        if reach.iter().any(|at| !row.cell(*at).is_empty()) {
            found[told..]
                .iter_mut()
                .for_each(|one: &mut Lone<'_>| one.is_above = true);
            (reached, told, is_apart) = (reached + 1, found.len(), true);
            continue;
        }
        let filled = row.cells().filter(|cell| !cell.is_empty()).take(2).count();
        let said = row.cell(name);
        if filled == 1 && !said.is_empty() && row.fault.is_none() {
            let line = row.line;
            found.push(Lone {
                line,
                said,
                is_apart,
                is_above: false,
            });
            is_apart = false;
        } else if filled > 0 {
            others += 1;
        }
    }
    match found.len() <= reached && reached * 10 >= (reached + others) * MOST {
        true => found,
        false => Vec::new(),
    }
}

/// The column that says what people are called.
fn name(draft: &Draft<'_>) -> Option<usize> {
    let names = [Field::Name, Field::First];
    names
        .iter()
        .find_map(|field| draft.of(*field).first())
        .copied()
}

fn reach(draft: &Draft<'_>) -> impl Iterator<Item = usize> {
    let columns = [Field::Email, Field::Phone].into_iter();
    columns.flat_map(|field| draft.of(field).to_vec())
}

fn is_reached(draft: &Draft<'_>, row: RawRow<'_>) -> bool {
    reach(draft).any(|at| !row.cell(at).is_empty())
}

/// How many lines by themselves end with each word, each with people in between.
fn ends<'t>(lone: &[Lone<'t>]) -> HashMap<&'t str, usize> {
    let mut ends = HashMap::new();
    for one in lone.iter().filter(|one| one.is_apart) {
        *ends.entry(last(one.said)).or_default() += 1;
    }
    ends
}

fn last(said: &str) -> &str {
    said.split_whitespace().next_back().unwrap_or_default()
}

/// Tells whether a line ends with a word of groups as another one does, be it a surname too.
fn is_of_several(one: &Lone<'_>, ends: &HashMap<&str, usize>) -> bool {
    let end = last(one.said);
    ends.get(end).is_some_and(|count| *count > 1) && is_organisation(end)
}

/// In so many of ten rows a group is reached where a list is one of groups.
const SOME: usize = 2;

/// Tells whether those who are reached are called like groups too, so that one that is not is none of their headings.
fn are_organisations(draft: &Draft<'_>) -> bool {
    let Some(name) = name(draft) else {
        return false;
    };
    let reached = draft.rows().filter(|row| is_reached(draft, *row));
    let (mut all, mut groups) = (0_usize, 0_usize);
    for row in reached.take(MOST_LOOKED) {
        all += 1;
        groups += usize::from(is_one(row.cell(name)));
    }
    groups * 10 >= all * SOME
}

/// Tells whether the words of a line say that it is the heading of a part of a list and no name.
fn is_one(said: &str) -> bool {
    let words = heading(said);
    let is_group = || {
        let mut own = said.split_whitespace();
        let end = last(said);
        let is_plain = !is_any(&heading(end), SURNAMES) || end.starts_with(char::is_lowercase);
        // `Party-Lee` is a family.
        let is_whole = end.chars().all(char::is_alphanumeric);
        is_whole && is_plain && is_organisation(end) && own.nth(1).is_some()
            || words.split(' ').any(|word| is_any(word, GROUPS))
    };
    let letters = said.chars().any(char::is_alphabetic);
    letters
        && (is_any(&words, CHOICES)
            || remark::is_heading(said)
            || remark::is_part_about(said)
            || is_name(said) && is_group())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_groups_are_told_from_names() {
        for text in [
            "Blackburn branch",
            "Blackburn Labour Party",
            "Burnley Trades council",
            "Ortsverein Jena",
            "Kreisverband Mitte",
            "Section de Lyon",
            "Oddział Łódź",
            "Cangen Bangor",
            "Vegetarian",
            "Both days",
            "Beide Tage",
            "Les deux jours",
            "Workshop A: Housing",
            "Session 2: Rents",
        ] {
            assert!(is_one(text), "{text}");
        }
        for text in [
            "Ann Lee",
            "Madonna",
            "Michelle Branch",
            "Floyd Council",
            "Ann Church",
            "UNISON",
            "Jo Party-Lee",
            "Kolo Touré",
            "Ann: vegan",
            "",
        ] {
            assert!(!is_one(text), "{text}");
        }
    }

    #[test]
    fn words_are_written_as_headings_are() {
        for word in [GROUPS, CHOICES, SURNAMES]
            .iter()
            .flat_map(|all| all.split('|'))
        {
            assert_eq!(heading(word), word);
        }
    }
}
