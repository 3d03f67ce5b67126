use super::holds;
use crate::import::word_list::{WordList, list};

/// How people are asked whether they may be written to.
const STARTS: WordList = list![
    "can we",
    "may we",
    "can the organisers",
    "may the organisers",
    "can the organizers",
    "may the organizers",
    "we would like to",
    "we d like to",
    "could we",
    "shall we",
    "is it ok if we",
    "is it okay if we",
    "is it ok to",
    "is it okay to",
    "is it ok for us to",
    "is it okay for us to",
    "ok to",
    "okay to",
    "ok for us to",
    "happy for us to",
    "happy to be",
    "are you happy for us to",
    "are you happy to be",
    "are you ok for us to",
    "are you ok to be",
    "are you willing to be",
    "are you ok with us",
    "do you agree to be",
    "do you agree to us",
    "do you agree that we may",
    "do you agree that we can",
    "do you consent to be",
    "do you consent to being",
    "do you consent to us",
    "do you want us to",
    "would you like us to",
    "would you like to be",
    "do you want to be",
    "do we have your permission to",
    "do we have your consent to",
    "i agree to be",
    "i agree to being",
    "i consent to be",
    "i consent to being",
    "i consent to you",
    "i am happy to be",
    "i m happy to be",
    "i am happy for you to",
    "i m happy for you to",
    "i would like to be",
    "i d like to be",
    "i give permission to be",
    "i agree that you may",
    "i agree that you can",
    "you may",
    "you can",
    "please",
    "consent to",
    "permission to",
    "consent to be",
    "permission to be",
    "agree to be",
];

/// What may be done.
const DOES: WordList = list![
    "email you",
    "e mail you",
    "email",
    "e mail",
    "email me",
    "e mail me",
    "emailed",
    "e mailed",
    "emailing",
    "emailing you",
    "contact you",
    "contact me",
    "contact",
    "contacted",
    "contacting",
    "contacting you",
    "write to you",
    "write to me",
    "keep in touch with you",
    "get in touch with you",
    "keep in touch",
    "stay in touch with you",
];

/// What may follow without making it a question about something else.
const FOLLOWS: &[&str] = &[
    "by email",
    "by e mail",
    "via email",
    "via e mail",
    "again",
    "afterwards",
    "in future",
    "in the future",
    "later",
    "after the event",
    "from time to time",
    "please",
    "about events",
    "about our events",
    "about other events",
    "about our other events",
    "about similar events",
    "about future events",
    "about future events and campaigns",
    "about events and campaigns",
    "about our events and campaigns",
    "about campaigns",
    "about our campaigns",
    "about events near you",
    "about our future events",
    "about upcoming events",
    "about our upcoming events",
    "about future conferences",
    "about our future conferences",
    "about future meetings",
    "about our future meetings",
];

/// Under what a question may stand.
const LAWS: [&str; 8] = [
    "gdpr ",
    "data protection ",
    "privacy ",
    "datenschutz ",
    "dsgvo ",
    "rgpd ",
    "rodo ",
    "diogelu data ",
];

/// As [`STARTS`] in other languages.
const START_ELSEWHERE: [&str; 13] = [
    "durfen wir dich",
    "durfen wir sie",
    "durfen wir euch",
    "darf ich dich",
    "darf ich sie",
    "pouvons nous vous",
    "pouvons nous t",
    "peut on vous",
    "podemos",
    "czy mozemy cie",
    "czy mozemy pana",
    "czy mozemy pania",
    "gawn ni eich",
];

/// As [`DOES`].
const DO_ELSEWHERE: WordList = list![
    "informieren",
    "kontaktieren",
    "anschreiben",
    "anmailen",
    "informer",
    "contacter",
    "recontacter",
    "ecrire",
    "informarte",
    "informarle",
    "escribirte",
    "escribirle",
    "contactarte",
    "contactarle",
    "informowac",
    "e bostio",
];

/// As [`FOLLOWS`].
const WAYS: WordList = list![
    "per e mail",
    "per email",
    "per mail",
    "in zukunft",
    "kunftig",
    "auch",
    "par e mail",
    "par email",
    "par mail",
    "par courriel",
    "a l avenir",
    "por correo electronico",
    "por correo",
    "mailowo",
    "w przyszlosci",
];

