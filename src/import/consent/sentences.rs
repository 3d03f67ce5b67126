//! Whole sentences that agree to something, with or without a yes before them.

use super::words::{AGREES, DOUBTFUL, YES, behind, is_in};
use crate::import::columns::{heading, holds_any};
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};

/// What may stand before such a sentence. The last ones are what plugins write before the text of a box: `Consented: …`.
const BEFORE: WordList = list![
    "yes",
    "yeah",
    "ja",
    "oui",
    "si",
    "tak",
    "haan",
    "han",
    "ji",
    "ie",
    "ydw",
    "consented",
    "agreed",
    "accepted",
];

/// Words that agree below a question for consent and may mean something else elsewhere: an invitation is accepted too.
const AGREEMENTS: WordList = list![
    "consented",
    "consent given",
    "consent granted",
    "permission given",
    "permission granted",
    "accepted",
    "i accept",
    "i give consent",
    "i give my consent",
    "i give permission",
    "i give my permission",
    "einverstanden",
    "ich bin einverstanden",
    "ich bin damit einverstanden",
    "zugestimmt",
    "akzeptiert",
    "ich akzeptiere",
    "einwilligung erteilt",
    "accepte",
    "j accepte",
    "d accord",
    "je suis d accord",
    "j autorise",
    "je donne mon accord",
    "je donne mon consentement",
    "consentement donne",
    "aceptado",
    "acepto",
    "autorizo",
    "de acuerdo",
    "estoy de acuerdo",
    "doy mi consentimiento",
    "zgoda",
    "zgoda wyrazona",
    "akceptuje",
    "zaakceptowano",
    "cytuno",
    "rwy n cytuno",
    "rydw i n cytuno",
    "dw i n cytuno",
    "manzoor hai",
    "mujhe manzoor hai",
];

/// How a sentence begins that agrees to what it goes on with, besides [`AGREES`].
const BEGINS: WordList = list![
    "i accept",
    "i agree",
    "i consent",
    "i give consent",
    "i give my consent",
    "i give permission",
    "i give my permission",
    "i am happy for",
    "i m happy for",
    "i wish to",
    "i want to",
    "i authorise",
    "i authorize",
    "please keep",
    "please send",
    "please add",
    "please sign me up",
    "send me",
    "ich bin einverstanden",
    "ich bin damit einverstanden",
    "ich erklare mich",
    "ich akzeptiere",
    "ich will",
    "ich wunsche",
    "ich hatte gern",
    "ich erlaube",
    "j autorise",
    "j aimerais",
    "je desire",
    "je voudrais",
    "je donne mon accord",
    "je donne mon consentement",
    "je suis d accord",
    "autorizo",
    "deseo",
    "quiero",
    "consiento",
    "me gustaria",
    "doy mi consentimiento",
    "doy mi autorizacion",
    "estoy de acuerdo",
    "hoffwn",
    "carwn",
    "cytunaf",
    "rydw i n cytuno",
    "dw i n cytuno",
    "rwy n rhoi caniatad",
    "rwy n hapus i",
    "mujhe",
];

/// As [`BEGINS`], in Polish, where `na` is no no: `zgodę na otrzymywanie`.
const POLISH: WordList = list![
    "wyrazam zgode",
    "zgadzam sie",
    "zgoda na",
    "chce",
    "chcialbym",
    "chcialabym",
    "akceptuje",
    "prosze o",
];

/// How a sentence begins that wishes for what it goes on with, whatever that is: `I want to keep it short`.
const WISHES: WordList = list![
    "i wish to",
    "i want to",
    "i would like",
    "i d like",
    "i would love",
    "i d love",
    "please keep",
    "ich will",
    "ich mochte",
    "ich wunsche",
    "ich hatte gern",
    "j aimerais",
    "je desire",
    "je souhaite",
    "je veux",
    "je voudrais",
    "deseo",
    "quiero",
    "me gustaria",
    "chce",
    "chcialbym",
    "chcialabym",
    "prosze o",
    "hoffwn",
    "carwn",
    "mujhe",
];

