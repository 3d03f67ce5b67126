//! News and photos in one question: a photo in the newsletter is a photo, and the newsletter with photos is news; only
//! who is asked for both can consent to both.

use super::not_ours::is_not_ours;
use super::photographing;
use super::sentences::sentences;
use super::{holds_any, is_any, is_behind, scores};
use crate::import::columns::heading::heading;
use crate::import::field::Field;

/// News where they are named and no more.
const NEWS: &str = "newsletter|newsletters|bulletin|updates|update|news|mailing|mailings|list|email|emails|marketing|\
    communications|rundbrief|verteiler|mailingliste|infomail|neuigkeiten|infolettre|actualites|nouvelles|boletin|\
    noticias|novedades|newslettera|informacje|cylchlythyr|diweddariadau|newyddion|khabrein|khabarnama";

/// Photos where they are named and no more.
pub(super) const PHOTOS: &str = "pics|tasveeren|tasveerein|tasweer|tasweeren|tasweerein|taswir|photo|photos|photograph|photographs|photography|picture|pictures|pics|image|images|video|videos|\
    film|filming|foto|fotos|bild|bilder|fotografie|fotografien|photographie|photographies|imagen|imagenes|fotografias|\
    fotoaufnahmen|bildaufnahmen|filmaufnahmen|videoaufnahmen|zdjecia|zdjec|wizerunek|lluniau|ffotograffau|ffotograffiaeth|tasveer|tasaveer";

/// Photos in words that may mean much else where no news are named.
const IMAGES: &str = "image|images|bild|bilder|imagen|imagenes";

/// What stands between them where both are asked for.
const AND: &str = "and|or|n|und|oder|et|ou|y|e|o|i|oraz|lub|a|ac|neu|aur|ya";

/// What stands around them and leaves it a list of what is asked for.
const AROUND: &str = "consent|consents|permission|permissions|preferences|opt|opts|in|ins|yes|no|agree|happy|ok|okay|\
    please|do|you|we|your|my|the|our|with|to|both|gdpr|data|privacy|protection|privat|dsgvo|einwilligung|einwilligungen|\
    zustimmung|datenschutz|ja|nein|rgpd|accord|consentement|autorisation|autorisations|oui|non|consentimiento|\
    autorizacion|si|rodo|zgoda|zgody|na|tak|nie|caniatad|ijazat";

/// How news come to somebody.
const COME: &str = "receive|receiving|send|sent|sending|subscribe|subscribing|join|add|added|sign up|sign me up|keep|\
    kept|hear|get|informed|touch|erhalten|bekommen|zusenden|schicken|senden|abonnieren|anmelden|informiert|informieren|\
    recevoir|envoyer|abonner|inscrire|recibir|enviar|enviarle|enviarte|suscribirme|suscribirse|otrzymywac|wysylac|\
    przesylac|zapisac|derbyn|dderbyn|gael|anfon|bhejein|bhej";

/// How somebody is written to.
const WRITTEN_TO: &str = "to email|email you|email me|e mail you|e mail me|mail me|mail you|contact you|contact me|contacted|\
    invited|notified|notify me|tell you|tell me|told|by email|by e mail|per mail|per e mail|per email|par mail|par e mail|\
    par courriel|por correo|por email|kontaktieren|contacter|contactar|mailem|drwy e bost";

/// How somebody is asked whether they would have something.
const WANT: &str = "like|want|wish|interested|mochten|mochte|mochtest|wollen|willst|will ich|souhaitez|souhaite|voulez|\
    veux|voudrais|aimeriez|desea|deseo|quieres|quiero|quiere|chcesz|chce|chcialbym|chcialabym|hoffech|hoffwn|chahte|chahiye";

