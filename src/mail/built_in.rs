/// A template of plenary's own: the name of its file and what stands in it.
type File = (&'static str, &'static str);

/// The templates that the organisers may replace: a text and an HTML part of each kind.
pub(super) const KINDS: [File; 20] = [
    (
        "confirmation.txt",
        include_str!("templates/confirmation.txt"),
    ),
    (
        "confirmation.html",
        include_str!("templates/confirmation.html"),
    ),
    ("waiting.txt", include_str!("templates/waiting.txt")),
    ("waiting.html", include_str!("templates/waiting.html")),
    ("offer.txt", include_str!("templates/offer.txt")),
    ("offer.html", include_str!("templates/offer.html")),
    ("place.txt", include_str!("templates/place.txt")),
    ("place.html", include_str!("templates/place.html")),
    ("reminder.txt", include_str!("templates/reminder.txt")),
    ("reminder.html", include_str!("templates/reminder.html")),
    ("cancelled.txt", include_str!("templates/cancelled.txt")),
    ("cancelled.html", include_str!("templates/cancelled.html")),
    ("speaker.txt", include_str!("templates/speaker.txt")),
    ("speaker.html", include_str!("templates/speaker.html")),
    ("change.txt", include_str!("templates/change.txt")),
    ("change.html", include_str!("templates/change.html")),
    ("invitation.txt", include_str!("templates/invitation.txt")),
    ("invitation.html", include_str!("templates/invitation.html")),
    ("updates.txt", include_str!("templates/updates.txt")),
    ("updates.html", include_str!("templates/updates.html")),
];

/// The layout of every HTML part.
pub(super) const LAYOUT: &str = "built-in/mail.html";

/// What every template can extend or include. The slash keeps the organisers' files from replacing them, so that a page
/// template called `mail.html` does not become a mail.
pub(super) const PARTS: [File; 8] = [
    (LAYOUT, include_str!("templates/mail.html")),
    (
        "built-in/greeting.txt",
        include_str!("templates/greeting.txt"),
    ),
    (
        "built-in/greeting.html",
        include_str!("templates/greeting.html"),
    ),
    ("built-in/code.html", include_str!("templates/code.html")),
    ("built-in/facts.txt", include_str!("templates/facts.txt")),
    ("built-in/facts.html", include_str!("templates/facts.html")),
    (
        "built-in/closing.txt",
        include_str!("templates/closing.txt"),
    ),
    (
        "built-in/closing.html",
        include_str!("templates/closing.html"),
    ),
];
