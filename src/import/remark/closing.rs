//! What somebody who keeps a list writes below it: thanks to everybody, and what a mark beside names means.

use crate::import::columns::holds_any;

/// How thanks begin; `Merci` and `Gracia` are names as well.
const THANKS: &str = "thanks|thank you|many thanks|danke|vielen dank|herzlichen dank|merci|merci beaucoup|gracias|muchas gracias|\
    dziekuje|dziekujemy|dziekuje bardzo|dzieki|diolch|diolch yn fawr|shukriya|bahut shukriya";

/// Whom they go to, and how great they are.
const TO_ALL: &str = "everyone|everybody|all|you all|folks|team|to all|to everyone|to everybody|so much|very much|a lot|for|an alle|\
    euch|euch allen|ihnen|allen|sehr|fur|a tous|a toutes|a vous|tous|toutes|pour|todos|a todos|a todas|por|wszystkim|\
    wam|panstwu|za|i bawb|i chi|bawb|am|aap sab|aap sab ka|sab ka|sab ko";

/// What stands in a sentence about those who have a mark, and in no name.
const TOLD: &str = "needs|need|has|have|wants|means|brings|bringing|paid|coming|not|only|tbc|vegetarian|vegan|if|lift|wheelchair|\
    braucht|brauchen|hat|bringt|kommt|nicht|nur|bezahlt|vegetarisch|heisst|besoin|vient|pas|seulement|paye|vegetarien|\
    necesita|tiene|trae|viene|solo|pagado|vegetariano|potrzebuje|ma|przynosi|przyjdzie|nie|tylko|zaplacone|\
    angen|wedi|ddim|yn|llysieuol|chahiye|sirf|nahi";

/// Tells whether a text, which is `said` without its marks, thanks everybody.
pub(super) fn is_thanks(text: &str, said: &str) -> bool {
    let mut thanks = THANKS
        .split('|')
        .filter_map(|thanks| said.strip_prefix(thanks));
    thanks.any(|rest| match rest.strip_prefix(' ') {
        Some(rest) => {
            let mut all = TO_ALL.split('|').filter_map(|all| rest.strip_prefix(all));
            all.any(|more| more.is_empty() || more.starts_with(' '))
        }
        None => rest.is_empty() && (text.contains('!') || said.contains(' ') || said == "thanks"),
    })
}

/// Tells whether a text, which is `said` without its marks, says what a mark means: `* needs a lift`. Somebody may have the
/// mark before their own name.
pub(super) fn explains_a_mark(text: &str, said: &str) -> bool {
    let marks = |c: char| "*†‡#^".contains(c);
    let rest = text.trim_start_matches(marks);
    if rest.len() == text.len() {
        return false;
    }
    let rest = rest.trim_start();
    let is_sentence = rest.starts_with(char::is_lowercase) && holds_any(said, TOLD);
    rest.starts_with(['=', ':']) || is_sentence
}
