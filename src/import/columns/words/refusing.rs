//! What is asked beside a consent, or against it: a yes to that gives none.

use super::asking::{is_open, without_choice};
use super::holds;
use super::turning::turns_round;
use crate::import::columns::heading::heading;

/// Words with which a sentence asks for the opposite, so that a yes to it is a no.
pub(super) const AGAINST: &[&str] = &[
    "not",
    "don t",
    "dont",
    "never",
    "no",
    "opt out",
    "opting out",
    "opted out",
    "unsubscribe",
    "unsubscribed",
    "object",
    "objection",
    "refuse",
    "decline",
    "stop",
    "without",
    "avoid",
    "exclude",
    "remove",
    "rather not",
    "withdraw",
    "withhold",
    "off",
    "out of",
    "excluded",
    "removed",
    "didn t",
    "didnt",
    "cannot",
    "can t",
    "cant",
    "blur",
    "mind",
    "problem",
    "problems",
    "concern",
    "concerns",
    "reason",
    "reasons",
    "ex",
    "nicht",
    "kein",
    "keine",
    "keinen",
    "keiner",
    "ohne",
    "abmelden",
    "abbestellen",
    "widerspreche",
    "widersprechen",
    "ne",
    "n",
    "pas",
    "aucun",
    "aucune",
    "sans",
    "desinscrire",
    "desinscription",
    "desabonnement",
    "desabonner",
    "sin",
    "ningun",
    "ninguna",
    "tampoco",
    "baja",
    "nie",
    "bez",
    "zadnych",
    "rezygnuje",
    "sprzeciw",
    "ddim",
    "peidio",
    "peidiwch",
    "dim",
    "nahi",
    "nahin",
    "mat",
    "bina",
    "non voglio",
    "non desidero",
];

/// Words with which a sentence asks what has been, not what somebody wants.
const PAST: &[&str] = &[
    "did",
    "have you",
    "had you",
    "were you",
    "are you already",
    "already",
    "currently",
    "do you read",
    "read our",
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
    "take photos",
    "take pictures",
    "taking photos",
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
const TO_US: &[&str] = &[
    "partner",
    "partners",
    "sponsor",
    "sponsors",
    "third party",
    "third parties",
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

/// How a heading ends that says what has been done.
const DONE: &[&str] = &["sent", "received", "opened", "clicked", "bounced"];

/// Words with which the answer is turned round once more.
const UNTICKED: &[&str] = &["untick", "unticked", "uncheck", "leave blank"];

/// Tells whether a heading that holds the words of a consent asks for no more of it, so that a yes below it takes it
/// back: `I do not want your newsletter`.
pub(in crate::import::columns) fn asks_against(text: &str) -> bool {
    let words = without_choice(&heading(text));
    let any = |list: &[&str]| list.iter().any(|one| holds(&words, one));
    let is_turned = any(AGAINST) || turns_round(&words) && !any(UNTICKED);
    is_turned && !any(PAST) && !any(TO_US) && !is_open(&words)
}

/// Tells whether a sentence asks for the opposite, what has been, or what somebody does for others.
pub(super) fn is_another_matter(words: &str) -> bool {
    let any = |list: &[&str]| list.iter().any(|one| holds(words, one));
    let done = || {
        let last = words.rsplit(' ').next().unwrap_or_default();
        DONE.contains(&last) && !holds(words, "be sent")
    };
    any(AGAINST) || any(PAST) || any(TO_US) || done()
}
