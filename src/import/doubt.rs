use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::verdict::Report;
use super::{column, phone, standing};
use crate::import::word_list::{WordList, list};
use crate::model::{EmailAddress, Registration, Registrations, Status};

/// Something in a row that looks wrong but was left as it is, since only a person can know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The physical line in which the row begins.
    pub line: usize,
    /// The column of `registrations.csv`.
    pub column: u16,
    /// What stands there.
    pub value: String,
    /// What may be wrong, and what may have been meant.
    pub message: String,
}

/// What is said of a note that speaks of not coming.
const LEAVING: &str = "it may say that they do not come, but changes no status; if they do not, say so with plenary registration cancel";

/// Forgets notes that speak of not coming, of whoever is known not to come or to wait.
pub(super) fn forget_settled(report: &mut Report, list: &Registrations) {
    let Report { doubts, rows, .. } = report;
    let settled = |doubt: &Doubt| {
        let at = rows.binary_search_by_key(&doubt.line, |row| row.line as usize);
        let who = at.ok().and_then(|at| list.get(rows[at].who? as usize));
        let status = who.and_then(Registration::status);
        matches!(status, Some(Status::Cancelled | Status::Waiting))
    };
    doubts.retain(|doubt| doubt.message != LEAVING || !settled(doubt));
}

/// Domains that people have, and that lie one slip away from each other.
const REAL: WordList = list![
    "gmail.com",
    "googlemail.com",
    "mail.com",
    "email.com",
    "ymail.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "gmx.at",
    "web.de",
    "hotmail.com",
    "hotmail.co.uk",
    "hotmail.fr",
    "hotmail.de",
    "hotmail.es",
    "outlook.com",
    "outlook.de",
    "outlook.fr",
    "live.com",
    "live.co.uk",
    "yahoo.com",
    "yahoo.co.uk",
    "yahoo.de",
    "yahoo.fr",
    "yahoo.es",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "aol.co.uk",
    "btinternet.com",
    "sky.com",
    "virginmedia.com",
    "talktalk.net",
    "ntlworld.com",
    "protonmail.com",
    "proton.me",
    "t-online.de",
    "freenet.de",
    "posteo.de",
    "orange.fr",
    "free.fr",
    "wanadoo.fr",
    "laposte.net",
    "wp.pl",
    "onet.pl",
    "interia.pl",
    "o2.pl",
    "gazeta.pl",
    "op.pl",
    "rocketmail.com",
    "msn.com",
    "fastmail.com",
    "tutanota.com",
    "blueyonder.co.uk",
    "tiscali.co.uk",
    "hey.com",
    "zoho.com",
    "mail.ru",
    "yandex.ru",
    "qq.com",
];

/// Tells whether a domain is one of those that people have.
pub(super) fn is_usual(domain: &str) -> bool {
    REAL.contains(domain)
}

/// The few that slips are made in.
const SLIPPED: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.co.uk",
    "outlook.com",
    "yahoo.com",
    "yahoo.co.uk",
    "icloud.com",
    "btinternet.com",
    "protonmail.com",
];

/// Everything doubtful in a file.
#[derive(Default)]
pub(super) struct Doubts {
    pub(super) list: Vec<Doubt>,
    /// What each domain was probably meant to be: a file has many addresses and few domains.
    domains: HashMap<String, Option<&'static str>, RandomState>,
}

impl Doubts {
    /// Notes a name beside which something stands that may say whether somebody comes.
    pub(super) fn name(&mut self, line: usize, name: &str) {
        self.list.push(Doubt {
            line,
            column: column::NAME,
            value: name.to_string(),
            message: "does the name say that they do not come? If so, cancel them by hand"
                .to_string(),
        });
    }

    /// Notes a name that stands alone where the heading of a part of the list would.
    pub(super) fn heading(&mut self, line: usize, name: &str) {
        self.list.push(Doubt {
            line,
            column: column::NAME,
            value: name.to_string(),
            message: "is it the heading of a part of the list? If so, cancel it by hand"
                .to_string(),
        });
    }

