use super::expect::Expect;
use super::grid::Grid;
use super::words::{is_mail_label, is_price_label};

/// No sign-up has more prices, taxes and fees.
const MOST_PRICES: usize = 8;

/// Says whether two cells are what an unquoted decimal comma makes of a price: `12` and `50`, `€ 0` and `00 €`.
pub(super) fn is_parted(first: &str, last: &str) -> bool {
    let money = |c: char| !c.is_ascii_digit() && !c.is_alphabetic() || "EURPLNzłkr".contains(c);
    let (first, last) = (first.trim(), last.trim());
    let whole = first.trim_start_matches(money);
    let cents = last.trim_end_matches(money);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '\u{a0}' | '\u{202f}');
    whole.starts_with(|c: char| c.is_ascii_digit())
        && whole.len() <= 9
        && whole.chars().all(grouped)
        && whole.ends_with(|c: char| c.is_ascii_digit())
        && first.len() - whole.len() < 6
        && cents.len() == 2
        && digits(cents)
        && last.len() - cents.len() < 6
}

/// Finds the columns whose values an unquoted decimal comma parts in most rows, as they are numbered when all are
/// whole again. `surplus` is how many cells the rows have more than the header; without one nothing was parted.
pub(super) fn columns(
    text: &str,
    grid: &Grid,
    (labels, rows): (&[String], std::ops::Range<usize>),
    surplus: usize,
    address: Option<usize>,
) -> Vec<usize> {
    if labels.is_empty() || surplus == 0 || surplus > MOST_PRICES {
        return Vec::new();
    }
    let cell = |row, column| grid.cell(text, row, column);
    let parted = |column: usize| {
        let longer = |row: &usize| grid.width(*row) > column + 1;
        let (mut all, mut parted) = (0, 0);
        for row in rows.clone().filter(longer) {
            all += 1;
            parted += usize::from(is_parted(cell(row, column), cell(row, column + 1)));
        }
        parted > 0 && parted * 3 >= all * 2 && all * 2 >= rows.len()
    };
    let mut found = Vec::new();
    let mut column = 0;
    while column + 1 < labels.len() + surplus {
        if parted(column) {
            found.push(column - found.len());
            column += 1;
        }
        column += 1;
    }
    let label = |column: usize| labels.get(column).map_or("", String::as_str);
    if found.len() > surplus {
        found.retain(|column| is_price_label(label(*column)));
    }
    let expect = Expect {
        address,
        ..Expect::default()
    };
    let placed = expect.joined(&found).address.map(label);
    let sure = match placed {
        Some(label) if labels.iter().any(|label| is_mail_label(label)) => is_mail_label(label),
        _ => found.iter().all(|column| is_price_label(label(*column))),
    };
    if sure && found.len() <= surplus {
        found
    } else {
        Vec::new()
    }
}

/// Joins the two pieces in each of the columns where they stand, and says whether any did.
pub(super) fn join<T>(
    cells: &mut Vec<T>,
    columns: &[usize],
    text: impl Fn(&T) -> &str,
    two: impl Fn(&T, &T) -> T,
) -> bool {
    let before = cells.len();
    for &column in columns {
        if let [first, last, ..] = &cells[column.min(cells.len())..]
            && is_parted(text(first), text(last))
        {
            cells[column] = two(first, last);
            cells.remove(column + 1);
        }
    }
    cells.len() < before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_parted_by_its_comma() {
        for (first, last) in [
            ("0", "00"),
            ("12", "50 €"),
            ("€ 1.234", "50"),
            ("-5", "00"),
            ("1 200", "00 zł"),
        ] {
            assert!(is_parted(first, last), "{first},{last}");
        }
        for (first, last) in [
            ("1", "payé"),
            ("02:00:00", "10"),
            ("2024-03-01", "02"),
            ("1", "5"),
            ("", "00"),
            ("B00", "00"),
            ("07700900123", "00"),
            ("0.", "00"),
        ] {
            assert!(!is_parted(first, last), "{first},{last}");
        }
    }

    #[test]
    fn pieces_are_joined_where_they_stand() {
        let joined = |row: &str, columns: &[usize]| {
            let mut cells: Vec<String> = row.split(',').map(String::from).collect();
            let two = |one: &String, other: &String| format!("{one}.{other}");
            join(&mut cells, columns, String::as_str, two);
            cells.join(" ")
        };
        assert_eq!(joined("Jo,0,00,1,50,x", &[1, 2]), "Jo 0.00 1.50 x");
        assert_eq!(joined("Jo,free,0,1,50", &[1, 2]), "Jo free 0 1 50");
        assert_eq!(joined("Jo,0", &[1, 2]), "Jo 0");
    }
}
