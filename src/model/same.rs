/// Tells whether two texts are the same, where both are mostly blank: to compare nothing with nothing takes some processors
/// longer than to compare two lines, since they look where no text is, through a mask that lets nothing through.
pub fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && (one.is_empty() || one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_the_same_letter_by_letter() {
        for (one, other, expected) in [
            ("", "", true),
            ("a", "", false),
            ("a", "a", true),
            ("a", "b", false),
        ] {
            assert_eq!(same(one, other), expected, "{one} {other}");
        }
    }
}
