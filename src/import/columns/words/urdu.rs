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
        ],
    ),
    (
        Field::Diet,
        &["khana", "khane ki zaroorat", "~khane", "~khana"],
    ),
    (Field::Access, &["madad ki zaroorat", "rasai", "~madad"]),
    (
        Field::Note,
        &["paigham", "kuch aur", "tabsara", "~kuch aur", "~paigham"],
    ),
    (Field::Registered, &["tareekh", "waqt"]),
];
