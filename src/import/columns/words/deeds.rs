//! What somebody is asked whether they would do: to get our news, or something else with them, as to deliver them.

use super::{holds, holds_any, is_any};

/// How a language asks whether somebody does, can or would do something. Words stand between bars.
struct Asking {
    /// What stands before the verb.
    heads: &'static str,
    /// What may stand between.
    between: &'static str,
    /// How verbs begin with which one gets the news or lets others do what is asked, and what may stand there and is none.
    getting: &'static str,
    /// How each verb ends; any word may be one where there are none.
    endings: &'static [&'static str],
}

const LANGUAGES: [Asking; 5] = [
    // English
    Asking {
        heads: "like to|love to|willing to|happy to|able to|prepared to|want to|wish to|keen to|agree to|consent to|\
            can you|could you|will you|would you|i can",
        between: "also|please|still|now|kindly|ever|both|always|regularly|occasionally|then",
        getting: "receiv|get|gett|hear|see|view|join|subscrib|be|sign|stay|keep|hav|have|opt|learn|know|find|remain|continu|\
            regist|enrol|add|put|includ|let|allow|permit|give|giv|consent|agree|accept|grant|go|appear|featur|follow|like|love|want|\
            prefer|mind|object|care|a|an|the|our|your|my|us|you|this|these|any|all|photo|photos|photography|newsletter|\
            newsletters|updates|emails|news|marketing|being|read|accept|store|use|share|and",
        endings: &[],
    },
    Asking {
        heads: "interested in",
        between: "also",
        getting: "receiv|get|gett|hear|join|subscrib|be|sign|stay|keep|hav|learn|know|find|opt|appear|follow|upcom",
        endings: &["ing"],
    },
    // French
    Asking {
        heads: "souhaitez vous|souhaites tu|voulez vous|veux tu|pouvez vous|peux tu|pourriez vous|pourrais tu|\
            aimeriez vous|aimerais tu|voudriez vous|accepteriez vous|je souhaite|je voudrais|j aimerais|je veux|je peux",
        between: "aussi|egalement|bien|encore|vous|nous|t|m|me|d|de|a",
        getting: "recevoir|etre|rester|abonner|inscrire|avoir|obtenir|figurer|continuer|rejoindre|savoir|entendre|\
            apparaitre|autoriser|accepter|notre|votre|lettre|infolettre|autre",
        endings: &["er", "ir", "re"],
    },
    // Spanish
    Asking {
        heads: "desea|deseas|quiere|quieres|puede|puedes|podria|podrias|gustaria|deseo|quiero|puedo",
        between: "tambien|usted",
        getting: "recib|ser|estar|suscri|inscri|apunt|mante|seguir|tener|saber|figurar|salir|aparec|permit|autoriz",
        endings: &[
            "ar", "er", "ir", "arse", "erse", "irse", "arme", "arte", "irme", "irte",
        ],
    },
    // Polish
    Asking {
        heads: "chcesz|chce|chce pan|chce pani|chcialbys|chcialabys|chcialbym|chcialabym|mozesz|moze pan|moze pani|\
            moglbys|moglabys|moge",
        between: "rowniez|takze|tez|sie|na|do|dla|nam|regularnie",
        getting: "otrzym|dosta|byc|zapisa|dolacz|subskryb|zasubskryb|uzysk|miec|zosta|pozosta|znalezc|wiedziec|wyrazi",
        endings: &["c"],
    },
];

/// Welsh, where any word may be a verb and most begin in two ways.
const WELSH: Asking = Asking {
    heads: "hoffech chi|hoffet ti|allech chi|allwch chi|hoffwn i|hoffwn",
    between: "hefyd|n|yn",
    getting: "dderbyn|derbyn|gael|cael|ymuno|glywed|clywed|fod|bod|danysgrifio|tanysgrifio|aros|gadw|cadw|gofrestru|\
        cofrestru|wybod|ymddangos|i|r|y|yr|ein|eich|gylchlythyr|newyddion|ddiweddariadau|diweddariadau|ebost|ebyst",
    endings: &[],
};

