/// Words that turn what stands beside them around, or make it a part of the truth.
pub(in crate::import) const DOUBT: &[&str] = &[
    "not",
    "no",
    "never",
    "un",
    "non",
    "partially",
    "partly",
    "nicht",
    "pas",
    "nie",
    "if",
    "was",
    "previously",
];
