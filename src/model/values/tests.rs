use super::*;

#[test]
fn cells_on_a_page_are_those_of_their_ranges() {
    let long = "x".repeat(3000);
    let text = format!("a,\"b c\",,\"\"\"d\"\"\",é;{long}\n");
    let at = |part: &str| text.find(part).expect("it is there");
    let ranges = [
        0..1,
        3..6,
        8..8,
        10..13,
        at("é")..at(";"),
        at("x")..at("\n"),
    ];
    let mut page = Page::new(Arc::new(text.clone()), 0);
    let spot = page.row(ranges.iter().cloned());
    let second = page.row([at("é")..at(";"), 0..1, 3..4].into_iter());
    let page = Arc::new(page);
    let cells = Values::on(&page, spot);
    let expected: Vec<&str> = ranges.iter().map(|range| &text[range.clone()]).collect();
    assert_eq!(cells.iter().collect::<Vec<_>>(), expected);
    assert_eq!((cells.get(4), cells.get(6)), ("é", ""));
    let second = Values::on(&page, second);
    assert_eq!(second.iter().collect::<Vec<_>>(), ["é", "a", "b"]);
}

#[test]
fn blank_cells_stay_where_they_are_among_many() {
    let text = Arc::new("abcdefghij".repeat(3));
    for filled in [0_u32, 1, 0x80, 0x100, 0x5a81, u32::MAX >> 2] {
        let cell = |at: usize| match filled >> at & 1 {
            0 => 0..0,
            _ => at..at + 1,
        };
        for count in [0, 1, 7, 8, 9, 16, 30] {
            let mut page = Page::new(Arc::clone(&text), 0);
            let [_, spot, _] = [2, count, 1].map(|count| page.row((0..count).map(cell)));
            let cells = Values::on(&Arc::new(page), spot);
            let expected: Vec<&str> = (0..count).map(|at| &text[cell(at)]).collect();
            assert_eq!(cells.iter().collect::<Vec<_>>(), expected);
            let mut all = Vec::new();
            cells.add_to(&mut all);
            assert_eq!(all, expected);
            let single: Vec<&str> = (0..count).map(|at| cells.get(at)).collect();
            assert_eq!(single, expected);
            let mut places = Vec::new();
            cells.each_filled(|at| places.push(at));
            let said = expected.iter().enumerate();
            let said = said.filter(|(_, cell)| !cell.is_empty());
            assert_eq!(places, said.map(|(at, _)| at).collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_cell_that_is_set_leaves_its_neighbours() {
    let mut page = Page::new(Arc::new("a,b,c".to_string()), 0);
    let spot = page.row([0..1, 2..3, 4..5].into_iter());
    let mut cells = Values::on(&Arc::new(page), spot);
    cells.set(1, "longer");
    cells.set(4, "e");
    cells.set(0, "");
    let all: Vec<&str> = cells.iter().collect();
    assert_eq!(all, ["", "longer", "c", "", "e"]);
    cells.set(4, "");
    assert_eq!(cells, ["", "longer", "c"].into_iter().collect());
    assert_ne!(cells, ["", "longer"].into_iter().collect());
}

#[test]
fn a_draft_writes_only_what_does_not_stand_in_its_text() {
    let text = Arc::new("code,name\n".to_string());
    let mut draft = Draft::beside(Arc::clone(&text));
    let cells = [&text[5..9], "code", &text[0..4], "", "é"].map(|part| draft.write(part));
    assert_eq!(draft.page.more.len(), "code".len() + "é".len());
    let spot = draft.row(cells.into_iter());
    let cells = Values::on(&draft.finish(), spot);
    let all: Vec<&str> = cells.iter().collect();
    assert_eq!(all, ["name", "code", "code", "", "é"]);
}

#[test]
fn values_take_two_words() {
    assert_eq!(size_of::<Values>(), 2 * size_of::<usize>());
}
