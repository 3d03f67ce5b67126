use super::Sheet;
use super::position::{BOM, line_end};

impl Sheet {
    /// Returns the text with all edits made; whatever was not edited has the bytes it was read with.
    pub fn to_text(&self) -> String {
        let grown = self.edits.values().flatten().map(|raw| raw.len() + 2);
        let mut out = String::with_capacity(self.text.len() + grown.sum::<usize>() + 64);
        let mut copied = 0;
        if let Some(header) = &self.new_header {
            let read = match self.header {
                Some(span) => span.range(),
                None => self.text.len()..self.text.len(),
            };
            out.push_str(&self.text[..read.start]);
            if self.header.is_some() {
                out.push_str(header);
            } else {
                self.push_line(&mut out, header);
            }
            copied = read.end;
        }
        for (&index, edit) in self.edits.range(..self.spans.len()) {
            let row = self.spans[index].range();
            out.push_str(&self.text[copied..row.start]);
            copied = match edit {
                Some(raw) => {
                    out.push_str(raw);
                    row.end
                }
                None => row.end + line_end(self.text.as_bytes(), row.end),
            };
        }
        out.push_str(&self.text[copied..]);
        for raw in self
            .edits
            .range(self.spans.len()..)
            .filter_map(|(_, raw)| raw.as_ref())
        {
            self.push_line(&mut out, raw);
        }
        out
    }

    /// Adds a record in a line of its own, also if the last one lacks its line end.
    fn push_line(&self, out: &mut String, raw: &str) {
        if !out.strip_prefix(BOM).unwrap_or(out).is_empty() && !out.ends_with(['\n', '\r']) {
            out.push_str(self.line_end);
        }
        out.push_str(raw);
        out.push_str(self.line_end);
    }
}
