use base64::prelude::{BASE64_STANDARD, Engine};
use ring::rand::SystemRandom;
use ring::rsa::KeyPair as RsaKeyPair;
use ring::signature::{Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256};
use rustls::pki_types::PrivateKeyDer;
use rustls::pki_types::pem::PemObject;
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// A private key that signs mail: RSA of 2048 to 4096 bits (RFC 8301), or Ed25519 (RFC 8463).
pub struct SigningKey {
    pair: Pair,
}

enum Pair {
    Rsa(Box<RsaKeyPair>),
    Ed25519(Box<Ed25519KeyPair>),
}

/// Says nothing of the key.
impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SigningKey({})", self.algorithm())
    }
}

impl SigningKey {
    /// Reads a key in PEM, as `openssl genpkey` writes it. `file` is what to call it in an error.
    ///
    /// # Errors
    /// When there is no key in it, or one of another kind or size.
    pub fn from_pem(file: &str, pem: &[u8]) -> Result<Self> {
        let refused = |what: &str| {
            Error::new(format!("`{file}` {what}")).hint(
                "make a key: openssl genpkey -algorithm ed25519 -out FILE, or -algorithm rsa -pkeyopt rsa_keygen_bits:2048",
            )
        };
        let der = PrivateKeyDer::from_pem_slice(pem)
            .map_err(|_| refused("has no private key in PEM in it"))?;
        let pair = match &der {
            PrivateKeyDer::Pkcs1(der) => RsaKeyPair::from_der(der.secret_pkcs1_der())
                .map(|pair| Pair::Rsa(Box::new(pair)))
                .map_err(|cause| cause.to_string()),
            PrivateKeyDer::Pkcs8(der) => {
                let der = der.secret_pkcs8_der();
                // Unchecked means without the public key, which openssl leaves out.
                match Ed25519KeyPair::from_pkcs8_maybe_unchecked(der) {
                    Ok(pair) => Ok(Pair::Ed25519(Box::new(pair))),
                    Err(_) => RsaKeyPair::from_pkcs8(der)
                        .map(|pair| Pair::Rsa(Box::new(pair)))
                        .map_err(|cause| cause.to_string()),
                }
            }
            _ => Err("WrongAlgorithm".to_string()),
        };
        let pair = pair.map_err(|cause| match cause.as_str() {
            "TooSmall" => {
                refused("has an RSA key of fewer than 2048 bits, which receivers distrust")
            }
            "WrongAlgorithm" => refused("has a key that is neither RSA nor Ed25519"),
            cause => refused(&format!("has a key that cannot be used ({cause})")),
        })?;
        Ok(Self { pair })
    }

    /// Returns what a signature calls the way of signing: the tag `a=` (RFC 6376, section 3.3).
    pub(super) fn algorithm(&self) -> &'static str {
        match self.pair {
            Pair::Rsa(_) => "rsa-sha256",
            Pair::Ed25519(_) => "ed25519-sha256",
        }
    }

    /// Signs bytes. The same bytes have the same signature.
    pub(super) fn sign(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        match &self.pair {
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                pair.sign(
                    &RSA_PKCS1_SHA256,
                    &SystemRandom::new(),
                    bytes,
                    &mut signature,
                )
                .map_err(|_| Error::new("cannot sign with the DKIM key"))?;
                Ok(signature)
            }
            // Signed is the hash and not the text: RFC 8463, section 3.
            Pair::Ed25519(pair) => Ok(pair.sign(&Sha256::digest(bytes)).as_ref().to_vec()),
        }
    }

    /// Returns the record by which everybody can check its signatures (RFC 6376, section 3.6.1).
    pub(super) fn record(&self) -> String {
        let (kind, public) = match &self.pair {
            Pair::Rsa(pair) => ("rsa", subject_public_key_info(pair.public().as_ref())),
            Pair::Ed25519(pair) => ("ed25519", pair.public_key().as_ref().to_vec()),
        };
        format!("v=DKIM1; k={kind}; p={}", BASE64_STANDARD.encode(public))
    }
}

/// Puts an RSA public key into the wrapping that DNS records have (RFC 5280, section 4.1.2.7).
fn subject_public_key_info(key: &[u8]) -> Vec<u8> {
    // SEQUENCE { OBJECT IDENTIFIER rsaEncryption, NULL }
    let algorithm = b"\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00";
    let bits = [&[0], key].concat();
    der(0x30, &[&algorithm[..], &der(0x03, &bits)].concat())
}

/// Returns a value in DER: its tag, its length, itself. Longer ones than 65,535 bytes do not occur.
fn der(tag: u8, value: &[u8]) -> Vec<u8> {
    let length = value.len().to_be_bytes();
    let significant: Vec<u8> = length.into_iter().skip_while(|byte| *byte == 0).collect();
    let head = match significant.as_slice() {
        [short] if *short < 0x80 => vec![tag, *short],
        long => [&[tag, 0x80 | long.len() as u8], long].concat(),
    };
    [head.as_slice(), value].concat()
}
