//! A yes that was one, and behind it what became of it: `Yes - cancelled 3/4`, `ja, dann abgesagt`. Only a plain word for
//! having cancelled takes it back, with nothing beside it but when and how that was said.

use super::beside::{COMES, comes_after_all};
use crate::import::columns::{holds_any, is_any, is_weekday, month};

/// What became of a yes that begins an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Since {
    /// Whoever said it has cancelled.
    Cancelled,
    /// They may have: it is said more, or of nobody knows whom.
    Unclear,
}

/// How such an answer may begin besides, between bars.
const YES: &str = "y|yep|yeah|yup|haan|han|ie|booked|angemeldet|zugesagt|inscrit|inscrite|inscrito|inscrita|zapisany|zapisana";

/// What says that somebody has cancelled, between bars.
const OFF: &str = "cancelled|canceled|withdrawn|withdrew|pulled out|dropped out|sent apologies|apologies sent|\
    abgesagt|storniert|abgemeldet|zuruckgezogen|zuruckgetreten|sagt ab|absage|storno|\
    annule|annulee|annulation|desiste|desistee|s est desiste|s est desistee|\
    cancelado|cancelada|anulado|anulada|dado de baja|dada de baja|\
    anulowane|anulowano|anulowany|anulowana|odwolane|odwolano|odwolal|odwolala|zrezygnowal|zrezygnowala|rezygnacja|\
    wycofal sie|wycofala sie|wypisany|wypisana|\
    wedi canslo|wedi i ganslo|wedi ei ganslo|canslwyd|wedi tynnu n ol|\
    mansookh|mansukh|cancel ho gaya|cancel kar diya|cancel kiya";

/// What says that somebody comes no more, between bars: a day behind it is one on which they do not.
const NO_MORE: &str = "no longer coming|no longer attending|no longer going|no longer able to come|no longer able to attend|\
    can no longer come|can no longer attend|can no longer make it|\
    kommt nicht mehr|kommt doch nicht|nicht mehr dabei|doch nicht dabei|nimmt nicht mehr teil|\
    ne vient plus|ne viendra plus|ne participe plus|ne peut plus venir|\
    no viene ya|ya no viene|ya no asiste|ya no asistira|juz nie przyjdzie";

/// What says that somebody does not come, between bars; whether it was said since only with [`NOW`] before it.
const NOT: &str = "can t make it|can t come|can t attend|cannot make it|cannot come|cannot attend|can not make it|\
    can not come|can not attend|unable to make it|unable to come|unable to attend|not able to come|not able to attend|\
    not coming|not attending|kann nicht|kann nicht kommen|kann nicht teilnehmen|kann doch nicht|kommt nicht|\
    ne peut pas venir|ne vient pas|ne viendra pas|no puede venir|no puede asistir|no viene|no vendra|\
    nie moze przyjsc|nie przyjdzie|nie bedzie|ddim yn dod|methu dod|nahi aa rahe|nahi aa raha|nahi aa rahi|\
    nahi aayenge";

/// Words for what is so by now, between bars.
const NOW: &str = "now|jetzt|nun|inzwischen|maintenant|finalement|ahora|teraz|bellach|nawr|ab";

/// Small words that lead to it, between bars.
const LEADS: &str = "but|then|since|has|have|had|been|i|ve|later|subsequently|afterwards|however|sadly|unfortunately|sorry|\
    aber|dann|spater|leider|hat|habe|mais|puis|ensuite|depuis|a|ai|malheureusement|pero|luego|despues|ha|se|\
    lamentablemente|ale|potem|jednak|pozniej|niestety|ond|wedyn|yn anffodus|lekin|magar|phir";

/// Words before it that leave open of whom or of how many it is said, between bars; so does a number.
const OF_WHOM: &str = "he|she|they|we|it|was|is|x2|x3|x4|people|persons|places|tickets|er|sie|wurde|war|il|elle|fue|byl|byla|\
    on|ona";

/// When or how somebody has said so, between bars.
const BESIDE: &str = "sorry|sadly|unfortunately|today|yesterday|by email|by e mail|by mail|by phone|by text|via email|\
    via e mail|via phone|per email|ill|unwell|sick|illness|due to illness|\
    leider|heute|gestern|per mail|per e mail|telefonisch|per telefon|krank|wegen krankheit|\
    malheureusement|par mail|par email|par telephone|malade|por correo|por telefono|por enfermedad|\
    niestety|mailem|telefonicznie|yn anffodus|dros e bost|dros y ffon";

