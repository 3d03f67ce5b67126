use std::fmt::Write;
use std::ops::Range;

const FIRST: [&str; 10] = [
    "Ada", "Bo", "Cy", "Di", "Edith", "Farida", "Grace", "Hamid", "Imani", "Jo",
];
const LAST: [&str; 10] = [
    "Byron",
    "Haslingden",
    "Okparaeke",
    "Patankar",
    "Penhallt",
    "Greenhurst",
    "Lawson",
    "Adeyinka",
    "Smith",
    "Zielinski",
];

/// Returns a file of sign-ups as a form exports them, of 90 bytes each with their line end.
pub(crate) fn rows(people: Range<usize>) -> String {
    let mut text = String::from("Timestamp,Email Address,Your name,Postcode,Ticket\n");
    for at in people {
        let start = text.len();
        let (first, last) = (FIRST[at % 10], LAST[at / 10 % 10]);
        let (day, hour, minute, second) = (1 + at % 28, 1 + at / 3600 % 11, at / 60 % 60, at % 60);
        let _ = write!(
            text,
            "2024/03/{day:02} {hour}:{minute:02}:{second:02} AM GMT,{}.{at}@example.org,{first} {last},BB{} {}AB,",
            first.to_lowercase(),
            at % 20,
            at % 9
        );
        let left = 89_usize.saturating_sub(text.len() - start);
        text.push_str(&"with a meal and a seat in the hall"[..left.min(34)]);
        text.push('\n');
    }
    text
}
