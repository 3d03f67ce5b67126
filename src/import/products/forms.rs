use super::{PLAIN, Product};
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};

/// How the first column of Google Forms is called, language by language.
const TIMESTAMP: WordList = list![
    "timestamp",
    "zeitstempel",
    "horodateur",
    "marca temporal",
    "marca de tiempo",
    "sygnatura czasowa",
    "stamp amser",
    "informazioni cronologiche",
    "tijdstempel",
    "carimbo de data hora",
    "marca de temps",
    "tidsstempel",
    "tidstampel",
];

/// How LimeSurvey calls the time at which somebody sent their answers, by its code, in full, or both.
const SUBMITTED: WordList = list![
    "submitdate",
    "date submitted",
    "submitdate date submitted",
    "datum abgeschickt",
    "submitdate datum abgeschickt",
    "date de soumission",
    "submitdate date de soumission",
    "fecha de envio",
    "submitdate fecha de envio",
    "data wyslania",
    "submitdate data wyslania",
];

/// Products that ask questions.
pub(super) static ALL: &[Product] = &[
    Product {
        name: "microsoft-forms",
        title: "Microsoft Forms",
        signatures: &[
            list!["start time", "completion time"],
            list!["startzeit", "fertigstellungszeit"],
            list!["heure de debut", "heure de fin"],
            list!["hora de inicio", "hora de finalizacion"],
            list!["godzina rozpoczecia", "godzina ukonczenia"],
            list!["begintijd", "tijd van voltooien"],
            list!["ora di inizio", "ora di completamento"],
            list!["hora de inicio", "hora de conclusao"],
        ],
        columns: &[
            (Field::SourceId, list!["id"]),
            (
                Field::Registered,
                list![
                    "completion time",
                    "fertigstellungszeit",
                    "heure de fin",
                    "hora de finalizacion",
                    "godzina ukonczenia",
                    "tijd van voltooien",
                    "ora di completamento",
                    "hora de conclusao",
                ],
            ),
        ],
        traps: list![
            "start time",
            "startzeit",
            "heure de debut",
            "hora de inicio",
            "godzina rozpoczecia",
            "begintijd",
            "ora di inizio",
            "last modified time",
            "total points",
            "quiz feedback",
        ],
        ..PLAIN
    },
    Product {
        name: "typeform",
        title: "Typeform",
        signatures: &[
            list!["network id", "submit date utc"],
            list!["submit date utc", "start date utc"],
        ],
        columns: &[
            (Field::SourceId, list!["no"]),
            (Field::Status, list!["response type"]),
            (Field::Registered, list!["submit date utc"]),
        ],
        traps: list!["start date utc", "stage date utc", "tags"],
        lasting_ids: true,
        utc: true,
        ..PLAIN
    },
    Product {
        name: "surveymonkey",
        title: "SurveyMonkey",
        signatures: &[list!["respondent id", "collector id"]],
        columns: &[
            (Field::SourceId, list!["respondent id"]),
            (Field::Registered, list!["end date"]),
        ],
        traps: list!["start date", "ip address", "custom data 1"],
        lasting_ids: true,
        ..PLAIN
    },
    Product {
        name: "qualtrics",
        title: "Qualtrics",
        signatures: &[list![
            "response type",
            "finished",
            "recorded date",
            "response id"
        ]],
        columns: &[
            (Field::SourceId, list!["response id"]),
            (Field::Registered, list!["recorded date"]),
        ],
        traps: list![
            "start date",
            "end date",
            "response type",
            "ip address",
            "progress",
            "finished",
            "duration in seconds",
            "recipient last name",
            "recipient first name",
            "recipient email",
            "external data reference",
            "location latitude",
            "location longitude",
            "distribution channel",
            "user language",
        ],
        lasting_ids: true,
        sent: list!["finished"],
        ..PLAIN
    },
    Product {
        name: "wpforms",
        title: "WPForms",
        signatures: &[
            list!["entry id", "entry date", "entry notes"],
            list!["entry id", "entry date", "unique generated user id"],
            list!["entry id", "entry date", "viewed", "starred"],
        ],
        columns: &[
            (Field::SourceId, list!["entry id"]),
            (Field::Status, list!["type"]),
            (Field::Registered, list!["entry date"]),
        ],
        traps: list!["entry notes"],
        pends: list!["partial", "abandoned", "spam"],
        ..PLAIN
    },
    Product {
        name: "gravity-forms",
        title: "Gravity Forms",
        signatures: &[
            list!["entry id", "entry date", "source url"],
            list!["entry id", "entry date", "user ip"],
        ],
        columns: &[
            (Field::SourceId, list!["entry id"]),
            (Field::Registered, list!["entry date"]),
        ],
        traps: list![
            "created by user id",
            "source url",
            "post id",
            "payment date",
            "transaction id",
        ],
        ..PLAIN
    },
    Product {
        name: "wpforms",
        title: "WPForms",
        signatures: &[list!["entry id", "entry date"]],
        columns: &[
            (Field::SourceId, list!["entry id"]),
            (Field::Registered, list!["entry date"]),
        ],
        traps: list!["entry notes"],
        ..PLAIN
    },
    Product {
        name: "limesurvey",
        title: "LimeSurvey",
        signatures: &[
            list!["submitdate", "lastpage"],
            list!["submitdate date submitted"],
            list!["date submitted", "last page", "start language"],
            list!["submitdate datum abgeschickt"],
            list!["datum abgeschickt", "letzte seite"],
            list!["submitdate date de soumission"],
            list!["date de soumission", "derniere page"],
            list!["submitdate fecha de envio"],
            list!["fecha de envio", "ultima pagina"],
            list!["submitdate data wyslania"],
            list!["data wyslania", "ostatnia strona"],
        ],
        columns: &[(Field::Registered, SUBMITTED)],
        sent: SUBMITTED,
        ..PLAIN
    },
    Product {
        name: "jotform",
        title: "Jotform",
        signatures: &[list!["submission date"]],
        first: list!["submission date"],
        columns: &[
            (Field::SourceId, list!["submission id"]),
            (Field::Registered, list!["submission date"]),
        ],
        traps: list!["submission ip", "last update date"],
        lasting_ids: true,
        ..PLAIN
    },
    Product {
        name: "flamingo",
        title: "Contact Form 7 with Flamingo",
        signatures: &[list!["your email", "date"]],
        columns: &[
            (Field::Registered, list!["date"]),
            (Field::Name, list!["your name"]),
            (Field::Email, list!["your email"]),
            (Field::Note, list!["your message"]),
        ],
        traps: list!["your subject"],
        ..PLAIN
    },
    Product {
        name: "google-forms",
        title: "Google Forms",
        signatures: &[list![]],
        first: TIMESTAMP,
        columns: &[(Field::Registered, TIMESTAMP)],
        traps: list!["score", "punktzahl"],
        ..PLAIN
    },
];
