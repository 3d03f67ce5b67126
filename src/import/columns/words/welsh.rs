use super::Words;
use crate::import::field::Field;

pub(super) const WORDS: &[Words] = &[
    (
        Field::Name,
        &[
            "enw llawn",
            "enw",
            "eich enw",
            "eich enw llawn",
            "dy enw",
            "~eich enw",
            "~enw llawn",
        ],
    ),
    (Field::First, &["enw cyntaf", "~enw cyntaf"]),
    (Field::Last, &["cyfenw", "enw olaf", "~cyfenw"]),
    (
        Field::Email,
        &[
            "cyfeiriad e bost",
            "e bost",
            "ebost",
            "cyfeiriad ebost",
            "eich e bost",
            "~cyfeiriad e bost",
            "~e bost",
            "~ebost",
        ],
    ),
    (
        Field::Phone,
        &[
            "ffon",
            "rhif ffon",
            "ffon symudol",
            "rhif ffon symudol",
            "~rhif ffon",
            "~ffon",
        ],
    ),
    (
        Field::Organisation,
        &["sefydliad", "mudiad", "grwp", "~sefydliad", "~mudiad"],
    ),
    (
        Field::Area,
        &[
            "ardal",
            "tref",
            "cod post",
            "o ble ydych chi n dod",
            "ward",
            "~o ble",
            "~cod post",
            "~ardal",
        ],
    ),
    (Field::Ticket, &["tocyn", "math o docyn", "~math o docyn"]),
    (
        Field::Access,
        &[
            "hygyrchedd",
            "anghenion hygyrchedd",
            "anghenion mynediad",
            "mynediad",
            "~hygyrchedd",
            "~anghenion mynediad",
        ],
    ),
    (
        Field::Diet,
        &[
            "deiet",
            "bwyd",
            "anghenion dietegol",
            "anghenion bwyd",
            "~dietegol",
            "~alergedd",
            "~bwyd",
        ],
    ),
    (
        Field::Note,
        &[
            "nodiadau",
            "sylwadau",
            "neges",
            "unrhyw beth arall",
            "~sylwadau",
            "~unrhyw beth arall",
        ],
    ),
    (
        Field::Registered,
        &["stamp amser", "dyddiad", "dyddiad cofrestru"],
    ),
];
