use crate::shapes::Sheet;

/// What happens to a file between the form and the volunteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Damage {
    pub(crate) delimiter: char,
    pub(crate) encoding: Encoding,
    pub(crate) rows: Order,
    pub(crate) columns: Order,
    pub(crate) line_end: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf8Bom,
    Utf16,
    Windows1252,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Same,
    Reversed,
    Shuffled,
}

pub(crate) const NONE: Damage = Damage {
    delimiter: ',',
    encoding: Encoding::Utf8,
    rows: Order::Same,
    columns: Order::Same,
    line_end: "\n",
};

/// Every damage singly, in pairs and in triples, and some of all.
pub(crate) fn all() -> Vec<Damage> {
    let mut all = Vec::new();
    for delimiter in [',', ';', '\t', '|'] {
        for encoding in [
            Encoding::Utf8,
            Encoding::Utf8Bom,
            Encoding::Utf16,
            Encoding::Windows1252,
        ] {
            for rows in [Order::Same, Order::Reversed, Order::Shuffled] {
                for columns in [Order::Same, Order::Reversed, Order::Shuffled] {
                    for line_end in ["\n", "\r\n", "\r"] {
                        all.push(Damage {
                            delimiter,
                            encoding,
                            rows,
                            columns,
                            line_end,
                        });
                    }
                }
            }
        }
    }
    all.retain(|one| {
        let damages = [
            one.delimiter != NONE.delimiter,
            one.encoding != NONE.encoding,
            one.rows != NONE.rows,
            one.columns != NONE.columns,
            one.line_end != NONE.line_end,
        ];
        damages.iter().filter(|damaged| **damaged).count() <= 3
    });
    all
}

impl Damage {
    pub(crate) fn write(&self, sheet: &Sheet) -> Vec<u8> {
        let width = sheet.rows[0].len();
        let columns = order(width, self.columns);
        let rows = order(sheet.rows.len(), self.rows);
        let mut text = String::new();
        let body = rows.iter().map(|at| &sheet.rows[*at]);
        for row in sheet.headers.iter().chain(body) {
            let cells: Vec<String> = columns.iter().map(|at| self.cell(&row[*at])).collect();
            text.push_str(&cells.join(&self.delimiter.to_string()));
            text.push_str(self.line_end);
        }
        match self.encoding {
            Encoding::Utf8 => text.into_bytes(),
            Encoding::Utf8Bom => format!("\u{feff}{text}").into_bytes(),
            Encoding::Utf16 => format!("\u{feff}{text}")
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect(),
            Encoding::Windows1252 => encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
        }
    }

    fn cell(&self, cell: &str) -> String {
        if cell.contains([self.delimiter, '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_string()
        }
    }
}

fn order(count: usize, order: Order) -> Vec<usize> {
    match order {
        Order::Same => (0..count).collect(),
        Order::Reversed => (0..count).rev().collect(),
        Order::Shuffled => {
            let mut all: Vec<usize> = (0..count).collect();
            all.sort_by_key(|at| (at * 7 + 3) % 11 * 100 + at);
            all
        }
    }
}
