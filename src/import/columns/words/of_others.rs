//! Whether a question about food or access is about others than who answers it. A word for many people alone does not say
//! so: it may say who is to answer, who is told, or beside whom somebody sits.

use super::{best, holds_any, is_any};
use crate::import::columns::heading::heading;
use crate::import::field::Field;

/// Those who come along, or others than who answers, between bars.
const OTHERS: &str = "your party|your whole party|your team|your staff|your crew|your class|of others|for others|anyone else|\
    anybody else|someone else|accompanying|plus 1|mitreisende|mitreisenden|der anderen|begleitende|begleitenden|\
    votre table|votre equipe|les autres|des autres|accompagnants|accompagnantes|accompagne|su mesa|tu mesa|tu equipo|\
    su equipo|los demas|acompanantes|acompana|pozostalych|innych osob|towarzyszacych|eich bwrdd|eich tim|pobl eraill";

/// Those of whom who answers may be one, between bars.
const SEVERAL: &str = "party|group|groups|table|delegation|delegates|attendees|participants|members|volunteers|students|pupils|\
    kids|family|household|couple|everyone|everybody|each person|all people|gruppe|tisches|tisch|delegierten|delegierte|\
    mitglieder|teilnehmenden|familie|schuler|mannschaft|groupe|tablee|delegues|membres|famille|eleves|grupo|delegados|\
    delegacion|participantes|asistentes|miembros|familia|alumnos|grupy|stolika|stolu|delegatow|delegacji|uczestnikow|\
    czlonkow|rodziny|zespolu|uczniow|grwp|cynrychiolwyr|mynychwyr|aelodau|teulu|pawb|disgyblion";

/// What belongs to one thing, as in `Group allergies`, between bars.
const ONE_THING: &str = "party|group|table|delegation|family|household|couple";

/// What says whose needs are asked for, before those whose they are, between bars. In Polish and Welsh nothing need to.
const WHOSE: &str = "of|for|der|des|aller|deiner|ihrer|eurer|unserer|fur|de|du|d|des|pour|del|para|dla|y|yr|ar gyfer|o";

/// What may stand between, between bars.
const BETWEEN: &str = "your|the|all|any|each|other|others|whole|entire|both|rest of|members of|people in|people at|people on|everyone in|everyone at|anyone in|\
    die|alle|deine|ihre|eure|ganze|ganzen|votre|vos|ta|tes|la|le|les|l|tous|toute|tu|tus|su|sus|los|las|el|todo|todos|\
    toda|resto de|calej|calego|twojej|panstwa|wszystkich|eich|dy|y|yr|holl|pob";

/// What is said of somebody else's needs without such a word, between bars.
const HAVING: &str = "in your|do your|does your|has your|have your|do any of your";

/// The same, only right behind what is asked for: one may take part in a group.
const WITHIN: &str = "dans votre|dans ta|parmi vos|en su|en tu|en vuestro|en vuestra|entre sus|entre tus|in deiner|in ihrer|\
    in eurer|w twojej|w panstwa|wsrod twoich|yn eich|yn dy|among your|amongst your|within your";

/// What says behind those people that they have it.
const THEY_HAVE: &str = "have|has|haben|hat|ont|tienen|tiene|maja|ma";

/// Words that go on behind those people and leave it theirs, between bars: an allergy for the group dinner is one's own.
const GOES_ON: &str = "s|members|in|of|who|that|which|you|we|coming|attending|at|on|and|or|is|are|if|please|have|has|with|need|needs|\
    including|die|und|oder|falls|qui|et|ou|que|y|o|si|ktorzy|i|lub|jesli|sy|a|neu|os";

/// What says that who answers is one of them, between bars.
const AND_YOU: &str = "you and|you or|yourself and|du und|dir und|dich und|sie und|ihnen und|vous et|toi et|tu y|ti y|usted y|\
    ty i|ciebie i|pan i|pana i|pani i|chi a|ti a";

