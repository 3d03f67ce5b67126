//! What may stand in a newsletter: whoever may be quoted in it has not asked to get it.

use super::holds;

/// News, in the words in which something stands in them.
const NEWS: &[&str] = &[
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
const USED: &[&str] = &[
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
const SHOWN: &[&str] = &[
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
const SENDING: &[&str] = &[
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
const TO_SEND: &[&str] = &[
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

/// Tells whether a question is about what may stand in the news: `Can we quote you in our newsletter?`
pub(super) fn is_within(words: &str) -> bool {
    let any = |list: &[&str]| list.iter().any(|one| holds(words, one));
    let shown = || any(SHOWN) || any(USED) && !any(TO_SEND);
    any(NEWS) && shown() && !any(SENDING)
}
