use unicode_width::UnicodeWidthStr;

/// Returns a text of paragraphs and lists as wide as there is room. Lines that begin at the margin flow together; a list,
/// in which two spaces set what is named apart from what is said of it, goes on below the latter; what is indented
/// otherwise stays as it is.
pub(super) fn reflow(text: &str, room: usize) -> String {
    let mut flowed = String::new();
    let mut paragraph = String::new();
    for line in text.lines().chain([""]) {
        if !line.is_empty() && !line.starts_with(' ') && !line.contains("  ") {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
            continue;
        }
        if !paragraph.is_empty() {
            flowed += &hung(&std::mem::take(&mut paragraph), room);
            flowed.push('\n');
        }
        flowed += &hung(line, room);
        flowed.push('\n');
    }
    flowed.truncate(flowed.trim_end().len());
    flowed.push('\n');
    flowed
}

/// Returns each line as wide as there is room; what does not fit goes on below what the line says last.
pub(super) fn hang(text: &str, room: usize) -> String {
    let lines = text.lines().map(|line| hung(line, room) + "\n");
    lines.collect()
}

fn hung(line: &str, room: usize) -> String {
    let body = line.trim_start();
    let indent = line.len() - body.len();
    if indent > 0 && !body.contains("  ") {
        return line.to_string();
    }
    let said = body.rfind("  ").map_or(0, |at| indent + at + 2);
    let deep = line[..said].width();
    let deep = if deep > room / 2 { indent + 2 } else { deep };
    broken(line, said, (deep, room))
}

/// Breaks lines that are longer than a terminal between words; what goes on stands a little further in than the line
/// began.
pub(super) fn wrapped(text: &str, room: Option<usize>) -> String {
    let Some(room) = room else {
        return text.to_string();
    };
    let mut wrapped = String::with_capacity(text.len() + text.len() / 8);
    for line in text.split_inclusive('\n') {
        let (body, end) = line.split_at(line.trim_end().len());
        let indent = body.len() - body.trim_start_matches(' ').len();
        wrapped += &broken(body, indent, ((indent + 2).min(room / 2), room));
        wrapped += end;
    }
    wrapped
}

/// Breaks a line between words where it is longer than there is room, from the byte `said` on; what goes on stands `deep`
/// columns in. A word that is longer than a line stays whole.
fn broken(line: &str, said: usize, (deep, room): (usize, usize)) -> String {
    if line.width() <= room {
        return line.to_string();
    }
    let mut broken = line[..said].to_string();
    let mut column = broken.width();
    let mut fresh = true;
    for word in line[said..].split(' ').filter(|word| !word.is_empty()) {
        if !fresh && column + 1 + word.width() > room {
            broken.push('\n');
            broken.extend(std::iter::repeat_n(' ', deep));
            column = deep;
        } else if !fresh {
            broken.push(' ');
            column += 1;
        }
        broken.push_str(word);
        column += word.width();
        fresh = false;
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_flow_and_lists_hang_below_what_they_say() {
        let text = "One line that is\nbroken anew.\n\n   0   done; also when\n  75   again\n\n  plenary keep me as I am --quiet\n";
        assert_eq!(
            reflow(text, 16),
            "One line that is\nbroken anew.\n\n   0   done;\n       also when\n  75   again\n\n  plenary keep me as I am --quiet\n"
        );
        assert_eq!(
            reflow(text, 100),
            "One line that is broken anew.\n\n   0   done; also when\n  75   again\n\n  plenary keep me as I am --quiet\n"
        );
    }

    #[test]
    fn a_label_that_leaves_no_room_is_no_margin() {
        assert_eq!(
            hang("2024-04-02 13:00  Came into the list\nshort", 20),
            "2024-04-02 13:00  Came\n  into the list\nshort\n"
        );
    }

    #[test]
    fn lines_are_broken_between_words_and_go_on_further_in() {
        let text = "short\n  one two three four five\nhttps://example.org/long\n";
        let expected =
            "short\n  one two\n    three\n    four\n    five\nhttps://example.org/long\n";
        assert_eq!(wrapped(text, Some(10)), expected);
        assert_eq!(wrapped(text, None), text);
    }
}