/// How somebody is asked whether they let others do something.
const LET: &str = "agree|agrees|agreed|consent|consents|consented|consenting|permits|allows|accepts|\
    einverstandnis|einverstandniserklarung|einwilligung|einwilligen|zustimmung|zustimmen|genehmigung|permiso|zezwolenie|zezwalam|cydsyniad|accept|happy|\
    ok|okay|fine|allow|allowed|permit|permission|release|willing|mind|comfortable|can we|may we|could we|can i|may i|\
    darf|durfen|freigabe|autorisation|consentement|autorizacion|consentimiento|zgody|zgode|zgadza|pozwalam|caniatad|razi|\
    gawn|hapus|fodlon|sakte|manzoor|puis je|peut on|puedo|\
    einverstanden|erlaubt|erlaube|erlauben|erlaubnis|durfen wir|stimme|accepte|acceptez|autorise|autorisez|accord|\
    pouvons nous|acepto|acepta|autorizo|autoriza|podemos|permite|zgadzam|zgadzasz|zgoda|mozemy|cytuno|caniatau|\
    gawn ni|ijazat";

/// Where there are photos and where they are shown, where no more is said of them.
const WHERE: &str = "only|nur|seulement|solo|tylko|at|during|on|for|event|events|conference|website|web|social|media|publicity|press|use|usage|\
    public|being|taken|taking|allowed|release|policy|given|status|be|in|can|may|i|am|are|im|auf|der|die|das|den|\
    veranstaltung|l|evenement|evento|wydarzenia|droit|derechos|rights|rechte|erlaubt|mit|von|sur|en|czy|w";

/// That they are taken, and who agrees to it, where somebody is asked whether they let others.
const TAKING: &str = "i|j|je|ich|bin|sind|sie|vous|tu|la|les|de|des|que|prise|prises|vue|aufnahme|aufnahmen|anfertigung|toma|\
    realizacion|las|robienie|robienia|wykonywanie|wykonanie|wyrazam|dynnu|o";

/// How it is told that there will be photos, which asks nobody.
const TOLD: &str = "will be|may be taken|might be taken|are taken|are being taken|we take|we will|we ll|we may take|\
    werden fotos|fotos werden|werden bilder|seront|se tomaran|beda";

/// How it is told that whoever signs up agrees to them.
const BY_SIGNING_UP: &str =
    "by signing up|by registering|by attending|by coming|by booking|by joining";

/// What stands between the news and the photos that are in them.
const WITH: &str = "with|incl|including|includes|featuring|mit|inkl|inklusive|samt|avec|con|incluye|z|ze|gyda|ke saath|\
    full of|of";

/// What stands before a thing that is named.
const BEFORE: &str = "to|be|being|my|your|the|any|our|have|having|a|die|der|das|meine|ihre|les|des|de|ma|mes|vos|las|los|\
    el|la|mis|sus|na|moje";

/// What is done with photos, or where they are shown.
const SHOWN: &str = "send your photo|send your photos|send your picture|send your image|use|used|using|publish|published|publishing|publication|print|printed|appear|appears|appearing|\
    feature|featured|shown|put|placed|included|erscheinen|erscheint|veroffentlichen|veroffentlicht|verwenden|\
    verwendet|abdrucken|zeigen|publier|publiee|publiees|utiliser|utilisee|apparaitre|apparaisse|figurer|publicar|\
    usar|utilizar|aparecer|aparezca|publikacje|publikowac|opublikowac|wykorzystac|zamiescic|defnyddio|cyhoeddi|\
    ymddangos|istemal|shaya";

/// How the news are named as the place where something is shown.
const IN: &str = "in|in the|in our|in your|in any|im|in den|in unserem|in eurem|dans|dans la|dans l|dans notre|dans votre|\
    en el|en nuestro|en su|en tu|w|yn|yn y|mein";

/// Words by which a photo is that of whoever is asked.
const OF_THEM: &str = "photographed|filmed|of me|of you|of myself|my photo|your photo|my photos|your photos|my picture|\
    your picture|my image|your image|my photograph|your photograph|take photos|take pictures|in photos|in pictures|\
    photo consent|photo permission|image rights|image consent|bildrechte|droit a l image|\
    derechos de imagen|fotografiert|gefilmt|von mir|von dir|von ihnen|mein foto|dein foto|ihr foto|\
    meine fotos|deine fotos|ihre fotos|auf fotos|photographie|photographiee|filme|filmee|ma photo|votre photo|\
    mon image|votre image|de moi|de vous|fotografiado|fotografiada|mi foto|su foto|tu foto|mi imagen|su imagen|\
    tu imagen|fotografowany|fotografowana|moje zdjecia|moich zdjec|wizerunku|fy llun|eich llun|meri tasveer|aap ki tasveer";

