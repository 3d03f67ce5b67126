//! Headings of parts of a list that say what its people do there: those who speak, those who help.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::columns::heading;
use crate::import::columns::is_any;

/// What many people are called for what they do, as [`heading`] writes it. No word is anybody's whole name.
const ROLES: &str = "speakers|panellists|panelists|presenters|moderators|facilitators|chairs|hosts|volunteers|stewards|helpers|\
    marshals|ushers|staff|crew|team|committee|trustees|board|organisers|organizers|members|guests|attendees|\
    participants|delegates|visitors|observers|supporters|sponsors|exhibitors|stallholders|performers|musicians|artists|\
    trainers|tutors|students|press|media|journalists|interpreters|translators|councillors|vips|\
    referenten|referentinnen|referierende|redner|rednerinnen|vortragende|moderation|helfer|helferinnen|helfende|\
    freiwillige|ehrenamtliche|ordner|ordnerinnen|orga|orgateam|orga team|organisatoren|organisatorinnen|mitglieder|vorstand|\
    ausschuss|komitee|personal|mitarbeiter|mitarbeiterinnen|mitarbeitende|gaste|teilnehmer|teilnehmerinnen|\
    teilnehmende|presse|\
    intervenants|intervenantes|orateurs|oratrices|conferenciers|conferencieres|animateurs|animatrices|benevoles|\
    organisateurs|organisatrices|equipe|comite|personnel|membres|adherents|invites|invitees|participantes|\
    ponentes|oradores|oradoras|conferenciantes|moderadores|moderadoras|voluntarios|voluntarias|ayudantes|\
    organizadores|organizadoras|equipo|miembros|invitados|invitadas|asistentes|prensa|\
    prelegenci|prelegentki|mowcy|moderatorzy|wolontariusze|wolontariuszki|pomocnicy|organizatorzy|organizatorki|zespol|\
    komitet|obsluga|personel|czlonkowie|goscie|uczestnicy|prasa|\
    siaradwyr|gwirfoddolwyr|stiwardiaid|cynorthwywyr|trefnwyr|pwyllgor|aelodau|gwesteion|mynychwyr|gwasg|wasg|y wasg";

/// What may stand beside one of these words.
const BESIDE: &str = "and|our|the|all|other|guest|invited|keynote|main|lead|event|local|conference|organising|organizing|steering|\
    programme|und|unsere|die|alle|weitere|et|nos|autres|y|e|los|las|nuestros|otros|i|nasi|inni|a|ac|ein|eraill";

/// A heading has no more words.
const MOST_WORDS: usize = 4;

/// All of these words: of a list of names each is asked for.
static KNOWN: LazyLock<HashSet<&str, RandomState>> = LazyLock::new(|| ROLES.split('|').collect());

/// Tells whether a text is nothing but such a heading, with or without how many they are: `Volunteers (3)`,
/// `Speakers & guests`.
pub(super) fn is_heading(text: &str) -> bool {
    let may_be =
        |word: &str| !word.is_ascii() || KNOWN.contains(word.to_ascii_lowercase().as_str());
    // Nearly all names end here.
    if !text.split(|c: char| !c.is_alphanumeric()).any(may_be) {
        return false;
    }
    let said = heading(text);
    let said = said.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let beside = |word: &str| is_any(word, BESIDE);
    let words = || said.split(' ');
    // A letter at the beginning is that of a first name.
    KNOWN.contains(said)
        || (2..=MOST_WORDS).contains(&words().count())
            && words().next().is_some_and(|first| first.len() > 1)
            && words().any(|word| KNOWN.contains(word))
            && words().all(|word| KNOWN.contains(word) || beside(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for word in ROLES.split('|').chain(BESIDE.split('|')) {
            assert_eq!(heading(word), word);
        }
    }

    #[test]
    fn headings_of_those_who_do_something_are_told_from_names() {
        for text in [
            "Speakers",
            "VOLUNTEERS",
            "Volunteers:",
            "Stewards (3)",
            "Speakers & guests",
            "Our volunteers",
            "Guest speakers",
            "Komitee",
            "Gäste",
            "Helfer und Ordner",
            "Bénévoles",
            "Équipe",
            "Prensa",
            "Członkowie",
            "Y Wasg",
        ] {
            assert!(is_heading(text), "{text}");
        }
        for text in [
            "",
            "Ada Byron",
            "Guest",
            "Ada Guest",
            "Bill Press",
            "Ian Hosts",
            "Steward Lee",
            "The",
            "Tim Press",
            "Les Press",
            "E. Press",
        ] {
            assert!(!is_heading(text), "{text}");
        }
    }
}
