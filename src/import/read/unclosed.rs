use super::lenient::{self, Cell, Style};
use super::profile::Profile;
use super::rejoin::Way;

/// How many cells a quote that was never closed may have held together.
const MOST_PIECES: usize = 4;

/// Reads a row that is not too long, though a quote opens a cell of it and none closes it: the quote may have held
/// together what were taken for cells, where empty ones at the end of the row were left out. `even` is how
/// many cells nearly all rows have, if they do.
pub(super) fn read(raw: &str, delimiter: u8, profile: &Profile, even: Option<usize>) -> Way {
    let loose = lenient::cells(raw, delimiter, Style::Torn);
    let width = profile.expect.width;
    if loose.len() > width || even == Some(loose.len()) {
        return Way::AsItIs;
    }
    let plain: Vec<&str> = loose.iter().map(|cell| cell.content.trim()).collect();
    let Some(open) = loose.iter().position(|cell| cell.opened) else {
        return Way::AsItIs;
    };
    let filled = |cell: &&Cell| !cell.quoted && !cell.content.trim().is_empty();
    let more = loose[open + 1..].iter().take(MOST_PIECES);
    let most = more.take_while(filled).count();
    let sentence = |at: usize| {
        let cell = loose.get(at);
        cell.is_some_and(|cell| profile.is_sentence(open + 1, cell))
    };
    let mut found: Vec<Vec<String>> = Vec::new();
    // The way that ends where no space follows any more.
    let mut natural = None;
    for extra in 1..=most {
        let raw = &raw[loose[open].raw.start..loose[open + extra].raw.end];
        let whole = lenient::inside(raw.trim().trim_start_matches('"'));
        let mut cells: Vec<String> = plain.iter().map(|cell| (*cell).to_string()).collect();
        cells.splice(open..=open + extra, [whole]);
        // What was typed into the cell itself is free.
        let rest = |at: usize| if at == open { "" } else { cells[at].as_str() };
        let rest: Vec<&str> = (0..cells.len()).map(rest).collect();
        if profile.fits(&rest) && profile.takes_at(open, &cells[open]) {
            if (1..=extra).all(|n| sentence(open + n)) && !sentence(open + extra + 1) {
                natural = Some(cells.clone());
            }
            found.push(cells);
        }
    }
    match (profile.fits(&plain), found.len()) {
        (true, 0) => Way::AsItIs,
        (true, _) if sentence(open + 1) => Way::Doubtful,
        (true, _) => Way::AsItIs,
        (false, 2..) if natural.is_some() => natural.map_or(Way::Doubtful, Way::Joined),
        (false, 1) => found.pop().map_or(Way::AsItIs, Way::Joined),
        (false, 0) if profile.takes(&plain) => Way::AsItIs,
        (false, _) => Way::Doubtful,
    }
}
