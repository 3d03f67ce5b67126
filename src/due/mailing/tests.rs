use std::sync::Arc;

use super::*;
use crate::model::MailState::{self, Accepted, Deferred};
use crate::model::{MailEntry, MailKey};

/// A mail about an offer, and what became of it on a day of April.
fn offer(number: u32, day: u32, state: MailState) -> MailEntry {
    let key = Kind::offer(number).expect("a kind").key("krt-mwxb");
    MailEntry {
        time: format!("2024-04-{day:02}T09:00:00Z").into(),
        state,
        message_id: format!("<{key}@example.org>"),
        key: MailKey { revision: 1, ..key },
        server: "smtps://mail.example.org".into(),
        reply: String::new(),
        boot: "boot".into(),
    }
}

#[test]
fn offers_that_are_put_off_one_after_the_other_are_given_up_as_one() {
    let hopeless = |lines: &[MailEntry], number: u32, day: u32| {
        let journal = Arc::new(lines.iter().collect());
        let standing = Standing::new(&journal, "boot", "smtps://mail.example.org");
        let now = format!("2024-04-{day:02}T09:00:00Z")
            .parse()
            .expect("a time");
        is_hopeless("krt-mwxb", number, &standing, &Patience::at(now)).expect("a kind")
    };
    let [first, second] = [offer(1, 1, Deferred), offer(2, 3, Deferred)];
    let both = [first.clone(), second.clone()];
    assert!(!hopeless(&both, 2, 4));
    assert!(hopeless(&both, 2, 5));
    assert!(hopeless(&both, 3, 5), "the third is not drafted yet");
    let heard = [offer(1, 1, Accepted), second];
    assert!(!hopeless(&heard, 2, 5), "the first one was read");
    assert!(!hopeless(&[first], 1, 2));
}