    /// Looks for what spreadsheets and slips of the keyboard leave behind. `sound` says that the address is one.
    pub(super) fn look(&mut self, values: &[(u16, Cow<'_, str>)], line: usize, sound: bool) {
        for (column, value) in values {
            let message = match *column {
                column::EMAIL => self.address(value, sound),
                column::PHONE => eaten(value).or_else(|| joined(value)),
                _ => None,
            };
            let message = message
                .or_else(|| double_encoded(value))
                .or_else(|| formula(value));
            if let Some(message) = message {
                self.list.push(Doubt {
                    line,
                    column: *column,
                    value: value.to_string(),
                    message,
                });
            }
        }
    }

    /// Looks for a word of not coming, or of waiting, in what was written beside a row, where nothing else says it: nobody
    /// loses their place by it, but nobody who has left stays on the list without a word either.
    pub(super) fn look_aside(
        &mut self,
        values: &[(u16, Cow<'_, str>)],
        line: usize,
        asides: &[u16],
    ) {
        let aside = values.iter().filter(|(column, _)| asides.contains(column));
        for (column, value) in aside.filter(|(_, value)| standing::speaks_of_leaving(value)) {
            self.list.push(Doubt {
                line,
                column: *column,
                value: value.to_string(),
                message: LEAVING.to_string(),
            });
        }
    }

    fn address(&mut self, value: &str, sound: bool) -> Option<String> {
        let at = memchr::memrchr(b'@', value.as_bytes());
        let domain = at.map_or("", |at| &value[at + 1..]);
        let meant = match self.domains.get(domain) {
            Some(known) => *known,
            None => {
                let meant = slip(&domain.to_lowercase());
                self.domains.insert(domain.to_string(), meant);
                meant
            }
        };
        if let Some(meant) = meant {
            return Some(format!("did they mean {meant}?"));
        }
        let error = if sound {
            None
        } else {
            EmailAddress::parse(value).err()
        };
        error.map(|error| error.to_string())
    }
}

/// Returns the domain that was probably meant, one slip away. `gmx.com` and other real ones are never questioned.
fn slip(domain: &str) -> Option<&'static str> {
    if REAL.contains(domain) {
        return None;
    }
    // Most domains cannot be meant for any of these: their length alone tells.
    let near = |meant: &&&str| {
        meant.len().abs_diff(domain.len()) <= 1 && strsim::osa_distance(meant, domain) == 1
    };
    SLIPPED.iter().find(near).copied()
}

/// A spreadsheet has turned a phone number into `4.47701E+11`: digits are gone for good.
fn eaten(value: &str) -> Option<String> {
    phone::is_eaten(value).then(|| {
        "a spreadsheet has eaten digits of this number; export the list again and do not open it in between".to_string()
    })
}

/// `07700 900110,Chorley`: where a quote was never closed, the next cell may have come with the number.
fn joined(value: &str) -> Option<String> {
    let (_, behind) = value.split_once([',', ';', '\t', '|'])?;
    let other = behind.chars().filter(|c| c.is_alphabetic()).count() > 2;
    other.then(|| "it may be two cells in one: look for a quote that is not closed".to_string())
}

/// `JosÃ©`: UTF-8 that was taken for Windows-1252 once. Only proposed, since it may be meant.
fn double_encoded(value: &str) -> Option<String> {
    if value.is_ascii() || !value.contains(['Ã', 'Â', 'Å', 'Ä', 'â']) {
        return None;
    }
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(value);
    if lossy {
        return None;
    }
    let meant = std::str::from_utf8(&bytes).ok()?;
    Some(format!("is it `{meant}`, saved in a wrong encoding once?"))
}

/// What a spreadsheet would run when somebody opens the list in it.
fn formula(value: &str) -> Option<String> {
    if !value.starts_with(['=', '@', '+', '-']) {
        return None;
    }
    let upper = value
        .get(..value.len().min(14))
        .unwrap_or_default()
        .to_uppercase();
    let dangerous = [
        "=HYPERLINK(",
        "=IMPORT",
        "=CMD|",
        "@SUM(",
        "=WEBSERVICE(",
        "+CMD|",
        "-CMD|",
        "=DDE(",
    ];
    dangerous
        .iter()
        .any(|start| upper.starts_with(start))
        .then(|| "a spreadsheet would take this for a formula; it is kept as text".to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubts(column: u16, value: &str) -> Vec<String> {
        let mut doubts = Doubts::default();
        doubts.look(&[(column, value.into())], 2, false);
        doubts.list.into_iter().map(|doubt| doubt.message).collect()
    }

    #[test]
    fn slips_are_only_asked_about() {
        assert_eq!(
            doubts(column::EMAIL, "ada@gmial.com"),
            ["did they mean gmail.com?"]
        );
        assert_eq!(
            doubts(column::EMAIL, "ada@gmail.co"),
            ["did they mean gmail.com?"]
        );
        assert_eq!(
            doubts(column::EMAIL, "ada@hotmial.co.uk"),
            ["did they mean hotmail.co.uk?"]
        );
        for real in [
            "ada@mail.com",
            "ada@email.com",
            "ada@example.org",
            "ada@ymail.com",
        ] {
            assert_eq!(doubts(column::EMAIL, real), [""; 0], "{real}");
        }
        assert_eq!(
            doubts(column::NAME, "JosÃ©"),
            ["is it `José`, saved in a wrong encoding once?"]
        );
        assert_eq!(doubts(column::NAME, "José Ângelo"), [""; 0]);
        assert_eq!(doubts(column::PHONE, "4.47701E+11").len(), 1);
        assert_eq!(doubts(column::PHONE, "07700 900110,Chorley").len(), 1);
        assert_eq!(doubts(column::PHONE, "07700 900110, 01254 555001").len(), 0);
        assert_eq!(doubts(column::PHONE, "+44 7700 900997"), [""; 0]);
    }
}
