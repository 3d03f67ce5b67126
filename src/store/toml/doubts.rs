use std::collections::HashSet;

use chrono::TimeDelta;

use super::fields::Fields;
use crate::error::Error;
use crate::model::{Hours, WallTime};

/// Who is up for longer in one go has probably turned from and to round.
const LONGEST_NIGHT: TimeDelta = TimeDelta::hours(12);

/// The rule for what should be on one line.
pub(in crate::store) const SEVERAL_LINES: &str = "several-lines";

/// What can be understood and is probably not meant.
impl Fields<'_> {
    /// Returns a text on one line: what is named in lists and headings has no line breaks.
    pub(in crate::store) fn line(&mut self, key: &'static str) -> String {
        let text = self.text(key);
        if !text.contains(char::is_control) {
            return text;
        }
        let error = Error::new(format!("`{key}` goes over several lines"))
            .hint("write it on one line, as it is read for now");
        self.doubt(self.span(key), SEVERAL_LINES, error);
        let words: Vec<&str> = text
            .split(|c: char| c.is_whitespace() || c.is_control())
            .filter(|word| !word.is_empty())
            .collect();
        words.join(" ")
    }

    /// Returns a text on one line that must be there; its absence is a finding.
    pub(in crate::store) fn required_line(&mut self, key: &'static str) -> Option<String> {
        let line = self.line(key);
        if line.trim().is_empty() {
            self.missing(key);
            return None;
        }
        Some(line)
    }

    /// Tells of what stands twice in a list, where once is meant.
    pub(in crate::store) fn doubt_repeats(&mut self, key: &'static str) {
        let mut seen = HashSet::new();
        for (text, span) in self.texts(key) {
            if !seen.insert(text.clone()) {
                let error = Error::new(format!("`{text}` stands twice in `{key}`"))
                    .hint("take one of them out, or write the one that is meant");
                self.doubt(span, "repeated", error);
            }
        }
    }

    /// Tells of hours that last through the night and longer: probably from and to are turned round.
    pub(in crate::store) fn doubt_hours(&mut self, key: &'static str) {
        for (text, span) in self.texts(key) {
            let hours = text.trim().rsplit(' ').next().unwrap_or_default();
            let Ok(Hours { from, to }) = Hours::parse(hours) else {
                continue;
            };
            let length = to - from + TimeDelta::days(1);
            if to < from && length > LONGEST_NIGHT {
                let error = Error::new(format!(
                    "`{text}` ends on the next day, {} hours later",
                    length.num_hours()
                ))
                .hint(format!(
                    "perhaps from and to are turned round: \"{}-{}\"",
                    to.format("%H:%M"),
                    from.format("%H:%M")
                ));
                self.doubt(span, "hours", error);
            }
        }
    }

    /// Reports a time that ends something before it has begun.
    pub(in crate::store) fn in_order(
        &mut self,
        (first, from): (&'static str, Option<WallTime>),
        (then, to): (&'static str, Option<WallTime>),
    ) {
        if let (Some(from), Some(to)) = (from, to)
            && to <= from
        {
            let error = Error::new(format!("`{then}` is not after `{first}`")).hint(format!(
                "`{first}` is {}: write a later time, or take one of them out",
                from.format("%Y-%m-%d %H:%M")
            ));
            self.report(self.span(then), "times", error);
        }
    }
}
