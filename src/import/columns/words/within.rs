//! What may stand in a newsletter: whoever may be quoted in it has not asked to get it.

use super::pictured::is_about_both;
use super::ways::without_instead;
use super::{holds, holds_any, is_behind};
use crate::import::word_list::{WordList, list};

/// News, in the words in which something stands in them.
const NEWS: WordList = list![
    "newsletter",
    "newsletters",
    "newslettera",
    "newsletterze",
    "bulletin",
    "bulletins",
    "updates",
    "mailings",
    "rundbrief",
    "rundbriefs",
    "infolettre",
    "lettre d information",
    "boletin",
    "cylchlythyr",
    "khabarnama",
    "khabarname",
];

/// What is done there with something of somebody's, for which it may take what it takes to send them.
const USED: WordList = list![
    "use your",
    "use my",
    "use of your",
    "use of my",
    "verwenden",
    "utiliser",
    "usar",
    "utilizar",
    "wykorzystac",
    "defnyddio",
    "istemal",
];

/// What is done there with something of somebody's that shows it to others.
const SHOWN: WordList = list![
    "quote",
    "quoted",
    "quoting",
    "interview you",
    "article",
    "contribute",
    "contributing",
    "the press",
    "appear",
    "appears",
    "appearing",
    "erscheinen",
    "apparaitre",
    "figurer",
    "aparecer",
    "ymddangos",
    "publish",
    "published",
    "publishing",
    "feature",
    "featured",
    "mention",
    "mentioned",
    "print",
    "printed",
    "name you",
    "zitieren",
    "zitiert",
    "veroffentlichen",
    "veroffentlicht",
    "erwahnen",
    "erwahnt",
    "abdrucken",
    "citer",
    "cite",
    "publier",
    "publie",
    "mentionner",
    "citarte",
    "citarle",
    "publicar",
    "publicarlo",
    "mencionar",
    "mencionarte",
    "cytowac",
    "zacytowac",
    "publikowac",
    "opublikowac",
    "zamiescic",
    "dyfynnu",
    "cyhoeddi",
    "shaya",
    "iqtibas",
];

/// How they are sent.
const SENDING: WordList = list![
    "send",
    "sent",
    "receive",
    "senden",
    "recevoir",
    "recibir",
    "otrzymywac",
    "bhejne",
];

/// What it takes to send them.
const TO_SEND: WordList = list![
    "email",
    "e mail",
    "emails",
    "mail",
    "address",
    "details",
    "data",
    "adresse",
    "daten",
    "courriel",
    "donnees",
    "correo",
    "direccion",
    "datos",
    "adres",
    "adresu",
    "dane",
    "danych",
    "ebost",
    "bost",
    "manylion",
    "pata",
];

/// Where something stands, in the words that lead to the news.
const IN: &str = "in|in our|in the|in your|in a|im|in unserem|in eurem|in ihrem|dans|dans la|dans le|dans l|dans notre|\
    dans votre|en el|en nuestro|en su|en tu|w|w naszym|yn|yn y|yn ein|yn eich|mein";

/// What somebody does with the news to get them, or to read what stands there.
const GETTING: &str = "interested|interest|interesse|interessiert|interesse e|interesado|interesada|diddordeb|sign|register|\
    enrol|enroll|opt|subscribe|subscribing|join|get|getting|receiving|read|see|find|hear|learn|informed|updated|include me|\
    include you|including me|including you|included in|add|added|keep|kept|anmelden|eintragen|eingetragen|aufnehmen|\
    aufgenommen|lesen|sehen|informiert|inscrire|inscription|lire|voir|inscribir|inscribirme|leer|ver|zapisac|czytac|\
    ymuno|darllen|gweld|tell you|email you|write to you|contact you";

/// What is somebody's own and would stand there.
const OF_THEIRS: &str = "your story|my story|your stories|your event|my event|your talk|my talk|your stall|my stall|\
    your answers|my answers|your answer|your advert|an advert|advertise|advertising|your details about|your work|your group";

/// Tells whether a question is about what may stand in the news: `Can we quote you in our newsletter?`
pub(super) fn is_within(words: &str) -> bool {
    let any = |list: WordList| list.stands_in(words);
    // Who reads the news instead of a print edition is not asked what may be printed there.
    let shown = || SHOWN.stands_in(&without_instead(words)) || any(USED) && !any(TO_SEND);
    // In a question that is about photos too, the part that names the news decides.
    let stands = || {
        let mut news = NEWS.iter().filter(|news| holds(words, news));
        news.any(|news| is_behind(words, IN, news))
            && (holds_any(words, OF_THEIRS) || !holds_any(words, GETTING) && !any(TO_SEND))
    };
    any(NEWS) && !any(SENDING) && (shown() || stands() && !is_about_both(words))
}
