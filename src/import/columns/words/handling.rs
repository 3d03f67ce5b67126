//! What is done with news besides being sent them: they are carried round, passed on, read and judged, and one hears of other
//! things by them. Whoever does so has not asked for them.

use super::facts::{WISHES, wishes};
use super::{holds, holds_any, is_any};

/// News that come by themselves, the longest words first.
const NEWS: &str = "liste de diffusion|lettre d information|lista de correo|lista mailingowa|listy mailingowej|\
    liste mailingowa|rhestr bostio|mailing lists|mailing list|email list|newsletters|newsletter|newslettera|newslettery|\
    bulletins|bulletin|rundbriefe|rundbrief|infolettre|boletines|boletin|distribution lists|distribution list|cylchlythyrau|cylchlythyr|khabarnama";

/// Words that tell nothing of what is done.
const SMALL: &str = "the|a|an|our|your|this|that|it|us|of|about|you|is|was|are|event|monthly|weekly|local|printed|\
    der|die|das|den|dem|unseren|unserem|unser|einen|ihren|deinen|euren|sie|du|ihr|von|uns|davon|veranstaltung|ist|\
    la|le|les|l|notre|nos|votre|vos|un|une|vous|tu|elle|est|de|du|d|nous|evenement|el|los|nuestro|su|usted|nos|es|\
    nasz|nasze|naszego|czy|pan|pani|sie|jest|o|y|yr|r|ein|eich|yn|n|hamara|hamare|aap|ka|ki|ko|hai|hain";

/// What is done with them that brings them to others.
const CARRYING: &str = "deliver|delivers|delivery|distribution|distributing|distributes|forward|forwards|forwarding|circulate|\
    circulates|circulating|share|shares|sharing|drop|drops|fold|folds|advertise|publicise|promote|\
    verteilen|verteilst|verteilt|weiterleiten|leiten|weitergeben|teilen|austragen|\
    distribue|distribuer|distribuez|distribues|diffuse|diffuser|diffusez|transmettre|relayer|relaie|partager|partage|\
    reparte|repartir|reparto|repartes|distribuye|distribuir|difundir|difunde|reenviar|reenvia|compartir|comparte|\
    roznosi|roznosic|roznosze|roznosisz|rozdaje|rozdawac|rozprowadza|rozprowadzac|kolportuje|kolportowac|\
    udostepnia|udostepniac|przekazuje|przekazywac|dosbarthu|ddosbarthu|rhannu|taqseem|taqsim|baantna|bantna";

/// The same, where they are not what is brought but who gets it.
const BRINGING: &str = "send|post|announce";
const TO: &str = "to|on|with|at|an|uber|a|sur|do|na";

/// Who does it stands behind them.
const CARRIERS: &str = "round|rounds|route|routes|delivery|deliveries|deliverer|deliverers|distributor|distributors|distribution|\
    carrier|carriers|verteilung|austrager|austragerin|zusteller|zustellerin";

/// Words by which it is we who would do so, or with which it is done for whoever is asked.
const FOR_ME: &str = "me|my|please|inbox|email|e mail|emails|we|with you|to you|to your door|wir|mir|mich|ihnen|dir|euch|per mail|\
    moi|pouvons|peut on|te|podemos|mozemy|mi|ci|gawn|allwn|fi|hum|mujhe|look|looking";

/// That they are carried, as what somebody may consent to.
const CARRIED: &str = "delivery|distribution";

/// What leads from a wish to that, where small words are left out.
const LEADING: &str = "to|for|into|receive|be on|be added to";

/// What one consents with, also behind that.
const CONSENT: &str = "opt in|subscribe|subscription|consent|permission|agreement|ijazat";

/// By what it is we whom somebody lets do so.
const LETS_US: &str = "like us to|want us to|wish us to|prefer us to|happy for us to|ok for us to|okay for us to|fine for us to|\
    allow us to|permit us to|agree to us|consent to us|que nous";

/// Others to whom they would go, of whom whoever is asked is none.
const OTHERS: &str = "your street|your branch|your members|your group|your area|your ward|your neighbours|your neighbors|\
    your network|your friends|your organisation|your organization|your contacts|vos membres|votre groupe";

/// What has been done with them by whoever knows them.
const KNOWING: &str = "read|reads|got|had|gelesen|lesen|liest|lit|lire|lu|lisez|lee|leer|leido|leyo|czyta|czytac|czytal|czytala|\
    czytam|darllen|parha|parhi|parhte|parhti";

/// How they are judged.
const USEFUL: &str = "useful|helpful|interesting|informative|readable|nutzlich|hilfreich|informativ|utile|utiles|util|utiles|\
    przydatny|pomocny|ddefnyddiol|defnyddiol|faidemand|mufeed";

