//! What is asked beside a consent, or against it: a yes to that gives none.

use super::against::{is_against, is_twice_against};
use super::asking::{is_open, without_choice};
use super::deeds::is_a_deed;
use super::facts::is_a_fact;
use super::notices::is_a_notice;
use super::photographing::takes_themselves;
use super::promises::without_promises;
use super::turning::turns_round;
use super::{holds_any, is_any};
use crate::import::columns::heading::heading;
use crate::import::word_list::{WordList, list};

/// Words with which a sentence asks what has been, not what somebody wants.
const PAST: WordList = list![
    "did",
    "have you",
    "had you",
    "were you",
    "are you already",
    "already",
    "currently",
    "do you read",
    "read our",
    "read the updates",
    "read the newsletter",
    "read the bulletin",
    "updates useful",
    "updates helpful",
    "are you a newsletter subscriber",
    "are you a subscriber",
    "subscribe to any",
    "any magazine",
    "any newsletter",
    "do you subscribe",
    "do you receive",
    "do you get",
    "editor",
    "like to deliver",
    "help deliver",
    "delivering",
    "deliver leaflets",
    "photography workshop",
    "photo workshop",
    "competition",
    "contest",
    "photography course",
    "photo course",
    "copy of the photos",
    "copies of the photos",
    "dietary",
    "diet",
    "access needs",
    "lesen sie",
    "liest du",
    "kennen sie",
    "erhalten sie",
    "bekommen sie",
    "lisez vous",
    "recevez vous",
    "lis tu",
    "recibio",
    "recibe",
    "recibes",
    "lee usted",
    "lees",
    "czy czytasz",
    "czy czyta",
    "czytasz",
    "otrzymujesz",
    "work in",
    "haben sie",
    "hast du",
    "bereits",
    "avez vous",
    "as tu",
    "deja",
    "ha recibido",
    "ya recibe",
    "czy juz",
    "written",
    "writing",
    "bring",
    "help with",
    "photo id",
    "photo uploaded",
    "upload",
    "photographer",
    "group photo",
    "profile photo",
    "profile picture",
    "distribute",
    "volunteer",
    "any updates",
    "updates to your",
    "updates since",
    "whatsapp",
    "whats app",
    "telegram",
];

/// Words with which a sentence asks somebody to tell us, or is about what others do and may do.
const TO_US: WordList = list![
    "child",
    "children",
    "your child s",
    "kids",
    "kind",
    "kinder",
    "enfant",
    "enfants",
    "hijos",
    "dziecka",
    "dzieci",
    "plant",
    "write for",
    "send us",
    "email us",
    "write to us",
    "contact us",
    "inform us",
    "notify us",
    "update us",
    "would your",
    "does your",
    "do your",
    "will your",
    "your members",
    "your group",
    "your organisation",
    "your organization",
    "konnen sie uns",
    "konnten sie uns",
    "wurden sie uns",
    "kannst du uns",
    "konntest du uns",
    "wurdest du uns",
    "pouvez vous nous",
    "pourriez vous nous",
    "peux tu nous",
    "pourrais tu nous",
    "enviarnos",
    "informarnos",
    "contactarnos",
    "mozesz nam",
    "przeslac nam",
    "wyslac nam",
    "moze pan nam",
    "moze pani nam",
];

/// Others who would write, each between bars.
const OTHERS: &str = "partner|partners|sponsor|sponsors|third party|third parties|exhibitor|exhibitors|advertisers|\
    researcher|researchers|journalist|journalists|recruiters|employers|vendors|suppliers|sponsoren|partnern|aussteller|\
    ausstellern|partnerorganisationen|partenaire|partenaires|exposants|commanditaires|mecenes|patrocinador|\
    patrocinadores|socios comerciales|expositores|colaboradores|partnerow|partnerzy|sponsorow|sponsorzy|wystawcow|\
    noddwyr|noddwr|partneriaid|arddangoswyr";

/// Words by which they would write besides us.
const BESIDES_US: &str = "us and|us or|us as well|organisers and|organizers and|uns und|uns oder|nous et|nous ou|\
    nosotros y|nosotros o|nas i|nas oraz|ni a|hum aur";

/// Those who belong to whoever writes, and write with them.
const THEIR_OWN: [&str; 4] = [
    "and its partners",
    "and our partners",
    "and their partners",
    "und unsere partner",
];

/// Whoever is not us, who would write.
const STRANGERS: &str = "student|students|pupils|attendees|participants|delegates|speakers|people|companies|businesses|\
    charities|reporters|academics|universities|scientists|trainees|studierende|studenten|firmen|unternehmen|etudiants|\
    entreprises|estudiantes|empresas|studenci|firmy|myfyrwyr|cwmniau";

/// How it is asked whether they may, and what they would do.
const MAY: &str = "can|may|could|durfen|konnen|peuvent|pueden|moga|gall|all";
const WRITE: &str = "email|contact|write|message|approach|mail|kontaktieren|anschreiben|mailen|schreiben|contacter|\
    ecrire|contactar|contactarte|contactarle|escribir|escribirte|kontaktowac|pisac|gysylltu|bostio";

/// Words with which the answer is turned round once more.
const UNTICKED: WordList = list!["untick", "unticked", "uncheck", "leave blank"];

/// Tells whether a heading that holds the words of a consent asks for no more of it, so that a yes below it takes it
/// back: `I do not want your newsletter`.
pub(in crate::import::columns) fn asks_against(text: &str) -> bool {
    let words = without_choice(&heading(&without_promises(text)));
    let any = |list: WordList| list.stands_in(&words);
    let is_turned = is_against(&words) || turns_round(&words) && !any(UNTICKED);
    is_turned
        && !is_twice_against(&words)
        && !any(PAST)
        && !takes_themselves(&words)
        && !any(TO_US)
        && !is_of_others(&words)
        && !is_open(&words)
}

fn is_of_others(words: &str) -> bool {
    let mut others = words.to_string();
    // The sponsors and their partners are others still.
    for own in THEIR_OWN {
        others = others.replace(own, "");
    }
    let strangers = || {
        // `Can students email you`: they stand right behind the verb, but for what they are.
        let mut said = words
            .split(' ')
            .skip_while(|word| !is_any(word, MAY))
            .skip(1);
        said.by_ref().take(3).any(|word| is_any(word, STRANGERS))
            && said.any(|word| is_any(word, WRITE))
    };
    (holds_any(&others, OTHERS) || strangers()) && !holds_any(words, BESIDES_US)
}

/// Tells whether a sentence asks for the opposite, what has been, or what somebody does for others.
pub(super) fn is_another_matter(words: &str) -> bool {
    let any = |list: WordList| list.stands_in(words);
    is_against(words)
        || any(PAST)
        || takes_themselves(words)
        || any(TO_US)
        || is_of_others(words)
        || is_a_deed(words)
        || is_a_fact(words)
        || is_a_notice(words)
}