/// What stands before the day on which it was, between bars.
const ON: &str = "on|the|am|vom|le|du|el|dia|dnia|ar";

/// With what begins something else that somebody has cancelled, between bars.
const ANOTHER: &str = "my|our|his|her|their|the|a|an|another|other|some|mein|meine|meinen|unser|unsere|unseren|den|die|das|\
    ein|eine|einen|anderes|andere|mon|ma|mes|notre|nos|le|la|l|les|un|une|autre|mi|mis|nuestro|nuestra|el|los|las|una|\
    otro|otra|moj|moja|moje|nasz|inne|inny|inna|fy|ein|y|yr|apna|apni|mera|meri";

/// What else somebody may have booked, between bars.
const THINGS: &str = "hotel|hotels|room|accommodation|b b|airbnb|hostel|dinner|lunch|breakfast|supper|meal|meals|buffet|drinks|\
    train|coach|bus|minibus|taxi|flight|flights|parking|lift|transport|travel|trip|tour|workshop|holiday|meeting|\
    appointment|plans|creche|childcare|babysitter|consent|photo|photos|newsletter|membership|donation|\
    zimmer|unterkunft|abendessen|mittagessen|essen|zug|flug|fahrt|parkplatz|urlaub|termin|\
    chambre|hebergement|diner|dejeuner|repas|vol|navette|vacances|rendez vous|\
    habitacion|alojamiento|cena|almuerzo|comida|tren|vuelo|autobus|vacaciones|cita|\
    nocleg|pokoj|kolacja|kolacje|obiad|pociag|spotkanie|autokar|urlop|gwesty|llety|cinio|swper|kamra|khana";

/// What somebody has by their sign-up, between bars: who cancels that has cancelled, or may have.
const OWN: &str = "ticket|tickets|place|places|booking|registration|attendance|seat|order|karte|platz|anmeldung|teilnahme|\
    buchung|billet|place|inscription|entrada|plaza|inscripcion|bilet|miejsce|rejestracja|udzial|tocyn|lle";

/// Words of somebody who comes after that, between bars.
const AGAIN: &str = "rebooked|reinstated|reregistered|uncancelled|coming|attending|again|wieder|kommt|revient|vient|reinscrit|\
    reinscrite|viene|vuelve|znowu|przyjdzie|eto|dobara";

/// Returns what became of a yes, as a heading is written; none where no more is said of it, or of something else.
pub(in crate::import) fn since(answer: &str) -> Option<Since> {
    let (first, mut rest) = answer.split_once(' ')?;
    if !is_any(first, COMES) && !is_any(first, YES) {
        return None;
    }
    let (mut is_now, mut is_sure) = (false, true);
    let (behind, is_plain, is_of_coming) = loop {
        if let Some(behind) = behind_any(rest, OFF) {
            break (behind, true, false);
        }
        if let Some(behind) = behind_any(rest, NO_MORE) {
            break (behind, true, true);
        }
        if let Some(behind) = behind_any(rest, NOT) {
            break (behind, false, true);
        }
        let (word, behind) = rest.split_once(' ')?;
        if is_any(word, NOW) {
            is_now = true;
        } else if is_any(word, OF_WHOM) || word.bytes().all(|byte| byte.is_ascii_digit()) {
            is_sure = false;
        } else if !is_any(word, LEADS) {
            return None;
        }
        rest = behind;
    };
    let (left, is_on_a_day) = without_beside(behind);
    if comes_after_all(answer) || holds_any(left, AGAIN) {
        return None;
    }
    // On another day they may come: `now can't make it on 14 April`.
    if is_of_coming && (left.is_empty() && is_on_a_day || is_of_weekdays(left)) {
        return Some(Since::Unclear);
    }
    match left.is_empty() {
        true if is_sure && (is_plain || is_now) => Some(Since::Cancelled),
        true => Some(Since::Unclear),
        false if !is_plain => None,
        false => (!is_of_another(left)).then_some(Since::Unclear),
    }
}