/// How a question begins in German, where the verb stands at its end.
const GERMAN: &str = "konnen sie|kannst du|konnt ihr|konnten sie|konntest du|konntet ihr|wurden sie|wurdest du|\
    mochten sie|mochtest du|mochtet ihr|wollen sie|willst du|wollt ihr|ich mochte|ich will|ich kann|ich wurde gern";

/// Verbs with which one gets the news, and how what ends as a verb does and is none.
const GERMAN_GETTING: &str = "erhalten|bekommen|abonnieren|beziehen|werden|bleiben|haben|empfangen|anmelden|\
    eintragen|kriegen|erfahren|horen|sein|registrieren|stehen|lassen|lesen|erscheinen|erlauben|zustimmen|einwilligen";
const GERMAN_NAMES: [&str; 6] = ["ungen", "ionen", "keiten", "heiten", "themen", "daten"];

/// What stands before a verb that says what the news are about or good for: `and how I can help`.
const WHAT_FOR: &str = "how|what|where|when|so|so that|know that|aware that|understand that|comment|ce que|ou|afin que|\
    pour que|sais que|savoir que|como|lo que|donde|para que|se que|saber que|jak|co|gdzie|wiem ze|swiadomy ze|swiadoma ze|\
    sut|beth";

/// Tells whether somebody is asked to do something else than to get our news, or to let others do something.
pub(super) fn is_a_deed(words: &str) -> bool {
    let asks = |asking: &Asking| {
        let mut heads = asking.heads.split('|');
        heads.any(|head| asks_for_a_deed(words, head, asking))
    };
    let mut german = GERMAN.split('|');
    LANGUAGES.iter().chain([&WELSH]).any(asks)
        || german.any(|head| holds(words, head)) && ends_in_a_deed(words)
            // The verb at the end is then that of what we may do.
            && !holds(words, "durfen wir")
}

fn asks_for_a_deed(words: &str, head: &str, asking: &Asking) -> bool {
    if !holds(words, head) {
        return false;
    }
    let (before, behind) = words.split_once(head).unwrap_or_default();
    // `We would like to take photos` is what we do.
    if holds_any(before, "we|we d|hoffem ni") && !holds_any(before, "you|i") {
        return false;
    }
    if WHAT_FOR.split('|').any(|what| ends_in(before, what)) {
        return false;
    }
    let mut behind = behind.split_whitespace();
    let verb = behind.find(|word| !is_any(word, asking.between));
    let is_verb = |verb: &&str| {
        let ends = || asking.endings.iter().any(|end| verb.ends_with(end));
        asking.endings.is_empty() || ends()
    };
    let gets = |verb: &str| {
        let mut known = asking.getting.split('|');
        known.any(|known| {
            // Short words would begin others: `be` begins `beat`.
            let rest = verb.strip_prefix(known);
            rest.is_some_and(|rest| rest.is_empty() || rest == "ing" || known.len() > 3)
        })
    };
    // Of what is done to me it is others who do it: `Can you send me the newsletter?`
    let to_me = || {
        let next = words.split(' ');
        next.clone().zip(next.skip(1)).any(|(verb, me)| {
            is_any(me, "me|my|mi|moi") && is_any(verb, "send|email|mail|tell|inform|notify|contact")
        })
    };
    verb.filter(is_verb).is_some_and(|verb| !gets(verb)) && !to_me()
}

/// Tells whether the last words before something else are these, with others before them: a question that begins with them
/// asks for something else.
fn ends_in(before: &str, words: &str) -> bool {
    let rest = before.trim_end().strip_suffix(words);
    rest.is_some_and(|rest| rest.ends_with(' '))
}

fn ends_in_a_deed(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    let is_named = || GERMAN_NAMES.iter().any(|end| last.ends_with(end));
    last.ends_with("en") && !is_any(last, GERMAN_GETTING) && !is_named()
}
