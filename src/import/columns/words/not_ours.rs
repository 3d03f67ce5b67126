//! What holds the words of news and is no wish to be sent ours: an address that is passed on, news for somebody else, a
//! list of something else, what becomes of somebody's own matter. Language by language, each between bars.

use super::{holds, holds_any, is_any, is_behind};

/// What is done with somebody's address or name that hands it to others.
const PASSING: &str = "share|shared|sharing|pass your|pass my|passed on|passed to|passing on|passing your|pass on|\
    pass these|pass them|forward your|forward my|forwarded to|we give|be given to|disclose|disclosed|circulate|circulated|visible|weitergeben|weitergegeben|weitergabe|weiterleiten|weitergeleitet|teilen|geteilt|ubermitteln|ubermittelt|\
    partager|partagees|partages|partage|transmettre|transmises|transmis|communiquer|communiquees|ceder|compartir|\
    compartidos|compartan|cesion|facilitar|transmitir|przekazac|przekazane|przekazanie|przekazywac|udostepnic|\
    udostepnienie|udostepniac|udostepniane|udostepnione|rannu|rhannu|trosglwyddo";

/// What is handed to them.
const DATA: &str = "detail|details|email|e mail|emails|address|addresses|data|contact|contacts|name|number|your info|\
    my info|your information|my information|daten|adresse|mailadresse|e mail adresse|kontaktdaten|name|namen|\
    coordonnees|donnees|courriel|nom|datos|direccion|correo|nombre|dane|danych|adres|adresu|manylion|cyfeiriad|ebost|\
    share with|shared with|passed to|passed on";

/// What is handed to a group that is not the one that asks.
const GIVING: &str =
    "give|given|giving|hand|handed|provide|geben|gegeben|donner|donnees|dar|dac|rhoi";
const TO_A_GROUP: &str = "to the local|to a local|to your local|to local|to another|to other|to others|to the group|to a group|\
    to the choir|to the committee|to the branch|an den|an die|an das|an einen|an eine|a la chorale|au groupe|al grupo|\
    al coro|grupie|i r cor|i r grwp";

/// What names no data of theirs: what is told of, and how.
const TOLD: [&str; 9] = [
    "details of",
    "details about",
    "by email",
    "by e mail",
    "via email",
    "per e mail",
    "par e mail",
    "par courriel",
    "por correo",
];

/// What is done with a name that others then read.
const LISTING: &str = "list your|list my|listed";

/// Where they read it.
const IN_A_LIST: &str = "in|on|among|publicly|with";

/// Whom it is handed to where it stays with those who ask, or comes from them.
const TO_EACH_OTHER: &str = "to our mailing list|on our mailing list|to our newsletter|with you|with me|with us|with the organisers|with the organizers|mit dir|mit ihnen|\
    mit euch|mit mir|mit uns|avec vous|avec toi|avec moi|avec nous|vous transmettre|te transmettre|vous communiquer|\
    vous partager|contigo|con usted|con nosotros|conmigo|z toba|z nami|ci informacje|panu informacje|pani informacje|\
    gyda chi|gyda ni|aap ke saath|hamare saath";

/// As [`TO_EACH_OTHER`], but for others as well.
const AND_OTHERS: &str = "with you and|with us and|with the organisers and|with us or|mit uns und|avec nous et|\
    con nosotros y|z nami i|gyda ni a";

/// Those who come as well: whoever would stay in touch with them has not asked for our news.
const FELLOWS: &str = "with other|with others|with each other|with one another|with fellow|other attendees|\
    other delegates|other participants|other guests|mit anderen|anderen teilnehmern|anderen teilnehmenden|\
    andere teilnehmer|untereinander|avec les autres|avec d autres|autres participants|entre participants|con otros|\
    con otras|con los demas|otros asistentes|otros participantes|z innymi|innym uczestnikom|inni uczestnicy|\
    gydag eraill|gyda phobl eraill|gyda chyfranogwyr eraill|dusron ke saath";

/// Their lists.
const FELLOW_LISTS: &str = "delegate mailing|delegates mailing|delegate s mailing|attendees mailing|\
    participants mailing|delegate list|delegates list|attendees list|participants list|mailing list of participants|\
    mailing list of attendees|mailing list of delegates|teilnehmerliste|liste des participants|\
    lista de participantes|liscie uczestnikow|lista uczestnikow|mailingowej uczestnikow";

/// News that are sent to whoever is on a list.
const NEWSLETTERS: &str = "newsletter|newsletters|mailing list|email list|rundbrief|mailverteiler|verteiler|\
    infolettre|liste de diffusion|boletin|lista de correo|newslettera|lista mailingowa|listy mailingowej|cylchlythyr|\
    rhestr bostio";