/// Tells whether words name something that somebody may have booked beside their sign-up.
pub(in crate::import) fn is_thing(words: &str) -> bool {
    is_any(words, THINGS)
}

/// Tells whether what was cancelled is something else than a sign-up.
fn is_of_another(words: &str) -> bool {
    let is_owned = || behind_any(words, ANOTHER).is_some() && !holds_any(words, OWN);
    holds_any(words, THINGS) || is_owned()
}

/// Tells whether words are days of the week and nothing else.
fn is_of_weekdays(words: &str) -> bool {
    let is_one = |word| is_weekday(word) || is_any(word, ON) || is_any(word, BESIDE);
    words.split(' ').any(is_weekday) && words.split(' ').all(is_one)
}

/// Returns what is left behind the days and whatever else only says when and how it was, and whether there was any day.
fn without_beside(words: &str) -> (&str, bool) {
    let (mut rest, mut is_on_a_day) = (words, false);
    while !rest.is_empty() {
        if let Some(behind) = behind_any(rest, BESIDE) {
            rest = behind;
        } else if let Some(behind) = behind_day(rest) {
            (rest, is_on_a_day) = (behind, true);
        } else {
            break;
        }
    }
    (rest, is_on_a_day)
}

/// Returns what stands behind a day: `3 4`, `3 4 24`, `2024 04 03`, `on the 3rd of april`. One number is none, and so are
/// `1 of 2` and `1 2`, which may be one of two places.
fn behind_day(whole: &str) -> Option<&str> {
    let mut words = whole;
    while let Some(behind) = behind_any(words, ON) {
        words = behind;
    }
    let is_led = words.len() < whole.len();
    let mut parts = words.split(' ').filter(|word| !is_any(word, "of|de"));
    let number = |word: Option<&str>| {
        let digits = word?.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        digits.parse::<u32>().ok()
    };
    let (first, second) = (parts.next(), parts.next());
    let is_day = |day: Option<u32>| day.is_some_and(|day| (1..=31).contains(&day));
    let is_month = |number: Option<u32>| number.is_some_and(|month| (1..=12).contains(&month));
    let is_year = |number: Option<u32>| {
        number.is_some_and(|year| (1900..2100).contains(&year) || (20..70).contains(&year))
    };
    let named = |word: Option<&str>| word.and_then(month).is_some();
    let (one, two) = (number(first), number(second));
    let said = || words.split(' ');
    let is_counted = said().nth(1).is_some_and(|word| is_any(word, "of|de")) && !named(second);
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_part = matches!(
        (said().next(), said().nth(1)),
        (Some("1"), Some("2" | "3")) | (Some("2"), Some("3"))
    ) && !said().nth(2).is_some_and(is_number);
    if is_counted || is_part && !is_led {
        return None;
    }
    let count = if is_year(one) && is_month(two) && is_day(number(parts.clone().next())) {
        3
    } else if is_day(one) && named(second)
        || named(first) && is_day(two)
        || is_day(one) && is_month(two)
        || is_month(one) && is_day(two)
    {
        2 + usize::from(is_year(number(parts.next())))
    } else {
        return None;
    };
    let mut rest = words;
    let mut left = count;
    while left > 0 {
        let (word, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        left -= usize::from(!is_any(word, "of|de"));
        rest = behind;
    }
    Some(rest)
}

/// Returns what stands behind the longest of these that words begin with.
fn behind_any<'w>(words: &'w str, all: &str) -> Option<&'w str> {
    let behind = all.split('|').filter_map(|start| {
        let behind = words.strip_prefix(start)?;
        (behind.is_empty() || behind.starts_with(' ')).then(|| behind.trim_start())
    });
    behind.min_by_key(|behind| behind.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::columns::heading;
    use crate::import::standing::{Standing, of_cell};

    #[test]
    fn who_has_cancelled_since_they_said_yes_does_not_come() {
        for cell in [
            "Yes - cancelled",
            "Yes - cancelled, refunded",
            "Y - cancelled, see Sue's mail",
            "Yes - cancelled 3/4",
            "Yes (cancelled 3/4/24)",
            "Yes (cancelled on 2024-04-03)",
            "Yes - cancelled on 1/2",
            "Yes - cancelled 1/2/24",
            "Yes - cancelled 01/02",
            "Yes - cancelled 3 of April",
            "yes, cancelled 3rd of April",
            "Yes (now cancelled)",
            "Yes, but has cancelled",
            "Yes - has since cancelled by email",
            "Yes - pulled out",
            "Yes - withdrew, ill",
            "Yes - now can't make it",
            "Yes, no longer coming, sorry",
            "Confirmed - cancelled 3/4",
            "Coming, then cancelled 5 April",
            "Y - dropped out",
            "ja - abgesagt 3.4.",
            "ja, dann abgesagt",
            "Ja, aber leider abgesagt am 3. April",
            "ja - kommt doch nicht",
            "oui mais annul\u{e9}",
            "oui, a annul\u{e9} le 3 avril",
            "oui - s'est d\u{e9}sist\u{e9}e",
            "S\u{ed}, pero ha cancelado",
            "s\u{ed} - cancelado el 3 de abril",
            "tak, ale zrezygnowa\u{142}a",
            "tak - odwo\u{142}ane 3.04.",
            "ydw, ond wedi canslo",
            "haan, lekin cancel kar diya",
        ] {
            assert_eq!(of_cell(cell), Some(Standing::Cancelled), "{cell}");
        }
    }

    #[test]
    fn what_may_be_said_of_somebody_or_something_else_is_not_understood() {
        for cell in [
            "Yes - cancelled?",
            "Yes - cancelled 2",
            "Yes x2, cancelled",
            "Yes 2 - cancelled 3/4",
            "Yes, but she cancelled",
            "Yes - it was cancelled",
            "Yes - cancelled Saturday",
            "Yes, cancelled my ticket",
            "Yes - cancelled, see Sue's mail",
            "Yes, but can't make it",
            "Yes, but now can't make it on 14 April",
            "Yes, now not coming on the 14th of April",
            "Yes - no longer coming 14/4",
            "Yes, now can't make it on Saturday",
            "Yes, but can't make it on Sunday, sorry",
            "ja, kommt nicht mehr am 14. April",
            "oui, ne vient plus le 14 avril",
            "Yes - cancelled 1 of 2",
            "Yes, cancelled 1/2",
            "Yes (2) - cancelled 1/3",
            "Yes - cancelled 1 of 2 places",
            "s\u{ed} - cancelado 1 de 2",
            "Yes - cancelled for the morning",
            "ja, er hat abgesagt",
        ] {
            assert_eq!(of_cell(cell), None, "{cell}");
        }
    }

    #[test]
    fn who_has_cancelled_something_else_comes() {
        for cell in [
            "Yes",
            "Yes, though my train was cancelled",
            "Yes, my holiday is cancelled so I can come",
            "Yes - cancelled my other meeting",
            "Yes, cancelled my hotel",
            "Yes, cancelled hotel",
            "Yes, but cancelled the dinner",
            "Yes - have cancelled lunch",
            "Yes (if not cancelled)",
            "Yes - cancelled 3/4, rebooked 5/4",
            "Yes - cancelled by mistake",
            "Yes, but can't make it before 10",
            "Yes, now can't make it to the dinner",
            "Yes - withdrew consent for photos",
            "Yes, I'll be there, Ann has cancelled",
            "Yes, unless cancelled",
            "ja, Hotel storniert",
            "ja, Zimmer abgesagt",
            "ja, habe meinen Urlaub abgesagt",
            "oui, mon train est annul\u{e9}",
            "oui, j'ai annul\u{e9} mes vacances",
            "oui, annul\u{e9} l'h\u{f4}tel",
            "tak, odwo\u{142}ane spotkanie w pracy, przyjd\u{119}",
        ] {
            assert_ne!(of_cell(cell), Some(Standing::Cancelled), "{cell}");
            assert_eq!(since(&heading(cell)), None, "{cell}");
        }
    }

    #[test]
    fn all_words_are_written_as_headings_are() {
        let lists = [
            YES, OFF, NO_MORE, NOT, NOW, LEADS, OF_WHOM, BESIDE, ON, ANOTHER, THINGS, OWN, AGAIN,
        ];
        for word in lists.into_iter().flat_map(|words| words.split('|')) {
            assert_eq!(heading(word), word);
        }
    }
}
