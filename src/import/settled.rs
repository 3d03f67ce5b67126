use std::collections::HashSet;

/// Pairs of people who look like one and are two, as somebody has said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// Two codes each, the lesser first.
    different: HashSet<(String, String)>,
}

impl Settled {
    /// Takes pairs of codes.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let different = pairs.into_iter();
        Self {
            different: different.map(|(one, other)| ordered(one, other)).collect(),
        }
    }

    /// Tells whether somebody has said that these two are two people. Takes codes; blank is somebody new.
    pub(super) fn are_different(&self, one: &str, other: &str) -> bool {
        !self.different.is_empty()
            && self
                .different
                .contains(&ordered(one.to_string(), other.to_string()))
    }
}

fn ordered(one: String, other: String) -> (String, String) {
    if one <= other {
        (one, other)
    } else {
        (other, one)
    }
}