/// What is done with a photo once it is taken, where it stands first behind `and`, and what then says where it goes.
const DONE: &str = "sent|added|put|placed|included|shared|kept|stored|saved|posted|emailed|circulated|distributed|uploaded|\
    forwarded|passed|attached|displayed|printed|verschickt|versandt|gesendet|aufgenommen|envoyee|envoyees|ajoutee|\
    ajoutees|diffusee|diffusees|enviada|enviadas|incluida|incluidas|anadida|anadidas|wyslane|zamieszczone";
const WHERETO: &str = "to|in|into|on|onto|with|for|by|via|through|as|out|around|round|an|mit|im|per|a|avec|dans|par|con|en|por|\
    al|do|w|na";

/// A photo that has been named before, behind the verb and before it.
const IT: &str = "it|them|these|those";
const IT_BEFORE: &str = "es im|es in|es mit|es an|sie im|sie mit|diese im|diese mit|diese in|diese an|l ajouter|l envoyer|\
    l inclure|la publier|les ajouter|les envoyer|les inclure|les publier|les diffuser|la diffuser|enviarla|enviarlas|\
    incluirla|incluirlas|anadirla|anadirlas|publicarla|publicarlas|wyslac je|zamiescic je|dodac je|ei ychwanegu|\
    eu hychwanegu|ei anfon|eu hanfon|ei rannu|eu rhannu";

/// Words by which it is the person who is in photos, and not the photo of which something is said.
const IN_PERSON: &str = "be photographed|being photographed|be filmed|being filmed|be in|being in|appear|appearing|feature in|\
    be featured|be pictured|fotografiert zu werden|fotografiert werden|gefilmt werden|etre photographie|\
    etre photographiee|etre filme|etre filmee|ser fotografiado|ser fotografiada";

/// How somebody looks at photos that are in the news.
const LOOKING: &str = "see|view|voir|ver|sehen|zobaczyc|ogladac|gweld";

/// Tells whether a part joined to one about somebody's photo says what else is done with it: `and added to our newsletter`.
fn is_done_with_it(part: &str) -> bool {
    let mut words = part
        .split(' ')
        .skip_while(|word| is_any(word, "then|also|later|being|are|is"));
    let (first, second) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    is_any(first, DONE) && is_any(second, WHERETO)
        || is_any(second, IT) && !is_any(first, WHERETO)
        || holds_any(part, IT_BEFORE)
}

/// Tells whether a question that is about news and about photos asks for the news.
pub(super) fn asks_for_news(text: &str) -> bool {
    // What stands in brackets goes with its sentence here: `Photo consent (newsletter, website)`.
    let mut sentences = text.split(['?', '!', '.', ';', '\n']);
    is_a_list(text) || sentences.any(|sentence| asked_in(sentence).0)
}

/// Tells whether a question that is about photos asks whether somebody may be in them, or names them and nothing else. To
/// get them or to take them is something else, and where it is in doubt nobody has agreed.
pub(super) fn asks_for_photos(text: &str) -> bool {
    let sentences = sentences(text);
    let sentences = || sentences.iter().map(|(sentence, _)| sentence.as_str());
    // `Photos will be taken. Are you happy with this?` agrees to what is told before.
    let lets = |sentence: &str| {
        let words = heading(sentence);
        let elsewhere = [COME, WRITTEN_TO]
            .iter()
            .any(|list| holds_any(&words, list));
        let about = |field| is_about(&words, field);
        holds_any(&words, LET) && !elsewhere && !about(Field::Photo) && !about(Field::Updates)
    };
    let tells = |sentence: &str| {
        let words = heading(sentence);
        is_about(&words, Field::Photo) && (holds_any(&words, TOLD) || holds_any(&words, OF_THEM))
    };
    is_a_list(text)
        || names_photos(text)
        || sentences().any(|sentence| asked_in(sentence).1)
        || sentences().any(tells) && sentences().any(lets)
}

