use std::fmt::Write;

use chrono::NaiveDate;

/// The size of the picture, and of what is left free around the bars for words, in user units.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 240.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 32.0;

/// From so many days on, a bar is a week: more bars than that could not be told apart.
const MANY_DAYS: i64 = 92;

/// Draws how many people signed up on which day as a picture (SVG 1.1) that holds counts and nothing about anybody.
/// Days on which nobody signed up have no bar. The same days give the same bytes.
pub fn plot(event: &str, days: impl IntoIterator<Item = (NaiveDate, usize)>) -> String {
    let days: Vec<(NaiveDate, usize)> = days.into_iter().collect();
    let (Some(first), Some(last)) = (
        days.iter().map(|(day, _)| *day).min(),
        days.iter().map(|(day, _)| *day).max(),
    ) else {
        return picture(&format!("{event}: no sign-ups yet"), "", "");
    };
    let step = if (last - first).num_days() >= MANY_DAYS {
        7
    } else {
        1
    };
    let slots = usize::try_from((last - first).num_days() / step + 1).unwrap_or(1);
    let mut bars = vec![0_usize; slots];
    for (day, count) in &days {
        let at = usize::try_from((*day - first).num_days() / step).unwrap_or(0);
        bars[at] += count;
    }
    let total: usize = bars.iter().sum();
    let top = ceiling(bars.iter().copied().max().unwrap_or(0));
    let unit = if step == 7 { "week" } else { "day" };
    let title = format!(
        "{event}: {total} sign-up{}",
        if total == 1 { "" } else { "s" }
    );
    let about = format!("By {unit}, {} to {}", date(first), date(last));
    picture(
        &title,
        &about,
        &(grid(top) + &columns(&bars, top) + &ends(first, last, slots)),
    )
}

/// Returns the lowest number of at least `most` that four equal steps lead to: 4, 8, 12, 20, 40 …
fn ceiling(most: usize) -> usize {
    let mut scale = 1;
    loop {
        for part in [1, 2, 3, 5] {
            if 4 * part * scale >= most {
                return 4 * part * scale;
            }
        }
        scale *= 10;
    }
}

fn height(count: usize, top: usize) -> f64 {
    count as f64 / top as f64 * (HEIGHT - TOP - BOTTOM)
}

fn grid(top: usize) -> String {
    let mut text = String::new();
    for part in 0..=4 {
        let count = top * part / 4;
        let y = HEIGHT - BOTTOM - height(count, top);
        let _ = write!(
            text,
            "<path class=\"grid\" d=\"M{LEFT} {y:.1}H{:.1}\"/>\n<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{count}</text>\n",
            WIDTH - RIGHT,
            LEFT - 8.0,
            y + 4.0,
        );
    }
    text
}

fn columns(bars: &[usize], top: usize) -> String {
    let room = (WIDTH - LEFT - RIGHT) / bars.len() as f64;
    let wide = (room * 0.8).min(48.0);
    let mut text = String::new();
    for (at, count) in bars.iter().enumerate().filter(|(_, count)| **count > 0) {
        let (x, tall) = (
            LEFT + room * (at as f64 + 0.5) - wide / 2.0,
            height(*count, top),
        );
        let y = HEIGHT - BOTTOM - tall;
        let _ = writeln!(
            text,
            "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{wide:.2}\" height=\"{tall:.2}\"><title>{count}</title></rect>"
        );
    }
    text
}

/// The first and the last day below the bars.
fn ends(first: NaiveDate, last: NaiveDate, slots: usize) -> String {
    let y = HEIGHT - BOTTOM + 20.0;
    let mut text = format!("<text x=\"{LEFT}\" y=\"{y}\">{}</text>\n", date(first));
    if slots > 1 {
        let x = WIDTH - RIGHT;
        let _ = writeln!(
            text,
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"end\">{}</text>",
            date(last)
        );
    }
    text
}

fn date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

fn picture(title: &str, about: &str, inner: &str) -> String {
    let (title, about) = (escaped(title), escaped(about));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         role=\"img\" aria-labelledby=\"title about\">\n\
         <title id=\"title\">{title}</title>\n<desc id=\"about\">{about}</desc>\n\
         <style>text{{font:12px system-ui,sans-serif;fill:#333}}.head{{font-size:15px;font-weight:600}}\
         .grid{{stroke:#ddd;fill:none}}rect{{fill:#2b6cb0}}.paper{{fill:#fff}}</style>\n\
         <path class=\"paper\" d=\"M0 0H{WIDTH}V{HEIGHT}H0z\"/>\n\
         <text class=\"head\" x=\"12\" y=\"20\">{title}</text>\n<text x=\"12\" y=\"36\">{about}</text>\n{inner}</svg>\n"
    )
}

/// Returns text as XML 1.0 may hold it.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    fn days(first: NaiveDate, counts: &[usize]) -> Vec<(NaiveDate, usize)> {
        let day = |at: usize| first.checked_add_days(Days::new(at as u64)).expect("a day");
        counts
            .iter()
            .enumerate()
            .map(|(at, count)| (day(at), *count))
            .collect()
    }

    fn first() -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 3, 1).expect("a day")
    }

    #[test]
    fn a_bar_a_day_and_none_for_a_day_without_sign_ups() {
        let picture = plot("A & <B>", days(first(), &[3, 0, 7]));
        assert_eq!(picture.matches("<rect").count(), 2);
        assert!(picture.contains("<title id=\"title\">A &amp; &lt;B&gt;: 10 sign-ups</title>"));
        assert!(picture.contains("<desc id=\"about\">By day, 1 March 2024 to 3 March 2024</desc>"));
        assert!(
            picture.contains("height=\"143.50\"><title>7</title>"),
            "{picture}"
        );
    }

    #[test]
    fn many_days_are_drawn_by_week() {
        let picture = plot("Spring", days(first(), &[1; 200]));
        assert_eq!(picture.matches("<rect").count(), 29);
        assert!(picture.contains("By week"));
    }

    #[test]
    fn an_event_without_sign_ups_has_a_picture_that_says_so() {
        assert!(plot("Spring", []).contains("no sign-ups yet"));
    }

    #[test]
    fn the_scale_ends_at_a_round_number() {
        let tops: Vec<usize> = [0, 4, 5, 13, 21, 41, 1300]
            .into_iter()
            .map(ceiling)
            .collect();
        assert_eq!(tops, [4, 4, 8, 20, 40, 80, 2000]);
    }
}
