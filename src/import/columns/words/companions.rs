use super::holds;
use crate::import::word_list::{WordList, list};

/// Who comes along with whoever signs up, the longer words before those that begin like them.
const COMPANIONS: WordList = list![
    "additional attendee",
    "additional delegate",
    "additional participant",
    "additional person",
    "additional people",
    "additional member",
    "extra attendee",
    "extra delegate",
    "extra participant",
    "extra person",
    "other attendee",
    "other delegate",
    "other participant",
    "other person",
    "other people",
    "accompanying person",
    "colleagues",
    "colleague",
    "co worker",
    "coworker",
    "workmate",
    "companions",
    "companion",
    "friends",
    "friend",
    "partner",
    "spouse",
    "husband",
    "wife",
    "plus one",
    "plus 1",
    // German
    "weitere person",
    "weitere personen",
    "weiterer teilnehmer",
    "weitere teilnehmer",
    "weitere teilnehmerin",
    "begleitpersonen",
    "begleitperson",
    "begleitung",
    "kollegin",
    "kollegen",
    "kollege",
    "freundin",
    "freund",
    // French
    "personne supplementaire",
    "participant supplementaire",
    "autre participant",
    "autre personne",
    "accompagnateur",
    "accompagnatrice",
    "accompagnante",
    "accompagnants",
    "accompagnant",
    "collegue",
    "conjointe",
    "conjoint",
    "ami",
    "amie",
    // Spanish
    "persona adicional",
    "asistente adicional",
    "participante adicional",
    "otro asistente",
    "otra persona",
    "acompanantes",
    "acompanante",
    "amiga",
    "amigo",
    // Polish
    "osoby towarzyszacej",
    "osoba towarzyszaca",
    "dodatkowa osoba",
    "dodatkowego uczestnika",
    "dodatkowy uczestnik",
    "kolegi",
    "kolega",
    "kolezanki",
    "kolezanka",
    // Welsh
    "cydweithiwr",
    "cydymaith",
    "ffrind",
    "gwestai",
    // Urdu
    "saathi",
    "dost",
    "mehman",
];

/// Words around them that say nothing.
const JOINTS: WordList = list![
    "s",
    "of",
    "the",
    "your",
    "a",
    "any",
    "an",
    "de",
    "l",
    "la",
    "le",
    "du",
    "d",
    "un",
    "une",
    "votre",
    "ton",
    "der",
    "des",
    "die",
    "ihrer",
    "ihres",
    "deiner",
    "deines",
    "eines",
    "einer",
    "del",
    "tu",
    "su",
    "y",
    "eich",
    "ka",
    "ki",
    "optional",
    "attending",
    "bringing",
    "coming",
];

/// Returns what a heading asks of whoever comes along, and nothing else: `name` of `Colleague's name`, a blank of `Companion`.
pub(in crate::import::columns) fn of_companion(heading: &str) -> Option<String> {
    let who = COMPANIONS.iter().find(|who| holds(heading, who))?;
    let at = heading.match_indices(who).map(|(at, _)| at).find(|at| {
        let (before, behind) = (&heading[..*at], &heading[at + who.len()..]);
        (before.is_empty() || before.ends_with(' '))
            && (behind.is_empty() || behind.starts_with(' '))
    })?;
    let words = heading[..at]
        .split_whitespace()
        .chain(heading[at + who.len()..].split_whitespace());
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let says = |word: &&str| !JOINTS.contains(word) && !is_number(word);
    let asked: Vec<&str> = words.filter(says).collect();
    Some(asked.join(" "))
}