/// Tells whether a heading names photos and what is around them when somebody is asked for a consent, and no more.
fn names_photos(text: &str) -> bool {
    let words = heading(text);
    // `Photos for newsletter and website` says what they are for, and where they are.
    let is_purpose = |word: &str| {
        is_behind(&words, PHOTOS, "for|in|on|im|fur|pour|dans|para|en|w|do|yn")
            && is_any(word, NEWS)
    };
    let lets = holds_any(&words, LET);
    let is_taking = |word: &str| lets && is_any(word, TAKING);
    let mut all = words
        .split(' ')
        .filter(|word| !is_any(word, AROUND) && !is_purpose(word) && !is_taking(word));
    all.all(|word| {
        is_any(word, PHOTOS) || is_any(word, AND) || is_any(word, WHERE) || is_any(word, LET)
    })
}

/// Tells whether a refusal is one of our news, and not only of a photo in them or of what goes to others.
pub(in crate::import::columns) fn refuses_our_news(text: &str) -> bool {
    let about = |part: &&String| {
        scores(part)
            .iter()
            .any(|(found, _)| *found == Field::Updates)
    };
    let shows =
        |part: &str| is_about_both(part) && (holds_any(part, SHOWN) || is_behind(part, IN, NEWS));
    let parts = parts(text);
    let mut about = parts.iter().filter(about).peekable();
    about.peek().is_none() || about.any(|part| !is_not_ours(part) && !shows(part))
}

/// Tells whether a heading is about news and about photos.
pub(in crate::import::columns) fn is_about_both(words: &str) -> bool {
    let scores = scores(words);
    let about = |field| scores.iter().any(|(found, _)| *found == field);
    about(Field::Updates) && (about(Field::Photo) || holds_any(words, IMAGES))
}

/// Tells whether an answer names news or photos, or what is done with either.
pub(in crate::import::columns) fn names_either(words: &str) -> bool {
    let lists = [NEWS, PHOTOS, COME, SHOWN, WRITTEN_TO, OF_THEM];
    is_about(words, Field::Updates)
        || is_about(words, Field::Photo)
        || lists.iter().any(|list| holds_any(words, list))
}

/// Tells whether a word of an option says no more than what it offers: `Appear in photos`.
pub(in crate::import::columns) fn says_of_it(word: &str) -> bool {
    let lists = [NEWS, PHOTOS, COME, SHOWN, IN, BEFORE];
    lists.iter().any(|list| is_any(word, list))
}

