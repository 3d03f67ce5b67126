use proptest::collection::vec;
use proptest::prelude::*;

use super::{Delimiter, Sheet};

/// Text made of what matters to delimited text, and of anything else.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-c]{0,3}",
        6 => "[,;\t|\"\n\r ]{1,3}",
        1 => Just("\r\n".to_string()),
        1 => Just("\"\"".to_string()),
        1 => "[\u{feff}é\0]",
        1 => any::<String>(),
    ];
    vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn cell() -> impl Strategy<Value = String> {
    text().prop_map(|text| text.replace('\0', ""))
}

fn delimiter() -> impl Strategy<Value = Delimiter> {
    proptest::sample::select(Delimiter::ALL.to_vec())
}

/// A file as some program wrote it: every cell quoted or only those in need, any line end, with and without BOM.
#[derive(Clone, Debug)]
struct File {
    text: String,
    delimiter: Delimiter,
    rows: Vec<Vec<String>>,
}

const WIDTH: usize = 3;

fn file() -> impl Strategy<Value = File> {
    let rows = vec(vec((cell(), any::<bool>()), WIDTH), 0..6);
    let line_end = proptest::sample::select(vec!["\n", "\r\n", "\r"]);
    let styles = (any::<bool>(), any::<bool>(), any::<bool>());
    (rows, delimiter(), line_end, styles).prop_map(|(rows, delimiter, line_end, styles)| {
        let (bom, gaps, unended) = styles;
        let gap = if gaps { line_end } else { "" };
        let separator = delimiter.char();
        let mut text = String::from(if bom { "\u{feff}" } else { "" });
        text += &format!("{gap}a{separator}b{separator}c{line_end}");
        for row in &rows {
            let needy = |cell: &str| super::quote::encode(cell, &[delimiter]);
            let always = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
            let written = row
                .iter()
                .map(|(cell, quoted)| if *quoted { always(cell) } else { needy(cell) });
            let raw = super::quote::join(&written.collect::<Vec<_>>(), delimiter);
            text += &format!("{raw}{line_end}{gap}");
        }
        if unended {
            text.truncate(text.trim_end_matches(['\n', '\r']).len());
        }
        let plain = |row: Vec<(String, bool)>| row.into_iter().map(|(cell, _)| cell).collect();
        File {
            text,
            delimiter,
            rows: rows.into_iter().map(plain).collect(),
        }
    })
}

#[derive(Clone, Debug)]
enum Edit {
    Replace(prop::sample::Index, Vec<(usize, String)>),
    Append(Vec<String>),
    Remove(prop::sample::Index),
    Column(String),
}

fn edit() -> impl Strategy<Value = Edit> {
    let row = any::<prop::sample::Index>;
    prop_oneof![
        (row(), vec((0..WIDTH, cell()), 0..3)).prop_map(|(row, to)| Edit::Replace(row, to)),
        vec(cell(), 0..=WIDTH).prop_map(Edit::Append),
        row().prop_map(Edit::Remove),
        cell().prop_map(Edit::Column),
    ]
}

fn cells(sheet: &Sheet) -> Vec<Vec<String>> {
    let row = |row: super::Row<'_>| row.aligned().map(Into::into).collect();
    sheet.rows().map(row).collect()
}

fn raws(sheet: &Sheet) -> Vec<(usize, String)> {
    let raw = |row: super::Row<'_>| (row.index(), row.raw().to_string());
    sheet.rows().map(raw).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_reads_is_written_back_byte_for_byte(text in text(), delimiter in proptest::option::of(delimiter())) {
        if let Ok(sheet) = Sheet::read(text.as_str(), delimiter) {
            prop_assert_eq!(sheet.to_text(), text);
        }
    }

    #[test]
    fn every_byte_is_in_the_journal_or_its_torn_tail(text in text()) {
        if let Ok(journal) = Sheet::read_journal(text.as_str()) {
            let torn = journal.torn.map_or_else(String::new, |torn| torn.raw);
            prop_assert_eq!(journal.sheet.to_text() + &torn, text);
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        match Sheet::read(text.as_str(), None) {
            Ok(sheet) => {
                for row in sheet.rows() {
                    for column in 0..row.cells().count() {
                        prop_assert!(sheet.text().is_char_boundary(row.cell_range(column).end));
                        row.place("x", column);
                    }
                }
            }
            Err(faults) => {
                for fault in faults {
                    let place = fault.finding("x", &text).places.remove(0);
                    prop_assert_eq!((place.line, place.column), (fault.line, fault.column));
                }
            }
        }
    }

    #[test]
    fn what_a_program_wrote_is_read_as_it_was_meant(file in file()) {
        let sheet = Sheet::read(file.text.as_str(), None).expect("it reads");
        prop_assert_eq!(sheet.delimiter(), file.delimiter);
        prop_assert_eq!(cells(&sheet), file.rows);
    }

    #[test]
    fn edits_change_only_what_they_name(file in file(), edits in vec(edit(), 1..6)) {
        let mut sheet = Sheet::read(file.text.as_str(), None).expect("it reads");
        let mut expected: Vec<_> = file.rows.into_iter().map(Some).collect();
        for edit in edits {
            let mut others = raws(&sheet);
            let alive = others.len();
            let named = match edit {
                Edit::Replace(row, _) | Edit::Remove(row) if alive > 0 => others[row.index(alive)].0,
                Edit::Replace(..) | Edit::Remove(_) => continue,
                _ => expected.len(),
            };
            match edit {
                Edit::Replace(_, to) => {
                    let changes: Vec<_> = to.iter().map(|(column, to)| (*column, to.as_str())).collect();
                    sheet.replace(named, &changes).expect("it exists");
                    for (column, to) in to {
                        expected[named].as_mut().expect("it is alive")[column] = to;
                    }
                }
                Edit::Append(mut row) => {
                    let row_cells: Vec<_> = row.iter().map(String::as_str).collect();
                    prop_assert_eq!(sheet.append(&row_cells).expect("it fits"), named);
                    row.resize(sheet.header().len(), String::new());
                    expected.push(Some(row));
                }
                Edit::Remove(_) => {
                    sheet.remove(named).expect("it exists");
                    expected[named] = None;
                }
                Edit::Column(name) => {
                    let column = sheet.add_column(&name).expect("no NUL");
                    prop_assert_eq!(&sheet.header()[column], &name);
                }
            }
            others.retain(|(index, _)| *index != named);
            let mut now = raws(&sheet);
            now.retain(|(index, _)| *index != named);
            prop_assert_eq!(now, others);
        }
        let expected: Vec<_> = expected.into_iter().flatten().map(|mut row| {
            row.resize(sheet.header().len(), String::new());
            row
        }).collect();
        prop_assert_eq!(&cells(&sheet), &expected);
        let again = Sheet::read(sheet.to_text(), None).expect("it reads again");
        prop_assert_eq!(again.header(), sheet.header());
        prop_assert_eq!(cells(&again), expected);
        prop_assert_eq!(again.to_text(), sheet.to_text());
    }

    #[test]
    fn the_csv_crate_reads_what_was_written(rows in vec(vec(cell(), WIDTH), 0..5)) {
        let mut sheet = Sheet::with_header(&["a", "b", "c"]).expect("no NUL");
        for row in &rows {
            let row: Vec<_> = row.iter().map(String::as_str).collect();
            sheet.append(&row).expect("it fits");
        }
        let text = sheet.to_text();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let read: Vec<Vec<String>> = reader
            .records()
            .map(|row| row.expect("it reads").iter().map(Into::into).collect())
            .collect();
        prop_assert_eq!(read, rows);
    }
}
