//! Names that count who comes along: `Jill Hill (+1)`, `Bill Mill x2`, `Ann Lee and guest`.

use super::super::draft::Draft;
use super::super::heading::heading;
use super::super::words::is_any;
use super::couples::{self, Joined};
use super::stacked::{self, Stacked};
use crate::import::field::Field;
use crate::import::name::is_two_words;
use crate::import::read::RawRow;
use crate::import::texts;

/// What stands between somebody and whom they bring.
const JOINTS: &str = "plus|and|with|und|mit|samt|et|avec|y|con|mas|i|z|oraz|a|ac|gyda|aur|ke|saath";

/// Whom somebody brings without a name, beside a number.
const BROUGHT: &str = "one|two|three|guest|guests|friend|friends|partner|husband|wife|spouse|family|kid|kids|child|children|baby|\
    son|daughter|carer|others|begleitung|begleitperson|gast|gaste|freund|freundin|partnerin|mann|frau|familie|kind|kinder|\
    invite|invitee|invites|ami|amie|amis|famille|enfant|enfants|conjoint|accompagnant|invitado|invitada|invitados|\
    amigo|amiga|amigos|familia|pareja|acompanante|hijo|hija|hijos|gosc|gosciem|goscie|osoba|osoby|osobe|rodzina|\
    dziecko|dzieckiem|dziecmi|dzieci|partnerem|partnerka|zona|mezem|gwestai|gwesteion|ffrind|teulu|plant|plentyn|mehman|dost";

/// What comes before them and says only whose they are.
const WHOSE: &str =
    "a|my|his|her|their|our|meine|meiner|ihre|seine|un|une|mon|ma|mes|son|sa|mi|mis|su|una";

/// Of whom a number says how many there are.
const PEOPLE: &str =
    "people|persons|personen|personnes|personas|osoby|osob|pobl|log|places|tickets|adults";

/// Notes where names say that others come along, or are those of several people: these are not invented, and not passed over
/// in silence.
pub(super) fn tell(draft: &mut Draft<'_>) {
    let named = [Field::Name, Field::Last, Field::First];
    let columns = named
        .iter()
        .flat_map(|field| draft.of(*field).iter().map(|at| (*field, *at)));
    let columns: Vec<(Field, usize)> = columns.collect();
    for (field, column) in columns {
        let joined = |name: &str| match field {
            // `Ortega y Gasset` is one family's name.
            Field::Last => None,
            _ => couples::joined(name, field == Field::First),
        };
        let may_be_two = |name: &str| field == Field::Name && stacked::may_be_two(name);
        let is_odd = |name: &str| brings(name) || joined(name).is_some() || may_be_two(name);
        // Nearly all files end here.
        if !draft.any(column, |name| !is_two_words(name) && is_odd(name)) {
            continue;
        }
        let (mut brought, mut coupled, mut slashed) = (Vec::new(), Vec::new(), 0);
        let mut rows = 0;
        for row in draft.rows() {
            let name = row.cell(column);
            rows += usize::from(!name.is_empty());
            let side_by_side = || {
                let is_one = may_be_two(name);
                is_one.then(|| without_word(draft, row, name)).flatten()
            };
            match joined(name).or_else(side_by_side) {
                _ if brings(name) => brought.push(name),
                Some(how) => {
                    slashed += usize::from(how != Joined::Plainly);
                    coupled.push((name, how));
                }
                None => {}
            }
        }
        // In a list in which most names have a slash or a second line there stands a branch or the like.
        coupled.retain(|(_, how)| *how == Joined::Plainly || slashed * 2 <= rows);
        if let [name, ..] = brought[..] {
            draft.notes.push(format!(
                "somebody may come with others in {}, as \"{name}\" says; only who is named was signed up",
                texts::rows(brought.len())
            ));
        }
        if let [(name, _), ..] = coupled[..] {
            draft.notes.push(format!(
                "more than one person may stand in {}, as \"{}\" says; each row was signed up as one",
                texts::rows(coupled.len()),
                shown(name)
            ));
        }
    }
}

/// Tells how a cell names more than one person in which no word or slash stands between them.
fn without_word(draft: &Draft<'_>, row: RawRow<'_>, name: &str) -> Option<Joined> {
    let cells = draft.of(Field::Email).iter().map(|at| row.cell(*at));
    let words = cells.flat_map(|cell| cell.split(|c: char| c.is_whitespace() || ",;/".contains(c)));
    let addresses: Vec<&str> = words.filter(|word| word.contains('@')).collect();
    if addresses.len() > 1 && stacked::have_addresses(name, &addresses) {
        return Some(Joined::Plainly);
    }
    Some(match stacked::are_stacked(name)? {
        Stacked::OneFamily => Joined::Plainly,
        Stacked::Others => Joined::ByLine,
    })
}

/// Returns a name as it can stand in a line.
fn shown(name: &str) -> String {
    let lines = name.lines().map(str::trim);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(" / ")
}

/// Tells whether a name says that somebody else comes along who is not named.
fn brings(name: &str) -> bool {
    // Nearly all names are two words of letters, which is quickly seen.
    let odd = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'&' | b'(');
    let gaps = name.bytes().filter(|byte| *byte == b' ').count();
    if gaps < 2 && !name.bytes().any(odd) {
        return false;
    }
    let plain = heading(&name.replace(['+', '&'], " plus ").replace('×', "x"));
    let words: Vec<&str> = plain.split(' ').collect();
    let is_number = |word: &str| {
        !word.is_empty() && word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    (1..words.len()).any(|at| {
        let word = words[at];
        let mut behind = words[at + 1..].iter();
        let times = word.strip_prefix('x').or(word.strip_suffix('x'));
        let next = behind.clone().next();
        // `Omar X2 Aziz` is called so.
        let is_last = |from: usize| from + 1 == words.len();
        let is_counted = times.is_some_and(is_number) && is_last(at)
            || word == "x" && next.is_some_and(|next| is_number(next)) && is_last(at + 1)
            || is_number(word) && next.is_some_and(|next| is_any(next, PEOPLE));
        let whom = behind.find(|word| !is_any(word, WHOSE));
        let is_joined = is_any(word, JOINTS)
            && whom.is_some_and(|whom| is_number(whom) || is_any(whom, BROUGHT));
        is_counted || is_joined
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_somebody_brings_is_counted_or_called_what_they_are() {
        for name in [
            "Jill Hill (+1)",
            "Jill Hill +1",
            "Bill Mill x2",
            "Bill Mill x 2",
            "Bill Mill ×2",
            "Bill Mill (2x)",
            "Jill Hill + guest",
            "Jill Hill & guest",
            "Jill Hill plus one",
            "Jill Hill and her partner",
            "Hill (+1)",
            "Jill Hill (2 people)",
            "Jill Hill mit Begleitung",
            "Jill Hill + enfants",
            "Jill Hill y familia",
            "Jill Hill z osobą towarzyszącą",
            "Jill Hill a ffrind",
        ] {
            assert!(brings(name), "{name}");
        }
        for name in [
            "Jill Hill",
            "Jill Hill and Bill Mill",
            "Jill & Bill Mill",
            "Ortega y Gasset",
            "Jill Hill (she/her)",
            "Guest 2",
            "Ann Lee 3",
            "Malcolm X",
            "Omar X2 Aziz",
            "Omar X 2 Aziz",
            "Jill A Hill",
            "John Smith (2)",
            "María del Carmen Hijo",
        ] {
            assert!(!brings(name), "{name}");
        }
    }
}