/// What stands before those who only hear of it or are near, between bars.
const TOLD: &str =
    "tell|telling|inform|with|near|beside|to|let|mit|neben|avec|con|z|ze|gyda|protect|affect";

/// Words for whoever comes second, between bars.
const SECOND: &str = "second|2nd|third|3rd|fourth|4th|zweite|zweiten|zweiter|zweites|dritte|dritten|dritter|drittes|deuxieme|\
    troisieme|segundo|segunda|tercero|tercera|drugi|drugiej|drugiego|druga|trzeci|trzeciej|trzeciego|trzecia|ail|\
    trydydd";

/// What may come second and is nobody, between bars.
const NOBODY: &str = "day|night|morning|evening|meal|lunch|dinner|breakfast|course|half|session|tag|abend|jour|soir|repas|dia|\
    noche|comida|dzien|dnia|posilek|posilku|diwrnod|dydd|pryd|part|choice|option|allergy";

/// Words for what the event should do or serve, between bars.
const ADVISING: &str = "recommend|recommends|recommendation|recommendations|suggest|suggestion|suggestions|advice|tips|\
    us to offer|us to serve|us to provide|should we offer|should we serve|we should offer|we should serve|\
    empfehlung|empfehlungen|vorschlag|vorschlage|anregungen|sollen wir anbieten|wir anbieten sollen|wir anbieten sollten|\
    recommandation|recommandations|recommandez|recommander|suggerez|proposions|servions|recomendacion|\
    recomendaciones|recomienda|recomiendas|recomendar|sugerencia|sugerencias|ofrezcamos|ofrecieramos|rekomendacje|\
    rekomendujesz|sugestie|propozycje|oferowali|zaoferowali|podawali|argymhelliad|argymhellion|awgrym|awgrymiadau|\
    i ni gynnig|i ni ddarparu";

/// What says that those people belong to who answers, between bars.
const YOURS: &str =
    "your|deiner|deine|ihrer|ihre|eurer|eure|votre|vos|ta|tes|tu|tus|su|sus|twojej|panstwa|eich|dy";

/// Tells whether a question about food or access is about several people, about a second one, or about what the event
/// should do: `Dietary requirements for your party`, `Any dietary recommendations?` What stands in brackets mostly says who
/// is to answer, or why. Takes the text of the heading as it was typed.
pub(in crate::import::columns) fn is_of_others(text: &str) -> bool {
    let (asked, aside) = apart(text);
    // Where one's own needs are asked for too, none of them may be lost.
    if holds_any(&asked, AND_YOU) || holds_any(&aside, AND_YOU) {
        return false;
    }
    let has =
        has_them(&asked) || is_their(&asked, text) || is_of_members(text) || is_of_yours(&aside);
    has || [&asked, &aside]
        .into_iter()
        .any(|words| names_others(words) || names_second(words))
        || is_of_advice(text)
}

/// Tells whether it is asked what should be served, and not only, behind the question, how to say what one eats.
fn is_of_advice(text: &str) -> bool {
    for sentence in text.split(['?', '.', '!', ':', ';', '(']) {
        let words = heading(sentence);
        if holds_any(&words, ADVISING) {
            return true;
        }
        if asks(&words) {
            return false;
        }
    }
    false
}

/// Returns what a heading says outside brackets, and what it says within.
fn apart(text: &str) -> (String, String) {
    let (mut asked, mut aside, mut deep) = (String::new(), String::new(), 0_usize);
    for c in text.chars() {
        match c {
            '(' | '[' => deep += 1,
            ')' | ']' => deep = deep.saturating_sub(1),
            _ if deep > 0 => aside.push(c),
            _ => asked.push(c),
        }
        if "()[]".contains(c) {
            asked.push(' ');
            aside.push(' ');
        }
    }
    (heading(&asked), heading(&aside))
}