/// The whole of it in other words.
const WHOLE: WordList = list![
    "contact consent",
    "contact permission",
    "consent contact",
    "email permission",
    "consent to email contact",
    "emailing consent",
    "emails allowed",
    "further contact",
    "future contact",
    "kontaktaufnahme erlaubt",
    "durfen wir dich kontaktieren",
    "durfen wir sie kontaktieren",
    "durfen wir euch kontaktieren",
    "durfen wir dir schreiben",
    "durfen wir ihnen schreiben",
    "durfen wir dich anschreiben",
    "durfen wir sie anschreiben",
    "durfen wir dir mailen",
    "durfen wir ihnen mailen",
    "durfen wir dir e mails schicken",
    "durfen wir ihnen e mails schicken",
    "pouvons nous vous contacter",
    "pouvons nous vous recontacter",
    "pouvons nous vous ecrire",
    "peut on vous contacter",
    "peut on vous recontacter",
    "peut on vous ecrire",
    "acceptez vous d etre contacte",
    "acceptez vous d etre contacte e",
    "acceptez vous d etre contactee",
    "acceptez vous d etre recontacte e",
    "pouvons nous vous envoyer des e mails",
    "podemos contactarte",
    "podemos contactarle",
    "podemos contactar contigo",
    "podemos escribirte",
    "podemos escribirle",
    "podemos enviarte correos",
    "podemos enviarle correos",
    "te podemos contactar",
    "aceptas que te contactemos",
    "czy mozemy sie z toba kontaktowac",
    "czy mozemy sie z toba skontaktowac",
    "czy mozemy do ciebie pisac",
    "zgoda na kontakt",
    "czy mozemy wysylac ci e maile",
    "czy mozemy wysylac ci maile",
    "allwn ni gysylltu a chi",
    "gawn ni gysylltu a chi",
    "gawn ni e bostio chi",
    "gawn ni ebostio chi",
    "kya hum aap ko email kar sakte hain",
    "kya hum aap se rabta kar sakte hain",
];

/// Tells whether a heading asks just whether somebody may be written to, of which one may consent to no more than that.
pub(in crate::import::columns) fn asks_to_write(heading: &str) -> bool {
    // `GDPR: can we contact you?` says under which law it is asked.
    let mut laws = LAWS.iter().filter_map(|law| heading.strip_prefix(law));
    let heading = laws.next().unwrap_or(heading);
    let starts = STARTS
        .iter()
        .filter_map(|start| heading.strip_prefix(start));
    let does = |rest: &str| {
        let rest = rest.strip_prefix(' ').unwrap_or_default();
        let mut done = DOES.iter().filter_map(|does| rest.strip_prefix(does));
        done.any(follows)
    };
    WHOLE.contains(heading) || starts.into_iter().any(does) || asks_elsewhere(heading)
}

/// As in English, where the verb may stand behind the way: `Dürfen wir Sie per E-Mail informieren?`
fn asks_elsewhere(heading: &str) -> bool {
    let starts = START_ELSEWHERE.iter();
    let mut rests = starts.filter_map(|start| heading.strip_prefix(start)?.strip_prefix(' '));
    rests.any(|rest| {
        let mut rest = format!(" {rest} ");
        for way in WAYS {
            rest = rest.replace(&format!(" {way} "), " ");
        }
        DO_ELSEWHERE.contains(rest.trim())
    })
}

fn follows(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix(' ') else {
        return rest.is_empty();
    };
    let mut next = FOLLOWS.iter().filter_map(|word| rest.strip_prefix(word));
    next.any(follows)
}

/// What information may be about that is no news of the movement.
const MATTERS: WordList = list![
    "accommodation",
    "accomodation",
    "hotel",
    "hotels",
    "parking",
    "childcare",
    "creche",
    "transport",
    "coach",
    "coaches",
    "lift",
    "lifts",
    "lift share",
    "travel",
    "directions",
    "workshop",
    "workshops",
    "speaking",
    "study",
    "research",
    "interview",
    "survey",
    "sponsorship",
    "car sharing",
    "car share",
    "carpooling",
    "ride sharing",
    "mitfahrgelegenheiten",
    "mitfahrgelegenheit",
    "fahrgemeinschaften",
    "studie",
    "umfrage",
    "covoiturage",
    "etude",
    "enquete",
    "compartir coche",
    "estudio",
    "encuesta",
    "przejazdy",
    "badaniu",
    "badania",
    "ankiecie",
    "rhannu ceir",
    "arolwg",
    "stall",
    "stalls",
    "dinner",
    "lunch",
    "venue",
    "changes",
    "problem",
    "problems",
    "emergency",
    "unterkunft",
    "anreise",
    "kinderbetreuung",
    "hebergement",
    "logement",
    "alojamiento",
    "nocleg",
    "noclegi",
    "noclegach",
    "before the event",
    "before the meeting",
    "before the conference",
    "programie",
    "zmianach",
    "programme",
    "programm",
    "anderungen",
    "pratiques",
    "changements",
    "cambios",
    "zakwaterowanie",
];

/// What is told when plans change, whatever it is about.
const CHANGES: WordList = list![
    "cancelled",
    "canceled",
    "cancellation",
    "cancellations",
    "postponed",
    "short notice",
    "last minute",
    "abgesagt",
    "absage",
    "annule",
    "annulation",
    "cancelado",
    "cancelacion",
    "odwolane",
];

/// Tells whether somebody would only be told that plans change.
pub(super) fn is_about_a_change(heading: &str) -> bool {
    CHANGES.stands_in(heading)
}

/// Tells whether what somebody would be told is about a matter of the day, like where to sleep.
pub(super) fn is_about_the_day(heading: &str) -> bool {
    // Those who look for helpers write to them, but news about them are news.
    let helping = || holds(heading, "volunteering") && !holds(heading, "news");
    MATTERS.stands_in(heading) || helping()
}
