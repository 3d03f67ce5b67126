use crate::model::{Span, WallTime, order_by_key};

/// Stretches of time in order, none of which touches the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Windows(Vec<Span>);

impl Windows {
    /// Takes stretches in any order and joins those that touch.
    pub(super) fn new(mut spans: Vec<Span>) -> Self {
        order_by_key(&mut spans, |span| (span.start, span.end));
        let mut joined: Vec<Span> = Vec::new();
        for span in spans {
            match joined.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => joined.push(span),
            }
        }
        Self(joined)
    }

    /// Tells whether one of them holds the whole stretch.
    pub(super) fn hold(&self, span: Span) -> bool {
        let after = self.0.partition_point(|window| window.start <= span.start);
        after > 0 && span.end <= self.0[after - 1].end
    }

    /// Returns what is in both.
    pub(super) fn within(&self, other: &Self) -> Self {
        let mut common = Vec::new();
        let (mut mine, mut theirs) = (self.0.as_slice(), other.0.as_slice());
        while let ([a, rest_a @ ..], [b, rest_b @ ..]) = (mine, theirs) {
            let (start, end) = (a.start.max(b.start), a.end.min(b.end));
            if start < end {
                common.push(Span { start, end });
            }
            if a.end < b.end {
                mine = rest_a;
            } else {
                theirs = rest_b;
            }
        }
        Self(common)
    }

    /// Returns what is left when some stretches, sorted by their start, are taken.
    pub(super) fn without(&self, taken: impl IntoIterator<Item = Span>) -> Self {
        let taken = Self::new(taken.into_iter().collect());
        let mut left = Vec::new();
        let mut at = 0;
        for window in &self.0 {
            let mut from: WallTime = window.start;
            while at > 0 && taken.0[at - 1].end > from {
                at -= 1;
            }
            while let Some(next) = taken.0.get(at).filter(|next| next.start < window.end) {
                if from < next.start {
                    left.push(Span {
                        start: from,
                        end: next.start,
                    });
                }
                from = from.max(next.end);
                at += 1;
            }
            if from < window.end {
                left.push(Span {
                    start: from,
                    end: window.end,
                });
            }
        }
        Self(left)
    }

    /// Returns them in order.
    pub(super) fn spans(&self) -> &[Span] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parse_date;

    /// Windows from hours of one day: `9-12 14-16`.
    fn windows(text: &str) -> Windows {
        let day = parse_date("2024-04-13").expect("a day");
        let at = |hour: &str| {
            let hour = hour.parse().expect("an hour");
            day.and_hms_opt(hour, 0, 0).expect("a time")
        };
        let spans = text.split_whitespace().map(|span| {
            let (start, end) = span.split_once('-').expect("from and to");
            Span {
                start: at(start),
                end: at(end),
            }
        });
        Windows::new(spans.collect())
    }

    #[test]
    fn windows_that_touch_are_one() {
        assert_eq!(windows("14-16 9-12 12-13"), windows("9-13 14-16"));
        assert!(windows("9-12 12-13").hold(windows("11-13").0[0]));
        assert!(!windows("9-12 13-14").hold(windows("11-14").0[0]));
        assert!(!windows("9-12").hold(windows("8-10").0[0]));
    }

    #[test]
    fn windows_are_met_and_taken_away() {
        let day = windows("9-12 13-17");
        assert_eq!(
            day.within(&windows("10-14 16-18")),
            windows("10-12 13-14 16-17")
        );
        assert_eq!(
            day.without(windows("8-10 11-14 16-18").0),
            windows("10-11 14-16")
        );
        assert_eq!(day.without([]), day);
        assert_eq!(day.without(windows("8-18").0), windows(""));
    }
}
