use super::{PLAIN, Product};
use crate::import::field::Field;

/// How the first column of Google Forms is called, language by language.
const TIMESTAMP: &[&str] = &[
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
const SUBMITTED: &[&str] = &[
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
            &["start time", "completion time"],
            &["startzeit", "fertigstellungszeit"],
            &["heure de debut", "heure de fin"],
            &["hora de inicio", "hora de finalizacion"],
            &["godzina rozpoczecia", "godzina ukonczenia"],
            &["begintijd", "tijd van voltooien"],
            &["ora di inizio", "ora di completamento"],
            &["hora de inicio", "hora de conclusao"],
        ],
        columns: &[
            (Field::SourceId, &["id"]),
            (
                Field::Registered,
                &[
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
        traps: &[
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
            &["network id", "submit date utc"],
            &["submit date utc", "start date utc"],
        ],
        columns: &[
            (Field::SourceId, &["no"]),
            (Field::Status, &["response type"]),
            (Field::Registered, &["submit date utc"]),
        ],
        traps: &["start date utc", "stage date utc", "tags"],
        lasting_ids: true,
        utc: true,
        ..PLAIN
    },
    Product {
        name: "surveymonkey",
        title: "SurveyMonkey",
        signatures: &[&["respondent id", "collector id"]],
        columns: &[
            (Field::SourceId, &["respondent id"]),
            (Field::Registered, &["end date"]),
        ],
        traps: &["start date", "ip address", "custom data 1"],
        lasting_ids: true,
        ..PLAIN
    },
    Product {
        name: "wpforms",
        title: "WPForms",
        signatures: &[
            &["entry id", "entry date", "entry notes"],
            &["entry id", "entry date", "unique generated user id"],
            &["entry id", "entry date", "viewed", "starred"],
        ],
        columns: &[
            (Field::SourceId, &["entry id"]),
            (Field::Status, &["type"]),
            (Field::Registered, &["entry date"]),
        ],
        traps: &["entry notes"],
        pends: &["partial", "abandoned", "spam"],
        ..PLAIN
    },
    Product {
        name: "gravity-forms",
        title: "Gravity Forms",
        signatures: &[
            &["entry id", "entry date", "source url"],
            &["entry id", "entry date", "user ip"],
        ],
        columns: &[
            (Field::SourceId, &["entry id"]),
            (Field::Registered, &["entry date"]),
        ],
        traps: &[
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
        signatures: &[&["entry id", "entry date"]],
        columns: &[
            (Field::SourceId, &["entry id"]),
            (Field::Registered, &["entry date"]),
        ],
        traps: &["entry notes"],
        ..PLAIN
    },
    Product {
        name: "limesurvey",
        title: "LimeSurvey",
        signatures: &[
            &["submitdate", "lastpage"],
            &["submitdate date submitted"],
            &["date submitted", "last page", "start language"],
            &["submitdate datum abgeschickt"],
            &["datum abgeschickt", "letzte seite"],
            &["submitdate date de soumission"],
            &["date de soumission", "derniere page"],
            &["submitdate fecha de envio"],
            &["fecha de envio", "ultima pagina"],
            &["submitdate data wyslania"],
            &["data wyslania", "ostatnia strona"],
        ],
        columns: &[(Field::Registered, SUBMITTED)],
        sent: SUBMITTED,
        ..PLAIN
    },
    Product {
        name: "jotform",
        title: "Jotform",
        signatures: &[&["submission date"]],
        first: &["submission date"],
        columns: &[
            (Field::SourceId, &["submission id"]),
            (Field::Registered, &["submission date"]),
        ],
        traps: &["submission ip", "last update date"],
        lasting_ids: true,
        ..PLAIN
    },
    Product {
        name: "flamingo",
        title: "Contact Form 7 with Flamingo",
        signatures: &[&["your email", "date"]],
        columns: &[
            (Field::Registered, &["date"]),
            (Field::Name, &["your name"]),
            (Field::Email, &["your email"]),
            (Field::Note, &["your message"]),
        ],
        traps: &["your subject"],
        ..PLAIN
    },
    Product {
        name: "google-forms",
        title: "Google Forms",
        signatures: &[&[]],
        first: TIMESTAMP,
        columns: &[(Field::Registered, TIMESTAMP)],
        traps: &["score", "punktzahl"],
        ..PLAIN
    },
];
