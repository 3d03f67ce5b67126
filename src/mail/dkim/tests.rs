use base64::prelude::{BASE64_STANDARD, Engine};
use ring::signature::{ED25519, UnparsedPublicKey};

use super::*;

/// The key of RFC 8463, appendix A.2, as `openssl` would write it.
const KEY: &str = "-----BEGIN PRIVATE KEY-----\n\
    MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n\
    -----END PRIVATE KEY-----\n";

/// Its public half.
const PUBLIC: &str = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

const MAIL: &str = "From: \"Blackburn conference\" <team@example.org>\r\n\
    To: Ada\r\n <ada@example.net>\r\n\
    Subject: Your place  is confirmed\r\n\
    X-Other: not signed\r\n\
    \r\n\
    Hello Ada, \r\n.\r\n\r\n";

fn signer() -> Signer {
    let key = SigningKey::from_pem("key.pem", KEY.as_bytes()).expect("a key");
    Signer::new("example.org", "plenary", key)
}

#[test]
fn the_signature_stands_in_front_of_the_mail_as_it_was() {
    let signed = signer().sign(MAIL.as_bytes()).expect("signed");
    let signed = String::from_utf8(signed).expect("ASCII");
    let field = signed.strip_suffix(MAIL).expect("the mail is unchanged");
    let (tags, signature) = field.rsplit_once("b=").expect("a signature");
    assert_eq!(
        tags,
        "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; d=example.org;\r\n \
         s=plenary; h=from:from:to:to:cc:subject:subject:date:message-id:\r\n \
         mime-version:content-type:content-transfer-encoding:reply-to:\r\n \
         auto-submitted:list-id:list-unsubscribe;\r\n \
         bh=dTNIVVjDp3AG8zCzulXIqpesRIF9AB2CkZWQXgNQnHY=; "
    );
    let signature: String = signature.split("\r\n").map(str::trim).collect();
    let signature = BASE64_STANDARD.decode(signature).expect("base64");
    let unsigned = format!("{tags}b=");
    let covered = format!(
        "from:\"Blackburn conference\" <team@example.org>\r\nto:Ada <ada@example.net>\r\n\
         subject:Your place is confirmed\r\n{}",
        String::from_utf8(canonical::field(unsigned.as_bytes())).expect("ASCII")
    );
    let public = UnparsedPublicKey::new(&ED25519, BASE64_STANDARD.decode(PUBLIC).expect("base64"));
    public
        .verify(&Sha256::digest(covered), &signature)
        .expect("a valid signature");
}

#[test]
fn the_same_mail_has_the_same_signature() {
    assert_eq!(
        signer().sign(MAIL.as_bytes()),
        signer().sign(MAIL.as_bytes())
    );
}

#[test]
fn a_long_name_makes_no_long_line() {
    let key = SigningKey::from_pem("key.pem", KEY.as_bytes()).expect("a key");
    let signer = Signer::new(
        &format!("{}.example.org", "a".repeat(60)),
        "2024-april",
        key,
    );
    let signed = signer.sign(MAIL.as_bytes()).expect("signed");
    let lengths = signed.split(|byte| *byte == b'\n').map(<[u8]>::len);
    assert!(lengths.max() <= Some(78));
}

#[test]
fn the_record_to_publish_has_the_public_key() {
    let (name, text) = signer().record();
    assert_eq!(name, "plenary._domainkey.example.org");
    assert_eq!(text, format!("v=DKIM1; k=ed25519; p={PUBLIC}"));
}

#[test]
fn what_is_no_key_is_refused() {
    for (pem, what) in [
        ("", "has no private key in PEM in it"),
        (
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
            "has no private key in PEM in it",
        ),
        (
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
            "has a key that cannot be used (InvalidEncoding)",
        ),
        (
            "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n",
            "has a key that is neither RSA nor Ed25519",
        ),
    ] {
        let error = SigningKey::from_pem("key.pem", pem.as_bytes()).expect_err(what);
        assert_eq!(error.to_string(), format!("`key.pem` {what}"));
    }
}
