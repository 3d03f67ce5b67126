//! Certificates made for the occasion.

use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;

use rcgen::{
    BasicConstraints, Certificate, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd,
};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::server::{Channel, Upgrade};

/// Somebody who signs certificates.
pub(crate) struct Authority(Issuer<'static, KeyPair>);

impl Authority {
    /// Whoever names the file `trusted` as its certificate store trusts it.
    pub(crate) fn new(name: &str, trusted: Option<&Path>) -> Self {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().expect("a key");
        let certificate = params.self_signed(&key).expect("a certificate");
        if let Some(file) = trusted {
            std::fs::write(file, certificate.pem()).expect("a file in a new folder");
        }
        Self(Issuer::new(params, key))
    }

    /// Returns what makes a server speak TLS as `host`, with a certificate that ends with the given year.
    pub(crate) fn upgrade(&self, host: &str, last_year: i32) -> Upgrade {
        let mut params = CertificateParams::new([host.to_owned()]).expect("a host");
        params.not_after = date_time_ymd(last_year, 12, 31);
        let key = KeyPair::generate().expect("a key");
        let certificate = params.signed_by(&key, &self.0).expect("a certificate");
        speak_tls(&certificate, &key)
    }
}

/// Returns what makes a server speak TLS with a certificate.
fn speak_tls(certificate: &Certificate, key: &KeyPair) -> Upgrade {
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let ring = rustls::crypto::ring::default_provider();
    let config = ServerConfig::builder_with_provider(Arc::new(ring))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .expect("they fit");
    let config = Arc::new(config);
    Arc::new(move |tcp: TcpStream| {
        let session = ServerConnection::new(Arc::clone(&config)).map_err(std::io::Error::other)?;
        Ok(Box::new(StreamOwned::new(session, tcp)) as Box<dyn Channel>)
    })
}

/// Returns what makes a server speak TLS with a certificate that is its own authority: what `openssl req -x509` makes.
pub(crate) fn self_signed(host: &str) -> Upgrade {
    let mut params = CertificateParams::new([host.to_owned()]).expect("a host");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().expect("a key");
    let certificate = params.self_signed(&key).expect("a certificate");
    speak_tls(&certificate, &key)
}
