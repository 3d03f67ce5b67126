use super::Kind;
use super::html::escaped;
use super::letterhead::Letterhead;
use super::rules::Purpose;

/// The mailing list that a mail of news belongs to, so that people can leave it. Mails that people get because they
/// signed up belong to none: one cannot unsubscribe from one's own place.
#[derive(Debug)]
pub(super) struct Mailing {
    /// The value of `List-Id` (RFC 2919, section 3).
    pub(super) list: String,
    /// Where people write to leave.
    address: String,
}

impl Mailing {
    /// Returns the list of a kind; none for a kind that is no news. All news of an event are one list, since there is one
    /// consent to them. `domain` is that of the event.
    pub(super) fn new(kind: &Kind, letterhead: &Letterhead, domain: &str) -> Option<Self> {
        (kind.purpose() == Purpose::News).then(|| Self {
            list: format!("<updates.{domain}>"),
            address: letterhead.answers().to_string(),
        })
    }

    /// Returns the value of `List-Unsubscribe` (RFC 2369, section 3.2) for one person. There is no web server that could
    /// take a click (RFC 8058), so it is a mail.
    pub(super) fn unsubscribe(&self, person: &str) -> String {
        let address = self.address.replace('%', "%25").replace('?', "%3F");
        format!("<mailto:{address}?subject=No%20more%20updates%20{person}>")
    }

    /// Adds how to stop to a text, with LF line ends. Every mail of news says so, whatever its template says.
    pub(super) fn add_to_text(&self, text: &mut String) {
        text.push_str(&format!("\n{WHY}\nTo stop: {STOP}{}.\n", self.address));
    }

    /// Adds the same to an HTML part.
    pub(super) fn add_to_html(&self, html: &mut String) {
        let address = escaped(&self.address);
        let stop = format!(
            "<p style=\"font-size:.875em;opacity:.75\">{WHY}<br>\nTo stop: {STOP}\
             <a href=\"mailto:{address}\" style=\"color:inherit\">{address}</a>.</p>\n"
        );
        let at = html.rfind("</body>").unwrap_or(html.len());
        html.insert_str(at, &stop);
    }
}

const WHY: &str = "You get this because you asked for updates.";
const STOP: &str = "reply \"no more updates\", or write to ";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::sample;
    use crate::model::Id;

    fn mailing(kind: &str) -> Option<Mailing> {
        let letterhead = Letterhead::new(&sample::event()).expect("a sender");
        let kind = Kind::of(&Id::parse(kind).expect("an id"));
        Mailing::new(&kind, &letterhead, "blackburn-2024.example.org")
    }

    #[test]
    fn news_belong_to_a_list_and_say_how_to_leave_it() {
        let mailing = mailing("updates-may").expect("a list");
        assert_eq!(mailing.list, "<updates.blackburn-2024.example.org>");
        assert_eq!(
            mailing.unsubscribe("krt-mwxb"),
            "<mailto:help@example.org?subject=No%20more%20updates%20krt-mwxb>"
        );
        let (mut text, mut html) = ("News.\n".to_string(), "<body>News</body>".to_string());
        mailing.add_to_text(&mut text);
        mailing.add_to_html(&mut html);
        assert_eq!(
            text,
            "News.\n\nYou get this because you asked for updates.\n\
             To stop: reply \"no more updates\", or write to help@example.org.\n"
        );
        assert!(html.starts_with("<body>News<p ") && html.ends_with("</p>\n</body>"));
    }

    #[test]
    fn service_mail_belongs_to_no_list() {
        for kind in [
            "confirmation",
            "cancelled",
            "reminder-2",
            "speaker",
            "venue",
        ] {
            assert!(mailing(kind).is_none(), "{kind}");
        }
    }
}