/// How somebody came to hear of something.
const HEARD: &str = "heard|found|learned|learnt|discovered|came|gehort|aufmerksam|gefunden|gekommen|connu|connue|connus|entendu|decouvert|decouverte|venu|venue|conocido|conocida|conocio|conociste|enterado|\
    enterada|entero|enteraste|supo|supe|supiste|dowiedzialem|dowiedzialam|dowiedzial|dowiedziala|dowiedziales|\
    dowiedzialas|wiem|slyszal|slyszala|slyszalem|slyszalam|clywais|clywsoch|clywodd|suna|maloom|pata";

/// The same, in words with which somebody may wish to hear of something too, so that nothing else may stand beside them.
const HEARING: &str = "hear|erfahren|clywed";

/// What leads from there to the news, which stand behind it, but in Urdu.
const VIA: &str =
    "via|by|through|from|in|on|uber|durch|aus|per|par|dans|por|en|mediante|z|ze|przez|trwy|drwy";

/// What somebody would hear more of.
const MORE: &str = "more|future|mehr|neuigkeiten|plus|mas|wiecej|mwy|zyada";

/// How a question begins that asks for the way by which somebody heard.
const HOW: &str = "how|where|wie|woher|comment|ou|como|donde|jak|skad|sut|ble|kaise|kahan";

/// That they have come already, as it stands about them without small words.
const RECEIVED: &str = "have received @|ve received @|have had @|have seen @|ve seen @|have been receiving @|have been getting @|\
    used to receive @|used to get @|habe @ erhalten|habe @ schon erhalten|habe @ bereits erhalten|habe schon @ erhalten|\
    habe bereits @ erhalten|habe @ bekommen|habe @ schon bekommen|habe schon @ bekommen|haben @ erhalten|haben @ schon erhalten|\
    haben @ bereits erhalten|ai recu @|ai deja recu @|avez recu @|avez deja recu @|recois deja @|recevez deja @|he recibido @|\
    ha recibido @|ya recibo @|otrzymalem @|otrzymalam @|otrzymalem juz @|otrzymalam juz @|dostalem @|dostalam @|\
    dostalem juz @|dostalam juz @|otrzymuje juz @|juz otrzymuje @|wedi derbyn @|wedi cael @|@ mil chuka|@ pehle mila";

/// What somebody would do for what stands in them, likewise.
const MAKING: &str = "interviewed for @|interviewed in @|interviewed by @|interview for @|interview in @|quoted in @|profiled in @|\
    profiled for @|article for @|articles for @|piece for @|contribute to @|interviewt fur @|interview fur @|interview im @|\
    fur @ interviewt|fur @ interviewen|fur @ interview|artikel fur @|beitrag fur @|interviewe pour @|interviewe e pour @|\
    interviewee pour @|interview pour @|interviewe dans @|article pour @|entrevistado para @|entrevistada para @|\
    entrevistado a para @|entrevista para @|articulo para @|wywiadu do @|wywiad do @|wywiadu dla @|wywiad dla @|artykul do @|\
    cyfweld ar gyfer @|gyfweld ar gyfer @|chyfweld ar gyfer @|cyfweliad ar gyfer @|gyfweliad ar gyfer @|erthygl ar gyfer @|\
    @ ke liye interview";

/// What somebody thinks of them, likewise.
const JUDGING: &str = "encuentra util @|encuentras util @|trouvez utile @|@ za przydatny|@ mufeed lagta|@ faidemand lagta";

/// How they are asked for in a sentence beside that, between bars.
const ASKED_BESIDE: &str = "may we|can we|could we|shall we|send me|email me|sign up|sign me up|subscribe|opt in|keep me|\
    add me|would you like|would like|durfen wir|mochten sie|mochte|pouvons nous|souhaitez vous|je souhaite|podemos|\
    desea|quiere|quiero|czy mozemy|chce|hoffwn|hoffech chi";

/// Words by which they are to be sent too, whatever else is done.
const SENT_TOO: &str = "receive|receiving|get|send|sent|subscribe|sign up|sign me up|join|add me|erhalten|bekommen|abonnieren|\
    recevoir|abonner|recibir|suscribir|suscribirme|otrzymywac|derbyn|dderbyn|danysgrifio";