/// Whose news they are where they are those of who asks.
const OURS: &str = "our|unser|unseren|unserem|notre|nuestro|nuestra|nasz|naszego|naszej|ein|hamara";

/// Whose somebody else is.
const WHOSE: &str = "my|your|his|her|their|to|contact|email|mein|meine|meinen|meinem|meiner|dein|deine|deinen|deinem|\
    deiner|ihre|ihren|ihrem|ihrer|mon|ma|mes|votre|vos|ton|ta|tes|mi|mis|tu|tus|su|sus|moi|moim|moich|mojego|mojej|\
    mojemu|twoim|twoich|twojego|twojej|fy|eich|dy|mere|meri|ke";

/// Somebody else, to whom news would go.
const SOMEBODY_ELSE: &str = "manager|line manager|parent|parents|guardian|guardians|carer|carers|mother|father|mum|dad|\
    supervisor|boss|employer|secretary|assistant|colleague|colleagues|friend|friends|spouse|husband|wife|family|\
    tutor|teacher|doctor|eltern|mutter|vater|chef|chefin|vorgesetzten|arbeitgeber|kollegen|freunde|freunden|betreuer|\
    parents|mere|pere|tuteur|employeur|superieur|collegues|amis|padres|madre|padre|jefe|jefa|amigos|companeros|\
    empleador|rodzicom|rodzicow|rodzica|opiekuna|opiekunowi|przelozonego|przelozonemu|pracodawcy|znajomym|rhieni|\
    rheolwr|cyflogwr|walid|walida|walidain|dost|doston";

/// Somebody else, whoever it is.
const ANYBODY_ELSE: &str = "to a friend|to friends|to a colleague|to colleagues|to a relative|to somebody else|to someone else|\
    einem freund|einer freundin|an freunde|a un ami|a une amie|a un amigo|a una amiga|znajomemu|i ffrind";

/// Words behind which somebody else is not who gets the news.
const NOT_TO: &str = "support|supporting|help|helping|encourage|involve|protect|at|from|about|on|in|tell|bring|invite|bei|uber|chez|en|sobre|u|od|o|gan|am";

/// Whoever is asked, besides somebody else.
const AS_WELL: &str = "you and|you or|yourself and|yourself or|me and|sie und|dich und|mich und|vous et|moi et|usted y|\
    ti y|mi y|ciebie i|chi a ch";

/// What of theirs somebody may wait to hear of.
const MATTERS: &str = "application|ticket|order|booking|registration|submission|abstract|proposal|paper|poster|talk|session|request|enquiry|inquiry|\
    question|query|case|claim|complaint|appeal|payment|refund|invoice|visa|bursary|grant|stall|donation|shift|\
    needs|requirements|bewerbung|antrag|antrags|einreichung|beitrag|anfrage|zahlung|erstattung|vortrag|candidature|demande|dossier|\
    proposition|communication|paiement|remboursement|solicitud|candidatura|propuesta|peticion|pago|reembolso|ponencia|\
    zgloszeniu|zgloszenia|wniosku|platnosci|zwrocie|podaniu|cais|taliad|cynnig|darkhwast";

/// Whose it is.
const OWN: &str = "my|your|meine|meinen|meiner|deine|deinen|deiner|ihre|ihren|ihrer|mon|ma|votre|ta|ton|\
    mi|tu|su|moim|mojego|mojej|swoim|swojego|swojej|twoim|twojego|twojej|fy|eich|dy|meri|aapki|ki";

/// Words behind which it is something else.
const LINKS: &str = "to|for|of|in|on|at|by|about|and|or|zu|fur|in|und|oder|a|pour|sur|de|et|ou|para|sobre|y|o|do|na|w|i|am|ar";

/// Where others keep accounts, which one looks at there.
const PLATFORMS: &str = "youtube|you tube|tiktok|tik tok|linkedin|linked in|discord|slack|twitch|mastodon|bluesky|blue sky";

/// What one may subscribe to besides news.
const CHANNELS: &str = "channel|channels|podcast|podcasts|live stream|livestream|stream|journal|magazine|kanal|\
    zeitschrift|chaine|revue|canal|revista|czasopismo|kanalu|sianel|cylchgrawn";

/// How one does.
const FOLLOWING: &str = "subscribe|subscribing|follow|watch|join|abonnieren|folgen|abonner|suivre|suscribirme|\
    suscribirse|suscribirte|seguir|subskrybowac|tanysgrifio|dilyn";

