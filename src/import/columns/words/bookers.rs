//! Who books, buys or pays, by what they are called: what is asked under these words is asked of them, and not of those who
//! come if others do.

use super::is_any;

/// Who is never called so for coming, whatever stands around the word.
const BUYERS: &str = "buyer|buyers|purchaser|purchasers|payer|booker|bookers|orderer|kaufer|kaufers|kauferin|besteller|\
    bestellers|bestellerin|zahler|bucher|buchers|acheteur|acheteuse|payeur|payeuse|comprador|compradora|pagador|\
    kupujacy|kupujaca|kupujacego|kupujacej|zamawiajacy|zamawiajaca|zamawiajacego|zamawiajacej|platnik|platnika|nabywca|\
    nabywcy|prynwr|archebwr|kharidar|acquirente|koper";

/// Who may be called so for coming too.
const CUSTOMERS: &str = "customer|customers|client|clients|cliente|clientes|kunde|kunden|kundin|klient|klienta|klientka|\
    cwsmer|gahak";

/// What they do, beside what belongs to whoever does it: `Booking telephone`.
const ORDERS: &str = "booking|order|billing|invoice|buchung|buchungs|bestellung|bestell|rechnung|rechnungs|commande|\
    reservation|facturation|pedido|reserva|facturacion|zamowienia|zamowienie|rezerwacji|faktury|archeb|anfoneb";

/// Words around them that say nothing.
const JOINTS: &str = "s|of|the|de|du|des|del|der|la|le|l|d|r|y|ka|ki|ke";

/// How their words begin in German, where what is asked stands in the same word.
const STEMS: [&str; 4] = ["kaufer", "besteller", "kunden", "bucher"];

/// What is asked in the same word.
const ASKED: &str = "name|vorname|nachname|email|mail|telefon|firma";

/// Of whom a heading asks something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import::columns) enum Booker {
    /// Somebody who is called so only for having paid.
    Sure,
    /// Somebody who may be the one who comes, whatever they are called.
    Unsure,
}

/// Tells whether a heading asks something of whoever booked: the surer words wherever they stand, and the others as the
/// first or the last one.
pub(in crate::import::columns) fn booker(heading: &str) -> Option<Booker> {
    let mut words = heading.split(' ');
    if words.clone().any(|word| is_any(word, BUYERS)) {
        return Some(Booker::Sure);
    }
    let (first, last) = (words.next()?, words.next_back());
    let mut ends = [Some(first), last].into_iter().flatten();
    let is_one = |word: &str| {
        is_any(word, CUSTOMERS) || is_any(word, ORDERS) && heading != word || in_one(word).is_some()
    };
    ends.any(is_one).then_some(Booker::Unsure)
}

/// Returns a heading without the words for whoever booked; `name` if there are no others.
pub(in crate::import::columns) fn without_booker(heading: &str) -> String {
    let is_plain = |word: &&str| {
        let mut lists = [BUYERS, CUSTOMERS, ORDERS, JOINTS].into_iter();
        !lists.any(|list| is_any(word, list))
    };
    let words = heading.split(' ').filter(is_plain);
    let plain: Vec<&str> = words.map(|word| in_one(word).unwrap_or(word)).collect();
    match plain.is_empty() {
        true => "name".to_string(),
        false => plain.join(" "),
    }
}

/// Returns what is asked in one word with that for whoever booked: `name` of `kundenname`.
fn in_one(word: &str) -> Option<&str> {
    let rest = STEMS.iter().find_map(|stem| word.strip_prefix(stem));
    rest.filter(|rest| is_any(rest, ASKED))
}
