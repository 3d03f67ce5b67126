use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

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

/// Returns how wide each column may be so that all of them, `gap` apart, fit into `room`. The widest give way first;
/// when even that is not enough, columns from the end are left out (0).
pub(super) fn widths(natural: &[usize], gap: usize, room: usize) -> Vec<usize> {
    let least = |width: &usize| (*width).clamp(1, NARROWEST);
    let mut kept = natural.len();
    let needs = |kept: usize| {
        natural[..kept].iter().map(least).sum::<usize>() + gap * kept.saturating_sub(1)
    };
    while kept > 1 && needs(kept) > room {
        kept -= 1;
    }
    let mut widths = natural[..kept].to_vec();
    let gaps = gap * kept.saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > room {
        let Some((widest, width)) = widths
            .iter()
            .copied()
            .enumerate()
            .max_by_key(|(_, width)| *width)
        else {
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
        assert_eq!(widths(&[8, 20], 2, 4), [4, 0]);
    }
}