/// Returns what stands before and behind each of some words, between bars.
fn around<'w>(words: &'w str, all: &'static str) -> impl Iterator<Item = (&'w str, &'w str)> {
    all.split('|').flat_map(move |one| {
        words.match_indices(one).filter_map(move |(at, _)| {
            let (before, behind) = (&words[..at], &words[at + one.len()..]);
            let is_whole = (before.is_empty() || before.ends_with(' '))
                && (behind.is_empty() || behind.starts_with(' '));
            is_whole.then(|| (before.trim_end(), behind.trim_start()))
        })
    })
}

/// Takes one of some words, between bars, off the end.
fn without<'w>(words: &'w str, all: &str) -> Option<&'w str> {
    all.split('|').find_map(|one| {
        let rest = words.strip_suffix(one)?;
        (rest.is_empty() || rest.ends_with(' ')).then(|| rest.trim_end())
    })
}

fn goes_on(behind: &str) -> bool {
    behind.is_empty()
        || behind
            .split(' ')
            .next()
            .is_some_and(|word| is_any(word, GOES_ON))
}

/// Tells whether words ask for what somebody eats or needs.
fn asks(words: &str) -> bool {
    best(words).is_some_and(|(field, _)| matches!(field, Field::Diet | Field::Access))
}

/// Tells whether needs are asked for that others have: `Allergies of your group`, `Has anyone in your group allergies?`
fn has_them(asked: &str) -> bool {
    around(asked, SEVERAL).any(|(before, behind)| {
        if !goes_on(behind) {
            return false;
        }
        if without(before, HAVING).is_some() {
            return true;
        }
        let is_diet = |asked: &str| best(asked).is_some_and(|(field, _)| field == Field::Diet);
        if without(before, WITHIN).is_some_and(is_diet) {
            return true;
        }
        // `Allergies your delegates have` are not one's own, and `allergies delegates have` may be.
        let next = behind.split(' ').next().unwrap_or_default();
        if is_any(next, THEY_HAVE) && without(before, YOURS).is_some_and(is_diet) {
            return true;
        }
        let (mut rest, mut is_said) = (before, false);
        loop {
            if let Some(shorter) = without(rest, WHOSE) {
                (rest, is_said) = (shorter, true);
            } else if let Some(shorter) = without(rest, BETWEEN) {
                rest = shorter;
            } else {
                break;
            }
        }
        // `Allergies everyone please answer` has none.
        (is_said || is_by_case(&asked[before.len()..])) && asks(rest)
    })
}

/// Tells whether words begin with one that says by itself whose something is.
fn is_by_case(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    is_any(
        first,
        "grupy|stolika|stolu|delegatow|delegacji|uczestnikow|czlonkow|rodziny|zespolu|uczniow|grwp|cynrychiolwyr|\
         mynychwyr|aelodau|teulu|pawb|disgyblion",
    )
}

/// Tells whether a question begins with whose needs it asks for: `Group allergies`, `Delegates' diets`.
fn is_their(asked: &str, text: &str) -> bool {
    let text = text.to_lowercase().replace('’', "'");
    let first = text.split(':').next().map(heading);
    around(asked, SEVERAL).any(|(before, behind)| {
        let people = asked[before.len()..].trim_start();
        let people = people[..people.len() - behind.len()].trim_end();
        let begins = before.is_empty() || before.split(' ').all(|word| is_any(word, BETWEEN));
        let behind = behind.strip_prefix("s ").unwrap_or(behind);
        // `Everyone: any allergies?` is for everyone to answer.
        let is_called = first
            .as_deref()
            .is_some_and(|first| first.ends_with(people) && first != asked);
        begins
            && !is_called
            && (is_any(people, ONE_THING) || text.contains(&format!("{people}'")))
            && asks(behind)
    })
}

/// Tells whether a heading says behind its colon only whose needs it asks for: `Allergies: group members`. Who belongs to no
/// group there, as `Allergies: participants`, may be who is to answer.
fn is_of_members(text: &str) -> bool {
    let Some((asked, of)) = text.split_once(':') else {
        return false;
    };
    let of = heading(of);
    let mut groups = ONE_THING.split('|');
    groups.any(|group| without(&of, "members").and_then(|rest| without(rest, group)) == Some(""))
        && asks(&heading(asked))
}

