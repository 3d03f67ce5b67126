//! Any bytes are read and planned without a panic and without end, every row gets a verdict (the desk checks that), and
//! importing them again changes nobody.
#![no_main]

#[allow(dead_code, unreachable_pub)]
#[path = "../../tests/import/desk.rs"]
mod desk;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut desk = desk::Desk::new();
    desk.import("first.csv", bytes);
    let before = desk.everything();
    desk.import("again.csv", bytes);
    assert_eq!(desk.everything(), before, "a second import changes nobody");
});
