use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::visible::visible_lines;

/// Cuts text to so many columns of a terminal; what is cut ends in `…`.
pub(super) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_string();
    }
    let mut cut = String::new();
    let mut used = 0;
    for c in text.chars() {
        let wide = c.width().unwrap_or(0);
        if used + wide + 1 > width {
            break;
        }
        used += wide;
        cut.push(c);
    }
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

/// What no column is squeezed below, unless its values are shorter.
const NARROWEST: usize = 8;

/// Returns how wide each column may be so that all of them, `gap` apart, fit into `room`. The first is what people
/// type next, so it is cut last; of the others the widest give way first. When even that is not enough, columns from
/// the end are left out (0).
pub(super) fn widths(natural: &[usize], gap: usize, room: usize) -> Vec<usize> {
    let least = |(at, width): (usize, &usize)| {
        if at == 0 {
            *width
        } else {
            (*width).clamp(1, NARROWEST)
        }
    };
    let needs = |kept: usize| {
        natural[..kept].iter().enumerate().map(least).sum::<usize>() + gap * kept.saturating_sub(1)
    };
    let mut kept = natural.len();
    while kept > 1 && needs(kept) > room {
        kept -= 1;
    }
    let mut widths = natural[..kept].to_vec();
    let gaps = gap * kept.saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > room {
        let others = widths
            .iter()
            .copied()
            .enumerate()
            .skip(usize::from(kept > 1));
        let Some((widest, width)) = others.max_by_key(|(_, width)| *width) else {
            break;
        };
        if width <= 1 {
            break;
        }
        widths[widest] -= 1;
    }
    widths.resize(natural.len(), 0);
    widths
}

/// Breaks text at spaces into lines of at most `width`; a longer word is broken where it must be.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in visible_lines(text).lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            for c in word.chars() {
                if !line.is_empty() && line.width() + c.width().unwrap_or(0) > width {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(c);
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_by_what_it_takes_on_the_terminal() {
        assert_eq!(cut("Ada Lovelace", 20), "Ada Lovelace");
        assert_eq!(cut("Ada Lovelace", 8), "Ada Lov…");
        assert_eq!(cut("Ada Lovelace", 5), "Ada…");
        assert_eq!(cut("田中太郎", 5), "田中…");
    }

    #[test]
    fn the_widest_columns_give_way_and_the_last_are_left_out() {
        assert_eq!(widths(&[8, 20, 30], 2, 80), [8, 20, 30]);
        assert_eq!(widths(&[8, 20, 30], 2, 40), [8, 14, 14]);
        assert_eq!(widths(&[8, 20, 30, 30], 2, 30), [8, 9, 9, 0]);
        assert_eq!(widths(&[20, 20, 20], 2, 40), [20, 8, 8]);
        assert_eq!(widths(&[8, 20], 2, 4), [4, 0]);
    }

    #[test]
    fn text_is_wrapped_at_spaces_and_long_words_where_they_must() {
        assert_eq!(
            wrapped("one two three\n\nfour", 8),
            ["one two", "three", "", "four"]
        );
        assert_eq!(wrapped("abcdefghij", 4), ["abcd", "efgh", "ij"]);
    }
}