/// Returns the parts of a question that and or a comma joins.
fn parts(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for piece in text.split(|c: char| "?!.;:,/&+()[]\n\"“”„«»".contains(c)) {
        let mut part = String::new();
        for word in heading(piece).split(' ') {
            if is_any(word, "and|or|plus|i|und|oder|sowie|et|ou|y|oraz|lub|aur") {
                parts.push(std::mem::take(&mut part));
            } else {
                part.push_str(if part.is_empty() { "" } else { " " });
                part.push_str(word);
            }
        }
        parts.push(part);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// What the parts of a sentence so far ask for, which goes on to a part that has no verb of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Nothing,
    ToCome,
    ToLet,
    ToShow,
}

/// Tells whether a sentence asks whether news are to come, and whether it asks for photos of somebody.
fn asked_in(sentence: &str) -> (bool, bool) {
    let parts = parts(sentence);
    let (mut news, mut photos) = (false, false);
    let whole = heading(sentence);
    let told =
        holds_any(&whole, TOLD) && !holds_any(&whole, LET) || holds_any(&whole, BY_SIGNING_UP);
    let mut asked = Asked::Nothing;
    let mut pictured = false;
    // Whether a photo of somebody is what has been spoken of.
    let mut of_photo = false;
    for (at, part) in parts.iter().enumerate() {
        let of_them = is_of_them(part);
        let shows = holds_any(part, SHOWN) || is_behind(part, IN, NEWS);
        let comes = holds_any(part, COME) || holds_any(part, WRITTEN_TO);
        let is_done = of_photo && is_done_with_it(part);
        asked = match () {
            () if is_done => Asked::ToShow,
            // `To see photos of the event in our newsletter` is to get it.
            () if holds_any(part, WANT) && holds_any(part, LOOKING) => Asked::ToCome,
            () if shows || of_them && !comes => Asked::ToShow,
            () if comes || holds_any(part, WANT) => Asked::ToCome,
            () if holds_any(part, LET) => Asked::ToLet,
            () => asked,
        };
        let about_photos = is_about(part, Field::Photo) || holds_any(part, IMAGES);
        if is_about(part, Field::Updates) {
            news |= match asked {
                Asked::ToShow => false,
                _ if about_photos => !of_them && (asked == Asked::ToCome || is_with_photos(part)),
                Asked::ToCome => true,
                // `Newsletter, website: may we use your photo?` names where it would be used.
                _ => !pictured && !is_where_shown(&parts[at + 1..]),
            };
        }
        if about_photos {
            let lets = asked == Asked::ToLet && !comes;
            let is_shown = asked == Asked::ToShow
                && (of_them
                    || !comes
                        && holds_any(&whole, LET)
                        && (shows || !is_about(part, Field::Updates)));
            photos |= !told && (lets && !is_about(part, Field::Updates) || is_shown);
        }
        pictured |= about_photos;
        of_photo = is_done
            || about_photos && of_them && !comes && !holds_any(part, IN_PERSON)
            || of_photo && asked == Asked::ToShow && !is_about(part, Field::Updates);
    }
    (news, photos)
}

/// Tells whether photos are those of whoever is asked.
fn is_of_them(part: &str) -> bool {
    holds_any(part, OF_THEM) || photographing::is_of_them(part)
}

fn is_about(part: &str, field: Field) -> bool {
    scores(part).iter().any(|(found, _)| *found == field)
}

/// Tells whether what follows the name of the news asks for photos and does not begin with them, as what is joined would.
fn is_where_shown(behind: &[String]) -> bool {
    let asks = |part: &String| holds_any(part, OF_THEM) || holds_any(part, SHOWN);
    let about = |part: &String| is_about(part, Field::Photo) || holds_any(part, IMAGES);
    let begins = |part: &String| {
        let mut words = part.split(' ').filter(|word| !is_any(word, BEFORE));
        let first = words.next().unwrap_or_default();
        is_any(first, PHOTOS) || is_any(first, "photographed|filmed|fotografiert|gefilmt")
    };
    let asked = behind.iter().any(|part| about(part) && asks(part));
    asked && !behind.first().is_some_and(begins)
}

/// Tells whether the news of a part are what photos are in or make, as in `Newsletter with photos` and `Photo newsletter`.
fn is_with_photos(part: &str) -> bool {
    let words: Vec<&str> = part.split(' ').collect();
    let first = words.iter().position(|word| is_any(word, NEWS));
    let behind = first.map_or(&words[..0], |at| &words[at..]);
    let with = behind.iter().position(|word| is_any(word, WITH));
    let holds = |words: &[&str]| {
        words
            .iter()
            .any(|word| is_any(word, PHOTOS) || *word == "bildern")
    };
    with.is_some_and(|at| holds(&behind[at..])) || is_behind(part, PHOTOS, NEWS)
}

/// Tells whether a heading names both and nothing besides: `Newsletter and photos`, `Photo/mailing list consent`.
fn is_a_list(text: &str) -> bool {
    let spaced = text.replace([',', '/', '&', '+', ';', '\n'], " and ");
    let mut last = ' ';
    let mut joined = false;
    let mut both = false;
    for word in heading(&spaced).split(' ') {
        let now = match word {
            _ if is_any(word, NEWS) => 'n',
            _ if is_any(word, PHOTOS) => 'p',
            _ if is_any(word, AND) => {
                joined = true;
                continue;
            }
            _ if is_any(word, AROUND) => continue,
            _ => return false,
        };
        both |= joined && last != ' ' && now != last;
        (last, joined) = (now, false);
    }
    both
}