/// Tells whether brackets say nothing but whose needs are meant: `(for your group)`. `(all participants)` are to answer.
fn is_of_yours(aside: &str) -> bool {
    around(aside, SEVERAL).any(|(before, behind)| {
        let mut rest = before;
        while let Some(shorter) = without(rest, BETWEEN).or_else(|| without(rest, WHOSE)) {
            rest = shorter;
        }
        behind.is_empty() && rest.is_empty() && holds_any(before, YOURS)
    })
}

/// Tells whether others are named who are not only told, or near.
fn names_others(words: &str) -> bool {
    around(words, OTHERS).any(|(before, _)| without(before, TOLD).is_none())
}

/// Tells whether a second one is named who may be somebody.
fn names_second(words: &str) -> bool {
    around(words, SECOND).any(|(_, behind)| {
        let next = behind.split(' ').next().unwrap_or_default();
        !is_any(next, NOBODY)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for list in [
            OTHERS, SEVERAL, WITHIN, THEY_HAVE, YOURS, ONE_THING, WHOSE, BETWEEN, HAVING, GOES_ON,
            TOLD, SECOND, NOBODY, ADVISING, AND_YOU,
        ] {
            for words in list.split('|') {
                assert_eq!(heading(words), words);
            }
        }
    }

    #[test]
    fn a_word_for_many_people_makes_needs_those_of_others_only_where_they_have_them() {
        for text in [
            "Dietary requirements of your delegates",
            "Dietary requirements for all the members of your group",
            "Dietary requirements (for your group)",
            "Allergies of the rest of the group",
            "Does anyone in your family have allergies?",
            "Do your students have dietary requirements?",
            "Group dietary requirements",
            "Delegates' dietary requirements",
            "Everyone's allergies",
            "Allergien aller Teilnehmenden",
            "Ernährungswünsche der Gruppe",
            "Allergies de tous les participants",
            "Allergies pour votre équipe",
            "Alergias de su familia",
            "Wymagania dietetyczne grupy",
            "Gofynion dietegol y teulu",
            "Access requirements of your party",
            "Allergies of household members",
            "Allergies (of the people at your table)",
            "Do you have any dietary recommendations?",
            "Allergies: group members",
            "Allergies your delegates have",
            "Allergies dans votre groupe",
            "Alergias en su grupo",
            "Allergien in Ihrer Gruppe",
            "Allergies among your delegates",
        ] {
            assert!(is_of_others(text), "{text}");
        }
        for text in [
            "Any food allergies? (everyone must answer)",
            "Allergies: participants",
            "Allergies: group members please answer",
            "Allergies delegates have to tell us",
            "Allergies (vous mangerez dans votre groupe)",
            "¿Qué necesita para participar en su grupo?",
            "Allergies your group should know of",
            "Everyone: any food allergies?",
            "Everyone, any allergies you're aware of?",
            "Allergies - everyone please answer",
            "Allergies (all participants please answer)",
            "Food allergies (delegates staying for lunch)",
            "Food allergies (for all delegates)",
            "Allergies we should tell our volunteers about",
            "Allergies we should tell your team about",
            "Allergies (you will share a table)",
            "Allergies (your table host will see this)",
            "Allergies for the group dinner",
            "Allergies of you and your family",
            "Allergien (alle Teilnehmenden)",
            "Anything you need to take part fully with other participants?",
            "Anything you need to be part of the group?",
            "Dietary requirements for the second day",
            "Allergies (we recommend that you tell us)",
            "Any allergies? Please suggest what you could eat instead",
            "Allergies (second choice)",
            "Allergies of you and your household members",
            "Alergie (wszyscy uczestnicy)",
            "Allergies (à remplir par tous les membres)",
            "Alergias (todos los participantes)",
            "Alergeddau (pawb i ateb)",
        ] {
            assert!(!is_of_others(text), "{text}");
        }
    }
}
