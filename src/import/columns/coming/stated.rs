//! Columns that ask whether somebody comes in the words of an answer: `Participating`, `Will be there`. They may be about a
//! part, an hour or somebody else, so they are read only alone.

use super::super::draft::Draft;
use super::super::heading::question;
use super::super::held::Held;
use super::super::words::{self, days, is_any};
use super::attending::{self, is_hour};
use crate::import::field::Field;

/// Other people than whoever has signed up, as words of a heading, between bars.
const PEOPLE: &str = "partner|partners|spouse|wife|husband|guest|guests|companion|child|children|kid|kids|son|daughter|carer|friend|\
    interpreter|assistant|\
    partnerin|ehepartner|ehemann|ehefrau|begleitung|begleitperson|gast|gaste|kind|kinder|kindes|sohn|tochter|freund|\
    freundin|betreuer|\
    partenaire|conjoint|conjointe|invite|invitee|accompagnant|accompagnante|enfant|enfants|fils|fille|ami|amie|\
    pareja|conyuge|acompanante|invitado|invitada|hijo|hija|hijos|nino|nina|ninos|amigo|amiga|\
    partnerka|malzonek|malzonka|gosc|dziecko|dziecka|dzieci|syn|corka|\
    cymar|priod|gwestai|plentyn|plant|ffrind|gofalwr|saathi|shohar|biwi|mehman|bacha|bache|beta|beti|dost";

/// The same in more words than one, between bars.
const SOMEBODY: &str = "plus one|osoba towarzyszaca|shareek e hayat";

/// What may stand beside these words and means them still, between bars.
const OF_THEM: &str = "name|names|of|the|your|s|full|first|last|surname|email|e|mail|1|2|\
    vorname|nachname|des|der|ihr|ihre|dein|deine|nom|prenom|du|de|l|votre|vos|nombre|del|la|su|tu|\
    imie|nazwisko|i|enw|y|r|eich|naam|ka|ki";

/// Ways to be there without coming, between bars.
const WAYS: &str = "zoom|on zoom|by zoom|via zoom|over zoom|zoom only|teams|on teams|online|on line|online only|virtual|virtually|\
    remote|remotely|webinar|livestream|live stream|stream|by phone|by video|video|attending online|joining online|\
    per zoom|uber zoom|virtuell|digital|per video|per telefon|en ligne|a distance|par zoom|sur zoom|visio|en visio|\
    visioconference|en linea|a distancia|por zoom|por video|zdalnie|przez zoom|na zoomie|ar lein|ar zoom|dros zoom|\
    zoom par|zoom se";

/// Tells whether a column is headed by such a statement and by no question.
pub(super) fn is_one(draft: &Draft<'_>, column: usize) -> bool {
    let known = || words::scores(&draft.headings[column]);
    attending::states(&draft.table.header[column], draft.held)
        && !known().iter().any(|(field, _)| *field == Field::Status)
}

/// Tells whether what stands behind a statement counts something that is no day and no year: who is not there at nine may
/// come at ten.
pub(super) fn counts(behind: &str, held: &Held) -> bool {
    let words: Vec<&str> = behind.split_whitespace().collect();
    let is_day =
        held.is_its_day(behind.trim()) || words.iter().any(|word| days::of(word).is_some());
    // A number at the end is taken off as that of a question.
    let is_cut = matches!(words.last(), Some(&("at" | "a" | "on" | "for")));
    let mut all = words.iter().enumerate();
    is_cut
        || all.any(|(at, word)| {
            let is_at = at > 0 && matches!(words[at - 1], "at" | "a");
            let is_number = word.starts_with(|c: char| c.is_ascii_digit());
            is_hour(word) || is_number && (is_at || !is_day && !Held::names_year(word))
        })
}

/// Tells whether a column holds anything, and not only who has paid: whoever has may say beside it that they do not come.
fn says(draft: &Draft<'_>, column: usize) -> bool {
    let heading = draft.headings.get(column);
    draft.contents[column].filled > 0 && !heading.is_some_and(|text| words::is_of_payment(text))
}

