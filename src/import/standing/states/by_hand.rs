//! States in the words of people who keep a list by hand, language by language; those of products are found before them.

use super::Standing;

/// How one standing is written, each between bars.
const WORDS: &[(Standing, &str)] = &[
    (
        Standing::Cancelled,
        "no longer attending|no longer coming|no longer going|no longer joining|no longer participating|\
        not participating|not joining|not taking part|isn t coming|is not coming|isn t attending|is not attending|\
        refund issued|refund given|refund sent|refund paid|refund made|refund processed|\
        refund completed|refunded in full|full refund|has withdrawn|withdrew|has cancelled|has canceled|drop out|\
        dropout|dropped|asked to cancel|booking cancelled|ticket cancelled|place cancelled|place given up|gave up place|\
        erstattet|ruckerstattet|ruckerstattung|ruckzahlung|geld zuruck|zuruckgetreten|nimmt nicht mehr teil|\
        kommt nicht mehr|kommt doch nicht|nicht mehr dabei|doch nicht dabei|storno|stornierung|abmeldung|\
        hat abgesagt|hat storniert|teilnahme abgesagt|keine teilnahme|verhindert|entschuldigt|kann nicht|\
        kann nicht kommen|kann nicht teilnehmen|kann leider nicht|sagt ab|geloscht|widerrufen|\
        annulation|remboursement|desistement|ne vient plus|ne viendra pas|ne viendra plus|ne participe plus|\
        ne participera pas|ne peut pas venir|ne peut plus venir|ne sera pas la|ne sera pas present|\
        ne sera pas presente|a annule|s est desiste|s est desistee|absent e|absents|absentes|excuse e|declinee|retiree|empeche|\
        empechee|supprime|supprimee|rejete|rejetee|desistement confirme|\
        no viene|no vendra|ya no viene|ya no asiste|ya no asistira|no puede asistir|no puede venir|no podra asistir|\
        no podra venir|no participa|no participara|no acude|no acudira|no va a venir|no va a asistir|ha cancelado|\
        devuelto|devuelta|devolucion|reembolso|cancelacion|anulacion|retirado|retirada|declinado|declinada|ausente|\
        eliminado|eliminada|de baja|\
        zwrot|zwrocono|zwrot srodkow|zwrot pieniedzy|zwrot platnosci|zwrot kosztow|nie uczestniczy|\
        nie bierze udzialu|nie wezmie udzialu|nie przyjdzie|nie przyjedzie|nie bedzie|nie moze|nie moze przyjsc|\
        juz nie przyjdzie|wycofano|wycofal sie|wycofala sie|skreslony|skreslona|wypisany|wypisana|odwolany|odwolana|\
        odwolano|odwolal|odwolala|odrzucono|rezygnuje|usuniety|usunieta|anulacja|\
        canslwyd|canslo|wedi i ganslo|wedi ei ganslo|ddim yn dod|ddim yn mynychu|ddim yn gallu dod|nid yw n dod|\
        nid yw n mynychu|ni fydd yn dod|ni fydd yn mynychu|methu dod|methu mynychu|wedi tynnu n ol|tynnu n ol|\
        tynnwyd n ol|ad daliad|ad dalwyd|wedi ad dalu|gwrthodwyd|wedi gwrthod|ymddiheuriadau|absennol|\
        mansookh|mansukh|cancel ho gaya|cancel kar diya|cancel kiya|nahi aayenge|nahi aayega|nahi aayegi|\
        nahi aa rahe|nahi aa raha|nahi aa rahi|nahin aa rahe|nahi aa sakte|nahi aa sakta|nahi aa sakti|\
        shamil nahi|paise wapas|raqam wapas",
    ),
    (
        Standing::Waiting,
        "on reserve list|nachrucker|nachruckerin|nachruckliste|wartet|steht auf der warteliste|en espera|\
        en lista de espera|attend une place|rezerwa|na liscie rezerwowej|lista oczekujacych|ar y rhestr aros|\
        intezar mein|intezar ki list",
    ),
    (
        Standing::Pending,
        "unbezahlt|nicht bezahlt|noch offen|noch nicht bestatigt|impaye|non paye|a confirmer|no pagado|sin pagar|\
        por confirmar|sin confirmar|nieoplacone|nieoplacony|nieoplacona|niepotwierdzone|niepotwierdzony|\
        niepotwierdzona|oczekuje|mit vorbehalt|petrus|\
        zusage mit vorbehalt|wstepna akceptacja|wstepnie zaakceptowano|heb ei gadarnhau|heb dalu|i w gadarnhau",
    ),
    (
        Standing::Coming,
        "still coming|still attending|will attend|will come|is coming|teilnahme bestatigt|zugelassen|genehmigt|\
        gultig|kommt sicher|accepte|acceptee|approuve|approuvee|viendra|sera present|sera presente|present e|presents|presentes|inscrit e|inscrita|\
        aceptado|aceptada|aprobado|aprobada|viene|vendra|confirma|uczestniczy|bierze udzial|wezmie udzial|\
        potwierdzono|derbyniwyd|zaakceptowano|zaakceptowane|zaakceptowany|zaakceptowana|przyjdzie|bede|przyjety|przyjeta|zapisany|zapisana|oplacony|oplacona|cadarnhawyd|wedi cadarnhau|\
        wedi i gadarnhau|wedi talu|wedi cofrestru|yn dod|yn mynychu|bydd yn dod|tasdeeq shuda|aa rahe hain|\
        aa raha hai|aa rahi hai|aayenge|byddaf|bydda i|byddwn|gallaf",
    ),
];

/// Returns all words that stand here, each with what it means.
pub(super) fn words() -> impl Iterator<Item = (&'static str, Standing)> {
    let each = |(standing, words): &'static (Standing, &'static str)| {
        words.split('|').map(|word| (word, *standing))
    };
    WORDS.iter().flat_map(each)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::columns::heading;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for word in WORDS.iter().flat_map(|(_, words)| words.split('|')) {
            assert_eq!(heading(word), word);
        }
    }
}
