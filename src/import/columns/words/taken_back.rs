//! Headings that say that somebody has left the list or taken a consent back: `Consent withdrawn on`, `Newsletter
//! abgemeldet am`. They may hold nothing that is not known: lunch, a workshop and a waiting list are left too.

use super::is_any;
use super::pictured::PHOTOS;

/// What somebody wants no more of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import::columns) enum Of {
    News,
    Photos,
    /// A consent that is not named may be either.
    Both,
}

/// How one leaves what is no event, between bars; each says by itself that it is a list of ours.
const LEAVES: &str = "unsubscribed|unsubscribe|unsub|unsubbed|unsubscription|opted out|opt out|optout|opting out|opts out|\
    opted out of|do not email|don t email|do not e mail|do not contact|don t contact|no bulk emails|no bulk email|\
    no mass emails|no emails|no newsletter|no mailings|no marketing|no further emails|no more emails|suppressed|suppression|\
    blacklisted|blocklisted|asked to be removed|asked to be taken off|asked for removal|requested removal|\
    wants to be removed|asked us to stop|\
    left list|left the list|left our list|left mailing list|left the mailing list|left our mailing list|left newsletter|\
    left the newsletter|off the list|off mailing list|off the mailing list|newsletter cancellation|cancellation of newsletter|\
    abbestellt|abbestellung|newsletterabmeldung|nicht kontaktieren|keine e mails|\
    desinscrit|desinscrite|desinscrit e|desinscription|desabonne|desabonnee|desabonnement|ne plus contacter|ne pas contacter|\
    ne plus ecrire|ne plus envoyer d e mails|\
    fecha de baja|fecha baja|dado de baja|dada de baja|se dio de baja|desuscrito|desuscrita|desuscripcion|no contactar|\
    no desea correos|no desea recibir correos|no quiere correos|\
    wypisany|wypisana|wypisano|wypisanie|wypisania|wypisal|wypisala|nie kontaktowac|\
    dad danysgrifio|dad danysgrifiwyd|dad danysgrifiodd|peidio a chysylltu|dim e byst|\
    emails nahi|email na bhejein";

/// How one takes back what has to be named, between bars.
const TAKES_BACK: &str = "withdrawn|withdrew|withdraws|withdrawal|revoked|revocation|rescinded|cancelled|canceled|stopped|\
    ended|objected|objects|objection|refused|declined|no longer wants|no longer wishes|no longer wishes to receive|\
    no longer wants to receive|no longer receives|does not want|doesn t want|\
    widerrufen|widerruf|zuruckgezogen|zuruckgenommen|abgemeldet|abmeldung|abmeldedatum|gekundigt|kundigung|\
    verlassen|widersprochen|widerspruch|\
    revoque|revoquee|revocation|annule|annulee|resilie|resiliee|oppose|opposition|retrait|\
    retirado|retirada|revocado|revocada|revocacion|cancelado|cancelada|cancelacion|anulado|anulada|baja|\
    rezygnacja|rezygnacji|zrezygnowal|zrezygnowala|zrezygnowano|wycofano|wycofana|wycofanie|wycofania|wycofal|wycofala|\
    cofnieto|cofnieta|cofniecie|cofniecia|odwolana|odwolano|\
    dynnu n ol|tynnu n ol|tynnwyd n ol|tynnwyd yn ol|canslwyd|ganslo|\
    wapas|band kar|band kiya|band karein|mansookh|khatam";

/// How one is taken off a list, between bars: there are lists on which one waits for what others cancel.
const TAKES_OFF: &str = "removed|removal|taken off|came off|quit|no longer on|entfernt|geloscht|ausgetragen|austragung|\
    retire|retiree|quitte|quittee|eliminado|eliminada|usuniety|usunieta|usunieto|thynnu oddi ar|dynnu oddi ar|nikala";

/// News, and the lists of those who get them, between bars. One address does not make a list.
const NEWS: &str = "newsletter|newsletters|e newsletter|enewsletter|news|bulletin|updates|marketing|mailing list|mailing lists|\
    mailing|mailings|mail list|email list|e mail list|distribution list|bulk emails|bulk email|mass emails|emails|e mails|\
    marketing emails|communications|email subscription|\
    rundbrief|verteiler|emailverteiler|mailverteiler|mailingliste|infomail|\
    infolettre|lettre d information|lettre d info|liste de diffusion|\
    boletin|boletines|lista de correo|correos|lista de distribucion|\
    newslettera|biuletyn|biuletynu|lista mailingowa|listy mailingowej|mailingu|marketingu|\
    cylchlythyr|rhestr bostio|e byst|khabarnama";

/// A list that may be one of ours, between bars.
const LIST: &str = "list|lists|liste|lista|listy|rhestr";

/// A consent that may be to anything, between bars.
const CONSENT: &str = "consent|consents|permission|permissions|einwilligung|zustimmung|einverstandnis|consentement|accord|\
    autorisation|consentimiento|autorizacion|zgoda|zgody|zgode|caniatad|cydsyniad|ijazat|razamandi";