/// What asks for news, whatever they are of.
const PLAINLY: &str = "news|updates|informed|updated|posted|up to date|neuigkeiten|informiert|auf dem laufenden|\
    actualites|nouvelles|informe|au courant|noticias|novedades|informado|aktualnosci|newyddion|diweddariadau|khabrein";

/// News for which it takes an address, which may stand beside them.
const MAILED: &str = "newsletter|newsletters|mailing list|email|emails|e mail|e mails|rundbrief|mailverteiler|\
    verteiler|infolettre|liste de diffusion|boletin|lista de correo|newslettera|lista mailingowa|cylchlythyr";

/// A list of mail, whatever it is of.
const LISTS: &str = "mailing list|mailing lists|email list|list|verteiler|mailingliste|liste|lista|listy|\
    rhestr";

/// Groups within an organisation, with lists of their own.
const GROUPS: &str = "local group|local groups|local branch|car sharing|carpooling|lift sharing|choir|choirs|orchestra|committee|committee s|working group|steering group|book club|reading group|\
    football|rota|speakers|volunteers|stewards|stallholders|chor|chors|ausschuss|ausschusses|arbeitsgruppe|lesekreis|chorale|comite|groupe de travail|coro|\
    grupo de trabajo|choru|komitetu|grupy roboczej|cor|pwyllgor|gweithgor";

/// Those who are in no group, besides those who are.
const WIDER: &str = "and supporters|supporters and|and friends|friends and|and members|members and|und unterstutzer|\
    et sympathisants|y simpatizantes|i sympatykow|a chefnogwyr";

/// What stands between a group and its list.
const OF: &str = "organising|organizing|diffusion|s|own|its|their|and|mailing|email|e|mail|for|of|the|our|local|der|des|du|de|la|le|l|fur|den|die|del|el|\
    dla|y|i";

/// Lists that send nothing.
const OTHER_LISTS: &str = "waiting list|wait list|guest list|speakers list|reserve list|warteliste|gasteliste|\
    liste d attente|lista de espera|lista rezerwowa|rhestr aros";

/// What stands behind `mailing` where somebody lives.
const PLACES: &str = "address|addresses|city|town|postcode|post code|postal|zip|state|province|region|county|country|\
    street|line|name|label|suburb|district";

/// Tells whether a question that holds the words of news asks for something else than to be sent ours.
pub(super) fn is_not_ours(words: &str) -> bool {
    let bare = without_topic(words);
    is_passed_on(&bare)
        || holds_any(words, FELLOW_LISTS)
        || holds_any(&bare, FELLOWS) && !is_behind(&bare, OURS, NEWSLETTERS)
        || is_for_somebody_else(&bare)
        || is_a_channel(&bare)
        || is_a_channel(words) && !holds_any(words, PLAINLY) && !holds_any(words, "future|upcoming")
        || holds_any(words, GROUPS)
            && !holds_any(words, WIDER)
            && (stand_together(words, GROUPS, LISTS) || stand_together(words, LISTS, GROUPS))
        || holds_any(words, OTHER_LISTS) && !holds_any(words, NEWSLETTERS)
        || is_an_address(words)
}

/// News of which it is said what they are about, and the words that say it.
const TOLD_OF: &str = "news|updates|update|emails|e mails|information|newsletter|newsletters|neuigkeiten|informationen|infos|\
    actualites|nouvelles|informations|noticias|novedades|informacion|informacje|newyddion|gwybodaeth";
const ABOUT: &str = "about|on how|regarding|concerning|uber|zu|sur|sobre|o|am|to share|to pass|to forward|to show|shared by";

/// Whom news go to stands behind their topic as well: `updates about the event to your manager`.
const GOES_TO: &str = "to|an|a|do|i";

/// What begins something else.
const JOINS: &str = "and|or|und|oder|et|ou|y|oraz|lub";

/// Returns a question without what the news are about that somebody would get: they may well be of friends or of a channel.
/// Where something is passed on before, or it is a matter of somebody else's whom they go to, all of it stays.
fn without_topic(words: &str) -> String {
    let all: Vec<&str> = words.split(' ').collect();
    let about = |at: usize| {
        let two = all.get(at..at + 2).map(|two| two.join(" "));
        is_any(all[at], ABOUT) || two.is_some_and(|two| is_any(&two, ABOUT))
    };
    let Some(at) = (1..all.len()).find(|at| about(*at) && is_any(all[at - 1], TOLD_OF)) else {
        return without_own_deed(words);
    };
    let head = all[..at].join(" ");
    if holds_any(&head, PASSING) || holds_any(&head, FELLOWS) {
        return words.to_string();
    }
    let goes_on = |at: &usize| {
        let is_whose = all.get(at + 1).is_some_and(|next| is_any(next, WHOSE));
        is_any(all[*at], JOINS) || is_any(all[*at], GOES_TO) && is_whose
    };
    // Of `to share with` itself nothing goes to them.
    let end = (at + 2..all.len()).find(goes_on).unwrap_or(all.len());
    // `Emails to share your details with others` does hand them over.
    if is_behind(&all[at..end].join(" "), OWN, DATA) {
        return words.to_string();
    }
    without_own_deed(&format!("{head} {}", all[end..].join(" ")))
}