/// What somebody gets who wishes for it, between bars.
const GETS: &str = "receive|receiving|get|hear|informed|updated|kept posted|keep me posted|emailed|subscribe|join|be on|be added|\
    be included|stay on|remain on|keep me on|erhalten|bekommen|beziehen|abonnieren|empfangen|informiert|auf dem laufenden|kriegen|\
    recevoir|abonner|m inscrire|informe|informee|tenu au courant|tenue au courant|recibir|suscribirme|apuntarme|enterarme|\
    informado|informada|otrzymywac|otrzymac|otrzymywanie|dostawac|informowany|informowana|informowanie|zapisac|zapisanie|\
    dodanie|przesylanie|przeslanie|wysylanie|derbyn|dderbyn|clywed|glywed|cael gwybod|gael gwybod|ymuno|tanysgrifio|\
    danysgrifio|bhejein|bhejen|bhejiye|chahiye|chahie|milta rahe|milti rahe";

/// What is done with somebody who wishes to be in a photo, between bars.
const PICTURED: &str = "be photographed|being photographed|be filmed|fotografiert werden|gefilmt werden|etre photographie|\
    etre photographiee|etre filme|etre filmee|ser fotografiado|ser fotografiada|byc fotografowany|byc fotografowana|cael fy llun";

/// Where photos are taken that the question is about, between bars.
const HERE: &str = "at the event|at this event|at the conference|at this conference|at the meeting|during the event|during this event|\
    during the conference|bei der veranstaltung|auf der veranstaltung|wahrend der veranstaltung|pendant l evenement|\
    lors de l evenement|durante el evento|en el evento|podczas wydarzenia|podczas konferencji|yn y digwyddiad|\
    yn ystod y digwyddiad";

/// All that may stand in a sentence that agrees to photos and leave it a yes to all of them: no part of a person, no manner
/// and no place of use, as in `fotos de espaldas` and `photos of the crowd`.
const PHOTOS: &str = "\
    a ac all and any are at aufgenommen aufnahmen aus be being bild bilder bildes byc can captured cael das dass de del den der \
    des diffuser diffusion difusion die du dynnu ddefnyddio ei el en et etre eu ffotograffau fi fideo film filmed filming filmowanie \
    footage for foto fotografia fotografias fotografien fotografiert fotografii fotografowanie fotos fy gael gefilmt gemacht \
    grabado hacer hagan han i ich image images imagen imagenes is it je l la las le les likeness llun lluniau los ma machen may me \
    mein meine meiner meines mes mi mia mir mis moi moich mojego moje mon my myself o ohonof oraz of per permission photo \
    photograph photographe photographed photographie photographiee photographs photography photos picture pictures please \
    pour prendre prise prises publicacion publicar publication publiee publiees publier publikacje publikowanie publiquen \
    publish published qu que r record recorded recording recordings rhannu robienie rozpowszechnianie se ser sein sie sois soient \
    soit take taken taking that the these this to tomar tome tomen tynnu und us use used uso usar usen utilisation utilisees \
    utiliser utilizar utilicen utrwalanie uzycie veroffentlichen veroffentlicht veroffentlichung verwenden verwendet \
    verwendung video videos von werde werden wizerunku wykorzystanie wykorzystywanie y you your zdjec zdjecia zdjecie zu";

/// Words that leave a sentence no clear yes, besides [`DOUBTFUL`]: `Oui, j'accepte si c'est rare`.
const CONDITIONS: &str = "\
    abbestellen abbestellt abzubestellen allerdings ani arreter aucun aucune avoid away block blurred cease cesser cofam cofnieta dejar delete deleted \
    else elsewhere end erased forget forgotten odwolac odwolana odwolano odwoluje przestac quit quitter rezygnacja rezygnuje rid stopio \
    wycofac wycofana wycofuje zrezygnowac cropped diese dieser dieses dropped fewer hata know nikal os weniger aunque ausgenommen bedingung bina bis byth cannot cant chwaith condicion condition \
    conditions cuando cyhyd dim dokad dopoki eithrio exclusivamente gdy gdyby gwrthod hasta hochstens ile intern \
    interna internal internally interne interno isn jamais jedoch jednak jedynie jezeli jusqu kaum keinem keiner \
    keinerlei keines kiedy lecz less limited mientras moins nac nad nag nahin nein nid nif ningun ninguna \
    niemals no nobody non none nur oni oprocz other otherwise peidio peidiwch pod poki quand \
    rare rarely refuser reserve revoco s selten si sino sobald solamente solange statt subject tampoco than though \
    tra uncertain under unig unicamente unlikely unsure vorbehalt vorerst warunkiem weder when whether while won \
    wylacznie yet zadne zadnego zadnych zumindest";

