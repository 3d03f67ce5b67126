//! Words of answers to questions for consent, as [`heading`](super::super::columns::heading) spells them.

use crate::import::word_list::{WordList, list};

pub(super) const YES: WordList = list![
    "yes",
    "y",
    "true",
    "1",
    "ja",
    "oui",
    "si",
    "tak",
    "ie",
    "ydw",
    "haan",
    "han",
    "ji",
    "ji haan",
    "on",
    "checked",
    "ticked",
    "ok",
    "okay",
    "agree",
    "agreed",
    "i agree",
    "i consent",
    "consent",
    "opt in",
    "opted in",
    "subscribed",
    "yeah",
    "yep",
    "sure",
    "1 checked out of 1",
    "vrai",
    "verdadero",
    "wahr",
    "prawda",
    "j",
    "t",
    "x",
    "yes please",
    "please do",
    "hoffwn",
    "hoffwn i",
    "hoffwn os gwelwch yn dda",
    "carwn",
];

pub(super) const NO: WordList = list![
    "no",
    "n",
    "false",
    "0",
    "nein",
    "non",
    "nie",
    "na",
    "nage",
    "nac ydw",
    "nahi",
    "nahin",
    "ji nahi",
    "off",
    "unchecked",
    "not checked",
    "not ticked",
    "unticked",
    "disagree",
    "opt out",
    "opted out",
    "unsubscribed",
    "never",
    "nope",
    "none",
    "faux",
    "falso",
    "falsch",
    "f",
    "not",
    "no thanks",
    "no thank you",
    "na hoffwn",
    "na hoffwn i",
    "ddim diolch",
    "dim diolch",
];

/// How the sentence begins with which a box is ticked.
pub(super) const AGREES: WordList = list![
    "i agree to",
    "i consent to",
    "i would like",
    "i d like",
    "i would love",
    "i d love",
    "i want to receive",
    "i want to hear",
    "i wish to receive",
    "i am happy to",
    "i m happy to",
    "i am happy for you to",
    "i m happy for you to",
    "please add me",
    "please keep me",
    "please send me",
    "add me to",
    "keep me informed",
    "keep me updated",
    "keep me posted",
    "sign me up",
    "subscribe me",
    "ich stimme",
    "ich willige",
    "ich mochte",
    "j accepte",
    "je souhaite",
    "je consens",
    "je veux",
    "acepto",
    "quiero recibir",
    "deseo recibir",
    "wyrazam zgode",
    "zgadzam sie",
    "chce otrzymywac",
    "rwy n cytuno",
];

/// Words that take back what a box agrees to, or make it one to something else: `I would like to, but not by e-mail`.
pub(super) const DOUBTFUL: &str = "\
    abbestellen aber abmelden abzubestellen agar ale anonym anonyme anonymous anonymously ausser austragen baja bez but cancel cancelled chyba ddim declined depending depends \
    desinscrire desinscrivez didn don dont except excepto falls forgotten heb hinten however if jesli kein keine keinen lekin \
    letter magar mais mat maybe moze n nada nahi ne never nicht nie no not nothing nunca nur o object off ohne ond \
    only out pas perhaps pero peut phone post provided quiza quizas rather refuse remove revoke salvo sans sauf \
    seulement sin sirf sms sofern solo sometimes stop text tylko uniquement unless unsubscribe until vielleicht w \
    unerkannt unkenntlich wenn whatsapp widerrufe widerspreche withdraw withdrawn without wouldn wypisac wypisz";

/// All that may follow a yes and leave it a clear one: `Yes, please keep me informed`, `Oui, avec plaisir`,
/// `Ja, ich möchte den Newsletter erhalten`.
pub(super) const HARMLESS: &str = "\
    a abonner abonnieren about absolutely accept accord acepto actualites acuerdo add agree aktualnosci all already \
    also always am an and any as at auf avec be bekommen beziehen bhejein bien bin bitte boletin boletines both by \
    can certainly chce chetnie claro con conference consent contact correo course cylchlythyr d damit danke das dda \
    dderbyn de definitely dem den der derbyn des die diolch do dziekuje e ein einen einverstanden el email emails \
    erhalten euch event events fait favor film filmed fine for from further future gern gerne get give glad good \
    gracias great gusto gwelwch gwrs gwybodaeth halten happy hear hoffwn i ich ihnen il image images in indeed info \
    infolettre informacion informacje information informationen informations informed infos is it je join keep \
    khabarnama khabrein klar l la laufenden le les like list love m mail mailing mails may me meeting meetings \
    meherbani merci mich mir mochte monthly more much my na naturlich neuigkeiten news newsletter newslettera \
    newsletters newslettery newyddion noticias nouvelles novedades oczywiscie of ok okay on os otrzymywac our par \
    per permission photo photograph photographed photos picture pictures plaisir plait please plis pls plz poprosze \
    por posted prosze quiero really receive recevoir recibir rundbrief rundbriefe s sehr send sent shukriya sie sign \
    so souhaite stimme su subscribe supuesto sur sure suscribirme take thank thanks that thats the this to tout up \
    update updated updates us use very veux via volontiers vous vuestro want weekly wiadomosci will wish with would \
    wrth wurde y yr wyrazam yes yn you your zaroor zgadzam zgoda zgode zu";

/// Returns what follows some words, with which others begin, if they do.
pub(super) fn behind<'w>(words: &'w str, start: &str) -> Option<&'w str> {
    let rest = words.strip_prefix(start)?;
    (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim_start())
}

/// Tells whether a word is one of a list's.
pub(super) fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}
