use crate::commands::context::counted;
use crate::import::Mapping;
use crate::import::read::Table;

/// Returns the line that says how a file was read.
pub(super) fn how(name: &str, table: &Table, mapping: &Mapping) -> String {
    let how = &table.how;
    let mut ways = Vec::new();
    if !how.encoding.is_empty() {
        ways.push(how.encoding.clone());
    }
    ways.extend(how.delimiter.map(|delimiter| match delimiter {
        ',' => "commas".to_string(),
        ';' => "semicolons".to_string(),
        '\t' => "tabs".to_string(),
        other => format!("`{other}`"),
    }));
    ways.extend(how.sheet.as_ref().map(|sheet| format!("sheet \"{sheet}\"")));
    let ways = if ways.is_empty() {
        String::new()
    } else {
        format!(" ({})", ways.join(", "))
    };
    let looks = match mapping.product.name {
        "csv" => String::new(),
        _ => format!(", looks like {}", mapping.product.title),
    };
    let found = mapping.found().into_iter().map(|(field, labels)| {
        let labels: Vec<String> = labels.iter().map(|label| format!("\"{label}\"")).collect();
        format!("{} from {}", field.word(), labels.join(" + "))
    });
    let found: Vec<String> = found.collect();
    let found = if found.is_empty() {
        "no column was recognised".to_string()
    } else {
        found.join(", ")
    };
    let mut line = format!(
        "Read {name} as {}{ways}, {}{looks}; {found}; {} kept.",
        how.format,
        counted(table.len(), "row"),
        counted(mapping.kept_count(), "other column"),
    );
    let above = match table.header.is_empty() {
        true => "line above the list/lines above the list",
        false => "line above the header/lines above the header",
    };
    let passed = [
        (how.preamble_lines, above),
        (how.repeated_header_lines, "repeated header line"),
        (how.part_lines, "heading of a part/headings of parts"),
        (how.blank_lines, "blank line"),
    ];
    let passed = passed.iter().filter(|(count, _)| *count > 0);
    let passed: Vec<String> = passed.map(|(count, noun)| counted(*count, noun)).collect();
    if !passed.is_empty() {
        line.push_str(&format!(" Passed over: {}.", passed.join(", ")));
    }
    for note in how.notes.iter().chain(&mapping.notes) {
        line.push_str(&format!("\n  note: {note}"));
    }
    line
}