/// Tells whether something else is done with news than that they are sent to whoever is asked: `Deliver newsletters?`,
/// `Heard via newsletter`. Who has had them or likes them may be asked beside that whether they should come.
pub(super) fn is_handled(words: &str, beside: &[String]) -> bool {
    let mut marked = format!(" {words} ");
    for news in NEWS.split('|') {
        marked = marked.replace(&format!(" {news} "), " @ ");
    }
    let said = marked.split_whitespace();
    let said: Vec<&str> = said.filter(|word| !is_any(word, SMALL)).collect();
    if !said.contains(&"@") {
        return false;
    }
    let fits = |said: &str, words: &str| is_any(said, words);
    let two = |one: &str, other: &str| {
        let mut pairs = said.windows(2);
        pairs.any(|pair| fits(pair[0], one) && fits(pair[1], other))
    };
    let three = |words: [&str; 3]| {
        let mut triples = said.windows(3);
        triples.any(|triple| {
            triple
                .iter()
                .zip(words)
                .all(|(said, word)| fits(said, word))
        })
    };
    let only = |words: &[&str]| {
        said.len() == words.len() && said.iter().zip(words).all(|(said, word)| fits(said, word))
    };
    let is_asked_beside = || {
        let mut others = beside.iter().filter(|other| *other != words);
        others.any(|other| holds_any(other, ASKED_BESIDE))
    };
    let is_last = |word: &str| said.last().is_some_and(|last| is_any(last, word));
    let carried = two(CARRYING, "@")
        || two("@", CARRYING)
        || three([CARRYING, TO, "@"])
        || three([BRINGING, TO, "@"])
        || three(["hand|hands|give|gives", "out", "@"])
        || is_last(CARRIERS) && two("@", CARRIERS);
    let bare = said.join(" ");
    if carried {
        return !holds_any(&marked, FOR_ME) && !lets_them_come(&bare, &marked);
    }
    if holds_any(&bare, MAKING) {
        return !holds_any(&marked, SENT_TOO);
    }
    if holds_any(words, MORE) {
        return false;
    }
    // That somebody has received them is none of the words with which one wishes to receive them.
    let mut without = bare.clone();
    for received in RECEIVED.split('|') {
        without = format!(" {without} ").replace(&format!(" {received} "), " ");
    }
    if without.trim() != bare && !wishes(without.trim()) || only(&["do", "like|enjoy|love", "@"]) {
        return !is_asked_beside();
    }
    if wishes(words) {
        return false;
    }
    let heard = || {
        let heard = said.iter().any(|word| is_any(word, HEARD)) || holds(words, "wedi clywed");
        heard && (two(VIA, "@") || two("@", "se"))
            || only(&[HEARD, "@"])
            || only(&["@", HEARD])
            || only(&["@", HEARD, VIA])
            || only(&[HEARING, VIA, "@"])
            || only(&[VIA, "@", HEARING])
            || three(["referred|recommended|empfohlen", VIA, "@"])
            || only(&["from|z", "@"])
    };
    let judged = || {
        is_last(USEFUL) && two("@", USEFUL)
            || three(["resulta|parece", USEFUL, "@"])
            || holds_any(&bare, JUDGING)
    };
    two(KNOWING, "@") || is_last(KNOWING) && two("@", KNOWING) || judged() || heard()
}

/// Tells whether one wishes or consents that they are carried, and not to carry them: `I consent to newsletter distribution`.
/// Takes the sentence without small words, and with them.
fn lets_them_come(bare: &str, marked: &str) -> bool {
    let ends_in = |words: &str, end: &str| {
        let rest = words.strip_suffix(end);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    };
    let wishes = |before: &str| {
        let mut before = before.trim_end();
        if ends_in(before, "join") {
            return false;
        }
        while let Some(end) = LEADING.split('|').find(|end| ends_in(before, end)) {
            before = before[..before.len() - end.len()].trim_end();
        }
        let mut wishes = WISHES.iter().chain(CONSENT.split('|'));
        wishes.any(|wish| ends_in(before, wish))
    };
    let is_wished = |carried: &str| {
        let mut found = bare.match_indices(carried);
        found.any(|(at, _)| {
            let behind = &bare[at + carried.len()..];
            // Who is in a team for it, or joins it, does it.
            let is_wished = behind.is_empty() && wishes(&bare[..at]);
            let is_granted = behind.starts_with(' ') && is_any(behind.trim_start(), CONSENT);
            ends_in(&bare[..at], "") && (is_wished || is_granted)
        })
    };
    let is_carried =
        |word: &str| is_wished(&format!("@ {word}")) || is_wished(&format!("{word} @"));
    holds_any(marked, LETS_US) && !holds_any(marked, OTHERS) || CARRIED.split('|').any(is_carried)
}

/// Tells whether a sentence asks how somebody came to hear of something: `Newsletter (how heard)`.
pub(super) fn is_how_heard(words: &str) -> bool {
    let said = words.split(' ').filter(|word| !is_any(word, SMALL));
    let said: Vec<&str> = said.collect();
    let is_heard = |word: &&str| is_any(word, HEARD) || is_any(word, HEARING);
    match said[..] {
        [heard] => is_any(heard, HEARD),
        [how, ..] if is_any(how, HOW) => said.iter().any(is_heard),
        [heard, via] => is_any(heard, HEARD) && is_any(via, VIA),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::heading;
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for list in [
            NEWS,
            SMALL,
            CARRYING,
            BRINGING,
            TO,
            CARRIERS,
            FOR_ME,
            KNOWING,
            USEFUL,
            HEARD,
            HEARING,
            VIA,
            MORE,
            HOW,
            CARRIED,
            LEADING,
            CONSENT,
            LETS_US,
            OTHERS,
            ASKED_BESIDE,
        ] {
            for words in list.split('|') {
                assert_eq!(heading(words), words);
            }
        }
    }
}
