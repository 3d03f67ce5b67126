//! News and photos in one question: a photo in the newsletter is a photo, and the newsletter with photos is news; only
//! who is asked for both can consent to both.

use super::not_ours::is_not_ours;
use super::{holds_any, is_any, is_behind, scores};
use crate::import::columns::heading::heading;
use crate::import::field::Field;

/// News where they are named and no more.
const NEWS: &str = "newsletter|newsletters|bulletin|updates|update|news|mailing|mailings|list|email|emails|marketing|\
    communications|rundbrief|verteiler|mailingliste|infomail|neuigkeiten|infolettre|actualites|nouvelles|boletin|\
    noticias|novedades|newslettera|informacje|cylchlythyr|diweddariadau|newyddion|khabrein|khabarnama";

/// Photos where they are named and no more.
const PHOTOS: &str = "photo|photos|photograph|photographs|photography|picture|pictures|pics|image|images|video|videos|\
    film|filming|foto|fotos|bild|bilder|fotografie|fotografien|photographie|photographies|imagen|imagenes|fotografias|\
    zdjecia|zdjec|wizerunek|lluniau|ffotograffau|ffotograffiaeth|tasveer|tasaveer";

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

/// What is done with photos, or where they are shown.
const SHOWN: &str = "use|used|using|publish|published|publishing|publication|print|printed|appear|appears|appearing|\
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
    photo consent|photo permission|fotografiert|gefilmt|von mir|von dir|von ihnen|mein foto|dein foto|ihr foto|\
    meine fotos|deine fotos|ihre fotos|auf fotos|photographie|photographiee|filme|filmee|ma photo|votre photo|\
    mon image|votre image|de moi|de vous|fotografiado|fotografiada|mi foto|su foto|tu foto|mi imagen|su imagen|\
    tu imagen|fotografowany|fotografowana|moje zdjecia|moich zdjec|wizerunku|fy llun|eich llun|meri tasveer|aap ki tasveer";

/// Tells whether a question that is about news and about photos asks for one of them.
pub(super) fn asks_among_both(text: &str, field: Field) -> bool {
    let parts = parts(text);
    let asks = asks_for_news(&parts);
    is_a_list(text)
        || match field {
            Field::Updates => asks,
            _ => !asks || parts.iter().any(|part| holds_any(part, OF_THEM)),
        }
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

/// Returns the parts of a question that and or a comma joins.
fn parts(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for piece in text.split(|c: char| "?!.;:,/&+()[]\n".contains(c)) {
        let mut part = String::new();
        for word in heading(piece).split(' ') {
            if is_any(word, "and|or|und|oder|et|ou|y|oraz|lub|aur") {
                parts.push(std::mem::take(&mut part));
            } else {
                part.push_str(if part.is_empty() { "" } else { " " });
                part.push_str(word);
            }
        }
        parts.push(part);
    }
    parts
}

/// Tells whether news are to come, and not only where something is to be shown.
fn asks_for_news(parts: &[String]) -> bool {
    let mut come = false;
    parts.iter().any(|part| {
        let shown = holds_any(part, SHOWN);
        come |= !shown && holds_any(part, COME);
        let about = |field| scores(part).iter().any(|(found, _)| *found == field);
        come && !shown && about(Field::Updates)
    })
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