/// What says no more than when, who and how, between bars. `Newsletter (unsubscribe at any time)` asks for one.
const AROUND: &str = "please|has|have|is|was|been|were|they|who|the|our|their|your|all|us|me|my|i|from|of|to|on|in|at|by|for|\
    and|or|date|dated|time|timestamp|when|since|status|flag|user|subscriber|subscription|email|e mail|mail|gdpr|data|\
    processing|protection|everything|being|\
    am|vom|von|dem|den|der|die|das|des|aus|zum|zur|datum|wann|seit|hat|ist|wurde|sich|und|oder|dsgvo|\
    le|la|l|les|de|du|d|a|au|aux|ete|est|s est|s|sa|son|depuis|toutes|tous|et|ou|rgpd|mails|\
    el|los|las|del|se|ha|fue|sido|fecha|correo|su|\
    data|dnia|z|ze|od|zostal|zostala|na|rodo|\
    dyddiad|wedi|ei|r|y|yr|o|ar|oddi|gan|thi|\
    ki|ka|ko|tareekh|kiya|kar|diya|gaya|gayi|hui|hua|li|hai|liya";

/// What stands between one thing and another, between bars.
const OR: &str = "or|and|oder|und|bzw|ou|et|o|u|y|lub|albo|i|neu|ac|ya|aur";

/// Beside which a withdrawal tells why, or with which letter it came, and no more than that: any words there are one.
const WHY: &str = "reason|reasons|reason other|campaign|campaign title|campaign id|grund|raison|motif|motivo|powod|rheswm|wajah";

/// How a heading of a withdrawal begins or ends that tells why.
const WHY_LEFT: &str = "unsub|unsubscribe|unsubscribed|unsubscribing|unsubscription|opt out|opting out|abmeldegrund|newsletterabmeldung|desinscription|\
    desabonnement|wypisania";

const LISTS: [&str; 8] = [
    LEAVES, TAKES_BACK, TAKES_OFF, NEWS, LIST, CONSENT, PHOTOS, AROUND,
];

/// Tells what a heading, of which this is the text, says to be wanted no more, if it says that and nothing else.
pub(in crate::import::columns) fn of(heading: &str, text: &str) -> Option<Of> {
    let of = of_one(&kinds(heading)?)?;
    (!names_both(text)).then_some(of)
}

/// Tells of which lists there are words in a heading; none if there are others too.
fn kinds(heading: &str) -> Option<[bool; LISTS.len()]> {
    let mut said = [false; LISTS.len()];
    let mut rest = heading;
    while !rest.is_empty() {
        // Of words that begin alike the longest ones are meant.
        let lists = LISTS.iter().enumerate();
        let known = lists.filter_map(|(kind, list)| Some((kind, behind(rest, list)?)));
        let (kind, behind) = known.min_by_key(|(_, behind)| behind.len())?;
        said[kind] = true;
        rest = behind;
    }
    Some(said)
}

fn of_one(said: &[bool; LISTS.len()]) -> Option<Of> {
    let &[
        leaves,
        takes_back,
        takes_off,
        news,
        list,
        consent,
        photos,
        _,
    ] = said;
    let is_off = leaves || (takes_back || takes_off) && (news || consent) || takes_off && list;
    match () {
        () if !is_off => None,
        () if photos && !news => (leaves || consent).then_some(Of::Photos),
        () if photos || consent && !news && !leaves => Some(Of::Both),
        () => Some(Of::News),
    }
}

/// Tells whether a heading names both what is agreed to and that it is taken back, below which a yes or a day may be either:
/// `Consent / withdrawal`. What is withdrawn there is named before, and not where it is withdrawn.
fn names_both(text: &str) -> bool {
    let plain = super::super::heading::heading;
    let words = text
        .split_whitespace()
        .map(|word| match is_any(&plain(word), OR) {
            true => "/",
            false => word,
        });
    let text = words.collect::<Vec<&str>>().join(" ");
    let parts: Vec<_> = text
        .split(['/', '|', '&'])
        .map(|part| (kinds(&plain(part)), plain(part)))
        .collect();
    let leaves = |said: &[bool; LISTS.len()]| said[..3].contains(&true);
    let names = |said: &[bool; LISTS.len()]| said[3..7].contains(&true);
    let parts = || {
        parts
            .iter()
            .filter_map(|(said, part)| Some((said.as_ref()?, part)))
    };
    parts().any(|(said, _)| leaves(said) && !names(said))
        && parts().any(|(said, part)| {
            !leaves(said) && (names(said) || super::holds(part, "subscription"))
        })
}

/// Tells whether a heading asks why somebody has left the list.
pub(in crate::import::columns) fn is_why(heading: &str) -> bool {
    let parts = |first: &str, second: &str| is_any(first, WHY_LEFT) && is_any(second, WHY);
    let mut gaps = heading.match_indices(' ');
    is_any(heading, "abmeldegrund|newsletter abmeldegrund")
        || gaps.any(|(at, _)| {
            let (first, second) = (&heading[..at], &heading[at + 1..]);
            let reason = ["for ", "de ", "de la "].into_iter();
            let mut reason = reason.filter_map(|small| second.strip_prefix(small));
            parts(first, second)
                || parts(second, first)
                || reason.any(|second| parts(second, first))
        })
}

/// Returns what follows the longest of some words, between bars, with which a heading begins.
fn behind<'w>(heading: &'w str, words: &str) -> Option<&'w str> {
    let follows = |word: &str| {
        let rest = heading.strip_prefix(word)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim_start())
    };
    let all = words.split('|').filter_map(follows);
    all.min_by_key(|rest| rest.len())
}

#[cfg(test)]
mod tests {
    use super::super::super::heading::heading;
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for list in [
            LEAVES, TAKES_BACK, TAKES_OFF, NEWS, LIST, CONSENT, AROUND, WHY, WHY_LEFT,
        ] {
            for words in list.split('|') {
                assert_eq!(heading(words), words);
            }
        }
    }
}
