use super::Words;
use crate::import::field::Field;

/// Who somebody is in languages of which no more is known: without names a couple with one address looks like one person.
/// Dutch, Italian, Portuguese, Chinese.
pub(super) const WORDS: &[Words] = &[
    (
        Field::Name,
        &[
            "volledige naam",
            "voor en achternaam",
            "nome e cognome",
            "nome completo",
            "nominativo",
            "nome e sobrenome",
            "姓名",
        ],
    ),
    (Field::First, &["voornaam", "nome", "primeiro nome"]),
    (
        Field::Last,
        &[
            "achternaam",
            "familienaam",
            "cognome",
            "sobrenome",
            "apelido",
        ],
    ),
    (
        Field::Email,
        &[
            "e mailadres",
            "emailadres",
            "mailadres",
            "indirizzo email",
            "indirizzo e mail",
            "indirizzo di posta elettronica",
            "endereco de email",
            "endereco de e mail",
            "correio eletronico",
        ],
    ),
    (
        Field::Phone,
        &[
            "telefoonnummer",
            "telefoon",
            "gsm",
            "cellulare",
            "numero di telefono",
            "telefone",
            "telemovel",
        ],
    ),
    (
        Field::Area,
        &[
            "woonplaats",
            "gemeente",
            "citta",
            "comune",
            "cidade",
            "localidade",
        ],
    ),
    (
        Field::Organisation,
        &["organisatie", "vereniging", "associazione"],
    ),
    (
        Field::Registered,
        &[
            "tijdstempel",
            "informazioni cronologiche",
            "carimbo de data hora",
            "tijd van voltooien",
            "ora di completamento",
        ],
    ),
];
