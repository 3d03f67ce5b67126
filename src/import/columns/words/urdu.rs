use super::Words;
use crate::import::field::Field;

/// Urdu as it is written in Latin letters on bilingual forms.
pub(super) const WORDS: &[Words] = &[
    (
        Field::Name,
        &[
            "naam",
            "poora naam",
            "pura naam",
            "aap ka naam",
            "apka naam",
            "aapka naam",
            "apna naam",
            "~aap ka naam",
            "~poora naam",
            "~naam",
        ],
    ),
    (Field::First, &["pehla naam", "~pehla naam"]),
    (
        Field::Last,
        &[
            "aakhri naam",
            "khandani naam",
            "~aakhri naam",
            "~khandani naam",
        ],
    ),
    (
        Field::Email,
        &["email pata", "barqi pata", "aap ka email", "~email pata"],
    ),
    (
        Field::Phone,
        &[
            "phone number",
            "fon number",
            "mobile number",
            "raabta number",
            "rabta number",
            "~fon number",
            "~fone number",
            "~raabta number",
            "~rabta number",
        ],
    ),
    (
        Field::Organisation,
        &["idara", "tanzeem", "~tanzeem", "~idara"],
    ),
    (
        Field::Area,
        &[
            "ilaqa",
            "shehar",
            "shehr",
            "sheher",
            "aap kahan se hain",
            "~ilaqa",
            "~shehar",
            "~kahan se",
            "mohalla",
        ],
    ),
    (
        Field::Diet,
        &[
            "khana",
            "khane ki zaroorat",
            "~khane",
            "~khana",
            "ghiza",
            "~ghiza",
        ],
    ),
    (
        Field::Access,
        &[
            "madad ki zaroorat",
            "rasai",
            "~madad",
            "~rasai",
            "khaas zaruriyat",
            "khasoosi zaruriyat",
            "~khaas zaruriyat",
            "~khasoosi zaruriyat",
        ],
    ),
    (
        Field::Note,
        &[
            "paigham",
            "kuch aur",
            "tabsara",
            "~kuch aur",
            "~paigham",
            "koi aur baat",
            "~koi aur baat",
        ],
    ),
    (Field::Registered, &["tareekh", "waqt"]),
    (Field::Ticket, &["ticket ki qism"]),
    (Field::Status, &["haisiyat"]),
];
