use crate::desk::Desk;
use proptest::prelude::*;

/// Cells that sign-up files have, and some that they should not.
fn cell() -> impl Strategy<Value = String> {
    let fixed = [
        "",
        "Ada",
        "Ada Byron",
        "ada@example.org",
        "bo@example.org",
        "Bo",
        "07700 900001",
        "yes",
        "no",
        "\"",
        "\"x",
        "x\"y",
        ",",
        ";",
        "\n",
        "2024-03-05 10:00",
        "'=1",
        "=\"1\"",
        "@",
        "a@b",
        "declined",
        "\u{feff}",
        "\0",
        "é",
        "İ",
        "ß",
    ];
    prop_oneof![4 => prop::sample::select(fixed.to_vec()).prop_map(String::from), 1 => any::<String>()]
}

fn table() -> impl Strategy<Value = String> {
    let headings = [
        "Name",
        "Email",
        "First name",
        "Last name",
        "Phone",
        "Timestamp",
        "Status",
        "Newsletter",
        "",
        "code",
        "Order #",
        "Attendee #",
        "Email",
        "api_id",
        "approval_status",
        "Note",
    ];
    let header = prop::collection::vec(prop::sample::select(headings.to_vec()), 1..7);
    let rows = prop::collection::vec(prop::collection::vec(cell(), 0..8), 0..8);
    (header, rows).prop_map(|(header, rows)| {
        let mut text = header.join(",");
        for row in rows {
            text.push('\n');
            text.push_str(&row.join(","));
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_accounted_for(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        Desk::new().import("any", &bytes);
    }

    #[test]
    fn any_table_is_accounted_for_and_importing_it_again_changes_nobody(text in table()) {
        let mut desk = Desk::new();
        desk.import("a.csv", text.as_bytes());
        let before = desk.everything();
        desk.import("b.csv", text.as_bytes());
        prop_assert_eq!(desk.everything(), before);
    }
}
