//! Plain answers: a bare yes, no or maybe, which may be one to anything, and those that can only be one to whether somebody
//! comes.

use super::super::columns::{heading, is_any};
use super::{Standing, leaving};

/// A bare yes, between bars.
const YES: &str = "yes|ja|oui|si|tak|ydw|ydy|ie|bydd|byddaf|haan|han|ji haan|ji han|jee haan";

/// A bare no, between bars.
const NO: &str = "no|nein|non|nie|nac ydw|nac ydy|nage|na|na fydd|na fyddaf|nahi|nahin|ji nahi|ji nahin|jee nahi|jee nahin";

/// What leaves it open, between bars.
const MAYBE: &str = "maybe|may be|perhaps|possibly|not sure|not sure yet|unsure|undecided|don t know|don t know yet|\
    yes maybe|to be confirmed|tbc|tentative|provisional|\
    vielleicht|eventuell|evtl|evt|unsicher|offen|noch offen|unklar|weiss nicht|weiss noch nicht|noch unsicher|\
    peut etre|ne sait pas|ne sait pas encore|je ne sais pas|incertain|pas sur|pas sure|a voir|\
    tal vez|quiza|quizas|a lo mejor|no sabe|no se|no lo se|por confirmar|\
    moze|byc moze|nie wiem|jeszcze nie wiem|nie wie|niepewny|niepewna|\
    efallai|ddim yn siwr|ddim yn gwybod|shayad|pata nahi|pata nahin|maloom nahi";

/// What says that somebody comes and can be said of nothing else, between bars.
const COMING: &str = "coming|attending|going|joining|joining us|is coming|is attending|still coming|definitely coming|\
    will come|will attend|will be there|will be coming|will be attending|will join|can come|can attend|can make it|\
    able to come|able to attend|able to make it|i m coming|i am coming|i m attending|i am attending|i will come|\
    i ll come|i will attend|i ll attend|i will be there|i ll be there|i can come|i can attend|i can make it|\
    i will be coming|i ll be coming|i will be attending|i ll be attending|count me in|\
    zusage|zugesagt|kommt|komme|dabei|bin dabei|ist dabei|nimmt teil|nehme teil|kann kommen|kann teilnehmen|ich komme|\
    ich bin dabei|ich nehme teil|kommt sicher|sagt zu|\
    vient|viendra|viens|je viens|je viendrai|participe|participera|je participe|je participerai|sera present|\
    sera presente|sera present e|sera la|je serai la|je serai present|je serai presente|je serai present e|peut venir|\
    viene|vendra|asiste|asistira|asistire|participa|participara|puede venir|puede asistir|si asistire|voy a ir|\
    voy a asistir|\
    przyjdzie|przyjde|przyjedzie|przyjade|bedzie|bede|bierze udzial|biore udzial|wezmie udzial|wezme udzial|uczestniczy|\
    moze przyjsc|\
    yn dod|yn mynychu|bydd yn dod|byddaf yn dod|byddaf yn mynychu|byddaf yno|bydda i yno|dw i n dod|dwi n dod|rwy n dod|\
    yn gallu dod|gallu dod|aa rahe hain|aa raha hai|aa rahi hai|aayenge|ayenge|aaenge|aayega|aayegi|aaunga|aaungi";

/// As [`COMING`], that somebody does not, where nothing but a list of attendances says so in so few words, between bars.
const AWAY: &str = "not coming|not attending|not going|not joining|can t come|can t attend|can t make it|can t go|cannot come|\
    cannot attend|cannot make it|won t come|won t attend|won t be there|won t be coming|won t make it|will not come|\
    will not attend|will not be there|unable to come|unable to attend|unable to make it|not able to come|\
    not able to attend|isn t coming|is not coming|isn t attending|is not attending|no longer coming|\
    no longer attending|apologies|sent apologies|apologies sent|regrets|send apologies|sends apologies|\
    absage|abgesagt|sagt ab|kommt nicht|komme nicht|nicht dabei|nimmt nicht teil|nehme nicht teil|kann nicht kommen|\
    kann nicht teilnehmen|verhindert|entschuldigt|\
    ne vient pas|ne viendra pas|ne participe pas|ne participera pas|ne sera pas la|ne sera pas present|\
    ne sera pas presente|ne peut pas venir|excuse|excusee|excuse e|absent e|\
    no viene|no vendra|no asiste|no asistira|no asistire|no participa|no participara|no puede venir|no puede asistir|\
    nie przyjdzie|nie przyjde|nie przyjedzie|nie bedzie|nie bede|nie bierze udzialu|nie wezmie udzialu|\
    nie uczestniczy|nie moze przyjsc|\
    ddim yn dod|ddim yn mynychu|ddim yn gallu dod|methu dod|methu mynychu|ymddiheuriadau|\
    nahi aa rahe|nahi aa raha|nahi aa rahi|nahi aayenge|nahi aayega|nahi aayegi|nahi aaunga|nahi aaungi";

