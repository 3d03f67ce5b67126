//! Stories: what somebody types and what they see, whole and exact. Each file in `told/` is one; run the tests with
//! `PLENARY_TELL=1` to write down anew what is seen, and read the difference before committing it.
#![allow(clippy::expect_used)]

#[path = "../delivery/installed.rs"]
mod installed;
#[path = "../delivery/missing.rs"]
mod missing;
mod readme;
mod story;
mod topics;

use std::fs;
use std::path::Path;

use story::Story;

#[test]
fn every_story_goes_as_it_is_told() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories/told");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the stories")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    let mut wrong = Vec::new();
    for path in paths {
        let told = fs::read_to_string(&path).expect("a story");
        let seen = Story::read(&told).play();
        if seen != told {
            if std::env::var_os("PLENARY_TELL").is_some() {
                fs::write(&path, seen).expect("written");
            } else {
                wrong.push(format!(
                    "{}:\n{}",
                    path.display(),
                    story::difference(&told, &seen)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
