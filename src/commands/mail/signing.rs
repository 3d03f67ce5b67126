use super::post::Post;
use super::secrets::dkim_key;
use crate::error::{Error, Result};
use crate::mail::{Signer, SigningKey, signed_domain};
use crate::store::private_key;

/// Returns what signs the mails of an event; none if `event.toml` has no `dkim_selector`.
///
/// # Errors
/// When the key is not here or not fit: an event that signs its mails sends none without.
pub(super) fn signer(post: &Post) -> Result<Option<Signer>> {
    let Some((domain, selector)) = signed_domain(&post.event)? else {
        return Ok(None);
    };
    let Some(path) = dkim_key()? else {
        let place = post.event.mail.origin.place("dkim_selector");
        let error = Error::new("mails are to be signed, and the key is not known here");
        let error = place.into_iter().fold(error, Error::at);
        return Err(error.hint(
            "name its file in PLENARY_DKIM_KEY_FILE, or as dkim_key = \"…\" in ~/.config/plenary/config.toml",
        ));
    };
    let pem = private_key(&path, &post.folder)?;
    let key = SigningKey::from_pem(&path.display().to_string(), &pem)?;
    Ok(Some(Signer::new(domain.as_str(), selector.as_str(), key)))
}
