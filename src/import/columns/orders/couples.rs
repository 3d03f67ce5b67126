//! Names of more than one person in one cell: `Anna and Tom Smith`, `Cath Hill & Dan Po`.

use super::super::names::both::is_organisation;
use crate::import::columns::is_any;
use crate::import::name;

/// What stands between two people, and in nobody's name.
const JOINTS: &str = "and|und|et|aur|&|+";

/// What does, and between two family names of one person as well: `Ortega y Gasset`.
const DOUBTFUL: &str = "y|i|a|ac";

/// More words are no two names.
const MOST_WORDS: usize = 9;

/// How the people of a cell are told apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joined {
    /// By a word or mark for `and`.
    Plainly,
    /// By a slash, behind which a branch may stand too.
    BySlash,
    /// By the end of a line, behind which may stand what somebody does too.
    ByLine,
}

/// Tells how a cell names more than one person, if it does. `is_half` says that the family name stands elsewhere.
pub(super) fn joined(cell: &str, is_half: bool) -> Option<Joined> {
    // Nearly all names are two words of letters, which is quickly seen.
    let gaps = cell.bytes().filter(|byte| *byte == b' ').count();
    let is_odd = |byte: u8| matches!(byte, b'&' | b'/' | b'+');
    if gaps < 2 && !cell.bytes().any(is_odd) {
        return None;
    }
    let is_other = |c: char| c.is_numeric() || "@\"“”„«»:;=?!".contains(c);
    if cell.contains(is_other) || is_organisation(cell) {
        return None;
    }
    // What stands in brackets or behind a dash is what somebody does.
    let end = ["(", "[", " - ", " – ", " — "];
    let end = end.iter().filter_map(|mark| cell.find(mark)).min();
    let cell = &cell[..end.unwrap_or(cell.len())];
    if let Some((one, other)) = cell.split_once('/') {
        return (!is_half && are_whole([one, other])).then_some(Joined::BySlash);
    }
    let spread = cell.replace('&', " & ").replace('+', " + ");
    let words: Vec<&str> = spread.split_whitespace().collect();
    let at = words.iter().position(|word| is_joint(word))?;
    let (before, behind) = (&words[..at], &words[at + 1..]);
    let is_plain = JOINTS
        .split('|')
        .any(|joint| joint == words[at].to_lowercase());
    let fits = match is_plain || is_half {
        true => are_names(before, behind),
        false => are_names(before, behind) && are_two(before, behind),
    };
    (words.len() <= MOST_WORDS && fits).then_some(Joined::Plainly)
}

fn is_joint(word: &str) -> bool {
    // `I` and `A` are the beginnings of names.
    is_any(word, DOUBTFUL)
        || JOINTS
            .split('|')
            .any(|joint| joint.eq_ignore_ascii_case(word))
}

/// Tells whether a name ends before a joint and one begins behind it.
fn are_names(before: &[&str], behind: &[&str]) -> bool {
    let (Some(last), Some(first)) = (before.last(), behind.first()) else {
        return false;
    };
    // Behind a comma stands a given name, or what somebody does: `Lee, Ann and Bo`, `Ann Lee, Sales and Marketing`.
    let comma = before.iter().position(|word| word.ends_with(','));
    let is_told = |comma: usize| {
        let next = &before[comma + 1..];
        comma == 0 || next.len() > 1 && behind.len() > 1 && next.iter().all(|word| is_capital(word))
    };
    [last, first].into_iter().all(|word| is_capital(word)) && comma.is_none_or(is_told)
}

/// Tells whether what stands between them can hardly be two family names: a single given name, or a whole name, stands
/// before it and a whole one behind it.
fn are_two(before: &[&str], behind: &[&str]) -> bool {
    let is_particle = |word: &&str| name::PARTICLES.contains(&word.to_lowercase());
    behind.len() > 1 && !behind.iter().any(is_particle) && !before.iter().any(is_particle)
}

/// Tells whether both are whole names.
fn are_whole(both: [&str; 2]) -> bool {
    both.iter().all(|one| {
        let words = one.split_whitespace();
        (2..=3).contains(&words.clone().count()) && words.clone().all(is_capital)
    })
}

fn is_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_names_are_joined_by_a_word_a_mark_or_a_slash() {
        for name in [
            "Anna and Tom Smith",
            "Cath Hill & Dan Po",
            "Cath Hill&Dan Po",
            "Cath Hill + Dan Po",
            "Mr and Mrs Smith",
            "Anna and Tom",
            "Ann Lee, Bo Cane and Cy Poe",
            "Lee, Ann and Bo",
            "Anna und Tom Schmidt",
            "Anne et Luc Martin",
            "Ana y Luis García",
            "Ana García y Luis Pérez",
            "Anna i Jan Kowalscy",
            "Siân a Huw Jones",
            "Sana aur Ali Khan",
        ] {
            assert!(joined(name, false) == Some(Joined::Plainly), "{name}");
        }
        for name in ["Hal Ito/Ida Ito", "Cath Hill / Dan Po"] {
            assert!(joined(name, false) == Some(Joined::BySlash), "{name}");
        }
        for name in ["Jo & Kim", "Ana y Luis", "Anna i Jan", "Jo and Kim"] {
            assert!(joined(name, true) == Some(Joined::Plainly), "{name}");
        }
    }

    #[test]
    fn one_name_may_look_like_two() {
        for name in [
            "Anna Smith",
            "José Ortega y Gasset",
            "Ortega y Gasset",
            "Antoni Gaudí i Cornet",
            "Ana Ruiz y de la Torre",
            "Jill A Hill Smith",
            "Karl von und zu Stein",
            "Ann Lee (Chair and Treasurer)",
            "Ann Lee - Trade and Industry",
            "Ann Lee, Sales and Marketing",
            "Ann Lee, Head of Sales & Marketing",
            "Robert \"Rock and Roll\" Smith",
            "Alex Po (he/him)",
            "Jo/Joanna Smith",
            "Ann Lee n/a",
            "Ann Lee / Hackney",
            "Friends and Neighbours Club",
            "Ann Lee & guest",
            "Ann Lee and 2 others",
            "And Lee Poe",
        ] {
            assert!(joined(name, false).is_none(), "{name}");
        }
        assert!(joined("Ana y", true).is_none());
        assert!(joined("Jo/Joanna", true).is_none());
    }
}