/// Leaves statements out beside anything else that says who comes, and where there are several: of two that say something
/// else each one means less than that.
pub(super) fn leave_out(draft: &Draft<'_>, claims: &mut Vec<(f64, Field, usize)>) {
    let is_filled = |at: usize| says(draft, at);
    let said = claims
        .iter()
        .filter(|(_, field, at)| *field == Field::Status && is_filled(*at));
    let (own, others): (Vec<usize>, Vec<usize>) = said
        .map(|(_, _, at)| *at)
        .partition(|at| is_one(draft, *at));
    let is_said = !others.is_empty() || draft.of(Field::Status).iter().any(|at| is_filled(*at));
    if is_said || own.len() > 1 {
        claims.retain(|(_, field, at)| *field != Field::Status || !own.contains(at));
    }
}

/// Takes statements back of which it shows only now that something else says who comes, or that stand behind somebody else.
pub(in crate::import::columns) fn settle(draft: &mut Draft<'_>) {
    if draft.wished.contains(&Field::Status) {
        return;
    }
    let all = draft.of(Field::Status);
    let filled = all.iter().filter(|at| says(draft, **at));
    let (own, others): (Vec<usize>, Vec<usize>) = filled.partition(|at| is_one(draft, **at));
    let is_open = |at: &usize| others.is_empty() && !is_of_a_neighbour(draft, *at);
    let stays = |at: &&usize| !own.contains(*at) || is_open(at);
    let left = all.iter().filter(stays).copied().collect();
    draft.set(Field::Status, left);
}

/// Tells whether the column before names somebody else, who may be meant, or one beside it a way to be there without coming.
pub(super) fn is_of_a_neighbour(draft: &Draft<'_>, column: usize) -> bool {
    let is_filled = |at: usize| draft.contents.get(at).is_some_and(|own| own.filled > 0);
    let names_people = |at: usize| {
        let is_own = [Field::Name, Field::First, Field::Last, Field::Email];
        let is_own = is_own.iter().any(|field| draft.of(*field).contains(&at));
        is_filled(at) && !is_own && names_somebody(&draft.headings[at])
    };
    let is_way = |at: usize| is_filled(at) && is_any(&question(&draft.headings[at]), WAYS);
    let before = column.checked_sub(1);
    before.is_some_and(|at| names_people(at) || is_way(at)) || is_way(column + 1)
}

/// Tells whether a heading is a word for somebody else, or for what they are called.
fn names_somebody(heading: &str) -> bool {
    let words = question(heading);
    let mut known = words.split(' ');
    is_any(&words, SOMEBODY)
        || words.split(' ').any(|word| is_any(word, PEOPLE))
            && known.all(|word| is_any(word, PEOPLE) || is_any(word, OF_THEM))
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::London;

    use super::super::super::heading::heading;
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [PEOPLE, SOMEBODY, OF_THEM, WAYS] {
            for word in words.split('|') {
                assert_eq!(heading(word), word);
            }
        }
    }

    #[test]
    fn somebody_else_is_told_from_a_kind_of_something() {
        for text in [
            "Partner",
            "Guest's name",
            "Kind",
            "Name des Kindes",
            "Plus one",
            "Partner?",
        ] {
            assert!(names_somebody(&heading(text)), "{text}");
        }
        for text in [
            "Kind of ticket",
            "Guest type",
            "Partner organisation",
            "Name",
            "Friend of Blackburn",
        ] {
            assert!(!names_somebody(&heading(text)), "{text}");
        }
    }

    #[test]
    fn an_hour_behind_a_statement_is_told_from_its_day() {
        let held = Held::in_zone(London);
        for behind in [
            " at 9",
            " at 9am",
            " at 9 30",
            " on saturday at 9",
            " at",
            " 14h",
        ] {
            assert!(counts(behind, &held), "{behind}");
        }
        for behind in ["", " on 13 april", " the conference 2024", " on the day"] {
            assert!(!counts(behind, &held), "{behind}");
        }
    }
}
