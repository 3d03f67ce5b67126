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
    if line.width() <= room || indent > 0 && !body.contains("  ") {
        return line.to_string();
    }
    let said = body.rfind("  ").map_or(0, |at| indent + at + 2);
    let label = &line[..said];
    let deep = label.width();
    let deep = if deep > room / 2 { indent + 2 } else { deep };
    let mut hung = label.to_string();
    let mut column = label.width();
    let mut fresh = true;
    for word in line[said..].split(' ').filter(|word| !word.is_empty()) {
        if !fresh && column + 1 + word.width() > room {
            hung.push('\n');
            hung.extend(std::iter::repeat_n(' ', deep));
            column = deep;
        } else if !fresh {
            hung.push(' ');
            column += 1;
        }
        hung.push_str(word);
        column += word.width();
        fresh = false;
    }
    hung
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
}
