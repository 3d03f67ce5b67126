use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::features::Features;
use super::reply::Reply;
use super::trouble::{Broken, away, turned_away};
use super::wire::Wire;
use super::{Password, Phase, SmtpServer, Timeouts};
use crate::error::{Error, Result};

/// Proves who we are with `AUTH PLAIN` (RFC 4616) or, where the server has only that, `AUTH LOGIN`. Returns which.
///
/// Both hand the password over, so neither is ever said where somebody could listen.
pub(super) fn authenticate(
    wire: &mut Wire,
    features: &Features,
    server: &SmtpServer,
    (user, password): (&str, &Password),
    timeouts: &Timeouts,
) -> Result<&'static str> {
    if !wire.is_private() {
        return Err(Error::new(format!(
            "the password for `{}` would go over the network in plain text",
            server.address()
        ))
        .hint("write `smtps://` or `starttls://` in `server` of event.toml"));
    }
    let plain = STANDARD.encode(format!("\0{user}\0{}", password.reveal()));
    let login = [
        STANDARD.encode(user),
        STANDARD.encode(password.reveal().as_bytes()),
    ];
    let offers = |name: &str| features.auth.iter().any(|offered| offered == name);
    let (name, lines) = if offers("PLAIN") {
        ("PLAIN", vec![format!("AUTH PLAIN {plain}")])
    } else if offers("LOGIN") {
        // It asks for the name, then for the password; the wording of its questions varies, their order does not.
        let [user, password] = login.clone();
        ("LOGIN", vec!["AUTH LOGIN".to_owned(), user, password])
    } else {
        return Err(no_way_in(features, server));
    };
    let last = lines.len() - 1;
    for (index, line) in lines.iter().enumerate() {
        let reply = wire
            .ask(line, timeouts.command)
            .map_err(|broken| match broken {
                // It may hold what we have just said.
                Broken::Garbage(_) => Broken::Garbage("[hidden]".into()),
                other => other,
            })
            .map_err(|broken| broken.while_opening(server, Phase::Auth))?
            .without(&plain)
            .without(&login[1])
            .without(password.reveal());
        match reply.code {
            200..300 if index == last => return Ok(name),
            334 if index < last => {}
            code => return Err(refusal(code, server, user, &reply)),
        }
    }
    Err(no_way_in(features, server))
}

fn refusal(code: u16, server: &SmtpServer, user: &str, reply: &Reply) -> Error {
    let address = server.address();
    match code {
        421 => turned_away(server, Phase::Auth, reply),
        400..500 => away(&format!(
            "the mail server `{address}` cannot check the password now: {reply}"
        )),
        500..600 => Error::new(format!(
            "the mail server `{address}` refuses the name `{user}` or its password: {reply}"
        ))
        .hint(
            "check the user in `server` of event.toml and the password in PLENARY_SMTP_PASSWORD; many providers want \
             an application password instead of the usual one",
        ),
        _ => Broken::Unfit(reply.to_string()).while_opening(server, Phase::Auth),
    }
}

fn no_way_in(features: &Features, server: &SmtpServer) -> Error {
    let address = server.address();
    if features.auth.is_empty() {
        return Error::new(format!(
            "the mail server `{address}` does not let anybody authenticate here"
        ))
        .hint(
            "take the user out of `server` in event.toml, or use the port for submission, 465 or 587",
        );
    }
    let offered = super::reply::shown(&features.auth.join(", "));
    Error::new(format!(
        "the mail server `{address}` authenticates only with {offered}, and we can PLAIN and LOGIN"
    ))
    .hint("ask whoever runs it for an application password or another port")
}