/// How somebody asks for news themselves, and what they would do with them then.
const I_WOULD: &str = "i would like to receive|i d like to receive|i want to receive|i wish to receive|i would like to get";
const OWN_DEED: [&str; 4] = [
    " and share details with",
    " and share them with",
    " and share it with",
    " and pass them on to",
];

/// How somebody keeps others informed with the news that they get.
const KEEPING: [&str; 3] = ["like to keep your", "like to keep my", "want to keep my"];

/// Returns a question without what somebody would do themselves.
fn without_own_deed(words: &str) -> String {
    let mut words = words.trim_end().to_string();
    if holds_any(&words, I_WOULD) {
        let at = OWN_DEED.iter().filter_map(|deed| words.find(deed)).min();
        words.truncate(at.unwrap_or(words.len()));
    }
    for keeping in KEEPING {
        words = words.replace(keeping, "like to keep");
    }
    words
}

/// Tells whether a question is about a matter of somebody's own: `updates about your application`.
pub(super) fn is_about_ones_own(words: &str) -> bool {
    let words: Vec<&str> = words.split(' ').collect();
    // `Your access request`, `ihren gestellten Antrag`: up to two words say which.
    let near = |at: usize| {
        let next = words[at + 1..].iter().take(3);
        let mut next = next.take_while(|word| !is_any(word, LINKS));
        next.any(|word| is_any(word, MATTERS))
    };
    (0..words.len()).any(|at| is_any(words[at], OWN) && near(at))
}

fn is_passed_on(words: &str) -> bool {
    let listed = || holds_any(words, LISTING) && holds_any(words, IN_A_LIST);
    let given = || holds_any(words, GIVING) && holds_any(words, TO_A_GROUP);
    let passed = holds_any(words, PASSING) || listed() || given();
    let data = || {
        let mut data = words.to_string();
        for told in TOLD {
            data = data.replace(told, "");
        }
        holds_any(&data, DATA)
    };
    let stays = || holds_any(words, TO_EACH_OTHER) && !holds_any(words, AND_OTHERS);
    passed && data() && !stays()
}

/// Tells whether news would go to somebody else: who stands behind `from` or `about` gets none.
fn is_for_somebody_else(words: &str) -> bool {
    if holds_any(words, AS_WELL) {
        return false;
    }
    if holds_any(words, ANYBODY_ELSE) {
        return true;
    }
    if !is_behind(words, WHOSE, SOMEBODY_ELSE) {
        return false;
    }
    let words: Vec<&str> = words.split(' ').collect();
    (1..words.len()).any(|at| {
        let two = words.get(at..at + 2).map(|two| two.join(" "));
        let is_somebody =
            is_any(words[at], SOMEBODY_ELSE) || two.is_some_and(|two| is_any(&two, SOMEBODY_ELSE));
        let before = at.checked_sub(2).map_or("", |at| words[at]);
        is_somebody && is_any(words[at - 1], WHOSE) && !is_any(before, NOT_TO)
    })
}

/// Tells whether it is a channel that is asked for: news of one, or by one, are news.
fn is_a_channel(words: &str) -> bool {
    let channel = || {
        holds_any(words, CHANNELS) && (holds_any(words, FOLLOWING) || !holds_any(words, PLAINLY))
    };
    (holds_any(words, PLATFORMS) || channel()) && !holds_any(words, MAILED)
}

/// Tells whether nothing but [`OF`] stands between one of some words and one of others behind it.
fn stand_together(words: &str, before: &str, behind: &str) -> bool {
    let mut before = before.split('|').filter(|one| holds(words, one));
    before.any(|one| {
        words.match_indices(one).any(|(at, _)| {
            let rest = &words[at + one.len()..];
            let mut behind = behind.split('|').filter(|two| holds(rest, two));
            behind.any(|two| {
                let between = rest.find(&format!(" {two}")).map(|at| &rest[..at]);
                between
                    .is_some_and(|between| between.split_whitespace().all(|word| is_any(word, OF)))
            })
        })
    })
}

fn is_an_address(words: &str) -> bool {
    words.contains("mailing ") && is_behind(words, "mailing", PLACES)
}