/// What stands in a list of who is there and who is not, between bars: as headings of columns such words are of one that is
/// over.
const THERE: &str = "present|presente|present e|anwesend|obecny|obecna|presennol|yn bresennol";
const NOT_THERE: &str = "absent|absente|absent e|abwesend|ausente|nieobecny|nieobecna|absennol";

/// What may stand in such an answer and says no more, between bars.
const BEFORE: &str =
    "sorry|unfortunately|leider|desole|desolee|malheureusement|niestety|afsos|afraid";

/// Longer than this nobody answers so plainly.
const LONGEST: usize = 80;

/// Returns what a bare yes, no or maybe says, as [`heading`] writes it; none of anything else.
pub(in crate::import) fn bare(word: &str) -> Option<Standing> {
    let known = [
        (YES, Standing::Coming),
        (NO, Standing::Cancelled),
        (MAYBE, Standing::Pending),
    ];
    let mut known = known.into_iter();
    known.find_map(|(words, said)| is_any(word, words).then_some(said))
}

/// Returns what words say that can only be an answer to whether somebody comes, as [`heading`] writes them.
pub(in crate::import) fn of_coming(words: &str) -> Option<Standing> {
    let known = [(COMING, Standing::Coming), (AWAY, Standing::Cancelled)];
    let mut known = known.into_iter();
    known.find_map(|(list, said)| is_any(words, list).then_some(said))
}

/// Tells whether a cell says no more than that somebody is on one side of a list of who is there.
pub(in crate::import) fn is_of_a_list(cell: &str) -> bool {
    let words = heading(cell);
    is_any(&words, THERE) || is_any(&words, NOT_THERE)
}

/// As [`of_coming`], of a cell: also behind a yes, a no or a courtesy, and in a whole sentence.
pub(in crate::import) fn said_of_coming(cell: &str) -> Option<Standing> {
    if cell.len() > LONGEST || cell.trim_end().ends_with('?') {
        return None;
    }
    let words = heading(cell);
    let own: Vec<&str> = words
        .split(' ')
        .filter(|word| !is_any(word, BEFORE))
        .collect();
    let words = own.join(" ");
    let there = [(THERE, Standing::Coming), (NOT_THERE, Standing::Cancelled)];
    let mut there = there.into_iter();
    let there = there.find_map(|(list, said)| is_any(&words, list).then_some(said));
    let behind = |start: &str| words.strip_prefix(start)?.strip_prefix(' ');
    let rest = |said: Standing, starts: &str| {
        let mut starts = starts.split('|');
        let says = |start: &str| behind(start).and_then(of_coming) == Some(said);
        starts.any(says).then_some(said)
    };
    let sentence = || {
        // What begins with its no may be one to anything.
        let is_open = NO.split('|').any(|no| behind(no).is_some() || words == no);
        let is_said = || words.contains(' ') && leaving::is_said(cell);
        (!is_open && is_said()).then_some(Standing::Cancelled)
    };
    of_coming(&words)
        .or(there)
        .or_else(|| rest(Standing::Coming, YES))
        .or_else(|| rest(Standing::Cancelled, NO))
        .or_else(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [YES, NO, MAYBE, COMING, AWAY, THERE, NOT_THERE, BEFORE] {
            for word in words.split('|') {
                assert_eq!(heading(word), word);
            }
        }
    }

    #[test]
    fn an_answer_to_whether_somebody_comes_is_told_from_one_to_anything() {
        for cell in [
            "Not coming",
            "Can't come",
            "No, can't make it",
            "Sorry, can't come",
            "I can't make it this time",
            "Absage",
            "Leider verhindert",
            "Kann leider nicht kommen",
            "Absent(e)",
            "Nie przyjdę",
        ] {
            assert_eq!(said_of_coming(cell), Some(Standing::Cancelled), "{cell}");
        }
        for cell in ["Coming", "Yes, I'll be there", "Viendra", "Przyjdzie"] {
            assert_eq!(said_of_coming(cell), Some(Standing::Coming), "{cell}");
        }
        for cell in [
            "Yes",
            "No",
            "No, sorry",
            "Maybe",
            "No thanks",
            "Going vegan",
            "Can't come to dinner",
            "Paid",
            "",
        ] {
            assert_eq!(said_of_coming(cell), None, "{cell}");
        }
    }
}
