use toml_edit::{Array, RawString, Value};

/// A line or more of a list: an element with what is said about it.
struct Line {
    /// Line ends, comments of their own and the indent before it.
    lead: String,
    value: Value,
    /// The comment behind it, with the space before.
    trail: String,
}

/// Puts the texts of `new` into a list that goes over several lines. Those that stay keep their comments, those that go
/// take theirs along, and new ones get a line of their own. False, and nothing done, for another list on one line, which
/// has no room for a comment inside.
pub(super) fn put(old: &mut Array, new: &Array) -> bool {
    if old.iter().map(text).eq(new.iter().map(text)) {
        return true;
    }
    let (opening, lines, closing) = taken_apart(old);
    let several = [&opening, &closing].iter().any(|text| text.contains('\n'))
        || lines.iter().any(|line| line.lead.contains('\n'));
    if !several {
        return false;
    }
    let indent = lines
        .iter()
        .find_map(|line| line.lead.rsplit_once('\n'))
        .map_or("    ", |(_, indent)| indent);
    let own_line = format!("\n{indent}");
    let mut lines: Vec<Option<Line>> = lines.into_iter().map(Some).collect();
    let mut kept = Vec::new();
    for value in new {
        let same = |line: &Option<Line>| {
            line.as_ref()
                .is_some_and(|one| text(&one.value) == text(value))
        };
        let known = lines.iter_mut().find(|line| same(line));
        kept.push(known.and_then(Option::take).unwrap_or_else(|| Line {
            lead: own_line.clone(),
            value: value.clone(),
            trail: String::new(),
        }));
    }
    let comma = old.trailing_comma();
    old.clear();
    let mut before = opening;
    for Line {
        lead,
        mut value,
        trail,
    } in kept
    {
        value.decor_mut().set_prefix(before + &lead);
        value.decor_mut().set_suffix("");
        old.push_formatted(value);
        before = trail;
    }
    old.set_trailing(before + &closing);
    old.set_trailing_comma(comma && !old.is_empty());
    true
}

/// Returns what stands behind the bracket on its line, the elements, and what stands before the closing bracket.
fn taken_apart(list: &Array) -> (String, Vec<Line>, String) {
    let raw = |text: Option<&RawString>| {
        text.and_then(RawString::as_str)
            .unwrap_or_default()
            .to_string()
    };
    let mut opening = String::new();
    let mut lines: Vec<Line> = Vec::new();
    for value in list {
        let prefix = raw(value.decor().prefix());
        let (trail, lead) = at_first_line_end(&prefix);
        match lines.last_mut() {
            Some(last) => last.trail.push_str(trail),
            None => opening = trail.to_string(),
        }
        lines.push(Line {
            lead: lead.to_string(),
            value: value.clone(),
            // What stands before the comma.
            trail: raw(value.decor().suffix())
                .trim_end_matches([' ', '\t'])
                .to_string(),
        });
    }
    let mut closing = raw(Some(list.trailing()));
    if let Some(last) = lines.last_mut() {
        let behind = std::mem::take(&mut last.trail) + &closing;
        let (trail, rest) = at_first_line_end(&behind);
        last.trail = trail.to_string();
        closing = rest.to_string();
    }
    (opening, lines, closing)
}

/// Parts what stands between two elements: the comment that ends a line belongs to the element before it.
fn at_first_line_end(text: &str) -> (&str, &str) {
    let at = text
        .find('\n')
        .map_or(0, |at| at - usize::from(text[..at].ends_with('\r')));
    let (trail, rest) = text.split_at(at);
    if trail.contains('#') {
        (trail, rest)
    } else {
        ("", text.trim_start_matches([' ', '\t']))
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
