use super::reply::Reply;

/// What the server can do, of the things that we use: its answer to `EHLO` (RFC 5321 section 4.1.1.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Features {
    /// It can go over to TLS.
    pub(super) starttls: bool,
    /// It takes commands in a row, before it has answered the first (RFC 2920).
    pub(super) pipelining: bool,
    /// It wants to know the size of a message beforehand (RFC 1870).
    pub(super) size: bool,
    /// The largest message that it takes, in octets, if it says so; 0 is no limit (RFC 1870 section 3).
    pub(super) largest: Option<usize>,
    /// It takes bytes above 127 in a message (RFC 6152).
    pub(super) eight_bit: bool,
    /// It takes letters of all alphabets in addresses and headers (RFC 6531).
    pub(super) smtp_utf8: bool,
    /// Ways to authenticate, in capitals, as the server lists them (RFC 4954).
    pub(super) auth: Vec<String>,
}

impl Features {
    /// Reads the answer to `EHLO`. Keywords are told without regard to case; the first line is the server's name.
    pub(super) fn read(reply: &Reply) -> Self {
        let mut features = Self::default();
        for line in reply.lines.iter().skip(1) {
            let line = line.to_ascii_uppercase();
            let mut words = line.split_ascii_whitespace();
            match words.next() {
                Some("STARTTLS") => features.starttls = true,
                Some("PIPELINING") => features.pipelining = true,
                Some("SIZE") => {
                    features.size = true;
                    let limit = words.next().and_then(|limit| limit.parse().ok());
                    features.largest = limit.filter(|limit| *limit > 0);
                }
                Some("8BITMIME") => features.eight_bit = true,
                Some("SMTPUTF8") => features.smtp_utf8 = true,
                Some("AUTH") => features.auth.extend(words.map(str::to_owned)),
                _ => {}
            }
        }
        features
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_read_in_any_case_and_blank_lines_do_no_harm() {
        let lines = [
            "mail.example.org STARTTLS",
            "   ",
            "",
            "size 1000",
            "8BitMime",
            "smtputf8",
            "PipeLining",
            "AUTH plain LOGIN",
            "XYZ",
        ];
        let reply = Reply {
            code: 250,
            lines: lines.map(String::from).to_vec(),
        };
        let expected = Features {
            starttls: false,
            pipelining: true,
            size: true,
            largest: Some(1000),
            eight_bit: true,
            smtp_utf8: true,
            auth: vec!["PLAIN".into(), "LOGIN".into()],
        };
        assert_eq!(Features::read(&reply), expected);
    }
}