/// The same in phrases, between bars.
const PHRASES: &str = "siempre que|s il|s ils|s elle|o ile|as long|so long|at most|at least|no more than|once you|only once|ar yr amod|\
    in case|au cas ou|en caso|w przypadku|im falle|take back|took back|dad danysgrifio|ddad danysgrifio|r gorau i|some other|another time|later on|one day";

/// What takes nothing back though a word of it may, when it is said to be polite.
const POLITE: [&str; 5] = [
    "s il vous plait",
    "s il te plait",
    "os gwelwch yn dda",
    "os gweli di n dda",
    "si es posible",
];

/// Tells whether an answer to a question for consent is a plain yes in other words, or such a yes behind another one:
/// `Accepted`, `Oui, j'accepte`.
pub(in crate::import) fn is_agreement(answer: &str) -> bool {
    if is_open(answer) {
        return false;
    }
    let words = heading(answer);
    let (first, rest) = words.split_once(' ').unwrap_or_default();
    let agrees = |words: &str| AGREEMENTS.contains(words);
    agrees(&words)
        || BEFORE.contains(first) && (agrees(rest) || rest.len() > 1 && YES.contains(rest))
}

/// Returns the sentence with which an answer agrees to something, without the yes before it; none if it is no such one or
/// if anything in it makes that depend on something or takes it back.
pub(in crate::import) fn sentence(answer: &str) -> Option<&str> {
    if is_open(answer) {
        return None;
    }
    let answer = answer.trim();
    let end = answer.find(|c: char| !c.is_alphanumeric());
    let (first, rest) = answer.split_at(end.unwrap_or(answer.len()));
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_yes = BEFORE.contains(heading(first).as_str()) && !rest.is_empty();
    let sentence = if is_yes { rest } else { answer };
    let mut words = heading(sentence);
    let begins = |list: WordList| list.iter().any(|start| behind(&words, start).is_some());
    let is_polish = begins(POLISH);
    if !is_polish && !begins(BEGINS) && !begins(AGREES) {
        return None;
    }
    for polite in POLITE {
        words = words.replace(polite, "");
    }
    // Those are words of Polish and Welsh that mean nothing of the kind.
    let is_small = |word: &str| matches!(word, "n" | "o" | "w");
    let takes_back = |word: &str| {
        (is_in(DOUBTFUL, word) && !is_small(word))
            || is_in(CONDITIONS, word)
            || word == "na" && !is_polish
    };
    let is_clear = !words.split(' ').any(takes_back) && !holds_any(&words, PHRASES);
    is_clear.then_some(sentence)
}

/// Tells whether a [`sentence`] says no less than that somebody agrees to get news or to be in any photo. A wish is
/// for something else too, `I want to be forgotten`, and what a photo may show is told in more words than can be known.
pub(in crate::import) fn gives(sentence: &str, field: Field) -> bool {
    let words = heading(sentence);
    let is_wish = WISHES.iter().any(|start| behind(&words, start).is_some());
    let wished = match field {
        Field::Photo => PICTURED,
        _ => GETS,
    };
    if is_wish && !holds_any(&words, wished) {
        return false;
    }
    if field != Field::Photo {
        return true;
    }
    let lists = [BEGINS, POLISH, AGREES].into_iter();
    let begun = lists.flat_map(|list| list.iter().filter(|start| behind(&words, start).is_some()));
    let begun = begun.map(|start| start.len()).max().unwrap_or_default();
    let mut rest = words[begun..].to_string();
    for here in HERE.split('|') {
        if let Some((before, behind)) = rest.split_once(here) {
            rest = format!("{before}{behind}");
        }
    }
    let is_known = |word: &str| is_in(PHOTOS, word) || word == "na";
    rest.split_whitespace().all(is_known)
}

/// Tells whether an answer asks back, or is a box that is not ticked.
fn is_open(answer: &str) -> bool {
    answer.contains('?') || answer.starts_with('☐') || answer.starts_with("[ ]")
}
