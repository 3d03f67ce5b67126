use super::connect::{connect, own_name};
use super::features::Features;
use super::reply::Reply;
use super::trouble::turned_away;
use super::wire::Wire;
use super::{Password, Phase, Security, Smtp, SmtpServer, Timeouts, auth, tls};
use crate::error::{Error, Result};

impl Smtp {
    /// Connects and gets as far as a message could be sent: banner, `EHLO`, TLS, `AUTH`.
    ///
    /// `hello` is our own name, fully qualified; if it is none, our address stands in (RFC 5321 section 4.1.4).
    /// `tell` hears of each step, in a line that is safe to show.
    ///
    /// # Errors
    ///
    /// With [`Exit::TryLater`](crate::error::Exit::TryLater) if the server is away or says so (4yz). With
    /// [`Exit::CouldNotRun`](crate::error::Exit::CouldNotRun) if trying again is no use: no password, a certificate
    /// that nobody vouches for, no `STARTTLS`, a refusal (5yz), no SMTP at all.
    pub fn open(
        server: &SmtpServer,
        password: Option<&Password>,
        hello: &str,
        timeouts: &Timeouts,
        tell: &mut dyn FnMut(&str),
    ) -> Result<Self> {
        let login = credentials(server, password)?;
        let (mut wire, us) = connect(server, timeouts)?;
        tell(&format!("connected to {}", wire.peer()));
        if server.security() == Security::Tls {
            wire = encrypt(wire, server, Phase::Banner, timeouts, tell)?;
        }
        let banner = wire
            .reply(timeouts.command)
            .map_err(|broken| broken.while_opening(server, Phase::Banner))?;
        expect_done(&banner, server, Phase::Banner)?;
        tell(&format!("banner: {banner}"));

        let name = own_name(hello, us);
        let mut features = say_hello(&mut wire, server, &name, timeouts, tell)?;
        if server.security() == Security::StartTls {
            if !features.starttls {
                return Err(Error::new(format!(
                    "the mail server `{}` does not offer STARTTLS",
                    server.address()
                ))
                .hint(
                    "nothing is sent in plain text: try `smtps://` (port 465) in `server` of event.toml; if the \
                     server did offer it before, somebody on the way may be taking the offer out",
                ));
            }
            let ready = wire
                .ask("STARTTLS", timeouts.command)
                .map_err(|broken| broken.while_opening(server, Phase::StartTls))?;
            expect_done(&ready, server, Phase::StartTls)?;
            wire = encrypt(wire, server, Phase::StartTls, timeouts, tell)?;
            // What the server said in plain text is void (RFC 3207 section 4.2).
            features = say_hello(&mut wire, server, &name, timeouts, tell)?;
        }
        if let Some((user, password)) = login {
            let way = auth::authenticate(&mut wire, &features, server, (user, password), timeouts)?;
            tell(&format!("authenticated as {user} ({way})"));
        }
        Ok(Self::new(wire, features, *timeouts))
    }
}

fn credentials<'a>(
    server: &'a SmtpServer,
    password: Option<&'a Password>,
) -> Result<Option<(&'a str, &'a Password)>> {
    match (server.user(), password) {
        (None, _) => Ok(None),
        (Some(user), Some(password)) => Ok(Some((user, password))),
        (Some(user), None) => Err(Error::new(format!(
            "no password for `{user}` at `{}`",
            server.address()
        ))
        .hint(
            "set PLENARY_SMTP_PASSWORD, or PLENARY_SMTP_PASSWORD_FILE, or `password_command` in your own configuration",
        )),
    }
}

fn encrypt(
    wire: Wire,
    server: &SmtpServer,
    phase: Phase,
    timeouts: &Timeouts,
    tell: &mut dyn FnMut(&str),
) -> Result<Wire> {
    let session = tls::session(server)?;
    let wire = wire
        .encrypted(session, timeouts.connect)
        .map_err(|broken| broken.while_opening(server, phase))?;
    let version = match wire.protocol() {
        Some(rustls::ProtocolVersion::TLSv1_3) => "TLS 1.3",
        Some(rustls::ProtocolVersion::TLSv1_2) => "TLS 1.2",
        _ => "TLS",
    };
    tell(&format!(
        "{version}: the certificate is valid for {}",
        server.host()
    ));
    Ok(wire)
}

fn say_hello(
    wire: &mut Wire,
    server: &SmtpServer,
    name: &str,
    timeouts: &Timeouts,
    tell: &mut dyn FnMut(&str),
) -> Result<Features> {
    let reply = wire
        .ask(&format!("EHLO {name}"), timeouts.command)
        .map_err(|broken| broken.while_opening(server, Phase::Hello))?;
    expect_done(&reply, server, Phase::Hello)?;
    tell(&format!("hello: {reply}"));
    Ok(Features::read(&reply))
}

fn expect_done(reply: &Reply, server: &SmtpServer, phase: Phase) -> Result<()> {
    match reply.code {
        200..300 => Ok(()),
        _ => Err(turned_away(server, phase, reply)),
    }
}
