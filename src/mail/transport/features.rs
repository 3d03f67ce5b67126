use super::reply::Reply;

/// What the server can do, of the things that we use: its answer to `EHLO` (RFC 5321 section 4.1.1.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Features {
    /// It can go over to TLS.
    pub(super) starttls: bool,
    /// It wants to know the size of a message beforehand (RFC 1870).
    pub(super) size: bool,
    /// It takes bytes above 127 in a message (RFC 6152).
    pub(super) eight_bit: bool,
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
                Some("SIZE") => features.size = true,
                Some("8BITMIME") => features.eight_bit = true,
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
            "AUTH plain LOGIN",
            "XYZ",
        ];
        let reply = Reply {
            code: 250,
            lines: lines.map(String::from).to_vec(),
        };
        let expected = Features {
            starttls: false,
            size: true,
            eight_bit: true,
            auth: vec!["PLAIN".into(), "LOGIN".into()],
        };
        assert_eq!(Features::read(&reply), expected);
    }
}
