use std::collections::HashMap;

/// Counts widths; quick where most are the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Widths {
    counts: HashMap<usize, usize>,
    /// The width that came last, and how often in a row.
    run: (usize, usize),
}

impl Widths {
    pub(super) fn add(&mut self, width: usize) {
        if width == self.run.0 {
            self.run.1 += 1;
        } else {
            let (before, times) = std::mem::replace(&mut self.run, (width, 1));
            *self.counts.entry(before).or_default() += times;
        }
    }

    /// Returns how often each width came.
    pub(super) fn counted(mut self) -> HashMap<usize, usize> {
        self.add(0);
        self.counts.remove(&0);
        self.counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_counted() {
        let mut widths = Widths::default();
        for width in [3, 3, 2, 3] {
            widths.add(width);
        }
        assert_eq!(widths.counted(), [(3, 3), (2, 1)].into());
        assert_eq!(Widths::default().counted(), HashMap::new());
    }
}
