use proptest::collection::vec;
use proptest::prelude::*;

use crate::import::read::{Table, Wishes, read};

/// Text made of what matters to sign-up files, and of anything else.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-c]{0,3}",
        6 => "[,;\t|\"\n\r ]{1,3}",
        3 => Just("jo@x.org".to_string()),
        2 => Just("name,email\n".to_string()),
        2 => Just("a,b@x.org,\"c\"\n".to_string()),
        1 => Just("\r\n".to_string()),
        1 => Just("sep=;\n".to_string()),
        1 => "[\u{feff}é\u{a0}\u{200b}\0\u{fffd}]",
        1 => any::<String>(),
    ];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// How many lines a table says that its file has.
fn lines(table: &Table) -> usize {
    let rows: usize = table.rows().map(|row| row.lines()).sum();
    let how = &table.how;
    let others = how.blank_lines + how.preamble_lines + how.repeated_header_lines + how.part_lines;
    rows + table.header_lines + others
}

/// How many lines a text has, after the BOM.
fn real_lines(text: &str) -> usize {
    let text = text.trim_start_matches('\u{feff}');
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let unended = !text.is_empty() && !text.ends_with('\n');
    text.matches('\n').count() + usize::from(unended)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn every_line_is_accounted_for(text in text(), delimiter in prop::option::of(prop::sample::select(vec![',', ';', '\t']))) {
        let wishes = Wishes { delimiter, encoding: Some("utf-8".into()), ..Wishes::default() };
        if let Ok(tables) = read("a.csv", text.as_bytes(), &wishes) {
            let counted: usize = tables.iter().map(|(_, table)| lines(table)).sum();
            prop_assert_eq!(counted, real_lines(&text));
            let mut next = 1;
            for (_, table) in &tables {
                for row in table.rows() {
                    prop_assert!(row.line >= next, "rows are in order and do not overlap");
                    next = row.line + row.lines();
                    prop_assert_eq!(row.cells().len(), table.width());
                    prop_assert!(text.contains(row.raw()));
                }
            }
        }
    }

    #[test]
    fn no_letter_of_a_row_is_lost(text in text()) {
        if let Ok(tables) = read("a.csv", text.as_bytes(), &Wishes { encoding: Some("utf-8".into()), ..Wishes::default() }) {
            for row in tables[0].1.rows().filter(|row| row.fault.is_none()) {
                let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
                prop_assert_eq!(letters(&row.cells().collect::<Vec<_>>().concat()), letters(row.raw()));
            }
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..600)) {
        if let Ok(tables) = read("a.csv", &bytes, &Wishes::default()) {
            for (_, table) in &tables {
                for row in table.rows() {
                    prop_assert_eq!(row.cells().len(), table.width());
                }
            }
        }
    }

    #[test]
    fn arbitrary_zips_never_panic(mut bytes in vec(any::<u8>(), 0..200), old in any::<bool>()) {
        let magic: &[u8] = if old { b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" } else { b"PK\x03\x04" };
        bytes.splice(0..0, magic.iter().copied());
        prop_assert!(read("a.zip", &bytes, &Wishes::default()).is_err());
    }
}

#[test]
fn nothing_takes_more_than_a_look_or_two_at_each_byte() {
    let pieces = [
        "\"",
        "\"\"",
        "\"x,",
        "\"x\"y,",
        "\"\n",
        "\"x\n",
        ",\"\n",
        "a,\"b\nc\n",
        "\"a\"\"b\n",
        " \" ",
        ",",
        ", ",
        "\n",
        "\"a,b\nc,d@x.org\n",
        "\"a\",\"b@x.org,\"c\nd\n",
        "\u{a0}\n",
        "\0",
        "a,b@x.org,c, d, e, f, g, h\n",
        "<",
        "@",
        "\u{e9} ",
    ];
    for piece in pieces {
        for head in [
            "",
            "name,email,note\nJo,jo@example.org,x\nAl,al@example.org,y\n",
        ] {
            let text = head.to_string() + &piece.repeat(12_000 / piece.len());
            let started = std::time::Instant::now();
            let _ = read("a.csv", text.as_bytes(), &Wishes::default());
            let seconds = started.elapsed().as_secs();
            assert!(seconds < 20, "{piece:?} took {seconds} s");
        }
    }
}
