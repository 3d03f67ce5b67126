use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::context;
use minijinja::value::{Serde, Value};
use sha2::{Digest, Sha256};

use super::Page;
use super::edition::Edition;
use super::names::Names;
use super::templates::{PAGE, STYLE, Templates};
use super::view::Site;
use crate::error::{Error, Result};

/// Returns `index.html`: the whole event on one page that asks no other host for anything and runs nothing.
pub(super) fn page(
    edition: &Edition<'_>,
    names: &Names<'_>,
    templates: &Templates,
) -> Result<Page> {
    let site = Site::new(edition, names);
    let site = Value::from(Serde(&site));
    // Without blank ends: checkers disagree with browsers about whether they belong to the hash.
    let style = templates.render(STYLE, &site)?.trim().to_string();
    if style.to_lowercase().contains("</style") {
        return Err(
            Error::new(format!("the template {STYLE} ends the style itself"))
                .hint("take `</style` out of it"),
        );
    }
    let policy = policy(&style);
    let values = context! { style => Value::from_safe_string(style), policy, ..site };
    let page = templates.render(PAGE, &values)?;
    Ok(Page::new(PAGE, format!("{}\n", page.trim_end())))
}

/// Returns the policy that a page carries (Content Security Policy Level 3): nothing runs, nothing is fetched from
/// elsewhere, and of styles only the page's own.
fn policy(style: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    format!(
        "default-src 'none'; style-src 'self' 'sha256-{hash}'; img-src 'self' data:; font-src 'self'; \
         base-uri 'none'; form-action 'none'"
    )
}
