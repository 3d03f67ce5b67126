//! Who got back all that they have paid, as the amounts of an order say, though nothing says that they do not come.

use super::super::draft::Draft;
use super::super::words;
use super::unread;
use crate::import::columns::heading;
use crate::import::field::Field;
use crate::import::texts;

/// Headings of what was given back, between bars.
const REFUNDED: &str = "refunded amount|refund amount|amount refunded|amount of refund|total refunded|total refunds|refund total|\
    erstatteter betrag|ruckerstatteter betrag|erstattungsbetrag|betrag erstattet|montant rembourse|total rembourse|\
    montant du remboursement|importe reembolsado|total reembolsado|importe del reembolso|kwota zwrotu|zwrocona kwota|\
    swm a ad dalwyd";

/// Headings of what was paid, between bars.
const PAID: &str = "total paid|amount paid|paid amount|total amount paid|order total|total amount|gezahlter betrag|bezahlter betrag|\
    gesamtbetrag|montant paye|total paye|montant total|importe pagado|total pagado|importe total|kwota zaplacona|\
    zaplacona kwota|cyfanswm a dalwyd";

/// So many of those are named.
const NAMED: usize = 5;

/// Notes who got back as much as they paid: money alone cancels nobody, since it may be a gift, or be paid anew.
pub(in crate::import::columns) fn tell(draft: &mut Draft<'_>) {
    let column = |all| {
        let mut headings = draft.headings.iter();
        headings.position(|heading| words::is_any(heading, all))
    };
    let Some((refunded, paid)) = column(REFUNDED).zip(column(PAID)) else {
        return;
    };
    let cancels = |at: &usize, cell: &str| {
        let product = draft.product;
        draft.of(Field::Status).contains(at) && product.cancels.contains(heading(cell).as_str())
    };
    let rows = draft.rows().filter(|row| {
        let back = cents(row.cell(refunded));
        back > 0 && back >= cents(row.cell(paid)) && cents(row.cell(paid)) > 0
    });
    let rows = rows.filter(|row| {
        let mut states = draft.of(Field::Status).iter();
        !unread::is_said(draft, |at| row.cell(at)) && !states.any(|at| cancels(at, row.cell(*at)))
    });
    let named = rows.map(|row| format!("{} (line {})", draft.written(&row), row.line));
    let named: Vec<String> = named.collect();
    let count = match named.len() {
        0 => return,
        count => texts::rows(count),
    };
    let label = |at: usize| draft.table.header[at].trim();
    let more = if named.len() > NAMED { " and more" } else { "" };
    let note = format!(
        "\"{}\" is as high as \"{}\" in {count}, which cancels nobody; if they do not come, cancel them: {}{more}",
        label(refunded),
        label(paid),
        named[..named.len().min(NAMED)].join(", ")
    );
    draft.notes.push(note);
}

/// How much a cell says, in hundredths: `10.00`, `£10`, `1.234,50 €`; 0 if it says nothing of the kind.
fn cents(cell: &str) -> u64 {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let amount: String = cell.chars().filter(|c| is_part(*c)).collect();
    let (whole, part) = match amount.rsplit_once(['.', ',']) {
        Some((whole, part)) if part.len() <= 2 => (whole, part),
        _ => (&*amount, ""),
    };
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    format!("{digits}{part:0<2}").parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_however_it_is_written() {
        for (cell, expected) in [
            ("10.00", 1000),
            ("10", 1000),
            ("£10.5", 1050),
            ("1.234,50 €", 123_450),
            ("1,234", 123_400),
            ("-10.00", 1000),
            ("0.00", 0),
            ("", 0),
            ("free", 0),
        ] {
            assert_eq!(cents(cell), expected, "{cell}");
        }
    }

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [REFUNDED, PAID].iter().flat_map(|all| all.split('|')) {
            assert_eq!(heading(words), words);
        }
    }
}
