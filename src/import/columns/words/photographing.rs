//! Whether photos may be taken of somebody, beside whether somebody takes them.

use super::pictured::PHOTOS;
use super::{FieldWords, holds, is_any};
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};

/// How people are asked whether they may be photographed, with the verb and not with the thing.
pub(super) const WORDS: &[FieldWords] = &[(
    Field::Photo,
    list![
        "~images of you",
        "~image of you",
        "~images of me",
        "~your image",
        "~my image",
        "~film you",
        "~film me",
        "~being filmed",
        "~filming you",
        "~photographing",
        "~video of you",
        "~pics",
        // German
        "~wir&fotografieren",
        "~fotografieren lassen",
        "~mich&fotografieren",
        "~mich&fotografiert",
        "~fotografieren&einverstanden",
        "~fotografieren&erlaubt",
        "~wir&filmen",
        "~gefilmt",
        "~abgelichtet",
        "~wir&ablichten",
        "~wir&bilder",
        "~bilder von mir",
        "~bilder von dir",
        "~bilder von ihnen",
        "~bildaufnahmen",
        "~aufnahmen von mir",
        "~aufnahmen von dir",
        "~aufnahmen von ihnen",
        "fotografieerlaubnis",
        "fotofreigabe",
        "fotogenehmigung",
        "fotoeinwilligung",
        "~fotoerlaubnis",
        "~fotofreigabe",
        "~fotoeinwilligung",
        // French
        "~photographier",
        "~photographies",
        "~photographiees",
        "~photographie e",
        "~vous filmer",
        "~te filmer",
        "~etre filme",
        "~etre filmee",
        "~etre filme e",
        "~votre image",
        "~mon image",
        // Spanish
        "~fotografiado",
        "~fotografiada",
        "~fotografiados",
        "~fotografiarle",
        "~fotografiarlo",
        "~fotografiarla",
        "~fotografiarte",
        "~fotografiaros",
        "~fotografiemos",
        "~podemos&fotografiar",
        "~filmarle",
        "~filmarte",
        "~filmado",
        "~tu imagen",
        "~su imagen",
        // Polish
        "~fotografowac",
        "~sfotografowac",
        "~fotografowany",
        "~fotografowana",
        "~fotografowania",
        "~sfotografowany",
        "~sfotografowana",
        "~filmowac",
        "~filmowany",
        "~filmowana",
        "~zdjec",
        "~mozemy&zdjecie",
        // Welsh
        "~eich llun",
        "~dy lun",
        "~fy llun",
        "~gawn&llun",
        "~llun ohonoch",
        "~lun ohonoch",
        "~ffilmio",
        "~eich ffotograffio",
        "~ffotograffio",
        // Urdu
        "~tasveeren",
        "~tasveerein",
        "~tasweer",
        "~tasweeren",
        "~tasweerein",
        "~taswir",
        "~meri photo",
    ],
)];

/// Tells whether a question says with the verb or the pronoun that photos are of whoever is asked.
pub(super) fn is_of_them(words: &str) -> bool {
    let mut known = WORDS.iter().flat_map(|(_, known)| known.iter());
    known.any(|known| {
        let known = known.strip_prefix('~').unwrap_or(known);
        let mut parts = known.split('&');
        !is_any(known, PHOTOS) && parts.all(|part| holds(words, part))
    })
}

/// What somebody does who takes photos.
const TAKES: WordList = list![
    "take photos",
    "take pictures",
    "take photographs",
    "taking photos",
    "taking pictures",
    "taking photographs",
    "do you take",
    "photographing the",
    "fotografieren sie gern",
    "fotografierst du",
];

/// Words by which they are taken by others, of whoever is asked.
const OF_YOU: WordList = list![
    "of you",
    "of me",
    "of myself",
    "of attendees",
    "of participants",
    "of delegates",
    "we take",
    "we may take",
    "we can take",
    "we are taking",
    "us to take",
    "us taking",
    "to us taking",
    "organisers taking",
    "organisers to take",
    "organizers taking",
    "organizers to take",
    "photographer taking",
    "photographer to take",
    "you to take",
    "you taking",
];

/// Who is asked to help takes them, whoever else does.
const HELPING: WordList = list![
    "help",
    "able to take",
    "willing to take",
    "like to take",
    "will you take",
    "will you be taking",
    "would you be taking",
    "are you taking",
    "do you take",
];

/// Who asks whether they may take them.
const WE_WOULD: WordList = list![
    "we would like to take",
    "we d like to take",
    "we would love to take",
    "we want to take",
];

/// Tells whether a question is about photos that somebody takes themselves.
pub(super) fn takes_themselves(words: &str) -> bool {
    let any = |list: WordList| list.stands_in(words);
    let we_would = || WE_WOULD.stands_in(words);
    any(TAKES) && !we_would() && (!any(OF_YOU) || any(HELPING))
}
