use std::sync::Arc;

use rustls::crypto::ring;
use rustls::pki_types::ServerName;
use rustls::{CertificateError, ClientConfig, ClientConnection, RootCertStore};

use super::reply::shown;
use super::{Security, SmtpServer};
use crate::error::{Error, Result};

/// Returns the client's side of a TLS session with the server, which trusts what this computer trusts: its own store of
/// certificates, or those that `SSL_CERT_FILE` and `SSL_CERT_DIR` name. There is no way to skip the check.
pub(super) fn session(server: &SmtpServer) -> Result<ClientConnection> {
    let found = rustls_native_certs::load_native_certs();
    let mut roots = RootCertStore::empty();
    // Stores hold certificates that rustls cannot read, such as very old ones; they vouch for nobody we meet.
    let (usable, _) = roots.add_parsable_certificates(found.certs);
    if usable == 0 {
        let why = found.errors.first().map_or_else(String::new, |error| {
            format!(": {}", shown(&error.to_string()))
        });
        return Err(Error::new(format!(
            "this computer has no trusted certificates to check the mail server against{why}"
        ))
        .hint("install the package `ca-certificates`, or name a file of them in SSL_CERT_FILE"));
    }
    let unusable = |cause: rustls::Error| {
        Error::new(format!(
            "cannot set up TLS for `{}`: {cause}",
            server.host()
        ))
    };
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(unusable)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(server.host().to_owned()).map_err(|_| {
        Error::new(format!(
            "`{}` is no name that a certificate could be for",
            server.host()
        ))
        .hint("check the host of `server` in event.toml")
    })?;
    ClientConnection::new(Arc::new(config), name).map_err(unusable)
}

/// Says why TLS failed and what to do; trying again will not help.
pub(super) fn explain(server: &SmtpServer, cause: &rustls::Error) -> Error {
    let address = server.address();
    if let rustls::Error::InvalidCertificate(flaw) = cause {
        let (flaw, hint) = about(flaw, server);
        return Error::new(format!(
            "cannot trust the mail server `{address}`: its certificate {flaw}"
        ))
        .hint(hint);
    }
    let error = Error::new(format!(
        "TLS with the mail server `{address}` failed: {}",
        shown(&cause.to_string())
    ));
    match (server.security(), cause) {
        (Security::Tls, rustls::Error::InvalidMessage(_)) => error.hint(
            "the port does not speak TLS from the start: write `starttls://` in `server` of event.toml (port 587)",
        ),
        _ => error.hint("the server may be too old (it takes TLS 1.2 at least), or something on the way may interfere"),
    }
}

fn about(flaw: &CertificateError, server: &SmtpServer) -> (String, String) {
    match flaw {
        CertificateError::UnknownIssuer => (
            "is signed by nobody that this computer trusts (self-signed?)".into(),
            "if the server is your own, name a file with its certificate authority in SSL_CERT_FILE".into(),
        ),
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => (
            "has expired".into(),
            "ask whoever runs the mail server to renew it; or this computer's clock is wrong".into(),
        ),
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => (
            "is not valid yet".into(),
            "check the clock of this computer".into(),
        ),
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => (
            format!("is not for `{}`", server.host()),
            "write the name that the certificate is for in `server` of event.toml".into(),
        ),
        // What `openssl req -x509` makes; rustls has no name of its own for it.
        CertificateError::Other(flaw) if flaw.to_string().contains("CaUsedAsEndEntity") => (
            "is its own authority (self-signed)".into(),
            "give the server a certificate signed by an authority, such as Let's Encrypt, or one of your own that \
             SSL_CERT_FILE names"
                .into(),
        ),
        other => (
            format!("is not valid: {}", shown(&other.to_string())),
            "ask whoever runs the mail server".into(),
        ),
    }
}
