use super::Words;
use crate::import::field::Field;

/// Who somebody is in languages of which no more is known: without names a couple with one address looks like one person.
/// Dutch, Italian, Portuguese, Swedish, Chinese.
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
            "namn",
            "姓名",
        ],
    ),
    (
        Field::First,
        &["voornaam", "nome", "primeiro nome", "fornamn"],
    ),
    (
        Field::Last,
        &[
            "achternaam",
            "familienaam",
            "cognome",
            "efternamn",
            "sobrenome",
            "apelido",
        ],
    ),
    (
        Field::Email,
        &[
            "e mailadres",
            "e post",
            "e postadress",
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
            "mobilnummer",
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
        &[
            "organisatie",
            "vereniging",
            "bedrijf",
            "associazione",
            "instituicao",
        ],
    ),
    (
        Field::Ticket,
        &["biljettyp", "tipo di biglietto", "tipo de ingresso"],
    ),
    (
        Field::Note,
        &["opmerkingen", "mensagem", "observacoes", "messaggio"],
    ),
    (
        Field::Status,
        &[
            "stato",
            "situacao",
            "estado do pedido",
            "estado del pedido",
            "estado de la inscripcion",
            "statut de la commande",
            "statut de l inscription",
            "statut du paiement",
            "anmeldestatus",
            "bestellstatus",
            "zahlungsstatus",
        ],
    ),
    (
        Field::Registered,
        &[
            "tijdstempel",
            "informazioni cronologiche",
            "carimbo de data hora",
            "data cadastro",
            "data hora",
            "data de cadastro",
            "data de inscricao",
            "kopdatum",
            "tijd van voltooien",
            "ora di completamento",
        ],
    ),
];
